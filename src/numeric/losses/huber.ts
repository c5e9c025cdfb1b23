import { requireOptions } from "../choice.js";
import { requireNumber } from "../domains.js";
import { tail, twoProduct, twoSum } from "../elementary/error-free.js";
import { addExactly, addSquareOfDifference, createExactSum, quotientOfSum } from "../elementary/exact-sum.js";
import { quotientOf } from "../elementary/quotient.js";
import { isOrdinary } from "../elementary/range.js";
import { outOfDomain } from "../errors.js";
import { type LossOptions, type Reduced, reduceLoss, type Unreduced } from "./reduction.js";

/** The options of {@link huber}. */
export interface HuberOptions {
  /** δ > 0, from where on the loss is linear; 1 unless given. With ∞ it is half the squared error. */
  readonly delta?: number | undefined;
}

/**
 * Huber loss: the mean of H(dᵢ), where dᵢ = yᵢ - ŷᵢ and H(d) = ½ d² if |d| ≤ δ, δ (|d| - ½ δ) otherwise.
 *
 * Within 1 ulp for any number of entries; it neither overflows nor underflows on the way. NaN gives NaN, and so does
 * ∞ - ∞.
 *
 * @param targets y, a vector with at least one entry, or a number; it is not changed
 * @param predictions ŷ, as many as targets
 * @param options delta: δ > 0, 1 by default; reduction: "mean" (the default), "sum", or "none" for the H(dᵢ) themselves
 * @returns a number ≥ 0, or with "none" as many as targets
 * @throws DomainError if δ is not positive; ShapeError if the lengths differ or are 0; TypeError if the arguments are not
 * both vectors or both numbers
 *
 * Source: P. J. Huber, Robust estimation of a location parameter, Annals of Mathematical Statistics 35 (1964) 73–101.
 */
export function huber(targets: number, predictions: number, options?: HuberOptions & LossOptions): number;
export function huber(
  targets: ArrayLike<number>,
  predictions: ArrayLike<number>,
  options: HuberOptions & Unreduced,
): Float64Array;
export function huber(
  targets: ArrayLike<number>,
  predictions: ArrayLike<number>,
  options?: HuberOptions & Reduced,
): number;
export function huber(
  targets: ArrayLike<number>,
  predictions: ArrayLike<number>,
  options: HuberOptions & LossOptions,
): number | Float64Array;
export function huber(
  targets: number | ArrayLike<number>,
  predictions: number | ArrayLike<number>,
  options: HuberOptions & LossOptions = {},
): number | Float64Array {
  requireOptions(options);
  const { delta = 1 } = options;
  requireNumber("delta", delta);
  if (delta <= 0) throw outOfDomain("delta", "greater than 0", delta);
  return reduceLoss(targets, predictions, options, (y, ŷ, from, to, divisor) =>
    total(y, ŷ, delta, from, to, divisor),
  );
}

/** The terms are collected in two sums: Σ 2 H(d) = Σ d² over the small |d|, plus δ Σ (2|d| - δ) over the others. */
function total(
  y: Float64Array,
  ŷ: Float64Array,
  delta: number,
  from: number,
  to: number,
  divisor: number,
): number {
  let squares = 0;
  let squaresTail = 0;
  let lines = 0;
  let linesTail = 0;
  for (let i = from; i < to; i++) {
    const difference = twoSum(y[i]!, -ŷ[i]!);
    const differenceTail = tail[0]!;
    const size = Math.abs(difference);
    if (size <= delta) {
      const square = twoProduct(difference, difference);
      squaresTail += tail[0]! + 2 * difference * differenceTail;
      squares = twoSum(squares, square);
      squaresTail += tail[0]!;
    } else {
      const line = twoSum(2 * size, -delta);
      linesTail += tail[0]! + 2 * (difference < 0 ? -differenceTail : differenceTail);
      lines = twoSum(lines, line);
      linesTail += tail[0]!;
    }
  }
  // δ = ∞ has no lines.
  const scaledLines = lines === 0 ? 0 : twoProduct(delta, lines);
  const scaledTail = lines === 0 ? 0 : tail[0]! + delta * linesTail;
  const sum = twoSum(squares, scaledLines);
  const sumTail = tail[0]! + scaledTail + squaresTail;
  return isOrdinary(sum, sumTail)
    ? quotientOf(sum, sumTail, 2 * divisor, 0)
    : exactTotal(y, ŷ, delta, from, to, divisor);
}

/** The same where squares leave the range of doubles, or where there are numbers that are not finite. */
function exactTotal(
  y: Float64Array,
  ŷ: Float64Array,
  delta: number,
  from: number,
  to: number,
  divisor: number,
): number {
  const sum = createExactSum();
  for (let i = from; i < to; i++) {
    const difference = y[i]! - ŷ[i]!;
    if (Math.abs(difference) <= delta) {
      addSquareOfDifference(sum, y[i]!, ŷ[i]!);
    } else {
      const slope = difference < 0 ? -delta : delta;
      for (let twice = 0; twice < 2; twice++) {
        addExactly(sum, slope, y[i]);
        addExactly(sum, -slope, ŷ[i]);
      }
      addExactly(sum, delta, -delta);
    }
  }
  return quotientOfSum(sum, 2 * divisor);
}
