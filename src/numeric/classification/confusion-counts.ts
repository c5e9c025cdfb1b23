import { DomainError } from "../errors.js";
import { type EncodedLabels, encodeLabels, type Label, labelTexts, positiveClass } from "../labels.js";

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
  /** The positive class; 1 for numbers, true for booleans unless given, while strings have no such default. */
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
 *   types; DomainError for NaN, for strings without `positive`, and if there is more than one other class without `positive`
 */
export function confusionCounts(
  labels: ArrayLike<Label>,
  predictions: ArrayLike<Label>,
  options: PositiveOptions = {},
): ConfusionCounts {
  const encoded = encodeLabels(["labels", labels], ["predictions", predictions]);
  return countsOfPositive(encoded, options.positive, (classes) => {
    throw new DomainError(`positive must be given for the classes ${classes}`);
  });
}

/**
 * The confusion counts of one class against the others.
 *
 * @param refuse is called if it is open which class is the positive one
 */
export function countsOfPositive(
  { classes, codes }: EncodedLabels,
  given: Label | undefined,
  refuse: (classes: string) => never,
): ConfusionCounts {
  const positive = positiveClass(given, "labels[0]", classes[0]!);
  const code = classes.indexOf(positive);
  if (given === undefined && classes.length > (code < 0 ? 1 : 2)) refuse(labelTexts(classes));
  const [labels, predictions] = codes as [Int32Array, Int32Array];
  let TP = 0;
  let FP = 0;
  let FN = 0;
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] === code) {
      if (predictions[i] === code) TP++;
      else FN++;
    } else if (predictions[i] === code) {
      FP++;
    }
  }
  return { TP, FP, FN, TN: labels.length - TP - FP - FN };
}
