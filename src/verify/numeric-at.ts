// An implementation at plain inputs, its result as a flat list of doubles.

import type { Equation, NumericValue } from "../equations/equation.js";
import type { PlainValue } from "../evaluate/inputs.js";
import type { Value } from "../evaluate/value.js";
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
  const given = numericInputs(inputs);
  const result = equation.numeric(given);
  const before = numericInputs(inputs);
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
  const shape =
    result instanceof Float64Array
      ? `a vector of ${result.length}`
      : `a matrix ${result.rows} × ${result.columns}`;
  return { shape, entries };
}

/** The shape of a formula's value, in the same words. */
export function shapeOfValue(value: Value<unknown>): string {
  if (!Array.isArray(value)) return "a number";
  const rows = value as readonly unknown[];
  return Array.isArray(rows[0])
    ? `a matrix ${rows.length} × ${rows[0].length}`
    : `a vector of ${rows.length}`;
}

/** Whether two lists hold the same numbers, NaN and the sign of zero included. */
export function sameNumbers(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((entry, k) => Object.is(entry, b[k]));
}

/** Plain inputs as numbers, Float64Arrays and matrices. */
function numericInputs(inputs: PlainInputs): Readonly<Record<string, NumericValue>> {
  return Object.fromEntries(Object.entries(inputs).map(([key, value]) => [key, numericInput(value)]));
}

function numericInput(value: PlainValue): NumericValue {
  if (typeof value === "number") return value;
  if (!isRows(value)) return Float64Array.from(value);
  return { rows: value.length, columns: value[0]!.length, data: Float64Array.from(value.flat()) };
}

function isRows(
  value: readonly number[] | readonly (readonly number[])[],
): value is readonly (readonly number[])[] {
  return Array.isArray(value[0]);
}

/** The numbers in a result, row by row. */
function numericEntries(result: NumericValue): readonly number[] {
  if (typeof result === "number") return [result];
  return Array.from(result instanceof Float64Array ? result : result.data);
}
