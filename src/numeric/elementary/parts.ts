// Arithmetic with numbers in two parts: a high part, and a low part of some ulps of it at most.

import { tail, twoProduct, twoSum } from "./error-free.js";

/**
 * Quotient with high and low parts: (a + r) / (d + s).
 *
 * Its relative error is below 2⁻¹⁰⁰ besides those of a + r and d + s, if neither a nor the result is near the end of
 * the
 * range of doubles.
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

/**
 * Product with high and low parts: (a + r) · (b + s).
 *
 * @returns the high part, fl(a · b); the low part is left in {@link tail}
 */
export function productHead(a: number, r: number, b: number, s: number): number {
  const product = twoProduct(a, b);
  tail[0] = tail[0]! + (a * s + r * b);
  return product;
}

/** Adds head + {@link tail} to a sum in two parts, sum[0] + sum[1], of which the second is not kept small. */
export function addHead(sum: Float64Array, head: number): void {
  const rest = tail[0]!;
  sum[0] = twoSum(sum[0]!, head);
  sum[1] = sum[1]! + (tail[0]! + rest);
}

/** A sum in two parts over a finite divisor, rounded to one number. */
export function quotientOfSum(sum: Float64Array, divisor: number): number {
  // An infinite sum has no tail.
  if (!Number.isFinite(sum[0])) return sum[0]!;
  const quotient = quotientHead(sum[0]!, sum[1]!, divisor, 0);
  return quotient + tail[0]!;
}
