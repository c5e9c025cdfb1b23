// An implementation at plain inputs, its result as a flat list of doubles.

import type { Equation, NumericValue } from "../equations/equation.js";
import { roundedFunction } from "../evaluate/formula.js";
import { isFunction } from "../evaluate/functions.js";
import type { PlainNumbers } from "../evaluate/inputs.js";
import type { Value } from "../evaluate/value.js";
import type { MappingSymbol, SymbolDeclarations } from "../latex/symbols.js";
import type { Matrix } from "../numeric/matrix.js";
import { Mismatch } from "./mismatch.js";
import type { PlainInputs } from "./samples.js";

/** The implementation's result, entry by entry. Inputs go in as the types that importers use. */
export function numericAt(equation: Equation, inputs: PlainInputs): readonly number[] {
  return resultAt(equation, inputs).entries;
}

/** The implementation's result with its shape; an implementation that changes its inputs is wrong, whatever it gives. */
export function resultAt(
  equation: Equation,
  inputs: PlainInputs,
): { shape: string; entries: readonly number[] } {
  const given = numericInputs(equation.symbols, inputs);
  const result = equation.numeric(given);
  const before = numericInputs(equation.symbols, inputs);
  const changed = Object.keys(given).find(
    (key) => !sameNumbers(numericEntries(given[key]!), numericEntries(before[key]!)),
  );
  if (changed !== undefined) {
    throw new Mismatch(`the implementation changes its input ${changed}`, {
      expected: undefined,
      actual: undefined,
    });
  }
  const entries = numericEntries(result);
  if (typeof result === "number") return { shape: "a number", entries };
  if (result instanceof Float64Array) return { shape: `a vector of ${result.length}`, entries };
  if ("data" in result) return { shape: `a matrix ${result.rows} × ${result.columns}`, entries };
  return { shape: `a family of ${result.length}`, entries };
}

/** The implementation's result as values of formulas are: arrays of arrays of what `map` makes of its numbers. */
export function valueAt<T>(equation: Equation, inputs: PlainInputs, map: (entry: number) => T): Value<T> {
  const result = equation.numeric(numericInputs(equation.symbols, inputs));
  const rowsOf = ({ rows, columns, data }: Matrix): readonly (readonly T[])[] =>
    Array.from({ length: rows }, (_, i) => Array.from(data.slice(i * columns, (i + 1) * columns), map));
  if (typeof result === "number") return map(result);
  if (result instanceof Float64Array) return Array.from(result, map);
  return "data" in result ? rowsOf(result) : result.map(rowsOf);
}

/** The shape of a formula's value, in the same words. */
export function shapeOfValue(value: Value<unknown>): string {
  if (!Array.isArray(value)) return "a number";
  const rows = value as readonly unknown[];
  if (Array.isArray(rows[0]) && Array.isArray(rows[0][0])) return `a family of ${rows.length}`;
  return Array.isArray(rows[0])
    ? `a matrix ${rows.length} × ${rows[0].length}`
    : `a vector of ${rows.length}`;
}

/** Whether two lists hold the same numbers, NaN and the sign of zero included. */
export function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((entry, k) => Object.is(entry, b[k]));
}

type NumericInput = NumericValue | ((...parts: readonly NumericValue[]) => NumericValue);

/** Plain inputs as numbers, Float64Arrays, matrices and functions. */
function numericInputs(
  symbols: SymbolDeclarations,
  inputs: PlainInputs,
): Readonly<Record<string, NumericInput>> {
  return Object.fromEntries(
    Object.entries(inputs).map(([key, value]) => [
      key,
      isFunction(value) ? roundedFunction(symbols[key] as MappingSymbol, value) : numericInput(value),
    ]),
  );
}

function numericInput(value: PlainNumbers): NumericValue {
  if (typeof value === "number") return value;
  if (isNumbers(value)) return Float64Array.from(value);
  if (isRows(value)) return matrixOf(value);
  return value.map(matrixOf);
}

function matrixOf(rows: readonly (readonly number[])[]): Matrix {
  return { rows: rows.length, columns: rows[0]!.length, data: Float64Array.from(rows.flat()) };
}

function isNumbers(value: Exclude<PlainNumbers, number>): value is readonly number[] {
  return typeof (value[0] ?? 0) === "number";
}

function isRows(
  value: readonly (readonly number[])[] | readonly (readonly (readonly number[])[])[],
): value is readonly (readonly number[])[] {
  return isNumbers(value[0]!);
}

/** The numbers in a result, row by row; a function has none. */
function numericEntries(result: NumericInput): readonly number[] {
  if (typeof result === "number") return [result];
  if (typeof result === "function") return [];
  if (result instanceof Float64Array) return Array.from(result);
  return "data" in result ? Array.from(result.data) : result.flatMap(({ data }) => Array.from(data));
}
