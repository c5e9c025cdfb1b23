import { requireOptions } from "../choice.js";
import { type PositiveOptions } from "../classification/confusion-counts.js";
import { type Label } from "../labels.js";
import { scoresByLabel } from "./scores-by-label.js";
import { thresholdCounts } from "./threshold-counts.js";

/** The points of a receiver operating characteristic, one a threshold. */
export interface RocCurve {
  readonly falsePositiveRates: Float64Array;
  readonly truePositiveRates: Float64Array;
  /** What has a score at or above it is predicted to be positive. They fall. */
  readonly thresholds: Float64Array;
}

/**
 * Receiver operating characteristic: the false positive rate FP / (FP + TN) and the true positive rate TP / (TP + FN)
 * where
 * scores at or above a threshold count as predictions of the positive class.
 *
 * A point for each distinct score, after the point (0, 0) at the threshold ∞; none is dropped, as with
 * drop_intermediate=False in scikit-learn (whose first threshold was the largest score plus 1 before version 1.3).
 * Each rate
 * is rounded once. Without negatives or positives their rate is 0 / 0, NaN at each threshold, as in scikit-learn, which
 * warns. If a score is NaN, there is one point, of NaN.
 *
 * @param labels the true labels, at least one; they are not changed
 * @param scores a number for each label, larger for what is more likely positive; ±∞ are numbers, -0 is 0
 * @param options.positive the positive class; 1 for numbers, true for booleans unless given. For labels such as 1 and 2 give
 *   it: scikit-learn takes the larger of two there, or asks
 * @throws ShapeError if there are no labels or not as many scores; TypeError if they are no labels or of several types;
 *   DomainError for NaN as a label, for strings without `positive`, and if there is more than one other class without
 *   `positive`
 */
export function rocCurve(
  labels: ArrayLike<Label>,
  scores: ArrayLike<number>,
  options: PositiveOptions = {},
): RocCurve {
  requireOptions(options);
  const split = scoresByLabel(labels, scores, options.positive);
  const { thresholds, TP, FP } = thresholdCounts(split);
  const { positives, negatives } = split;
  return {
    falsePositiveRates: FP.map((count) => count / negatives.length),
    truePositiveRates: TP.map((count) => count / positives.length),
    thresholds,
  };
}
