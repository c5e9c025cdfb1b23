// Declaring symbols: what each letter of a formula is, before it is read.

import type { Matrix } from "../numeric/matrix.js";
import type { Callee } from "./expression.js";

/** An interval of real numbers; `Infinity` bounds are never reached. */
export interface Domain {
  readonly min: number;
  readonly max: number;
  readonly minOpen: boolean;
  readonly maxOpen: boolean;
}

/** What may be said of a symbol beside its kind. */
export interface SymbolOptions {
  /** How it is written, when that is not what its key says: `\hat{y}` for `yHat`. */
  readonly latex?: string;
  /** The values it takes: `"[0, 1]"`, `"(0, ∞)"`. All real numbers unless said. */
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
}
export interface MatrixSymbol extends DeclarationBase {
  readonly kind: "matrix";
  readonly rows: string | number;
  readonly columns: string | number;
  readonly domain: Domain;
}
export interface FunctionSymbol extends DeclarationBase {
  readonly kind: "function";
  readonly callee: Callee;
}

export type SymbolDeclaration = NumberSymbol | VectorSymbol | MatrixSymbol | FunctionSymbol;
export type SymbolDeclarations = Readonly<Record<string, SymbolDeclaration>>;

/** The value that a declared symbol takes. */
export type ValueOf<D extends SymbolDeclaration> = D extends { kind: "real" | "integer" | "probability" }
  ? number
  : D extends { kind: "vector" }
    ? Float64Array
    : D extends { kind: "matrix" }
      ? Matrix
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

/** Reads an interval such as `(0, ∞)` or `[0, 1]`. */
function interval(text: string): Domain {
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
      `Expected an interval such as "[0, 1]" or "(0, ∞)"; got ${JSON.stringify(text)}.`,
    );
  }
  return domain;
}

/** The interval as it is written. */
export function showDomain(domain: Domain): string {
  const bound = (x: number): string => String(x).replace("Infinity", "∞");
  return `${domain.minOpen ? "(" : "["}${bound(domain.min)}, ${bound(domain.max)}${domain.maxOpen ? ")" : "]"}`;
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

/** A column of numbers. A named size is a symbol of its own: `vector("K")` binds K. */
export function vector(size: string | number, meaning = "", options: SymbolOptions = {}): VectorSymbol {
  return { kind: "vector", size, domain: interval(options.domain ?? REALS), ...base(meaning, options) };
}

/** A matrix; named sizes are symbols of their own. One index gives a row. */
export function matrix(
  rows: string | number,
  columns: string | number,
  meaning = "",
  options: SymbolOptions = {},
): MatrixSymbol {
  return {
    kind: "matrix",
    rows,
    columns,
    domain: interval(options.domain ?? REALS),
    ...base(meaning, options),
  };
}

/** A function symbol, bound to a formula (or, without a body, known by its values alone). */
export function functionSymbol(callee: Callee, meaning = "", options: SymbolOptions = {}): FunctionSymbol {
  return { kind: "function", callee, ...base(meaning, { latex: callee.latex, ...options }) };
}

const KIND = /^\s*([a-z]+)\s*(?:\(([^()]*)\))?\s*$/u;

/** Reads a kind as the command line gives it: `real`, `probability`, `vector(K)`, `matrix(n, d_k)`. */
export function parseKind(text: string): SymbolDeclaration {
  const match = KIND.exec(text);
  const sizes = (match?.[2] ?? "").split(",").map((size) => size.trim());
  const numbered = sizes.map((size) => (/^\d+$/u.test(size) ? Number(size) : size));
  const [first, second] = numbered;
  const named = sizes.every((size) => size !== "");
  const bare = match?.[2] === undefined;
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
    case "vector":
      if (named && first !== undefined && numbered.length === 1) return vector(first);
      break;
    case "matrix":
      if (named && first !== undefined && second !== undefined && numbered.length === 2)
        return matrix(first, second);
      break;
    default:
      break;
  }
  throw new DeclarationError(
    `Expected real, integer, probability, vector(K) or matrix(n, m); got ${JSON.stringify(text)}.`,
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
