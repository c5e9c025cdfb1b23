import { tail } from "./error-free.js";
import { quotientOf } from "./quotient.js";

/** Whether a sum in two parts is so far from the ends of the range of doubles that it is good to the last digit. */
export function isOrdinary(sum: number, rest: number): boolean {
  const size = Math.abs(sum);
  return size > 1e-280 && size < 1e300 && rest - rest === 0;
}

/**
 * A sum of terms ≥ 0, divided by divisor, where the sum may leave the range of doubles: then it is taken again, scaled by
 * 2⁻¹⁰⁰ or 2⁶⁰⁰.
 *
 * @param sumHead the sum times a power of two, its low part left in {@link tail}
 */
export function rescaled(divisor: number, sumHead: (scale: number) => number): number {
  const sum = sumHead(1);
  if (isOrdinary(sum, tail[0]!)) return quotientOf(sum, tail[0]!, divisor, 0);
  const scale = sum < 1 ? 4.149515568880993e180 : 7.888609052210118e-31;
  const scaled = sumHead(scale);
  // If it is infinite still, it is no matter of range.
  return scaled < Infinity ? quotientOf(scaled, tail[0]!, divisor, 0) / scale : scaled;
}
