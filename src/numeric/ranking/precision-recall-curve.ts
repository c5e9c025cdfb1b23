import { requireOptions } from "../choice.js";
import { type PositiveOptions } from "../classification/confusion-counts.js";
import { type Label } from "../labels.js";
import { scoresByLabel } from "./scores-by-label.js";
import { thresholdCounts } from "./threshold-counts.js";

/** The points of a precision-recall curve, one a threshold. */
export interface PrecisionRecallCurve {
  readonly precisions: Float64Array;
  readonly recalls: Float64Array;
  /** What has a score at or above it is predicted to be positive. They fall. */
  readonly thresholds: Float64Array;
}

/**
 * Precision-recall curve: the precision TP / (TP + FP) and the recall TP / (TP + FN) where scores at or above a
 * threshold
 * count as predictions of the positive class.
 *
 * A point for each distinct score, after the point of precision 1 and recall 0 at the threshold ∞; scikit-learn has
 * the same
 * points in the opposite order, the first of ours without a threshold. Each share is rounded once. Without positives
 * the
 * recall is 0 / 0, NaN at each threshold; scikit-learn takes it to be 1 and warns. If a score is NaN, there is one
 * point,
 * of NaN.
 *
 * @param labels the true labels, at least one; they are not changed
 * @param scores a number for each label, larger for what is more likely positive; ±∞ are numbers, -0 is 0
 * @param options.positive the positive class; 1 for numbers, true for booleans unless given
 * @throws ShapeError if there are no labels or not as many scores; TypeError if they are no labels or of several types;
 *   DomainError for NaN as a label, for strings without `positive`, and if there is more than one other class without
 *   `positive`
 */
export function precisionRecallCurve(
  labels: ArrayLike<Label>,
  scores: ArrayLike<number>,
  options: PositiveOptions = {},
): PrecisionRecallCurve {
  requireOptions(options);
  const split = scoresByLabel(labels, scores, options.positive);
  const { thresholds, TP, FP } = thresholdCounts(split);
  return {
    precisions: TP.map((count, i) => (count + FP[i]! === 0 ? 1 : count / (count + FP[i]!))),
    recalls: TP.map((count) => count / split.positives.length),
    thresholds,
  };
}
