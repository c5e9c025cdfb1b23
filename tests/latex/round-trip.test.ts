// What is read can be printed, and what is printed reads the same.

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { children, sameExpression, type Expression } from "../../src/latex/expression.js";
import { printLayout } from "../../src/latex/print-layout.js";
import { printExpression, printStatement } from "../../src/latex/print.js";
import { readLayout } from "../../src/latex/read-layout.js";
import { readStatement } from "../../src/latex/read-statement.js";
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
