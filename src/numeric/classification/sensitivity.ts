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
 * Sensitivity: TP / (TP + FN), the share of the positives that was predicted to be. Another name of recall.
 *
 * Arguments, result and errors are those of recall.
 */
export function sensitivity(
  labels: ArrayLike<Label>,
  predictions: ArrayLike<Label>,
  options: NoAverage,
): Float64Array;
export function sensitivity(
  labels: ArrayLike<Label>,
  predictions: ArrayLike<Label>,
  options?: OneAverage,
): number;
export function sensitivity(
  labels: ArrayLike<Label>,
  predictions: ArrayLike<Label>,
  options: AverageOptions,
): number | Float64Array;
export function sensitivity(counts: ConfusionCounts, options?: UndefinedOptions): number;
export function sensitivity(...args: MeasureArguments): number | Float64Array {
  return evaluateMeasure(({ TP, FN }, undefinedValue) => shareHead(TP, 0, FN, 0, undefinedValue), args);
}
