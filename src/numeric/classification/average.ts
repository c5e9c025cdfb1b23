// Measures of the confusion of two classes, and their averages over several.

import { requireOneOf, type UndefinedOptions, undefinedValueOf } from "../choice.js";
import { tail, twoProduct, twoSum } from "../elementary/error-free.js";
import { quotientHead } from "../elementary/quotient.js";
import { DomainError } from "../errors.js";
import { encodeLabels, type EncodedLabels, type Label } from "../labels.js";
import { describe } from "../vectors.js";
import { codesOfClasses } from "./classes.js";
import { type ConfusionCounts, countsOfPositive, type PositiveOptions } from "./confusion-counts.js";

/**
 * How a measure of one class is made one of several classes:
 *
 * - "binary": that of the positive class alone
 * - "macro": the mean over the classes
 * - "micro": that of the confusion counts of the classes, each against the others, added up
 * - "weighted": the mean over the classes, weighted by how many true labels each has
 * - "none": no average, but one value a class
 */
export type Average = "binary" | "macro" | "micro" | "weighted" | "none";

const averages: readonly Average[] = ["binary", "macro", "micro", "weighted", "none"];

/** What precision, recall and their kin take. */
export interface AverageOptions extends PositiveOptions, UndefinedOptions {
  /** "binary" unless given; `positive` matters only to this one. */
  average?: Average | undefined;
  /** The classes to average over, in the order of "none"; unless given, all that occur, sorted. "binary" has none. */
  classes?: readonly Label[] | undefined;
}

/** {@link AverageOptions} for a result of one value a class. */
export type NoAverage = AverageOptions & { average: "none" };
/** {@link AverageOptions} for a result of one number. */
export type OneAverage = AverageOptions & { average?: Exclude<Average, "none"> | undefined };

/** The arguments of a measure: labels and predictions, or counts. */
export type MeasureArguments =
  | [labels: ArrayLike<Label>, predictions: ArrayLike<Label>, options?: AverageOptions | undefined]
  | [counts: ConfusionCounts, options?: UndefinedOptions | undefined];

/**
 * A measure of one class against the others, undefinedValue for 0 / 0: returns the high part and leaves the low part in
 * {@link tail}.
 */
export type Measure = (counts: ConfusionCounts, undefinedValue: number) => number;

/** The measure of whatever it was given. */
export function evaluateMeasure(measure: Measure, args: MeasureArguments): number | Float64Array {
  const [first] = args;
  if (isCounts(first)) {
    const options = args[1] as UndefinedOptions | undefined;
    return measureOfCounts(measure, first, undefinedValueOf(options ?? {}));
  }
  const [labels, predictions, options = {}] = args as Exclude<
    MeasureArguments,
    [ConfusionCounts, ...unknown[]]
  >;
  const { average = "binary" } = options;
  requireOneOf("average", averages, average);
  const undefinedValue = undefinedValueOf(options);
  const encoded = encodeLabels(["labels", labels], ["predictions", predictions]);
  if (average === "binary") {
    const counts = countsOfPositive(encoded, options.positive, (classes) => {
      throw new DomainError(
        `average must not be "binary" for the classes ${classes}, unless positive is given`,
      );
    });
    return valueOf(measure, counts, undefinedValue);
  }
  const ofClasses = countsOfClasses(encoded, options.classes);
  switch (average) {
    case "micro":
      return valueOf(measure, ofClasses.reduce(addCounts), undefinedValue);
    case "macro":
      return mean(measure, ofClasses, undefinedValue, () => 1);
    case "weighted":
      return mean(measure, ofClasses, undefinedValue, ({ TP, FN }) => TP + FN);
    case "none":
      return Float64Array.from(ofClasses, (counts) => valueOf(measure, counts, undefinedValue));
  }
}

/** Whether an argument is counts, and not a vector. */
export function isCounts(value: ArrayLike<Label> | ConfusionCounts): value is ConfusionCounts {
  const candidate: unknown = value;
  return typeof candidate === "object" && candidate !== null && "TP" in candidate;
}

/**
 * The measure of counts that a caller hands in.
 *
 * @throws TypeError if a count is not a number; DomainError if it is negative
 */
export function measureOfCounts(measure: Measure, counts: ConfusionCounts, undefinedValue: number): number {
  for (const name of ["TP", "FP", "FN", "TN"] as const) {
    const count: unknown = counts[name];
    if (typeof count !== "number") throw new TypeError(`${name} must be a number, but is ${describe(count)}`);
    if (count < 0) throw new DomainError(`${name} must be a count, at least 0, but is ${count}`);
  }
  return valueOf(measure, counts, undefinedValue);
}

/** The measure, rounded. */
function valueOf(measure: Measure, counts: ConfusionCounts, undefinedValue: number): number {
  const head = measure(counts, undefinedValue);
  return head + tail[0]!;
}

/** The confusion counts of each class against the others. */
function countsOfClasses(
  { classes, codes }: EncodedLabels,
  given: readonly Label[] | undefined,
): ConfusionCounts[] {
  const [labels, predictions] = codes as [Int32Array, Int32Array];
  const right = new Float64Array(classes.length);
  const actual = new Float64Array(classes.length);
  const predicted = new Float64Array(classes.length);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    const prediction = predictions[i]!;
    actual[label]!++;
    predicted[prediction]!++;
    if (label === prediction) right[label]!++;
  }
  const chosen = given === undefined ? classes.keys() : codesOfClasses(given, classes);
  return Array.from(chosen, (code) => {
    // A given class that does not occur.
    if (code < 0) return { TP: 0, FP: 0, FN: 0, TN: labels.length };
    const TP = right[code]!;
    const FP = predicted[code]! - TP;
    const FN = actual[code]! - TP;
    return { TP, FP, FN, TN: labels.length - TP - FP - FN };
  });
}

function addCounts(a: ConfusionCounts, b: ConfusionCounts): ConfusionCounts {
  return { TP: a.TP + b.TP, FP: a.FP + b.FP, FN: a.FN + b.FN, TN: a.TN + b.TN };
}

/** The weighted mean of the measures of some classes; undefinedValue if the weights are 0. */
function mean(
  measure: Measure,
  ofClasses: readonly ConfusionCounts[],
  undefinedValue: number,
  weightOf: (counts: ConfusionCounts) => number,
): number {
  let sum = 0;
  let sumTail = 0;
  let weights = 0;
  for (const counts of ofClasses) {
    const weight = weightOf(counts);
    const head = measure(counts, undefinedValue);
    const rest = tail[0]!;
    const product = twoProduct(weight, head);
    const productTail = tail[0]! + weight * rest;
    sum = twoSum(sum, product);
    sumTail += tail[0]! + productTail;
    weights += weight;
  }
  if (weights === 0) return undefinedValue;
  // An undefinedValue of ∞ has no tail.
  if (!Number.isFinite(sum)) return sum;
  const quotient = quotientHead(sum, sumTail, weights, 0);
  return quotient + tail[0]!;
}
