import { tail, twoSum } from "../elementary/error-free.js";
import { rescaled } from "../elementary/range.js";
import { surprisalHead, weighted } from "../elementary/surprisal.js";
import type { MatrixLike } from "../matrix.js";
import {
  type ClassTarget,
  type ClassTargets,
  type Observations,
  observationsOf,
  requireProbabilityRows,
} from "./observations.js";
import { type LossOptions, type Reduced, reduced, requireReduction, type Unreduced } from "./reduction.js";

/**
 * Cross-entropy of probabilities: -Σₖ tₖ ln pₖ; its mean over observations, if there are several.
 *
 * Within 1.5 ulp for any number of entries; nothing is clamped: a class that is to be expected but has no probability
 * gives ∞, and 0 ln 0 = 0. NaN gives NaN. For logits, crossEntropyWithLogits keeps what the rounding of a probability
 * loses.
 *
 * @param targets for a vector of predictions: the class, a whole number from 0, or a vector of probabilities tₖ. For a
 * matrix of predictions: a vector of classes or a matrix of probabilities. They need not sum to 1; they are not changed
 * @param predictions the probabilities pₖ: a vector, or a matrix with a row for each observation
 * @param options reduction over observations: "mean" (the default), "sum", or "none" for the loss of each one
 * @returns a number ≥ 0, in nats; for a matrix with "none" as many as it has rows
 * @throws DomainError if a class is none, or an entry is not in [0, 1]; ShapeError if sizes do not fit; TypeError for other
 * arguments than vectors and matrices
 */
export function crossEntropy(
  targets: ClassTarget,
  predictions: ArrayLike<number>,
  options?: LossOptions,
): number;
export function crossEntropy(
  targets: ClassTargets,
  predictions: MatrixLike,
  options: Unreduced,
): Float64Array;
export function crossEntropy(targets: ClassTargets, predictions: MatrixLike, options?: Reduced): number;
export function crossEntropy(
  targets: ClassTargets,
  predictions: MatrixLike,
  options: LossOptions,
): number | Float64Array;
export function crossEntropy(
  targets: ClassTarget | ClassTargets,
  predictions: ArrayLike<number> | MatrixLike,
  { reduction = "mean" }: LossOptions = {},
): number | Float64Array {
  requireReduction(reduction);
  const observations = observationsOf(targets, predictions, "predictions");
  requireProbabilityRows(observations);
  return reduced(observations.single ? "sum" : reduction, observations.count, (from, to, divisor) =>
    rescaled(divisor, (scale) => sumHead(observations, from, to, scale)),
  );
}

/** The sum of the losses times a power of two, with high and low parts; the low part is left in {@link tail}. */
function sumHead(
  { predictions, indices, weights, classes }: Observations,
  from: number,
  to: number,
  scale: number,
): number {
  let sum = 0;
  let sumTail = 0;
  if (indices !== undefined) {
    for (let i = from; i < to; i++) {
      const surprisal = surprisalHead(predictions[i * classes + indices[i]!]!) * scale;
      sumTail += tail[0]! * scale;
      sum = twoSum(sum, surprisal);
      sumTail += tail[0]!;
    }
  }
  if (weights !== undefined) {
    for (let i = from * classes; i < to * classes; i++) {
      const surprisal = surprisalHead(predictions[i]!) * scale;
      const term = weighted(weights[i]!, surprisal, tail[0]! * scale);
      sumTail += tail[0]!;
      sum = twoSum(sum, term);
      sumTail += tail[0]!;
    }
  }
  tail[0] = sumTail;
  return sum;
}
