import { logTermHead, sumOfTerms } from "./divergence.js";
import type { DivergenceOptions } from "./options.js";

/**
 * Shannon entropy: H(p) = -Σᵢ pᵢ log pᵢ.
 *
 * Within 1.5 ulp for any number of entries. 0 log 0 = 0; NaN gives NaN.
 *
 * @param p probabilities, or with normalize any numbers ≥ 0, such as counts: a vector with at least one entry; it is not
 * changed
 * @param options base of the logarithm: e, for nats, by default; normalize: whether p is divided by its sum first, which is
 * not so by default
 * @returns the entropy; ≥ 0 if no entry exceeds 1. With larger entries the terms may cancel: digits are lost where the sum
 * is below some 2⁻⁴² of its terms, and below 2⁻⁹⁵ of them it is 0
 * @throws DomainError if an entry is negative or the base is none; ShapeError if p is empty; TypeError if it is not a vector
 *
 * Source: C. E. Shannon, A mathematical theory of communication, Bell System Technical Journal 27 (1948) 379–423.
 */
export function entropy(p: ArrayLike<number>, options: DivergenceOptions = {}): number {
  return 0 - sumOfTerms(p, undefined, options, logTermHead, false);
}
