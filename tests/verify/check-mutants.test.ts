// A checker that is itself checked: of every equation the formulas with one slip of the pen must be told that they differ.

import { describe, expect, it } from "vitest";
import { equations } from "../../src/equations/index.js";
import { checkFormula, latexOfMutant, mutantsOf, SAME_MUTANTS } from "../../src/verify/index.js";

/** Every so many mutants of an equation are checked here, each time others of each kind. */
const EVERY = 4;
/** Cells of many symbols take a second a mutant. */
const FEWER: Readonly<Partial<Record<string, number>>> = {
  "lstm-cell": 60,
  "gru-cell": 60,
  "rand-index": 12,
};

const same = new Set(SAME_MUTANTS.flatMap(({ mutants }) => Object.values(mutants).flat()));

describe("a slip of the pen is told in", () => {
  it.each(equations.map((equation) => [equation.id, equation] as const))("%s", (id, { formula }) => {
    const every = FEWER[id] ?? EVERY;
    const slips = mutantsOf(formula.value).map((mutant) => ({
      latex: latexOfMutant(formula, mutant),
      edit: mutant.edit,
    }));
    const told = slips
      .filter(({ latex }, k) => k % every === 0 && !same.has(latex))
      .map(({ latex, edit }) => ({ latex, edit, verdict: checkFormula(latex, { as: id }).verdict }));
    expect(told.filter(({ verdict }) => verdict !== "differs")).toEqual([]);
    expect(slips.length === 0 || told.length > 0).toBe(true);
  });
});
