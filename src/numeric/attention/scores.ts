// What the functions that weigh keys share: queries and keys, and the room for the scores of a block of queries.

import { timesPowerOfTwo } from "../elementary/exponent.js";
import type { Matrix } from "../matrix.js";

/** A matrix with high and low parts; without low ones if it is exact. */
export interface Parts extends Matrix {
  readonly low?: Float64Array | undefined;
  /** Each entry is to be multiplied by 2 to 20 times its shift, where entries are beyond the doubles or lost digits there. */
  readonly shifts?: Int16Array | undefined;
}

/** The number of an entry of a matrix in parts, rounded. */
export function entryOf({ data, low, shifts }: Parts, at: number): number {
  const entry = data[at]! + (low?.[at] ?? 0);
  // Where the entry is infinite, the low part is 0.
  return shifts === undefined ? entry : timesPowerOfTwo(entry, 20 * shifts[at]!);
}

/** Queries, keys and scale of the scores sᵢⱼ = scale · (qᵢ · kⱼ) + biasⱼ. */
export interface Scoring {
  readonly queries: Parts;
  readonly keys: Parts;
  readonly scale: number;
  readonly scaleTail: number;
  /** The scale in two halves of 26 bits. */
  readonly scaleHigh: number;
  readonly scaleLow: number;
  /** At least the Euclidean norm of every key. */
  readonly norm: number;
  /** Keys whose exponents are below this one have no weight that shows. */
  readonly lowest: number;
  /** Whether every score has to be good to the last digit; otherwise only those of keys with a large share. */
  readonly isStrict: boolean;
}

/** Scores of a block of queries; each query's begin at its own place. */
export interface Scores {
  /** The dot products qᵢ · kⱼ with high and low parts; then the exponents, s - a number near the largest s. */
  readonly high: Float64Array;
  readonly low: Float64Array;
  /** The powers of e of these exponents; 0 where a key is forbidden, or far below what shows. */
  readonly powers: Float64Array;
  /** Whether the query weighed last has powers that count and are so small that their products with values may underflow. */
  hasTiny: boolean;
}

/** At least the Euclidean norm of a row, also where squares underflow. */
export function normOf(data: Float64Array, from: number, length: number): number {
  let sum = 0;
  for (let i = from; i < from + length; i++) sum += data[i]! * data[i]!;
  return Math.sqrt(sum) * (1 + 1e-10) + 1e-150;
}

/** The largest norm of a row, NaN if there is a NaN. */
export function largestNorm({ rows, columns, data }: Matrix): number {
  let largest = 0;
  for (let i = 0; i < rows; i++) largest = Math.max(largest, normOf(data, i * columns, columns));
  return largest;
}
