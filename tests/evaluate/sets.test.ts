// Sets, lists of sets, families: what clustering, similarity and ranking formulas are made of.

import { describe, expect, it } from "vitest";
import {
  clustering,
  formula,
  index,
  integer,
  labels,
  LatexError,
  matrix,
  probability,
  real,
  set,
  vector,
  type SymbolDeclarations,
} from "../../src/evaluate/index.js";
import { latexErrorOf, thrownBy, underlined } from "../latex/errors.js";

const r = String.raw;

/** What a formula gives, of whatever symbols. */
const value = (latex: string, symbols: SymbolDeclarations, inputs: Record<string, unknown>): unknown =>
  formula(latex, symbols).evaluate(inputs as never);

/** What is wrong, without the place. */
const reasonOf = (error: Error): string => error.message.split("\n")[0]!;

describe("sets", () => {
  const symbols = { U: set(), V: set(), W: set(), x: real() };
  const inputs = { U: [1, 2, 3, 5], V: [3, 5, 7], W: [], x: 2 };

  it.each([
    [r`|U|`, 4],
    [r`|U \cap V|`, 2],
    [r`|U \cup V|`, 5],
    [r`|U \setminus V|`, 2],
    [r`|V \setminus U|`, 1],
    [r`|W|`, 0],
    [r`|U \cup V \setminus U|`, 1],
    [r`|U \cup (V \setminus U)|`, 5],
    [r`|U \cup V \cap W|`, 4],
    [r`|(U \cup V) \cap W|`, 0],
    [r`\frac{|U \cap V|}{|U \cup V|} + x|U||V|`, 24.4],
    [r`\left| U \right| - \lvert V \rvert`, 1],
  ])("%s", (latex, expected) => {
    const f = formula(latex, symbols);
    expect(f.evaluate(inputs)).toBe(expected);
    expect(formula(f.toLatex(), symbols).evaluate(inputs)).toBe(expected);
    expect(f.evaluate(inputs, { arithmetic: "double" })).toBe(expected);
  });

  it.each([
    [r`U \cup x`, "x", "Expected a set as a part of a union; this is a number."],
    [r`x \cap U`, "x", "Expected a set as a part of an intersection; this is a number."],
    [r`|x \setminus U|`, "x", "Expected a set as a part of a difference of sets; this is a number."],
    [r`U + 1`, "+ 1", undefined],
    [r`x U`, "U", "Expected a value as a factor; this is a set."],
    [r`U \cap V`, r`U \cap V`, "Expected a value as a side of the formula; this is a set."],
    [r`\|U\|`, r`\|U\|`, "Expected single bars around a set."],
    [r`\exp(U)`, "U", "Expected a value as the arguments; this is a set."],
    [r`U_1`, "U_1", "a set takes no index; here is 1."],
  ])("%s is refused", (latex, place, reason) => {
    const error = latexErrorOf(() => formula(latex, symbols));
    if (reason === undefined) return;
    expect(error.reason).toBe(reason);
    expect(underlined(error)).toBe(place);
  });

  it("each element comes once", () => {
    const error = thrownBy(() => formula("|U|", { U: set() }).evaluate({ U: [1, 2, 1] }));
    expect(error.name).toBe("InputError");
    expect(reasonOf(error)).toBe("U[2]: expected the elements of a set, each once; 1 came twice.");
  });
});

describe("lists of sets", () => {
  const symbols = { U: clustering("N", "R"), V: clustering("N", "C") };
  // Items 1, 2, 4 | 3, 5 and 1 | 2, 3 | 4, 5.
  const inputs = { U: [1, 1, 2, 1, 2], V: [1, 2, 2, 3, 3] };

  it.each([
    [r`|U|`, 2],
    [r`|V|`, 3],
    [r`|U_1|`, 3],
    [r`|U_1 \cap V_3|`, 1],
    [r`N`, 5],
    [r`\sum_{i=1}^{|U|} \sum_{j=1}^{|V|} |U_i \cap V_j|`, 5],
    [r`\sum_{i=1}^{|U|} \sum_{j=1}^{|V|} |U_i \cup V_j|`, 20],
    [r`\sum_i |U_i|^2`, 13],
    [r`\max_i |U_i|`, 3],
    [r`\prod_{i} \binom{|U_i|}{2}`, 3],
  ])("%s", (latex, expected) => {
    expect(value(latex, symbols, inputs)).toBe(expected);
  });

  it("a set beyond the list is refused where the list's length is known", () => {
    const three = { U: clustering("N", 3) };
    expect(value("|U_3|", three, { U: [1, 3] })).toBe(1);
    expect(latexErrorOf(() => formula("|U_4|", three)).reason).toBe(
      "The index 4 is out of range: indices run from 1 to 3.",
    );
    const error = thrownBy(() => value("|U_1|", three, { U: [1, 4] }));
    expect(error.message).toContain("U: expected whole numbers from 1 to 3; got 4.");
  });

  it.each([
    [{ U: [1, 2], V: [1, 2, 3] }, "V: expected 2 labels, since N is 2 in U; got 3."],
    [{ U: [0, 1], V: [1, 1] }, "U[0]: expected a number in [1, ∞); got 0."],
    [{ U: [1.5, 1], V: [1, 1] }, "U[0]: expected a whole number; got 1.5."],
  ])("%j is no clustering", (given, reason) => {
    const error = thrownBy(() => value("|U_1 \\cap V_1|", symbols, given));
    expect(reasonOf(error)).toBe(reason);
  });
});

describe("labels and indices", () => {
  const symbols = { y: labels("n", "K"), t: labels("n", "K"), c: index("K") };
  const inputs = { y: [1, 2, 2, 3], t: [1, 2, 1, 2], c: 2 };

  it.each([
    [r`\sum_{i=1}^n 1[y_i = t_i]`, 2],
    [r`\frac{1}{n} \sum_{i=1}^n \mathbb{1}[y_i = c \land t_i = c]`, 0.25],
    [r`\sum_{k=1}^{K} \sum_{i=1}^n 1[y_i = k]`, 4],
    [r`K`, 3],
  ])("%s", (latex, expected) => {
    expect(value(latex, symbols, inputs)).toBe(expected);
  });

  it("the number of classes may be given, and then bounds them", () => {
    expect(value("K", symbols, { ...inputs, K: 5 })).toBe(5);
    const error = thrownBy(() => value("K", symbols, { ...inputs, K: 2 }));
    expect(reasonOf(error)).toBe("y: expected whole numbers from 1 to 2; got 3.");
  });

  it("an index picks an entry", () => {
    const pick = { p: vector("K"), c: index("K") };
    expect(value(r`-\log p_c`, pick, { p: [0.5, 1], c: 1 })).toBe(Math.LN2);
    const error = thrownBy(() => value("p_c", pick, { p: [0.5, 1], c: 3 }));
    expect(reasonOf(error)).toBe("c: expected whole numbers from 1 to 2; got 3.");
  });
});

describe("what is written as a function of its indices", () => {
  const p = vector("Y", "probabilities", { called: true, domain: "[0, 1]" });
  const family = matrix("Y", "T", "likelihoods", { called: true });

  it("is an entry: p(y)", () => {
    expect(value(r`1 - p(y)`, { p, y: index("Y") }, { p: [0.25, 0.75], y: 2 })).toBe(0.25);
    expect(value(r`\sum_y p(y)^2`, { p }, { p: [0.25, 0.75] })).toBe(0.625);
    expect(value(r`\sum_{y \in \mathcal{Y}} p(y)`, { p }, { p: [0.25, 0.75] })).toBe(1);
    expect(value(r`\|p\|_1`, { p }, { p: [0.25, 0.75] })).toBe(1);
  });

  it("takes several indices, and extrema run over them: p(y; θ)", () => {
    const inputs = {
      p: [
        [0.5, 0.25, 0.125],
        [0.5, 1, 0.25],
      ],
    };
    expect(value(r`\max_\theta \prod_y p(y; \theta)`, { p: family }, inputs)).toBe(0.25);
    expect(value(r`\min_\theta \sum_y p(y | \theta)`, { p: family }, inputs)).toBe(0.375);
    expect(value(r`\sum_y \max_\theta p(y, \theta)`, { p: family }, inputs)).toBe(1.5);
  });

  it("is refused with fewer indices than it has", () => {
    const error = latexErrorOf(() => formula(r`\sum_y p(y)`, { p: family }));
    expect(error.reason).toBe("p takes 2 indices in parentheses; here is 1.");
  });

  it("prints back as it is written", () => {
    expect(formula(r`\sum_y p(y; \theta)`, { p: family, theta: index("T") }).toLatex()).toBe(
      r`\sum_{y = 1}^{Y} p\left(y; \theta\right)`,
    );
  });
});

describe("a name with its parentheses", () => {
  const symbols = {
    pxy: probability("", { latex: "p(x, y)" }),
    px: probability("", { latex: "p(x)" }),
    py: probability("", { latex: "p(y)" }),
  };

  it("is one symbol: p(x, y), p(x)", () => {
    const f = formula(r`\log \frac{p(x,y)}{p(x)p(y)}`, symbols);
    expect(f.evaluate({ pxy: 0.5, px: 0.5, py: 1 })).toBe(0);
    expect(f.evaluate({ pxy: 0.25, px: 0.5, py: 0.25 })).toBe(Math.LN2);
    expect(formula(f.toLatex(), symbols).evaluate({ pxy: 0.25, px: 0.5, py: 0.25 })).toBe(Math.LN2);
  });

  it("is not another: p(z)", () => {
    expect(underlined(latexErrorOf(() => formula("p(z) + p(x)", symbols)))).toBe("p");
  });
});

describe("vectors whose first index is 0", () => {
  const symbols = { R: vector("N + 1", "recalls", { first: 0 }), P: vector("N", "precisions") };

  it("a sum runs over what all its indices allow", () => {
    const f = formula(r`\sum_n (R_n - R_{n-1}) P_n`, symbols);
    expect(f.evaluate({ R: [0, 0.5, 1], P: [1, 0.5] })).toBe(0.75);
    expect(f.toLatex()).toContain("n = 1");
    expect(value("R_0 + R_N", symbols, { R: [0.25, 0.5, 1], P: [1, 0.5] })).toBe(1.25);
  });

  it("an index below it is refused", () => {
    expect(latexErrorOf(() => formula("R_{-1}", symbols)).reason).toBe(
      "The index -1 is out of range: indices run from 0 to N.",
    );
    const f = formula("R_k", { ...symbols, k: integer() });
    expect(thrownBy(() => f.evaluate({ R: [0, 1], P: [1], k: 2 })).message).toContain(
      "The index 2 is out of range: indices run from 0 to 1.",
    );
  });
});

describe("equations used by others", () => {
  const counts = { TP: integer(), FP: integer(), FN: integer() };
  const precision = formula(r`\text{Precision} = \frac{TP}{TP + FP}`, { TP: integer(), FP: integer() });
  const recall = formula(r`\text{Recall} = \frac{TP}{TP + FN}`, { TP: integer(), FN: integer() });
  const functions = { P: precision.asFunction(), R: recall.asFunction() };
  const inputs = { TP: 3, FP: 1, FN: 3 };

  it("without arguments on their left side: their name takes the symbols of the same names", () => {
    const f = formula(r`F1 = \frac{2*Precision*Recall}{Precision+Recall} = \frac{2*TP}{2*TP+FP+FN}`, {
      ...counts,
      ...functions,
    });
    expect(f.statement.members).toHaveLength(2);
    expect(f.evaluate(inputs)).toBe(0.6);
    expect(f.toLatex()).toContain(r`\text{Precision}`);
    expect(f.toLatex()).not.toContain(r`\text{Precision}\left`);
  });

  it("and with arguments where they are given", () => {
    const f = formula(r`\text{Precision}(a, b) + \text{Recall}`, {
      ...counts,
      ...functions,
      a: real(),
      b: real(),
    });
    expect(f.evaluate({ ...inputs, a: 1, b: 3 })).toBe(0.75);
  });

  it("a member of a chain, not a left side", () => {
    const f = formula(r`Sensitivity = Recall = \frac{TP}{TP+FN}`, { ...counts, ...functions });
    expect(f.statement.lefts).toHaveLength(1);
    expect(f.statement.members).toHaveLength(2);
  });

  it("and a symbol that is missing is named", () => {
    const error = latexErrorOf(() => formula("1 - Precision", { TP: integer(), ...functions }));
    expect(error.reason).toBe(r`\text{Precision} needs FP, which is not declared.`);
    expect(error).toBeInstanceOf(LatexError);
  });
});

describe("definitions over several lines", () => {
  it("take the ranges that clauses announce, and may start at 0", () => {
    const f = formula(
      r`A(s) = \sum_{k=1}^{n} (F_k - F_{k-1}) k \\ F_k = \sum_{i=1}^{n} s_i 1[r_i \le k], \quad k = 0, \dots, n \\ r_i = 1 + \sum_{j=1}^{n} 1[s_j > s_i]`,
      { s: vector("n") },
    );
    // The k-th largest times k, equal ones counting with the first of them.
    expect(f.evaluate({ s: [5, 7, 1, 5] })).toBe(7 + 2 * 5 + 2 * 5 + 4 * 1);
  });
});

describe("the range of a definition", () => {
  const x = { x: vector("n") };

  it.each([
    [r`\sum_{k=1}^{n} c_k \\ c_k = x_k + 1, \quad k = 2, \dots, n`, "k runs from 1 to n"],
    [r`\sum_{k=2}^{n+1} c_k \\ c_k = x_k + 1, \quad k = 2, \dots, n`, "k runs from 2 to n + 1"],
    [r`\sum_{k=0}^{n} c_k \\ c_k = k, \quad k = 1, \dots, n`, "k runs from 0 to n"],
    [r`\sum_{k=1}^{n} c_{k-1} \\ c_k = k, \quad k = 1, \dots, n`, "defined from 2"],
  ])("is not left: %s", (latex, reason) => {
    expect(latexErrorOf(() => formula(latex, x)).reason).toContain(reason);
  });

  it("is kept within", () => {
    const f = formula(r`\sum_{k=2}^{n} c_{k-1} c_k \\ c_k = x_k + 1, \quad k = 1, \dots, n`, x);
    expect(f.evaluate({ x: [0, 1, 2] })).toBe(1 * 2 + 2 * 3);
  });
});

describe("conventions", () => {
  const symbols = { p: real(), q: real() };
  const f = formula(r`p \log \frac{p}{q}`, symbols, {
    conventions: { zeroLogZero: true, positiveOverZero: true },
  });

  it.each([
    [0, 1, 0],
    [0, 0, 0],
    [1, 0, Infinity],
    [2, 1, 2 * Math.LN2],
  ])("p log(p/q) at %d and %d is %d", (p, q, expected) => {
    expect(f.evaluate({ p, q })).toBe(expected);
  });

  it("is undefined without them", () => {
    const plain = formula(r`p \log \frac{p}{q}`, symbols);
    expect(plain.evaluate({ p: 0, q: 0 })).toBeNaN();
    expect(plain.evaluate({ p: 1, q: 0 })).toBeNaN();
  });
});
