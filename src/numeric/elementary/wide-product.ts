import { tail, twoProduct } from "./error-free.js";

/** 2⁻¹²⁸ */
const SCALE = 2.938735877055719e-39;

/**
 * a · b without error, as {@link twoProduct}, for factors and products up to the largest doubles: returns p = fl(a · b) and
 * leaves t in {@link tail}, where p + t = a · b exactly. If the product overflows, or a factor is not finite, t is NaN.
 */
export function wideProduct(a: number, b: number): number {
  if (!(Math.max(Math.abs(a), Math.abs(b), Math.abs(a * b)) > 1e298)) return twoProduct(a, b);
  // The splitting overflows above 2⁹⁹⁶, and so may the product of the halves: the larger factor is scaled down.
  const aIsLarger = Math.abs(a) > Math.abs(b);
  const product = twoProduct(aIsLarger ? a * SCALE : a, aIsLarger ? b : b * SCALE);
  tail[0] = tail[0]! / SCALE;
  return product / SCALE;
}

/**
 * Product with high and low parts, (a + r) · (b + s), for factors and products up to the largest doubles.
 *
 * @returns the high part, fl(a · b); the low part is left in {@link tail}
 */
export function wideProductHead(a: number, r: number, b: number, s: number): number {
  const product = wideProduct(a, b);
  tail[0] = tail[0]! + (a * s + r * b);
  return product;
}
