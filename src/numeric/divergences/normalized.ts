import { exponentOf, timesPowerOfTwo } from "../elementary/exponent.js";

/**
 * A vector ≥ 0 times a power of two that puts its largest entry near 2⁵⁰⁰: so far from both ends of the range that neither
 * products of two such numbers overflow nor those entries underflow that show in a quotient by the sum.
 */
export function scaledToMiddle(vector: Float64Array): Float64Array {
  const largest = vector.reduce((largest, each) => Math.max(largest, each), 0);
  if (!(largest > 0 && largest < Infinity)) return new Float64Array(vector.length).fill(NaN);
  const power = 500 - exponentOf(largest);
  return vector.map((each) => timesPowerOfTwo(each, power));
}
