import { type UndefinedOptions } from "../choice.js";
import { type Label } from "../labels.js";
import {
  type AverageOptions,
  evaluateMeasure,
  type MeasureArguments,
  type NoAverage,
  type OneAverage,
} from "./average.js";
import { type ConfusionCounts } from "./confusion-counts.js";
import { shareHead } from "./share.js";

/**
 * Specificity: TN / (TN + FP), the share of the negatives that was predicted to be.
 *
 * Within 1 ulp, averages too. Without negatives it is 0 / 0. scikit-learn has no such function; its recall_score of
 * the negative class returns 0 there and warns.
 *
 * @param labels the true labels, at least one; or the counts TP, FP, FN, TN, each ≥ 0
 * @param predictions the predicted labels, as many
 * @param options.average of which class or classes: "binary" (unless given), "macro", "micro", "weighted" or "none"
 * @param options.positive the positive class for "binary"; 1 for numbers, true for booleans unless given
 * @param options.classes the classes to average over; all that occur, sorted, unless given
 * @param options.undefinedValue the result for 0 / 0, of each class before averaging; NaN unless given
 * @returns a share in [0, 1]; one a class for "none"
 * @throws ShapeError if there are no labels or not as many predictions; TypeError if they are no labels or of several
 *   types; DomainError for NaN as a label, for a negative count, for strings without `positive`, and for "binary" of
 * more
 *   than two classes without `positive`
 */
export function specificity(
  labels: ArrayLike<Label>,
  predictions: ArrayLike<Label>,
  options: NoAverage,
): Float64Array;
export function specificity(
  labels: ArrayLike<Label>,
  predictions: ArrayLike<Label>,
  options?: OneAverage,
): number;
export function specificity(
  labels: ArrayLike<Label>,
  predictions: ArrayLike<Label>,
  options: AverageOptions,
): number | Float64Array;
export function specificity(counts: ConfusionCounts, options?: UndefinedOptions): number;
export function specificity(...args: MeasureArguments): number | Float64Array {
  return evaluateMeasure(({ TN, FP }, undefinedValue) => shareHead(TN, 0, FP, 0, undefinedValue), args);
}
