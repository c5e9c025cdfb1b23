// The rules by which LaTeX is read, one by one. What a formula means is shown as it prints back: unambiguous LaTeX.

import { describe, expect, it } from "vitest";
import type { LatexErrorCode } from "../../src/latex/errors.js";
import { printExpression } from "../../src/latex/print.js";
import { readStatement, type Statement } from "../../src/latex/read-statement.js";
import { SCALAR } from "../../src/latex/shapes.js";
import {
  functionSymbol,
  integer,
  matrix,
  real,
  vector,
  type SymbolDeclarations,
} from "../../src/latex/symbols.js";
import { latexErrorOf, underlined } from "./errors.js";

const symbols: SymbolDeclarations = {
  a: real(),
  b: real(),
  x: real(),
  y: real(),
  n: integer(),
  sigma: real(),
  yHat: real("", { latex: "\\hat{y}" }),
  z: vector("K"),
  w: vector("K"),
  Y: vector("K", "", { latex: "\\hat{Y}" }),
  A: matrix("K", "M"),
  B: matrix("M", "K"),
  C: matrix("K", "K"),
  f: functionSymbol({
    name: "f",
    latex: "f",
    parameters: [{ name: "x", shape: SCALAR }],
    result: SCALAR,
    body: undefined,
  }),
};

const read = (latex: string, more: SymbolDeclarations = {}): Statement =>
  readStatement(latex, { ...symbols, ...more });
/** The value of a formula, as it prints. */
const value = (latex: string, more: SymbolDeclarations = {}): string => {
  const last = read(latex, more).members.at(-1)!;
  return printExpression(last.kind === "table" ? last.body : last);
};
const free = (latex: string, more: SymbolDeclarations = {}): string[] =>
  read(latex, more).free.map(
    ({ latex: letter, from, to }) => `${letter} = ${printExpression(from)}..${printExpression(to)}`,
  );
/** What LaTeX means, twice: the first reads as the second prints. */
const readsAs = (table: readonly (readonly [latex: string, printed: string])[]): void => {
  it.each(table)("%s is %s", (latex, printed) => {
    expect(value(latex)).toBe(printed);
    expect(read(latex).notes).toEqual([]);
  });
};
const refuses = (table: readonly (readonly [latex: string, code: LatexErrorCode, place: string])[]): void => {
  it.each(table)("%s is refused: %s at %s", (latex, code, place) => {
    const error = latexErrorOf(() => read(latex));
    expect([error.code, underlined(error)]).toEqual([code, place]);
  });
};
const r = String.raw;

describe("rule 1, layout: what is drawn alike reads alike", () => {
  readsAs([
    [r`{a}{{b}}`, r`a \, b`],
    [r`a \, \! \; b \quad`, r`a \, b`],
    [r`\hat{Y}_2`, r`\hat{Y}_{2}`],
    [r`\hat{Y_2}`, r`\hat{Y}_{2}`],
    [r`\widehat{Y}_2`, r`\hat{Y}_{2}`],
    [r`{x^2}`, r`x^{2}`],
    [r`\frac{1} {2}`, r`\frac{1}{2}`],
    [r`\dfrac ab`, r`\frac{a}{b}`],
    [r`a \over b`, r`\frac{a}{b}`],
    [r`\mathbb{1}[a \leq b]`, r`\mathbb{1}[a \le b]`],
    [r`\mathbb{1}[a \not= b]`, r`\mathbb{1}[a \ne b]`],
    ["σ − x · y", r`\sigma - x \, y`],
  ]);

  it("bold, calligraphic and blackboard letters are letters of their own", () => {
    const fonts = {
      plain: real("", { latex: "q" }),
      bold: real("", { latex: "\\mathbf{q}" }),
      cal: real("", { latex: "\\mathcal{q}" }),
      blackboard: real("", { latex: "\\mathbb{q}" }),
    };
    const names = (latex: string): unknown => read(latex, fonts).members[0];
    expect(names("q")).toMatchObject({ name: "plain" });
    expect(names(r`\boldsymbol{q}`)).toMatchObject({ name: "bold" });
    expect(names(r`\bm q`)).toMatchObject({ name: "bold" });
    expect(names(r`{\bf q}`)).toMatchObject({ name: "bold" });
    expect(names(r`{\cal q}`)).toMatchObject({ name: "cal" });
    expect(names(r`{\rm q}`)).toMatchObject({ name: "plain" });
    expect(names(r`\mathscr{q}`)).toMatchObject({ name: "cal" });
    expect(names(r`\mathbb q`)).toMatchObject({ name: "blackboard" });
    expect(latexErrorOf(() => read(r`\mathbf{x}`)).reason).toContain(r`\mathbf{x} is not declared`);
  });

  it("upright letters, words and spelled letters are the same name", () => {
    const counts = { TP: integer("true positives") };
    for (const latex of [
      "TP",
      r`\mathrm{TP}`,
      r`\text{TP}`,
      r`\operatorname{TP}`,
      r`T\mathrm{P}`,
      r`\textit{TP}`,
    ])
      expect(read(latex, counts).members[0]).toMatchObject({ kind: "symbol", name: "TP" });
  });
});

describe("rule 2, fences first", () => {
  readsAs([
    [r`a \left( b + x \right)`, r`a \left(b + x\right)`],
    [r`a \bigl[ b + x \bigr]`, r`a \left(b + x\right)`],
    [r`a \big\{ b + x \big\}`, r`a \left(b + x\right)`],
    [r`(a + b)^2`, r`\left(a + b\right)^{2}`],
    [r`\left(a + b\right)^2`, r`\left(a + b\right)^{2}`],
    [r`\Bigl(a + b\Bigr)^2`, r`\left(a + b\right)^{2}`],
    [r`\langle z, w \rangle`, r`z \cdot w`],
    [r`\lfloor x \rfloor + \lceil y \rceil`, r`\lfloor x \rfloor + \lceil y \rceil`],
  ]);
  refuses([
    ["a (b + x]", "unclosed", "(b + x]"],
    [r`a \left( b + x`, "unclosed", r`\left`],
    ["a [b + x)", "unclosed", "[b + x)"],
    [r`a \in (0, 1]`, "unsupported", r`\in`],
  ]);
});

describe("rule 3, names: the longest declared one wins", () => {
  const names = {
    TP: integer(),
    FP: integer(),
    T: real(),
    P: real(),
    d_k: integer(),
    d: vector("D"),
    hSup: real("", { latex: "h^*" }),
    W: matrix("K", "K", "", { latex: "W^O" }),
    sigma2: real("", { latex: "\\sigma^2_y" }),
  };
  it.each([
    ["TP", "TP"],
    ["PT", r`P \, T`],
    ["TP T", r`TP \, T`],
    ["T P", "TP"],
    [r`T \, P`, r`T \, P`],
    ["d_k", "d_{k}"],
    ["d_2", "d_{2}"],
    ["h^*", "h^*"],
    ["W^O_{12}", "W^O_{1, 2}"],
    [r`\sigma^2`, r`\sigma^{2}`],
    [r`\sigma_y^2`, r`\sigma^2_y`],
    ["x_1", undefined],
  ])("%s is %s", (latex, printed) => {
    if (printed === undefined) expect(latexErrorOf(() => value(latex, names)).code).toBe("index");
    else expect(value(latex, names)).toBe(printed);
  });

  it("a declared name hides a word that is known without declaration", () => {
    const own = { e: matrix("n", "m"), log: real(), pi: vector("K", "", { latex: "\\pi" }) };
    expect(value("e_{12}", own)).toBe("e_{1, 2}");
    expect(value("e^{x}")).toBe("e^{x}");
    expect(value(r`\pi_2`, own)).toBe(r`\pi_{2}`);
    expect(value(r`\log + 1`, own)).toBe("log + 1");
  });

  it("known words are read in letters as well as in commands", () => {
    expect(value("tanh(x)")).toBe(r`\tanh\left(x\right)`);
    expect(value("max(0, x)")).toBe(r`\max\left(0, x\right)`);
    expect(value(r`\operatorname{sgn}(x)`)).toBe(r`\operatorname{sgn}\left(x\right)`);
    expect(value(r`\Phi(x)`)).toBe(r`\Phi\left(x\right)`);
  });
});

describe("rule 4, numbers and indicators", () => {
  readsAs([
    ["1{,}000", "1000"],
    ["10^2", "10^{2}"],
    [r`\frac1 2`, r`\frac{1}{2}`],
    [r`\frac12`, r`\frac{1}{2}`],
    ["0.50", "0.50"],
    [".5 x", r`0.5 x`],
    ["2x", "2 x"],
    ["2.5x^2", "2.5 x^{2}"],
    ["1(x > 0)", r`\mathbb{1}[x > 0]`],
    [r`\mathbb{1}[x > 0]`, r`\mathbb{1}[x > 0]`],
    [r`\mathbf{1}_{\{x > 0\}}`, r`\mathbb{1}[x > 0]`],
    [r`\mathbb{I}(x > 0)`, r`\mathbb{1}[x > 0]`],
    [r`[\![ x > 0 ]\!]`, r`\mathbb{1}[x > 0]`],
    [r`\llbracket x > 0 \rrbracket`, r`\mathbb{1}[x > 0]`],
    [r`[x > 0] y`, r`\mathbb{1}[x > 0] y`],
    [r`1(x + 1)`, r`1 \left(x + 1\right)`],
  ]);
});

describe("rule 5, left sides", () => {
  it("an undeclared name in front of = is defined by what follows", () => {
    const statement = read(r`L(\theta) = x + 1`);
    expect(statement.lefts).toMatchObject([{ latex: "L", parameters: [r`\theta`] }]);
    expect(statement.members).toHaveLength(1);
    expect(read(r`D_{KL}(P \| Q) = x`).lefts[0]?.name).toMatchObject({ letters: "D", sub: "KL" });
    expect(read("A = B = x", { A: real(), B: real() }).lefts).toEqual([]);
    expect(read("Loss = Error = x").lefts.map(({ latex }) => latex)).toEqual(["Loss", "Error"]);
  });

  it("a declared name is a member of the chain", () => {
    const statement = read("y = x + 1");
    expect(statement.lefts).toEqual([]);
    expect(statement.members).toHaveLength(2);
  });

  it("letters in its scripts are free indices where they are indices on the right", () => {
    expect(free("q_i = z_i")).toEqual(["i = 1..K"]);
    expect(free("q_i = i z_i")).toEqual(["i = 1..K"]);
    expect(free("L_x = x")).toEqual([]);
    expect(free(r`q_{ij} = A_{ij}`)).toEqual(["i = 1..K", "j = 1..M"]);
    expect(free(r`q_{ji} = A_{ij}`)).toEqual(["j = 1..M", "i = 1..K"]);
    expect(read("L_{reg} = x").lefts[0]?.name).toMatchObject({ letters: "L", sub: "reg" });
  });

  it("f(z_i) on the left means f(z)_i", () => {
    expect(free("q(z_i) = z_i")).toEqual(["i = 1..K"]);
    expect(free("q(z)_i = z_i")).toEqual(["i = 1..K"]);
  });

  it("the arguments may be opaque", () => {
    expect(read(r`p(y=1|x) = x`).lefts).toHaveLength(1);
    expect(read(r`g(\sigma^2) = x`).lefts[0]?.parameters).toEqual([r`\sigma^{2}`]);
  });
});

describe("rule 6, chains", () => {
  it("every side is a member, with the relations between", () => {
    const statement = read(r`q(x) = \frac{x}{2} = 0.5 x`);
    expect(statement.members.map(printExpression)).toEqual([r`\frac{x}{2}`, "0.5 x"]);
    expect(read(r`0 \le x < 1`).relations).toEqual([r`\le`, "<"]);
    expect(read(r`x \equiv y`).relations).toEqual(["="]);
  });
  refuses([
    [r`x \approx y`, "unsupported", r`\approx`],
    [r`z = x`, "shape", "z"],
    [r`\min_\theta \max_q V(q) = x`, "range", "q"],
  ]);
});

describe("rule 7, clauses: ranges and definitions behind the formula", () => {
  it.each([
    [r`q_i = z_i \quad i = 1, \dots, n`, "i = 1..n"],
    [r`q_i = z_i \ \ \ for\ i=1,2,\dots,n`, "i = 1..n"],
    [r`q_i = z_i \text{ for } i = 1, \ldots, n`, "i = 1..n"],
    [r`q_i = z_i, \quad 1 \le i \le n`, "i = 1..n"],
    [r`q_i = z_i \quad \forall i`, "i = 1..K"],
    [r`q_i = z_i, \quad i \in \{1, \dots, n\}`, "i = 1..n"],
    [r`q_i = z_i \quad i = 2, \dots, n - 1`, "i = 2..n - 1"],
    [r`q_i = x, \quad i = 1, \dots, n`, "i = 1..n"],
  ])("%s", (latex, range) => {
    expect(free(latex)).toEqual([range]);
  });

  it.each([
    [r`q = c^2 \text{ where } c = x + 1`, r`\left(x + 1\right)^{2}`],
    [r`q = c^2, \quad c = x + 1`, r`\left(x + 1\right)^{2}`],
    [r`c = x + 1 \\ q = c^2`, r`\left(x + 1\right)^{2}`],
    [r`q = c \text{ where } c = d + 1 \text{ and } d = x`, "x + 1"],
    [r`q = \sum_i c_i, \quad c_i = z_i^2`, r`\sum_{i = 1}^{K} z_{i}^{2}`],
    [r`q = \sum_{t=1}^K c_t \quad \text{with } c_i = z_i w_i`, r`\sum_{t = 1}^{K} z_{t} w_{t}`],
  ])("%s", (latex, printed) => {
    expect(value(latex)).toBe(printed);
  });
});

describe("rule 8, how far a big operator reaches: one term", () => {
  readsAs([
    [r`\sum_{i=1}^K z_i + x`, r`\sum_{i = 1}^{K} z_{i} + x`],
    [r`\sum_{i=1}^K - z_i w_i`, r`\sum_{i = 1}^{K} -z_{i} w_{i}`],
    [r`\sum_{i=1}^K z_i - \sum_{i=1}^K w_i`, r`\sum_{i = 1}^{K} z_{i} - \sum_{i = 1}^{K} w_{i}`],
    [r`\prod_{i=1}^n x y`, r`\prod_{i = 1}^{n} x \, y`],
    [r`\sum_i z_i \sum_j w_j`, r`\sum_{i = 1}^{K} z_{i} \sum_{j = 1}^{K} w_{j}`],
    [r`(\sum_i z_i) x`, r`\left(\sum_{i = 1}^{K} z_{i}\right) x`],
    [r`\log \sum_i e^{z_i} + x`, r`\log\left(\sum_{i = 1}^{K} e^{z_{i}}\right) + x`],
    [r`\max_i z_i`, r`\max_{\substack{i = 1, \dots, K}} z_{i}`],
    [r`\arg\max_i z_i`, r`\operatorname{argmax}_{\substack{i = 1, \dots, K}} z_{i}`],
    [r`\operatorname*{arg\,min}_i z_i`, r`\operatorname{argmin}_{\substack{i = 1, \dots, K}} z_{i}`],
    [r`\underset{i}{\max} \, z_i`, r`\max_{\substack{i = 1, \dots, K}} z_{i}`],
  ]);

  it("it goes on over a term that cannot be read without its index, with a note", () => {
    const statement = read(r`\sum_i z_i - w_i + x`);
    expect(printExpression(statement.members[0]!)).toBe(r`\sum_{i = 1}^{K} \left(z_{i} - w_{i}\right) + x`);
    expect(statement.notes).toMatchObject([{ alternative: "it ends before the sign" }]);
  });

  it("a maximum reaches to the end, with a note where a term does without its index", () => {
    expect(value(r`\max_i z_i - w_i`)).toBe(r`\max_{\substack{i = 1, \dots, K}} z_{i} - w_{i}`);
    expect(read(r`\max_i z_i - w_i`).notes).toEqual([]);
    expect(read(r`\max_i z_i + x`).notes).toHaveLength(1);
    expect(value(r`\max_i z_i - \min_i z_i`)).toBe(
      r`\left(\max_{\substack{i = 1, \dots, K}} z_{i}\right) - \left(\min_{\substack{i = 1, \dots, K}} z_{i}\right)`,
    );
  });
});

describe("rule 9, functions without parentheses", () => {
  readsAs([
    [r`\log x + 1`, r`\log\left(x\right) + 1`],
    [r`\log x \log y`, r`\log\left(x\right) \log\left(y\right)`],
    [r`\log(x) y`, r`\log\left(x\right) y`],
    [r`\log(x)^2`, r`\log\left(x\right)^{2}`],
    [r`\log x^2`, r`\log\left(x^{2}\right)`],
    [r`\log x \, y`, r`\log\left(x\right) y`],
    [r`\log{\frac{x}{y}}`, r`\log\left(\frac{x}{y}\right)`],
    [r`\sin^2 x`, r`\sin\left(x\right)^{2}`],
    [r`\sin^2(x)`, r`\sin\left(x\right)^{2}`],
    [r`\log_2 x`, r`\log_{2}\left(x\right)`],
    [r`\ln x`, r`\log\left(x\right)`],
    [r`\exp\left(-x\right)`, r`\exp\left(-x\right)`],
    [r`\log|x|`, r`\log\left(\lvert x \rvert\right)`],
    [r`\exp\{x\}`, r`\exp\left(x\right)`],
    [r`f(x)^2`, r`f\left(x\right)^{2}`],
    [r`\sqrt x y`, r`\sqrt{x} y`],
  ]);

  it.each([
    [r`\log a b`, r`\log\left(a \, b\right)`, "only the first factor"],
    [r`\log a/b`, r`\frac{\log\left(a\right)}{b}`, "the whole quotient"],
    [r`\log a(b + 1)`, r`\log\left(a\right) \left(b + 1\right)`, "takes the product"],
    [r`1/2x`, r`\frac{1}{2} x`, "belong to the denominator"],
  ])("%s is %s, with a note of the other reading", (latex, printed, alternative) => {
    expect(value(latex)).toBe(printed);
    expect(read(latex).notes).toMatchObject([
      { alternative: expect.stringContaining(alternative) as string },
    ]);
  });

  refuses([
    [r`\sin^{-1} x`, "unsupported", r`\sin^{-1}`],
    [r`\log`, "missing", r`\log`],
    [r`f x`, "missing", "x"],
    [r`f'(x)`, "unsupported", "f'"],
    [r`\exp(x, y)`, "shape", r`\exp`],
  ]);
});

describe("rule 10, bars: an absolute value, a norm, a separator", () => {
  readsAs([
    ["|x|", r`\lvert x \rvert`],
    ["|x||y|", r`\lvert x \rvert \lvert y \rvert`],
    ["|x| + |y|", r`\lvert x \rvert + \lvert y \rvert`],
    ["|x - |y||", r`\lvert x - \lvert y \rvert \rvert`],
    ["2|x|", r`2 \lvert x \rvert`],
    [r`\left|x\right|^2`, r`\lvert x \rvert^{2}`],
    [r`\lvert x \rvert`, r`\lvert x \rvert`],
    ["|z|", r`\lVert z \rVert`],
    ["||z||", r`\lVert z \rVert`],
    ["||z||_1", r`\lVert z \rVert_{1}`],
    [r`\|z\|_2^2`, r`\lVert z \rVert_{2}^{2}`],
    [r`\lVert z - w \rVert_2`, r`\lVert z - w \rVert_{2}`],
    [r`\|z\|_\infty`, r`\lVert z \rVert_{\infty}`],
    [r`\|A\|_F`, r`\lVert A \rVert_{F}`],
    [r`\max(|x|, |y|)`, r`\max\left(\lvert x \rvert, \lvert y \rvert\right)`],
    [r`\max(x \mid y)`, r`\max\left(x, y\right)`],
    [r`\max(x \| y)`, r`\max\left(x, y\right)`],
    [r`\max(x || y)`, r`\max\left(x, y\right)`],
    [r`\max(x; y)`, r`\max\left(x, y\right)`],
    [r`\frac{z \cdot w}{|z||w|}`, r`\frac{z \cdot w}{\lVert z \rVert \lVert w \rVert}`],
  ]);
  refuses([
    ["|A|", "shape", "|A|"],
    ["|x", "unclosed", "|"],
    ["||x|", "unclosed", "|"],
  ]);
});

describe("rule 11, subscripts of a declared base", () => {
  readsAs([
    ["z_2", "z_{2}"],
    ["A_{1,2}", "A_{1, 2}"],
    ["A_{12}", "A_{1, 2}"],
    ["A_2", "A_{2}"],
    ["z[2]", "z_{2}"],
    ["A[1, 2]", "A_{1, 2}"],
    ["z_n", "z_{n}"],
    ["z_{n - 1}", "z_{n - 1}"],
    ["A_{n 1}", "A_{n, 1}"],
    ["z_2^2", "z_{2}^{2}"],
    ["z^{2}_2", "z_{2}^{2}"],
  ]);
  refuses([
    ["z_{1,2}", "index", "z_{1,2}"],
    ["z_{ij}", "index", "z_{ij}"],
    ["A_{1,2,3}", "index", "A_{1,2,3}"],
    ["x_1", "index", "x_1"],
    ["x^{(n)}", "unsupported", "x^{(n)}"],
    ["z^2", "shape", "z^2"],
  ]);
});

describe("rule 12, transposes", () => {
  readsAs([
    ["z^T w", r`z^\top w`],
    [r`z^\top w`, r`z^\top w`],
    [r`z^{\mathsf{T}} w`, r`z^\top w`],
    [r`z^{\intercal} w`, r`z^\top w`],
    ["z' w", r`z^\top w`],
    [r`z^\prime w`, r`z^\top w`],
    ["A^T_{12}", r`\left(A^\top\right)_{1, 2}`],
    ["(A B)^T", r`\left(A \, B\right)^\top`],
  ]);
  refuses([
    ["x^T", "shape", "x^T"],
    ["A_{12}^T", "shape", "A_{12}^T"],
    ["x'", "unsupported", "x'"],
  ]);
  it("on a number T is a power, where it is declared", () => {
    expect(value("x^T", { T: integer() })).toBe("x^{T}");
    expect(value("z^T w", { T: integer() })).toBe(r`z^\top w`);
  });
});

describe("rule 13, products by shape", () => {
  it.each([
    ["z^T w", "dot"],
    [r`z \cdot w`, "dot"],
    ["z w^T", "outer"],
    ["A B", "matrix"],
    ["B z", "matrix"],
    ["z^T A", "matrix"],
    [r`z \odot w`, "entrywise"],
    [r`z \circ w`, "entrywise"],
    ["x z", "scale"],
    ["A x", "scale"],
  ])("%s is a product of the kind %s", (latex, operation) => {
    expect(read(latex).members[0]).toMatchObject({ kind: "multiply", operation });
  });
  refuses([
    ["z w", "shape", "z w"],
    ["A z", "shape", "A z"],
    ["A A", "shape", "A A"],
    ["z B", "shape", "z B"],
    [r`A \odot B`, "shape", r`A \odot B`],
  ]);
});

describe("rule 14, ranges", () => {
  readsAs([
    [r`\sum_{i=1}^n z_i`, r`\sum_{i = 1}^{n} z_{i}`],
    [r`\sum\limits_{i=1}^n z_i`, r`\sum_{i = 1}^{n} z_{i}`],
    [r`\sum_i z_i`, r`\sum_{i = 1}^{K} z_{i}`],
    [r`\sum_1^n z_i`, r`\sum_{i = 1}^{n} z_{i}`],
    [r`\sum z_i w_i`, r`\sum_{i = 1}^{K} z_{i} w_{i}`],
    [r`\sum_i (z_i - z_{i-1}) w_i`, r`\sum_{i = 2}^{K} \left(z_{i} - z_{i - 1}\right) w_{i}`],
    [r`\sum_i z_{i+1} z_i`, r`\sum_{i = 1}^{K - 1} z_{i + 1} z_{i}`],
    [r`\sum_{i, j} A_{ij}`, r`\sum_{\substack{i = 1, \dots, K \\ j = 1, \dots, M}} A_{i, j}`],
    [r`\sum_{i \ne j} C_{ij}`, r`\sum_{\substack{i = 1, \dots, K \\ j = 1, \dots, K \\ i \ne j}} C_{i, j}`],
    [r`\sum_{i < j} C_{ij}`, r`\sum_{\substack{i = 1, \dots, K \\ j = 1, \dots, K \\ i < j}} C_{i, j}`],
    [r`\sum_{i=1, \dots, n} z_i`, r`\sum_{i = 1}^{n} z_{i}`],
    [r`\sum_{1 \le i < n} z_i`, r`\sum_{i = 1}^{n - 1} z_{i}`],
    [r`\sum_{i \in \{1, \dots, n\}} z_i`, r`\sum_{i = 1}^{n} z_{i}`],
    [
      r`\sum_{j=1}^K \sum_{i \ne j} C_{ij}`,
      r`\sum_{j = 1}^{K} \sum_{\substack{i = 1, \dots, K \\ i \ne j}} C_{i, j}`,
    ],
  ]);
  refuses([
    [r`\sum_i x`, "range", "i"],
    [r`\sum_i \sum_i z_i`, "redefined", "i"],
    [r`\sum_{x} z_x`, "redefined", "x"],
    [r`\sum_i z_i A_{1 i}`, "range", "i"],
    [r`\sum_{i=1}^\infty x`, "unsupported", r`\infty`],
    [r`\sum_{i \in \{1, 3\}} z_i`, "unsupported", r`\sum_{i \in \{1, 3\}}`],
    [r`\int_0^1 x`, "unsupported", r`\int_0^1`],
    [r`\lim x`, "unsupported", r`\lim`],
  ]);
});

describe("rule 15, an index repeated without a sum", () => {
  it("is refused with the sum that may be meant", () => {
    const error = latexErrorOf(() => read("z_i w_i"));
    expect(error.code).toBe("index");
    expect(error.reason).toContain(r`write \sum_{i} if a sum is meant`);
    expect(underlined(error)).toBe("z_i w_i");
  });
  it("is a table where something announces it", () => {
    expect(free("q_i = z_i w_i")).toEqual(["i = 1..K"]);
    expect(free(r`z_i w_i, \quad i = 1, \dots, n`)).toEqual(["i = 1..n"]);
  });
});

describe("rule 16, cases", () => {
  const printed = r`\begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}`;
  it.each([
    r`\begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}`,
    r`\begin{cases} x & if x > 0 \\ 0 & otherwise \end{cases}`,
    r`\begin{cases} x & x > 0 \\ 0 & \text{else} \end{cases}`,
    r`\begin{cases} x, & x > 0, \\ 0, & \text{otherwise.} \end{cases}`,
    r`\begin{cases} x \quad \text{for } x > 0 \\ 0 \quad \text{else} \end{cases}`,
    r`\begin{dcases} x & \mbox{when } x > 0 \\ 0 & \end{dcases}`,
    r`\left\{ \begin{matrix} x & if & x > 0 \\ 0 & otherwise \end{matrix} \right.`,
    r`\left\{ \begin{array}{ll} x & x > 0 \\ 0 & \mathrm{otherwise} \end{array} \right.`,
    r`\left\{ \begin{aligned} x & \quad \text{if } x > 0 \\ 0 & \quad \text{otherwise} \end{aligned} \right.`,
  ])("%s", (latex) => {
    expect(value(latex)).toBe(printed);
  });
  readsAs([
    [
      r`\begin{cases} x & 0 < x \le 1 \text{ and } y > 0 \\ 0 & x = 0 \text{ or } y = 0 \end{cases}`,
      r`\begin{cases} x & \text{if } 0 < x \le 1 \land y > 0 \\ 0 & \text{if } x = 0 \lor y = 0 \end{cases}`,
    ],
  ]);
  refuses([
    [r`\begin{cases} x \\ 0 & x > 0 \end{cases}`, "missing", "x"],
    [r`\begin{cases} x & y \\ 0 & x > 0 \end{cases}`, "missing", "y"],
    [r`\begin{cases} z & x > 0 \\ A & x < 0 \end{cases}`, "shape", "A"],
  ]);
});

describe("rule 17, words and noise", () => {
  readsAs([
    [r`\label{eq:1} x + 1 \tag{1} \nonumber`, "x + 1"],
    [r`x + 1,`, "x + 1"],
    [r`x + 1.`, "x + 1"],
    [r`\underbrace{x + 1}_{\text{all}}`, "x + 1"],
    [r`\boxed{x + 1}`, "x + 1"],
    [r`\color{red} x + \textcolor{blue}{1}`, "x + 1"],
    [r`\ensuremath{x + 1}`, "x + 1"],
    [r`\begin{equation*} x + 1 \end{equation*}`, "x + 1"],
    [r`\begin{align} x &+ 1 \end{align}`, "x + 1"],
    [r`\begin{aligned} x \\ + 1 \end{aligned}`, "x + 1"],
    [r`$$ x + 1 $$`, "x + 1"],
    [r`\[ x + 1 \]`, "x + 1"],
    [r`\begin{multline} x \\ {} + 1 \end{multline}`, "x + 1"],
    [
      r`x % a comment
       + 1`,
      "x + 1",
    ],
    [r`\newcommand{\half}[1]{\frac{#1}{2}} \half{x}`, r`\frac{x}{2}`],
    [r`\def\half#1{\frac{#1}{2}} \half x`, r`\frac{x}{2}`],
    [r`\newcommand{\pow}[2][2]{#2^{#1}} \pow{x} + \pow[3]{x}`, "x^{2} + x^{3}"],
    [r`\DeclareMathOperator{\sg}{sign} \sg(x)`, r`\operatorname{sgn}\left(x\right)`],
    [r`\let\q=x \q + 1`, "x + 1"],
  ]);
  it("several lines are one formula and its definitions", () => {
    expect(value(r`\begin{align*} q &= c^2 \\ &= c \cdot c \\ c &= x + 1 \end{align*}`)).toBe(
      r`\left(x + 1\right) \left(x + 1\right)`,
    );
  });
});

describe("what is not read yet says so, and where:", () => {
  it.each([
    [r`x \sim \mathcal{N}(0, 1)`, "Statements of distribution"],
    [r`x \in \{1, 2\}`, "Statements about sets"],
    [r`\{1, 2\}`, "Sets"],
    [r`\sum_{i \in \{1, 3\}} z_i`, "Sums over sets"],
    [r`x^{(n)}`, "a family"],
    [r`\det A`, "Determinants"],
    [r`\frac{\partial x}{\partial y}`, "Derivatives"],
    [r`\nabla f(x)`, "Derivatives"],
    [r`\lim_{n \to \infty} x`, "Limits"],
    [r`\Pr(x)`, "Probabilities"],
    [r`h_t = f(h_{t-1})`, "for a recurrence declare"],
    [r`x \pm y`, "two formulas"],
  ])("%s", (latex, words) => {
    const error = latexErrorOf(() => read(latex));
    expect(error.reason).toContain(words);
    expect(underlined(error).length).toBeGreaterThan(0);
    expect(error.code).toBe("unsupported");
  });
});
