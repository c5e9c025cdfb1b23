import { tail, twoSum } from "../elementary/error-free.js";
import { logOfSumHead } from "../elementary/log-of-sum.js";
import { addHead, productHead } from "../elementary/parts.js";
import type { MatrixLike } from "../matrix.js";
import { indexOfLargest } from "../vectors.js";
import { type ClassTarget, type ClassTargets, lossOverClasses, type Observations } from "./observations.js";
import type { LossOptions, Reduced, Unreduced } from "./reduction.js";

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
  options: LossOptions = {},
): number | Float64Array {
  return lossOverClasses(targets, logits, options, addLosses, "logits");
}

/**
 * With z* the largest logit and L = ln Σⱼ exp(zⱼ - z*), a loss is Σₖ tₖ ((z* - zₖ) + L): nothing is negative, so that nothing
 * cancels.
 */
function addLosses(
  sum: Float64Array,
  { columns, data: z, targets, areClasses }: Observations,
  from: number,
  to: number,
  scale: number,
): void {
  // Differences must not overflow, and must be taken before what is small is scaled up.
  const down = Math.min(scale, 1);
  const up = Math.max(scale, 1);
  for (let i = from; i < to; i++) {
    const start = i * columns;
    const top = indexOfLargest(z, start, start + columns);
    if (top < 0) sum[0] = NaN;
    const largest = z[top]!;
    tail[0] = 0;
    // The only logit of ∞ leaves no probability for the others.
    const L = largest < Infinity ? logOfSumHead(z, start, start + columns, top, up > 1) * down : 0;
    const LTail = tail[0] * down;
    const first = areClasses ? start + targets[i]! : start;
    const last = areClasses ? first : start + columns - 1;
    for (let k = first; k <= last; k++) {
      const target = areClasses ? 1 : targets[k]!;
      if (target === 0) continue;
      tail[0] = 0;
      const difference = k === top ? 0 : twoSum(largest * down, -z[k]! * down) * up;
      const differenceTail = tail[0] * up;
      const loss = twoSum(difference, L);
      addHead(sum, productHead(target, 0, loss, tail[0] + (differenceTail + LTail)));
    }
  }
}
