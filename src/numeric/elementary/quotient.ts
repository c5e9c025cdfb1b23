import { tail, twoProduct } from "./error-free.js";

/**
 * Quotient with high and low parts: (a + r) / (d + s), where |r| and |s| are some ulps of a and d at most.
 *
 * The relative error of high + low is below 2⁻¹⁰⁰ if those of a + r and d + s are, and if neither a nor the result is
 * near the end of the range of doubles.
 *
 * @returns the high part, fl(a / d); the low part is left in {@link tail}
 *
 * Source: T. J. Dekker, A floating-point technique for extending the available precision, Numerische Mathematik 18
 * (1971) 224–242.
 */
export function quotientHead(a: number, r: number, d: number, s: number): number {
  const quotient = a / d;
  const product = twoProduct(quotient, d);
  tail[0] = (a - product - tail[0]! + r - quotient * s) / d;
  return quotient;
}
