// A formula's value in doubles: not proven, but quick, to tell what is worth a proof.

import { doubleArithmetic } from "../../evaluate/arithmetic.js";
import type { Formula } from "../../evaluate/formula.js";
import type { PlainValue } from "../../evaluate/inputs.js";
import { entriesOf } from "../../evaluate/value.js";
import type { Expression } from "../../latex/expression.js";

/** The entries of an expression at bound inputs; undefined where it has no value there. */
export function doubleAt(
  formula: Formula,
  bound: ReadonlyMap<string, PlainValue>,
  expression: Expression,
): readonly number[] | undefined {
  try {
    return entriesOf(formula.evaluator(doubleArithmetic, bound).evaluate(expression));
  } catch (error) {
    if (error instanceof Error && ["LatexError", "UndecidedError", "InputError"].includes(error.name))
      return undefined;
    throw error;
  }
}
