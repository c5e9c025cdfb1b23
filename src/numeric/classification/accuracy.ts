import { type UndefinedOptions, undefinedValueOf } from "../choice.js";
import { encodeLabels, type Label } from "../labels.js";
import { isCounts, measureOfCounts } from "./average.js";
import { type ConfusionCounts } from "./confusion-counts.js";
import { shareHead } from "./share.js";

/**
 * Accuracy: the share of predictions that are right, (TP + TN) / (TP + TN + FP + FN).
 *
 * Within 1 ulp, for any number of classes. Of counts that are all 0 it is 0 / 0; scikit-learn has no such case.
 *
 * @param labels the true labels, at least one; or the counts TP, FP, FN, TN, each ≥ 0
 * @param predictions the predicted labels, as many
 * @param options.undefinedValue the result for 0 / 0; NaN unless given
 * @returns a share in [0, 1]
 * @throws ShapeError if there are no labels or not as many predictions; TypeError if they are no labels or of several
 *   types; DomainError for NaN as a label, and for a negative count
 */
export function accuracy(
  labels: ArrayLike<Label>,
  predictions: ArrayLike<Label>,
  options?: UndefinedOptions,
): number;
export function accuracy(counts: ConfusionCounts, options?: UndefinedOptions): number;
export function accuracy(
  ...args:
    | [labels: ArrayLike<Label>, predictions: ArrayLike<Label>, options?: UndefinedOptions | undefined]
    | [counts: ConfusionCounts, options?: UndefinedOptions | undefined]
): number {
  const [first] = args;
  if (isCounts(first)) {
    return measureOfCounts(
      ({ TP, FP, FN, TN }, undefinedValue) => shareHead(TP, TN, FP, FN, undefinedValue),
      first,
      args[1] as UndefinedOptions | undefined,
    );
  }
  undefinedValueOf(args[2]);
  const { codes } = encodeLabels(["labels", first], ["predictions", args[1] as ArrayLike<Label>]);
  const [labels, predictions] = codes as [Int32Array, Int32Array];
  let right = 0;
  for (let i = 0; i < labels.length; i++) if (labels[i] === predictions[i]) right++;
  return right / labels.length;
}
