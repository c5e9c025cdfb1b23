// Refusals of numbers outside the set on which a function is defined. NaN is let through: NaN in, NaN out.

import { outOfDomain, wrongType } from "./errors.js";

/** Where an entry stands, for the messages: the argument's name, or name[i] if it is a vector. */
export type Place = (i: number) => string;

/** The place of an entry of a vector. */
export function entryOf(name: string): Place {
  return (i) => `${name}[${i}]`;
}

/** Refuses a vector with an entry outside [0, 1]. */
export function requireProbabilities(place: Place, vector: Float64Array): void {
  for (let i = 0; i < vector.length; i++) {
    const p = vector[i]!;
    if (p < 0 || p > 1) {
      throw outOfDomain(place(i), "a probability, from 0 to 1", p);
    }
  }
}

/** Refuses a vector with a negative entry. */
export function requireNonNegative(place: Place, vector: Float64Array): void {
  for (let i = 0; i < vector.length; i++) {
    if (vector[i]! < 0) throw outOfDomain(place(i), "at least 0", vector[i]!);
  }
}

/** Refuses what is no number. */
export function requireNumber(name: string, value: unknown): void {
  if (typeof value !== "number") throw wrongType(name, "a number", value);
}
