import { withPenalty } from "./penalty.js";

/**
 * L2 penalty: λ Σᵢ wᵢ².
 *
 * Within 1 ulp for any number of weights; it neither overflows nor underflows on the way. NaN gives NaN, and so does 0 · ∞.
 *
 * @param weights w, any real numbers: a vector with at least one entry; it is not changed
 * @param lambda λ ≥ 0, the strength of the regularization
 * @returns a number ≥ 0
 * @throws DomainError if lambda is negative; ShapeError if weights is empty; TypeError for arguments of other types
 */
export function l2Penalty(weights: ArrayLike<number>, lambda: number): number {
  return withPenalty(0, weights, lambda, true);
}
