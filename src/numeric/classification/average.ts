// Measures of the confusion of two classes, and their averages over several.

import { requireOneOf, type UndefinedOptions, undefinedValueOf } from "../choice.js";
import { requireNumber } from "../domains.js";
import { tail } from "../elementary/error-free.js";
import { weightedMean } from "../elementary/parts.js";
import { outOfDomain } from "../errors.js";
import { encodeLabels, type Label, sortedCodes } from "../labels.js";
import { codesOfClasses } from "./classes.js";
import {
  type ConfusionCounts,
  countsOfClasses,
  countsOfPositive,
  type PositiveOptions,
} from "./confusion-counts.js";

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
    return measureOfCounts(measure, first, args[1] as UndefinedOptions | undefined);
  }
  const [labels, predictions, options = {}] = args as Exclude<
    MeasureArguments,
    [ConfusionCounts, ...unknown[]]
  >;
  const undefinedValue = undefinedValueOf(options);
  const { average = "binary" } = options;
  requireOneOf("average", averages, average);
  const encoded = encodeLabels(["labels", labels], ["predictions", predictions]);
  if (average === "binary") {
    const counts = countsOfPositive(encoded, options.positive, ', or another average than "binary"');
    return valueOf(measure, counts, undefinedValue);
  }
  const { classes } = options;
  const chosen =
    classes === undefined ? sortedCodes(encoded.classes) : codesOfClasses(classes, encoded.classes);
  const ofClasses = countsOfClasses(encoded, chosen);
  if (average === "none") {
    return Float64Array.from(ofClasses, (counts) => valueOf(measure, counts, undefinedValue));
  }
  if (average === "micro") return valueOf(measure, ofClasses.reduce(addCounts), undefinedValue);
  return weightedMean(
    ofClasses.length,
    (i) => (average === "weighted" ? ofClasses[i]!.TP + ofClasses[i]!.FN : 1),
    (i) => measure(ofClasses[i]!, undefinedValue),
    undefinedValue,
  );
}

function addCounts(a: ConfusionCounts, b: ConfusionCounts): ConfusionCounts {
  return { TP: a.TP + b.TP, FP: a.FP + b.FP, FN: a.FN + b.FN, TN: a.TN + b.TN };
}

/** Whether an argument is counts, and not a vector. */
export function isCounts(value: ArrayLike<Label> | ConfusionCounts): value is ConfusionCounts {
  return "TP" in (Object(value) as object);
}

/**
 * The measure of counts that a caller hands in.
 *
 * @throws TypeError if a count is not a number; DomainError if it is negative
 */
export function measureOfCounts(
  measure: Measure,
  counts: ConfusionCounts,
  options: UndefinedOptions | undefined,
): number {
  const undefinedValue = undefinedValueOf(options);
  for (const name of ["TP", "FP", "FN", "TN"] as const) {
    const count = counts[name];
    requireNumber(name, count);
    if (count < 0) throw outOfDomain(name, "a count, at least 0", count);
  }
  return valueOf(measure, counts, undefinedValue);
}

/** The measure, rounded. */
function valueOf(measure: Measure, counts: ConfusionCounts, undefinedValue: number): number {
  const head = measure(counts, undefinedValue);
  return head + tail[0]!;
}
