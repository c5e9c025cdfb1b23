// What a check throws when the two sides differ.

/** Both sides where they differ. */
export interface Difference {
  /** What the formula gives, in decimals. */
  readonly expected: string | undefined;
  /** What the implementation gives. */
  readonly actual: string | undefined;
}

/** Two values that should agree and do not. */
export class Mismatch extends Error {
  override readonly name = "Mismatch";

  constructor(
    message: string,
    readonly difference: Difference,
    /** How far apart they are, where that is told in ulps. */
    readonly ulps?: number,
  ) {
    super(message);
  }
}
