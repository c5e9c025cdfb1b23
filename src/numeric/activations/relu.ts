import { requireNumber } from "../domains.js";

/**
 * Rectified linear unit: relu(z) = max(0, z).
 *
 * Exact. Both zeros give +0; NaN gives NaN.
 *
 * @param z any real number; ∞ gives ∞, -∞ gives 0
 * @returns z where z is positive, 0 elsewhere
 * @throws TypeError if z is not a number
 */
export function relu(z: number): number {
  requireNumber("z", z);
  return z > 0 ? z : z <= 0 ? 0 : z;
}
