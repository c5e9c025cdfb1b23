import { requireNumber } from "../domains.js";
import { softplus } from "./softplus.js";

/**
 * Logarithm of the logistic sigmoid: log σ(z) = -ln(1 + e⁻ᶻ).
 *
 * Within 0.52 ulp; the same bits in every engine.
 *
 * @param z a logit: any real number; ∞ gives -0, -∞ gives -∞, NaN gives NaN
 * @returns a logarithm of a probability, ≤ 0
 * @throws TypeError if z is not a number
 */
export function logSigmoid(z: number): number {
  requireNumber("z", z);
  return -softplus(-z);
}
