// What a loss does with the losses of the single entries, and the one way in which the losses of vectors do it.

import { requireOneOf, requireOptions } from "../choice.js";
import { type Place, entryOf } from "../domains.js";
import { asVector, requireSameLength } from "../vectors.js";

/** The mean of the losses, their sum, or a Float64Array of all of them. */
export type Reduction = "mean" | "sum" | "none";

/** The options of every loss; `R` is the reduction, where it is known. */
export interface LossOptions<R extends Reduction = Reduction> {
  /** What becomes of the losses of the single entries; "mean" unless given. */
  readonly reduction?: R | undefined;
}

/** The options with which a loss gives each entry's loss. */
export type Unreduced = LossOptions<"none"> & { readonly reduction: "none" };

/** The options with which a loss gives one number. */
export type Reduced = LossOptions<"mean" | "sum">;

/** The sum of the losses of the entries from, …, to - 1, divided by divisor. */
export type TotalLoss = (
  targets: Float64Array,
  predictions: Float64Array,
  from: number,
  to: number,
  divisor: number,
) => number;

/**
 * The option reduction, "mean" if it was not given.
 *
 * @throws DomainError if it is none of its values; TypeError if the options are no object
 */
export function reductionOf(options: LossOptions): Reduction {
  requireOptions(options);
  const { reduction = "mean" } = options;
  requireOneOf("reduction", ["mean", "sum", "none"], reduction);
  return reduction;
}

/**
 * The loss of two numbers or two vectors.
 *
 * @param check refuses targets or predictions outside the domain
 * @param predictionsName what the predictions are called, for the messages
 * @throws TypeError if the arguments are not two numbers or two vectors; ShapeError if their lengths differ or are 0
 */
export function reduceLoss(
  targets: number | ArrayLike<number>,
  predictions: number | ArrayLike<number>,
  options: LossOptions,
  total: TotalLoss,
  check?: (targets: Float64Array, predictions: Float64Array, targetAt: Place, predictionAt: Place) => void,
  predictionsName = "predictions",
): number | Float64Array {
  const reduction = reductionOf(options);
  if (typeof targets === "number" && typeof predictions === "number") {
    const y = Float64Array.of(targets);
    const ŷ = Float64Array.of(predictions);
    check?.(
      y,
      ŷ,
      () => "targets",
      () => predictionsName,
    );
    return total(y, ŷ, 0, 1, 1);
  }
  const y = asVector("targets", targets as ArrayLike<number>);
  const ŷ = asVector(predictionsName, predictions as ArrayLike<number>);
  requireSameLength("targets", y, predictionsName, ŷ);
  check?.(y, ŷ, entryOf("targets"), entryOf(predictionsName));
  return reduced(reduction, y.length, (from, to, divisor) => total(y, ŷ, from, to, divisor));
}

/** One number or an array of them, from a function that gives the sum of a range of losses, divided. */
export function reduced(
  reduction: Reduction,
  count: number,
  total: (from: number, to: number, divisor: number) => number,
): number | Float64Array {
  if (reduction !== "none") return total(0, count, reduction === "mean" ? count : 1);
  return new Float64Array(count).map((_, i) => total(i, i + 1, 1));
}
