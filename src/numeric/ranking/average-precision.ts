import { type UndefinedOptions, undefinedValueOf } from "../choice.js";
import { type PositiveOptions } from "../classification/confusion-counts.js";
import { tail } from "../elementary/error-free.js";
import { addHead } from "../elementary/parts.js";
import { quotientHead } from "../elementary/quotient.js";
import { type Label } from "../labels.js";
import { type ScoresByLabel, scoresByLabel } from "./scores-by-label.js";

/**
 * Average precision: AP = Σₙ (Rₙ - Rₙ₋₁) Pₙ, where Pₙ and Rₙ are precision and recall at the n-th largest distinct
 * score.
 *
 * A sum over steps, without interpolation, as in scikit-learn. Within 1 ulp. Without positives it is 0 / 0; scikit-
 * learn
 * returns 0 there and warns.
 *
 * @param labels the true labels, at least one; they are not changed
 * @param scores a number for each label, larger for what is more likely positive; ±∞ are numbers, -0 is 0
 * @param options.positive the positive class; 1 for numbers, true for booleans unless given
 * @param options.undefinedValue the result without positives; NaN unless given
 * @returns a share in [0, 1]; NaN if a score is NaN
 * @throws ShapeError if there are no labels or not as many scores; TypeError if they are no labels or of several types;
 *   DomainError for NaN as a label, for strings without `positive`, and if there is more than one other class without
 *   `positive`
 */
export function averagePrecision(
  labels: ArrayLike<Label>,
  scores: ArrayLike<number>,
  options: PositiveOptions & UndefinedOptions = {},
): number {
  const undefinedValue = undefinedValueOf(options);
  const head = averagePrecisionHead(scoresByLabel(labels, scores, options.positive), undefinedValue);
  return head + tail[0]!;
}

/**
 * Average precision with high and low parts, undefinedValue without positives.
 *
 * @returns the high part; the low part is left in {@link tail}
 */
export function averagePrecisionHead(
  { positives, negatives, comparable }: ScoresByLabel,
  undefinedValue: number,
): number {
  const P = positives.length;
  if (P === 0 || !comparable) {
    tail[0] = 0;
    return comparable ? undefinedValue : NaN;
  }
  // Σ (TPₙ - TPₙ₋₁) TPₙ / (TPₙ + FPₙ), each product a whole number.
  const sum = new Float64Array(2);
  let FP = 0;
  for (let TP = 0; TP < P;) {
    const score = positives[TP]!;
    const before = TP;
    while (TP < P && positives[TP] === score) TP++;
    while (FP < negatives.length && negatives[FP]! >= score) FP++;
    addHead(sum, quotientHead((TP - before) * TP, 0, TP + FP, 0));
  }
  return quotientHead(sum[0]!, sum[1]!, P, 0);
}
