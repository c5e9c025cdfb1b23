import { tail, twoSum } from "../elementary/error-free.js";
import { quotientOf } from "../elementary/quotient.js";
import { isOrdinary } from "../elementary/range.js";
import { sumOfLogRatios } from "../elementary/sum-of-log-ratios.js";
import { nearTermHead, normalizedDivergence, scaledLogRatioHead, twoDistributions } from "./divergence.js";
import { type DivergenceOptions, logOfBaseHead } from "./options.js";

/**
 * Kullback–Leibler divergence: KL(p ‖ q) = Σᵢ pᵢ log(pᵢ / qᵢ).
 *
 * Within 1.5 ulp for any number of entries, also where p and q nearly agree. 0 log(0 / q) = 0, also for q = 0, and
 * p log(p / 0) = ∞ for p > 0; NaN gives NaN.
 *
 * @param p probabilities, or with normalize any numbers ≥ 0: a vector with at least one entry; it is not changed
 * @param q as many as p
 * @param options base of the logarithm: e, for nats, by default; normalize: whether p and q are divided by their sums
 * first, which is not so by default
 * @returns the divergence; ≥ 0 if p and q have the same sum. Of vectors with different sums the terms may cancel: a sum that
 * is below 2⁻¹⁶⁰ of its terms is 0
 * @throws DomainError if an entry is negative or the base is none; ShapeError if the lengths differ or are 0; TypeError if
 * p or q is not a vector
 *
 * Source: S. Kullback and R. A. Leibler, On information and sufficiency, Annals of Mathematical Statistics 22 (1951) 79–86.
 */
export function klDivergence(
  p: ArrayLike<number>,
  q: ArrayLike<number>,
  { base, normalize = false }: DivergenceOptions = {},
): number {
  const [x, y] = twoDistributions(p, q);
  const logOfBase = logOfBaseHead(base);
  const logOfBaseTail = tail[0]!;
  return normalize
    ? normalizedDivergence(x, y, logOfBase, logOfBaseTail, klTerm)
    : plainDivergence(x, y, logOfBase, logOfBaseTail);
}

/** a ln(a / b) - a + b, which is never negative. */
function klTerm(
  a: number,
  aTail: number,
  b: number,
  bTail: number,
  d: number,
  dTail: number,
  lifted: number,
  liftedTail: number,
  lift: number,
): number {
  if (a === 0 || b === 0) {
    tail[0] = a === 0 ? bTail : 0;
    return a === 0 ? b : Infinity;
  }
  if (Math.abs(d) < 0.0625 * (a + b)) return nearTermHead(d, dTail, a, b, aTail + bTail, klCorrection);
  const product = scaledLogRatioHead(a, aTail, lifted, liftedTail, lift);
  const productTail = tail[0]!;
  const term = twoSum(product, -d);
  tail[0] = tail[0]! + (productTail - dTail);
  return term;
}

/** With a = (1 + s) m and b = (1 - s) m, the term is 2 m s² (1 + (1 + s) (s/3 + s³/5 + s⁵/7 + …)). */
function klCorrection(s: number): number {
  const x = s * s;
  return (
    (1 + s) *
    s *
    (1 / 3 + x * (1 / 5 + x * (1 / 7 + x * (1 / 9 + x * (1 / 11 + x * (1 / 13 + x * (1 / 15)))))))
  );
}

/** Σ p ln(p / q) = Σ (p ln(p / q) - p + q) + Σ (p - q), where only the second sum may cancel. */
function plainDivergence(p: Float64Array, q: Float64Array, logOfBase: number, logOfBaseTail: number): number {
  let sum = 0;
  let sumTail = 0;
  let excess = 0;
  let excessTail = 0;
  let rounding = 0;
  for (let i = 0; i < p.length; i++) {
    const d = twoSum(p[i]!, -q[i]!);
    const dTail = tail[0]!;
    // Where p is q, both being infinite included, nothing is added but NaN.
    if (d === 0) continue;
    const term = klTerm(p[i]!, 0, q[i]!, 0, d, dTail, q[i]!, 0, 0);
    sumTail += tail[0]!;
    sum = twoSum(sum, term);
    sumTail += tail[0]!;
    excess = twoSum(excess, d);
    excessTail += tail[0]! + dTail;
    rounding += Math.abs(tail[0]!) + Math.abs(dTail);
  }
  const total = twoSum(sum, excess);
  const totalTail = tail[0]! + (sumTail + excessTail);
  const size = Math.abs(total);
  const isCertain = sum <= 8 * size && p.length * rounding <= 0.125 * size;
  if (isOrdinary(total, totalTail) && isCertain)
    return quotientOf(total, totalTail, logOfBase, logOfBaseTail);
  return sumOfLogRatios(
    p.length,
    (i) => p[i]!,
    (i) => q[i]!,
    logOfBase,
    logOfBaseTail,
  );
}
