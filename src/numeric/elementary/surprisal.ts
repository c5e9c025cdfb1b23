// The terms of cross-entropies: negative logarithms of probabilities.

import { quickTwoSum, tail } from "./error-free.js";
import { logHead, logOfComplementHead } from "./log.js";

/** -ln p with high and low parts, for 0 ≤ p ≤ 1; the low part is left in {@link tail}. */
export function surprisalHead(p: number): number {
  // Beside ∞, no low part matters.
  if (p === 0) return Infinity;
  const head = -logHead(p);
  return quickTwoSum(head, -tail[0]!);
}

/** -ln(1 - p) with high and low parts, for 0 ≤ p ≤ 1; the low part is left in {@link tail}. */
export function complementSurprisalHead(p: number): number {
  if (p === 1) return Infinity;
  const head = -logOfComplementHead(p);
  return quickTwoSum(head, -tail[0]!);
}
