import { type UndefinedOptions, undefinedValueOf } from "../choice.js";
import { type Label } from "../labels.js";
import { contingency, pairsWithin } from "./contingency.js";

/**
 * Rand index: RI(U, V) = (a + b) / C(n, 2), where a pairs of items are together in both clusterings, and b pairs in
 * neither.
 *
 * The quotient of two exact counts, rounded once. One item has no pairs, and the index is 0 / 0; scikit-learn returns 1
 * there.
 *
 * @param labelsU the class of each item in the first clustering, at least one; it is not changed
 * @param labelsV the class of each item in the second clustering
 * @param options.undefinedValue the result for one item; NaN unless given
 * @returns a share in [0, 1]; the names of the classes do not matter
 * @throws ShapeError if there are no labels or not as many; TypeError if they are no labels or of several types in one
 *   clustering; DomainError for NaN
 *
 * Source: W. M. Rand, Objective criteria for the evaluation of clustering methods, Journal of the American Statistical
 * Association 66 (1971) 846–850.
 */
export function randIndex(
  labelsU: ArrayLike<Label>,
  labelsV: ArrayLike<Label>,
  options?: UndefinedOptions,
): number {
  const undefinedValue = undefinedValueOf(options);
  const { total, rowSums, columnSums, counts } = contingency(labelsU, labelsV);
  const pairs = (total * (total - 1)) / 2;
  if (pairs === 0) return undefinedValue;
  const together = pairsWithin(counts);
  // Each difference is at most the number of pairs, and so exact.
  const apart = pairs - pairsWithin(rowSums) + (together - pairsWithin(columnSums));
  return (together + apart) / pairs;
}
