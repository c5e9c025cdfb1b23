// Statements of how something is distributed: held against what an equation of the catalogue draws.

import { withVariants, type Equation } from "../../equations/equation.js";
import type { Formula } from "../../evaluate/formula.js";
import { splitRow } from "../../latex/cursor.js";
import { LatexError } from "../../latex/errors.js";
import { letterKey, rowsInside, type Box, type Row } from "../../latex/layout.js";
import { clausesOf, flattened, linesOf } from "../../latex/lines.js";
import { printLayout } from "../../latex/print-layout.js";
import { readLayout } from "../../latex/read-layout.js";
import { latexOfKey, type SymbolDeclaration } from "../../latex/symbols.js";
import { refuteStatement } from "../statements.js";
import { reportOf, type CheckReport } from "./report.js";
import { plainKey } from "./roles.js";

const SEED = 20_261_124;
/** A variance that is off by a fifth, or a mean by a fourteenth of the deviation, is found with so many. */
const DRAWS = { implementation: 5000, formula: 60 };

/** Whether a formula says how something is distributed, rather than what it is. */
export function isStatement(source: string): boolean {
  const [line = []] = linesOf(flattened(readLayout(source)));
  return splitRow(clausesOf(line)[0] ?? [], "\\sim").length > 1;
}

/** Whether a statement of distribution is true of what an equation draws, or of what any does. */
export function checkStatement(
  latex: string,
  source: string,
  named: Equation | undefined,
  catalogue: readonly Equation[],
): CheckReport {
  const candidates = (named === undefined ? catalogue : [named])
    .flatMap(withVariants)
    .filter(({ random }) => random !== undefined && Object.keys(random).length > 0);
  let refuted: { readonly equation: Equation; readonly message: string } | undefined;
  for (const equation of candidates) {
    const written = inTheirLetters(equation, source);
    let refutation: ReturnType<typeof refuteStatement>;
    try {
      refutation = refuteStatement(written, source, SEED, DRAWS);
    } catch (error) {
      // It is of something else than what this equation draws.
      if (error instanceof LatexError || error instanceof RangeError) continue;
      throw error;
    }
    if (refutation === undefined) return report(latex, true, equation.id, null);
    refuted ??= { equation, message: refutation.message };
  }
  if (refuted === undefined)
    return report(
      latex,
      null,
      named?.id ?? null,
      "It says how something is distributed that no equation draws.",
    );
  const of = `of what ${refuted.equation.id} draws: ${refuted.message}`;
  // Noise of one's own may be distributed as one likes.
  return named === undefined
    ? report(latex, null, null, `It would be false ${of}.`)
    : report(latex, false, refuted.equation.id, `It is false ${of}.`);
}

function report(
  latex: string,
  holds: boolean | null,
  equation: string | null,
  diagnosis: string | null,
): CheckReport {
  return reportOf(latex, "statement", { holds, equation, diagnosis });
}

/** An equation whose letters are written as a formula writes them: **μ** for μ, where it has no μ in another font. */
function inTheirLetters(equation: Equation, source: string): Equation {
  const written = new Map<string, string>();
  collect(flattened(readLayout(source)), written);
  const own = (key: string, { latex }: SymbolDeclaration): string => latex ?? latexOfKey(key);
  const theirs = (latex: string): string => written.get(plainKey(latex)) ?? latex;
  const symbols = Object.fromEntries(
    Object.entries(equation.symbols).map(([key, symbol]) => [
      key,
      { ...symbol, latex: theirs(own(key, symbol)) },
    ]),
  );
  const random = Object.fromEntries(
    Object.entries(equation.random ?? {}).map(([key, law]) => {
      const [drawn = "", rest = ""] = law.split("\\sim");
      return [key, `${theirs(drawn.trim())} \\sim ${rest.trim()}`];
    }),
  );
  const left = equation.formula.statement.lefts[0];
  const value = left === undefined ? undefined : theirs(left.scripted);
  if (left === undefined || value === undefined || value === left.scripted)
    return { ...equation, symbols, random };
  const { statement } = equation.formula;
  const formula = Object.create(equation.formula, {
    statement: { value: { ...statement, lefts: [{ ...left, scripted: value }] } },
  }) as Formula;
  return { ...equation, symbols, random, formula };
}

/** The letters of a formula in the fonts in which it writes them. */
function collect(row: Row, written: Map<string, string>): void {
  for (const box of row) {
    const base: Box = box.type === "scripts" ? box.base : box;
    if (letterKey(base) !== undefined && base.type === "symbol") {
      const latex = printLayout([base]);
      if (!written.has(plainKey(latex))) written.set(plainKey(latex), latex);
    }
    if (box.type === "scripts") for (const script of [box.sub, box.sup]) collect(script ?? [], written);
    for (const inner of rowsInside(base)) collect(inner, written);
  }
}
