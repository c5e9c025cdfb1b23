import { tail, twoSum } from "./error-free.js";
import { expHeadOrZero } from "./exp.js";

/**
 * eᵃ⁻ᵇ · 2^lift with high and low parts, for a ≤ b, where the exponent keeps its rounding error; 0 if that is very small.
 *
 * @param lift 0, or LIFT of exp.ts
 * @returns the high part, of 24 bits; the low part is left in {@link tail}
 */
export function expHeadOfDifference(a: number, b: number, lift = 0): number {
  const difference = twoSum(a, -b);
  return expHeadOrZero(difference, tail[0]!, lift);
}
