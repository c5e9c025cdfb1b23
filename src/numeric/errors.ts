// The errors that the numeric functions throw. Each message names the argument, what it must be and what it was.

/** An argument has the wrong size or shape, such as an empty vector where an entry is needed. */
export class ShapeError extends RangeError {
  override readonly name: string = "ShapeError";
}

/** An argument lies outside the set on which the function is defined, such as a probability of 2. */
export class DomainError extends RangeError {
  override readonly name: string = "DomainError";
}
