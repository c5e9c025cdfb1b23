// What an evaluation must not do: guess, hang, or take what is no input.

import { describe, expect, it } from "vitest";
import {
  formula,
  InputError,
  LatexError,
  matrix,
  real,
  UndecidedError,
  vector,
  type InputValue,
} from "../../src/evaluate/index.js";

describe("a value that no precision tells", () => {
  it("is an error, never a guess", () => {
    const f = formula(String.raw`\frac{(1 + x^{40}) - 1}{x^{40}}`, { x: real() });
    expect(() => f.evaluate({ x: 1e-300 })).toThrow(UndecidedError);
    expect(() => f.evaluate({ x: 1e-300 }, { digits: 5 })).toThrow(UndecidedError);
    expect(f.evaluate({ x: 1e-30 })).toBe(1);
  });

  it("is found where hardly anything is known at first", () => {
    expect(formula("(x + e^{100}) - e^{100}", { x: real() }).evaluate({ x: 1.5 })).toBe(1.5);
    expect(formula("e^{(x + e^{100}) - e^{100}}", { x: real() }).evaluate({ x: 1.5 }, { digits: 17 })).toBe(
      "4.4816890703380648",
    );
  });

  it("may lie right between two doubles, and then is one of them", () => {
    // √2² · (1 + 2⁻⁵³) is exactly half way from 2 to the next double.
    const value = formula(String.raw`\sqrt{2}^2 (1 + 2^{-53})`, {}).evaluate({});
    expect([2, 2 + 2 ** -51]).toContain(value);
  });
});

describe("the steps of an evaluation", () => {
  it("are counted, not guessed: what does not depend on an index is computed once", () => {
    const nested = formula(String.raw`\sum_{i=1}^{n} \sum_{j=1}^{n} \left(ij + \sum_{k=1}^{n} jk\right)`, {
      n: real(),
    });
    const expected = (n: number): number => {
      const triangle = (n * (n + 1)) / 2;
      return triangle * triangle + n * triangle * triangle;
    };
    expect(nested.evaluate({ n: 100 })).toBe(expected(100));
    expect(() => nested.evaluate({ n: 3000 })).toThrow(LatexError);
  });

  it("do not double with every call of a function over entries", () => {
    const sigma = formula(String.raw`\sigma(z) = \frac{1}{1 + e^{-z}}`, { z: real() }).asFunction();
    const latex = String.raw`\sigma(`.repeat(40) + "x" + ")".repeat(40);
    const value = formula(latex, { x: vector("n"), sigma }).evaluate({ x: [0, 1] }) as Float64Array;
    expect(value).toHaveLength(2);
    expect(value[0]).toBeCloseTo(0.6590460684074066, 12);
  });
});

describe("logarithms to a base", () => {
  it.each([
    ["0", String.raw`\log_0 5`],
    ["∞", String.raw`\log_{\infty} 5`],
    ["1", String.raw`\log_1 5`],
  ])("are undefined to base %s", (_, latex) => {
    expect(formula(latex, {}).evaluate({})).toBeNaN();
  });
});

describe("inputs that are none", () => {
  const sum = formula("A_{11}", { A: matrix("n", "m") });
  it.each<[string, unknown]>([
    ["half a row", { rows: 1.5, columns: 2, data: [1, 2, 3] }],
    ["half a column", { rows: 2, columns: 1.5, data: [1, 2, 3] }],
    ["null", null],
    ["rows in a string", { rows: "1", columns: 1, data: [1] }],
    ["rows of different lengths", [[1, 2], [3]]],
    ["a number", 3],
  ])("are refused: %s for a matrix", (_, A) => {
    expect(() => sum.evaluate({ A: A as number[][] })).toThrow(InputError);
  });

  it("are refused before a length alone exhausts the memory", () => {
    const x = { length: 1e9 } as unknown as InputValue;
    expect(() => formula("x_1", { x: vector("n") }).evaluate({ x: x as number[] })).toThrow(
      "at most 10,000,000 numbers",
    );
  });
});
