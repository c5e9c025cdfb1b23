import { requireNumber } from "../domains.js";
import { tail } from "../elementary/error-free.js";
import { expHead, expOfVeryNegative } from "../elementary/exp.js";
import { reciprocalOfOnePlus } from "../elementary/reciprocal.js";

/**
 * Logistic sigmoid: σ(z) = 1 / (1 + e⁻ᶻ).
 *
 * Within 0.52 ulp; the same bits in every engine.
 *
 * @param z a logit: any real number; ∞ gives 1, -∞ gives 0, NaN gives NaN
 * @returns a probability in [0, 1]
 * @throws TypeError if z is not a number
 */
export function sigmoid(z: number): number {
  requireNumber("z", z);
  const negative = z < 0 ? z : -z;
  if (!(negative > -700)) return z < 0 ? expOfVeryNegative(z) : z > 0 ? 1 : z;
  // σ(z) = 1 / (1 + e) for z ≥ 0 and e / (1 + e) for z < 0, with e = high + low = e^-|z|.
  const high = expHead(negative, 0);
  const low = tail[0]!;
  const quotient = reciprocalOfOnePlus(high, low);
  const correction = quotient * tail[0]!;
  return z < 0 ? quotient * high + (quotient * low + correction * (high + low)) : quotient + correction;
}
