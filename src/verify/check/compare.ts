// Two formulas at the same inputs: whether they give the same, proven where they do not.

import { ballArithmetic } from "../../evaluate/arithmetic.js";
import {
  roundedOverrides,
  undecided,
  UndecidedError,
  withBits,
  type Formula,
} from "../../evaluate/formula.js";
import { InputError, type PlainValue } from "../../evaluate/inputs.js";
import { entriesOf, mapValue, type Numbers } from "../../evaluate/value.js";
import {
  accuracyBits,
  compare,
  overlaps,
  spreadOf,
  toDigits,
  toDouble,
  type Ball,
} from "../../exact/index.js";
import { LatexError } from "../../latex/errors.js";
import type { Expression } from "../../latex/expression.js";
import { shapeOfValue } from "../numeric-at.js";

/** A formula's value at some inputs, or why it has none there. */
export interface BallValue {
  readonly shape: string;
  readonly entries: readonly Ball[];
}

/** What two values tell: the same, another, nothing (undefined on both sides), that one alone is undefined, another shape. */
export type Comparison =
  "same" | "other" | "nothing" | "undefined there" | "undefined here" | "undecided" | "misshapen";

const FIRST_BITS = 96;
const MOST_BITS = 1536;
/** So many leading bits alike are the same. */
const ALIKE = 64;
/** Below 2 to this, what cannot be told from 0 is 0. */
const NOTHING = -160;

/** An expression of a formula at bound inputs, so many bits. */
export function ballsAt(
  formula: Formula,
  bound: ReadonlyMap<string, PlainValue>,
  bits: number,
  expression: Expression = formula.value,
): BallValue {
  const evaluator = formula.evaluator(ballArithmetic(bits), bound, roundedOverrides(formula.symbols, bound));
  const value = evaluator.evaluate(expression);
  return { shape: shapeOfValue(value), entries: entriesOf(value) };
}

/** Compares two values that are computed with as many bits as it takes. */
export function compareValues(
  here: (bits: number) => BallValue,
  there: (bits: number) => BallValue,
): Comparison {
  try {
    const result = withBits(
      (bits): Comparison | undefined => {
        const [a, b] = [here(bits), there(bits)];
        if (a.shape !== b.shape && !sameButTurned(a, b)) return "misshapen";
        return compareEntries(a.entries, b.entries);
      },
      FIRST_BITS,
      MOST_BITS,
    );
    return result === undecided ? "undecided" : result;
  } catch (error) {
    if (error instanceof UndecidedError) return "undecided";
    // An index out of range, too many steps, sizes that nothing tells: no value.
    if (error instanceof LatexError || error instanceof InputError) return "undecided";
    throw error;
  }
}

/** A vector and a matrix of one row or one column hold the same numbers. */
function sameButTurned(a: BallValue, b: BallValue): boolean {
  const isLine = (shape: string): boolean => /^a vector|^a matrix 1 × |× 1$/u.test(shape);
  return isLine(a.shape) && isLine(b.shape) && a.entries.length === b.entries.length;
}

function compareEntries(here: readonly Ball[], there: readonly Ball[]): Comparison | undefined {
  if (here.length !== there.length) return "misshapen";
  let open = false;
  let told = false;
  const missing = new Set<Comparison>();
  for (const [k, a] of here.entries()) {
    const b = there[k]!;
    if (a.kind === "unknown" || b.kind === "unknown") {
      open = true;
      continue;
    }
    if (a.kind === "undefined" || b.kind === "undefined") {
      if (a.kind !== b.kind) missing.add(a.kind === "undefined" ? "undefined here" : "undefined there");
      continue;
    }
    if (!overlaps(a, b)) return "other";
    if (!isSharp(a) || !isSharp(b)) open = true;
    told = true;
  }
  if (open) return undefined;
  const [one] = missing;
  return one ?? (told || here.length === 0 ? "same" : "nothing");
}

function isSharp(ball: Ball): boolean {
  if (ball.kind !== "finite" || ball.rad === 0) return true;
  return accuracyBits(ball) >= ALIKE || spreadOf(ball) < NOTHING;
}

/** A value as people read it: doubles in the shape of the formula, "undefined" where there is none. */
export function shownValue(
  formula: Formula,
  bound: ReadonlyMap<string, PlainValue>,
  expression: Expression = formula.value,
): Numbers<number | string> {
  const bits = 128;
  const evaluator = formula.evaluator(ballArithmetic(bits), bound, roundedOverrides(formula.symbols, bound));
  const shown = mapValue(evaluator.evaluate(expression), (ball): number | string => {
    if (ball.kind === "undefined" || ball.kind === "unknown") return ball.kind;
    if (ball.kind === "infinity") return ball.sign > 0 ? "Infinity" : "-Infinity";
    const double = toDouble(ball);
    return double === undefined || !Number.isFinite(double) ? (toDigits(ball, 17) ?? "unknown") : double;
  });
  return shown ?? "unknown";
}

/** The value of a ball as a double, where it is one. */
export function asDouble(ball: Ball): number | undefined {
  if (ball.kind === "infinity") return ball.sign * Infinity;
  return ball.kind === "finite" ? toDouble(ball) : undefined;
}

/** Whether two balls that hold numbers are in this order for sure. */
export function isBelow(a: Ball, b: Ball): boolean {
  return compare(a, b) === -1;
}
