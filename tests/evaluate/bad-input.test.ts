// Inputs that do not fit, and formulas that ask for too much: a named error that shows the place, at once.

import { describe, expect, it } from "vitest";
import {
  formula,
  InputError,
  integer,
  LatexError,
  matrix,
  probability,
  real,
  vector,
} from "../../src/evaluate/index.js";
import { cpuTime, latexErrorOf, thrownBy, underlined, SOON } from "../latex/errors.js";

/** The InputError that evaluation throws at inputs that no TypeScript program would give. */
function refusal(f: { evaluate: (inputs: never) => unknown }, inputs: unknown): InputError {
  const error = thrownBy(() => f.evaluate(inputs as never));
  if (!(error instanceof InputError)) throw error;
  return error;
}

describe("inputs are checked against the symbols, and the symbol is underlined:", () => {
  const f = formula(String.raw`\frac{1}{1 + e^{-z}}`, { z: real("the logit") });

  it.each([
    ["NaN", NaN, "z: expected a number; got NaN."],
    ["a string", "2", 'z: expected a number; got the string "2".'],
    ["null", null, "z: expected a number; got null."],
    ["nothing", undefined, "z: expected a number; nothing was given."],
    ["an array", [2], "z: expected a number; got an array of 1."],
    ["a bigint", 2n, "z: expected a number; got a bigint."],
  ])("%s where a number is declared", (_, z, reason) => {
    const error = refusal(f, { z });
    expect(error.reason).toBe(reason);
    expect(error.symbol).toBe("z");
    expect(underlined(error)).toBe("z");
  });

  it("a symbol that there is not", () => {
    expect(refusal(f, { z: 1, y: 2 }).reason).toBe('There is no symbol "y"; the symbols are z.');
    expect(refusal(f, JSON.parse('{"z": 1, "__proto__": 2}')).reason).toContain('"__proto__"');
    expect(refusal(f, { z: 1, constructor: 2 }).reason).toContain('"constructor"');
    expect(refusal(f, JSON.parse('{"__proto__": {"z": 1}}')).reason).toContain("__proto__");
  });

  it("numbers outside their domain", () => {
    const g = formula("p n", { p: probability(), n: integer() });
    expect(refusal(g, { p: 1.5, n: 1 }).reason).toBe("p: expected a number in [0, 1]; got 1.5.");
    expect(refusal(g, { p: 1, n: 1.5 }).reason).toBe("n: expected a whole number; got 1.5.");
    expect(underlined(refusal(g, { p: 1, n: 1.5 }))).toBe("n");
  });

  it("vectors and matrices of the wrong size", () => {
    const g = formula(String.raw`A x \cdot y`, { A: matrix("n", "m"), x: vector("m"), y: vector("n") });
    const A = [[1, 2]];
    expect(refusal(g, { A, x: [], y: [1] }).reason).toBe("x: expected at least one number; got none.");
    expect(refusal(g, { A: [], x: [1, 2], y: [1] }).reason).toContain("got an array of 0");
    expect(refusal(g, { A, x: [1, 2, 3], y: [1] }).reason).toBe(
      "x: expected 2 entries, since m is 2 in A; got 3.",
    );
    expect(refusal(g, { A: [[1, 2], [1]], x: [1, 2], y: [1] }).reason).toContain("A[1]: expected 2 numbers");
    expect(refusal(g, { A, x: [1, NaN], y: [1] }).reason).toBe("x[1]: expected a number; got NaN.");
    expect(refusal(g, { A, x: 3, y: [1] }).reason).toBe("x: expected a vector of m numbers; got 3.");
    expect(underlined(refusal(g, { A, x: [1, 2, 3], y: [1] }))).toBe("x");
  });

  it("symbols may be named constructor and __proto__", () => {
    const named = Object.defineProperty({ constructor: real("", { latex: "c" }) }, "__proto__", {
      value: real("", { latex: "p" }),
      enumerable: true,
    });
    const g = formula("p - 2 c", named as never);
    const inputs: unknown = JSON.parse('{"constructor": 3, "__proto__": 10}');
    expect(g.evaluate(inputs as never)).toBe(4);
    expect(refusal(g, {}).reason).toBe("constructor: expected a number; nothing was given.");
  });
});

describe("what evaluation cannot do is refused with the place:", () => {
  it("an index out of range", () => {
    const f = formula("z_5 + 1", { z: vector("K") });
    const error = latexErrorOf(() => f.evaluate({ z: [1, 2, 3] }));
    expect(error.code).toBe("index");
    expect(error.reason).toBe("The index 5 is out of range: indices run from 1 to 3.");
    expect(underlined(error)).toBe("5");
  });

  it("an index that is no whole number", () => {
    const f = formula("z_x", { z: vector("K"), x: real() });
    const error = latexErrorOf(() => f.evaluate({ z: [1, 2, 3], x: 1.5 }));
    expect([error.code, underlined(error)]).toEqual(["index", "x"]);
  });

  it.each([
    [String.raw`\sum_{i=1}^{10^{12}} i`, String.raw`\sum_{i=1}^{10^{12}} i`],
    [String.raw`\prod_{i=1}^{10^{12}} i`, String.raw`\prod_{i=1}^{10^{12}} i`],
    [String.raw`\sum_{i=1}^{10^4} \sum_{j=1}^{10^4} i j`, String.raw`\sum_{j=1}^{10^4} i j`],
    [String.raw`\max_{1 \le i \le 10^{12}} i`, String.raw`\max_{1 \le i \le 10^{12}} i`],
  ])("%s asks for too many steps", (latex, place) => {
    for (const arithmetic of ["exact", "double"] as const) {
      let error: LatexError | undefined;
      const time = cpuTime(() => {
        error = latexErrorOf(() => formula(latex, {}).evaluate({}, { arithmetic }));
      });
      expect([error!.code, underlined(error!)]).toEqual(["too-large", place]);
      expect(time).toBeLessThan(SOON);
    }
  });

  it("digits beyond what is worked out", () => {
    const f = formula("x", { x: real() });
    expect(thrownBy(() => f.evaluate({ x: 1 }, { digits: 0 }))).toBeInstanceOf(RangeError);
    expect(thrownBy(() => f.evaluate({ x: 1 }, { digits: 1e6 }))).toBeInstanceOf(RangeError);
  });
});
