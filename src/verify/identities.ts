// Identities: statements in LaTeX, held against the formula's own values and against the implementation's.

import * as exact from "../exact/index.js";
import type { Ball } from "../exact/index.js";
import { functionsOf, withVariants, type Equation, type Identity } from "../equations/equation.js";
import { ballArithmetic } from "../evaluate/arithmetic.js";
import type { Override } from "../evaluate/evaluator.js";
import {
  Formula,
  InexactArgument,
  roundedOverrides,
  undecided,
  UndecidedError,
  withBits,
} from "../evaluate/formula.js";
import { isFunction } from "../evaluate/functions.js";
import { entriesOf, labelsOf, type Elements, type Value } from "../evaluate/value.js";
import type { PlainValue } from "../evaluate/inputs.js";
import { children, type Expression, type Relation } from "../latex/expression.js";
import { declaredSizes } from "../latex/scope.js";
import type { Shape } from "../latex/shapes.js";
import type { SymbolDeclarations } from "../latex/symbols.js";
import { Mismatch } from "./mismatch.js";
import { valueAt } from "./numeric-at.js";
import { runProperty } from "./run-property.js";
import { edgeInputs, inputsFor, type PlainInputs } from "./samples.js";
import { decimals, scalesAt } from "./values.js";
import { within } from "./ulps.js";
import type { Failure, Outcome, Settings } from "./verify-equation.js";

export interface IdentityReport {
  readonly name: string;
  readonly latex: string;
  readonly outcome: Outcome;
  /** Inputs at which the formula's values, and the implementation's, were held against it. */
  readonly samples: { readonly formula: number; readonly implementation: number };
}

/** Fewer inputs than this, of those asked for, leave an identity unverified. */
const LEAST_SHARE = 0.2;
/** Equal means: no difference down to 2⁻¹⁰⁰ of the sides, or below everything that a double can tell. */
const EQUAL_BITS = 100n;
const TINY_EXPONENT = -1200n;
/** Identities are decided between so many bits; where more would be needed, an assumption is missing. */
const FORMULA_BITS = 160;
const MOST_BITS = 4096;
/** What an implementation promises is far coarser than this. */
const IMPLEMENTATION_BITS = 160;

/** Of the edges of its symbols an identity is tried at so many. */
const MOST_EDGES = 100;

/** An argument that is no double: the implementation cannot take it, so this input does not count. */
class NoDouble extends Error {
  override readonly name = "NoDouble";
}

/** Holds one identity against formula and implementation. */
export function verifyIdentity(
  equation: Equation,
  name: string,
  identity: Identity,
  settings: Settings,
): { report: IdentityReport; failure: Failure | undefined } {
  const { formula, assuming } = readIdentity(equation, identity, settings.catalogue);
  const relations = formula.statement.relations.length;
  const counts = { formula: zeros(relations), implementation: zeros(relations) };
  const check = (inputs: PlainInputs): boolean => {
    const bound = formula.bind(inputs);
    if (assuming !== undefined && !meets(assuming, bound)) return false;
    const byFormula = holdsInFormulas(formula, bound);
    const overrides = implementations(equation, settings.catalogue, formula.symbols, inputs);
    const byImplementation = holdsInImplementations(formula, bound, overrides);
    byFormula.forEach((counted, k) => (counts.formula[k]! += Number(counted)));
    byImplementation.forEach((counted, k) => (counts.implementation[k]! += Number(counted)));
    return byFormula.includes(true) || byImplementation.includes(true);
  };
  const constant = Object.values(formula.symbols).every((symbol) => symbol.kind === "function");
  const runs = constant ? 1 : Math.max(50, Math.ceil(settings.samples / 10));
  const maxSize = Math.min(settings.maxSize, 100);
  const every = edgeInputs(formula.symbols, maxSize);
  const edges = constant ? [] : every.filter((_, k) => k % Math.ceil(every.length / MOST_EDGES) === 0);
  let counterexample: ReturnType<typeof runProperty>;
  for (const style of constant ? (["free"] as const) : (["free", "dyadic"] as const)) {
    counterexample ??= runProperty(
      inputsFor(formula.symbols, { maxSize, style, leastSizes: equation.leastSizes }),
      check,
      {
        seed: settings.seed,
        runs,
        edges: style === "free" ? edges : [],
      },
    );
  }
  const least = constant ? 1 : runs * LEAST_SHARE;
  // Every relation of a chain must have been held against enough inputs.
  const samples = {
    formula: Math.min(...counts.formula),
    implementation: Math.min(...counts.implementation),
  };
  const enough = samples.formula >= least && samples.implementation >= least;
  const report = (outcome: Outcome): IdentityReport => ({
    name,
    latex: identity.latex,
    outcome,
    samples,
  });
  // Both sides of an identity are computed: its message says them, and there is no expected value beside.
  const failed = (outcome: Outcome, message: string, inputs?: PlainInputs) => ({
    report: report(outcome),
    failure: { check: name, outcome, message, inputs, expected: undefined, actual: undefined },
  });
  if (counterexample === undefined) {
    if (enough) return { report: report("holds"), failure: undefined };
    return failed(
      "unverified",
      `of ${2 * runs} inputs only ${samples.formula} count for the formula and ${samples.implementation} for the implementation`,
    );
  }
  const { inputs, error } = counterexample;
  if (error instanceof Mismatch) return failed("fails", `${identity.latex}: ${error.message}`, inputs);
  const outcome = error instanceof UndecidedError ? "unverified" : "fails";
  return failed(outcome, `${identity.latex}: ${String(error)}`, inputs);
}

function zeros(length: number): number[] {
  return Array<number>(length).fill(0);
}

/** The identity as a formula over the symbols that it uses, with the functions that it may call. */
function readIdentity(
  equation: Equation,
  identity: Identity,
  catalogue: readonly Equation[],
): { formula: Formula; assuming: Formula | undefined } {
  const functions = functionsOf([equation, ...calledBy(equation, catalogue)]);
  const all: SymbolDeclarations = { ...equation.symbols, ...identity.symbols };
  const options = { conventions: equation.evaluation ?? {} };
  const read = (latex: string, symbols: SymbolDeclarations): Formula =>
    new Formula(latex, { ...symbols, ...functions }, options);
  const formulas = [identity.latex, ...(identity.assuming === undefined ? [] : [identity.assuming])];
  const used = new Set(formulas.flatMap((latex) => read(latex, all).statement.members.flatMap(symbolsIn)));
  const kept = Object.fromEntries(
    Object.entries(all).filter(
      // What an equation leaves open is open wherever it is called.
      ([key, symbol]) =>
        used.has(key) ||
        symbol.kind === "mapping" ||
        declaredSizes({ [key]: symbol }).some((size) => used.has(size)),
    ),
  );
  const formula = read(identity.latex, kept);
  if (formula.statement.condition === undefined) {
    throw new RangeError(
      `The identity ${JSON.stringify(identity.latex)} of ${equation.id} states nothing: it has no relation.`,
    );
  }
  return { formula, assuming: identity.assuming === undefined ? undefined : read(identity.assuming, kept) };
}

/** The other equations that an equation's formula or its identities call. */
function calledBy(equation: Equation, catalogue: readonly Equation[]): readonly Equation[] {
  const calls = equation.calls ?? [];
  const used = (equation.uses ?? []).map((id) => {
    const found = catalogue.flatMap(withVariants).find((candidate) => candidate.id === id);
    if (found === undefined)
      throw new RangeError(
        `${equation.id} uses ${JSON.stringify(id)}, which is no equation of the catalogue.`,
      );
    return found;
  });
  return [...calls, ...used];
}

function symbolsIn(expression: Expression): string[] {
  const own = expression.kind === "symbol" ? [expression.name] : [];
  return [...own, ...children(expression).flatMap(symbolsIn)];
}

/**
 * Every function that an identity may call, by its implementation: a double within the promised width. A function symbol is
 * the same function of doubles for all of them.
 */
function implementations(
  equation: Equation,
  catalogue: readonly Equation[],
  symbols: SymbolDeclarations,
  given: PlainInputs,
): ReadonlyMap<string, Override<Ball>> {
  const chosen = Object.fromEntries(Object.entries(given).filter(([, value]) => isFunction(value)));
  return new Map([
    ...roundedOverrides(symbols, Object.entries(chosen)),
    ...[equation, ...calledBy(equation, catalogue)].map((callee) => {
      const { callee: signature } = callee.asFunction;
      const override: Override<Ball> = (arguments_) => {
        const inputs = {
          ...Object.fromEntries(
            signature.parameters.map(({ name, shape }, k) => [name, plainOf(arguments_[k]!, shape)]),
          ),
          ...Object.fromEntries(Object.entries(chosen).filter(([key]) => key in callee.symbols)),
        };
        const scales = scalesAt(callee, inputs);
        let entry = 0;
        return valueAt(callee, inputs, (result) => within(result, callee.maxUlps, scales?.[entry++]));
      };
      return [signature.name, override] as const;
    }),
  ]);
}

/** An argument as an implementation takes it. */
function plainOf(value: Value<Ball>, shape: Shape): PlainValue {
  if (shape.kind === "set") return [...(value as Elements)];
  if (shape.kind === "sets") return labelsOf(value as readonly Elements[]);
  return doublesOf(value);
}

function doublesOf(value: Value<Ball>): PlainValue {
  if (Array.isArray(value)) return (value as readonly Value<Ball>[]).map(doublesOf) as readonly number[];
  const ball = value as Ball;
  const double = exact.toDouble(ball);
  if (double === undefined || !Number.isFinite(double) || exact.compare(ball, exact.fromDouble(double)) !== 0)
    throw new NoDouble();
  return double;
}

function meets(assuming: Formula, bound: ReadonlyMap<string, PlainValue>): boolean {
  const result = withBits((bits) => ({
    holds: assuming.evaluator(ballArithmetic(bits), bound).truth(assuming.statement.condition!),
  }));
  // An assumption that cannot be decided is not met.
  return result !== undecided && result.holds === true;
}

/** For each relation, whether the formulas' own values were held against it here; throws where they refute it. */
function holdsInFormulas(formula: Formula, bound: ReadonlyMap<string, PlainValue>): readonly boolean[] {
  const { members, relations } = formula.statement;
  const result = withBits(
    (bits) => {
      const evaluator = formula.evaluator(ballArithmetic(bits), bound);
      const sides = members.map((member) => entriesOf(evaluator.evaluate(member)));
      const states = judge(sides, relations, true);
      // An inequality that is too tight to be told does not count; an equation must be told.
      const open = states.some((state, k) => state === "open" && (bits < MOST_BITS || relations[k] === "="));
      return open ? undefined : states.map((state) => state === "holds");
    },
    FORMULA_BITS,
    MOST_BITS,
  );
  if (result === undecided) throw new UndecidedError("no precision tells whether it holds");
  return result;
}

/** The same with implementations in the place of formulas; where none is called, nothing is said of them. */
function holdsInImplementations(
  formula: Formula,
  bound: ReadonlyMap<string, PlainValue>,
  overrides: ReadonlyMap<string, Override<Ball>>,
): readonly boolean[] {
  const { members, relations } = formula.statement;
  const called = { any: false };
  const watched = new Map(
    [...overrides].map(([name, override]) => {
      const watching: Override<Ball> = (arguments_) => {
        called.any = true;
        return override(arguments_);
      };
      return [name, watching] as const;
    }),
  );
  try {
    const evaluator = formula.evaluator(ballArithmetic(IMPLEMENTATION_BITS), bound, watched);
    const sides = members.map((member) => entriesOf(evaluator.evaluate(member)));
    return judge(sides, relations, false).map((state) => called.any && state === "holds");
  } catch (error) {
    if (error instanceof NoDouble || error instanceof InexactArgument) return relations.map(() => false);
    throw error;
  }
}

/** holds: not refuted, and told as sharply as asked; open: more bits are needed; empty: undefined on both sides. */
type Judgement = "holds" | "open" | "empty";

/** Judges every relation of a chain over all entries; throws where one is refuted. */
function judge(
  sides: readonly (readonly Ball[])[],
  relations: readonly Relation[],
  sharp: boolean,
): readonly Judgement[] {
  const length = Math.max(...sides.map((side) => side.length));
  const entry = (k: number, i: number): Ball => sides[k]![sides[k]!.length === 1 ? 0 : i]!;
  return relations.map((relation, k) => {
    let state: Judgement = "empty";
    for (let i = 0; i < length; i++) {
      const [a, b] = [entry(k, i), entry(k + 1, i)];
      if (a.kind === "undefined" && b.kind === "undefined") continue;
      if (refuted(a, b, relation)) {
        const where = length > 1 ? ` in entry ${i + 1}` : "";
        throw new Mismatch(
          `${sharp ? "the formula" : "the implementation"} gives ${decimals(a)} on the left and ${decimals(b)} on the right${where}`,
          { expected: undefined, actual: undefined },
        );
      }
      if (a.kind === "unknown" || b.kind === "unknown" || (sharp && !told(a, b, relation))) state = "open";
      else if (state === "empty") state = "holds";
    }
    return state;
  });
}

/** Whether two balls tell that a relation holds: proven, or, where it allows equality, equal as far as can matter. */
function told(a: Ball, b: Ball, relation: Relation): boolean {
  const order = exact.compare(a, b);
  switch (relation) {
    case "<":
      return order === -1;
    case ">":
      return order === 1;
    case "\\ne":
      return order === -1 || order === 1;
    case "\\le":
      return order === -1 || alike(a, b);
    case "\\ge":
      return order === 1 || alike(a, b);
    case "=":
      return alike(a, b);
  }
}

/** Whether the balls prove a relation false. */
function refuted(a: Ball, b: Ball, relation: Relation): boolean {
  // What is undefined on one side alone needs an assumption that excludes it.
  if (a.kind !== "unknown" && b.kind !== "unknown" && (a.kind === "undefined") !== (b.kind === "undefined"))
    return true;
  const order = exact.compare(a, b);
  if (order === undefined) return false;
  switch (relation) {
    case "=":
      return order !== 0;
    case "\\ne":
      return order === 0;
    case "<":
      return order >= 0;
    case ">":
      return order <= 0;
    case "\\le":
      return order > 0;
    case "\\ge":
      return order < 0;
  }
}

/** Whether two overlapping balls are so narrow that a difference between them could not matter. */
function alike(a: Ball, b: Ball): boolean {
  if (a.kind === "infinity" || b.kind === "infinity") return exact.compare(a, b) === 0;
  const gap = exact.absolute(exact.subtract(a, b, IMPLEMENTATION_BITS));
  const size = exact.maximum(exact.absolute(a), exact.absolute(b));
  const least = exact.multiply(size, power(-EQUAL_BITS), IMPLEMENTATION_BITS);
  return (
    exact.compare(gap, least) === -1 ||
    exact.compare(gap, power(TINY_EXPONENT)) === -1 ||
    exact.compare(gap, exact.ZERO) === 0
  );
}

function power(exponent: bigint): Ball {
  return exact.powerInteger(exact.fromInteger(2), exponent, IMPLEMENTATION_BITS);
}
