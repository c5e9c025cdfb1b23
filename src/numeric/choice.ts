// Reading options that callers hand in: the checks that types cannot make for callers without types.

import { DomainError } from "./errors.js";
import { describe } from "./vectors.js";

/** What the functions take that have a value only where something is not zero. */
export interface UndefinedOptions {
  /** The result where the quotient is 0 / 0; NaN unless given. */
  undefinedValue?: number | undefined;
}

/**
 * The option undefinedValue, NaN if it was not given.
 *
 * @throws TypeError if it is not a number
 */
export function undefinedValueOf(options?: UndefinedOptions): number {
  const value: unknown = options?.undefinedValue;
  if (value === undefined) return NaN;
  if (typeof value !== "number") {
    throw new TypeError(`undefinedValue must be a number, but is ${describe(value)}`);
  }
  return value;
}

/**
 * Refuses an option that is none of its values.
 *
 * @throws DomainError that lists them
 */
export function requireOneOf(name: string, choices: readonly string[], value: unknown): void {
  if (typeof value === "string" && choices.includes(value)) return;
  const listed = choices.map((choice) => JSON.stringify(choice)).join(", ");
  const actual = typeof value === "string" ? JSON.stringify(value) : describe(value);
  throw new DomainError(`${name} must be one of ${listed}, but is ${actual}`);
}
