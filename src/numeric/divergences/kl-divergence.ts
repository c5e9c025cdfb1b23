import { distribution, logTermHead, sumOfTerms } from "./divergence.js";
import type { DivergenceOptions } from "./options.js";

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
 * @returns the divergence; ≥ 0 if p and q have the same sum. Of vectors with different sums the terms may cancel: digits are
 * lost where the sum is below some 2⁻⁴² of its terms, and below 2⁻⁹⁵ of them it is 0
 * @throws DomainError if an entry is negative or the base is none; ShapeError if the lengths differ or are 0; TypeError if
 * p or q is not a vector
 *
 * Source: S. Kullback and R. A. Leibler, On information and sufficiency, Annals of Mathematical Statistics 22 (1951) 79–86.
 */
export function klDivergence(
  p: ArrayLike<number>,
  q: ArrayLike<number>,
  options: DivergenceOptions = {},
): number {
  return sumOfTerms(p, distribution("q", q), options, logTermHead, false);
}
