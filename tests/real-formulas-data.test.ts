// The formulas that others print, as data: whole, sourced, and labelled with what the catalogue has.

import { describe, expect, it } from "vitest";
import { equations, withVariants } from "../src/equations/index.js";
import other from "./data/other-formulas.json" with { type: "json" };
import real from "./data/real-formulas.json" with { type: "json" };

/** A formula with its source and what is true of it, as both files hold them. */
interface Labelled {
  readonly id: string;
  readonly source: {
    readonly project: string;
    readonly file: string;
    readonly version: string;
    readonly url: string;
  };
  readonly licence: string;
  readonly latex: string;
  readonly equation: string | null;
  readonly verdict: string;
  readonly holds?: boolean | null;
  readonly generalizes?: boolean;
  readonly also?: readonly string[];
  readonly alone: readonly string[];
  readonly why: string;
}

const formulas: readonly Labelled[] = [...real.formulas, ...other.formulas];
const catalogue = new Set(equations.flatMap(withVariants).map(({ id }) => id));
const verdicts = ["equivalent", "differs", "statement", "unreadable", "unknown"];

describe("the formulas that others print", () => {
  it("have each an id of their own", () => {
    const ids = formulas.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it.each(formulas)(
    "$id: names its source and its licence, and says why",
    ({ source, licence, latex, why }) => {
      for (const text of [source.project, source.file, source.version, licence, latex, why])
        expect(text).toMatch(/\S/u);
      expect(source.url).toMatch(/^https?:\/\//u);
    },
  );

  it.each(formulas)("$id: is labelled with an equation of the catalogue, or with none", ({ equation }) => {
    if (equation !== null) expect(catalogue).toContain(equation);
  });

  it.each(formulas)("$id: has verdicts that there are, and that agree", (labelled) => {
    const { equation, verdict, also = [], alone, holds, generalizes = false } = labelled;
    expect(alone).not.toEqual([]);
    for (const said of [verdict, ...also, ...alone]) expect(verdicts).toContain(said);
    expect(holds !== undefined, "holds").toBe(verdict === "statement");
    if (equation === null) expect([verdict, ...alone]).not.toContain("differs");
    if (equation === null) expect([verdict, ...alone]).not.toContain("equivalent");
    if (generalizes) expect([equation === null, verdict]).toEqual([false, "unknown"]);
  });
});
