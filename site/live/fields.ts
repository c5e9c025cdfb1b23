// What can be changed of an equation's inputs: a field for each symbol, told by its kind.

import type { PlainInputs } from "../catalogue/default-inputs.js";
import { givenSymbols, isFunction } from "../../src/evaluate/functions.js";
import { latexOfKey, type Domain, type SymbolDeclaration } from "../../src/latex/symbols.js";
import type { Equation } from "../../src/equations/index.js";
import { symbolText, type SymbolText } from "./symbol-text.js";

/** How many arrays nest in the value, and what its numbers may be. */
export interface NumbersField {
  readonly kind: "number" | "vector" | "matrix" | "family" | "set";
  /** Where the value is: the symbol's key, and the key within a function that is chosen. */
  readonly path: readonly [string] | readonly [string, string];
  readonly symbol: SymbolText;
  readonly meaning: string;
  readonly min: number | undefined;
  readonly max: number | undefined;
  readonly whole: boolean;
  /** All values there are, where they are counted. */
  readonly values: readonly number[] | undefined;
  /** Where a slider runs. */
  readonly from: number;
  readonly to: number;
}

/** A function symbol: which function it is. */
export interface ChoiceField {
  readonly kind: "choice";
  readonly path: readonly [string];
  readonly symbol: SymbolText;
  readonly meaning: string;
  readonly choices: readonly string[];
}

export type Field = NumbersField | ChoiceField;

/** The fields of an equation at these inputs: those of a chosen function come with it. */
export function fieldsOf({ symbols }: Equation, inputs: PlainInputs): readonly Field[] {
  return Object.entries(symbols).flatMap(([key, symbol]): Field[] => {
    if (symbol.kind === "function") return [];
    if (symbol.kind !== "mapping") return [numbersField([key], symbol)];
    const choices = symbol.among();
    const text = symbolText(symbol.latex ?? latexOfKey(key));
    const chosen: Field = {
      kind: "choice",
      path: [key],
      symbol: text,
      meaning: symbol.meaning,
      choices: choices.map(({ name }) => name),
    };
    const value = inputs[key];
    if (value === undefined || !isFunction(value)) return [chosen];
    const choice = choices.find(({ name }) => name === value.is)!;
    const given = Object.entries(givenSymbols(choice)).map(([name, inner]) =>
      numbersField([key, name], inner),
    );
    return [chosen, ...given];
  });
}

const KINDS: Readonly<Partial<Record<SymbolDeclaration["kind"], NumbersField["kind"]>>> = {
  vector: "vector",
  labels: "vector",
  clustering: "vector",
  matrix: "matrix",
  family: "family",
  set: "set",
};

function numbersField(path: NumbersField["path"], symbol: SymbolDeclaration): NumbersField {
  const counted = ["index", "labels", "clustering"].includes(symbol.kind);
  const inner = symbol.kind === "family" ? symbol.member : symbol;
  const domain: Domain | undefined = "domain" in inner ? inner.domain : undefined;
  const classes = "classes" in inner && inner.classes !== undefined;
  const min = counted ? 1 : domain && Number.isFinite(domain.min) ? domain.min : undefined;
  const max = domain && Number.isFinite(domain.max) ? domain.max : undefined;
  const whole = counted || classes || symbol.kind === "integer" || symbol.kind === "set";
  return {
    kind: KINDS[symbol.kind] ?? "number",
    path,
    symbol: symbolText(symbol.latex ?? latexOfKey(path.at(-1)!)),
    meaning: symbol.meaning,
    min,
    max,
    whole,
    values: domain?.values,
    from: min ?? -6,
    to: max ?? (whole ? (counted ? 6 : 100) : 6),
  };
}
