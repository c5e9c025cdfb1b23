// What checking a formula is asked and answers.

import type { PlainValue } from "../../evaluate/inputs.js";
import type { Numbers } from "../../evaluate/value.js";

export interface CheckOptions {
  /** The id of the equation, or of the variant (`id/variant`), that the formula is held to. */
  readonly as?: string;
  /** The kinds of their symbols, as `parseKind` reads them: `{"x": "vector(n)"}`. */
  readonly symbols?: Readonly<Record<string, string>>;
  /** Macro definitions of the file that the formula stands in. */
  readonly preamble?: string;
}

export type Verdict = "equivalent" | "differs" | "statement" | "unreadable" | "unknown";

/** Inputs at which two formulas differ, and both values. */
export interface Counterexample {
  /** By the keys of the equation's symbols. */
  readonly inputs: Readonly<Record<string, PlainValue>>;
  readonly theirs: Numbers<number | string>;
  readonly reference: Numbers<number | string>;
}

export interface CheckReport {
  readonly latex: string;
  readonly verdict: Verdict;
  /** Of a statement whether it is true; true where equivalent, false where it differs, else null. */
  readonly holds: boolean | null;
  /** The equation that it states or is held to. */
  readonly equation: string | null;
  /** Where it is unknown: the nearest equation, if there is one. */
  readonly nearest: string | null;
  /** Their symbols to the equation's, in LaTeX. */
  readonly mapping: Readonly<Record<string, string>>;
  readonly counterexample: Counterexample | null;
  /** What is wrong, or why it is unknown. */
  readonly diagnosis: string | null;
  readonly error: { readonly message: string; readonly start: number; readonly end: number } | null;
  /** Where the reader chose between two readings. */
  readonly notes: readonly string[];
}

/** A report with what is said of a formula; all else is null, or empty. */
export function reportOf(latex: string, verdict: Verdict, said: Partial<CheckReport> = {}): CheckReport {
  return {
    latex,
    verdict,
    holds: null,
    equation: null,
    nearest: null,
    mapping: {},
    counterexample: null,
    diagnosis: null,
    error: null,
    notes: [],
    ...said,
  };
}
