import { tail, twoProduct, twoSum } from "../elementary/error-free.js";
import { addSquareOfDifference, createExactSum, quotientOfSum } from "../elementary/exact-sum.js";
import { quotientOf } from "../elementary/quotient.js";
import { isOrdinary } from "../elementary/range.js";
import { type LossOptions, type Reduced, reduceLoss, type Unreduced } from "./reduction.js";

/**
 * Mean squared error: MSE(y, ŷ) = (1/n) Σᵢ (yᵢ - ŷᵢ)².
 *
 * Within 1 ulp for any number of entries; it neither overflows nor underflows on the way. NaN gives NaN, and so does
 * ∞ - ∞.
 *
 * @param targets y, a vector with at least one entry, or a number; it is not changed
 * @param predictions ŷ, as many as targets
 * @param options reduction: "mean" (the default), "sum", or "none" for the (yᵢ - ŷᵢ)² themselves
 * @returns a number ≥ 0, or with "none" as many as targets
 * @throws ShapeError if the lengths differ or are 0; TypeError if the arguments are not both vectors or both numbers
 */
export function meanSquaredError(targets: number, predictions: number, options?: LossOptions): number;
export function meanSquaredError(
  targets: ArrayLike<number>,
  predictions: ArrayLike<number>,
  options: Unreduced,
): Float64Array;
export function meanSquaredError(
  targets: ArrayLike<number>,
  predictions: ArrayLike<number>,
  options?: Reduced,
): number;
export function meanSquaredError(
  targets: ArrayLike<number>,
  predictions: ArrayLike<number>,
  options: LossOptions,
): number | Float64Array;
export function meanSquaredError(
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
    const differenceTail = tail[0]!;
    const square = twoProduct(difference, difference);
    sumTail += tail[0]! + 2 * difference * differenceTail;
    sum = twoSum(sum, square);
    sumTail += tail[0]!;
  }
  return isOrdinary(sum, sumTail)
    ? quotientOf(sum, sumTail, divisor, 0)
    : exactTotal(y, ŷ, from, to, divisor);
}

/** The same where squares leave the range of doubles, or where there are numbers that are not finite. */
function exactTotal(y: Float64Array, ŷ: Float64Array, from: number, to: number, divisor: number): number {
  const sum = createExactSum();
  for (let i = from; i < to; i++) addSquareOfDifference(sum, y[i]!, ŷ[i]!);
  return quotientOfSum(sum, divisor);
}
