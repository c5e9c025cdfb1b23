// Sums in three parts: some 150 bits of the largest partial sum, whatever cancels.

import { tail, twoProduct, twoSum } from "./error-free.js";

/** Adds x to a sum of three parts. */
export function addTo(sum: Float64Array, x: number): void {
  sum[0] = twoSum(sum[0]!, x);
  sum[1] = twoSum(sum[1]!, tail[0]!);
  sum[2]! += tail[0]!;
}

/** Adds x · y. */
export function addProduct(sum: Float64Array, x: number, y: number): void {
  const product = twoProduct(x, y);
  const rest = tail[0]!;
  addTo(sum, product);
  addTo(sum, rest);
}

/** The high part of a sum of three parts; the low part is left in {@link tail}. */
export function headOfLongSum(sum: Float64Array): number {
  const rest = twoSum(sum[1]!, sum[2]!);
  const restTail = tail[0]!;
  const head = twoSum(sum[0]!, rest);
  tail[0] = tail[0]! + restTail;
  return head;
}
