import { timesPowerOfTwo } from "../elementary/exponent.js";
import { discountedGains, type GainOptions, rankBy } from "./discounted-gains.js";

/**
 * Discounted cumulative gain: DCG = Σᵢ gain(rᵢ) / log₂(i + 1) over the positions i = 1, 2, … by falling score.
 *
 * Within 1 ulp; ∞ only where the sum itself is beyond the doubles. With the gain "linear" and the ties "average", as
 * they
 * are unless given, this is scikit-learn's dcg_score.
 *
 * @param relevances for each item how relevant it is, ≥ 0; at least one; they are not changed
 * @param scores for each item a number, larger for what is to come first; ±∞ are numbers, -0 is 0
 * @param options.k only the first k positions count; all unless given, or if there are fewer
 * @param options.gain "linear" (unless given), gain(r) = r, or "exponential", gain(r) = 2ʳ - 1
 * @param options.ties "average" (unless given): items of the same score share the mean of the discounts of their
 *   positions;
 *   "order": they keep their order
 * @returns a value ≥ 0; NaN if a relevance or a score is NaN
 * @throws ShapeError if there are no relevances or not as many scores; DomainError for a negative relevance and for
 *   options
 *   that are none; TypeError for what is not a number
 *
 * Source: K. Järvelin and J. Kekäläinen, Cumulated gain-based evaluation of IR techniques, ACM Transactions on
 * Information
 * Systems 20 (2002) 422–446; ties: F. McSherry and M. Najork, Computing information retrieval performance measures
 * efficiently in the presence of tied scores, ECIR (2008) 414–421.
 */
export function dcg(
  relevances: ArrayLike<number>,
  scores: ArrayLike<number>,
  options: GainOptions = {},
): number {
  const ranking = rankBy(relevances, scores, options);
  if (!ranking.defined) return NaN;
  const { head, rest, exponent } = discountedGains(ranking);
  return timesPowerOfTwo(head + rest, exponent);
}
