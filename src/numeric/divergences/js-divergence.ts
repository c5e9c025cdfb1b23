import { tail, twoSum } from "../elementary/error-free.js";
import { exponentOf, timesPowerOfTwo } from "../elementary/exponent.js";
import { logRatioHead } from "../elementary/log-ratio.js";
import { productHead } from "../elementary/parts.js";
import { quotientHead } from "../elementary/quotient.js";
import { requireSameLength } from "../vectors.js";
import { distribution, sumOfTerms, type Term } from "./divergence.js";
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
  requireSameLength("p", p, "q", q);
  return sumOfTerms(distribution("p", p), distribution("q", q), options, jsTerm, true);
}

/** 4 (½ a ln(2a / (a + b)) + ½ b ln(2b / (a + b))), which is never negative. */
const jsTerm: Term = (a, aTail, b, bTail, k, d, dTail, isNear) => {
  if (isNear) {
    // With a = (1 + s) m and b = (1 - s) m, the term is 2 m s² (1 + s²/6 + s⁴/15 + s⁶/28 + …).
    const s = d / (2 * a - d);
    const x = s * s;
    const m = twoSum(2 * a, -d);
    const mTail = tail[0]! + (2 * aTail - dTail);
    const square = productHead(d, dTail, d, dTail);
    const quotient = quotientHead(square, tail[0]!, m, mTail);
    tail[0] = tail[0]! + quotient * x * (1 / 6 + x * (1 / 15 + x * (1 / 28 + x * (1 / 45))));
    return quotient;
  }
  const bShifted = timesPowerOfTwo(b, -k);
  const sum = twoSum(a, bShifted);
  const sumTail = tail[0]! + (aTail + timesPowerOfTwo(bTail, -k));
  const power = exponentOf(sum);
  const m = timesPowerOfTwo(sum, -power);
  const mTail = timesPowerOfTwo(sumTail, -power);
  const ofA = logRatioHead(a, aTail, m, mTail, 1 - power);
  const first = productHead(a, aTail, ofA, tail[0]!);
  const firstTail = tail[0]!;
  if (bShifted === 0) {
    tail[0] = 2 * firstTail;
    return 2 * first;
  }
  const ofB = logRatioHead(b, bTail, m, mTail, 1 - power - k);
  const second = productHead(bShifted, timesPowerOfTwo(bTail, -k), ofB, tail[0]!);
  const secondTail = tail[0]!;
  const term = twoSum(first, second);
  tail[0] = 2 * (tail[0]! + (firstTail + secondTail));
  return 2 * term;
};
