// Arithmetic with numbers in two parts: a high part, and a low part of some ulps of it at most.

import { tail, twoProduct, twoSum } from "./error-free.js";
import { quotientHead } from "./quotient.js";

/**
 * Product with high and low parts: (a + r) · (b + s).
 *
 * @returns the high part, fl(a · b); the low part is left in {@link tail}
 */
export function productHead(a: number, r: number, b: number, s: number): number {
  const product = twoProduct(a, b);
  tail[0] = tail[0]! + (a * s + r * b);
  return product;
}

/**
 * Sum with high and low parts: (a + r) + (b + s).
 *
 * @returns the high part; the low part is left in {@link tail}, 0 if the high one is not finite
 */
export function sumHead(a: number, r: number, b: number, s: number): number {
  const sum = twoSum(a, b);
  const rest = tail[0]! + (r + s);
  tail[0] = 0;
  return sum - sum === 0 ? twoSum(sum, rest) : sum;
}

/** Adds head + {@link tail} to a sum in two parts, sum[0] + sum[1], of which the second is not kept small. */
export function addHead(sum: Float64Array, head: number): void {
  const rest = tail[0]!;
  sum[0] = twoSum(sum[0]!, head);
  sum[1] = sum[1]! + (tail[0]! + rest);
}

/**
 * The mean of measures, each in two parts with its second in {@link tail}, by their weights; `undefinedValue` where there is
 * no weight. `undefinedValue` may also be a measure, and then as large as doubles are.
 */
export function weightedMean(
  count: number,
  weightAt: (i: number) => number,
  headAt: (i: number) => number,
  undefinedValue: number,
): number {
  const sum = new Float64Array(2);
  let weights = 0;
  let undefinedWeights = 0;
  for (let i = 0; i < count; i++) {
    const weight = weightAt(i);
    const head = headAt(i);
    if (head === undefinedValue) undefinedWeights += weight;
    addHead(sum, productHead(weight, 0, head, tail[0]!));
    weights += weight;
  }
  if (weights === 0) return undefinedValue;
  const mean = quotientHead(sum[0]!, sum[1]!, weights, 0);
  // Where their sum overflows, nothing shows beside undefinedValue.
  return Math.abs(mean) === Infinity ? undefinedValue * (undefinedWeights / weights) : mean + tail[0]!;
}
