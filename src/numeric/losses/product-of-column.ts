import { tail, twoProduct } from "../elementary/error-free.js";
import { exponentOf, timesPowerOfTwo } from "../elementary/exponent.js";

/**
 * The product of column j of a matrix ≥ 0, as head + rest and a power of two: nothing underflows or overflows.
 *
 * @returns the head, 0, ∞ or NaN, or else from 1 to 2; the rest is left in {@link tail}, the power in `power[0]`
 */
export function productOfColumn(data: Float64Array, columns: number, j: number, power: Float64Array): number {
  let head = 1;
  let rest = 0;
  let special = 1;
  let exponents = 0;
  for (let i = j; i < data.length; i += columns) {
    const p = data[i]!;
    if (!(p > 0 && p < Infinity)) {
      special *= p;
      continue;
    }
    const exponent = exponentOf(p);
    const factor = timesPowerOfTwo(p, -exponent);
    exponents += exponent;
    head = twoProduct(head, factor);
    rest = tail[0]! + rest * factor;
    if (head >= 2) {
      head /= 2;
      rest /= 2;
      exponents++;
    }
  }
  power[0] = exponents;
  tail[0] = special === 1 ? rest : 0;
  return special === 1 ? head : special;
}
