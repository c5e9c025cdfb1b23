import { LIFTING } from "./exp.js";
import { quotientOf } from "./quotient.js";

/** Whether a sum in two parts is so far from the ends of the range of doubles that it is good to the last digit. */
export function isOrdinary(sum: number, rest: number): boolean {
  const size = Math.abs(sum);
  return size > 1e-280 && size < 1e299 && rest - rest === 0;
}

/**
 * A sum of terms ≥ 0, divided by divisor, where the sum or a factor in it may leave the range of doubles: then it is taken
 * again, scaled by 2⁻¹⁰⁰ or 2⁵¹².
 *
 * @param addTerms adds the terms times scale to a sum in two parts
 */
export function rescaled(divisor: number, addTerms: (sum: Float64Array, scale: number) => void): number {
  const sum = new Float64Array(2);
  addTerms(sum, 1);
  let scale = 1;
  if (!isOrdinary(sum[0]!, sum[1]!)) {
    scale = sum[0]! < 1e-280 ? LIFTING : 7.888609052210118e-31;
    sum.fill(0);
    addTerms(sum, scale);
  }
  return quotientOf(sum[0]!, sum[1]!, divisor, 0) / scale;
}
