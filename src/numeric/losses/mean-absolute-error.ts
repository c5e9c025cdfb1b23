import { tail, twoSum } from "../elementary/error-free.js";
import { addExactly, createExactSum, quotientOfSum } from "../elementary/exact-sum.js";
import { quotientOf } from "../elementary/quotient.js";
import { type LossOptions, type Reduced, reduceLoss, type Unreduced } from "./reduction.js";

/**
 * Mean absolute error: MAE(y, ŷ) = (1/n) Σᵢ |yᵢ - ŷᵢ|.
 *
 * Within 1 ulp for any number of entries; it does not overflow on the way. NaN gives NaN, and so does ∞ - ∞.
 *
 * @param targets y, a vector with at least one entry, or a number; it is not changed
 * @param predictions ŷ, as many as targets
 * @param options reduction: "mean" (the default), "sum", or "none" for the |yᵢ - ŷᵢ| themselves
 * @returns a number ≥ 0, or with "none" as many as targets
 * @throws ShapeError if the lengths differ or are 0; TypeError if the arguments are not both vectors or both numbers
 */
export function meanAbsoluteError(targets: number, predictions: number, options?: LossOptions): number;
export function meanAbsoluteError(
  targets: ArrayLike<number>,
  predictions: ArrayLike<number>,
  options: Unreduced,
): Float64Array;
export function meanAbsoluteError(
  targets: ArrayLike<number>,
  predictions: ArrayLike<number>,
  options?: Reduced,
): number;
export function meanAbsoluteError(
  targets: ArrayLike<number>,
  predictions: ArrayLike<number>,
  options: LossOptions,
): number | Float64Array;
export function meanAbsoluteError(
  targets: number | ArrayLike<number>,
  predictions: number | ArrayLike<number>,
  options: LossOptions = {},
): number | Float64Array {
  return reduceLoss(targets, predictions, options, total);
}

function total(y: Float64Array, ŷ: Float64Array, from: number, to: number, divisor: number): number {
  let sum = 0;
  let sumTail = 0;
  for (let i = from; i < to; i++) {
    const difference = twoSum(y[i]!, -ŷ[i]!);
    sumTail += difference < 0 ? -tail[0]! : tail[0]!;
    sum = twoSum(sum, Math.abs(difference));
    sumTail += tail[0]!;
  }
  const mean = quotientOf(sum, sumTail, divisor, 0);
  return mean - mean === 0 ? mean : exactTotal(y, ŷ, from, to, divisor);
}

/** The same where the sum leaves the range of doubles, or where there are numbers that are not finite. */
function exactTotal(y: Float64Array, ŷ: Float64Array, from: number, to: number, divisor: number): number {
  const sum = createExactSum();
  for (let i = from; i < to; i++) {
    const sign = y[i]! < ŷ[i]! ? -1 : 1;
    addExactly(sum, y[i]!, sign);
    addExactly(sum, ŷ[i]!, -sign);
  }
  return quotientOfSum(sum, divisor);
}
