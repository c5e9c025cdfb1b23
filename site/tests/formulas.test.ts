// Parts, steps, default inputs, calls: what pages show of every equation and variant, without a browser.

import { runInNewContext } from "node:vm";
import katex from "katex";
import { describe, expect, it } from "vitest";
import { defaultInputs } from "../catalogue/default-inputs.js";
import { partValue, valueOf } from "../live/evaluate.js";
import { isWhole, partsOf } from "../live/parts.js";
import { freeEntries, stepsLatex, stepsOf } from "../live/steps.js";
import { showNumber, showValue } from "../live/show.js";
import { changesOf, withChanges } from "../live/url-state.js";
import { importWithCall } from "../render/call.js";
import { takenApartHtml } from "../render/katex.js";
import { equations, withVariants, type Equation } from "../../src/equations/index.js";
import * as functions from "../../src/index.js";
import { resultAt } from "../live/result.js";

const all: readonly (readonly [string, Equation, Equation])[] = equations.flatMap((owner) =>
  withVariants(owner).map((equation) => [equation.id, equation, owner] as const),
);

describe.each(all)("%s", (_, equation, owner) => {
  const inputs = defaultInputs(equation, owner);
  const bound = equation.formula.bind(inputs);

  it("starts from inputs at which both values agree and are numbers", () => {
    const { entries } = resultAt(equation, inputs);
    expect(entries.filter(({ kept }) => !kept)).toEqual([]);
    expect(entries.filter(({ formula }) => formula === "undefined")).toEqual([]);
  });

  it("draws every part in an element of its own, and copies without marks", () => {
    const html = takenApartHtml(equation);
    const parts = partsOf(equation);
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.filter((__, k) => !html.includes(`data-part="${k}"`))).toEqual([]);
    expect(html).not.toContain("htmlData");
  });

  it("has parts that lie within what they are a part of", () => {
    const parts = partsOf(equation);
    for (const { span, parent } of parts) {
      expect(isWhole(equation.latex, span)).toBe(true);
      if (parent === undefined) continue;
      const outer = parts[parent]!.span;
      expect(outer.start <= span.start && span.end <= outer.end).toBe(true);
    }
  });

  it("gives every part a value", () => {
    for (const part of partsOf(equation))
      expect(showValue(partValue(equation.formula, bound, part))).not.toBe("");
  });

  it("is worked out in steps that end in its value, in LaTeX that KaTeX draws", () => {
    const { formula } = equation;
    const [entry] = freeEntries(formula, bound);
    const steps = stepsOf(formula, bound, entry!);
    const latex = stepsLatex(formula.statement.lefts[0]?.source, steps);
    expect(() => katex.renderToString(latex, { throwOnError: true, strict: "error" })).not.toThrow();
    const value = valueOf(formula, bound, formula.value);
    if (typeof value !== "number") return;
    const last = steps.at(-1)!.latex.replace("-", "−");
    if (!last.includes("10^")) expect(last).toBe(showNumber(value));
  });

  it("finds its inputs again in an address", () => {
    const address = new URLSearchParams(changesOf(inputs, {}));
    expect(withChanges(inputs, new URLSearchParams(address.toString()))).toEqual(inputs);
  });
});

it.each(equations.map((equation) => [equation.id, equation] as const))(
  "%s has a call that runs",
  (_, equation) => {
    const text = importWithCall(equation, defaultInputs(equation));
    const [, names = "", call = ""] =
      /^import \{ (.*) \} from "ml-equations";\n\n(.*);\n$/su.exec(text) ?? [];
    const list = names.split(", ");
    // What the text names is what importers get, and nothing else is there.
    const given = Object.fromEntries(list.map((name) => [name, functions[name as keyof typeof functions]]));
    expect(runInNewContext(call, given)).toBeDefined();
  },
);

describe("parts", () => {
  const shown = (id: string): readonly (readonly [string, string])[] => {
    const equation = equations.find((each) => each.id === id)!;
    const bound = equation.formula.bind(defaultInputs(equation));
    return partsOf(equation).map((part) => [
      equation.latex.slice(part.span.start, part.span.end),
      showValue(partValue(equation.formula, bound, part)),
    ]);
  };

  it("tells what each part of a sigmoid is worth", () => {
    expect(shown("sigmoid")).toEqual([
      [String.raw`\frac{1}{1 + e^{-z}}`, "0.880797"],
      ["1 + e^{-z}", "1.13534"],
      ["e^{-z}", "0.135335"],
      ["-z", "−2"],
      ["z", "2"],
    ]);
  });

  it("lists what runs over an index", () => {
    expect(shown("softmax")).toContainEqual(["e^{z_j}", "(2.71828, 7.38906, 20.0855)"]);
  });

  it("has the lines of a formula, and the names that they define where these are used", () => {
    const parts = shown("average-precision").map(([latex]) => latex);
    expect(parts).toContain("R_k");
    expect(parts.filter((latex) => latex.startsWith(String.raw`\frac{\sum`))).toHaveLength(2);
  });

  it("goes through the steps of a recurrence", () => {
    const equation = equations.find(({ id }) => id === "rnn-encoder")!;
    const bound = equation.formula.bind(defaultInputs(equation));
    const previous = partsOf(equation).find(({ expression }) => expression.kind === "previous")!;
    const values = partValue(equation.formula, bound, previous) as readonly (readonly number[])[];
    const states = valueOf(equation.formula, bound, equation.formula.value) as readonly (readonly number[])[];
    expect(values).toEqual([bound.get("h"), ...states.slice(0, -1)]);
  });
});

describe("steps", () => {
  const latexOf = (id: string): readonly string[] => {
    const equation = equations.find((each) => each.id === id)!;
    return stepsOf(equation.formula, equation.formula.bind(defaultInputs(equation)), []).map(
      ({ relation, latex }) => `${relation} ${latex}`,
    );
  };

  it("goes inside out", () => {
    expect(latexOf("sigmoid")).toEqual([
      String.raw`= \frac{1}{1 + e^{-z}}`,
      String.raw`= \frac{1}{1 + e^{-2}}`,
      String.raw`\approx \frac{1}{1 + 0.135335}`,
      String.raw`\approx \frac{1}{1.13534}`,
      String.raw`\approx 0.880797`,
    ]);
  });

  it("says = as long as nothing is rounded", () => {
    expect(latexOf("huber").every((line) => line.startsWith("= "))).toBe(true);
  });
});
