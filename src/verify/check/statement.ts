// Statements of how something is distributed.

import type { Equation } from "../../equations/equation.js";
import { splitRow } from "../../latex/cursor.js";
import { flattened } from "../../latex/lines.js";
import { readLayout } from "../../latex/read-layout.js";
import type { CheckReport } from "./report.js";

/** Whether a formula says how something is distributed, rather than what it is. */
export function isStatement(source: string): boolean {
  return splitRow(flattened(readLayout(source)), "\\sim").length > 1;
}

export function checkStatement(
  latex: string,
  source: string,
  named: Equation | undefined,
  catalogue: readonly Equation[],
): CheckReport {
  void source;
  void catalogue;
  return {
    latex,
    verdict: "statement",
    holds: null,
    equation: named?.id ?? null,
    nearest: null,
    mapping: {},
    counterexample: null,
    diagnosis: null,
    error: null,
    notes: [],
  };
}
