import { requireNumber } from "../domains.js";
import { tail } from "../elementary/error-free.js";
import { expHead, expOfVeryNegative } from "../elementary/exp.js";
import { log1pHead } from "../elementary/log.js";

/**
 * Softplus: softplus(z) = ln(1 + eᶻ).
 *
 * Within 0.52 ulp; the same bits in every engine.
 *
 * @param z any real number; ∞ gives ∞, -∞ gives 0, NaN gives NaN
 * @returns a value ≥ 0
 * @throws TypeError if z is not a number
 */
export function softplus(z: number): number {
  requireNumber("z", z);
  // From 40 on, softplus(z) - z = ln(1 + e⁻ᶻ) is less than a thousandth of an ulp of z.
  if (!(z < 40)) return z;
  if (z < -700) return expOfVeryNegative(z);
  // softplus(z) = max(z, 0) + ln(1 + e^-|z|).
  const power = expHead(z > 0 ? -z : z, 0);
  const high = log1pHead(power, tail[0]!);
  const low = tail[0]!;
  if (z <= 0) return high + low;
  const sum = z + high;
  const addedToZ = sum - z;
  return sum + (z - (sum - addedToZ) + (high - addedToZ) + low);
}
