import { quickTwoSum, tail, twoProduct, twoSum } from "../elementary/error-free.js";
import { addExactly, createExactSum, quotientOfSum } from "../elementary/exact-sum.js";
import { logOfSumHead } from "../elementary/log-of-sum.js";
import { quotientOf } from "../elementary/quotient.js";
import { isOrdinary } from "../elementary/range.js";
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
    total(observations, from, to, divisor),
  );
}

// With z* the largest logit and L = ln Σⱼ exp(zⱼ - z*), the loss is Σₖ tₖ (z* - zₖ) + (Σₖ tₖ) L: nothing is negative, so that
// nothing cancels.
function total(observations: Observations, from: number, to: number, divisor: number): number {
  const { predictions: z, indices, weights, classes } = observations;
  let sum = 0;
  let sumTail = 0;
  for (let i = from; i < to; i++) {
    const start = i * classes;
    const end = start + classes;
    const top = indexOfLargest(z, start, end);
    const largest = top < 0 ? NaN : z[top]!;
    if (!(largest < Infinity)) return exactTotal(observations, from, to, divisor);
    const logarithmHead = logOfSumHead(z, start, end, top);
    const logarithm = quickTwoSum(logarithmHead, tail[0]!);
    const logarithmTail = tail[0]!;
    let weight = 1;
    let weightTail = 0;
    if (indices !== undefined) {
      const difference = twoSum(largest, -z[start + indices[i]!]!);
      sumTail += tail[0]!;
      sum = twoSum(sum, difference);
      sumTail += tail[0]!;
    }
    if (weights !== undefined) {
      weight = 0;
      for (let k = start; k < end; k++) {
        const target = weights[k]!;
        if (target === 0) continue;
        weight = twoSum(weight, target);
        weightTail += tail[0]!;
        const difference = twoSum(largest, -z[k]!);
        const differenceTail = tail[0]!;
        const term = twoProduct(target, difference);
        sumTail += tail[0]! + target * differenceTail;
        sum = twoSum(sum, term);
        sumTail += tail[0]!;
      }
    }
    const term = twoProduct(weight, logarithm);
    sumTail += tail[0]! + (weight * logarithmTail + weightTail * logarithm);
    sum = twoSum(sum, term);
    sumTail += tail[0]!;
  }
  return isOrdinary(sum, sumTail)
    ? quotientOf(sum, sumTail, divisor, 0)
    : exactTotal(observations, from, to, divisor);
}

/** The same where terms are below the normal doubles, where the sum overflows, or where logits are infinite. */
function exactTotal(
  { predictions: z, indices, weights, classes }: Observations,
  from: number,
  to: number,
  divisor: number,
): number {
  const sum = createExactSum();
  for (let i = from; i < to; i++) {
    const start = i * classes;
    const top = indexOfLargest(z, start, start + classes);
    const largest = top < 0 ? NaN : z[top]!;
    const logarithm = largest < Infinity ? logOfSumHead(z, start, start + classes, top) : 0;
    const logarithmTail = largest < Infinity ? tail[0]! : 0;
    for (let k = 0; k < classes; k++) {
      const weight = weights === undefined ? (indices![i] === k ? 1 : 0) : weights[start + k]!;
      if (weight === 0 && top >= 0) continue;
      if (start + k !== top) {
        addExactly(sum, weight, largest);
        addExactly(sum, -weight, z[start + k]);
      }
      addExactly(sum, weight, logarithm);
      addExactly(sum, weight, logarithmTail);
    }
  }
  return quotientOfSum(sum, divisor);
}
