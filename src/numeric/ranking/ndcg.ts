import { type UndefinedOptions, undefinedValueOf } from "../choice.js";
import { tail } from "../elementary/error-free.js";
import { quotientHead } from "../elementary/quotient.js";
import { timesPowerOfTwo } from "../elementary/exponent.js";
import { discountedGains, type GainOptions, rankBy } from "./discounted-gains.js";

/**
 * Normalized discounted cumulative gain: nDCG = DCG / IDCG, where IDCG is the DCG of the best order, by falling
 * relevance.
 *
 * Within 1 ulp, also where DCG and IDCG are beyond the doubles. If no item has a relevance above 0, it is 0 / 0;
 * scikit-learn returns 0 there. With the gain "linear" and the ties "average", as they are unless given, this is
 * scikit-learn's ndcg_score.
 *
 * @param relevances for each item how relevant it is, ≥ 0; at least one; they are not changed. If one is ∞, the result
 *   is
 *   the limit, in which the others do not count; several have none, NaN, unless none of them is among the positions
 * @param scores for each item a number, larger for what is to come first; ±∞ are numbers, -0 is 0
 * @param options.k only the first k positions count; all unless given, or if there are fewer
 * @param options.gain "linear" (unless given), gain(r) = r, or "exponential", gain(r) = 2ʳ - 1
 * @param options.ties "average" (unless given): items of the same score share the mean of the discounts of their
 *   positions;
 *   "order": they keep their order
 * @param options.undefinedValue the result where no relevance is above 0; NaN unless given
 * @returns a share in [0, 1]; NaN if a relevance or a score is NaN
 * @throws ShapeError if there are no relevances or not as many scores; DomainError for a negative relevance and for
 *   options
 *   that are none; TypeError for what is not a number
 *
 * Source: K. Järvelin and J. Kekäläinen, Cumulated gain-based evaluation of IR techniques, ACM Transactions on
 * Information
 * Systems 20 (2002) 422–446.
 */
export function ndcg(
  relevances: ArrayLike<number>,
  scores: ArrayLike<number>,
  options: GainOptions & UndefinedOptions = {},
): number {
  const undefinedValue = undefinedValueOf(options);
  const ranking = rankBy(relevances, scores, options);
  if (!ranking.defined) return NaN;
  const ranked = ranking.relevances;
  const ideal = discountedGains({
    ...ranking,
    relevances: ranked.slice().sort().reverse(),
    scores: undefined,
  });
  if (ideal.head === 0) return undefinedValue;
  const actual = discountedGains(ranking);
  const quotient = quotientHead(actual.head, actual.rest, ideal.head, ideal.rest);
  const value = quotient + tail[0]!;
  if (actual.exponent !== Infinity) return timesPowerOfTwo(value, actual.exponent - ideal.exponent);
  return ranked.indexOf(Infinity) === ranked.lastIndexOf(Infinity) ? value : NaN;
}
