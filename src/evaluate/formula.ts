// A formula: LaTeX with its declared symbols, ready to be evaluated.

import {
  compare,
  fromDouble,
  lowerEnd,
  midpoint,
  toDigits,
  toDouble,
  upperEnd,
  type Ball,
} from "../exact/index.js";
import { ExactLimitError } from "../exact/index.js";
import type { Callee, Conventions, Expression } from "../latex/expression.js";
import { printStatement } from "../latex/print.js";
import { readStatement, type Left, type Statement } from "../latex/read-statement.js";
import { declaredSizes, readName, shapeOf } from "../latex/scope.js";
import type { Note } from "../latex/reading.js";
import type { Shape } from "../latex/shapes.js";
import {
  DeclarationError,
  latexOfKey,
  type FunctionSymbol,
  type MappingSymbol,
  type SymbolDeclaration,
  type SymbolDeclarations,
} from "../latex/symbols.js";
import type { Matrix, MatrixLike } from "../numeric/matrix.js";
import { ballArithmetic, doubleArithmetic, type Arithmetic } from "./arithmetic.js";
import { Evaluator, NeedsMoreBits, type Override } from "./evaluator.js";
import { entriesOf, mapValue, setsOf, type Numbers, type Value } from "./value.js";
import { argumentsOf, choiceOf, isFunction, type PlainFunction } from "./functions.js";
import { bindInputs, type InputValue, type PlainNumbers, type PlainValue } from "./inputs.js";

/** The inputs of a formula, by the keys of its symbols. */
export type Inputs<S extends SymbolDeclarations> = string extends keyof S
  ? Readonly<Record<string, InputValue>>
  : {
      readonly [K in keyof S as S[K] extends FunctionSymbol ? never : K]: S[K] extends {
        kind: "vector" | "labels" | "set" | "clustering";
      }
        ? ArrayLike<number>
        : S[K] extends { kind: "matrix" }
          ? MatrixLike
          : S[K] extends { kind: "family" }
            ? readonly MatrixLike[]
            : S[K] extends { kind: "mapping" }
              ? { readonly is: string; readonly with?: Readonly<Record<string, InputValue>> }
              : number;
    };

/** What a formula gives: a number, a vector, a matrix, a family of matrices, or whether it holds. */
export type FormulaValue = Numeric | boolean;
type Numeric = number | Float64Array | Matrix | readonly Matrix[];
/** The same in decimals. */
export type FormulaDigits = Numbers<string>;

export interface EvaluateOptions {
  /**
   * `"exact"`, the default, gives the double nearest to the true value, proven.
   * `"double"` computes in doubles as the formula is printed: fast, and as inaccurate as the formula makes it.
   */
  readonly arithmetic?: "exact" | "double";
}

export interface FormulaOptions {
  readonly conventions?: Conventions;
  /** Of several lines, the left side of the one that is the value; else the first that no other line uses. */
  readonly line?: string | undefined;
}

/** A value that could not be decided with the most bits that are tried. */
export class UndecidedError extends Error {
  override readonly name = "UndecidedError";
}

/** A function of doubles was asked at a value that is none, or not known to be one. */
export class InexactArgument extends UndecidedError {
  readonly inexact = true;
}

/** Precision starts here and doubles. */
const FIRST_BITS = 64;
/** Precision ends here: 2¹⁵ bits are nearly 10,000 decimals. */
const MOST_BITS = 32_768;

export class Formula<S extends SymbolDeclarations = SymbolDeclarations> {
  readonly statement: Statement;

  constructor(
    readonly latex: string,
    readonly symbols: S,
    readonly options: FormulaOptions = {},
  ) {
    this.statement = readStatement(latex, symbols, options.line);
  }

  /** Where the reader chose between two readings. */
  get notes(): readonly Note[] {
    return this.statement.notes;
  }

  get shape(): Shape {
    return this.statement.shape;
  }

  /** The side that is the value: the last of the chain. */
  get value(): Expression {
    return this.statement.members.at(-1)!;
  }

  /** How its symbols are written, the sizes that they bind among them. */
  get letters(): readonly string[] {
    const keys = [...Object.keys(this.symbols), ...declaredSizes(this.symbols)];
    return keys.map((key) => this.symbols[key]?.latex ?? latexOfKey(key));
  }

  /** The formula printed back as LaTeX that reads the same. */
  toLatex(): string {
    return printStatement(this.statement, this.letters);
  }

  /** Whether the formula states a condition (x ≥ 0) rather than a value. */
  get isCondition(): boolean {
    const { lefts, relations } = this.statement;
    return lefts.length === 0 && relations.length > 0;
  }

  /**
   * The value at these inputs: the nearest double to the true value, or, with `digits`, so many proven decimals.
   *
   * @throws InputError for inputs that do not fit the symbols
   * @throws LatexError where an index is out of range or the formula asks for too many steps
   * @throws UndecidedError where no precision decides it, as whether (e^x − e^x) is 0
   */
  evaluate(inputs: Inputs<S>, options: EvaluateOptions & { readonly digits: number }): FormulaDigits;
  evaluate(inputs: Inputs<S>, options?: EvaluateOptions): FormulaValue;
  evaluate(
    inputs: Inputs<S>,
    options: EvaluateOptions & { readonly digits?: number } = {},
  ): FormulaValue | FormulaDigits {
    const bound = this.bind(inputs);
    if (this.isCondition) return this.holds(bound);
    if (options.arithmetic === "double") {
      return packed(this.evaluator(doubleArithmetic, bound).evaluate(this.value), this.shape, (x) => x);
    }
    const { digits } = options;
    if (digits === undefined) return this.nearest(bound);
    if (!Number.isInteger(digits) || digits < 1 || digits > 9000) {
      throw new RangeError(`digits: expected a whole number from 1 to 9000; got ${digits}.`);
    }
    return this.decided(
      bound,
      (ball) => (ball.kind === "undefined" ? "undefined" : toDigits(ball, digits)),
      () => undefined,
      (digits * Math.log2(10)) | 0,
    );
  }

  /** Checks the inputs and binds the sizes. */
  bind(inputs: Readonly<Record<string, InputValue>>): Map<string, PlainValue> {
    return bindInputs(this.symbols, inputs, this.latex, this.statement.members);
  }

  /** An evaluator of this formula's expressions at bound inputs. */
  evaluator<V>(
    arithmetic: Arithmetic<V>,
    bound: ReadonlyMap<string, PlainValue>,
    overrides?: ReadonlyMap<string, Override<V>>,
  ): Evaluator<V> {
    const values = new Map<string, Value<V>>();
    const functions = new Map<string, Override<V>>();
    for (const [key, value] of bound) {
      const declaration = this.symbols[key];
      if (isFunction(value)) functions.set(key, mapped(declaration as MappingSymbol, value, arithmetic));
      else values.set(key, lifted(value, declaration?.kind, arithmetic));
    }
    return new Evaluator(arithmetic, values, {
      source: this.latex,
      conventions: this.options.conventions,
      overrides: new Map([...functions, ...(overrides ?? [])]),
    });
  }

  private holds(bound: ReadonlyMap<string, PlainValue>): boolean {
    const condition = this.statement.condition!;
    const decided = withBits((bits) => ({
      holds: this.evaluator(ballArithmetic(bits), bound).truth(condition),
    }));
    if (decided === undecided)
      throw new UndecidedError(`${this.latex} cannot be decided with ${MOST_BITS} bits.`);
    // A condition on something undefined does not hold.
    return decided.holds ?? false;
  }

  private nearest(bound: ReadonlyMap<string, PlainValue>): FormulaValue {
    const values = this.decided(bound, toDouble, eitherNeighbour, 0);
    return packed(values, this.shape, (x) => x);
  }

  /** Evaluates with more and more bits until `decide` decides every entry. */
  private decided<T extends number | string>(
    bound: ReadonlyMap<string, PlainValue>,
    decide: (ball: Ball) => T | undefined,
    atLast: (ball: Ball) => T | undefined,
    extraBits: number,
  ): Numbers<T> {
    const evaluate = (bits: number): Value<Ball> =>
      this.evaluator(ballArithmetic(bits), bound).evaluate(this.value);
    return decidedEntries(evaluate, { decide, atLast, extraBits, what: this.latex });
  }

  /** Whether what stands below a left side's name are the free indices, and not a part of the name. */
  private isIndexed({ name }: Left): boolean {
    const indices = this.statement.free.map((binder) => readName(binder.latex, binder.latex).letters);
    const rest = indices.reduce((text, letters) => text.replaceAll(letters, ""), name.sub);
    return rest !== name.sub && !/[A-Za-z<]/u.test(rest);
  }

  /**
   * The formula as a function symbol, for other formulas to call. Its parameters are the arguments of its left side, in
   * their order, or the `parameters` named here by their keys; without arguments on the left side its name alone stands
   * for it, where the symbols that it needs are declared.
   */
  asFunction(
    options: { readonly latex?: string; readonly parameters?: readonly string[] } = {},
  ): FunctionSymbol {
    const left = this.statement.lefts[0];
    if (left === undefined) {
      throw new DeclarationError(
        `Expected a left side, such as f(x) = …, to make a function of ${this.latex}.`,
      );
    }
    // Function symbols are what they are for the formula that calls this one.
    const keys = Object.keys(this.symbols).filter(
      (key) => this.symbols[key]!.kind !== "function" && this.symbols[key]!.kind !== "mapping",
    );
    const latexOf = (key: string): string => this.symbols[key]!.latex ?? latexOfKey(key);
    const keyOf = (parameter: string): string => {
      const { letters, sub } = readName(parameter, parameter);
      const alike = keys.filter((key) => readName(latexOf(key), key).letters === letters);
      // σ(z_i) is a function of all of z.
      const key = alike.find((candidate) => readName(latexOf(candidate), candidate).sub === sub) ?? alike[0];
      if (key === undefined)
        throw new DeclarationError(`The argument ${parameter} of ${left.source} is no declared symbol.`);
      return key;
    };
    const chosen = options.parameters ?? left.parameters?.map(keyOf) ?? keys;
    const missing = keys.find((key) => !chosen.includes(key));
    if (missing !== undefined)
      throw new DeclarationError(`The left side ${left.source} leaves out the symbol ${missing}.`);
    const latex = options.latex ?? (this.isIndexed(left) ? left.latex : left.scripted);
    const callee: Callee = {
      name: latex,
      latex,
      parameters: chosen.map((key) => ({
        name: key,
        latex: latexOf(key),
        shape: shapeOf(this.symbols[key]!),
      })),
      result: this.shape,
      body: this.value,
      source: this.latex,
      conventions: this.options.conventions ?? {},
      implicit: left.parameters === undefined,
    };
    return { kind: "function", callee, meaning: "", latex, role: undefined, fixed: false };
  }
}

/**
 * Reads a formula with its declared symbols.
 *
 * @example
 * const f = formula(String.raw`\frac{1}{1 + e^{-z}}`, { z: real("the logit") });
 * f.evaluate({ z: 2 });                  // 0.8807970779778824
 * f.evaluate({ z: 2 }, { digits: 50 });  // "0.88079707797788244405972914130239679520638420629897"
 * @throws LatexError where the LaTeX cannot be read, with the place
 * @throws DeclarationError where the symbols cannot be declared
 */
export function formula<const S extends SymbolDeclarations>(
  latex: string,
  symbols: S,
  options: FormulaOptions = {},
): Formula<S> {
  return new Formula(latex, symbols, options);
}

/**
 * The double nearest to the middle of a ball that holds the point between two neighbouring doubles: a true value right
 * there is told from neither side by any precision, and both neighbours are within half an ulp of it.
 */
function eitherNeighbour(ball: Ball): number | undefined {
  if (ball.kind !== "finite") return undefined;
  const low = toDouble(lowerEnd(ball));
  const high = toDouble(upperEnd(ball));
  if (low === undefined || high === undefined || !Number.isFinite(low) || !Number.isFinite(high))
    return undefined;
  const gap = Math.max(2 ** -52 * Math.max(Math.abs(low), Math.abs(high)), Number.MIN_VALUE);
  return high - low <= gap ? midpoint(ball) : undefined;
}

/** Evaluates with more and more bits until `decide` decides every entry, or else, with the most bits, `atLast` does. */
function decidedEntries<T extends number | string>(
  evaluate: (bits: number) => Value<Ball>,
  {
    decide,
    atLast,
    extraBits,
    what,
  }: {
    readonly decide: (ball: Ball) => T | undefined;
    readonly atLast: (ball: Ball) => T | undefined;
    readonly extraBits: number;
    /** Of what the value is, for a message. */
    readonly what: string;
  },
): Numbers<T> {
  let last: Value<Ball> | undefined;
  const result = withBits((bits) => {
    last = evaluate(bits);
    return mapValue(last, decide);
  }, FIRST_BITS + extraBits);
  if (result !== undecided) return result;
  const rounded = last === undefined ? undefined : mapValue(last, (ball) => decide(ball) ?? atLast(ball));
  if (rounded === undefined)
    throw new UndecidedError(`The value of ${what} cannot be decided with ${MOST_BITS} bits.`);
  return rounded;
}

/** Nothing was decided with the most bits. */
export const undecided: unique symbol = Symbol("undecided");

/** What an attempt gives when it knows how many bits more would do. */
export class MoreBits {
  constructor(readonly count: number) {}
}

/** Tries with more and more bits until `attempt` gives something: as many more as it says, else twice as many. */
export function withBits<T>(
  attempt: (bits: number) => T | MoreBits | undefined,
  first = FIRST_BITS,
  most = MOST_BITS,
): T | typeof undecided {
  const last = Math.max(most, 2 * first);
  for (let bits = first; ;) {
    let more = bits;
    try {
      const result = attempt(bits);
      if (result instanceof MoreBits) more = Math.max(bits >> 2, result.count);
      else if (result !== undefined) return result;
    } catch (error) {
      if (error instanceof ExactLimitError) throw new UndecidedError(error.message, { cause: error });
      if (!(error instanceof NeedsMoreBits)) throw error;
    }
    if (bits >= last) return undecided;
    // Where hardly anything is known, what seems to be missing is far too much.
    bits = Math.min(bits + Math.min(more, 16 * bits), last);
  }
}

/** A function symbol as what it is: its formulas at its arguments and at what is given beside. */
function mapped<V>(declaration: MappingSymbol, value: PlainFunction, arithmetic: Arithmetic<V>): Override<V> {
  const choice = choiceOf(declaration, value);
  const given = Object.entries(value.with).map(
    ([key, input]) => [key, lifted(input as PlainNumbers, choice.symbols[key]?.kind, arithmetic)] as const,
  );
  return (arguments_) => {
    const bindings = new Map<string, Value<V>>([
      ...given,
      ...(argumentsOf(choice, arguments_) as [string, Value<V>][]),
    ]);
    const results = choice.results.map((callee) => Evaluator.call(arithmetic, callee, bindings));
    const entries = results.flatMap((result) => entriesOf(result));
    return declaration.result.kind === "vector" ? entries : entries[0]!;
  };
}

/**
 * A function symbol as a function of doubles: its formulas at the arguments, each entry rounded to the nearest double. So
 * it is one and the same function wherever its arguments are doubles.
 */
export function roundedFunction(
  declaration: MappingSymbol,
  value: PlainFunction,
): (...parts: readonly Numeric[]) => Numeric {
  const shape = shapeOf(declaration.result);
  return (...parts) => {
    const evaluate = (bits: number): Value<Ball> => {
      const arithmetic = ballArithmetic(bits);
      const arguments_ = parts.map((part) =>
        typeof part === "number"
          ? arithmetic.fromDouble(part)
          : Array.from(part as Float64Array, arithmetic.fromDouble),
      );
      return mapped(declaration, value, arithmetic)(arguments_);
    };
    const nearest = { decide: toDouble, atLast: eitherNeighbour, extraBits: 0, what: value.is };
    return packed(decidedEntries(evaluate, nearest), shape, (x) => x);
  };
}

/** The function symbols among some values as functions of doubles, in the place of their formulas. */
export function roundedOverrides(
  symbols: SymbolDeclarations,
  values: Iterable<readonly [key: string, value: PlainValue]>,
): Map<string, Override<Ball>> {
  const overrides = new Map<string, Override<Ball>>();
  for (const [key, value] of values)
    if (isFunction(value)) overrides.set(key, roundedOverride(symbols[key] as MappingSymbol, value));
  return overrides;
}

/** The same in the place of its formulas, where every argument is a double exactly. */
function roundedOverride(declaration: MappingSymbol, value: PlainFunction): Override<Ball> {
  const rounded = roundedFunction(declaration, value);
  return (arguments_) => {
    const parts = arguments_.map((argument) => {
      const doubles = mapValue(argument, (ball) => {
        const double = toDouble(ball);
        return double !== undefined && compare(ball, fromDouble(double)) === 0 ? double : undefined;
      });
      if (doubles === undefined) throw new InexactArgument(`${value.is} was asked at what is no double.`);
      return typeof doubles === "number" ? doubles : Float64Array.from(doubles as readonly number[]);
    });
    const result = rounded(...parts);
    return typeof result === "number" ? fromDouble(result) : Array.from(result as Float64Array, fromDouble);
  };
}

/** A plain value in an arithmetic; elements and labels make sets. */
function lifted<V>(
  value: PlainNumbers,
  kind: SymbolDeclaration["kind"] | undefined,
  arithmetic: Arithmetic<V>,
): Value<V> {
  if (kind === "set") return new Set(value as readonly number[]);
  if (kind === "clustering") return setsOf(value as readonly number[]);
  if (typeof value === "number") return arithmetic.fromDouble(value);
  return value.map((entry) => lifted(entry, undefined, arithmetic)) as readonly V[];
}

/** Numbers in the types that importers know: a Float64Array, a Matrix. */
function packed<V>(value: Value<V>, shape: Shape, toNumber: (entry: V) => number): Numeric {
  if (shape.kind === "family") {
    return (value as readonly Value<V>[]).map((member) => packed(member, shape.member, toNumber) as Matrix);
  }
  if (shape.kind === "vector") return Float64Array.from(value as readonly V[], toNumber);
  if (shape.kind === "matrix") {
    const rows = value as readonly (readonly V[])[];
    const columns = rows[0]?.length ?? 0;
    return { rows: rows.length, columns, data: Float64Array.from(rows.flat(), toNumber) };
  }
  return toNumber(value as V);
}
