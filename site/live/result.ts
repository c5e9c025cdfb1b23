// Both values of an equation at some inputs, entry by entry, as pages show them.

import type { PlainInputs } from "../catalogue/default-inputs.js";
import { bothAt, showUlps } from "../../src/verify/values.js";
import type { Equation } from "../../src/equations/index.js";

export interface Entry {
  /** Where it stands in a vector or a matrix; empty for a number. */
  readonly at: string;
  readonly implementation: string;
  readonly formula: string;
  readonly ulps: string;
  /** Whether it keeps what the record promises. */
  readonly kept: boolean;
}

export interface Result {
  readonly entries: readonly Entry[];
  /** All entries there are, of which the first ones are shown. */
  readonly count: number;
  /** In words, for those who do not see the table. */
  readonly summary: string;
}

/** Decimals of the formula's value. */
const DIGITS = 25;
const MOST_ENTRIES = 24;

export function resultAt(equation: Equation, inputs: PlainInputs): Result {
  const { implementation, formula, ulps } = bothAt(equation, inputs, DIGITS);
  const places = placesOf(equation, inputs, implementation.length);
  const entries = implementation.slice(0, MOST_ENTRIES).map((value, k): Entry => ({
    at: places(k),
    implementation: Number.isNaN(value) ? "NaN (undefined)" : String(value),
    formula: formula[k]!,
    ulps: showUlps(ulps[k]!),
    kept: ulps[k]! <= equation.maxUlps,
  }));
  const worst = ulps.reduce((a, b) => Math.max(a, b), 0);
  const kept = worst <= equation.maxUlps;
  return {
    entries,
    count: implementation.length,
    summary: `${kept ? "Both values agree" : "The values differ"}: at most ${showUlps(worst)} ulp apart, ${equation.maxUlps} promised.`,
  };
}

/** How the entries of a value are named: by one index, or by row and column. */
function placesOf(equation: Equation, inputs: PlainInputs, count: number): (k: number) => string {
  const { shape } = equation.formula;
  if (shape.kind === "scalar") return () => "";
  if (shape.kind !== "matrix") return (k) => String(k + 1);
  const result = equation.formula.evaluate(inputs, { arithmetic: "double" });
  const columns = typeof result === "object" && "columns" in result ? result.columns : count;
  return (k) => `${Math.floor(k / columns) + 1}, ${(k % columns) + 1}`;
}
