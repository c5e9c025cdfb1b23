import { type Place, requireProbabilities } from "../domains.js";
import { tail, twoSum } from "../elementary/error-free.js";
import { addHead, productHead } from "../elementary/parts.js";
import { rescaled } from "../elementary/range.js";
import { complementSurprisalHead, surprisalHead } from "../elementary/surprisal.js";
import { type LossOptions, type Reduced, reduceLoss, type Unreduced } from "./reduction.js";

/**
 * Binary cross-entropy of probabilities: -(1/n) Σᵢ (tᵢ ln pᵢ + (1 - tᵢ) ln(1 - pᵢ)).
 *
 * Within 1.5 ulp for any number of entries; nothing is clamped: a target that the prediction excludes gives ∞, and
 * 0 ln 0 = 0. NaN gives NaN. For logits, binaryCrossEntropyWithLogits keeps what the rounding of a probability loses.
 *
 * @param targets t, a vector of probabilities with at least one entry, or one probability; it is not changed
 * @param predictions p, probabilities, as many as targets
 * @param options reduction: "mean" (the default), "sum", or "none" for the loss of each entry
 * @returns a number ≥ 0, in nats, or with "none" as many as targets
 * @throws DomainError if an entry is not in [0, 1]; ShapeError if the lengths differ or are 0; TypeError if the arguments
 * are not both vectors or both numbers
 */
export function binaryCrossEntropy(targets: number, predictions: number, options?: LossOptions): number;
export function binaryCrossEntropy(
  targets: ArrayLike<number>,
  predictions: ArrayLike<number>,
  options: Unreduced,
): Float64Array;
export function binaryCrossEntropy(
  targets: ArrayLike<number>,
  predictions: ArrayLike<number>,
  options?: Reduced,
): number;
export function binaryCrossEntropy(
  targets: ArrayLike<number>,
  predictions: ArrayLike<number>,
  options: LossOptions,
): number | Float64Array;
export function binaryCrossEntropy(
  targets: number | ArrayLike<number>,
  predictions: number | ArrayLike<number>,
  options: LossOptions = {},
): number | Float64Array {
  return reduceLoss(targets, predictions, options, total, requireBothProbabilities);
}

function requireBothProbabilities(
  targets: Float64Array,
  predictions: Float64Array,
  targetAt: Place,
  predictionAt: Place,
): void {
  requireProbabilities(targetAt, targets);
  requireProbabilities(predictionAt, predictions);
}

function total(t: Float64Array, p: Float64Array, from: number, to: number, divisor: number): number {
  return rescaled(divisor, (sum, scale) => {
    for (let i = from; i < to; i++) {
      const target = t[i]!;
      if (target !== 0) {
        const surprisal = surprisalHead(p[i]!) * scale;
        addHead(sum, productHead(target, 0, surprisal, tail[0]! * scale));
      }
      if (target !== 1) {
        const rest = twoSum(1, -target);
        const restTail = tail[0]!;
        const surprisal = complementSurprisalHead(p[i]!) * scale;
        addHead(sum, productHead(rest, restTail, surprisal, tail[0]! * scale));
      }
    }
  });
}
