import { type Place, requireProbabilities } from "../domains.js";
import { quickTwoSum, tail, twoSum } from "../elementary/error-free.js";
import { expHead, expOfVeryNegative } from "../elementary/exp.js";
import { log1pHead } from "../elementary/log.js";
import { addHead, productHead } from "../elementary/parts.js";
import { rescaled } from "../elementary/range.js";
import { type LossOptions, type Reduced, reduceLoss, type Unreduced } from "./reduction.js";

/**
 * Binary cross-entropy of logits: -(1/n) Σᵢ (tᵢ ln σ(zᵢ) + (1 - tᵢ) ln σ(-zᵢ)), where σ(z) = 1 / (1 + e⁻ᶻ).
 *
 * Within 1.5 ulp for any number of entries and logits of any size. Infinite logits give the limit: 0 for a target that
 * they make certain, otherwise ∞. NaN gives NaN.
 *
 * @param targets t, a vector of probabilities with at least one entry, or one probability; it is not changed
 * @param logits z, any real numbers or ±∞, as many as targets
 * @param options reduction: "mean" (the default), "sum", or "none" for the loss of each entry
 * @returns a number ≥ 0, in nats, or with "none" as many as targets
 * @throws DomainError if a target is not in [0, 1]; ShapeError if the lengths differ or are 0; TypeError if the arguments
 * are not both vectors or both numbers
 */
export function binaryCrossEntropyWithLogits(targets: number, logits: number, options?: LossOptions): number;
export function binaryCrossEntropyWithLogits(
  targets: ArrayLike<number>,
  logits: ArrayLike<number>,
  options: Unreduced,
): Float64Array;
export function binaryCrossEntropyWithLogits(
  targets: ArrayLike<number>,
  logits: ArrayLike<number>,
  options?: Reduced,
): number;
export function binaryCrossEntropyWithLogits(
  targets: ArrayLike<number>,
  logits: ArrayLike<number>,
  options: LossOptions,
): number | Float64Array;
export function binaryCrossEntropyWithLogits(
  targets: number | ArrayLike<number>,
  logits: number | ArrayLike<number>,
  options: LossOptions = {},
): number | Float64Array {
  return reduceLoss(targets, logits, options, total, requireTargets, "logits");
}

function requireTargets(targets: Float64Array, _logits: Float64Array, targetAt: Place): void {
  requireProbabilities(targetAt, targets);
}

/** ln(1 + e^-size) with high and low parts, for size ≥ 0; the low part is left in {@link tail}. */
function softplusHead(size: number): number {
  if (size < 700) {
    const head = log1pHead(expHead(-size, 0), tail[0]!);
    return quickTwoSum(head, tail[0]!);
  }
  const power = expOfVeryNegative(-size);
  tail[0] = 0;
  return power;
}

/**
 * A loss is max(z, 0) - t z + ln(1 + e^-|z|), where the first two make |z| (1 - t) for z > 0 and |z| t for others, so that
 * nothing cancels.
 */
function total(t: Float64Array, z: Float64Array, from: number, to: number, divisor: number): number {
  return rescaled(divisor, (sum, scale) => {
    for (let i = from; i < to; i++) {
      const size = Math.abs(z[i]!);
      const weight = z[i]! > 0 ? twoSum(1, -t[i]!) : t[i]!;
      const weightTail = z[i]! > 0 ? tail[0]! : 0;
      const softplus = softplusHead(size) * scale;
      tail[0] = tail[0]! * scale;
      addHead(sum, softplus);
      // What is certain costs nothing, even at infinity; but NaN is nowhere certain.
      if (weight === 0 && size === size) continue;
      addHead(sum, productHead(size * scale, 0, weight, weightTail));
    }
  });
}
