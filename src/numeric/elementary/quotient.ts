import { tail, twoProduct } from "./error-free.js";

/**
 * (a + aTail) / (b + bTail) with high and low parts, for tails of at most an ulp. The relative error of their sum is
 * below 2⁻¹⁰⁰ unless the quotient is below 2⁻⁹⁰⁰.
 *
 * @returns the high part; the low part is left in {@link tail}
 *
 * Source: T. J. Dekker, A floating-point technique for extending the available precision, Numerische Mathematik 18
 * (1971) 224–242.
 */
export function quotientHead(a: number, aTail: number, b: number, bTail: number): number {
  const quotient = a / b;
  const product = twoProduct(quotient, b);
  tail[0] = (a - product - tail[0]! + aTail - quotient * bTail) / b;
  return quotient;
}

/** The same, rounded to a double, also where that is infinite or b is. */
export function quotientOf(a: number, aTail: number, b: number, bTail: number): number {
  const head = quotientHead(a, aTail, b, bTail);
  return head !== 0 && head - head === 0 ? head + tail[0]! : head;
}
