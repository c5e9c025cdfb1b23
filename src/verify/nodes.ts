// Building nodes outside of a reading: with the right shapes, or not at all.

import { Builder } from "../latex/build.js";
import { LatexError } from "../latex/errors.js";
import type { Expression } from "../latex/expression.js";
import { Reading, Shared } from "../latex/reading.js";

/** Builds nodes that no source has; what has no shape is refused as in a formula that is read. */
export const build = new Builder(new Reading("", () => undefined, new Shared()));

/** What `make` builds, or nothing where that has no shape. */
export function built(make: () => Expression): Expression | undefined {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof LatexError)) throw error;
    return undefined;
  }
}

export interface Term {
  readonly sign: 1 | -1;
  readonly value: Expression;
}

/** Minus an expression; without the minus that it has. */
export function negative(value: Expression): Expression {
  const only = value.kind === "add" && value.terms.length === 1 ? value.terms[0] : undefined;
  return only !== undefined && only.sign < 0 ? only.value : sumOf([{ sign: -1, value }], value);
}

/** A sum of terms in the place of `like`; there is none without terms. */
export function sumOf(terms: readonly Term[], like: Expression): Expression {
  return build.add(terms, like.span);
}
