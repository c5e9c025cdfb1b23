import { exponentOf, timesPowerOfTwo } from "../elementary/exponent.js";

/**
 * A vector ≥ 0 times a power of two that puts its largest entry near 2⁴⁰⁰: so far from both ends of the range that neither
 * products of two such numbers overflow nor those entries underflow that show in a quotient by the sum. Only a zero becomes 0.
 */
export function scaledToMiddle(vector: Float64Array): Float64Array {
  const power = powerToMiddle(vector);
  if (power !== power) return new Float64Array(vector.length).fill(NaN);
  return vector.map((each) => (each > 0 ? Math.max(timesPowerOfTwo(each, power), 5e-324) : 0));
}

/** The exponent of that power of two; NaN if the sum is 0, infinite or NaN. */
export function powerToMiddle(vector: Float64Array): number {
  const largest = vector.reduce((largest, each) => Math.max(largest, each), 0);
  return largest > 0 && largest < Infinity ? 400 - exponentOf(largest) : NaN;
}
