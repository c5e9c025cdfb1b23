// An implementation at plain inputs, its result as a flat list of doubles.

import type { Equation, NumericValue } from "../equations/equation.js";
import type { PlainValue } from "../evaluate/inputs.js";
import type { PlainInputs } from "./samples.js";

/** The implementation's result, entry by entry. Inputs go in as the types that importers use. */
export function numericAt(equation: Equation, inputs: PlainInputs): readonly number[] {
  return numericEntries(equation.numeric(numericInputs(inputs)));
}

/** Plain inputs as numbers, Float64Arrays and matrices. */
export function numericInputs(inputs: PlainInputs): Readonly<Record<string, unknown>> {
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
export function numericEntries(result: NumericValue): readonly number[] {
  if (typeof result === "number") return [result];
  return Array.from(result instanceof Float64Array ? result : result.data);
}
