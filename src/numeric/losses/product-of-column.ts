import { tail, twoProduct, twoSum } from "../elementary/error-free.js";
import { exponentOf, timesPowerOfTwo } from "../elementary/exponent.js";

/**
 * The product of column j of a matrix ≥ 0, as head + rest and a power of two: nothing underflows or overflows.
 *
 * @returns the head, 0, ∞ or NaN, or else from 1 to 2; the rest is left in {@link tail}, the power in `power[0]`
 */
export function productOfColumn(data: Float64Array, columns: number, j: number, power: Float64Array): number {
  let head = 1;
  let rest = 0;
  // A third part: where logarithms cancel, the product is so near 1 that the second one shows.
  let last = 0;
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
    const headTail = tail[0]!;
    const product = twoProduct(rest, factor);
    last = tail[0]! + last * factor;
    rest = twoSum(headTail, product);
    last += tail[0]!;
    if (head >= 2) {
      head /= 2;
      rest /= 2;
      last /= 2;
      exponents++;
    }
  }
  power[0] = exponents;
  tail[0] = special === 1 ? rest + last : 0;
  return special === 1 ? head : special;
}
