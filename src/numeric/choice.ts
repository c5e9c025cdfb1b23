// Reading options that callers hand in: the checks that types cannot make for callers without types.

import { requireNumber } from "./domains.js";
import { describe, outOfDomain, wrongType } from "./errors.js";

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
export function undefinedValueOf(options: UndefinedOptions = {}): number {
  requireOptions(options);
  const { undefinedValue = NaN } = options;
  requireNumber("undefinedValue", undefinedValue);
  return undefinedValue;
}

/**
 * Refuses an option that is none of its values.
 *
 * @throws DomainError that lists them
 */
export function requireOneOf(name: string, choices: readonly unknown[], value: unknown): void {
  if (choices.includes(value)) return;
  throw outOfDomain(name, `one of ${choices.map(describe).join(", ")}`, value);
}

/**
 * Refuses options that are no object of options, such as an option's value in their place.
 *
 * @throws TypeError
 */
export function requireOptions(options: unknown): void {
  // A vector in their place is one argument too many.
  if (typeof options === "object" && options && !("length" in options)) return;
  throw wrongType("options", "an object", options);
}
