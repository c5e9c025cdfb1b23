// Names in scope: what a run of letters with its scripts stands for.

import { readLayout } from "./read-layout.js";
import { layoutKey, letterKey, type Box, type Row } from "./layout.js";
import { latexOfKey, DeclarationError, type MappingSymbol, type SymbolDeclarations } from "./symbols.js";
import { namesIn, parseSize, SCALAR, SET, type Shape, type SizeForm } from "./shapes.js";
import type { Callee, Expression } from "./expression.js";
import { clipped, LatexError, type Span } from "./errors.js";

/** A name as written: letters, and the scripts that belong to it. */
export interface Name {
  readonly letters: string;
  readonly sub: string;
  readonly sup: string;
  readonly primes: number;
  /** What stands in parentheses behind, where that belongs to the name: `p(x, y)`. */
  readonly inside?: string;
}

/** What a name stands for. */
export type Meaning =
  | {
      readonly kind: "value";
      readonly shape: Shape;
      readonly make: (span: Span) => Expression;
      /** Whether an entry is written as a function of its indices. */
      readonly called?: boolean;
      /** Whether it is a sample, of whose entries each is as likely. */
      readonly sample?: boolean;
    }
  | { readonly kind: "function"; readonly callee: Callee };

export interface Entry {
  readonly name: Name;
  /** As people write it, for messages. */
  readonly shown: string;
  readonly meaning: Meaning;
}

function nameKey(name: Name): string {
  return `${name.letters}_${name.sub}^${name.sup}'${name.primes}(${name.inside ?? ""}`;
}

/** Names, those of inner scopes first. */
export class Scope {
  private readonly entries = new Map<string, Entry>();
  private longest = 0;

  constructor(private readonly outer?: Scope) {}

  add(entry: Entry): void {
    this.entries.set(nameKey(entry.name), entry);
    this.longest = Math.max(this.longest, entry.name.letters.length);
  }

  /** The entry of exactly this name. */
  find(name: Name): Entry | undefined {
    return this.entries.get(nameKey(name)) ?? this.outer?.find(name);
  }

  /** The most letters that a name here has: no longer run needs to be looked at. */
  get mostLetters(): number {
    return Math.max(this.longest, this.outer?.mostLetters ?? 0);
  }

  /** All names of a kind as people write them, for suggestions. */
  shown(kind?: Meaning["kind"]): string[] {
    const own = [...this.entries.values()].filter(
      ({ meaning }) => kind === undefined || meaning.kind === kind,
    );
    return [...own.map((entry) => entry.shown), ...(this.outer?.shown(kind) ?? [])];
  }
}

/** What stands in a plain pair of parentheses, as part of a name. */
export function insideOf(box: Box | undefined): string | undefined {
  return box?.type === "fence" && box.open === "(" && box.close === ")" ? layoutKey(box.body) : undefined;
}

/** The name that a row of boxes writes, or undefined if it is not one: letters side by side, scripts on the last. */
export function nameOfRow(row: Row): Name | undefined {
  const letters = row.filter((box) => box.type !== "space");
  const last = letters.at(-1);
  if (last === undefined) return undefined;
  const bases: Box[] = letters.map((box, k) =>
    k === letters.length - 1 && box.type === "scripts" ? box.base : box,
  );
  const keys = bases.map(letterKey);
  if (keys.some((key) => key === undefined) || bases[0]?.type === "number") return undefined;
  const scripts = last.type === "scripts" ? last : undefined;
  return {
    letters: keys.join(""),
    sub: scripts?.sub ? layoutKey(scripts.sub) : "",
    sup: scripts?.sup ? layoutKey(scripts.sup) : "",
    primes: scripts?.primes ?? 0,
  };
}

/** The most letters that a name may have: all runs of letters up to the longest name are looked up. */
const MAX_NAME = 100;

/** Reads how a symbol is written. */
export function readName(latex: string, key: string): Name {
  let name: Name | undefined;
  let cause: LatexError | undefined;
  try {
    const row = readLayout(latex);
    const inside = row.length > 1 ? insideOf(row.at(-1)) : undefined;
    name = nameOfRow(inside === undefined ? row : row.slice(0, -1));
    if (name !== undefined && inside !== undefined) name = { ...name, inside };
  } catch (error) {
    if (!(error instanceof LatexError)) throw error;
    cause = error;
  }
  if (name === undefined || name.letters.length > MAX_NAME) {
    throw new DeclarationError(
      `Expected a name such as z, \\hat{y}, d_k or p(x, y) for the symbol ${JSON.stringify(clipped(key))}; got ${JSON.stringify(clipped(latex))}.`,
      { cause },
    );
  }
  return name;
}

/** The sizes that declared vectors and matrices bind, in order of appearance. */
export function declaredSizes(symbols: SymbolDeclarations): string[] {
  const names = new Set<string>();
  for (const declaration of Object.values(symbols)) {
    for (const size of sizesOf(declaration))
      for (const [term] of size.terms) for (const name of namesIn(term)) names.add(name);
  }
  return [...names];
}

/** The sizes that a declaration names, checked. */
export function sizesOf(declaration: SymbolDeclarations[string]): SizeForm[] {
  switch (declaration.kind) {
    case "vector":
    case "index":
      return [checkedSize(declaration.size)];
    case "matrix": {
      const { rows, columns, classes } = declaration;
      return [rows, columns, ...(classes === undefined ? [] : [classes])].map(checkedSize);
    }
    case "family":
      return [checkedSize(declaration.count), ...sizesOf(declaration.member)];
    case "mapping":
      return [...declaration.parameters, declaration.result].flatMap(sizesOf);
    case "labels":
      return [checkedSize(declaration.size), checkedSize(declaration.classes)];
    case "clustering":
      return [checkedSize(declaration.items), checkedSize(declaration.clusters)];
    default:
      return [];
  }
}

/** The shape of what a declared symbol stands for. */
export function shapeOf(declaration: SymbolDeclarations[string]): Shape {
  const [first, second] = sizesOf(declaration) as [SizeForm, SizeForm];
  switch (declaration.kind) {
    case "vector":
    case "labels":
      return { kind: "vector", size: first, row: false };
    case "matrix":
      return { kind: "matrix", rows: first, columns: second };
    case "family":
      return {
        kind: "family",
        count: first,
        member: shapeOf(declaration.member) as Shape & { kind: "matrix" },
      };
    case "set":
      return SET;
    case "clustering":
      return { kind: "sets", items: first, count: second };
    default:
      return SCALAR;
  }
}

function checkedSize(size: string | number): SizeForm {
  const form = parseSize(size);
  if (form === undefined) {
    throw new DeclarationError(`Expected a size such as K, 3 or n + m; got ${JSON.stringify(size)}.`);
  }
  return form;
}

/** A function symbol as what formulas call: known by its values alone. */
function calleeOf(key: string, latex: string, { parameters, result }: MappingSymbol): Callee {
  return {
    name: key,
    latex,
    parameters: parameters.map((parameter, k) => ({ name: String(k), shape: shapeOf(parameter) })),
    result: shapeOf(result),
    body: undefined,
    declared: true,
  };
}

/** The scope of declared symbols and of the sizes that they bind. */
export function scopeOf(symbols: SymbolDeclarations): Scope {
  const scope = new Scope();
  const declare = (key: string, latex: string, meaning: Meaning): void => {
    const name = readName(latex, key);
    const other = scope.find(name);
    if (other !== undefined) {
      throw new DeclarationError(`Two symbols are written ${latex}: ${JSON.stringify(key)} is the second.`);
    }
    scope.add({ name, shown: latex, meaning });
  };
  for (const [key, declaration] of Object.entries(symbols)) {
    const latex = declaration.latex ?? latexOfKey(key);
    if (declaration.kind === "function") {
      declare(key, latex, { kind: "function", callee: declaration.callee });
      continue;
    }
    if (declaration.kind === "mapping") {
      declare(key, latex, { kind: "function", callee: calleeOf(key, latex, declaration) });
      continue;
    }
    const shape = shapeOf(declaration);
    const first = "first" in declaration ? declaration.first : 1;
    const sample = "sample" in declaration && declaration.sample;
    const called = "called" in declaration && declaration.called;
    const make = (span: Span): Expression => ({
      kind: "symbol",
      name: key,
      latex,
      first,
      called,
      span,
      shape,
    });
    declare(key, latex, { kind: "value", shape, make, called, sample });
  }
  for (const size of declaredSizes(symbols)) {
    if (Object.hasOwn(symbols, size)) continue;
    const latex = latexOfKey(size);
    const make = (span: Span): Expression => ({ kind: "symbol", name: size, latex, span, shape: SCALAR });
    declare(size, latex, { kind: "value", shape: SCALAR, make });
  }
  return scope;
}
