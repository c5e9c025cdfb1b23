import { type UndefinedOptions, undefinedValueOf } from "../choice.js";
import { tail, twoProduct, twoSum } from "../elementary/error-free.js";
import { quotientHead } from "../elementary/quotient.js";
import { type Label } from "../labels.js";
import { contingency, pairsWithin } from "./contingency.js";

/**
 * Adjusted Rand index: ARI(U, V) = (S - AB / T) / ((A + B) / 2 - AB / T), where T is the number of pairs of items, and
 * A, B
 * and S are how many of them are together in U, in V and in both.
 *
 * Within 1 ulp, near 0 too. Two clusterings that both have one class, or both a class for each item, have no room for
 * chance, and the index is 0 / 0; scikit-learn returns 1 there.
 *
 * @param labelsU the class of each item in the first clustering, at least one; it is not changed
 * @param labelsV the class of each item in the second clustering
 * @param options.undefinedValue the result for 0 / 0; NaN unless given
 * @returns at most 1, which means the same clustering; around 0 for independent clusterings; at least -1 / 2
 * @throws ShapeError if there are no labels or not as many; TypeError if they are no labels or of several types in one
 *   clustering; DomainError for NaN
 *
 * Source: L. Hubert and P. Arabie, Comparing partitions, Journal of Classification 2 (1985) 193–218.
 */
export function adjustedRandIndex(
  labelsU: ArrayLike<Label>,
  labelsV: ArrayLike<Label>,
  options?: UndefinedOptions,
): number {
  const undefinedValue = undefinedValueOf(options);
  const { total, rowSums, columnSums, counts } = contingency(labelsU, labelsV);
  const T = (total * (total - 1)) / 2;
  const A = pairsWithin(rowSums);
  const B = pairsWithin(columnSums);
  const S = pairsWithin(counts);

  // Multiplied by 2 T: (ST - AB) · 2 over A (T - B) + B (T - A), all of whole numbers. The numerator is exact, as the tails
  // are whole numbers too; nothing cancels in the denominator.
  const ST = twoProduct(S, T);
  const STTail = tail[0]!;
  const AB = twoProduct(A, B);
  const ABTail = tail[0]!;
  const difference = twoSum(ST, -AB);
  const numerator = twoSum(difference, tail[0]! + (STTail - ABTail));
  const numeratorTail = tail[0]!;
  const first = twoProduct(A, T - B);
  const firstTail = tail[0]!;
  const second = twoProduct(B, T - A);
  const secondTail = tail[0]!;
  const denominator = twoSum(first, second);
  const denominatorTail = tail[0]! + (firstTail + secondTail);
  if (denominator === 0) return undefinedValue;
  const quotient = quotientHead(2 * numerator, 2 * numeratorTail, denominator, denominatorTail);
  return quotient + tail[0]!;
}
