// Which picture helps with which equation. Data only: what is drawn is computed by the equation itself.

export type PictureSpec =
  /** The value over one number of the inputs; with `slope`, how it changes there. */
  | { readonly kind: "curve"; readonly over: readonly [key: string, entry?: number]; readonly from: number; readonly to: number; readonly slope: boolean; readonly x: string; readonly y: string } // prettier-ignore
  /** Bars for the entries of inputs, and of the value where `value` names it. */
  | { readonly kind: "bars"; readonly inputs: readonly string[]; readonly value?: string; readonly what: string; readonly temperature?: boolean } // prettier-ignore
  /** A heat map of the value, of an input, or of what the formula calls by this name. */
  | { readonly kind: "heat"; readonly of: "value" | { readonly input: string } | { readonly call: string }; readonly rows: string; readonly columns: string; readonly what: string; readonly tokens?: boolean } // prettier-ignore
  | { readonly kind: "ranking"; readonly first: "roc" | "precision-recall" }
  | { readonly kind: "confusion" }
  | { readonly kind: "contingency" }
  | { readonly kind: "gan" }
  | { readonly kind: "draws" };

const activation = (x: string): PictureSpec => ({
  kind: "curve",
  over: [x],
  from: -6,
  to: 6,
  slope: true,
  x,
  y: "value",
});
const penalty: PictureSpec = {
  kind: "curve",
  over: ["w", 0],
  from: -3,
  to: 3,
  slope: true,
  x: "the first weight, w₁",
  y: "value",
};
const residual: PictureSpec = {
  kind: "curve",
  over: ["yHat", 0],
  from: -2,
  to: 8,
  slope: true,
  x: "the first prediction, ŷ₁",
  y: "loss",
};
const energies: PictureSpec = {
  kind: "heat",
  of: "value",
  rows: "decoder step i",
  columns: "encoder step j",
  what: "energy",
};

const SPECS: Readonly<Record<string, PictureSpec>> = {
  sigmoid: activation("z"),
  "log-sigmoid": activation("z"),
  tanh: activation("x"),
  relu: activation("z"),
  softplus: activation("z"),
  gelu: activation("x"),
  softmax: { kind: "bars", inputs: [], value: "probability", what: "probability", temperature: true },
  "log-softmax": { kind: "bars", inputs: [], value: "log-probability", what: "log-probability" },
  "mean-absolute-error": residual,
  "mean-squared-error": residual,
  huber: { kind: "curve", over: ["yHat"], from: -5, to: 7, slope: true, x: "prediction ŷ", y: "loss" },
  hinge: { kind: "curve", over: ["yHat"], from: -3, to: 3, slope: true, x: "prediction ŷ", y: "loss" },
  "binary-cross-entropy": {
    kind: "curve",
    over: ["p"],
    from: 0.001,
    to: 0.999,
    slope: false,
    x: "prediction p",
    y: "loss",
  },
  "binary-cross-entropy-with-logits": {
    kind: "curve",
    over: ["z"],
    from: -6,
    to: 6,
    slope: true,
    x: "logit z",
    y: "loss",
  },
  "cross-entropy": { kind: "bars", inputs: ["y", "p"], what: "probability" },
  "cross-entropy-with-logits": { kind: "bars", inputs: ["y", "z"], what: "target and logit" },
  "negative-log-likelihood": { kind: "bars", inputs: ["p"], what: "probability" },
  entropy: { kind: "bars", inputs: ["p"], what: "probability" },
  "kl-divergence": { kind: "bars", inputs: ["p", "q"], what: "probability" },
  "js-divergence": { kind: "bars", inputs: ["p", "q"], what: "probability" },
  "l1-penalty": penalty,
  "l2-penalty": penalty,
  "l1-regularization": penalty,
  "l2-regularization": penalty,
  accuracy: { kind: "confusion" },
  precision: { kind: "confusion" },
  recall: { kind: "confusion" },
  f1: { kind: "confusion" },
  sensitivity: { kind: "confusion" },
  specificity: { kind: "confusion" },
  "roc-auc": { kind: "ranking", first: "roc" },
  "average-precision": { kind: "ranking", first: "precision-recall" },
  dcg: { kind: "bars", inputs: ["g"], what: "gain" },
  ndcg: { kind: "bars", inputs: ["g"], what: "gain" },
  "mutual-information": { kind: "contingency" },
  "normalized-mutual-information": { kind: "contingency" },
  "rand-index": { kind: "contingency" },
  "adjusted-rand-index": { kind: "contingency" },
  "cosine-similarity": { kind: "bars", inputs: ["x", "y"], what: "entry" },
  "rnn-cell": { kind: "bars", inputs: ["h"], value: "the state after", what: "state" },
  "gru-cell": { kind: "bars", inputs: ["h"], value: "the state after", what: "state" },
  "lstm-cell": { kind: "bars", inputs: ["h"], value: "the state after", what: "state" },
  "rnn-encoder": { kind: "heat", of: "value", rows: "step t", columns: "entry of the state", what: "state" },
  "rnn-decoder": { kind: "heat", of: "value", rows: "step t", columns: "entry of the state", what: "state" },
  "attention-energy": energies,
  "bahdanau-attention": energies,
  "luong-dot-attention": energies,
  "luong-general-attention": energies,
  "attention-weights": { ...energies, what: "weight" },
  "attention-context": { ...energies, columns: "entry of the context", what: "context" },
  "attentional-decoder-output": { kind: "bars", inputs: [], value: "probability", what: "probability" },
  "scaled-dot-product-attention": {
    kind: "heat",
    of: { call: "softmax" },
    rows: "query",
    columns: "key",
    what: "weight",
    tokens: true,
  },
  "attention-head": { kind: "heat", of: "value", rows: "row", columns: "column", what: "output" },
  "multi-head-attention": { kind: "heat", of: "value", rows: "query", columns: "entry", what: "output" },
  "gan-objective": { kind: "gan" },
  minimax: {
    kind: "heat",
    of: { input: "V" },
    rows: "first player's move i",
    columns: "second player's move j",
    what: "payment",
  },
  "optimal-discriminator": { kind: "bars", inputs: ["p_data", "p_g"], value: "D*", what: "probability" },
  reparameterization: { kind: "draws" },
};

/** The picture of an equation, if one helps; its variants have none of their own. */
export function pictureOf(id: string): PictureSpec | undefined {
  return SPECS[id];
}

/** What a reader may move in a picture beside the inputs. */
export interface PictureControl {
  readonly name: "temperature" | "threshold";
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly start: number;
}

export function controlOf(spec: PictureSpec): PictureControl | undefined {
  if (spec.kind === "bars" && spec.temperature === true)
    return { name: "temperature", label: "temperature T", min: 0.05, max: 5, step: 0.05, start: 1 };
  if (spec.kind === "ranking")
    return { name: "threshold", label: "threshold", min: 0, max: 1, step: 0.01, start: 0.5 };
  return undefined;
}

/** Words that a heat map of attention names its tokens by. */
export const TOKENS = ["the", "cat", "sat", "on", "a", "mat", "and", "then", "it", "slept", "all", "day"];
