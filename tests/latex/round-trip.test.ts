// What is read can be printed, and what is printed reads the same.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { equations, withVariants } from "../../src/equations/index.js";
import { formula } from "../../src/evaluate/index.js";
import { children, sameExpression, type Expression } from "../../src/latex/expression.js";
import { printLayout } from "../../src/latex/print-layout.js";
import { printExpression, printStatement } from "../../src/latex/print.js";
import { readLayout } from "../../src/latex/read-layout.js";
import { readStatement } from "../../src/latex/read-statement.js";
import { real, vector } from "../../src/latex/symbols.js";
import { anyExpression, symbols } from "./arbitraries.js";
import { layoutForm } from "./katex-agreement.js";
import { readable } from "./readable.js";
import { corpus } from "./seed.js";

describe("an expression prints as LaTeX that reads to the same expression:", () => {
  it("whatever the expression", () => {
    fc.assert(
      fc.property(anyExpression, (expression) => {
        const printed = printExpression(expression);
        const read = readStatement(printed, symbols).members.at(-1)!;
        if (!sameExpression(read, expression))
          throw new Error(`${printed}\nreads as\n${printExpression(read)}`);
      }),
      { numRuns: 4000, seed: 18 },
    );
  });

  it("and the expressions tried are of every kind", () => {
    const kinds = new Set<string>();
    const visit = (expression: Expression): void => {
      const kind = expression.kind === "apply" ? expression.function : expression.kind;
      const which =
        expression.kind === "big" || expression.kind === "logic"
          ? ` ${expression.operator}`
          : expression.kind === "multiply"
            ? ` ${expression.operation}`
            : "";
      kinds.add(kind + which);
      children(expression).forEach(visit);
    };
    fc.sample(anyExpression, { numRuns: 2000, seed: 18 }).forEach(visit);
    expect([...kinds].sort()).toEqual(
      [
        ...["number", "symbol", "constant", "bound", "index", "add", "divide", "power", "call", "transpose"],
        ...["multiply scale", "multiply dot", "multiply outer", "multiply matrix", "multiply entrywise"],
        ...["big sum", "big product", "big max", "big min", "big argmax", "big argmin"],
        ...["cases", "compare", "logic and", "logic or", "logic not", "indicator", "stack", "grid", "size"],
        ...["exp", "log", "sqrt", "sin", "cos", "tan", "sinh", "cosh", "tanh", "erf", "erfc", "normalCdf"],
        ...["sign", "floor", "ceil", "max", "min", "binomial", "factorial"],
      ].sort(),
    );
  });
});

describe("a layout prints as LaTeX that is laid out the same:", () => {
  it.each(corpus.map(({ id, latex }) => [id, latex] as const))("%s", (_, latex) => {
    const layout = readLayout(latex);
    expect(layoutForm(readLayout(printLayout(layout)))).toBe(layoutForm(layout));
  });
});

describe("a formula of the collection or of the wild prints as LaTeX that reads the same:", () => {
  it.each(Object.entries(readable))("%s", (id, declared) => {
    const statement = readStatement(corpus.find((formula) => formula.id === id)!.latex, declared);
    const again = readStatement(printStatement(statement), declared);
    expect(statement.notes).toEqual([]);
    expect(again.lefts.map(({ name }) => name)).toEqual(statement.lefts.map(({ name }) => name));
    expect(again.relations).toEqual(statement.relations);
    expect(again.members).toHaveLength(statement.members.length);
    for (const [k, member] of statement.members.entries())
      expect(sameExpression(again.members[k]!, member), printExpression(member)).toBe(true);
  });
});

describe("a formula of the catalogue prints as LaTeX that reads the same, and without notes:", () => {
  it.each(equations.flatMap(withVariants).map((equation) => [equation.id, equation.formula] as const))(
    "%s",
    (_, read) => {
      const { statement } = read;
      const again = readStatement(read.toLatex(), read.symbols);
      expect(again.notes).toEqual([]);
      expect(again.lefts.map(({ name }) => name)).toEqual(statement.lefts.map(({ name }) => name));
      expect(again.members).toHaveLength(statement.members.length);
      for (const [k, member] of statement.members.entries())
        expect(sameExpression(again.members[k]!, member), read.toLatex()).toBe(true);
    },
  );
});

describe("an index inside another of the same letter prints with a letter of its own:", () => {
  const vectors = { x: vector("n"), y: vector("n"), w: vector("n"), j: real() };
  it.each([
    [
      String.raw`\begin{aligned} L &= \sum_{i=1}^{n} x_i q \\ q &= \sum_{i=1}^{n} y_i \end{aligned}`,
      String.raw`L = \sum_{i = 1}^{n} x_{i} \sum_{k = 1}^{n} y_{k}`,
    ],
    [
      String.raw`\begin{aligned} L_i &= x_i q \\ q &= \sum_{i=1}^{n} y_i x_i \end{aligned}`,
      String.raw`L_{i} = x_{i} \sum_{k = 1}^{n} y_{k} x_{k}, \quad i = 1, \dots, n`,
    ],
    [
      String.raw`\begin{aligned} L &= \sum_{i=1}^{n} x_i q_i \\ q_l &= \sum_{i=1}^{l} r \, y_i x_l, \quad l = 1, \dots, n \\ r &= \sum_{i=1}^{n} \sum_{k=1}^{n} w_i y_k \end{aligned}`,
      String.raw`L = \sum_{i = 1}^{n} x_{i} \sum_{l = 1}^{i} \left(\sum_{m = 1}^{n} \sum_{k = 1}^{n} w_{m} y_{k}\right) y_{l} x_{i}`,
    ],
  ])("%s", (latex, printed) => {
    const read = formula(latex, vectors);
    expect(read.toLatex()).toBe(printed);
    expect(sameExpression(formula(printed, vectors).value, read.value)).toBe(true);
  });

  it("a part of a formula as well, where what binds its own index stands outside", () => {
    const { value } = formula(
      String.raw`\begin{aligned} L &= \sum_{i=1}^{n} x_i q \\ q &= \sum_{i=1}^{n} y_i \end{aligned}`,
      vectors,
    );
    expect(printExpression(children(value).at(-1)!)).toBe(String.raw`x_{i} \sum_{j = 1}^{n} y_{j}`);
  });

  it("what is drawn from a sample as well", () => {
    const sampled = { a: vector("n"), R: vector("m", "", { sample: true }) };
    const read = formula(
      String.raw`\begin{aligned} L &= \sum_{x=1}^{n} a_x q \\ q &= \mathbb{E}_{x \sim R}[x^2] \end{aligned}`,
      sampled,
    );
    expect(read.toLatex()).toBe(
      String.raw`L = \sum_{x = 1}^{n} a_{x} \mathbb{E}_{i \sim R}\left[i^{2}\right]`,
    );
    expect(sameExpression(formula(read.toLatex(), sampled).value, read.value)).toBe(true);
  });
});

describe("a statement prints with its left sides and ranges:", () => {
  it.each([
    [String.raw`L = \sum_{i=1}^K z_i`, String.raw`L = \sum_{i = 1}^{K} z_{i}`],
    [
      String.raw`\def\k{i} \sigma(z_\k) = e^{z_{\k}} \quad for\ \k = 1, 2, \dots, K`,
      String.raw`\sigma(z_{i}) = e^{z_{i}}, \quad i = 1, \dots, K`,
    ],
  ])("%s", (latex, printed) => {
    expect(printStatement(readStatement(latex, symbols))).toBe(printed);
  });
});
