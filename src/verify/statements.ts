// Statements of distribution: what is drawn, held against the mean, the variance and the distribution function claimed.

import * as fc from "fast-check";
import type { Equation } from "../equations/equation.js";
import { ballArithmetic } from "../evaluate/arithmetic.js";
import { undecided, withBits } from "../evaluate/formula.js";
import { isFunction } from "../evaluate/functions.js";
import type { PlainNumbers } from "../evaluate/inputs.js";
import { mapValue, type Value } from "../evaluate/value.js";
import * as exact from "../exact/index.js";
import type { Ball } from "../exact/index.js";
import type { Expression } from "../latex/expression.js";
import { readDistributed, type Distributed } from "../latex/read-distribution.js";
import { latexOfKey } from "../latex/symbols.js";
import { readName } from "../latex/scope.js";
import { numericAt } from "./numeric-at.js";
import { inputsFor, type PlainInputs } from "./samples.js";

/** How many settings of the other symbols are tried. */
const SETTINGS = 8;
/** How many draws of each entry there are at each setting; of these the formula, which takes more time, has the first. */
const DRAWS = 20_000;
const FORMULA_DRAWS = 4000;
/** The draws of an entry at all settings together. */
export const STATEMENT_DRAWS = { formula: SETTINGS * FORMULA_DRAWS, implementation: SETTINGS * DRAWS };
/** Vectors have at most so many entries here. */
const MOST_ENTRIES = 3;
/** A statement that is true is refuted with at most this probability, over all seeds. */
export const FALSE_ALARM = 1e-9;
/**
 * Of a setting: three entries, the sums and the differences of their three pairs, and the value by the formula as well as by
 * the implementation, each with a test of the mean, of the variance and of the distribution function, on both sides.
 */
const TESTS = SETTINGS * (MOST_ENTRIES + 2 * MOST_ENTRIES) * 2 * 3 * 2;
/** ln(1/α) for each test, so that all of them together stay below the false-alarm rate. */
const LOG_RATE = Math.log(TESTS / FALSE_ALARM);

/** How many draws of each entry are looked at, by the implementation and by the formula; fewer tell less. */
export interface Draws {
  readonly implementation?: number;
  readonly formula?: number;
}

/** What is wrong with a statement at some setting. */
export interface Refutation {
  readonly message: string;
  readonly inputs: PlainInputs;
}

/**
 * Holds a statement against draws: of the equation's own value, by its implementation and by its formula, or of one of the
 * symbols that it draws. Gives the first refutation, if there is one. The same seed gives the same draws.
 *
 * The mean of N draws of N(0, 1) lies beyond t with probability below exp(−N t²/2); N times their variance is χ² with N − 1
 * degrees, bounded as by Laurent and Massart (2000, lemma 1); the distribution function is off by more than t anywhere with
 * probability at most 2 exp(−2 N t²) (Massart 1990).
 *
 * @throws RangeError where what is drawn is neither the equation's value nor a symbol that it draws
 */
export function refuteStatement(
  equation: Equation,
  latex: string,
  seed: number,
  { implementation = DRAWS, formula = FORMULA_DRAWS }: Draws = {},
): Refutation | undefined {
  const claim = readDistributed(latex, equation.symbols);
  const random = randomSymbols(equation);
  const drawn = drawnBy(equation, claim, random);
  const settings = fc.sample(inputsFor(equation.symbols, { maxSize: MOST_ENTRIES ** 2, style: "moderate" }), {
    seed,
    numRuns: SETTINGS,
  });
  const generator = new Generator(seed);
  for (const setting of settings.map(coarse)) {
    const parameters = claim.parameters.map((parameter) => parameterAt(equation, parameter, setting));
    const drawers = random.map(
      ([key, law]) => [key, drawer(equation, law, setting, setting[key] as PlainNumbers)] as const,
    );
    const samples: PlainInputs[] = Array.from({ length: implementation }, () => ({
      ...setting,
      ...Object.fromEntries(drawers.map(([key, one]) => [key, one(generator)])),
    }));
    const sources: readonly (readonly [string, readonly (readonly number[])[]])[] =
      drawn === "value"
        ? [
            ["by the implementation", samples.map((inputs) => numericAt(equation, inputs))],
            [
              "by the formula",
              samples
                .slice(0, formula)
                .map((inputs) => numbersIn(equation.formula.evaluate(inputs as never))),
            ],
          ]
        : [["as it is drawn", samples.map((inputs) => numbersIn(inputs[drawn]))]];
    for (const [how, values] of sources) {
      const wrong = refute(claim, parameters, values);
      if (wrong !== undefined) {
        const shown = Object.fromEntries(
          Object.entries(setting).filter(([key]) => !random.some(([name]) => name === key)),
        );
        return { message: `${claim.variable.latex} ${how}: ${wrong}`, inputs: shown };
      }
    }
  }
  return undefined;
}

/** The same inputs in steps of 1/64: a value beside them is rounded by far less than its draws tell. */
function coarse(inputs: PlainInputs): PlainInputs {
  const round = (value: PlainNumbers): PlainNumbers =>
    typeof value === "number" ? Math.round(value * 64) / 64 : (value.map(round) as readonly number[]);
  return Object.fromEntries(
    Object.entries(inputs).map(([key, value]) => [key, isFunction(value) ? value : round(value)]),
  );
}

/** The symbols that an equation draws, with how they are distributed. */
function randomSymbols(equation: Equation): readonly (readonly [string, Distributed])[] {
  return Object.entries(equation.random ?? {}).map(
    ([key, latex]) => [key, readDistributed(latex, equation.symbols)] as const,
  );
}

/** Whether a claim is of the equation's value, or of which of its symbols. */
function drawnBy(
  equation: Equation,
  { variable }: Distributed,
  random: readonly (readonly [string, Distributed])[],
): string {
  const same = (latex: string): boolean =>
    JSON.stringify(readName(latex, latex)) === JSON.stringify(variable.name);
  const left = equation.formula.statement.lefts[0];
  if (left !== undefined && same(left.scripted)) return "value";
  const key = random
    .map(([name]) => name)
    .find((name) => same(equation.symbols[name]!.latex ?? latexOfKey(name)));
  if (key !== undefined) return key;
  const known = [left?.scripted, ...random.map(([, law]) => law.variable.latex)].filter(
    (name) => name !== undefined,
  );
  throw new RangeError(
    `${variable.latex} is not what ${equation.id} draws, which is ${known.join(" and ")}.`,
  );
}

/** A parameter of a distribution at a setting: a number, or one for each entry. */
function parameterAt(equation: Equation, parameter: Expression, setting: PlainInputs): readonly number[] {
  const bound = equation.formula.bind(setting);
  const found = withBits((bits) => {
    const value: Value<Ball> = equation.formula.evaluator(ballArithmetic(bits), bound).evaluate(parameter);
    return mapValue(value, (ball) => exact.toDouble(ball));
  });
  return found === undecided ? [NaN] : numbersIn(found);
}

/** How a symbol is drawn at a setting: as many entries as the setting has. */
function drawer(
  equation: Equation,
  law: Distributed,
  setting: PlainInputs,
  model: PlainNumbers,
): (generator: Generator) => PlainNumbers {
  const [first, second] = law.parameters.map((parameter) => parameterAt(equation, parameter, setting)) as [
    readonly number[],
    readonly number[],
  ];
  const one = (k: number, generator: Generator): number =>
    law.family === "normal"
      ? entryOf(first, k) + Math.sqrt(entryOf(second, k)) * generator.normal()
      : entryOf(first, k) + (entryOf(second, k) - entryOf(first, k)) * generator.uniform();
  return (generator) =>
    typeof model === "number" ? one(0, generator) : model.map((_, k) => one(k, generator));
}

/** An entry of a parameter, which may be one number for all. */
function entryOf(list: readonly number[], k: number): number {
  return list[list.length === 1 ? 0 : k]!;
}

/** A number, or the entries of a vector. */
function numbersIn(value: unknown): readonly number[] {
  return typeof value === "number" ? [value] : Array.from(value as ArrayLike<number>);
}

/** What the draws refute of a claim, in words. */
function refute(
  claim: Distributed,
  parameters: readonly (readonly number[])[],
  draws: readonly (readonly number[])[],
): string | undefined {
  const [first, second] = parameters as [readonly number[], readonly number[]];
  const entries = draws[0]!.length;
  for (const { length } of parameters)
    if (length !== 1 && length !== entries) return `it has ${entries} entries, not ${length} as is claimed`;
  const columns = Array.from({ length: entries }, (_, k) => draws.map((values) => values[k]!));
  if (claim.family === "uniform") {
    for (const [k, column] of columns.entries()) {
      const [low, high] = [entryOf(first, k), entryOf(second, k)];
      if (!(high > low)) return `${low} is not below ${high}`;
      const wrong = beyondFunction(
        column.map((x) => (x - low) / (high - low)),
        (u) => Math.min(Math.max(u, 0), 1),
      );
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  }
  const standard: number[][] = [];
  for (const [k, column] of columns.entries()) {
    const [mean, variance] = [entryOf(first, k), entryOf(second, k)];
    if (!(variance >= 0)) return `a variance of ${variance} is claimed`;
    if (variance === 0) {
      if (column.some((x) => x !== mean)) return `a variance of 0 is claimed, but the draws vary`;
      continue;
    }
    const deviation = Math.sqrt(variance);
    standard.push(column.map((x) => (x - mean) / deviation));
  }
  for (const column of standard) {
    const wrong = beyondNormal(column);
    if (wrong !== undefined) return wrong;
  }
  // Entries that are independent and alike have sums and differences that are normal as well.
  for (let k = 0; k < standard.length; k++) {
    for (let j = k + 1; j < standard.length; j++) {
      for (const sign of [1, -1]) {
        const mixed = standard[k]!.map((x, n) => (x + sign * standard[j]![n]!) * Math.SQRT1_2);
        const wrong = beyondNormal(mixed);
        if (wrong !== undefined) return `entries ${k + 1} and ${j + 1} are not independent: ${wrong}`;
      }
    }
  }
  return undefined;
}

/** What tells numbers from draws of N(0, 1), if anything does. */
function beyondNormal(values: readonly number[]): string | undefined {
  const count = values.length;
  const mean = values.reduce((sum, x) => sum + x, 0) / count;
  const meanBound = Math.sqrt((2 * LOG_RATE) / count);
  if (!(Math.abs(mean) <= meanBound))
    return `the mean of ${count} draws is ${mean.toPrecision(3)} standard deviations from what is claimed; at most ${meanBound.toPrecision(2)} are by chance`;
  const squares = values.reduce((sum, x) => sum + (x - mean) ** 2, 0);
  const degrees = count - 1;
  const above = degrees + 2 * Math.sqrt(degrees * LOG_RATE) + 2 * LOG_RATE;
  const below = degrees - 2 * Math.sqrt(degrees * LOG_RATE);
  if (!(squares <= above && squares >= below))
    return `the variance of ${count} draws is ${(squares / degrees).toPrecision(3)} times what is claimed; between ${(below / degrees).toPrecision(3)} and ${(above / degrees).toPrecision(3)} it is by chance`;
  return beyondFunction(values, normalCdf);
}

/** Kolmogorov and Smirnov: how far the draws' distribution function is from the one claimed. */
function beyondFunction(values: readonly number[], cdf: (x: number) => number): string | undefined {
  const sorted = Float64Array.from(values).sort();
  const count = sorted.length;
  let distance = 0;
  sorted.forEach((x, k) => {
    const probability = cdf(x);
    distance = Math.max(distance, probability - k / count, (k + 1) / count - probability);
  });
  const bound = Math.sqrt((LOG_RATE + Math.LN2) / (2 * count));
  return distance <= bound
    ? undefined
    : `the distribution function of ${count} draws is ${distance.toPrecision(3)} from what is claimed; at most ${bound.toPrecision(2)} are by chance`;
}

/** Φ by its series about 0 and, far out, by its limits: within 1e-12, far below what a distribution function of draws tells. */
function normalCdf(x: number): number {
  if (x < -7.5) return 0;
  if (x > 7.5) return 1;
  let term = x;
  let sum = x;
  for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
    term *= (x * x) / k;
    sum += term;
  }
  return 0.5 + (sum * Math.exp((-x * x) / 2)) / Math.sqrt(2 * Math.PI);
}

/** Pseudorandom numbers from a seed: xoshiro128** of Blackman and Vigna (2018), 53 bits at a time. */
class Generator {
  private readonly state: Uint32Array;

  constructor(seed: number) {
    // The seed is spread over the state by a multiplicative hash, which never gives all zeros.
    let word = seed | 0;
    this.state = Uint32Array.from({ length: 4 }, () => {
      word = (word + 0x9e3779b9) | 0;
      let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
      mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
      return (mixed ^ (mixed >>> 16)) >>> 0 || 1;
    });
  }

  private bits(): number {
    const s = this.state;
    const rotated = (x: number, by: number): number => (x << by) | (x >>> (32 - by));
    const result = Math.imul(rotated(Math.imul(s[1]!, 5), 7), 9) >>> 0;
    const shifted = s[1]! << 9;
    s[2]! ^= s[0]!;
    s[3]! ^= s[1]!;
    s[1]! ^= s[2]!;
    s[0]! ^= s[3]!;
    s[2]! ^= shifted;
    s[3] = rotated(s[3]!, 11);
    return result;
  }

  /** A number from 0 to 1, without its ends. */
  uniform(): number {
    return ((this.bits() >>> 5) * 2 ** 26 + (this.bits() >>> 6) + 0.5) * 2 ** -53;
  }

  /** A draw of N(0, 1), by Box and Muller (1958). */
  normal(): number {
    const radius = Math.sqrt(-2 * Math.log(this.uniform()));
    return radius * Math.cos(2 * Math.PI * this.uniform());
  }
}
