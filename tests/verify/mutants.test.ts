// Mutants: every single edit of a formula, each well shaped, printable, and none twice.

import { describe, expect, it } from "vitest";
import { equations, withVariants } from "../../src/equations/index.js";
import { formula, printExpression } from "../../src/evaluate/index.js";
import { sameExpression } from "../../src/latex/expression.js";
import { sameShape } from "../../src/latex/shapes.js";
import {
  functionSymbol,
  integer,
  matrix,
  real,
  set,
  vector,
  type SymbolDeclarations,
} from "../../src/latex/symbols.js";
import { canonicalKey } from "../../src/verify/canonical.js";
import { latexOfMutant, mutantsOf } from "../../src/verify/mutants.js";

const symbols: SymbolDeclarations = {
  a: real(),
  b: real(),
  c: real(),
  N: integer(),
  x: vector("n"),
  y: vector("n"),
  A: matrix("n", "m"),
  W: matrix("n", "n"),
  U: set(),
  V: set(),
  f: functionSymbol({
    name: "f",
    latex: "f",
    parameters: [
      { name: "a", shape: { kind: "scalar" } },
      { name: "b", shape: { kind: "scalar" } },
    ],
    result: { kind: "scalar" },
    body: undefined,
  }),
  sigma: functionSymbol({
    name: "sigma",
    latex: "\\sigma",
    parameters: [{ name: "a", shape: { kind: "scalar" } }],
    result: { kind: "scalar" },
    body: undefined,
  }),
};

const edits = (latex: string, declared = symbols): readonly (readonly [string, string])[] => {
  const read = formula(latex, declared);
  // Thin spaces between letters are for the reader.
  return mutantsOf(read.value).map(
    (mutant) => [mutant.edit, latexOfMutant(read, mutant).replaceAll("\\, ", "")] as const,
  );
};

describe("among the mutants of a formula is", () => {
  it.each([
    ["a + b", "a sign turned", "a - b"],
    ["a + b", "a sign turned", "-a + b"],
    ["a + b", "a term dropped", "b"],
    ["a + b", "a sum read as a product", "a b"],
    ["a - b", "a difference read as a product", "a b"],
    ["a b", "a product read as a sum", "a + b"],
    ["a b", "a product read as a division", String.raw`\frac{a}{b}`],
    ["a b", "a factor dropped", "b"],
    [String.raw`\frac{a}{b}`, "numerator and denominator exchanged", String.raw`\frac{b}{a}`],
    [String.raw`\frac{a}{b}`, "a division read as a product", "a b"],
    [String.raw`\frac{a}{b}`, "a denominator dropped", "a"],
    [String.raw`\frac{a}{b}`, "a numerator dropped", String.raw`\frac{1}{b}`],
    ["a^2", "a power dropped", "a"],
    ["a^2", "a constant greater by one", "a^{3}"],
    ["a^2 + 2", "a constant less by one", "a^{2} + 1"],
    ["a^2", "a square replaced by an absolute value", String.raw`\lvert a \rvert`],
    ["a^b", "base and exponent exchanged", "b^{a}"],
    ["W A", "a factor dropped", "A"],
    ["W A", "a transpose too many", String.raw`W^\top A`],
    [String.raw`W^\top A`, "a transpose dropped", "W A"],
    ["W W^\\top A", "the order of two factors exchanged", String.raw`W^\top W A`],
    ["e^{a}", "an exponential dropped", "a"],
    ["e^{a}", "a sign turned", "e^{-a}"],
    ["e^{a}", "an exponential replaced by a logarithm", String.raw`\log\left(a\right)`],
    ["e^{a}", "a constant replaced", "2^{a}"],
    [String.raw`\exp(a)`, "a function replaced by its neighbour", String.raw`\log\left(a\right)`],
    [String.raw`\sin(a)`, "a function replaced by its neighbour", String.raw`\cos\left(a\right)`],
    [String.raw`\lfloor a \rfloor`, "a function replaced by its neighbour", String.raw`\lceil a \rceil`],
    [String.raw`\max(a, b)`, "a function replaced by its neighbour", String.raw`\min\left(a, b\right)`],
    [String.raw`\max(0, a)`, "an argument dropped", "a"],
    [String.raw`\tanh(a)`, "a function replaced by its neighbour", String.raw`\max\left(0, a\right)`],
    [
      String.raw`\tanh(a) + \sigma(b)`,
      "a function replaced by its neighbour",
      String.raw`\sigma\left(a\right) + \sigma\left(b\right)`,
    ],
    [String.raw`\sigma(b)`, "a function replaced by its neighbour", String.raw`\tanh\left(b\right)`],
    [String.raw`\sigma(b)`, "a function dropped", "b"],
    [String.raw`\sqrt{a}`, "a square root dropped", "a"],
    [String.raw`\log(a)`, "another base of a logarithm", String.raw`\log_{2}\left(a\right)`],
    [String.raw`\log_b(a)`, "the base of a logarithm dropped", String.raw`\log\left(a\right)`],
    [String.raw`\binom{a}{b}`, "two arguments exchanged", String.raw`\binom{b}{a}`],
    ["f(a, b)", "two arguments exchanged", String.raw`f\left(b, a\right)`],
    ["a - a b", "a symbol replaced by another", "a - b b"],
    ["a - b^2", "two symbols exchanged everywhere", "b - a^{2}"],
    [String.raw`|a - b|`, "an absolute value dropped", "a - b"],
    [String.raw`|a - b|`, "an absolute value replaced by a square", String.raw`\left(a - b\right)^{2}`],
    [String.raw`\lVert x \rVert`, "a norm's square root dropped", String.raw`\lVert x \rVert^{2}`],
    [String.raw`\lVert x \rVert`, "another norm", String.raw`\lVert x \rVert_{1}`],
    [String.raw`|U \cap V|`, "an intersection replaced by a union", String.raw`\lvert U \cup V \rvert`],
    [
      String.raw`|U \setminus V|`,
      "the sets of a difference exchanged",
      String.raw`\lvert V \setminus U \rvert`,
    ],
    [String.raw`|U \cap V|`, "a set dropped", String.raw`\lvert U \rvert`],
    [String.raw`\mathbb{1}[a < b]`, "a comparison turned", String.raw`\mathbb{1}[a > b]`],
    [String.raw`\mathbb{1}[a < b]`, "a comparison turned", String.raw`\mathbb{1}[a \le b]`],
    [String.raw`\mathbb{1}[a = b]`, "a comparison turned", String.raw`\mathbb{1}[a \ne b]`],
    [String.raw`\mathbb{1}[a < b < c]`, "a condition dropped", String.raw`\mathbb{1}[b < c]`],
    [String.raw`\mathbb{1}[a < b]`, "an indicator's condition dropped", "1"],
    [
      String.raw`\mathbb{1}[a < b \land b < c]`,
      "“and” replaced by “or”",
      String.raw`\mathbb{1}[a < b \lor b < c]`,
    ],
    [String.raw`\mathbb{1}[a < b \land b < c]`, "a condition dropped", String.raw`\mathbb{1}[b < c]`],
    [
      String.raw`\begin{cases} a & \text{if } a < b \\ c & \text{otherwise} \end{cases}`,
      "the values of two cases exchanged",
      String.raw`\begin{cases} c & \text{if } a < b \\ a & \text{otherwise} \end{cases}`,
    ],
    [
      String.raw`\begin{cases} a & \text{if } a < b \\ c & \text{otherwise} \end{cases}`,
      "a case dropped",
      "c",
    ],
    [
      String.raw`\sum_{i=1}^n x_i`,
      "an operator replaced by its neighbour",
      String.raw`\prod_{i = 1}^{n} x_{i}`,
    ],
    [String.raw`\sum_{i=1}^n x_i`, "a bound shifted by one", String.raw`\sum_{i = 2}^{n} x_{i}`],
    [String.raw`\sum_{i=1}^n x_i`, "a bound shifted by one", String.raw`\sum_{i = 1}^{n - 1} x_{i}`],
    [
      String.raw`\sum_{i \ne j} W_{ij}`,
      "a condition dropped",
      String.raw`\sum_{\substack{i = 1, \dots, n \\ j = 1, \dots, n}} W_{i, j}`,
    ],
    [
      String.raw`\sum_{i=1}^n \sum_{j=1}^n W_{ij} x_i`,
      "two indices exchanged",
      String.raw`\sum_{i = 1}^{n} \sum_{j = 1}^{n} W_{j, i} x_{i}`,
    ],
    [
      String.raw`\sum_{i=1}^n \sum_{j=1}^n W_{ij} x_i y_j`,
      "an index replaced by another",
      String.raw`\sum_{i = 1}^{n} \sum_{j = 1}^{n} W_{i, j} x_{i} y_{i}`,
    ],
    [
      String.raw`\sum_{i=2}^n x_i x_{i-1}`,
      "an index shifted by one",
      String.raw`\sum_{i = 2}^{n} x_{i} x_{i}`,
    ],
    [
      String.raw`\min_i \max_j W_{ij}`,
      "the order of two operators exchanged",
      String.raw`\max_{\substack{j = 1, \dots, n}} \min_{\substack{i = 1, \dots, n}} W_{i, j}`,
    ],
    ["[x; y]", "two parts exchanged", "[y; x]"],
  ])("of %s: %s, %s", (latex, edit, printed) => {
    expect(edits(latex)).toContainEqual([edit, printed]);
  });
});

describe("among the mutants of a formula are slips of how far something reaches:", () => {
  it.each([
    [String.raw`\log(1 - a)`, String.raw`1 - \log\left(a\right)`],
    [String.raw`\log(1 - a)`, String.raw`\log\left(1\right) - a`],
    [String.raw`1 - \log(a)`, String.raw`\log\left(1 - a\right)`],
    [String.raw`\log(a) + b`, String.raw`\log\left(a + b\right)`],
    [String.raw`\sigma(a) b`, String.raw`\sigma\left(a b\right)`],
    [String.raw`\sigma(a b)`, String.raw`\sigma\left(a\right) b`],
    [String.raw`\sigma(a b)`, String.raw`a \sigma\left(b\right)`],
    [String.raw`\log \frac{a}{b}`, String.raw`\frac{\log\left(a\right)}{b}`],
    [String.raw`\frac{\log a}{b}`, String.raw`\log\left(\frac{a}{b}\right)`],
    ["-(a + b) c", String.raw`-\left(a + b c\right)`],
    ["a (b + c)", "a b + c"],
    ["a b + c", String.raw`a \left(b + c\right)`],
    [String.raw`\frac{a + b}{c}`, String.raw`a + \frac{b}{c}`],
    [String.raw`a + \frac{b}{c}`, String.raw`\frac{a + b}{c}`],
    [String.raw`\frac{a}{b + c}`, String.raw`\frac{a}{b} + c`],
    [String.raw`\frac{a}{b c}`, String.raw`\frac{a}{b} c`],
    ["(a b)^2", "a b^{2}"],
    ["a b^2", String.raw`\left(a b\right)^{2}`],
    ["e^{a + b}", "e^{a} + b"],
    [String.raw`\log \sum_{i=1}^n x_i`, String.raw`\sum_{i = 1}^{n} \log\left(x_{i}\right)`],
    [String.raw`\sum_{i=1}^n \log x_i`, String.raw`\log\left(\sum_{i = 1}^{n} x_{i}\right)`],
    [String.raw`\sum_{i=1}^n x_i + a`, String.raw`\sum_{i = 1}^{n} \left(x_{i} + a\right)`],
    [String.raw`\sum_{i=1}^n (x_i + a)`, String.raw`\sum_{i = 1}^{n} x_{i} + a`],
  ])("%s as %s", (latex, printed) => {
    expect(edits(latex).map(([, found]) => found)).toContain(printed);
  });
});

describe("no mutant is the same function by the order of what commutes or by its letters:", () => {
  it.each([
    ["a + b", "b + a"],
    ["a b", "b a"],
    ["|a - b|", "|b - a|"],
    ["(a - b)^2", "(b - a)^2"],
    ["(-a)^3 + b", "-a^3 + b"],
    [String.raw`\max(a, b)`, String.raw`\max(b, a)`],
    [String.raw`\mathbb{1}[a = b]`, String.raw`\mathbb{1}[b = a]`],
    [String.raw`\mathbb{1}[a < b]`, String.raw`\mathbb{1}[b > a]`],
    [String.raw`|U \cap V|`, String.raw`|V \cap U|`],
    ["x^\\top y", "y^\\top x"],
    [String.raw`\tanh(a - b)`, String.raw`-\tanh(b - a)`],
    [String.raw`\frac{a}{b} c`, String.raw`\frac{a c}{b}`],
    [
      String.raw`\sum_{i=1}^n \sum_{j=1}^n W_{ij} x_i x_j`,
      String.raw`\sum_{i=1}^n \sum_{j=1}^n W_{ji} x_i x_j`,
    ],
  ])("%s and %s", (one, other) => {
    expect(canonicalKey(formula(one, symbols).value)).toBe(canonicalKey(formula(other, symbols).value));
  });

  it.each([
    ["a - b", "b - a"],
    [String.raw`\log(a - b)`, String.raw`\log(b - a)`],
    ["a^b", "b^a"],
    [String.raw`|U \setminus V|`, String.raw`|V \setminus U|`],
    [String.raw`\sum_{i=1}^n \sum_{j=1}^i W_{ij}`, String.raw`\sum_{i=1}^n \sum_{j=1}^i W_{ji}`],
    ["W A", String.raw`W^\top A`],
    ["(-a)^3 + b", "a^3 + b"],
  ])("but %s and %s are two", (one, other) => {
    expect(canonicalKey(formula(one, symbols).value)).not.toBe(canonicalKey(formula(other, symbols).value));
  });
});

describe("a mutant", () => {
  it("takes no entry that sizes say is not there", () => {
    const printed = edits(String.raw`\sum_{i=1}^n x_i`).map(([, latex]) => latex);
    expect(printed).not.toContain(String.raw`\sum_{i = 0}^{n} x_{i}`);
    expect(printed).not.toContain(String.raw`\sum_{i = 1}^{n + 1} x_{i}`);
    expect(printed.some((latex) => /x_\{i [+-] 1\}/u.test(latex))).toBe(false);
  });

  it("says what changed, in the smallest part", () => {
    const [{ edit, before, after }] = mutantsOf(formula("c + |a|", symbols).value).filter(
      (mutant) => mutant.edit === "an absolute value dropped",
    ) as [ReturnType<typeof mutantsOf>[number]];
    expect([edit, printExpression(before), printExpression(after)]).toEqual([
      "an absolute value dropped",
      String.raw`\lvert a \rvert`,
      "a",
    ]);
  });
});

describe("the mutants of a formula of the catalogue have its shape, differ from it and from one another, and read back:", () => {
  const all = equations
    .flatMap(withVariants)
    .flatMap(({ id, formula: read }) =>
      read.statement.members.map((member, k) => [`${id}, member ${k + 1}`, read, member] as const),
    );
  it.each(all)("%s", (_, read, member) => {
    const mutants = mutantsOf(member);
    expect(mutants.length).toBeGreaterThan(0);
    for (const mutant of mutants) {
      const latex = latexOfMutant(read, mutant);
      expect(sameShape(mutant.expression.shape, member.shape), latex).toBe(true);
      expect(sameExpression(mutant.expression, member), latex).toBe(false);
      const again = formula(latex, read.symbols);
      expect(sameExpression(again.value, mutant.expression), latex).toBe(true);
    }
    const texts = mutants.map((mutant) => latexOfMutant(read, mutant));
    expect(new Set(texts).size).toBe(texts.length);
  });
});
