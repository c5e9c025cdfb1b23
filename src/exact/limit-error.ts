/** The error of a computation whose result no amount of patience would represent. */

/** Arguments of exp, sin and their kin must stay below 2 to this power. */
export const MAX_ARGUMENT_BITS = 8192;

/**
 * Thrown instead of hanging or exhausting memory: the argument of exp, sin, cos or of a power is so large (|x| ≥ 2⁸¹⁹²)
 * that reducing it would need thousands of bits of ln 2 or π, and more for every further exponential.
 */
export class ExactLimitError extends RangeError {
  override readonly name = "ExactLimitError";

  constructor(operation: string) {
    super(
      `${operation}: the argument is at least 2^${MAX_ARGUMENT_BITS} in magnitude, beyond what exact evaluation ` +
        `supports. A tower such as e^(e^(e^x)) grows like this; take logarithms first, or use smaller inputs.`,
    );
  }
}
