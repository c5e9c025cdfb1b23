// One loop over the catalogue: what must be true of every record.

import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import * as catalogue from "../src/equations/index.js";
import { equations, exportName } from "../src/equations/index.js";
import { Formula } from "../src/evaluate/index.js";
import { sameExpression } from "../src/latex/expression.js";
import * as root from "../src/index.js";
import { verifyEquation } from "../src/verify/index.js";
import { agreesWithKatex } from "./latex/katex-agreement.js";
import seed from "./data/seed-formulas.json" with { type: "json" };

const folder = join(import.meta.dirname, "../src/equations");

describe("the catalogue", () => {
  it("lists every record that there is a file for, once", () => {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => path.includes("/") && path.endsWith(".ts"))
      .map((path) => basename(path, ".ts"));
    expect(equations.map(({ id }) => id).sort()).toEqual(files.sort());
  });

  it("has one name for one thing: a record's export and its implementation's are its id in camelCase", () => {
    for (const equation of equations) {
      const name = exportName(equation.id);
      expect(catalogue[name as keyof typeof catalogue], equation.id).toBe(equation);
      expect(root[name as keyof typeof root], equation.id).toBeTypeOf("function");
    }
  });

  it("names only equations that exist in uses and seeAlso, and no name twice", () => {
    const ids = new Set(equations.map(({ id }) => id));
    for (const { id, uses = [], seeAlso = [] } of equations) {
      for (const other of [...uses, ...seeAlso]) expect(ids, `${id} names ${other}`).toContain(other);
      expect(seeAlso, id).not.toContain(id);
    }
    expect(ids.size).toBe(equations.length);
  });
});

describe.each(equations.map((equation) => [equation.id, equation] as const))("%s", (id, equation) => {
  it("holds: formula, implementation, identities, limits", () => {
    const report = verifyEquation(equation, { samples: 300, maxSize: 300, seed: 20, catalogue: equations });
    expect(report.failures, JSON.stringify(report.failures, undefined, 1)).toEqual([]);
    expect(report.outcome).toBe("holds");
    expect(report.samples).toBeGreaterThanOrEqual(300);
    expect(report.maxUlps).toBeLessThanOrEqual(equation.maxUlps);
    expect(report.identities.map(({ name }) => name)).toEqual(Object.keys(equation.identities));
    expect(report.identities.every(({ outcome }) => outcome === "holds")).toBe(true);
  });

  it("reads without notes, and prints back as LaTeX that reads the same", () => {
    const { formula } = equation;
    expect(formula.notes).toEqual([]);
    const again = new Formula(formula.toLatex(), equation.symbols);
    expect(again.statement.members).toHaveLength(formula.statement.members.length);
    for (const [k, member] of formula.statement.members.entries()) {
      expect(sameExpression(member, again.statement.members[k]!), formula.toLatex()).toBe(true);
    }
  });

  it("is drawn by KaTeX as it is read", () => {
    expect(agreesWithKatex(equation.latex)).toEqual({ agrees: true });
    for (const identity of Object.values(equation.identities)) {
      expect(agreesWithKatex(identity.latex)).toEqual({ agrees: true });
    }
  });

  it("says what it is and where it comes from", () => {
    expect(equation.sources.length).toBeGreaterThan(0);
    expect(Object.keys(equation.identities).length).toBeGreaterThan(2);
    for (const [key, symbol] of Object.entries(equation.symbols)) expect(symbol.meaning, key).not.toBe("");
    const isWhole = Object.values(equation.symbols).some(({ kind }) => kind === "real" || kind === "vector");
    const ends = equation.limits.flatMap(({ at }) => Object.values(at).flat());
    if (isWhole) expect(ends).toEqual(expect.arrayContaining([Infinity, -Infinity]));
  });

  const printed = seed.formulas.filter((entry) => entry.equation === id && entry.latex !== null);
  if (printed.length > 0) {
    it("is what the seed prints, read as it stands there", () => {
      for (const { latex, verdict } of printed) {
        const asPrinted = {
          ...equation,
          latex: latex!,
          identities: {},
          formula: new Formula(latex!, equation.symbols),
          asFunction: equation.asFunction,
        };
        const report = verifyEquation(asPrinted, { samples: 100, maxSize: 100, catalogue: equations });
        const expected = verdict === "equivalent" ? "holds" : "fails";
        expect(report.outcome, JSON.stringify(report.failures)).toBe(expected);
      }
    });
  }
});
