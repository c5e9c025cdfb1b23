// Formulas that others printed, not one character changed, run as they stand and held against the implementations: those
// of the collection that this catalogue starts from, and those that were called wrong elsewhere.

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  equation,
  equations,
  f1 as f1Record,
  klDivergence as klRecord,
  precision as precisionRecord,
  recall as recallRecord,
  type Equation,
  type EquationDefinition,
} from "../src/equations/index.js";
import {
  clustering,
  family,
  formula,
  index,
  integer,
  matrix,
  probability,
  real,
  set,
  vector,
  type SymbolDeclarations,
} from "../src/evaluate/index.js";
import * as ml from "../src/index.js";
import { refuteStatement } from "../src/verify/statements.js";
import { verifyEquation, type EquationReport } from "../src/verify/index.js";
import seeds from "./data/seed-formulas.json" with { type: "json" };
import wild from "./data/wrong-in-the-wild.json" with { type: "json" };

/** What a printed formula is read with and held against. */
interface Printed {
  readonly against: (latex: string) => Equation;
}

type Definition<S extends SymbolDeclarations> = Pick<EquationDefinition<S>, "symbols" | "numeric"> &
  Partial<EquationDefinition<S>>;

/** A printed formula with these symbols, against this implementation of the equation that it is said to state. */
function printed<const S extends SymbolDeclarations>(definition: Definition<S>): Printed {
  return {
    against: (latex) =>
      equation<S>({
        id: "printed",
        name: "as printed",
        family: "losses",
        maxUlps: 2,
        identities: {},
        limits: [],
        sources: [],
        ...definition,
        latex,
      }),
  };
}

const logs = { zeroLogZero: true, positiveOverZero: true };
const hat = (symbol: string) => ({ latex: `\\hat{${symbol}}` });
const count = () => integer("a count", { domain: "[0, ∞)" });
const share = (size: string) => vector(size, "probabilities", { domain: "[0, 1]" });
const rest = { TP: 0, FP: 0, FN: 0, TN: 0 };
const pair = { x: vector("D"), y: vector("D") };
const huberSymbols = { y: real(), yHat: real("", hat("y")), delta: real("", { domain: "(0, ∞)" }) };
const likelihoods = { p: matrix("Y", "T", "", { called: true, domain: "[0, ∞)" }) };
/** The sum of squares and the sum of absolute values, as functions of a difference. */
const errors = {
  squared: formula(String.raw`E(d) = \sum_i d_i^2`, { d: vector("N") }).asFunction({ latex: "Error" }),
  absolute: formula(String.raw`E(d) = \sum_i |d_i|`, { d: vector("N") }).asFunction({ latex: "Error" }),
};
const regularized = (
  error: keyof typeof errors,
  regularize: typeof ml.l1Regularization,
  loss: typeof ml.meanSquaredError,
) =>
  printed({
    symbols: {
      Error: errors[error],
      Y: vector("N"),
      YHat: vector("N", "", { latex: "\\widehat{Y}" }),
      lambda: real("", { domain: "[0, ∞)" }),
      w: vector("n"),
    },
    numeric: ({ Y, YHat, lambda, w }) => regularize(loss(Y, YHat, { reduction: "sum" }), w, lambda),
  });

/** By the formula's id in the collection; a list where it is held against several things. */
const collection: Readonly<Record<string, Printed | readonly Printed[]>> = {
  sigmoid: printed({ symbols: { z: real() }, numeric: ({ z }) => ml.sigmoid(z) }),
  tanh: printed({ symbols: { x: real() }, numeric: ({ x }) => ml.tanh(x) }),
  softmax: printed({ symbols: { z: vector("K") }, numeric: ({ z }) => ml.softmax(z) }),
  relu: printed({ symbols: { z: real() }, numeric: ({ z }) => ml.relu(z) }),
  gelu: printed({ symbols: { x: real() }, numeric: ({ x }) => ml.gelu(x) }),
  "mean-absolute-error": printed({ symbols: pair, numeric: ({ x, y }) => ml.meanAbsoluteError(x, y) }),
  "mean-squared-error": printed({ symbols: pair, numeric: ({ x, y }) => ml.meanSquaredError(x, y) }),
  huber: printed({
    symbols: huberSymbols,
    numeric: ({ y, yHat, delta }) => ml.huber(y, yHat, { delta }),
  }),
  "binary-cross-entropy": printed({
    symbols: { y: probability(), p: probability() },
    evaluation: logs,
    numeric: ({ y, p }) => ml.binaryCrossEntropy(y, p),
  }),
  "cross-entropy": printed({
    symbols: {
      y: matrix("N", "M", "", { domain: "[0, 1]" }),
      p: matrix("N", "M", "", { domain: "[0, 1]" }),
      o: index("N"),
    },
    evaluation: logs,
    numeric: ({ y, p, o }) => ml.crossEntropy(ml.row(y, o - 1), ml.row(p, o - 1)),
  }),
  "negative-log-likelihood": printed({
    symbols: { y: index("K"), p: vector("K", "", { called: true, domain: "[0, 1]" }) },
    numeric: ({ y, p }) => ml.negativeLogLikelihood(y - 1, p),
  }),
  "minimum-negative-log-likelihood": printed({
    symbols: likelihoods,
    numeric: ({ p }) => ml.minimumNegativeLogLikelihood(p),
  }),
  "maximum-likelihood": printed({ symbols: likelihoods, numeric: ({ p }) => ml.maximumLikelihood(p) }),
  hinge: printed({
    symbols: { y: real("", { domain: "{-1, 1}" }), yHat: real("", hat("y")) },
    numeric: ({ y, yHat }) => ml.hinge(y, yHat),
  }),
  "kl-divergence": printed({
    symbols: { y: share("M"), yHat: vector("M", "", { ...hat("y"), domain: "[0, 1]" }) },
    evaluation: logs,
    numeric: ({ y, yHat }) => ml.klDivergence(yHat, y),
  }),
  "js-divergence": printed({
    symbols: {
      KL: klRecord.formula.asFunction({ latex: "KL" }),
      y: share("M"),
      yHat: vector("M", "", { ...hat("y"), domain: "[0, 1]" }),
    },
    evaluation: logs,
    numeric: ({ y, yHat }) => ml.jsDivergence(yHat, y),
  }),
  "l1-regularization": [
    regularized("squared", ml.l1Regularization, ml.meanSquaredError),
    regularized("absolute", ml.l1Regularization, ml.meanAbsoluteError),
  ],
  "l2-regularization": [
    regularized("squared", ml.l2Regularization, ml.meanSquaredError),
    regularized("absolute", ml.l2Regularization, ml.meanAbsoluteError),
  ],
  accuracy: printed({
    symbols: { TP: count(), TN: count(), FP: count(), FN: count() },
    numeric: (counts) => ml.accuracy(counts),
  }),
  precision: printed({
    symbols: { TP: count(), FP: count() },
    numeric: (counts) => ml.precision({ ...rest, ...counts }),
  }),
  recall: printed({
    symbols: { TP: count(), FN: count() },
    numeric: (counts) => ml.recall({ ...rest, ...counts }),
  }),
  f1: printed({
    symbols: { TP: count(), FP: count(), FN: count() },
    calls: [precisionRecord, recallRecord],
    numeric: (counts) => ml.f1({ ...rest, ...counts }),
  }),
  sensitivity: printed({
    symbols: { TP: count(), FN: count() },
    calls: [recallRecord],
    numeric: (counts) => ml.sensitivity({ ...rest, ...counts }),
  }),
  specificity: printed({
    symbols: { TN: count(), FP: count() },
    numeric: (counts) => ml.specificity({ ...rest, ...counts }),
  }),
  "mutual-information": printed({
    symbols: { U: clustering("N", "R"), V: clustering("N", "C") },
    evaluation: logs,
    maxSize: 60,
    numeric: ({ U, V }) => ml.mutualInformation(U, V),
  }),
  "cosine-similarity": printed({
    symbols: { x: vector("n"), y: vector("n") },
    numeric: ({ x, y }) => ml.cosineSimilarity(x, y),
  }),
  jaccard: printed({ symbols: { U: set(), V: set() }, numeric: ({ U, V }) => ml.jaccard(U, V) }),
  "pointwise-mutual-information": printed({
    symbols: {
      pxy: probability("", { latex: "p(x,y)" }),
      px: probability("", { latex: "p(x)" }),
      py: probability("", { latex: "p(y)" }),
    },
    evaluation: logs,
    numeric: ({ pxy, px, py }) => ml.pointwiseMutualInformation(pxy, px, py),
  }),
};

/** A formula of the collection's models, with the symbols of a record or with others, against its implementation. */
function asIn(id: string, symbols?: SymbolDeclarations): Printed {
  const record = equations.find((one) => one.id === id)!;
  const { numeric, maxUlps, calls = [], evaluation = {} } = record;
  const { termScale } = record;
  return printed({
    symbols: symbols ?? record.symbols,
    numeric,
    maxUlps,
    calls,
    evaluation,
    ...(termScale === undefined ? {} : { termScale }),
  });
}

const fromBefore = (size: string) => matrix("n", size, "the states, from s_0 on", { first: 0 });
const models: Readonly<Record<string, Printed>> = {
  "rnn-encoder": asIn("rnn-encoder"),
  "rnn-decoder": asIn("rnn-decoder"),
  "attention-context": asIn("attention-context"),
  "attention-weights": asIn("attention-weights"),
  "attention-energy": asIn("attention-energy"),
  "bahdanau-attention": asIn("bahdanau-attention"),
  "luong-dot-attention": asIn("luong-dot-attention", { s: fromBefore("d"), h: matrix("m", "d") }),
  "luong-general-attention": asIn("luong-general-attention", {
    s: fromBefore("d_s"),
    h: matrix("m", "d_h"),
    W: matrix("d_s", "d_h"),
  }),
  "attentional-decoder-state": asIn("attentional-decoder-state"),
  "attentional-decoder-output": asIn("attentional-decoder-output"),
  "scaled-dot-product-attention": asIn("scaled-dot-product-attention"),
  "attention-head": asIn("attention-head"),
  "multi-head-attention": printed({
    symbols: {
      head: family("h", matrix("n", "d_v")),
      WO: matrix("h·d_v", "d", "", { latex: "W^O" }),
    },
    maxUlps: 4,
    termScale: "what the heads say may cancel",
    numeric: ({ head, WO }) => {
      const rows = ml.toArray(head[0]!).map((_, i) => head.flatMap((one) => [...ml.row(one, i)]));
      return ml.attentionContext(ml.matrix(rows), WO);
    },
  }),
  "gan-objective": asIn("gan-objective"),
  "gan-objective-later": asIn("gan-objective"),
  reparameterization: asIn("reparameterization"),
};
const statements: Readonly<Record<string, string>> = {
  "vae-posterior": "reparameterization",
  "vae-noise": "reparameterization",
  "vae-noise-vector": "reparameterization/isotropic",
  "vae-posterior-vector": "reparameterization/isotropic",
};

/** Attention as its paper prints it, in doubles: enough to tell a formula that divides by something else. */
function attention(Q: ml.Matrix, K: ml.Matrix, V: ml.Matrix): ml.Matrix {
  const rows = ml.toArray(Q).map((q) => {
    const scores = ml
      .toArray(K)
      .map((k) => q.reduce((sum, x, i) => sum + x * k[i]!, 0) / Math.sqrt(Q.columns));
    const weights = ml.softmax(scores);
    return Array.from({ length: V.columns }, (_, j) =>
      weights.reduce((sum, weight, m) => sum + weight * V.data[m * V.columns + j]!, 0),
    );
  });
  return ml.matrix(rows);
}

const small = "[-4, 4]";
const elsewhere: Readonly<Record<string, Printed>> = {
  "mtcnn-eq-1": printed({
    symbols: {
      y: vector("n", "", { latex: "y^{det}", domain: "[0, 1]" }),
      p: share("n"),
    },
    evaluation: logs,
    numeric: ({ y, p }) => ml.binaryCrossEntropy(y, p, { reduction: "none" }),
  }),
  "mlx-log-softmax": printed({ symbols: { x: vector("K") }, numeric: ({ x }) => ml.logSoftmax(x) }),
  "paddle-huber": printed({
    symbols: huberSymbols,
    numeric: ({ y, yHat, delta }) => ml.huber(y, yHat, { delta }),
  }),
  "f1-as-average": printed({
    symbols: { TP: count(), FP: count(), FN: count() },
    calls: [precisionRecord, recallRecord],
    numeric: (counts) => ml.f1({ ...rest, ...counts }),
  }),
  "kl-swapped": printed({
    symbols: {
      P: vector("X", "", { called: true, domain: "[0, 1]" }),
      Q: vector("X", "", { called: true, domain: "[0, 1]" }),
    },
    evaluation: logs,
    numeric: ({ P, Q }) => ml.klDivergence(P, Q),
  }),
  "attention-unscaled-by-d": printed({
    symbols: {
      softmax: formula(String.raw`s(z)_i = \frac{e^{z_i}}{\sum_j e^{z_j}}`, { z: vector("K") }).asFunction({
        latex: "\\mathrm{softmax}",
      }),
      Q: matrix("n", "d_k", "", { domain: small }),
      K: matrix("m", "d_k", "", { domain: small }),
      V: matrix("m", "d_v", "", { domain: "[1, 4]" }),
    },
    maxUlps: 1e6,
    maxSize: 100,
    numeric: ({ Q, K, V }) => attention(Q, K, V),
  }),
  "torch-multilabel-soft-margin": printed({
    symbols: { x: vector("n", "", { domain: "[-30, 30]" }), y: share("n") },
    maxSize: 100,
    numeric: ({ x, y }) => ml.binaryCrossEntropyWithLogits(y, x),
  }),
  "torch-kl-div": printed({
    symbols: { y: share("N"), p: vector("N", "", { domain: "(0, 1]" }) },
    evaluation: logs,
    numeric: ({ y, p }) => ml.klDivergence(y, p),
  }),
};

const verify = ({ against }: Printed, latex: string): EquationReport =>
  verifyEquation(against(latex), { samples: 200, maxSize: 100, seed: 3 });

/** That a formula is told wrong where it is, with inputs and both values, and holds where it is right. */
function expectVerdict(one: Printed, latex: string, verdict: string): EquationReport {
  const report = verify(one, latex);
  const values = report.failures.filter(({ check }) => check === "values");
  if (verdict === "equivalent") {
    expect(report.failures, JSON.stringify(report.failures)).toEqual([]);
    expect(report.samples).toBeGreaterThan(30);
    return report;
  }
  expect(values).toHaveLength(1);
  expect(values[0]).toMatchObject({ outcome: "fails" });
  expect(values[0]!.inputs).toBeDefined();
  expect(values[0]!.expected).not.toBe(values[0]!.actual);
  return report;
}

const inSection = seeds.formulas.filter(({ section }) => !section.startsWith("Model"));
const inModels = seeds.formulas.filter(({ section }) => section.startsWith("Model"));

describe("the collection prints, and it runs as it stands:", () => {
  it("every formula outside its models is here", () => {
    const ids = inSection.filter(({ latex }) => latex !== null).map(({ id }) => id);
    expect([...Object.keys(collection), "average-precision"].sort()).toEqual(ids.sort());
  });

  it.each(
    inSection.flatMap(({ id, latex, verdict }) =>
      latex === null || id === "average-precision" ? [] : [[id, verdict, latex] as const],
    ),
  )("%s: %s", (id, verdict, latex) => {
    for (const one of [collection[id]!].flat()) expectVerdict(one, latex, verdict);
  });

  const latexOf = (id: string): string => seeds.formulas.find((one) => one.id === id)!.latex!;

  it("average-precision: equivalent, on the points of a precision–recall curve", () => {
    const f = formula(latexOf("average-precision"), {
      R: vector("N + 1", "recalls", { first: 0 }),
      P: vector("N", "precisions"),
    });
    const scored = fc
      .array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 9 })), { minLength: 1, maxLength: 30 })
      .filter((items) => items.some(([label]) => label));
    fc.assert(
      fc.property(scored, (items) => {
        const labels = items.map(([label]) => label);
        const scores = items.map(([, score]) => score);
        const { precisions, recalls } = ml.precisionRecallCurve(labels, scores);
        const value = f.evaluate({ R: recalls, P: precisions.slice(1) }) as number;
        const expected = ml.averagePrecision(labels, scores);
        // The points are rounded, and with them the differences of recalls.
        expect(Math.abs(value - expected)).toBeLessThanOrEqual(items.length * 2 ** -52);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it.each([
    ["mean-absolute-error", ml.meanAbsoluteError],
    ["mean-squared-error", ml.meanSquaredError],
  ] as const)("%s is off by the factor D: it is the sum", (id, loss) => {
    const sum = printed({ symbols: pair, numeric: ({ x, y }) => loss(x, y, { reduction: "sum" }) });
    expectVerdict(sum, latexOf(id), "equivalent");
    const { failures } = verify(collection[id] as Printed, latexOf(id));
    expect((failures[0]!.inputs!["x"] as readonly number[]).length).toBeGreaterThan(1);
  });

  it("huber is wrong just where the prediction is above the target by δ or more", () => {
    const { failures } = verify(collection["huber"] as Printed, latexOf("huber"));
    const { y, yHat, delta } = failures[0]!.inputs as Record<string, number>;
    expect(y! - yHat!).toBeLessThanOrEqual(-delta!);
    // At y − ŷ = −δ = −1 it prints −3/2 where the loss is 1/2.
    const f = formula(latexOf("huber"), huberSymbols);
    expect(f.evaluate({ y: 0, yHat: 1, delta: 1 })).toBe(-1.5);
    expect(ml.huber(0, 1, { delta: 1 })).toBe(0.5);
    const elsewhereRight = printed({
      symbols: {
        ...huberSymbols,
        y: real("", { domain: "[0, ∞)" }),
        yHat: real("", { ...hat("y"), domain: "(-∞, 0]" }),
      },
      numeric: ({ y: target, yHat: prediction, delta: δ }) => ml.huber(target, prediction, { delta: δ }),
    });
    expectVerdict(elsewhereRight, latexOf("huber"), "equivalent");
  });
});

describe("the collection's models, as printed:", () => {
  it("every formula is here, and is what the collection says: a value, or a statement", () => {
    const ids = inModels.filter(({ latex }) => latex !== null).map(({ id }) => id);
    expect([...Object.keys(models), ...Object.keys(statements)].sort()).toEqual(ids.sort());
    for (const { id, verdict } of inModels) expect(verdict === "statement", id).toBe(id in statements);
  });

  it.each(
    inModels.flatMap(({ id, latex, verdict }) => (id in models ? [[id, verdict, latex!] as const] : [])),
  )("%s: %s", (id, verdict, latex) => {
    expectVerdict(models[id]!, latex, verdict);
  });

  it.each(inModels.flatMap(({ id, latex }) => (id in statements ? [[id, latex!] as const] : [])))(
    "%s: a statement that is true of the draws",
    (id, latex) => {
      const record = equations
        .flatMap((one) => [one, ...one.variants])
        .find((one) => one.id === statements[id])!;
      // What is drawn may be written without an arrow.
      const { epsilon } = record.random!;
      const plain = latex.startsWith(String.raw`\epsilon`) && epsilon!.includes("vec");
      expect(
        refuteStatement(
          record,
          plain ? latex.replace(String.raw`\epsilon`, String.raw`\vec{\epsilon}`) : latex,
          7,
        ),
      ).toBeUndefined();
    },
  );

  it("the heads are what the line before says: with it, multi-head attention is that of the catalogue", () => {
    const [whole, head] = ["multi-head-attention", "attention-head"].map(
      (id) => seeds.formulas.find((one) => one.id === id)!.latex!,
    );
    expectVerdict(asIn("multi-head-attention"), String.raw`${whole!} \\ ${head!}`, "equivalent");
  });

  it("the GAN objective as first printed is told wrong: its inner maximum is unbounded", () => {
    const latex = seeds.formulas.find(({ id }) => id === "gan-objective")!.latex!;
    const mended = latex.replace(String.raw`1 - \log{D(G(z))}`, String.raw`\log(1 - D(G(z)))`);
    expect(mended).not.toBe(latex);
    expectVerdict(asIn("gan-objective"), mended, "equivalent");
  });
});

describe("printed elsewhere, and called wrong:", () => {
  it("every formula is here", () => {
    expect(Object.keys(elsewhere).sort()).toEqual(wild.formulas.map(({ id }) => id).sort());
  });

  it.each(wild.formulas.map(({ id, verdict, latex }) => [id, verdict, latex] as const))(
    "%s: %s",
    (id, verdict, latex) => {
      expectVerdict(elsewhere[id]!, latex, verdict);
    },
  );

  it("what is told wrong is right with the slip mended", () => {
    const mended = (id: string, slip: string, right: string): void => {
      const { latex } = wild.formulas.find((one) => one.id === id)!;
      expect(latex).toContain(slip);
      expectVerdict(elsewhere[id]!, latex.replace(slip, right), "equivalent");
    };
    mended("mtcnn-eq-1", String.raw`(1 - \log(p_i))`, String.raw`\log(1 - p_i)`);
    mended("mlx-log-softmax", "x +", "x -");
    mended("paddle-huber", String.raw`\delta (y - \hat{y})`, String.raw`\delta |y - \hat{y}|`);
    mended("kl-swapped", String.raw`Q(x) \log \frac{Q(x)}{P(x)}`, String.raw`P(x) \log \frac{P(x)}{Q(x)}`);
    mended("attention-unscaled-by-d", "{d_k}", String.raw`{\sqrt{d_k}}`);
    mended(
      "f1-as-average",
      String.raw`\frac{\text{Precision} + \text{Recall}}{2}`,
      f1Record.latex.split(" = ")[2]!,
    );
  });
});
