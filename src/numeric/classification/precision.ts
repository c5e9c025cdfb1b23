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
 * Precision: TP / (TP + FP), the share of what was predicted to be positive that is.
 *
 * Within 1 ulp, averages too. Without predicted positives it is 0 / 0; scikit-learn returns 0 there and warns, unless
 * told otherwise by zero_division.
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
export function precision(
  labels: ArrayLike<Label>,
  predictions: ArrayLike<Label>,
  options: NoAverage,
): Float64Array;
export function precision(
  labels: ArrayLike<Label>,
  predictions: ArrayLike<Label>,
  options?: OneAverage,
): number;
export function precision(
  labels: ArrayLike<Label>,
  predictions: ArrayLike<Label>,
  options: AverageOptions,
): number | Float64Array;
export function precision(counts: ConfusionCounts, options?: UndefinedOptions): number;
export function precision(...args: MeasureArguments): number | Float64Array {
  return evaluateMeasure(({ TP, FP }, undefinedValue) => shareHead(TP, 0, FP, 0, undefinedValue), args);
}
