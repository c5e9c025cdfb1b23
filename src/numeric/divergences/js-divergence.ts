import { tail, twoSum } from "../elementary/error-free.js";
import { addExactly, createExactSum, quotientOfSum } from "../elementary/exact-sum.js";
import { exponentOf, timesPowerOfTwo } from "../elementary/exponent.js";
import { quotientOf } from "../elementary/quotient.js";
import { isOrdinary } from "../elementary/range.js";
import { nearTermHead, normalizedDivergence, scaledLogRatioHead, twoDistributions } from "./divergence.js";
import { type DivergenceOptions, logOfBaseHead } from "./options.js";

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
  { base, normalize = false }: DivergenceOptions = {},
): number {
  const [x, y] = twoDistributions(p, q);
  const logOfBase = logOfBaseHead(base);
  const logOfBaseTail = tail[0]!;
  return normalize
    ? normalizedDivergence(x, y, logOfBase, logOfBaseTail, jsTerm) / 4
    : plainDivergence(x, y, logOfBase, logOfBaseTail);
}

/** 4 (½ a ln(2a / (a + b)) + ½ b ln(2b / (a + b))), which is never negative. */
function jsTerm(a: number, aTail: number, b: number, bTail: number, d: number, dTail: number): number {
  if (Math.abs(d) < 0.0625 * (a + b)) return nearTermHead(d, dTail, a, b, aTail + bTail, jsCorrection);
  const sum = twoSum(a, b);
  const sumTail = tail[0]! + (aTail + bTail);
  const first = a === 0 ? 0 : scaledLogRatioHead(a, aTail, sum, sumTail, 1);
  const firstTail = a === 0 ? 0 : tail[0]!;
  const second = b === 0 ? 0 : scaledLogRatioHead(b, bTail, sum, sumTail, 1);
  const secondTail = b === 0 ? 0 : tail[0]!;
  const term = twoSum(first, second);
  tail[0] = 2 * (tail[0]! + (firstTail + secondTail));
  return 2 * term;
}

/** With a = (1 + s) m and b = (1 - s) m, the term is 2 m s² (1 + s²/6 + s⁴/15 + s⁶/28 + …). */
function jsCorrection(s: number): number {
  const x = s * s;
  return x * (1 / 6 + x * (1 / 15 + x * (1 / 28 + x * (1 / 45 + x * (1 / 66 + x * (1 / 91))))));
}

function plainDivergence(p: Float64Array, q: Float64Array, logOfBase: number, logOfBaseTail: number): number {
  let sum = 0;
  let sumTail = 0;
  for (let i = 0; i < p.length; i++) {
    const d = twoSum(p[i]!, -q[i]!);
    if (d === 0) continue;
    const term = jsTerm(p[i]!, 0, q[i]!, 0, d, tail[0]!);
    sumTail += tail[0]!;
    sum = twoSum(sum, term);
    sumTail += tail[0]!;
  }
  if (isOrdinary(sum, sumTail)) return quotientOf(0.25 * sum, 0.25 * sumTail, logOfBase, logOfBaseTail);
  return exactDivergence(p, q, logOfBase, logOfBaseTail);
}

/** The same where terms leave the range of doubles: each is computed near 1, and put in its place afterwards. */
function exactDivergence(p: Float64Array, q: Float64Array, logOfBase: number, logOfBaseTail: number): number {
  const sum = createExactSum();
  for (let i = 0; i < p.length; i++) {
    const largest = Math.max(p[i]!, q[i]!);
    const isSame = p[i]! === q[i]!;
    if (!(largest < Infinity)) addExactly(sum, isSame ? NaN : largest);
    if (isSame || !(largest < Infinity)) continue;
    const shift = Math.floor(exponentOf(largest) / 20);
    const a = timesPowerOfTwo(p[i]!, -20 * shift);
    const b = timesPowerOfTwo(q[i]!, -20 * shift);
    const d = twoSum(a, -b);
    addExactly(sum, jsTerm(a, 0, b, 0, d, tail[0]!), 0.25, shift);
    addExactly(sum, tail[0]!, 0.25, shift);
  }
  return quotientOfSum(sum, logOfBase, logOfBaseTail);
}
