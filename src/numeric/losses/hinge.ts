import { tail, twoSum } from "../elementary/error-free.js";
import { addExactly, createExactSum, quotientOfSum } from "../elementary/exact-sum.js";
import { quotientOf } from "../elementary/quotient.js";
import { outOfDomain } from "../errors.js";
import type { Place } from "../domains.js";
import { type LossOptions, type Reduced, reduceLoss, type Unreduced } from "./reduction.js";

/**
 * Hinge loss: (1/n) Σᵢ max(0, 1 - tᵢ ŷᵢ).
 *
 * Within 1 ulp for any number of entries; it does not overflow on the way. A prediction of NaN gives NaN.
 *
 * @param targets t, a vector of labels 1 and -1 with at least one entry, or one label; it is not changed
 * @param predictions ŷ, decision values, any real numbers, as many as targets
 * @param options reduction: "mean" (the default), "sum", or "none" for the max(0, 1 - tᵢ ŷᵢ) themselves
 * @returns a number ≥ 0, or with "none" as many as targets
 * @throws DomainError if a target is neither 1 nor -1; ShapeError if the lengths differ or are 0; TypeError if the
 * arguments are not both vectors or both numbers
 *
 * Source: C. Cortes and V. Vapnik, Support-vector networks, Machine Learning 20 (1995) 273–297.
 */
export function hinge(targets: number, predictions: number, options?: LossOptions): number;
export function hinge(
  targets: ArrayLike<number>,
  predictions: ArrayLike<number>,
  options: Unreduced,
): Float64Array;
export function hinge(targets: ArrayLike<number>, predictions: ArrayLike<number>, options?: Reduced): number;
export function hinge(
  targets: ArrayLike<number>,
  predictions: ArrayLike<number>,
  options: LossOptions,
): number | Float64Array;
export function hinge(
  targets: number | ArrayLike<number>,
  predictions: number | ArrayLike<number>,
  options: LossOptions = {},
): number | Float64Array {
  return reduceLoss(targets, predictions, options, total, requireSigns);
}

function requireSigns(targets: Float64Array, _predictions: Float64Array, targetAt: Place): void {
  for (let i = 0; i < targets.length; i++) {
    if (Math.abs(targets[i]!) !== 1) {
      throw outOfDomain(targetAt(i), "1 or -1", targets[i]!);
    }
  }
}

function total(t: Float64Array, ŷ: Float64Array, from: number, to: number, divisor: number): number {
  let sum = 0;
  let sumTail = 0;
  for (let i = from; i < to; i++) {
    const loss = twoSum(1, -t[i]! * ŷ[i]!);
    // Not "> 0", which would let NaN go.
    if (loss <= 0) continue;
    sumTail += tail[0]!;
    sum = twoSum(sum, loss);
    sumTail += tail[0]!;
  }
  const mean = quotientOf(sum, sumTail, divisor, 0);
  return mean - mean === 0 ? mean : exactTotal(t, ŷ, from, to, divisor);
}

/** The same where the sum leaves the range of doubles, or where there are numbers that are not finite. */
function exactTotal(t: Float64Array, ŷ: Float64Array, from: number, to: number, divisor: number): number {
  const sum = createExactSum();
  for (let i = from; i < to; i++) {
    const product = t[i]! * ŷ[i]!;
    if (product >= 1) continue;
    addExactly(sum, 1);
    addExactly(sum, -product);
  }
  return quotientOfSum(sum, divisor);
}
