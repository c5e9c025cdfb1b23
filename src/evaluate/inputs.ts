// Inputs of a formula: checked against the declared symbols, sizes bound by name.

import { underline, type Span } from "../latex/errors.js";
import { children, type Expression } from "../latex/expression.js";
import { givenSymbols, sizesOfChoice, type PlainFunction } from "./functions.js";
import { declaredSizes, shapeOf, sizesOf } from "../latex/scope.js";
import { nameOfSize, valueOfSize, type SizeForm } from "../latex/shapes.js";
import {
  DeclarationError,
  inDomain,
  latexOfKey,
  showDomain,
  type Domain,
  type MappingSymbol,
  type SymbolDeclaration,
  type SymbolDeclarations,
} from "../latex/symbols.js";

/** What may be given for a symbol: numbers, arrays of numbers, rows of numbers, or a `{ rows, columns, data }` matrix. */
export type InputValue =
  | number
  | ArrayLike<number>
  | MatrixInput
  | readonly MatrixInput[]
  | { readonly is: string; readonly with?: Readonly<Record<string, InputValue>> };
type MatrixInput =
  | readonly ArrayLike<number>[]
  | { readonly rows: number; readonly columns: number; readonly data: ArrayLike<number> };

/** Plain numbers: a number, a vector, rows, a family of rows. */
export type PlainNumbers =
  number | readonly number[] | readonly (readonly number[])[] | readonly (readonly (readonly number[])[])[];

/** A value as plain numbers, or a function that is chosen by name. */
export type PlainValue = PlainNumbers | PlainFunction;

/** An input that does not fit its symbol's declaration, shown at the symbol's first place in the formula. */
export class InputError extends Error {
  override readonly name = "InputError";
  /** What is wrong, in one line, without the excerpt. */
  readonly reason: string;
  readonly symbol: string;
  readonly span: Span | undefined;

  constructor(symbol: string, reason: string, source: string, span: Span | undefined) {
    super(span === undefined ? reason : `${reason}\n\n${underline(source, span)}`);
    this.symbol = symbol;
    this.reason = reason;
    this.span = span;
  }
}

/** The inputs as plain numbers under their keys, with the sizes that they bind. */
export function bindInputs(
  symbols: SymbolDeclarations,
  inputs: Readonly<Record<string, InputValue>>,
  source: string,
  roots: readonly Expression[],
): Map<string, PlainValue> {
  const refuse = (symbol: string, reason: string): never => {
    throw new InputError(symbol, reason, source, firstPlace(symbol, roots));
  };
  const bound = new Map<string, PlainValue>();
  const sizes = new Set(declaredSizes(symbols));
  const functions: [string, MappingSymbol, InputValue][] = [];
  for (const key of Object.keys(inputs)) {
    if (!Object.hasOwn(symbols, key) && !sizes.has(key)) {
      const declared = Object.keys(symbols).filter((name) => symbols[name]!.kind !== "function");
      refuse(
        key,
        `There is no symbol ${JSON.stringify(key)}; the symbols are ${declared.join(", ") || "none"}.`,
      );
    }
  }
  for (const [key, declaration] of Object.entries(symbols)) {
    if (declaration.kind === "function") continue;
    const input = Object.hasOwn(inputs, key) ? inputs[key] : undefined;
    if (input === undefined)
      return refuse(key, `${key}: expected ${expected(declaration)}; nothing was given.`);
    if (declaration.kind === "mapping") functions.push([key, declaration, input]);
    else bound.set(key, plain(key, declaration, input, refuse));
  }
  bindSizes(symbols, inputs, bound, refuse);
  for (const [key, declaration, input] of functions)
    bound.set(key, chosen(key, declaration, input, bound, refuse));
  return bound;
}

/** A function by its name, with what is given beside its arguments; their sizes are those of the formula. */
function chosen(
  key: string,
  declaration: MappingSymbol,
  input: InputValue,
  bound: ReadonlyMap<string, PlainValue>,
  refuse: Refuse,
): PlainFunction {
  const choices = declaration.among();
  const names = choices.map(({ name }) => name).join(", ");
  // The name alone, where nothing is to be given.
  const named: unknown = input;
  if (typeof named === "string") return chosen(key, declaration, { is: named }, bound, refuse);
  if (typeof input !== "object" || !("is" in input))
    return refuse(
      key,
      `${key}: expected ${expected(declaration)}, {"is": …, "with": {…}}; got ${shown(input)}.`,
    );
  const choice = choices.find(({ name }) => name === input.is);
  if (choice === undefined)
    return refuse(key, `${key}.is: expected one of ${names}; got ${shown(input.is)}.`);
  const sizes = sizesOfChoice(declaration, choice, (name) => bound.get(name));
  if (sizes === undefined)
    return refuse(key, `${key}: ${choice.name} does not take arguments of these sizes.`);
  const given = input.with ?? {};
  const symbols = givenSymbols(choice);
  for (const name of Object.keys(given))
    if (!Object.hasOwn(symbols, name))
      refuse(key, `${key}.with: expected ${Object.keys(symbols).join(", ")}; got ${JSON.stringify(name)}.`);
  const values = Object.entries(symbols).map(([name, symbol]) => {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    const place = `${key}.with.${name}`;
    if (symbol.kind === "function" || symbol.kind === "mapping")
      throw new DeclarationError(`The function ${choice.name} takes a function itself.`);
    if (value === undefined) return refuse(key, `${place}: expected ${expected(symbol)}; nothing was given.`);
    const result = plain(place, symbol, value, refuse);
    lengthsOf(result).forEach((length, k) => {
      const wanted = valueOfSize(sizesOf(symbol)[k]!, (size) => sizes.get(size) ?? NaN);
      if (Number.isNaN(wanted)) sizes.set(nameOfSize(sizesOf(symbol)[k]!) ?? "", length);
      else if (wanted !== length) refuse(key, `${place}: expected ${wanted} ${LENGTHS[k]!}; got ${length}.`);
    });
    return [name, result] as const;
  });
  return { is: choice.name, with: Object.fromEntries(values) };
}

/** What the lengths of a matrix are called, from the outermost on. */
const LENGTHS = ["rows", "columns"] as const;

/** The lengths of a nest of arrays, from the outermost on. */
function lengthsOf(value: PlainNumbers): number[] {
  return typeof value === "number" ? [] : [value.length, ...lengthsOf(value[0] ?? 0)];
}

/** No vector is longer: a `length` alone must not exhaust the memory. */
const MOST_ENTRIES = 10_000_000;

/** Probabilities that are meant to sum to one may be off by their rounding. */
const ROUNDING = 1e-9;

type Refuse = (symbol: string, reason: string) => never;

function expected(declaration: SymbolDeclaration): string {
  switch (declaration.kind) {
    case "real":
      return "a number";
    case "integer":
      return "a whole number";
    case "probability":
      return "a probability, a number from 0 to 1";
    case "vector":
      return `a vector of ${declaration.size} numbers`;
    case "matrix":
      return `a matrix of ${declaration.rows} × ${declaration.columns} numbers`;
    case "family":
      return `${declaration.count} matrices of ${declaration.member.rows} × ${declaration.member.columns} numbers`;
    case "index":
      return `a whole number from 1 to ${declaration.size}`;
    case "labels":
      return `a vector of ${declaration.size} whole numbers from 1 to ${declaration.classes}`;
    case "set":
      return "the elements of a set, each once";
    case "clustering":
      return `the labels of ${declaration.items} items, whole numbers from 1 to ${declaration.clusters}`;
    case "function":
      return "a function";
    case "mapping":
      return `one of the functions ${declaration
        .among()
        .map(({ name }) => name)
        .join(", ")}`;
  }
}

/** A symbol that stands for numbers. */
type NumbersSymbol = Exclude<SymbolDeclaration, { kind: "function" | "mapping" }>;

/** The numbers that a symbol's entries may be, sizes aside. */
function domainOf(declaration: NumbersSymbol): Domain {
  if (declaration.kind === "family") return domainOf(declaration.member);
  if ("domain" in declaration) return declaration.domain;
  const least = declaration.kind === "set" ? -Infinity : 1;
  return { min: least, max: Infinity, minOpen: false, maxOpen: true };
}

/** A value as an error shows it. */
function shown(value: unknown): string {
  if (typeof value === "string") return `the string ${JSON.stringify(value)}`;
  if (value === null || value === undefined || typeof value === "boolean" || typeof value === "number")
    return String(value);
  if (Array.isArray(value)) return `an array of ${value.length}`;
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}

function plain(key: string, declaration: NumbersSymbol, input: InputValue, refuse: Refuse): PlainNumbers {
  const domain = domainOf(declaration);
  const number = (value: unknown, place: string): number => {
    if (typeof value !== "number" || Number.isNaN(value))
      return refuse(key, `${place}: expected a number; got ${shown(value)}.`);
    if (!inDomain(value, domain, true)) {
      return refuse(key, `${place}: expected a number in ${showDomain(domain)}; got ${value}.`);
    }
    return value;
  };
  const whole = (value: unknown, place: string): number => {
    const found = number(value, place);
    return Number.isInteger(found) ? found : refuse(key, `${place}: expected a whole number; got ${found}.`);
  };
  const list = (value: unknown, place: string, what: string, entry = number, least = 1): number[] => {
    if (
      typeof value !== "object" ||
      value === null ||
      !("length" in value) ||
      typeof value.length !== "number"
    ) {
      return refuse(key, `${place}: expected ${what}; got ${shown(value)}.`);
    }
    if (value.length > MOST_ENTRIES) {
      return refuse(
        key,
        `${place}: expected at most ${MOST_ENTRIES.toLocaleString("en")} numbers; got ${value.length}.`,
      );
    }
    const entries = Array.from(value as ArrayLike<unknown>);
    if (entries.length < least) return refuse(key, `${place}: expected at least one number; got none.`);
    return entries.map((value, k) => entry(value, `${place}[${k}]`));
  };
  switch (declaration.kind) {
    case "real":
    case "probability":
      return number(input, key);
    case "integer":
    case "index":
      return whole(input, key);
    case "vector": {
      const entries = list(input, key, expected(declaration));
      const sum = entries.reduce((total, entry) => total + entry, 0);
      if (declaration.simplex && !(Math.abs(sum - 1) <= ROUNDING))
        refuse(key, `${key}: expected probabilities that sum to 1; their sum is ${sum}.`);
      return entries;
    }
    case "labels":
    case "clustering":
      return list(input, key, expected(declaration), whole);
    case "set": {
      const elements = list(input, key, expected(declaration), number, 0);
      const again = elements.findIndex((element, k) => elements.indexOf(element) < k);
      return again < 0
        ? elements
        : refuse(
            key,
            `${key}[${again}]: expected the elements of a set, each once; ${elements[again]!} came twice.`,
          );
    }
    case "family": {
      if (!Array.isArray(input) || input.length === 0)
        return refuse(key, `${key}: expected ${expected(declaration)}, in an array; got ${shown(input)}.`);
      const members = (input as readonly InputValue[]).map(
        (member, k) =>
          plain(`${key}[${k}]`, declaration.member, member, refuse) as readonly (readonly number[])[],
      );
      const sizes = members.map((member) => `${member.length} × ${member[0]!.length}`);
      const odd = sizes.findIndex((size) => size !== sizes[0]);
      return odd < 0
        ? members
        : refuse(
            key,
            `${key}[${odd}]: expected a matrix ${sizes[0]!}, as those before; got one of ${sizes[odd]!}.`,
          );
    }
    case "matrix": {
      if (typeof input === "object" && (input as unknown) !== null && "data" in input) {
        const { rows, columns } = input;
        const data = list(input.data, `${key}.data`, "an array of numbers");
        const whole = [rows, columns].every((size) => Number.isInteger(size) && size >= 1);
        if (!whole || rows * columns !== data.length) {
          return refuse(
            key,
            `${key}: expected rows · columns = ${rows} · ${columns} numbers in data; got ${data.length}.`,
          );
        }
        return Array.from({ length: rows }, (_, i) => data.slice(i * columns, (i + 1) * columns));
      }
      if (!Array.isArray(input) || input.length === 0)
        return refuse(key, `${key}: expected ${expected(declaration)}, by rows; got ${shown(input)}.`);
      const rows = (input as readonly unknown[]).map((row, k) =>
        list(row, `${key}[${k}]`, "a row of numbers", declaration.classes === undefined ? number : whole),
      );
      const width = rows[0]!.length;
      const ragged = rows.findIndex((row) => row.length !== width);
      if (ragged >= 0)
        refuse(
          key,
          `${key}[${ragged}]: expected ${width} numbers, as in the rows before; got ${rows[ragged]!.length}.`,
        );
      return rows;
    }
  }
}

/** Binds the named sizes: the same name is the same size everywhere. */
function bindSizes(
  symbols: SymbolDeclarations,
  inputs: Readonly<Record<string, InputValue>>,
  bound: Map<string, PlainValue>,
  refuse: Refuse,
): void {
  const from = new Map<string, string>();
  const checks: { key: string; what: string; form: SizeForm; length: number }[] = [];
  for (const [key, declaration] of Object.entries(symbols)) {
    const shape = shapeOf(declaration);
    if (declaration.kind === "mapping") continue;
    const value = bound.get(key) as readonly (readonly number[])[];
    if (shape.kind === "vector")
      checks.push({ key, what: "entries", form: shape.size, length: value.length });
    if (shape.kind === "sets") checks.push({ key, what: "labels", form: shape.items, length: value.length });
    if (shape.kind === "matrix") {
      checks.push({ key, what: "rows", form: shape.rows, length: value.length });
      checks.push({ key, what: "columns", form: shape.columns, length: value[0]!.length });
    }
    if (shape.kind === "family") {
      const [first] = bound.get(key) as readonly (readonly (readonly number[])[])[];
      checks.push({ key, what: "matrices", form: shape.count, length: value.length });
      checks.push({ key, what: "rows", form: shape.member.rows, length: first!.length });
      checks.push({ key, what: "columns", form: shape.member.columns, length: first![0]!.length });
    }
  }
  for (const { key, what, form, length } of checks) {
    const name = nameOfSize(form);
    if (name === undefined) continue;
    const known = bound.get(name) as number | undefined;
    if (known === undefined) {
      bound.set(name, length);
      from.set(name, key);
    } else if (known !== length) {
      refuse(
        key,
        `${key}: expected ${known} ${what}, since ${name} is ${known}${from.has(name) ? ` in ${from.get(name)!}` : ""}; got ${length}.`,
      );
    }
  }
  bindClasses(symbols, inputs, bound, refuse);
  // 2h entries tell h, where nothing tells it more plainly.
  for (const { form, length } of checks) {
    const [term] = form.terms;
    if (form.terms.length !== 1 || term === undefined || term[0].includes("·") || bound.has(term[0]))
      continue;
    const value = (length - form.constant) / term[1];
    if (Number.isInteger(value) && value >= 1) bound.set(term[0], value);
  }
  for (const { key, what, form, length } of checks) {
    const sum = valueOfSize(form, (name) => {
      const value = bound.get(name);
      return typeof value === "number" ? value : NaN;
    });
    if (Number.isNaN(sum))
      refuse(key, `${key}: nothing tells the sizes in ${form.terms.map(([name]) => name).join(", ")} apart.`);
    if (sum !== length) refuse(key, `${key}: expected ${sum} ${what}; got ${length}.`);
  }
  for (const [key, value] of Object.entries(inputs)) {
    const size = bound.get(key) as number | undefined;
    if (!Object.hasOwn(symbols, key) && size !== undefined && size !== value) {
      refuse(
        key,
        `${key}: expected ${size}, the size of ${from.get(key) ?? "its vectors"}; got ${shown(value)}.`,
      );
    }
  }
}

/**
 * Binds the numbers of classes that nothing else binds: to what is given for them, else to the largest class that occurs.
 * Refuses classes beyond.
 */
function bindClasses(
  symbols: SymbolDeclarations,
  inputs: Readonly<Record<string, InputValue>>,
  bound: Map<string, PlainValue>,
  refuse: Refuse,
): void {
  const counted = Object.entries(symbols).flatMap(([key, declaration]) => {
    const counts = declaration.kind === "matrix" && declaration.classes !== undefined;
    if (!counts && !["index", "labels", "clustering"].includes(declaration.kind)) return [];
    const name = sizesOf(declaration).at(-1)!.terms[0]?.[0];
    const value = bound.get(key) as number | readonly number[] | readonly (readonly number[])[];
    const largest = typeof value === "number" ? value : value.flat().reduce((a, b) => Math.max(a, b));
    return [{ key, name, largest, form: sizesOf(declaration).at(-1)! }];
  });
  const open = new Set(
    counted.map(({ name }) => name).filter((name) => name !== undefined && !bound.has(name)),
  );
  for (const { name, largest } of counted) {
    if (name === undefined || !open.has(name)) continue;
    const given = inputs[name];
    const known = bound.get(name);
    if (typeof given === "number" && Number.isInteger(given) && given > 0) bound.set(name, given);
    else bound.set(name, Math.max(largest, typeof known === "number" ? known : 1));
  }
  for (const { key, name, largest, form } of counted) {
    const most = name === undefined ? form.constant : (bound.get(name) as number);
    if (largest > most) refuse(key, `${key}: expected whole numbers from 1 to ${most}; got ${largest}.`);
  }
}

/** Where a symbol first stands in the formula. */
function firstPlace(symbol: string, roots: readonly Expression[]): Span | undefined {
  const latex = latexOfKey(symbol);
  const find = (node: Expression): Span | undefined => {
    if (node.kind === "symbol" && (node.name === symbol || node.latex === latex)) return node.span;
    for (const child of children(node)) {
      const found = find(child);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  for (const root of roots) {
    const found = find(root);
    if (found !== undefined) return found;
  }
  return undefined;
}
