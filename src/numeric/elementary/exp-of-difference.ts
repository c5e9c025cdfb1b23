// The exponentials in softmax and log-softmax, eᵃ⁻ᵇ, whose exponents keep their rounding errors.

import { tail, twoSum } from "./error-free.js";
import { expHead, liftedExpHead } from "./exp.js";

/**
 * eᵃ⁻ᵇ with high and low parts, for a ≤ b; 0 if the difference is below -700.
 *
 * @returns the high part, of 24 bits; the low part is left in {@link tail}
 */
export function expHeadOfDifference(a: number, b: number): number {
  const difference = twoSum(a, -b);
  // Also where the difference is -∞ and its tail NaN.
  if (!(difference > -700)) return (tail[0] = 0);
  return expHead(difference, tail[0]!);
}

/**
 * eᵃ⁻ᵇ · 2⁵¹² with high and low parts, for a - b ≤ -354; 0 if the difference is below -1062.
 *
 * @returns the high part, of 24 bits; the low part is left in {@link tail}
 */
export function liftedExpHeadOfDifference(a: number, b: number): number {
  const difference = twoSum(a, -b);
  return liftedExpHead(difference, tail[0]!);
}
