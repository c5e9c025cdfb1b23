// Terms of cross-entropies: a weight times the negative logarithm of a probability.

import { quickTwoSum, tail, twoProduct } from "./error-free.js";
import { logHead, logOfComplementHead } from "./log.js";

/** -ln p with high and low parts, for 0 ≤ p ≤ 1; the low part is left in {@link tail}. */
export function surprisalHead(p: number): number {
  if (p === 0) return infinite();
  const head = -logHead(p);
  return quickTwoSum(head, -tail[0]!);
}

/** -ln(1 - p) with high and low parts, for 0 ≤ p ≤ 1; the low part is left in {@link tail}. */
export function complementSurprisalHead(p: number): number {
  if (p === 1) return infinite();
  const head = -logOfComplementHead(p);
  return quickTwoSum(head, -tail[0]!);
}

function infinite(): number {
  tail[0] = 0;
  return Infinity;
}

/**
 * weight · (surprisal + rest) with high and low parts, for a weight ≥ 0; 0 · ∞ is 0, as 0 log 0 is.
 *
 * @returns the high part; the low part is left in {@link tail}
 */
export function weighted(weight: number, surprisal: number, rest: number): number {
  if (surprisal === Infinity) {
    tail[0] = 0;
    return weight === 0 ? 0 : weight * surprisal;
  }
  const product = twoProduct(weight, surprisal);
  return quickTwoSum(product, tail[0]! + weight * rest);
}
