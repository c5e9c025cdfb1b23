// One loop over the catalogue: what must be true of every record and of every variant.

import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import * as catalogue from "../src/equations/index.js";
import {
  equation as recordOf,
  equations,
  exportName,
  isCallable,
  variant,
  withVariants,
  type Equation,
} from "../src/equations/index.js";
import { Formula, real } from "../src/evaluate/index.js";
import { sameExpression } from "../src/latex/expression.js";
import * as root from "../src/index.js";
import { verifyEquation } from "../src/verify/index.js";
import { agreesWithKatex } from "./latex/katex-agreement.js";
import { optionsOf, type OptionsByFunction } from "./options.js";

const project = join(import.meta.dirname, "..");
const all = equations.flatMap(withVariants);

describe("the catalogue", () => {
  it("lists every record that there is a file for, once", () => {
    const files = readdirSync(join(project, "src/equations"), { recursive: true, encoding: "utf8" })
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
    const ids = new Set(all.map(({ id }) => id));
    for (const { id, uses = [], seeAlso = [] } of equations) {
      for (const other of [...uses, ...seeAlso]) expect(ids, `${id} names ${other}`).toContain(other);
      expect(seeAlso, id).not.toContain(id);
    }
    expect(ids.size).toBe(all.length);
  });

  it("calls no two equations by the same name, so that any formula may call any of them", () => {
    const names = all.filter(isCallable).map((equation) => equation.asFunction.callee.name);
    expect(names.filter((name, k) => names.indexOf(name) !== k)).toEqual([]);
  });
});

/** The values of options that no formula of the equation is for. */
function optionsWithout(equation: Equation, options: OptionsByFunction): string[] {
  const covered = (name: string, value: string | number | boolean): boolean =>
    withVariants(equation).some((one) => one.options?.[name] === value || one.options?.[name] === "any");
  return [...(options.get(exportName(equation.id)) ?? [])].flatMap(([name, values]) =>
    [...values].filter((value) => !covered(name, value)).map((value) => `${name}: ${String(value)}`),
  );
}

describe("every option that changes a value has a formula of its own", () => {
  const options = optionsOf(project, "src/index.ts");

  it("as the types of the functions say which there are", () => {
    expect([...options.get("huber")!.keys()].sort()).toEqual(["delta", "reduction"]);
    expect([...options.get("huber")!.get("reduction")!].sort()).toEqual(["mean", "none", "sum"]);
    expect([...options.get("entropy")!.get("normalize")!].sort()).toEqual([false, true]);
    expect([...options.get("precision")!.keys()].sort()).toEqual([
      "average",
      "classes",
      "positive",
      "undefinedValue",
    ]);
    expect([...options.get("ndcg")!.keys()].sort()).toEqual(["gain", "k", "ties", "undefinedValue"]);
    expect([...options.get("sigmoid")!.keys()]).toEqual([]);
  });

  it.each(equations.map((equation) => [equation.id, equation] as const))("%s", (_, equation) => {
    expect(optionsWithout(equation, options)).toEqual([]);
  });

  it("and one without is found", () => {
    const lacking = recordOf({
      id: "huber",
      name: "Huber loss without its variants",
      family: "losses",
      latex: "f(x) = x",
      symbols: { x: real("any") },
      numeric: ({ x }) => x,
      maxUlps: 0,
      options: { reduction: "mean" },
      variants: {
        sum: variant({
          latex: "g(x) = x",
          symbols: { x: real("any") },
          numeric: ({ x }) => x,
          options: { reduction: "sum" },
        }),
      },
      identities: {},
      limits: [],
      sources: [],
    });
    expect(optionsWithout(lacking, options).sort()).toEqual(["delta: any", "reduction: none"]);
  });
});

describe.each(equations.map((equation) => [equation.id, equation] as const))("%s", (_, equation) => {
  it("holds: formula, implementation, identities, limits", () => {
    const report = verifyEquation(equation, { samples: 200, maxSize: 100, seed: 20, catalogue: equations });
    expect(report.failures, JSON.stringify(report.failures, undefined, 1)).toEqual([]);
    expect(report.outcome).toBe("holds");
    expect(report.samples).toBeGreaterThanOrEqual(50);
    expect(report.maxUlps).toBeLessThanOrEqual(equation.maxUlps);
    expect(report.identities.map(({ name }) => name)).toEqual([
      ...Object.keys(equation.identities),
      ...Object.keys(equation.statements ?? {}),
    ]);
    expect(report.identities.every(({ outcome }) => outcome === "holds")).toBe(true);
  });

  it("says what it is and where it comes from", () => {
    expect(equation.sources.length).toBeGreaterThan(0);
    expect(Object.keys(equation.identities).length).toBeGreaterThan(2);
  });
});

describe.each(equations.flatMap(({ variants }) => variants).map((variant) => [variant.id, variant] as const))(
  "%s",
  (_, variant) => {
    it("holds: formula, implementation, limits", () => {
      const report = verifyEquation(variant, { samples: 100, maxSize: 50, seed: 20, catalogue: equations });
      expect(report.failures, JSON.stringify(report.failures, undefined, 1)).toEqual([]);
      expect(report.outcome).toBe("holds");
      expect(report.samples).toBeGreaterThanOrEqual(20);
      expect(report.maxUlps).toBeLessThanOrEqual(variant.maxUlps);
    });
  },
);

describe.each(all.map((equation) => [equation.id, equation] as const))("%s", (_, equation) => {
  it("reads without notes, and prints back as LaTeX that reads the same", () => {
    const { formula } = equation;
    expect(formula.notes).toEqual([]);
    const again = new Formula(formula.toLatex(), formula.symbols);
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

  it("says what its symbols mean, and what it gives where they reach ±∞", () => {
    for (const [key, symbol] of Object.entries(equation.symbols)) expect(symbol.meaning, key).not.toBe("");
    const reach = Object.values(equation.symbols).flatMap((symbol) => {
      if (!("domain" in symbol) || symbol.kind === "integer") return [];
      return [symbol.domain.min, symbol.domain.max].filter((end) => Math.abs(end) === Infinity);
    });
    const stated = equation.limits.flatMap(({ at }) => Object.values(at).flat(2));
    if (equation.noLimits === undefined && reach.length > 0) {
      expect(stated.some((value) => reach.includes(value))).toBe(true);
    }
    if (equation.noLimits !== undefined) expect(stated).toEqual([]);
  });
});
