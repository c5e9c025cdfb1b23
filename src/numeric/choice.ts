// Reading options that callers hand in: the checks that types cannot make for callers without types.

import { requireNumber } from "./domains.js";
import { describe, outOfDomain } from "./errors.js";

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
export function undefinedValueOf({ undefinedValue = NaN }: UndefinedOptions = {}): number {
  requireNumber("undefinedValue", undefinedValue);
  return undefinedValue;
}

/**
 * Refuses an option that is none of its values.
 *
 * @param expected the values in words, for the message, unless that is to list them
 * @throws DomainError that lists them
 */
export function requireOneOf(
  name: string,
  choices: readonly string[],
  value: unknown,
  expected?: string,
): void {
  if (typeof value === "string" && choices.includes(value)) return;
  const listed = expected ?? `one of ${choices.map((choice) => JSON.stringify(choice)).join(", ")}`;
  throw outOfDomain(name, listed, typeof value === "string" ? JSON.stringify(value) : describe(value));
}
