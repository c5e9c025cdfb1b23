// The values: a formula's ball against an implementation's double, in ulps.

import type { Equation } from "../equations/equation.js";
import { ballArithmetic } from "../evaluate/arithmetic.js";
import { MoreBits, roundedOverrides, undecided, UndecidedError, withBits } from "../evaluate/formula.js";
import type { PlainValue } from "../evaluate/inputs.js";
import { entriesOf, mapValue, type Value } from "../evaluate/value.js";
import { toDigits, type Ball } from "../exact/index.js";
import type { Expression } from "../latex/expression.js";
import { Mismatch } from "./mismatch.js";
import { numericAt, resultAt, shapeOfValue } from "./numeric-at.js";
import type { PlainInputs } from "./samples.js";
import { scaledArithmetic, scaledOverride, type Scaled } from "./scaled.js";
import { bitsMissing, errorInUlps } from "./ulps.js";

/** Balls start with so many bits: enough for far less than a thousandth of an ulp in most places. */
const FIRST_BITS = 128;
/** Doubles span 2,100 binades: what four times as many bits do not decide is not decided by more. */
const MOST_BITS = 8192;
/** How much of an error may come from the ball's own width, in ulps. */
const SLACK = 2 ** -10;

/** What comparing at some inputs tells. */
export interface Agreement {
  /** The largest error of the implementation's entries, in ulps. */
  readonly ulps: number;
  /** For each member of the formula's chain, whether it has any defined entry here. */
  readonly defined: readonly boolean[];
}

/**
 * Compares implementation and formula at these inputs.
 *
 * @throws Mismatch where the error is more than the equation promises, or the result has another shape
 * @throws UndecidedError where no precision tells
 */
export function compareAt(equation: Equation, inputs: PlainInputs): Agreement {
  const { formula, maxUlps } = equation;
  const bound = formula.bind(inputs);
  const { shape, entries: actual } = resultAt(equation, inputs);
  const members = formula.statement.members;
  const result = withBits(
    (bits): Agreement | MoreBits | undefined => {
      const evaluator = evaluatorAt(equation, bound, bits);
      let ulps = 0;
      const defined: boolean[] = [];
      for (const [k, member] of members.entries()) {
        const value = evaluator(member);
        const expected = shapeOfValue(value);
        if (expected !== shape) {
          throw new Mismatch(`the formula gives ${expected}, the implementation ${shape}`, {
            expected,
            actual: shape,
          });
        }
        const truth = entriesOf(value);
        const authoritative = k === members.length - 1;
        const error = compareEntries(actual, truth, { maxUlps, authoritative, last: bits >= MOST_BITS });
        if (typeof error !== "number") return error;
        ulps = Math.max(ulps, error);
        defined.push(truth.some(({ value: ball }) => ball.kind !== "undefined"));
      }
      return { ulps, defined };
    },
    FIRST_BITS,
    MOST_BITS,
  );
  if (result === undecided)
    throw new UndecidedError("No precision tells how far the implementation is from the formula.");
  return result;
}

/**
 * The values of an equation's expressions at bound inputs, with the scale of their errors: the values themselves, or the
 * sum of their absolute terms where the record says so. A function symbol is the same function of doubles for both sides.
 */
function evaluatorAt(
  { formula, termScale }: Equation,
  bound: ReadonlyMap<string, PlainValue>,
  bits: number,
): (expression: Expression) => Value<Scaled> {
  const functions = roundedOverrides(formula.symbols, bound);
  if (termScale !== undefined) {
    const scaled = new Map([...functions].map(([key, override]) => [key, scaledOverride(override)]));
    const evaluator = formula.evaluator(scaledArithmetic(bits), bound, scaled);
    return (expression) => evaluator.evaluate(expression);
  }
  const evaluator = formula.evaluator(ballArithmetic(bits), bound, functions);
  return (expression) => mapValue(evaluator.evaluate(expression), (value) => ({ value, scale: value }))!;
}

/** The scale of the error of each entry of an equation's value, where that is the sum of the absolute terms. */
export function scalesAt(equation: Equation, inputs: PlainInputs): readonly Ball[] | undefined {
  if (equation.termScale === undefined) return undefined;
  const value = evaluatorAt(equation, equation.formula.bind(inputs), FIRST_BITS)(equation.formula.value);
  return entriesOf(value).map(({ scale }) => scale);
}

/** The formula's entries at these inputs in decimals, the implementation's, and how far they are apart. */
export interface Comparison {
  readonly formula: readonly string[];
  readonly implementation: readonly number[];
  /** In ulps of the true result, entry by entry. */
  readonly ulps: readonly number[];
}

/** Both values at some inputs, whatever the equation promises; `digits` decimals of the formula's. */
export function bothAt(equation: Equation, inputs: PlainInputs, digits: number): Comparison {
  const { formula } = equation;
  const bound = formula.bind(inputs);
  const implementation = numericAt(equation, inputs);
  const found = withBits(
    (bits): Comparison | undefined => {
      const entries = entriesOf(evaluatorAt(equation, bound, bits)(formula.value));
      const shown = entries.map(({ value }) =>
        value.kind === "undefined" ? "undefined" : toDigits(value, digits),
      );
      const errors = entries.map(({ value, scale }, k) => errorInUlps(implementation[k]!, value, scale));
      if (shown.some((text) => text === undefined) || errors.some((error) => error === undefined))
        return undefined;
      return { formula: shown as string[], implementation, ulps: errors.map((error) => error!.high) };
    },
    FIRST_BITS + Math.ceil(digits * Math.log2(10)),
  );
  if (found === undecided)
    throw new UndecidedError(`No precision tells ${digits} digits of the formula's value.`);
  return found;
}

/** The worst error of all entries, or how many bits more are needed, where that is to be told. */
function compareEntries(
  actual: readonly number[],
  truth: readonly Scaled[],
  { maxUlps, authoritative, last }: { maxUlps: number; authoritative: boolean; last: boolean },
): number | MoreBits | undefined {
  let worst = 0;
  let open: MoreBits | undefined;
  for (const [k, { value: ball, scale }] of truth.entries()) {
    // A member of a chain must agree where it is defined; the last one says what is undefined.
    if (ball.kind === "undefined" && !authoritative) continue;
    const result = actual[k]!;
    const error = errorInUlps(result, ball, scale);
    if (error === undefined) return undefined;
    if (error.low > maxUlps) {
      const where = truth.length > 1 ? ` in entry ${k + 1}` : "";
      throw new Mismatch(
        `the implementation is ${showUlps(error.low)} ulp from the formula${where}; at most ${maxUlps} are promised`,
        { expected: decimals(ball), actual: String(result) },
        error.low,
      );
    }
    // In the end it is enough that the whole ball lies within the promise.
    if (error.high > maxUlps || (error.high - error.low > SLACK && !last)) {
      open = new MoreBits(Math.max(open?.count ?? 0, bitsMissing(ball) ?? 0));
    }
    worst = Math.max(worst, error.high);
  }
  return open ?? worst;
}

export function showUlps(ulps: number): string {
  if (ulps === Infinity) return "∞";
  return ulps >= 1e4 ? ulps.toExponential(1) : ulps.toFixed(3);
}

/** A ball in decimals, as many as it is good for, up to twenty-five. */
export function decimals(ball: Ball): string {
  if (ball.kind === "undefined") return "undefined";
  for (let digits = 25; digits > 0; digits -= 4) {
    const shown = toDigits(ball, digits);
    if (shown !== undefined) return shown;
  }
  return "unknown";
}
