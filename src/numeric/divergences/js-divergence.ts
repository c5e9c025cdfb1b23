import { tail, twoSum } from "../elementary/error-free.js";
import { timesPowerOfTwo } from "../elementary/exponent.js";
import { distribution, logTermHead, sumOfTerms, type Term } from "./divergence.js";
import type { DivergenceOptions } from "./options.js";

/**
 * Jensen–Shannon divergence: JS(p, q) = ½ KL(p ‖ m) + ½ KL(q ‖ m), where m = (p + q) / 2.
 *
 * This is the divergence, not its square root, which is the Jensen–Shannon distance. Within 1.5 ulp for any number of
 * entries, also where p and q nearly agree. 0 log 0 = 0; NaN gives NaN.
 *
 * @param p probabilities, or with normalize any numbers ≥ 0: a vector with at least one entry; it is not changed
 * @param q as many as p
 * @param options base of the logarithm: e, for nats, by default; normalize: whether p and q are divided by their sums
 * first, which is not so by default
 * @returns the divergence, ≥ 0; at most ln 2 (in nats) for probabilities
 * @throws DomainError if an entry is negative or the base is none; ShapeError if the lengths differ or are 0; TypeError if
 * p or q is not a vector
 *
 * Source: J. Lin, Divergence measures based on the Shannon entropy, IEEE Transactions on Information Theory 37 (1991)
 * 145–151.
 */
export function jsDivergence(
  p: ArrayLike<number>,
  q: ArrayLike<number>,
  options: DivergenceOptions = {},
): number {
  return sumOfTerms(p, distribution("q", q), options, jsTerm, true);
}

/**
 * ½ a ln(a / m) + ½ b ln(b / m) with m = (a + b) / 2, which is never negative. If a and b are near each other, the terms
 * are a ln(a / m) - a + m and b ln(b / m) - b + m: what they have more adds up to 0.
 */
const jsTerm: Term = (a, aTail, b, bTail, k, d, dTail, isNear) => {
  const shifted = timesPowerOfTwo(b, -k);
  const sum = twoSum(a, shifted);
  const sumTail = tail[0]! + (aTail + timesPowerOfTwo(bTail, -k));
  const first = logTermHead(a, aTail, sum, sumTail, 1, d / 2, dTail / 2, isNear);
  const firstTail = tail[0]!;
  // In units of b, of which 0 has none.
  const half = timesPowerOfTwo(-d / 2, k);
  const halfTail = timesPowerOfTwo(-dTail / 2, k);
  const second = b > 0 ? logTermHead(b, bTail, sum, sumTail, 1 - k, half, halfTail, isNear) : 0;
  const secondTail = b > 0 ? timesPowerOfTwo(tail[0]!, -k) : 0;
  const term = twoSum(first, timesPowerOfTwo(second, -k));
  tail[0] = (tail[0]! + (firstTail + secondTail)) / 2;
  return term / 2;
};
