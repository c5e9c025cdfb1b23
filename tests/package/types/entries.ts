// What a consumer writes, by every entry: this compiles.

import {
  DomainError,
  ShapeError,
  logSoftmax,
  matrix,
  row,
  sigmoid,
  softmax,
  toArray,
  type Matrix,
  type MatrixLike,
} from "ml-equations";
import { equation, equations, relu, type Equation, type NumericValue } from "ml-equations/equations";
import { LatexError, formula, real, vector, type FormulaDigits, type FormulaValue } from "ml-equations/latex";
import { verifyEquation, type EquationReport, type Outcome } from "ml-equations/verify";

export const number: number = sigmoid(2);
export const probabilities: Float64Array = softmax([1, 2, 3]);
export const ofAnyArray: Float64Array[] = [
  logSoftmax(Float32Array.of(1, 2)),
  softmax(probabilities),
  softmax([1, 2] as const),
];

export const M: Matrix = matrix([[1, 2], Float64Array.of(3, 4)]);
export const like: MatrixLike[] = [M, [[1], [2]], { rows: 1, columns: 1, data: Float32Array.of(1) }];
export const firstRow: Float64Array = row(M, 0);
export const rows: number[][] = toArray(M);

export const first: Equation | undefined = equations[0];
export const value: NumericValue = relu.numeric({ z: 1 });
export const ids: string[] = equations.map(({ id }) => id);

const entropy = formula(String.raw`-\sum_i p_i \log p_i`, { p: vector("K") });
export const exact: FormulaValue = entropy.evaluate({ p: [0.5, 0.5] });
export const digits: FormulaDigits = entropy.evaluate({ p: Float64Array.of(1) }, { digits: 30 });

const swish = equation({
  id: "swish",
  name: "Swish",
  family: "activations",
  latex: String.raw`\operatorname{swish}(x) = \frac{x}{1 + e^{-x}}`,
  symbols: { x: real("the pre-activation") },
  numeric: ({ x }) => x * sigmoid(x),
  maxUlps: 4,
  identities: {},
  limits: [],
  sources: [],
});
export const report: EquationReport = verifyEquation(swish, {
  samples: 10,
  catalogue: [...equations, swish],
});
export const outcome: Outcome = report.outcome;

export function explain(error: unknown): string {
  if (error instanceof DomainError || error instanceof ShapeError) return error.message;
  return error instanceof LatexError ? error.code : "unknown";
}
