import { requireOptions } from "../choice.js";
import { DomainError } from "../errors.js";
import {
  type EncodedLabels,
  encodeLabels,
  type Label,
  labelTexts,
  positiveClass,
  sortedCodes,
} from "../labels.js";

/** How often predictions of two classes were right and wrong. Weights instead of counts are as good. */
export interface ConfusionCounts {
  /** True positives: positive, and predicted to be. */
  readonly TP: number;
  /** False positives: predicted to be positive, but negative. */
  readonly FP: number;
  /** False negatives: predicted to be negative, but positive. */
  readonly FN: number;
  /** True negatives: negative, and predicted to be. */
  readonly TN: number;
}

/** What the functions take for which one class is the positive one. */
export interface PositiveOptions {
  /**
   * The positive class; 1 for numbers, true for booleans unless given, while strings have no such default. One
   * that is given but occurs nowhere leaves no positives, as the formulas have it: what becomes 0 / 0 is NaN or
   * undefinedValue. (Where two classes occur and neither is the given one, scikit-learn raises in its measures of predictions
   * and in average_precision_score.)
   */
  positive?: Label | undefined;
}

/**
 * Confusion counts: TP = Σᵢ [yᵢ = + and ŷᵢ = +], FP = Σᵢ [yᵢ ≠ + and ŷᵢ = +], FN = Σᵢ [yᵢ = + and ŷᵢ ≠ +],
 * TN = Σᵢ [yᵢ ≠ + and ŷᵢ ≠ +], where + is the positive class.
 *
 * @param labels the true labels y, at least one; they are not changed
 * @param predictions the predicted labels ŷ
 * @returns whole numbers whose sum is the number of labels
 * @throws ShapeError if there are no labels or not as many predictions; TypeError if they are no labels or of several
 *   types; DomainError for NaN, for strings without `positive`, and if there is more than one other class without
 * `positive`
 */
export function confusionCounts(
  labels: ArrayLike<Label>,
  predictions: ArrayLike<Label>,
  options: PositiveOptions = {},
): ConfusionCounts {
  requireOptions(options);
  const encoded = encodeLabels(["labels", labels], ["predictions", predictions]);
  return countsOfPositive(encoded, options.positive, "");
}

/**
 * The confusion counts of the positive class.
 *
 * @param alternative to giving the positive class, for the message
 * @throws DomainError if it is open which class is the positive one
 */
export function countsOfPositive(
  encoded: EncodedLabels,
  given: Label | undefined,
  alternative: string,
): ConfusionCounts {
  const { classes } = encoded;
  const code = classes.indexOf(positiveClass(given, "labels[0]", classes[0]!));
  if (given === undefined && classes.length > (code < 0 ? 1 : 2)) {
    const texts = labelTexts(sortedCodes(classes).map((c) => classes[c]!));
    throw new DomainError(`positive must be given for the classes ${texts}${alternative}`);
  }
  return countsOfClasses(encoded, [code])[0]!;
}

/** The confusion counts of some classes, each against the others; the code of a class that does not occur is -1. */
export function countsOfClasses(
  { classes, codes }: EncodedLabels,
  chosen: ArrayLike<number>,
): ConfusionCounts[] {
  const [labels, predictions] = codes as [Int32Array, Int32Array];
  const zeros = (): Float64Array => new Float64Array(classes.length);
  const right = zeros();
  const actual = zeros();
  const predicted = zeros();
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    const prediction = predictions[i]!;
    actual[label]!++;
    predicted[prediction]!++;
    if (label === prediction) right[label]!++;
  }
  return Array.from(chosen, (code) => {
    const TP = right[code] ?? 0;
    const FP = (predicted[code] ?? 0) - TP;
    const FN = (actual[code] ?? 0) - TP;
    return { TP, FP, FN, TN: labels.length - TP - FP - FN };
  });
}
