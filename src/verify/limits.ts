// Limits: the values at ±∞ that a record states, against growing arguments and against the implementation at ±∞ itself.

import type { Equation, Limit } from "../equations/equation.js";
import { ballArithmetic } from "../evaluate/arithmetic.js";
import { undecided, withBits } from "../evaluate/formula.js";
import { entriesOf } from "../evaluate/value.js";
import type { PlainValue } from "../evaluate/inputs.js";
import * as exact from "../exact/index.js";
import type { Ball } from "../exact/index.js";
import { numericAt } from "./numeric-at.js";
import type { PlainInputs } from "./samples.js";
import { decimals } from "./values.js";
import type { Failure } from "./verify-equation.js";

/** Arguments that grow to the largest double. */
const GROWING = [10, 100, 1000, 1e5, 1e10, 1e50, 1e150, Number.MAX_VALUE];
/** How near a finite limit the largest argument must be; how far a value must have gone towards ∞. */
const NEAR = 2 ** -40;
const FAR = 100;
const BITS = 128;

/** The first limit that does not hold, of the formula or of the implementation. */
export function verifyLimits(equation: Equation): Failure | undefined {
  for (const limit of equation.limits) {
    const failure = verifyLimit(equation, limit);
    if (failure !== undefined) return failure;
  }
  return undefined;
}

function verifyLimit(equation: Equation, limit: Limit): Failure | undefined {
  const wanted = typeof limit.value === "number" ? [limit.value] : limit.value;
  const fail = (message: string, actual: string | undefined): Failure => ({
    check: "limits",
    outcome: "fails",
    message,
    inputs: limit.at,
    expected: wanted.join(", "),
    actual,
  });
  const actual = numericAt(equation, limit.at);
  if (actual.length !== wanted.length || actual.some((value, k) => value !== wanted[k])) {
    return fail("the implementation differs from the limit that the record states", actual.join(", "));
  }
  const values = GROWING.map((argument) => ballsAt(equation, replaced(limit.at, argument)));
  for (const [k, target] of wanted.entries()) {
    const entries = values.map((value) => value[k]!);
    const last = entries.at(-1)!;
    if (!approaches(entries, target)) {
      return fail(
        "the formula does not approach the limit that the record states as its argument grows",
        decimals(last),
      );
    }
    // Where the formula is defined at ±∞ itself, it must agree there too.
    const itself = ballsAt(equation, limit.at)[k]!;
    if (itself.kind !== "undefined" && exact.compare(itself, exact.fromDouble(target)) !== 0) {
      return fail("the formula at ±∞ differs from the limit that the record states", decimals(itself));
    }
  }
  return undefined;
}

function replaced(inputs: PlainInputs, argument: number): PlainInputs {
  const replace = (value: PlainValue): PlainValue => {
    if (typeof value === "number") return Number.isFinite(value) ? value : Math.sign(value) * argument;
    return value.map((entry) => replace(entry)) as readonly number[];
  };
  return Object.fromEntries(Object.entries(inputs).map(([key, value]) => [key, replace(value)]));
}

function ballsAt(equation: Equation, inputs: PlainInputs): readonly Ball[] {
  const { formula } = equation;
  const bound = formula.bind(inputs);
  const balls = withBits((bits) => {
    const found = entriesOf(formula.evaluator(ballArithmetic(bits), bound).evaluate(formula.value));
    return found.every(isNarrow) ? found : undefined;
  }, BITS);
  return balls === undecided ? [] : balls;
}

/** Whether a ball tells how far it is from a limit. */
function isNarrow(ball: Ball): boolean {
  if (ball.kind !== "finite") return ball.kind !== "unknown";
  const width = exact.absolute(exact.subtract(ball, ball, BITS));
  const size = exact.maximum(exact.ONE, exact.absolute(ball));
  return (
    exact.compare(width, exact.multiply(size, exact.fromDouble(NEAR / 16), BITS)) === -1 ||
    exact.isExact(ball)
  );
}

/** Whether values come ever nearer to a limit, and near in the end. */
function approaches(values: readonly (Ball | undefined)[], limit: number): boolean {
  const distances = values.map((value): Ball => {
    if (value === undefined) return exact.UNDEFINED;
    if (!Number.isFinite(limit))
      return exact.negate(exact.multiply(value, exact.fromInteger(Math.sign(limit)), BITS));
    return exact.absolute(exact.subtract(value, exact.fromDouble(limit), BITS));
  });
  const grows = distances.some((distance, k) => k > 0 && exact.compare(distance, distances[k - 1]!) === 1);
  const last = distances.at(-1)!;
  const bound = Number.isFinite(limit) ? NEAR * Math.max(1, Math.abs(limit)) : -FAR;
  const order = exact.compare(last, exact.fromDouble(bound));
  return !grows && (order === -1 || order === 0);
}

/** The first symbol whose NaN the implementation does not hand on. */
export function verifyNaN(equation: Equation): Failure | undefined {
  const entries = Object.entries(equation.symbols).filter(([, symbol]) => symbol.kind !== "function");
  const model: Record<string, PlainValue> = {};
  for (const [key, symbol] of entries) {
    const fit =
      symbol.kind === "function" ? 0 : Math.min(Math.max(0.5, symbol.domain.min), symbol.domain.max);
    model[key] = symbol.kind === "vector" ? [fit, fit, fit] : symbol.kind === "matrix" ? [[fit]] : fit;
  }
  for (const [key] of entries) {
    const value = model[key]!;
    const places =
      typeof value === "number"
        ? [NaN]
        : value.map((_, k) => value.map((entry, j) => (j === k ? NaN : entry)));
    for (const place of places) {
      const inputs = { ...model, [key]: place as PlainValue };
      const actual = numericAt(equation, inputs);
      if (!actual.some(Number.isNaN)) {
        const message = "the implementation does not hand on NaN";
        return {
          check: "NaN",
          outcome: "fails",
          message,
          inputs,
          expected: "NaN",
          actual: actual.join(", "),
        };
      }
    }
  }
  return undefined;
}
