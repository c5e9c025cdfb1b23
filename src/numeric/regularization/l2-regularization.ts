import { withPenalty } from "./penalty.js";

/**
 * L2-regularized error (ridge, weight decay): error + λ Σᵢ wᵢ².
 *
 * Within 1 ulp for any number of weights; it neither overflows nor underflows on the way. NaN gives NaN, and so does 0 · ∞.
 *
 * @param error the error to which the penalty is added, any real number
 * @param weights w, any real numbers: a vector with at least one entry; it is not changed
 * @param lambda λ ≥ 0, the strength of the regularization
 * @returns the error with its penalty, also where the two cancel
 * @throws DomainError if lambda is negative; ShapeError if weights is empty; TypeError for arguments of other types
 */
export function l2Regularization(error: number, weights: ArrayLike<number>, lambda: number): number {
  return withPenalty(error, weights, lambda, true);
}
