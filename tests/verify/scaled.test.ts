// The scale of errors: the sum of the absolute terms, where a record says that its formula subtracts what may cancel.

import { describe, expect, it } from "vitest";
import { equation, type Equation } from "../../src/equations/index.js";
import { matrix, real, vector, type SymbolDeclarations } from "../../src/evaluate/index.js";
import { toDouble } from "../../src/exact/index.js";
import { entriesOf } from "../../src/evaluate/value.js";
import { Formula } from "../../src/evaluate/index.js";
import { scaledArithmetic } from "../../src/verify/scaled.js";
import { verifyEquation } from "../../src/verify/index.js";

const r = String.raw;
const numbers = { a: real(), b: real(), c: real() };

/** Values and scales of a formula's entries. */
function scaledAt(latex: string, symbols: SymbolDeclarations, inputs: Record<string, unknown>): number[][] {
  const f = new Formula(latex, symbols);
  const value = f.evaluator(scaledArithmetic(128), f.bind(inputs as never)).evaluate(f.value);
  return entriesOf(value).map(({ value: ball, scale }) => [toDouble(ball)!, toDouble(scale)!]);
}

describe("a scale", () => {
  const inputs = { a: 3, b: 5, c: -2 };

  it.each([
    ["a - b", -2, 8],
    ["a - b + c", -4, 10],
    ["(a - b) c", 4, 16],
    [r`\frac{a - b}{c}`, 1, 4],
    [r`\frac{a}{a - b}`, -1.5, 1.5],
    [r`|a - b|`, 2, 8],
    ["a b", 15, 15],
    ["(a - b)^2", 4, 4],
    [r`\sqrt{b - a + 2}`, 2, 2],
    [r`\max(a - b, c)`, -2, 2],
  ])("of %s at 3, 5, −2: the value is %d, the scale %d", (latex, value, scale) => {
    expect(scaledAt(latex, numbers, inputs)).toEqual([[value, scale]]);
  });

  it("goes through tanh, and starts anew at every other function", () => {
    const [through] = scaledAt(r`\tanh(a - b)`, numbers, inputs);
    expect(through).toEqual([Math.tanh(-2), expect.closeTo(Math.tanh(8), 14)]);
    const [anew] = scaledAt(r`\exp(a - b)`, numbers, inputs);
    expect(anew![1]).toBe(anew![0]);
  });

  it("is the value's own size where nothing is subtracted", () => {
    const symbols = { Q: matrix("n", "m"), x: vector("m") };
    for (const [value, scale] of scaledAt("Q x", symbols, {
      Q: [
        [1, 2],
        [3, 4],
      ],
      x: [5, 6],
    }))
      expect(scale).toBe(value);
  });

  it("of a product of matrices is that of their absolute entries", () => {
    const symbols = { Q: matrix("n", "m"), x: vector("m") };
    expect(
      scaledAt("Q x", symbols, {
        Q: [
          [1, -2],
          [3, 4],
        ],
        x: [5, 2],
      }),
    ).toEqual([
      [1, 9],
      [23, 23],
    ]);
  });
});

describe("a promise in ulps of the terms", () => {
  const record = (numeric: (inputs: { a: number; b: number }) => number, latex: string): Equation =>
    equation({
      id: "difference",
      name: "of two numbers",
      family: "attention",
      latex,
      symbols: { a: real("", { domain: "[1, 2]" }), b: real("", { domain: "[1, 2]" }) },
      numeric,
      maxUlps: 4,
      termScale: "they may cancel",
      identities: {},
      limits: [],
      sources: [],
    });
  const outcome = (numeric: (inputs: { a: number; b: number }) => number, latex: string): string =>
    verifyEquation(record(numeric, latex), { samples: 300 }).outcome;

  it("holds for an error of a few ulps of them, however small the difference", () => {
    expect(outcome(({ a, b }) => a - b + 2 ** -51, "a - b")).toBe("holds");
    expect(outcome(({ a, b }) => a - b + 2 ** -48, "a - b")).toBe("fails");
  });

  it("does not excuse an error where nothing cancels", () => {
    expect(outcome(({ a, b }) => (a + b) * (1 + 2 ** -48), "a + b")).toBe("fails");
    expect(outcome(({ a, b }) => a * b * (1 + 2 ** -48), "a b")).toBe("fails");
  });

  it("does not excuse an argument of exp that is off by ulps of its terms", () => {
    expect(outcome(({ a, b }) => Math.exp(1000 * a - 1000 * b), r`\exp(1000 a - 1000 b)`)).toBe("fails");
  });
});
