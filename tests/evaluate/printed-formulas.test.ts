// Formulas as the collection prints them, not one character changed, evaluated to the right value.
// The expected values are mpmath's (python3-mpmath, 40 digits), unless they are plain arithmetic.

import { describe, expect, it } from "vitest";
import {
  formula,
  integer,
  matrix,
  probability,
  real,
  vector,
  type FormulaValue,
} from "../../src/evaluate/index.js";
import { seedLatex } from "../latex/seed.js";

const yHat = real("the prediction", { latex: "\\hat{y}" });

/** The numbers in a value, row by row. */
function numbers(value: FormulaValue): number[] {
  if (typeof value === "number") return [value];
  if (typeof value === "boolean") throw new TypeError("Expected numbers; this is a condition.");
  if (value instanceof Float64Array) return [...value];
  return "data" in value ? [...value.data] : value.flatMap(({ data }) => [...data]);
}

/** The doubles nearest to decimals: what a proven value must be, bit for bit. */
function nearestTo(...decimals: string[]): number[] {
  return decimals.map(Number);
}

describe("a formula of the collection, as printed, has the right value:", () => {
  it("sigmoid", () => {
    const f = formula(seedLatex("sigmoid"), { z: real("the logit") });
    expect(f.evaluate({ z: -1.5 })).toBe(0.1824255238063563403927828);
    expect(f.evaluate({ z: 0 })).toBe(0.5);
    expect(f.evaluate({ z: 2 }, { digits: 50 })).toBe("0.88079707797788244405972914130239679520638429862897");
  });

  it("tanh, a chain", () => {
    const f = formula(seedLatex("tanh"), { x: real() });
    expect(f.statement.members).toHaveLength(2);
    expect(f.evaluate({ x: 0.75 })).toBe(0.6351489523872873192144344);
  });

  it("softmax, with its range in words behind it", () => {
    const f = formula(seedLatex("softmax"), { z: vector("K") });
    expect(numbers(f.evaluate({ z: [0.5, -1, 2, 0.25] }))).toEqual(
      nearestTo(
        "0.1542348252841622020331893",
        "0.03441444126612020633810046",
        "0.6912325307415307538080257",
        "0.1201182027081868378206845",
      ),
    );
  });

  it.each([
    ["without a backslash", seedLatex("relu")],
    ["with a backslash", String.raw`Relu(z) = \max(0, z)`],
  ])("relu, %s", (_, latex) => {
    const f = formula(latex, { z: real() });
    expect(f.evaluate({ z: 1e-16 })).toBe(1e-16);
    expect(f.evaluate({ z: -3 })).toBe(0);
    expect(f.evaluate({ z: 7.25 })).toBe(7.25);
  });

  it("gelu", () => {
    const f = formula(seedLatex("gelu"), { x: real() });
    expect(f.evaluate({ x: 1.25 })).toBe(1.117937782916430927889034);
    expect(f.evaluate({ x: -3.5 })).toBe(-0.0008142017766243376272247406);
  });

  // 1 − 0.25, 2 + 1, −0.5 − 3
  const x = [1, 2, -0.5];
  const y = [0.25, -1, 3];
  const pair = { x: vector("D"), y: vector("D") };

  it("mean absolute error, which the collection prints as a sum: 0.75 + 3 + 3.5", () => {
    expect(formula(seedLatex("mean-absolute-error"), pair).evaluate({ x, y })).toBe(7.25);
  });

  it("mean absolute error with 1/D in front: 6.75 / 3 for entries that differ by 0.75, 3, 3", () => {
    const f = formula(String.raw`\frac{1}{D}` + seedLatex("mean-absolute-error"), pair);
    expect(f.evaluate({ x, y: [0.25, -1, 2.5] })).toBe(2.25);
  });

  it("mean squared error, which the collection prints as a sum: 0.5625 + 9 + 12.25", () => {
    expect(formula(seedLatex("mean-squared-error"), pair).evaluate({ x, y })).toBe(21.8125);
  });

  it.each([
    ["as a matrix in a brace", seedLatex("huber")],
    [
      "as cases",
      String.raw`L_\delta = \begin{cases} \frac{1}{2}(y - \hat{y})^2 & \text{if } |y - \hat{y}| < \delta \\ \delta ((y - \hat{y}) - \frac12 \delta) & \text{otherwise} \end{cases}`,
    ],
  ])("huber, %s", (_, latex) => {
    const f = formula(latex, { y: real(), yHat, delta: real() });
    // ½ · 0.75²
    expect(f.evaluate({ y: 1, yHat: 0.25, delta: 1 })).toBe(0.28125);
    // 2 · (5 − 1)
    expect(f.evaluate({ y: 6, yHat: 1, delta: 2 })).toBe(8);
    // At |y − ŷ| = δ the outer branch holds; as the collection prints it, without bars, it is −1.5.
    expect(f.evaluate({ y: 0, yHat: 1, delta: 1 })).toBe(-1.5);
  });

  it("binary cross-entropy", () => {
    const f = formula(seedLatex("binary-cross-entropy"), { y: probability(), p: probability() });
    expect(f.evaluate({ y: 1, p: 0.25 })).toBe(1.386294361119890618834464);
    expect(f.evaluate({ y: 0, p: 0.25 })).toBe(0.287682072451780927439219);
    expect(f.evaluate({ y: 0.75, p: 0.125 })).toBe(1.592964004416007601975358);
  });

  it("cross-entropy of one observation o", () => {
    const symbols = { y: matrix("N", "M"), p: matrix("N", "M"), o: integer("the observation") };
    const f = formula(seedLatex("cross-entropy"), symbols);
    const targets = [
      [1, 0, 0],
      [0.5, 0.25, 0.25],
    ];
    const predictions = [
      [0.75, 0.125, 0.125],
      [0.125, 0.625, 0.25],
    ];
    expect(f.evaluate({ y: targets, p: predictions, o: 2 })).toBe(1.503795268431324507247199);
  });

  it("cross-entropy of every observation, o being free", () => {
    const f = formula(seedLatex("cross-entropy"), { y: matrix("N", "M"), p: matrix("N", "M") });
    const rows = [
      [0.5, 0.25, 0.25],
      [0.5, 0.25, 0.25],
    ];
    const p = [
      [0.125, 0.625, 0.25],
      [0.25, 0.5, 0.25],
    ];
    const [first] = numbers(f.evaluate({ y: rows, p }));
    expect(first).toBe(1.503795268431324507247199);
  });

  it("Kullback–Leibler divergence, with bars between its arguments", () => {
    const f = formula(seedLatex("kl-divergence"), {
      y: vector("M"),
      yHat: vector("M", "the predictions", { latex: "\\hat{y}" }),
    });
    expect(f.evaluate({ yHat: [0.5, 0.25, 0.25], y: [0.125, 0.625, 0.25] })).toBe(
      0.4640744975914065431213503,
    );
  });

  it("scaled dot-product attention, softmax being the formula above on each row", () => {
    const softmax = formula(seedLatex("softmax"), { z: vector("K") }).asFunction({ latex: "softmax" });
    const f = formula(seedLatex("scaled-dot-product-attention"), {
      Q: matrix("n", "d_k"),
      K: matrix("m", "d_k"),
      V: matrix("m", "d_v"),
      softmax,
    });
    const value = f.evaluate({
      Q: [
        [1, -0.5],
        [0.25, 2],
        [-1, 0.75],
      ],
      K: [
        [0.5, 1],
        [-0.25, 0.125],
        [2, -1],
        [0, 1.5],
      ],
      V: [
        [1, 2, 3],
        [-1, 0.5, 0],
        [0.25, -2, 1],
        [4, 0, -0.5],
      ],
    });
    expect(value).toMatchObject({ rows: 3, columns: 3 });
    expect(numbers(value)).toEqual(
      nearestTo(
        ...["0.48695280358614175749", "-1.1293342775766174907", "1.0382695666671126404"],
        ...["2.5696722944435271668", "0.61892388795496369725", "0.67408409027576819865"],
        ...["1.8263770966195287165", "0.56725489750242690949", "0.5418101829589620569"],
      ),
    );
  });

  it("Bahdanau attention, a stack of columns in brackets", () => {
    const f = formula(seedLatex("bahdanau-attention"), {
      v: vector("a"),
      W: matrix("a", "n + m"),
      s: matrix("T", "n"),
      h: matrix("S", "m"),
    });
    const value = f.evaluate({
      v: [0.5, -1.5],
      W: [
        [0.25, -0.5, 0.125, 1, -0.25],
        [-0.75, 0.5, 0.25, -0.125, 0.5],
      ],
      s: [
        [1, 0.5],
        [-0.5, 2],
        [0.25, -1],
      ],
      h: [
        [0.5, -1, 0.25],
        [1.5, 0.125, -0.5],
      ],
    });
    expect(value).toMatchObject({ rows: 3, columns: 2 });
    expect(numbers(value)).toEqual(
      nearestTo(
        ...["-0.19426757532048813198", "0.76363339286158885628"],
        ...["-1.8979996807026855692", "-1.651613441873096459"],
        ...["0.24827956616115150515", "1.1627490360097474304"],
      ),
    );
  });

  it("F1 as a chain of both its forms: 2 · 3 / (2 · 3 + 1 + 4)", () => {
    const counts = { TP: integer(), FP: integer(), FN: integer() };
    const f = formula(seedLatex("f1"), { ...counts, Precision: real(), Recall: real() });
    expect(f.statement.members).toHaveLength(2);
    const inputs = { TP: 3, FP: 1, FN: 4, Precision: 3 / 4, Recall: 3 / 7 };
    expect(f.evaluate(inputs)).toBe(6 / 11);
    const [first] = seedLatex("f1").split(" = ").slice(1);
    expect(
      formula(first!, { Precision: real(), Recall: real() }).evaluate({ Precision: 0.75, Recall: 0.5 }),
    ).toBe(0.6);
  });

  it("cosine similarity", () => {
    const f = formula(seedLatex("cosine-similarity"), { x: vector("n"), y: vector("n") });
    expect(f.evaluate({ x, y })).toBe(-0.4471474543185713171163371);
  });
});

describe("what doubles get wrong is decided right:", () => {
  it("(e^x − 1)/x + 5 at 1e-300 is 6", () => {
    expect(formula(String.raw`(e^x - 1)/x + 5`, { x: real() }).evaluate({ x: 1e-300 })).toBe(6);
  });

  it("each side of tanh's chain is 1e-300 at 1e-300 and 1 at 1e308", () => {
    const sides = seedLatex("tanh").split(" = ").slice(1);
    expect(sides).toHaveLength(2);
    for (const side of sides) {
      const f = formula(side, { x: real() });
      expect(f.evaluate({ x: 1e-300 })).toBe(1e-300);
      expect(f.evaluate({ x: 1e308 })).toBe(1);
      expect(f.evaluate({ x: -1e308 })).toBe(-1);
    }
  });

  it("log(1 + e^z) at −200 is e^−200, not 0", () => {
    const f = formula(String.raw`\log(1 + e^z)`, { z: real() });
    expect(f.evaluate({ z: -200 })).toBe(1.383896526736737530648681e-87);
  });

  it("log(1 − p) at p = 1 − 2^−53 is −53 log 2", () => {
    const f = formula(String.raw`\log(1 - p)`, { p: probability() });
    expect(f.evaluate({ p: 1 - 2 ** -53 })).toBe(-36.7368005696771013991133);
  });

  it("Φ(−38), a subnormal double", () => {
    const f = formula(String.raw`\Phi(x)`, { x: real() });
    expect(f.evaluate({ x: -38 })).toBe(2.88542836006878430835097e-316);
    expect(f.evaluate({ x: -38 }, { digits: 20 })).toBe("2.8854283600687843084e-316");
  });

  it("max(0, 1e-16) is 1e-16, not 0", () => {
    expect(formula(String.raw`\max(0, x)`, { x: real() }).evaluate({ x: 1e-16 })).toBe(1e-16);
  });

  it("softmax of (1e308, 1e308, −1e308) is (½, ½, 0)", () => {
    const f = formula(seedLatex("softmax"), { z: vector("K") });
    expect(numbers(f.evaluate({ z: [1e308, 1e308, -1e308] }))).toEqual([0.5, 0.5, 0]);
  });
});
