import { tail, twoSum } from "../elementary/error-free.js";
import { quotientHead } from "../elementary/quotient.js";

/**
 * The share of a₁ + a₂ in a₁ + a₂ + b₁ + b₂, for counts or weights ≥ 0 of any size.
 *
 * Every measure of this folder is such a share. Nothing overflows on the way. The limit where one side is infinite;
 * NaN for ∞ / ∞, and if a count is NaN.
 *
 * @param undefinedValue the result for 0 / 0
 * @returns the high part; the low part is left in {@link tail}
 */
export function shareHead(a1: number, a2: number, b1: number, b2: number, undefinedValue: number): number {
  const largest = Math.max(a1, a2, b1, b2);
  if (!(largest > 0 && largest < Infinity)) {
    tail[0] = 0;
    if (largest === 0) return undefinedValue;
    return 1 / (1 + Math.max(b1, b2) / Math.max(a1, a2));
  }
  // 2⁻⁵⁰ and 2³⁰⁰ keep sums and remainders within the range of doubles.
  const scale = largest > 1e292 ? 8.881784197001252e-16 : largest < 1e-200 ? 2.037035976334486e90 : 1;
  const a = twoSum(a1 * scale, a2 * scale);
  const aTail = tail[0]!;
  const b = twoSum(b1 * scale, b2 * scale);
  const bTail = tail[0]!;
  const whole = twoSum(a, b);
  return quotientHead(a, aTail, whole, tail[0]! + (aTail + bTail));
}
