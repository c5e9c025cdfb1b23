import { type UndefinedOptions, undefinedValueOf } from "../choice.js";
import { type PositiveOptions } from "../classification/confusion-counts.js";
import { type Label } from "../labels.js";
import { scoresByLabel } from "./scores-by-label.js";

/**
 * Area under the receiver operating characteristic: the share of pairs of a positive and a negative in which the
 * positive
 * has the larger score, AUC = (Σᵢⱼ [sᵢ > sⱼ] + ½ [sᵢ = sⱼ]) / (P N) over the P positives i and the N negatives j.
 *
 * The quotient of two exact counts, rounded once. With one class only it is 0 / 0; scikit-learn raises an error there,
 * or
 * from version 1.6 returns NaN and warns.
 *
 * @param labels the true labels, at least one; they are not changed
 * @param scores a number for each label, larger for what is more likely positive; ±∞ are numbers, -0 is 0
 * @param options.positive the positive class; 1 for numbers, true for booleans unless given. For labels such as 1 and 2 give
 *   it: scikit-learn takes the larger of two there, or asks
 * @param options.undefinedValue the result for one class only; NaN unless given
 * @returns a share in [0, 1]; NaN if a score is NaN
 * @throws ShapeError if there are no labels or not as many scores; TypeError if they are no labels or of several types;
 *   DomainError for NaN as a label, for strings without `positive`, and if there is more than one other class without
 *   `positive`
 *
 * Source: J. A. Hanley and B. J. McNeil, The meaning and use of the area under a receiver operating characteristic
 * (ROC)
 * curve, Radiology 143 (1982) 29–36.
 */
export function rocAuc(
  labels: ArrayLike<Label>,
  scores: ArrayLike<number>,
  options: PositiveOptions & UndefinedOptions = {},
): number {
  const undefinedValue = undefinedValueOf(options);
  const { positives, negatives, comparable } = scoresByLabel(labels, scores, options.positive);
  if (!comparable) return NaN;
  const N = negatives.length;
  if (positives.length === 0 || N === 0) return undefinedValue;
  // Twice the number of pairs in the right order; whole numbers are exact up to 1.3e8 scores.
  let twice = 0;
  let above = 0;
  for (let p = 0; p < positives.length;) {
    const score = positives[p]!;
    const first = p;
    while (p < positives.length && positives[p] === score) p++;
    while (above < N && negatives[above]! > score) above++;
    let notBelow = above;
    while (notBelow < N && negatives[notBelow] === score) notBelow++;
    twice += (p - first) * (N - above + (N - notBelow));
    above = notBelow;
  }
  return twice / (2 * positives.length * N);
}
