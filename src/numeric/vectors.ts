// Reading vectors that callers hand in: the checks that types cannot make for callers without types.

import { requireNumber } from "./domains.js";
import { wrongSize, wrongType } from "./errors.js";

/**
 * A copy of a vector with at least one entry.
 *
 * @param name the argument's name, for the messages
 * @throws TypeError if the vector is not array-like or an entry is not a number; ShapeError if it is empty
 */
export function copyOfEntries(name: string, vector: ArrayLike<number>): Float64Array {
  requireVector(name, vector, "numbers");
  const copy = new Float64Array(vector.length);
  for (let i = 0; i < copy.length; i++) {
    const entry: unknown = vector[i];
    // Only where it will throw, as a name costs more time than a number.
    if (typeof entry !== "number") requireNumber(`${name}[${i}]`, entry);
    copy[i] = entry as number;
  }
  return copy;
}

/**
 * A vector of doubles with at least one entry, only to be read: one of doubles is taken as it is, any other is copied.
 *
 * @param name the argument's name, for the messages
 * @throws TypeError if the vector is not array-like or an entry is not a number; ShapeError if it is empty
 */
export function asVector(name: string, vector: ArrayLike<number>): Float64Array {
  return vector instanceof Float64Array && vector.length > 0 ? vector : copyOfEntries(name, vector);
}

/**
 * Refuses what is no vector, and one without entries. The entries are not looked at.
 *
 * @param contents what the entries must be, for the messages
 * @throws TypeError if it is not array-like; ShapeError if it is empty
 */
export function requireVector(name: string, vector: ArrayLike<unknown>, contents: string): void {
  const candidate: unknown = vector;
  // A valid length is a whole number from 0 to 2³² - 1.
  if (typeof candidate !== "object" || candidate === null || vector.length >>> 0 !== vector.length) {
    throw wrongType(name, `an array of ${contents}`, candidate);
  }
  if (vector.length === 0) throw wrongSize(name, "at least one entry", "none");
}

/**
 * Refuses two vectors of different lengths.
 *
 * @throws ShapeError that names both
 */
export function requireSameLength(
  firstName: string,
  first: ArrayLike<unknown>,
  secondName: string,
  second: ArrayLike<unknown>,
): void {
  if (first.length === second.length) return;
  throw wrongSize(secondName, `as many entries as ${firstName}, ${first.length}`, second.length);
}

/**
 * The index of the largest of the entries from, …, to - 1, the first if several are equally large; -1 if one of them is
 * NaN, if several are ∞, or if all are -∞: then none stands above the others by a defined distance.
 */
export function indexOfLargest(vector: Float64Array, from = 0, to = vector.length): number {
  let largest = -Infinity;
  let index = -1;
  for (let i = from; i < to; i++) {
    const entry = vector[i]!;
    if (entry > largest) {
      largest = entry;
      index = i;
    } else if (entry !== entry || entry === Infinity) {
      return -1;
    }
  }
  return index;
}
