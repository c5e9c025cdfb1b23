// Declaring symbols: what each letter of a formula is, before it is read.

import type { Matrix } from "../numeric/matrix.js";
import type { Callee } from "./expression.js";

/** An interval of real numbers, of which `Infinity` bounds are never reached; or some numbers. */
export interface Domain {
  readonly min: number;
  readonly max: number;
  readonly minOpen: boolean;
  readonly maxOpen: boolean;
  /** All the numbers there are, in rising order, where they are counted: −1 and 1. */
  readonly values?: readonly number[];
}

/** What may be said of a symbol beside its kind. */
export interface SymbolOptions {
  /** How it is written, when that is not what its key says: `\hat{y}` for `yHat`. */
  readonly latex?: string;
  /** The values it takes: `"[0, 1]"`, `"(0, ∞)"`, `"{-1, 1}"`. All real numbers unless said. */
  readonly domain?: string;
  /** What part it plays: targets, predictions, logits, … */
  readonly role?: string;
  /** Set where the letters are the meaning and no other name will do, as TP. */
  readonly fixed?: boolean;
}

interface DeclarationBase {
  readonly meaning: string;
  readonly latex: string | undefined;
  readonly role: string | undefined;
  readonly fixed: boolean;
}
export interface NumberSymbol extends DeclarationBase {
  readonly kind: "real" | "integer" | "probability";
  readonly domain: Domain;
}
export interface VectorSymbol extends DeclarationBase {
  readonly kind: "vector";
  readonly size: string | number;
  readonly domain: Domain;
  /** Whether it is a sample: to be distributed as it says is to be one of its entries, each as likely. */
  readonly sample: boolean;
  /** The index of the first entry. */
  readonly first: number;
  /** Whether an entry is written as a function of its index: p(y). */
  readonly called: boolean;
  /** Whether the entries sum to one. */
  readonly simplex: boolean;
}
export interface MatrixSymbol extends DeclarationBase {
  readonly kind: "matrix";
  readonly rows: string | number;
  readonly columns: string | number;
  readonly domain: Domain;
  /** Whether an entry is written as a function of its indices: p(y; θ). */
  readonly called: boolean;
  /** The index of the first row. */
  readonly first: number;
  /** Where the entries are whole numbers from 1 on: how many there are. */
  readonly classes: string | number | undefined;
}
/** Matrices of one shape, one for each index from 1 to a number of them. */
export interface FamilySymbol extends DeclarationBase {
  readonly kind: "family";
  readonly count: string | number;
  readonly member: MatrixSymbol;
}
/** A whole number that counts something: from 1 to a size. */
export interface IndexSymbol extends DeclarationBase {
  readonly kind: "index";
  readonly size: string | number;
}
/** A vector of whole numbers from 1 to a number of classes. */
export interface LabelsSymbol extends DeclarationBase {
  readonly kind: "labels";
  readonly size: string | number;
  readonly classes: string | number;
  /** Whether an entry is written as a function of its index: G(z). */
  readonly called: boolean;
  /** The index of the first entry. */
  readonly first: number;
}
/** A finite set of numbers. */
export interface SetSymbol extends DeclarationBase {
  readonly kind: "set";
}
/** A list of sets that part N items among them, given by the label of each item, from 1 to the number of sets. */
export interface ClusteringSymbol extends DeclarationBase {
  readonly kind: "clustering";
  readonly items: string | number;
  readonly clusters: string | number;
}
export interface FunctionSymbol extends DeclarationBase {
  readonly kind: "function";
  readonly callee: Callee;
}
/** A function that the formula leaves open: `a(s, h)`, known by the kinds of its arguments and of its value. */
export interface MappingSymbol extends DeclarationBase {
  readonly kind: "mapping";
  readonly parameters: readonly (NumberSymbol | VectorSymbol)[];
  readonly result: NumberSymbol | VectorSymbol;
  /** The functions that it may be. */
  readonly among: () => readonly Choice[];
}
/** A function that a mapping may be: formulas whose other symbols are given beside its arguments. */
export interface Choice {
  readonly name: string;
  readonly symbols: SymbolDeclarations;
  /** For each argument, the symbols that it gives: several part a vector among them, in equal parts. */
  readonly arguments: readonly (readonly string[])[];
  /** What it gives: several values, all vectors, make one, one below the other. */
  readonly results: readonly Callee[];
}

export type SymbolDeclaration =
  | NumberSymbol
  | VectorSymbol
  | MatrixSymbol
  | FamilySymbol
  | IndexSymbol
  | LabelsSymbol
  | SetSymbol
  | ClusteringSymbol
  | FunctionSymbol
  | MappingSymbol;
export type SymbolDeclarations = Readonly<Record<string, SymbolDeclaration>>;

/** The value that a declared symbol takes. */
export type ValueOf<D extends SymbolDeclaration> = D extends {
  kind: "real" | "integer" | "probability" | "index";
}
  ? number
  : D extends { kind: "vector" | "labels" | "set" | "clustering" }
    ? Float64Array
    : D extends { kind: "matrix" }
      ? Matrix
      : D extends { kind: "family" }
        ? readonly Matrix[]
        : D extends { kind: "mapping"; result: { kind: infer R } }
          ? (...parts: readonly ArrayLike<number>[]) => R extends "vector" ? Float64Array : number
          : never;

/** The inputs of a formula with these symbols: a number for a number, a `Float64Array` for a vector, … */
export type InputsOf<S extends SymbolDeclarations> = {
  readonly [K in keyof S as S[K] extends FunctionSymbol ? never : K]: ValueOf<S[K]>;
};

/** An error in a declaration of symbols: what was expected and what came. */
export class DeclarationError extends Error {
  override readonly name = "DeclarationError";
}

const BOUND = String.raw`[+-]?(?:∞|Infinity|\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)`;
const INTERVAL = new RegExp(`^\\s*([([])\\s*(${BOUND})\\s*,\\s*(${BOUND})\\s*([)\\]])\\s*$`, "u");

const VALUES = new RegExp(`^\\s*\\{\\s*(${BOUND}(?:\\s*,\\s*${BOUND})*)\\s*\\}\\s*$`, "u");

/** Reads an interval such as `(0, ∞)` or `[0, 1]`, or the numbers that there are: `{-1, 1}`. */
function interval(text: string): Domain {
  const listed = VALUES.exec(text)?.[1];
  if (listed !== undefined) {
    const values = listed.split(",").map(Number);
    values.sort((a, b) => a - b);
    return { min: values[0]!, max: values.at(-1)!, minOpen: false, maxOpen: false, values };
  }
  const match = INTERVAL.exec(text);
  const bound = (printed: string | undefined): number => Number((printed ?? "").replace("∞", "Infinity"));
  const domain = {
    min: bound(match?.[2]),
    max: bound(match?.[3]),
    minOpen: match?.[1] === "(",
    maxOpen: match?.[4] === ")",
  };
  if (match === null || !(domain.min <= domain.max)) {
    throw new DeclarationError(
      `Expected an interval such as "[0, 1]" or "(0, ∞)", or numbers such as "{-1, 1}"; got ${JSON.stringify(text)}.`,
    );
  }
  return domain;
}

/** The interval as it is written. */
export function showDomain(domain: Domain): string {
  const bound = (x: number): string => String(x).replace("Infinity", "∞");
  if (domain.values) return `{${domain.values.join(", ")}}`;
  return `${domain.minOpen ? "(" : "["}${bound(domain.min)}, ${bound(domain.max)}${domain.maxOpen ? ")" : "]"}`;
}

/**
 * Whether a number lies in a domain. The ends of the real line are limits: where `limits` is set, an interval open towards
 * ±∞ takes ±∞ itself, where a formula may have a limit.
 */
export function inDomain(x: number, domain: Domain, limits = false): boolean {
  const { min, max, minOpen, maxOpen, values } = domain;
  if (values) return values.includes(x);
  const above = minOpen && !(limits && min === -Infinity) ? x > min : x >= min;
  const below = maxOpen && !(limits && max === Infinity) ? x < max : x <= max;
  return above && below;
}

const REALS = "(-∞, ∞)";

function base(meaning: string, options: SymbolOptions): DeclarationBase {
  return { meaning, latex: options.latex, role: options.role, fixed: options.fixed ?? false };
}

/** A real number. */
export function real(meaning = "", options: SymbolOptions = {}): NumberSymbol & { readonly kind: "real" } {
  return { kind: "real", domain: interval(options.domain ?? REALS), ...base(meaning, options) };
}

/** An integer. */
export function integer(
  meaning = "",
  options: SymbolOptions = {},
): NumberSymbol & { readonly kind: "integer" } {
  return { kind: "integer", domain: interval(options.domain ?? REALS), ...base(meaning, options) };
}

/** A number from 0 to 1. */
export function probability(
  meaning = "",
  options: SymbolOptions = {},
): NumberSymbol & { readonly kind: "probability" } {
  return { kind: "probability", domain: interval(options.domain ?? "[0, 1]"), ...base(meaning, options) };
}

/** What may be said of a vector beside its kind and size. */
export interface VectorOptions extends SymbolOptions {
  /** The index of the first entry; 1 unless said. */
  readonly first?: number;
  /** Whether an entry is written as a function of its index: `p(y)` for p_y. */
  readonly called?: boolean;
  /** Whether the entries sum to one. */
  readonly simplex?: boolean;
  /** Whether it is a sample: `x \sim p` is one of the entries of p, each as likely. */
  readonly sample?: boolean;
}

/** What may be said of a matrix beside its kind and sizes; `first` is the index of its first row. */
export interface MatrixOptions extends SymbolOptions, Pick<VectorOptions, "called" | "first"> {
  /** Where the entries are whole numbers from 1 on: how many there are. */
  readonly classes?: string | number;
}

/** A column of numbers. A named size is a symbol of its own: `vector("K")` binds K. */
export function vector(size: string | number, meaning = "", options: VectorOptions = {}): VectorSymbol {
  const { domain = REALS, first = 1, called = false, simplex = false, sample = false } = options;
  return {
    kind: "vector",
    size,
    domain: interval(domain),
    first,
    called,
    simplex,
    sample,
    ...base(meaning, options),
  };
}

/** A matrix; named sizes are symbols of their own. One index gives a row. */
export function matrix(
  rows: string | number,
  columns: string | number,
  meaning = "",
  options: MatrixOptions = {},
): MatrixSymbol {
  const { called = false, first = 1, classes } = options;
  const { domain = classes === undefined ? REALS : "[1, ∞)" } = options;
  return {
    kind: "matrix",
    rows,
    columns,
    domain: interval(domain),
    called,
    first,
    classes,
    ...base(meaning, options),
  };
}

/** Matrices of one shape: `W_i` is the i-th. Vectors of one size are the rows of a matrix. */
export function family(
  count: string | number,
  member: MatrixSymbol,
  meaning = "",
  options: SymbolOptions = {},
): FamilySymbol {
  return { kind: "family", count, member, ...base(meaning, options) };
}

/**
 * A function that the formula leaves open, by the kinds of its arguments and of its value; `among` lists what it may be.
 * In a formula it is called by its name.
 */
export function mapping<
  const P extends readonly (NumberSymbol | VectorSymbol)[],
  const R extends NumberSymbol | VectorSymbol,
>(
  parameters: P,
  result: R,
  among: () => readonly Choice[],
  meaning = "",
  options: SymbolOptions = {},
): MappingSymbol & { readonly parameters: P; readonly result: R } {
  return { kind: "mapping", parameters, result, among, ...base(meaning, options) };
}

/** A whole number from 1 to a size: which class, which entry. */
export function index(size: string | number, meaning = "", options: SymbolOptions = {}): IndexSymbol {
  return { kind: "index", size, ...base(meaning, options) };
}

/** A vector of whole numbers from 1 to a number of classes: the class of each item. */
export function labels(
  size: string | number,
  classes: string | number,
  meaning = "",
  options: SymbolOptions & Pick<VectorOptions, "called" | "first"> = {},
): LabelsSymbol {
  const { called = false, first = 1 } = options;
  return { kind: "labels", size, classes, called, first, ...base(meaning, options) };
}

/** A finite set of numbers. */
export function set(meaning = "", options: SymbolOptions = {}): SetSymbol {
  return { kind: "set", ...base(meaning, options) };
}

/**
 * A list of sets that part so many items among them: `U_i` is a set, `|U|` their number. Its value is given by the label
 * of each item, a whole number from 1 to the number of sets.
 */
export function clustering(
  items: string | number,
  clusters: string | number,
  meaning = "",
  options: SymbolOptions = {},
): ClusteringSymbol {
  return { kind: "clustering", items, clusters, ...base(meaning, options) };
}

/** A function symbol, bound to a formula (or, without a body, known by its values alone). */
export function functionSymbol(callee: Callee, meaning = "", options: SymbolOptions = {}): FunctionSymbol {
  return { kind: "function", callee, ...base(meaning, { latex: callee.latex, ...options }) };
}

const KIND = /^\s*([a-z]+)\s*(?:\(([^()]*)\))?\s*$/u;

/** Reads a kind as the command line gives it: `real`, `vector(K)`, `matrix(n, d_k)`, `family(h, n, m)`, `labels(n, K)`, `set`, … */
export function parseKind(text: string): SymbolDeclaration {
  const match = KIND.exec(text);
  const sizes = (match?.[2] ?? "").split(",").map((size) => size.trim());
  const numbered = sizes.map((size) => (/^\d+$/u.test(size) ? Number(size) : size));
  const [first, second, third] = numbered;
  const named = sizes.every((size) => size !== "");
  const bare = match?.[2] === undefined;
  const one = named && first !== undefined && numbered.length === 1;
  const two = named && first !== undefined && second !== undefined && numbered.length === 2;
  const three =
    named && first !== undefined && second !== undefined && third !== undefined && numbered.length === 3;
  switch (match?.[1]) {
    case "real":
      if (bare) return real();
      break;
    case "integer":
      if (bare) return integer();
      break;
    case "probability":
      if (bare) return probability();
      break;
    case "set":
      if (bare) return set();
      break;
    case "index":
      if (one) return index(first);
      break;
    case "vector":
      if (one) return vector(first);
      break;
    case "matrix":
      if (two) return matrix(first, second);
      break;
    case "family":
      if (three) return family(first, matrix(second, third));
      break;
    case "labels":
      if (two) return labels(first, second);
      break;
    case "clustering":
      if (two) return clustering(first, second);
      break;
    case "distribution":
      if (one) return vector(first, "", { called: true, domain: "[0, 1]" });
      if (two) return matrix(first, second, "", { called: true, domain: "[0, 1]" });
      break;
    default:
      break;
  }
  throw new DeclarationError(
    `Expected real, integer, probability, index(K), vector(K), matrix(n, m), family(h, n, m), labels(n, K), set, clustering(N, R), distribution(K) or distribution(n, m); got ${JSON.stringify(text)}.`,
  );
}

const GREEK = new Set(
  (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi omega " +
    "Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega ell"
  ).split(" "),
);

/** How a key is written unless its declaration says: Greek letters by name, all else as it stands. */
export function latexOfKey(key: string): string {
  if (GREEK.has(key)) return `\\${key}`;
  const scripted = /^([^_^\\{}]+)_([^_^\\{}]+)$/u.exec(key);
  if (scripted) return `${latexOfKey(scripted[1]!)}_{${scripted[2]!}}`;
  return key;
}
