// The errors that the numeric functions throw. Each message names the argument, what it must be and what it was.

/** An argument has the wrong size or shape, such as an empty vector where an entry is needed. */
export class ShapeError extends RangeError {
  override readonly name: string = "ShapeError";
}

/** An argument lies outside the set on which the function is defined, such as a probability of 2. */
export class DomainError extends RangeError {
  override readonly name: string = "DomainError";
}

/** The error for an argument outside the set on which the function is defined. */
export function outOfDomain(name: string, expected: string, actual: unknown): DomainError {
  return new DomainError(mismatch(name, expected, actual));
}

/** The error for an argument of the wrong size. */
export function wrongSize(name: string, expected: string, actual: number | string): ShapeError {
  return new ShapeError(`${name} must have ${expected}, but has ${actual}`);
}

/** The error for an argument of a wrong type. */
export function wrongType(name: string, expected: string, actual: unknown): TypeError {
  return new TypeError(mismatch(name, expected, actual));
}

function mismatch(name: string, expected: string, actual: unknown): string {
  return `${name} must be ${expected}, but is ${describe(actual)}`;
}

/** A value in words, for messages: itself if it is short, or else its type. */
export function describe(value: unknown): string {
  const type = typeof value;
  if (type === "string") return JSON.stringify(value);
  return Object(value) === value || type === "bigint" ? `of type ${type}` : String(value);
}
