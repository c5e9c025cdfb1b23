import { quickTwoSum, tail, twoProduct, twoSum } from "../elementary/error-free.js";
import { logOfSumHead } from "../elementary/log-of-sum.js";
import { rescaled } from "../elementary/range.js";
import type { MatrixLike } from "../matrix.js";
import { indexOfLargest } from "../vectors.js";
import { type ClassTarget, type ClassTargets, type Observations, observationsOf } from "./observations.js";
import { type LossOptions, type Reduced, reduced, requireReduction, type Unreduced } from "./reduction.js";

/**
 * Cross-entropy of logits: -Σₖ tₖ ln softmax(z)ₖ; its mean over observations, if there are several.
 *
 * Within 1.5 ulp for any number of entries and logits of any size. A logit of -∞ has probability 0: it gives ∞, unless its
 * target is 0. One logit of ∞ has probability 1. If several are ∞ or all are -∞, there is no limit: then, and with NaN,
 * the result is NaN.
 *
 * @param targets for a vector of logits: the class, a whole number from 0, or a vector of probabilities tₖ. For a matrix of
 * logits: a vector of classes or a matrix of probabilities. They need not sum to 1; they are not changed
 * @param logits zₖ: a vector, or a matrix with a row for each observation
 * @param options reduction over observations: "mean" (the default), "sum", or "none" for the loss of each one
 * @returns a number ≥ 0, in nats; for a matrix with "none" as many as it has rows
 * @throws DomainError if a class is none, or a target is not in [0, 1]; ShapeError if sizes do not fit; TypeError for other
 * arguments than vectors and matrices
 */
export function crossEntropyWithLogits(
  targets: ClassTarget,
  logits: ArrayLike<number>,
  options?: LossOptions,
): number;
export function crossEntropyWithLogits(
  targets: ClassTargets,
  logits: MatrixLike,
  options: Unreduced,
): Float64Array;
export function crossEntropyWithLogits(targets: ClassTargets, logits: MatrixLike, options?: Reduced): number;
export function crossEntropyWithLogits(
  targets: ClassTargets,
  logits: MatrixLike,
  options: LossOptions,
): number | Float64Array;
export function crossEntropyWithLogits(
  targets: ClassTarget | ClassTargets,
  logits: ArrayLike<number> | MatrixLike,
  { reduction = "mean" }: LossOptions = {},
): number | Float64Array {
  requireReduction(reduction);
  const observations = observationsOf(targets, logits, "logits");
  return reduced(observations.single ? "sum" : reduction, observations.count, (from, to, divisor) =>
    rescaled(divisor, (scale) => sumHead(observations, from, to, scale)),
  );
}

/**
 * The sum of the losses times a power of two, with high and low parts; the low part is left in {@link tail}.
 *
 * With z* the largest logit and L = ln Σⱼ exp(zⱼ - z*), a loss is Σₖ tₖ (z* - zₖ) + (Σₖ tₖ) L: nothing is negative, so that
 * nothing cancels.
 */
function sumHead(
  { predictions: z, indices, weights, classes }: Observations,
  from: number,
  to: number,
  scale: number,
): number {
  // Differences must not overflow, and must be taken before what is small is scaled up.
  const down = Math.min(scale, 1);
  const up = Math.max(scale, 1);
  let sum = 0;
  let sumTail = 0;
  for (let i = from; i < to; i++) {
    const start = i * classes;
    const end = start + classes;
    const top = indexOfLargest(z, start, end);
    if (top < 0) return NaN;
    const largest = z[top]!;
    let logarithm = 0;
    let logarithmTail = 0;
    if (largest < Infinity) {
      const head = logOfSumHead(z, start, end, top);
      logarithm = quickTwoSum(head, tail[0]!) * down;
      logarithmTail = tail[0]! * down;
    }
    let weight = 0;
    let weightTail = 0;
    const first = indices === undefined ? start : start + indices[i]!;
    const last = indices === undefined ? end : first + 1;
    for (let k = first; k < last; k++) {
      const target = weights === undefined ? up : weights[k]! * up;
      if (target === 0) continue;
      weight = twoSum(weight, target);
      weightTail += tail[0]!;
      if (k === top) continue;
      const difference = twoSum(largest * down, -z[k]! * down);
      const differenceTail = tail[0]!;
      const term = twoProduct(target, difference);
      sumTail += tail[0]! + target * differenceTail;
      sum = twoSum(sum, term);
      sumTail += tail[0]!;
    }
    const term = twoProduct(weight, logarithm);
    sumTail += tail[0]! + (weight * logarithmTail + weightTail * logarithm);
    sum = twoSum(sum, term);
    sumTail += tail[0]!;
  }
  tail[0] = sumTail;
  return sum;
}
