import { DomainError } from "../errors.js";
import { type Label, labelTexts, positiveClass, requireLabel } from "../labels.js";
import { copyOfEntries, requireSameLength, requireVector } from "../vectors.js";
import { sortFalling } from "./sort-falling.js";

/** The scores of the positives and of the negatives, each with the largest first. -0 has become 0. */
export interface ScoresByLabel {
  readonly positives: Float64Array;
  readonly negatives: Float64Array;
  /** Whether no score is NaN. If one is, there is no order, and the scores are not sorted. */
  readonly comparable: boolean;
}

/**
 * Sorts the scores of the positives and of the negatives.
 *
 * @param prefix goes before the names of the arguments in messages
 * @throws ShapeError, TypeError or DomainError if the arguments are not labels and as many scores
 */
export function scoresByLabel(
  labels: ArrayLike<Label>,
  scores: ArrayLike<number>,
  positive: Label | undefined,
  prefix = "",
): ScoresByLabel {
  const isPositive = indicators(`${prefix}labels`, labels, positive);
  const values = copyOfEntries(`${prefix}scores`, scores);
  requireSameLength(`${prefix}labels`, isPositive, `${prefix}scores`, values);
  let count = 0;
  for (const indicator of isPositive) count += indicator;
  const positives = new Float64Array(count);
  const negatives = new Float64Array(values.length - count);
  let p = 0;
  let n = 0;
  let comparable = true;
  for (let i = 0; i < values.length; i++) {
    const score = values[i]! + 0;
    if (score !== score) comparable = false;
    if (isPositive[i] === 1) positives[p++] = score;
    else negatives[n++] = score;
  }
  if (!comparable) return { positives, negatives, comparable };
  return { positives: sortFalling(positives), negatives: sortFalling(negatives), comparable };
}

/** 1 where a label is the positive class, 0 elsewhere. */
function indicators(name: string, labels: ArrayLike<Label>, given: Label | undefined): Uint8Array {
  requireVector(name, labels, "labels");
  const first: unknown = labels[0];
  requireLabel(`${name}[0]`, first, "", first);
  const positive = positiveClass(given, `${name}[0]`, first);
  // The last label that was seen besides the positive one, so that only others than these two are looked at closely.
  let negative: Label | undefined;
  const result = new Uint8Array(labels.length);
  for (let i = 0; i < labels.length; i++) {
    const label: unknown = labels[i];
    if (label === positive) {
      result[i] = 1;
    } else if (label !== negative || negative === undefined) {
      requireLabel(`${name}[${i}]`, label, `${name}[0]`, first);
      if (given === undefined && negative !== undefined) {
        throw new DomainError(
          `positive must be given where ${name} has several classes besides ${positive}: ${labelTexts([negative, label])}`,
        );
      }
      negative = label;
    }
  }
  return result;
}
