import type { MatrixLike } from "../matrix.js";
import { crossEntropy } from "./cross-entropy.js";
import type { ClassTarget, ClassTargets } from "./observations.js";
import type { LossOptions, Reduced, Unreduced } from "./reduction.js";

/**
 * Negative log-likelihood: -ln p(y), where y is the class that was observed; its mean over observations, if there are
 * several.
 *
 * Within 1 ulp for any number of observations. A class without any probability gives ∞; NaN gives NaN. With
 * probabilities as targets it is the cross-entropy, -Σₖ tₖ ln pₖ.
 *
 * @param targets for a vector of predictions: the class, a whole number from 0, or a vector of probabilities tₖ. For a
 * matrix of predictions: a vector of classes or a matrix of probabilities. They are not changed
 * @param predictions the probabilities pₖ: a vector, or a matrix with a row for each observation
 * @param options reduction over observations: "mean" (the default), "sum", or "none" for the loss of each one
 * @returns a number ≥ 0, in nats; for a matrix with "none" as many as it has rows
 * @throws DomainError if a class is none, or an entry is not in [0, 1]; ShapeError if sizes do not fit; TypeError for other
 * arguments than vectors and matrices
 */
export function negativeLogLikelihood(
  targets: ClassTarget,
  predictions: ArrayLike<number>,
  options?: LossOptions,
): number;
export function negativeLogLikelihood(
  targets: ClassTargets,
  predictions: MatrixLike,
  options: Unreduced,
): Float64Array;
export function negativeLogLikelihood(
  targets: ClassTargets,
  predictions: MatrixLike,
  options?: Reduced,
): number;
export function negativeLogLikelihood(
  targets: ClassTargets,
  predictions: MatrixLike,
  options: LossOptions,
): number | Float64Array;
export function negativeLogLikelihood(
  targets: ClassTarget | ClassTargets,
  predictions: ArrayLike<number> | MatrixLike,
  options?: LossOptions,
): number | Float64Array {
  return crossEntropy(targets as ClassTargets, predictions as MatrixLike, options as LossOptions);
}
