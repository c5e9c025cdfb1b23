// Function symbols: which function each is, and what it gives in an arithmetic.

import { sizesOf } from "../latex/scope.js";
import { nameOfSize, valueOfSize } from "../latex/shapes.js";
import type { Choice, MappingSymbol, SymbolDeclaration, SymbolDeclarations } from "../latex/symbols.js";
import type { PlainValue } from "./inputs.js";

/** Which function a function symbol is, and what is given of it beside its arguments. */
export interface PlainFunction {
  readonly is: string;
  readonly with: Readonly<Record<string, PlainValue>>;
}

export function isFunction(value: PlainValue): value is PlainFunction {
  return typeof value === "object" && "is" in value;
}

/** The symbols of a choice that are given beside its arguments. */
export function givenSymbols(choice: Choice): SymbolDeclarations {
  const arguments_ = new Set(choice.arguments.flat());
  return Object.fromEntries(Object.entries(choice.symbols).filter(([key]) => !arguments_.has(key)));
}

/** The named sizes of a choice where its arguments are those of a function symbol; undefined where they do not fit. */
export function sizesOfChoice(
  { parameters, result }: MappingSymbol,
  choice: Choice,
  valueOf: (name: string) => PlainValue | undefined,
): Map<string, number> | undefined {
  const sizes = new Map<string, number>();
  const known = (name: string): number => {
    const value = valueOf(name);
    return typeof value === "number" ? value : NaN;
  };
  const unify = (declaration: SymbolDeclaration, length: number): boolean => {
    const forms = sizesOf(declaration);
    // A vector stands for a matrix of one row.
    const lengths = forms.length > 1 ? [1, length] : [length];
    return forms.every((form, k) => {
      const name = nameOfSize(form);
      if (name === undefined) return form.terms.length === 0 && form.constant === lengths[k];
      if (!sizes.has(name)) sizes.set(name, lengths[k]!);
      return sizes.get(name) === lengths[k];
    });
  };
  const lengthOf = (declaration: SymbolDeclaration): number => {
    const [form] = sizesOf(declaration);
    return form === undefined ? 0 : valueOfSize(form, known);
  };
  const fits = parameters.every((parameter, k) => {
    const parts = choice.arguments[k] ?? [];
    const length = lengthOf(parameter) / parts.length;
    return (
      parts.length > 0 &&
      Number.isInteger(length) &&
      parts.every((part) => unify(choice.symbols[part]!, length))
    );
  });
  // A matrix that is made of matrices of one row is a number.
  const results = choice.results.map(({ result: shape }) =>
    shape.kind === "vector" ? valueOfSize(shape.size, (name) => sizes.get(name) ?? NaN) : 0,
  );
  const whole = results.reduce((sum, length) => sum + length, 0);
  return fits && whole === lengthOf(result) ? sizes : undefined;
}

/** The function that is chosen. */
export function choiceOf(declaration: MappingSymbol, { is }: PlainFunction): Choice {
  return declaration.among().find(({ name }) => name === is)!;
}

/** What arguments give for the symbols of a choice: a vector that several symbols part falls into equal parts. */
export function argumentsOf<V>(choice: Choice, values: readonly V[]): [key: string, value: V | V[]][] {
  return choice.arguments.flatMap((keys, k): [string, V | V[]][] => {
    const [key] = keys;
    if (keys.length === 1 && key !== undefined) {
      const isRow = choice.symbols[key]!.kind === "matrix" && Array.isArray(values[k]);
      return [[key, isRow ? [values[k]!] : values[k]!]];
    }
    const whole = values[k] as readonly V[];
    const length = whole.length / keys.length;
    return keys.map((part, j) => [part, whole.slice(j * length, (j + 1) * length)]);
  });
}
