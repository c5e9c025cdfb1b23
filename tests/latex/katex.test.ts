// The tree that is drawn is the tree that runs.

import { describe, expect, it } from "vitest";
import { readLayout } from "../../src/latex/read-layout.js";
import { agreesWithKatex, compare, katexForm, layoutForm } from "./katex-agreement.js";
import { corpus } from "./seed.js";

describe("KaTeX draws as it is read", () => {
  it.each(corpus.map(({ id, latex }) => [id, latex] as const))("%s", (_, latex) => {
    expect(agreesWithKatex(latex)).toEqual({ agrees: true });
  });

  it.each([
    String.raw`x'^2 + f'(x) + A^\top_{12}`,
    String.raw`10^2 + 1{,}000 + 0.5 + .5 + \frac12 + \frac 1 2`,
    String.raw`{x_i}^2 + \hat{Y_i}^2 + {x^2}^3 + {(x + 1)}^2`,
    String.raw`\mathbf{\hat{y}} + \hat{\mathbf{y}} + \mathbf{x}_i + \bm{x} + \mathcal{L} + \mathbb{R}`,
    String.raw`\operatorname*{arg\,max}_i x_i + \arg\max_i x_i + \underset{i}{\max} x_i`,
    String.raw`a \le b \leq c \ne d \neq e \not= f := g \coloneqq h`,
    String.raw`\left\{\begin{matrix} x & if & x > 0 \\ 0 & otherwise \end{matrix}\right.`,
    String.raw`\begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}`,
    String.raw`\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix} \begin{bmatrix} x \\ y \end{bmatrix}`,
    String.raw`\begin{aligned} a &= b \\ &= c + d \end{aligned}`,
    String.raw`\sum_{\substack{i = 1 \\ i \ne j}}^n \left| x_i \right|^2 + \lVert x \rVert_2^2 + \|x\| + ||x||`,
    String.raw`\bigl( x + 1 \bigr)^2 + \Big[ y \Big] + \left( a \middle| b \right)`,
    String.raw`\underbrace{x + y}_{z} + \boxed{x} + \textcolor{red}{y} + \overline{x} + \stackrel{a}{=}`,
    String.raw`x_1, \dots, x_n, \ldots, \cdots, ...`,
    String.raw`\sqrt[3]{x} + \binom n k + {x \over y} + \llbracket x > 0 \rrbracket`,
    String.raw`{\bf x} + {\cal L y} + {\rm TP}_i + x`,
    String.raw`\newcommand{\half}[1]{\frac{#1}{2}} \half{x} + \half y`,
  ])("also %s", (latex) => {
    expect(agreesWithKatex(latex)).toEqual({ agrees: true });
  });
});

describe("the comparison can fail:", () => {
  it.each([
    ["a script on another letter", "x_i y", "x y_i"],
    ["a sub- for a superscript", "x_i", "x^i"],
    ["an index that is two", "e_{ij}", "e_{i}j"],
    ["a fraction upside down", String.raw`\frac{x}{y}`, String.raw`\frac{y}{x}`],
    ["a power of the last letter for one of all", String.raw`(a b)^2`, String.raw`(a b^2)`],
    ["a sign", "a - b", "a + b"],
    ["a relation", String.raw`a \le b`, String.raw`a \ge b`],
    ["a font", String.raw`\mathbf{x}`, "x"],
    ["an accent", String.raw`\hat{y}`, "y"],
    ["a number", "10", "1 1"],
    [
      "a row of a matrix",
      String.raw`\begin{matrix} a & b \end{matrix}`,
      String.raw`\begin{matrix} a \\ b \end{matrix}`,
    ],
    ["what stands under a root", String.raw`\sqrt{x y}`, String.raw`\sqrt{x} y`],
    ["kinds of bars", "|x|", String.raw`\|x\|`],
    ["a missing term", "a + b + c", "a + b"],
  ])("it tells %s", (_, drawn, read) => {
    expect(compare(katexForm(drawn), layoutForm(readLayout(drawn)))).toEqual({ agrees: true });
    expect(compare(katexForm(drawn), layoutForm(readLayout(read)))).toMatchObject({ agrees: false });
  });

  it("a formula that KaTeX refuses is no agreement", () => {
    expect(() => agreesWithKatex(String.raw`x \mbox{ if } y`)).toThrow(/Undefined control sequence/u);
  });
});
