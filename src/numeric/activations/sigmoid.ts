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
 */
export function sigmoid(z: number): number {
  if (!(Math.abs(z) < 700)) return z < 0 ? expOfVeryNegative(z) : z > 0 ? 1 : z;
  const head = sigmoidHead(z, 0);
  return head + tail[0]!;
}

/**
 * σ(z + rest) with high and low parts, for |z| < 700 and |rest| ≤ ulp(z). The relative error of their sum is below 2⁻⁵⁸.
 *
 * @returns the high part; the low part, at most 1/256 of it, is left in {@link tail}
 */
export function sigmoidHead(z: number, rest: number): number {
  // σ(z) = 1 / (1 + e) for z ≥ 0 and e / (1 + e) for z < 0, with e = high + low = e^-|z|.
  const high = z < 0 ? expHead(z, rest) : expHead(-z, -rest);
  const low = tail[0]!;
  const quotient = reciprocalOfOnePlus(high, low);
  const correction = quotient * tail[0]!;
  tail[0] = z < 0 ? quotient * low + correction * (high + low) : correction;
  return z < 0 ? quotient * high : quotient;
}
