// Products of many rows with one vector, in two parts and nearly as fast as plain ones: the arguments of gates.

import { dotHead } from "../elementary/dot.js";
import { tail, twoSum } from "../elementary/error-free.js";
import { exponentOf, timesPowerOfTwo } from "../elementary/exponent.js";
import { sumHead } from "../elementary/parts.js";

/**
 * The rows of all gates of a cell, one gate after the other: [W b U d], as they are and rounded to so few bits that a sum of
 * products of rounded entries is exact.
 */
export interface Rows {
  /** How many entries x has, d. */
  readonly inputs: number;
  /** How many entries h has, m. */
  readonly states: number;
  readonly entries: Float64Array;
  readonly heads: Float64Array;
  /** Of each row, the largest of the sizes of its entries, and their sum. */
  readonly largest: Float64Array;
  readonly norms: Float64Array;
  /** What the error of a product is at most, for each unit of the sizes of its terms. */
  readonly precision: number;
  /** What the rows are multiplied by, [x; 1; h; 1]: one of its kind for each cell, as no cell calls another. */
  readonly vector: Split;
}

/** A vector in two parts, values + rests, and split otherwise, heads + lows, as {@link Rows} are. */
interface Split {
  readonly values: Float64Array;
  readonly rests: Float64Array;
  readonly heads: Float64Array;
  readonly lows: Float64Array;
  largest: number;
  norm: number;
}

/** The rows of a cell of m units for inputs of d entries. */
export function rowsOfEntries(d: number, m: number, entries: Float64Array): Rows {
  const columns = d + m + 2;
  const count = entries.length / columns;
  const heads = new Float64Array(entries.length);
  const largest = new Float64Array(count);
  const norms = new Float64Array(count);
  for (let row = 0; row < count; row++) {
    largest[row] = roundToHeads(entries, heads, row * columns, columns);
    norms[row] = norm;
  }
  const vector = {
    values: new Float64Array(columns).fill(1),
    rests: new Float64Array(columns),
    heads: new Float64Array(columns),
    lows: new Float64Array(columns),
    largest: 0,
    norm: 0,
  };
  // As many roundings of terms of which one factor is but what its head lacks.
  const precision = (columns + 8) * timesPowerOfTwo(1.25, -53 - headBits(columns));
  return { inputs: d, states: m, entries, heads, largest, norms, precision, vector };
}

/** Splits the vector, after its values or rests were written. */
export function splitVector({ vector }: Rows): void {
  const { values, rests, heads, lows } = vector;
  vector.largest = roundToHeads(values, heads, 0, values.length);
  vector.norm = norm;
  for (let i = 0; i < values.length; i++) lows[i] = values[i]! - heads[i]! + rests[i]!;
}

/** The sum of the sizes of the entries that were rounded last. */
let norm = 0;

/**
 * Rounds entries to so few bits that length products of two such entries add up without rounding.
 *
 * @returns the size of the largest entry; the sum of all sizes is left in {@link norm}, NaN if they are too large or small to
 * be split so
 */
function roundToHeads(entries: Float64Array, heads: Float64Array, from: number, length: number): number {
  let largest = 0;
  norm = 0;
  for (let i = from; i < from + length; i++) {
    const size = Math.abs(entries[i]!);
    largest = Math.max(largest, size);
    norm += size;
  }
  if (largest !== 0 && !(largest > 1e-100 && largest < 1e100)) norm = NaN;
  // Adding and subtracting 1.5 · 2⁵² units rounds to a multiple of the unit.
  const shifter = timesPowerOfTwo(1.5, exponentOf(largest) + 53 - headBits(length));
  for (let i = from; i < from + length; i++) heads[i] = entries[i]! + shifter - shifter;
  return largest;
}

/** The bits of entries of which length products add up to 53 bits at most. */
function headBits(length: number): number {
  return (52 - exponentOf(length - 1)) >> 1;
}

/**
 * The product of a row and the vector, or of their entries from, …, to - 1: with high and low parts. The error of their sum is
 * at most 2⁻⁵⁴ times the smaller of 1 and the product, or else as small as that of {@link dotHead}.
 *
 * @param precise whether it is as small as that of {@link dotHead} in any case
 * @returns the high part; the low part is left in {@link tail}
 */
export function productOfRow(
  { entries, heads, largest, norms, precision, vector }: Rows,
  row: number,
  precise = false,
  from = 0,
  to = vector.values.length,
): number {
  const { values, rests, heads: vectorHeads, lows } = vector;
  const at = row * values.length;
  if (!precise) {
    let sum = 0;
    let rest = 0;
    for (let j = from; j < to; j++) {
      const head = heads[at + j]!;
      sum += head * vectorHeads[j]!;
      rest += head * lows[j]! + (entries[at + j]! - head) * values[j]!;
    }
    // sum is exact. Each term of rest is below 2^-headBits of a product of largest entries, and rounded as doubles are.
    const error = precision * (norms[row]! * vector.largest + largest[row]! * vector.norm);
    const high = twoSum(sum, rest);
    // 2⁻⁵⁴
    if (error <= Math.min(Math.abs(high), 1) * 5.551115123125783e-17) return high;
  }
  const high = dotHead(entries, at + from, values, from, to - from);
  if (high !== high) return limitOfProduct(entries, at, values, from, to);
  const highTail = tail[0]!;
  if (high - high !== 0) return high;
  const low = dotHead(entries, at + from, rests, from, to - from);
  return sumHead(high, highTail, low, tail[0]!);
}

/** The product where it is NaN by 0 · ∞: with weights of 0 it is 0 for any finite entry, and so is its limit. */
function limitOfProduct(
  entries: Float64Array,
  at: number,
  values: Float64Array,
  from: number,
  to: number,
): number {
  const finite = values.map((value, j) =>
    entries[at + j] === 0 && Math.abs(value) === Infinity ? 0 : value,
  );
  return dotHead(entries, at + from, finite, from, to - from);
}
