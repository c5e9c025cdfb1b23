import { requireProbabilities } from "../domains.js";
import { tail } from "../elementary/error-free.js";
import { addHead, productHead } from "../elementary/parts.js";
import { surprisalHead } from "../elementary/surprisal.js";
import type { MatrixLike } from "../matrix.js";
import { type ClassTarget, type ClassTargets, lossOverClasses, type Observations } from "./observations.js";
import type { LossOptions, Reduced, Unreduced } from "./reduction.js";

/**
 * Cross-entropy of probabilities: -Σₖ tₖ ln pₖ; its mean over observations, if there are several.
 *
 * Within 1.5 ulp for any number of entries; nothing is clamped: a class that is to be expected but has no probability
 * gives ∞, and 0 ln 0 = 0. NaN gives NaN. For logits, crossEntropyWithLogits keeps what the rounding of a probability
 * loses.
 *
 * @param targets for a vector of predictions: the class, a whole number from 0, or a vector of probabilities tₖ. For a
 * matrix of predictions: a vector of classes or a matrix of probabilities. They need not sum to 1; they are not changed
 * @param predictions the probabilities pₖ: a vector, or a matrix with a row for each observation
 * @param options reduction over observations: "mean" (the default), "sum", or "none" for the loss of each one
 * @returns a number ≥ 0, in nats; for a matrix with "none" as many as it has rows
 * @throws DomainError if a class is none, or an entry is not in [0, 1]; ShapeError if sizes do not fit; TypeError for other
 * arguments than vectors and matrices
 */
export function crossEntropy(
  targets: ClassTarget,
  predictions: ArrayLike<number>,
  options?: LossOptions,
): number;
export function crossEntropy(
  targets: ClassTargets,
  predictions: MatrixLike,
  options: Unreduced,
): Float64Array;
export function crossEntropy(targets: ClassTargets, predictions: MatrixLike, options?: Reduced): number;
export function crossEntropy(
  targets: ClassTargets,
  predictions: MatrixLike,
  options: LossOptions,
): number | Float64Array;
export function crossEntropy(
  targets: ClassTarget | ClassTargets,
  predictions: ArrayLike<number> | MatrixLike,
  options: LossOptions = {},
): number | Float64Array {
  return lossOverClasses(targets, predictions, options, addLosses, "predictions", requireProbabilities);
}

function addLosses(
  sum: Float64Array,
  { columns, data: p, targets, areClasses }: Observations,
  from: number,
  to: number,
  scale: number,
): void {
  for (let i = from; i < to; i++) {
    const first = i * columns + (areClasses ? targets[i]! : 0);
    const last = areClasses ? first : first + columns - 1;
    for (let k = first; k <= last; k++) {
      const target = areClasses ? 1 : targets[k]!;
      // Of NaN, not even nothing is known to be 0.
      if (target === 0 && p[k]! >= 0) continue;
      const surprisal = surprisalHead(p[k]!) * scale;
      addHead(sum, productHead(target, 0, surprisal, tail[0]! * scale));
    }
  }
}
