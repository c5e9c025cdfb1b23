// Symbols for the formulas of the collection and of the wild that need no sets, families or expectations.

import { SCALAR, sizeOf, type Shape } from "../../src/latex/shapes.js";
import {
  functionSymbol,
  integer,
  matrix,
  probability,
  real,
  vector,
  type FunctionSymbol,
  type SymbolDeclarations,
} from "../../src/latex/symbols.js";

const column = (size: string): Shape => ({ kind: "vector", size: sizeOf(size), row: false });
/** A function known by its shapes alone. */
function unknown(latex: string, parameters: readonly Shape[], result: Shape): FunctionSymbol {
  const named = parameters.map((shape, k) => ({ name: `p${k}`, shape }));
  return functionSymbol({ name: latex, latex, parameters: named, result, body: undefined });
}

const softmax = unknown("softmax", [column("n")], column("n"));
const counts = { TP: integer(), TN: integer(), FP: integer(), FN: integer() };
const rates = { Precision: real(), Recall: real() };
const yHat = real("", { latex: "\\hat{y}" });
const distributions = { y: vector("M"), yHat: vector("M", "", { latex: "\\hat{y}" }) };
const regression = { x: vector("D"), y: vector("D") };
const scores = { s: matrix("T", "d"), h: matrix("S", "d"), W: matrix("d", "d") };
const penalty = {
  Error: unknown("Error", [SCALAR], SCALAR),
  Y: real(),
  YHat: real("", { latex: "\\hat{Y}" }),
  lambda: real(),
  n: integer(),
  w: vector("n"),
};

export const readable: Readonly<Record<string, SymbolDeclarations>> = {
  "attention-context": { alpha: matrix("n", "T_x"), h: matrix("T_x", "d") },
  "attention-weights": { e: matrix("n", "T_x") },
  "attention-energy": {
    a: unknown("a", [column("n"), column("m")], SCALAR),
    s: matrix("T", "n"),
    h: matrix("S", "m"),
  },
  "bahdanau-attention": { v: vector("a"), W: matrix("a", "n + m"), s: matrix("T", "n"), h: matrix("S", "m") },
  "luong-dot-attention": scores,
  "luong-general-attention": scores,
  "attentional-decoder-output": { softmax, V: matrix("v", "d"), s: matrix("T", "d") },
  "scaled-dot-product-attention": {
    softmax,
    Q: matrix("n", "d_k"),
    K: matrix("m", "d_k"),
    V: matrix("m", "d_v"),
  },
  reparameterization: { mu: real(), epsilon: real(), sigma: real() },
  sigmoid: { z: real() },
  tanh: { x: real() },
  softmax: { z: vector("K") },
  relu: { z: real() },
  gelu: { x: real() },
  "mean-absolute-error": regression,
  "mean-squared-error": regression,
  huber: { y: real(), yHat, delta: real() },
  "binary-cross-entropy": { y: probability(), p: probability() },
  "cross-entropy": { y: matrix("N", "M"), p: matrix("N", "M"), o: integer() },
  "negative-log-likelihood": { p: unknown("p", [SCALAR], SCALAR), y: real() },
  hinge: { y: real(), yHat },
  "kl-divergence": distributions,
  "js-divergence": { ...distributions, KL: unknown("KL", [column("M"), column("M")], SCALAR) },
  "l1-regularization": penalty,
  "l2-regularization": penalty,
  accuracy: counts,
  precision: counts,
  recall: counts,
  f1: { ...counts, ...rates },
  sensitivity: counts,
  specificity: counts,
  "average-precision": { R: vector("N"), P: vector("N") },
  "cosine-similarity": { x: vector("n"), y: vector("n") },
  "mlx-log-softmax": { x: vector("n") },
  "paddle-huber": { y: real(), yHat, delta: real() },
  "f1-as-average": rates,
  "attention-unscaled-by-d": {
    softmax,
    d_k: integer(),
    Q: matrix("n", "d"),
    K: matrix("m", "d"),
    V: matrix("m", "d_v"),
  },
  "torch-multilabel-soft-margin": { x: vector("n"), y: vector("n") },
  "torch-kl-div": { y: vector("N"), p: vector("N") },
};
