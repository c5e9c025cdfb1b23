// Families, lists with an ellipsis, recurrences, expectations, function symbols: what models are made of.

import { describe, expect, it } from "vitest";
import {
  family,
  formula,
  mapping,
  matrix,
  real,
  vector,
  type FormulaOptions,
  type SymbolDeclarations,
} from "../../src/evaluate/index.js";
import { cells } from "../../src/equations/cells.js";
import { latexErrorOf, underlined } from "../latex/errors.js";

const r = String.raw;

/** What a formula gives as plain numbers, in both arithmetics and read again as it prints. */
function value(
  latex: string,
  symbols: SymbolDeclarations,
  inputs: Record<string, unknown>,
  options: FormulaOptions = {},
): unknown {
  const f = formula(latex, symbols, options);
  const plain = (given: unknown): unknown => {
    if (given instanceof Float64Array) return [...given];
    if (Array.isArray(given)) return given.map(plain);
    if (typeof given !== "object" || given === null) return given;
    const { rows, columns, data } = given as { rows: number; columns: number; data: Float64Array };
    return Array.from({ length: rows }, (_, i) => [...data.slice(i * columns, (i + 1) * columns)]);
  };
  const found = plain(f.evaluate(inputs as never));
  const again = formula(f.toLatex(), symbols, options);
  expect(plain(again.evaluate(inputs as never)), f.toLatex()).toEqual(found);
  expect(f.notes).toEqual([]);
  return found;
}

describe("families", () => {
  const W = family("h", matrix("n", "m"), "", { latex: "W^Q" });
  const two = [
    [
      [1, 2],
      [3, 4],
    ],
    [
      [5, 6],
      [7, 8],
    ],
  ];

  it("a member is a matrix, with an index below and a name above", () => {
    expect(value(r`W^Q_2 x`, { W, x: vector("m") }, { W: two, x: [1, 1] })).toEqual([11, 15]);
    expect(value(r`W_2^Q x`, { W, x: vector("m") }, { W: two, x: [1, 1] })).toEqual([11, 15]);
  });

  it("a free index makes a family of matrices", () => {
    const products = [
      [
        [7, 10],
        [15, 22],
      ],
      [
        [67, 78],
        [91, 106],
      ],
    ];
    expect(value(r`P_i = A_i A_i`, { A: family("h", matrix("n", "n")) }, { A: two })).toEqual(products);
  });

  it("a superscript in parentheses indexes a family, and the rows of a matrix", () => {
    const symbols = { A: family("L", matrix("n", "m")), x: matrix("T", "m") };
    const inputs = {
      A: two,
      x: [
        [1, 0],
        [0, 1],
        [2, 2],
      ],
    };
    expect(value(r`A^{(2)} x^{(3)}`, symbols, inputs)).toEqual([22, 30]);
    expect(value(r`A^{[2]}_{12} + x^{(3)}_1`, symbols, inputs)).toBe(8);
  });

  it("rows from 0 on: a free index runs where all that uses it is there", () => {
    const s = matrix("n", "d", "", { first: 0 });
    expect(
      value(r`e_{ij} = s_{i-1}^\top h_j`, { s, h: matrix("m", "d") }, { s: [[1], [2]], h: [[3], [4], [5]] }),
    ).toEqual([
      [3, 4, 5],
      [6, 8, 10],
    ]);
    expect(() => value("s_2", { s }, { s: [[1], [2]] })).toThrow(/indices run from 0 to 1/u);
  });

  it("members of different shapes are refused, with the place", () => {
    const ragged = [[[1, 2]], [[1]]];
    expect(() => formula("W_1", { W: family("h", matrix(1, "m")) }).evaluate({ W: ragged })).toThrow(
      "W[1]: expected a matrix 1 × 2, as those before; got one of 1 × 1.",
    );
  });
});

describe("sizes and sums of inputs", () => {
  it("two h entries tell h", () => {
    expect(formula("h", { x: vector("2h") }).evaluate({ x: [1, 2, 3, 4] })).toBe(2);
    expect(() => formula("h", { x: vector("2h") }).evaluate({ x: [1, 2, 3] })).toThrow(
      "nothing tells the sizes",
    );
  });

  it("probabilities that are to sum to one do", () => {
    const p = vector("n", "", { simplex: true, domain: "[0, 1]" });
    expect(formula("p_1", { p }).evaluate({ p: [0.1, 0.2, 0.7] })).toBe(0.1);
    expect(() => formula("p_1", { p }).evaluate({ p: [0.1, 0.2] })).toThrow(
      "p: expected probabilities that sum to 1; their sum is 0.30000000000000004.",
    );
  });
});

describe("lists with an ellipsis, and Concat", () => {
  const A = family("h", matrix("n", "d"));
  const x = vector("n");
  const both = {
    A: [
      [[1], [2]],
      [[3], [4]],
      [[5], [6]],
    ],
  };

  it("Concat puts matrices side by side", () => {
    const wide = [
      [1, 3, 5],
      [2, 4, 6],
    ];
    expect(value(r`\operatorname{Concat}(A_1, \dots, A_h)`, { A }, both)).toEqual(wide);
    expect(value(r`Concat(A_1, A_2, ..., A_h)`, { A }, both)).toEqual(wide);
    expect(value(r`\text{concat}(A_1, A_2, A_3)`, { A }, both)).toEqual(wide);
    expect(value(r`Concat(A_2, \dots, A_h)`, { A }, both)).toEqual([
      [3, 5],
      [4, 6],
    ]);
  });

  it("the size of what Concat gives is the sum of all: h · d", () => {
    const W = matrix("h·d", "k");
    expect(value(r`Concat(A_1, \dots, A_h) W`, { A, W }, { ...both, W: [[1], [10], [100]] })).toEqual([
      [531],
      [642],
    ]);
    const wrong = latexErrorOf(() => formula(r`Concat(A_1, \dots, A_h) W`, { A, W: matrix("d", "k") }));
    expect(wrong.reason).toContain("d·h is not d");
  });

  it("vectors are stacked, and maxima are of all", () => {
    expect(value(r`[x_1; \dots; x_n]^\top x`, { x }, { x: [1, 2, 3] })).toBe(14);
    expect(value(r`\max(x_1, \dots, x_n)`, { x }, { x: [1, 9, 3] })).toBe(9);
    expect(value(r`Concat(x, x)`, { x }, { x: [1, 2] })).toEqual([1, 2, 1, 2]);
  });

  it("among other arguments of a maximum a list is its own maximum", () => {
    const symbols = { x, y: real() };
    expect(value(r`\max(x_1, \dots, x_n, 7)`, symbols, { x: [1, 5, 3], y: 0 })).toBe(7);
    expect(value(r`\max(0, x_1, \dots, x_n)`, symbols, { x: [-1, -5, 3], y: 0 })).toBe(3);
    expect(value(r`\min(x_1, \dots, x_n, y)`, symbols, { x: [1, 5, 3], y: 4 })).toBe(1);
  });

  it("of nothing there is no maximum, and nothing to put together", () => {
    const of = (latex: string, k: number) => () => formula(latex, { A, k: real() }).evaluate({ ...both, k });
    expect(of(r`Concat(A_1, \dots, A_k)`, 2)()).toMatchObject({ columns: 2 });
    expect(of(r`Concat(A_1, \dots, A_k)`, 0)).toThrow("Nothing stands in this list.");
    expect(formula(r`\max(x_1, \dots, x_k)`, { x, k: real() }).evaluate({ x: [1, 2], k: 0 })).toBeNaN();
  });

  it.each([
    [r`[x_n; \dots; x_1]`, "rises from its first index to its last"],
    [r`[x_3; \dots; x_1]`, "rises from its first index to its last"],
    [r`[x_2; x_4; \dots; x_n]`, "steps of 1"],
    [r`\exp(x_1, \dots, x_n)`, "more arguments than this function takes"],
    [r`\max(x_1, \dots)`, "Expected the last of the list"],
    [r`\max(\dots, x_n)`, "Expected the first of the list"],
    [r`\max(x_1, \dots, 2 x_n)`, "differ in an index alone"],
    [r`\max(x_1, \dots, x_1)`, "differ in an index alone"],
    [r`Concat(A_1, x)`, "Expected matrices of n rows"],
  ])("%s: %s", (latex, words) => {
    const error = latexErrorOf(() => formula(latex, { x: vector("k"), A: family("h", matrix("n", "d")) }));
    expect(error.reason).toContain(words);
    expect(underlined(error).length).toBeGreaterThan(0);
  });
});

describe("recurrences", () => {
  it("run from the value before the first step, over all steps", () => {
    const symbols = { x: vector("T"), h: real("", { latex: "h_0" }) };
    expect(value(r`h_t = 2 h_{t-1} + x_t`, symbols, { x: [1, 2, 3, 4], h: 1 })).toEqual([3, 8, 19, 42]);
    expect(
      value(r`h_t = h_{t-1}^2, \quad t = 1, \dots, 4`, { h: real("", { latex: "h_0" }) }, { h: 3 }),
    ).toEqual([9, 81, 6561, 43046721]);
  });

  it("with the step above", () => {
    const symbols = { x: vector("T"), h: real("", { latex: "h^{(0)}" }) };
    expect(value(r`h^{(t)} = 2 h^{(t-1)} + x^{(t)}`, symbols, { x: [1, 2, 3, 4], h: 1 })).toEqual([
      3, 8, 19, 42,
    ]);
  });

  it("of vectors", () => {
    const symbols = { x: matrix("T", "d"), s: vector("d", "", { latex: "s_0" }), A: matrix("d", "d") };
    const inputs = {
      x: [
        [1, 0],
        [0, 1],
        [1, 1],
      ],
      s: [1, 1],
      A: [
        [0, 1],
        [1, 0],
      ],
    };
    expect(value(r`s_t = A s_{t-1} + x_t`, symbols, inputs)).toEqual([
      [2, 1],
      [1, 3],
      [4, 2],
    ]);
  });

  it("may be a line that others use", () => {
    const latex = r`\begin{aligned} h_t &= h_{t-1} + x_t \\ y &= 3 h_2 \end{aligned}`;
    const symbols = { x: vector("T"), h: real("", { latex: "h_0" }) };
    expect(formula(latex, symbols).evaluate({ x: [1, 2, 3], h: 10 })).toBe(39);
    const both = r`\begin{aligned} a_1 &= 2 x_1 \\ a_2 &= 3 a_1 \\ y &= a_1 + a_2 \end{aligned}`;
    expect(formula(both, symbols).evaluate({ x: [1, 2, 3], h: 10 })).toBe(8);
  });

  it("exactly: a thousand steps of h/3 are one division by 3^1000, rounded once", () => {
    const steps = value(
      r`h_t = \frac{h_{t-1}}{3}, \quad t = 1, \dots, 600`,
      { h: real("", { latex: "h_0" }) },
      { h: 1 },
    );
    const last = (steps as number[]).at(-1);
    expect(last).toBe(formula("3^{-n}", { n: real() }).evaluate({ n: 600 }));
  });

  it.each([
    [r`h_t = h_{t-2} + x_t`, "the step before alone", "h_{t-2}"],
    [r`h_t = h_{t+1} + x_t`, "the step before alone", "h_{t+1}"],
    [r`h_t = h_{t-1} x, \quad t = 1, \dots, 3`, "A recurrence goes on with what it begins with", "h_{t-1} x"],
    [r`h_t = 2 h_{t-1}`, "Nothing says how far t runs", "t"],
    [r`h_t = h_{t-1}, \quad t = 0, \dots, 4`, "starts at its first step", "h_{t-1}"],
  ])("%s: %s", (latex, words, place) => {
    const error = latexErrorOf(() => formula(latex, { x: vector("T"), h: real("", { latex: "h_0" }) }));
    expect(error.reason).toContain(words);
    expect(underlined(error)).toBe(place);
  });

  it("without a beginning it says what is missing", () => {
    const error = latexErrorOf(() => formula(r`h_t = h_{t-1} + x_t`, { x: vector("T") }));
    expect(error.reason).toContain("declare what it begins with, h_0");
  });
});

describe("expectations", () => {
  const p = vector("n", "", { called: true, domain: "[0, 1]" });
  const q = vector("n", "", { latex: r`q_{\theta}`, called: true, domain: "[0, 1]" });
  const weights = { p: [0.5, 0.25, 0.125, 0.0625, 0.0625] };

  it("over a finite distribution are sums with its weights", () => {
    expect(value(r`\mathbb{E}_{x \sim p(x)}[x^2]`, { p }, weights)).toBe(0.5 + 1 + 9 / 8 + 1 + 25 / 16);
    expect(value(r`\mathbb{E}_{x \sim p}[x]`, { p }, weights)).toBe(1.9375);
    expect(value(r`\mathbb{E}_{p(x)}[x]`, { p }, weights)).toBe(1.9375);
    expect(value(r`E_{x \sim p}[x] + 1`, { p }, weights)).toBe(2.9375);
    expect(value(r`\mathbb{E}_{x \sim q_\theta(x)}\left[x\right]^2`, { q }, { q: weights.p })).toBe(
      1.9375 ** 2,
    );
    expect(value(r`\mathbb{E}_{x \sim p} x + 1`, { p }, weights)).toBe(2.9375);
  });

  it("over a sample are its mean", () => {
    const R = vector("n", "", { sample: true });
    expect(
      value(r`\mathbb{E}_{x \sim R}[x^2] - (\mathbb{E}_{x \sim R}[x])^2`, { R }, { R: [1, 2, 3, 4, 5] }),
    ).toBe(2);
  });

  it("over a joint distribution have two variables", () => {
    const joint = matrix("n", "m", "", { called: true, domain: "[0, 1]" });
    expect(
      value(
        r`\mathbb{E}_{(x, y) \sim P}[x y]`,
        { P: joint },
        {
          P: [
            [0.5, 0.25],
            [0, 0.25],
          ],
        },
      ),
    ).toBe(2);
  });

  it("without brackets reach over one term, powers and factors included", () => {
    const f = vector("n", "", { called: true });
    const inputs = { p: [0.5, 0.25, 0.25], f: [1, 2, 4] };
    expect(value(r`\mathbb{E}_{x \sim p} (f(x) - 2)^2`, { p, f }, inputs)).toBe(1.5);
    expect(value(r`\mathbb{E}_{x \sim p} (f(x) - 1) (f(x) - 2)`, { p, f }, inputs)).toBe(1.5);
    const error = latexErrorOf(() => formula(r`\mathbb{E}_{x \sim p}[f(x)] f(x)`, { p, f }));
    expect(error.reason).toContain("x is drawn by an expectation that ends before this");
  });

  it.each([
    [r`\mathbb{E}_{x \sim r}[x]`, "r is no declared distribution", "undeclared"],
    [r`\mathbb{E}_{x \sim z}[x]`, "z is no declared distribution", "shape"],
    [r`\mathbb{E}[p]`, "what is drawn and how it is distributed", "range"],
    [r`\mathbb{E}_{p}[1]`, "Expected what is drawn", "range"],
  ])("%s: %s", (latex, words, code) => {
    const error = latexErrorOf(() => formula(latex, { p, z: vector("k") }));
    expect(error.reason).toContain(words);
    expect(error.code).toBe(code);
  });
});

describe("operators over families of functions", () => {
  // No saddle point: who moves second has the better of it.
  const V = matrix("g", "k", "", { called: true });
  const D = matrix("k", "n", "", { called: true });
  const payoffs = {
    V: [
      [3, 1, 2],
      [0, 4, 1],
      [2, 0, 5],
    ],
  };

  it("min max and max min differ", () => {
    expect(value(r`\min_i \max_j V(i, j)`, { V }, payoffs)).toBe(3);
    expect(value(r`\max_j \min_i V(i, j)`, { V }, payoffs)).toBe(1);
  });

  it("operators one behind the other end what is before", () => {
    expect(value(r`\min_i \max_j V(i, j) - \max_j \min_i V(i, j)`, { V }, payoffs)).toBe(2);
  });

  it("a family's name below an operator is each of its members", () => {
    const inputs = {
      D: [
        [1, 2, 3],
        [3, 0, 0],
        [2, 2, 2],
      ],
    };
    expect(value(r`\max_D \sum_{x=1}^{n} D(x)`, { D }, inputs)).toBe(6);
    expect(value(r`\min_D D(1) + D(2)`, { D }, inputs)).toBe(3);
    expect(value(r`\max_D \min_{x=1}^{n} D(x)`, { D }, inputs)).toBe(2);
    expect(value(r`\operatorname{argmin}_D D(2)`, { D }, inputs)).toBe(2);
  });

  it("operators before a left side are of the value", () => {
    const f = formula(r`\min_i \max_j U = V(i, j)`, { V });
    expect(f.evaluate(payoffs)).toBe(3);
    expect(f.toLatex()).toContain("U = ");
  });
});

describe("function symbols", () => {
  const symbols = {
    x: matrix("T", "d"),
    h: vector("m", "", { latex: "h_0" }),
    f: mapping([vector("d"), vector("m")], vector("m"), cells),
  };
  const gru = {
    ...{ W_z: [[1]], U_z: [[0]], b_z: [0] },
    ...{ W_r: [[0]], U_r: [[0]], b_r: [0] },
    ...{ W_h: [[0]], U_h: [[0]], b_h: [0] },
  };
  const latex = r`h_t = f(x_t, h_{t-1})`;

  it("are the function that is named, with what is given", () => {
    const inputs = { x: [[0], [0], [0]], h: [0.5], f: { is: "gru-cell", with: gru } };
    expect(value(latex, symbols, inputs)).toEqual([[0.25], [0.125], [0.0625]]);
  });

  it.each([
    [{ is: "mlp", with: {} }, 'f.is: expected one of gru-cell, rnn-cell, lstm-cell; got the string "mlp".'],
    ["gru-cell", "f.with.W_z: expected a matrix of m × d numbers; nothing was given."],
    [3, 'f: expected one of the functions gru-cell, rnn-cell, lstm-cell, {"is": …, "with": {…}}; got 3.'],
    [
      { is: "gru-cell", with: { ...gru, b_z: undefined } },
      "f.with.b_z: expected a vector of m numbers; nothing was given.",
    ],
    [{ is: "gru-cell", with: { ...gru, b_z: [1, 2] } }, "f.with.b_z: expected 1 rows; got 2."],
    [{ is: "gru-cell", with: { ...gru, W: [[1]] } }, "f.with: expected W_z, U_z, b_z,"],
    [{ is: "lstm-cell", with: {} }, "f: lstm-cell does not take arguments of these sizes."],
  ])("wrong ones are refused: %j", (f, message) => {
    const evaluate = () => formula(latex, symbols).evaluate({ x: [[0]], h: [0.5], f } as never);
    expect(evaluate).toThrow(message);
  });
});

describe("formulas of several lines", () => {
  const symbols = {
    x: real("", { latex: "x_t" }),
    h: real("", { latex: "h_{t-1}" }),
    W: real("", { latex: "W_h" }),
  };
  const latex = r`\begin{aligned} z_t &= x_t + 1 \\ g_t &= W_h z_t \\ h_t &= g_t h_{t-1} \end{aligned}`;

  it("have the value of the line that no other uses, or of the one that is asked for", () => {
    const inputs = { x: 1, h: 5, W: 3 };
    expect(value(latex, symbols, inputs)).toBe(30);
    expect(value(latex, symbols, inputs, { line: "g_t" })).toBe(6);
    expect(value(latex, symbols, inputs, { line: "z_t" })).toBe(2);
    expect(() => formula(latex, symbols, { line: "y_t" })).toThrow("No line of the formula defines y_t.");
  });
});
