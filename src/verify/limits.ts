// Limits: the values at ±∞ that a record states, against growing arguments and against the implementation at ±∞ itself.

import * as fc from "fast-check";
import type { Equation, Limit } from "../equations/equation.js";
import { ballArithmetic } from "../evaluate/arithmetic.js";
import { undecided, UndecidedError, withBits } from "../evaluate/formula.js";
import { entriesOf } from "../evaluate/value.js";
import { isFunction } from "../evaluate/functions.js";
import type { PlainValue } from "../evaluate/inputs.js";
import { inDomain } from "../latex/symbols.js";
import * as exact from "../exact/index.js";
import type { Ball } from "../exact/index.js";
import { numericAt, sameNumbers } from "./numeric-at.js";
import { inputsFor, type PlainInputs } from "./samples.js";
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
  const values: (readonly Ball[])[] = [];
  for (const argument of GROWING) {
    const balls = ballsAt(equation, replaced(limit.at, argument));
    if (balls === undefined) {
      return { ...fail(`the formula cannot be decided at ${argument}`, undefined), outcome: "unverified" };
    }
    values.push(balls);
  }
  const atLimit = ballsAt(equation, limit.at);
  for (const [k, target] of wanted.entries()) {
    const entries = values.map((value) => value[k]!);
    const last = entries.at(-1)!;
    if (!approaches(entries, target)) {
      return fail(
        "the formula does not approach the limit that the record states as its argument grows",
        decimals(last),
      );
    }
    // Where the formula is defined at ±∞ itself, it must agree there too, as far as its ball tells.
    const itself = atLimit?.[k] ?? exact.UNDEFINED;
    if (itself.kind !== "undefined" && !exact.overlaps(itself, exact.fromDouble(target))) {
      return fail("the formula at ±∞ differs from the limit that the record states", decimals(itself));
    }
  }
  return undefined;
}

function replaced(inputs: PlainInputs, argument: number): PlainInputs {
  const replace = (value: PlainValue): PlainValue => {
    if (isFunction(value)) return value;
    if (typeof value === "number") return Number.isFinite(value) ? value : Math.sign(value) * argument;
    return value.map((entry) => replace(entry)) as readonly number[];
  };
  return Object.fromEntries(Object.entries(inputs).map(([key, value]) => [key, replace(value)]));
}

/** The formula's entries; undefined where no precision tells them. */
function ballsAt(equation: Equation, inputs: PlainInputs): readonly Ball[] | undefined {
  const { formula } = equation;
  const bound = formula.bind(inputs);
  try {
    const balls = withBits((bits) => {
      const found = entriesOf(formula.evaluator(ballArithmetic(bits), bound).evaluate(formula.value));
      return found.every(isNarrow) ? found : undefined;
    }, BITS);
    return balls === undecided ? undefined : balls;
  } catch (error) {
    if (error instanceof UndecidedError) return undefined;
    throw error;
  }
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

/** The first symbol whose NaN the implementation does not hand on, where its result depends on it. */
export function verifyNaN(equation: Equation): Failure | undefined {
  const small = inputsFor(equation.symbols, { maxSize: 4, style: "dyadic" });
  for (const model of fc.sample(small, { seed: 1, numRuns: 5 })) {
    for (const [key, value] of Object.entries(model)) {
      const symbol = equation.symbols[key]!;
      // Labels, elements and what is one of a few numbers are none where they are NaN.
      if (!("domain" in symbol) || symbol.domain.values !== undefined) continue;
      const others = OTHERS.filter((x) => inDomain(x, symbol.domain));
      for (const [atNaN, ...places] of withOthers(value, [NaN, ...others])) {
        const inputs = { ...model, [key]: atNaN! };
        const fail = (message: string, expected?: string, actual?: string): Failure => ({
          check: "NaN",
          outcome: "fails",
          message,
          inputs,
          expected,
          actual,
        });
        try {
          const actual = numericAt(equation, inputs);
          if (actual.some(Number.isNaN)) continue;
          const results = places.map((place) => numericAt(equation, { ...model, [key]: place }));
          const matters = results.some((result) => !sameNumbers(result, results[0]!));
          if (matters) return fail("the implementation does not hand on NaN", "NaN", actual.join(", "));
        } catch (error) {
          return fail(String(error));
        }
      }
    }
  }
  return undefined;
}

/** What an entry is replaced by, to see whether it matters. */
const OTHERS = [0, 0.25, 0.75, 1, 3, 1000, -2, -1000];

/** For each entry of a value, the value with others in its place. */
function withOthers(value: PlainValue, others: readonly number[]): PlainValue[][] {
  if (isFunction(value)) return [];
  if (typeof value === "number") return [[...others]];
  return value.flatMap((entry, k) =>
    withOthers(entry, others).map((places) =>
      places.map((place) => value.map((other, j) => (j === k ? place : other)) as readonly number[]),
    ),
  );
}
