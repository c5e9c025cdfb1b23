// A record of the catalogue: a formula with its symbols, its numeric implementation, and what must hold of both.

import { Formula } from "../evaluate/formula.js";
import type { Conventions } from "../latex/expression.js";
import type { FunctionSymbol, InputsOf, SymbolDeclarations } from "../latex/symbols.js";
import type { Matrix } from "../numeric/matrix.js";

/** The families of the catalogue, in reading order. */
export type Family =
  | "activations"
  | "losses"
  | "divergences"
  | "regularization"
  | "classification"
  | "ranking"
  | "clustering"
  | "similarity"
  | "recurrent"
  | "attention"
  | "generative";

/** Where an equation is published; a place only where the equation really stands there. */
export interface Source {
  readonly title: string;
  readonly authors: string;
  readonly year: number;
  /** An arXiv number, a DOI or an address. */
  readonly reference: string;
  /** The page or the equation number. */
  readonly at?: string;
}

/** A statement that must hold of the formula's own values and of the implementation's. */
export interface Identity {
  readonly latex: string;
  /** What must hold of the symbols for the identity to be claimed. */
  readonly assuming?: string;
  /** Symbols beside the equation's own. */
  readonly symbols?: SymbolDeclarations;
}

/** A value at ±∞ that the formula approaches but does not reach. */
export interface Limit {
  /** The inputs, some of them ±∞. */
  readonly at: Readonly<Record<string, number | readonly number[] | readonly (readonly number[])[]>>;
  readonly value: number | readonly number[];
}

/** What a numeric implementation gives. */
export type NumericValue = number | Float64Array | Matrix | readonly Matrix[];

/** What an author of a record writes down. */
export interface EquationDefinition<S extends SymbolDeclarations> {
  /** In kebab-case: also the file, the page and, in camelCase, the export. */
  readonly id: string;
  readonly name: string;
  /** Other names to find it by. */
  readonly aliases?: readonly string[];
  readonly family: Family;
  readonly latex: string;
  /** Of several lines, the left side of the one that is the value, where it is not the first that no other uses. */
  readonly line?: string;
  readonly symbols: S;
  /** The implementation that importers call, at these inputs. */
  readonly numeric: (inputs: InputsOf<S>) => NumericValue;
  /** The promise: no entry of the result is further from the truth than this. */
  readonly maxUlps: number;
  /**
   * Why the promise is in ulps of the sum of the absolute terms rather than of the result, where it is: the formula
   * subtracts what may cancel.
   */
  readonly termScale?: string;
  /** The equations that the formula itself calls, by the names of their left sides. */
  readonly calls?: readonly Equation[];
  /** Ids of other equations that the identities call, by the names of their left sides. */
  readonly uses?: readonly string[];
  /**
   * The order in which other formulas give its arguments, by the keys of the symbols, where the left side does not say it:
   * that of PMI(x; y) is pxy, px, py.
   */
  readonly parameters?: readonly string[];
  /**
   * What the implementation's options are here, by their names; `"any"` where a symbol of the formula stands for the
   * option. Every other value of an option is a variant.
   */
  readonly options?: OptionValues;
  /**
   * What the options make of the equation, by names that say which: each has a formula of its own, which may call the
   * equation's by its name.
   */
  readonly variants?: Readonly<Record<string, VariantDefinition>>;
  /** The largest size of a vector to verify with, where a formula takes the square of it, or the cube. */
  readonly maxSize?: number;
  /** Sizes, by their names, that most inputs have at least: so many steps, so many members of a family. */
  readonly leastSizes?: Readonly<Record<string, number>>;
  readonly identities: Readonly<Record<string, string | Identity>>;
  /** How symbols are drawn, by their keys: `\epsilon \sim \mathcal{N}(0, 1)`. */
  readonly random?: Readonly<Record<string, string>>;
  /** Statements of how the value, or a symbol that is drawn, is distributed; each must be true. */
  readonly statements?: Readonly<Record<string, string>>;
  /** The values at ±∞. */
  readonly limits: readonly Limit[];
  /** Why no limit is stated, where symbols reach ±∞. */
  readonly noLimits?: string;
  /** What the formula leaves open and how it is settled here. */
  readonly conventions?: readonly string[];
  /** The same for the evaluator: 0 log 0 = 0. */
  readonly evaluation?: Conventions;
  readonly sources: readonly Source[];
  readonly notes?: readonly string[];
  /** Ids of related equations. */
  readonly seeAlso?: readonly string[];
}

/** The values that options take, by their names. */
export type OptionValues = Readonly<Record<string, string | number | boolean>>;

/** What of a record a variant says itself; all else is the record's. */
type OfVariant = "latex" | "symbols" | "numeric" | "options";
type OfEither =
  | "maxUlps"
  | "termScale"
  | "line"
  | "calls"
  | "uses"
  | "parameters"
  | "identities"
  | "random"
  | "statements"
  | "limits"
  | "noLimits"
  | "conventions"
  | "evaluation"
  | "notes"
  | "maxSize"
  | "leastSizes";

/**
 * A variant as its author writes it down. What it does not say is as in the record, but for identities, limits and the
 * order of parameters.
 */
export interface VariantDefinition<S extends SymbolDeclarations = SymbolDeclarations>
  extends Pick<EquationDefinition<S>, OfVariant>, Partial<Pick<EquationDefinition<S>, OfEither>> {}

/** Makes a variant of a definition, whose implementation is typed by its symbols. */
export function variant<const S extends SymbolDeclarations>(
  definition: VariantDefinition<S> & { readonly options: OptionValues },
): VariantDefinition {
  // Inputs are checked against the symbols before they come to the implementation.
  return definition as unknown as VariantDefinition;
}

/** An equation of the catalogue, or one of its variants. */
export interface Equation<S extends SymbolDeclarations = SymbolDeclarations> extends Omit<
  EquationDefinition<S>,
  "numeric" | "identities" | "variants"
> {
  /** The implementation at inputs by symbol. */
  readonly numeric: (inputs: Readonly<Record<string, unknown>>) => NumericValue;
  readonly identities: Readonly<Record<string, Identity>>;
  /** Its variants as equations of their own, whose ids are `equation/variant`. */
  readonly variants: readonly Equation[];
  /** The formula, read when it is first asked for. */
  readonly formula: Formula<S>;
  /** The formula as a function that other formulas and identities may call. */
  readonly asFunction: FunctionSymbol;
}

/** Makes a record of a definition: nothing is read or computed before it is asked for. */
export function equation<const S extends SymbolDeclarations>(definition: EquationDefinition<S>): Equation<S> {
  return recordOf(definition, undefined);
}

function recordOf<const S extends SymbolDeclarations>(
  definition: EquationDefinition<S>,
  parent: Equation | undefined,
): Equation<S> {
  if (!(definition.maxUlps >= 0)) {
    throw new RangeError(`${definition.id}: expected maxUlps to be 0 or more; got ${definition.maxUlps}.`);
  }
  let formula: Formula<S> | undefined;
  let callable: FunctionSymbol | undefined;
  let own: readonly Equation[] | undefined;
  const { identities, numeric, variants = {}, ...rest } = definition;
  const { parameters, ...inherited } = rest;
  const record: Equation<S> = {
    ...rest,
    // Inputs are checked against the symbols before they come here.
    numeric: numeric as Equation["numeric"],
    identities: Object.fromEntries(
      Object.entries(identities).map(([name, identity]) => [
        name,
        typeof identity === "string" ? { latex: identity } : identity,
      ]),
    ),
    get variants() {
      return (own ??= Object.entries(variants).map(([name, its]) =>
        recordOf(
          {
            ...inherited,
            identities: {},
            random: {},
            statements: {},
            limits: [],
            ...its,
            id: `${definition.id}/${name}`,
            name: `${definition.name}, ${name}`,
          },
          record as unknown as Equation,
        ),
      ));
    },
    get formula() {
      return (formula ??= readFormula(definition, parent));
    },
    get asFunction() {
      return (callable ??= record.formula.asFunction(parameters === undefined ? {} : { parameters }));
    },
  };
  return record;
}

/** Reads a record's formula, which may call the equations that it names, and its own equation if it is a variant. */
function readFormula<S extends SymbolDeclarations>(
  { latex, line, symbols, calls = [], evaluation = {} }: EquationDefinition<S>,
  parent: Equation | undefined,
): Formula<S> {
  const called = parent !== undefined && isCallable(parent) ? [...calls, parent] : calls;
  return new Formula(latex, { ...symbols, ...functionsOf(called) }, { conventions: evaluation, line });
}

/** Equations as the functions that formulas call, under keys that no symbol has. */
export function functionsOf(equations: readonly Equation[]): Readonly<Record<string, FunctionSymbol>> {
  return Object.fromEntries(equations.map(({ id, asFunction }) => [`function ${id}`, asFunction]));
}

/** An equation, then its variants: each is verified for itself. */
export function withVariants(equation: Equation): readonly Equation[] {
  return [equation, ...equation.variants];
}

/**
 * Whether other formulas may call an equation by name: its left side has arguments, or a word for a name. What is called
 * e_{ij} or h_t is called so in its own formula alone.
 */
export function isCallable({ formula }: Equation): boolean {
  const left = formula.statement.lefts[0];
  return left !== undefined && (left.parameters !== undefined || /^[A-Za-z]{2,}/u.test(left.name.letters));
}

/** The name of an equation's export: its id in camelCase. */
export function exportName(id: string): string {
  return id.replaceAll(/-([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase());
}
