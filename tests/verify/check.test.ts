// Checking formulas that others wrote: which equation each states, whether it is the same function, and what is wrong.

import { describe, expect, it } from "vitest";
import { checkFormula, type CheckReport } from "../../src/verify/index.js";
import seeds from "../data/seed-formulas.json" with { type: "json" };
import wild from "../data/wrong-in-the-wild.json" with { type: "json" };

interface Listed {
  readonly id: string;
  readonly latex: string | null;
  readonly equation: string;
  readonly verdict: string;
  readonly alone?: readonly string[];
}
const listed = [...(seeds.formulas as readonly Listed[]), ...(wild.formulas as readonly Listed[])].filter(
  (one): one is Listed & { latex: string } => one.latex !== null,
);

const tex = String.raw;

/** The parts of a report that a verdict must have, whatever it is. */
function expectWhole(report: CheckReport): void {
  expect(report.holds).toBe({ equivalent: true, differs: false }[report.verdict as string] ?? report.holds);
  if (report.verdict === "differs") expect(report.counterexample).not.toBeNull();
  if (report.verdict === "equivalent") expect(report.equation).not.toBeNull();
  if (report.verdict === "unknown") expect(report.diagnosis).toMatch(/\w/u);
  expect(report.error === null).toBe(report.verdict !== "unreadable");
}

describe("a printed formula, held to the equation that it is meant as", () => {
  it.each(listed.map(({ id, verdict, latex, equation }) => [id, verdict, latex, equation] as const))(
    "%s: %s",
    (_, verdict, latex, equation) => {
      const report = checkFormula(latex, { as: equation });
      expect(report.verdict, report.diagnosis ?? "").toBe(verdict);
      expectWhole(report);
    },
  );
});

describe("a printed formula, alone", () => {
  it.each(
    listed.map(
      ({ id, verdict, alone, latex, equation }) => [id, alone ?? [verdict], latex, equation] as const,
    ),
  )("%s: %j", (id, allowed, latex, equation) => {
    const report = checkFormula(latex);
    expect(allowed, report.diagnosis ?? "").toContain(report.verdict);
    expectWhole(report);
    // Sensitivity is recall.
    const states = id === "recall" || id === "sensitivity" ? ["recall", "sensitivity"] : [equation];
    if (report.verdict === "equivalent") expect(states).toContain(report.equation!.split("/")[0]);
  });

  it("the statements about the reparameterized samples are true", () => {
    for (const { latex, verdict } of listed)
      if (verdict === "statement") expect(checkFormula(latex).holds, latex).toBe(true);
  });
});

describe("their notation is theirs", () => {
  it("names stand for the equation's symbols", () => {
    expect(checkFormula(tex`-\sum_i t_i \ln p_i`, { as: "cross-entropy" })).toMatchObject({
      verdict: "equivalent",
      mapping: { t: "y", p: "p" },
    });
    expect(checkFormula(tex`\frac{2PR}{P+R}`)).toMatchObject({
      verdict: "equivalent",
      equation: "f1",
      mapping: { P: tex`\text{Precision}`, R: tex`\text{Recall}` },
    });
  });

  it.each([
    [
      "a batch",
      tex`\mathcal{L}(\theta) = -\frac1N\sum_{i=1}^N\left[t_i\ln y_i + (1-t_i)\ln(1-y_i)\right]`,
      "binary-cross-entropy/mean",
    ],
    [
      "a hypothesis of an example",
      tex`J(\theta) = -\frac{1}{m} \sum_{i=1}^{m} \left[ y^{(i)} \log h_\theta(x^{(i)}) + (1 - y^{(i)}) \log(1 - h_\theta(x^{(i)})) \right]`,
      "binary-cross-entropy/mean",
    ],
    [
      "a list on the left",
      tex`\ell(x, y) = L = \{l_1, \dots, l_N\}^\top, \quad l_n = |x_n - y_n|`,
      "mean-absolute-error/none",
    ],
    [
      "sums from 0",
      tex`\text{MAE}(y, \hat{y}) = \frac{1}{n_{\text{samples}}} \sum_{i=0}^{n_{\text{samples}}-1} \left| y_i - \hat{y}_i \right|.`,
      "mean-absolute-error",
    ],
    [
      "bold letters and entries",
      tex`\hat{\mathbf{y}} = \mathrm{softmax}(\mathbf{o}) \quad \text{where} \quad \hat{y}_i = \frac{\exp(o_i)}{\sum_j \exp(o_j)}`,
      "softmax",
    ],
    [
      "an expectation",
      tex`\mathrm{KL}(p \,\|\, q) = \mathbb{E}_{x \sim p}\left[\log\frac{p(x)}{q(x)}\right]`,
      "kl-divergence",
    ],
    [
      "where it lies",
      tex`\mathrm{softmax}\left(\frac{\mathbf Q \mathbf K^\top }{\sqrt{d}}\right) \mathbf V \in \mathbb{R}^{n\times v}`,
      "scaled-dot-product-attention",
    ],
    [
      "macros before it",
      tex`\newcommand{\E}[1]{e^{#1}} \DeclareMathOperator{\sm}{softmax} \sm(z)_i = \frac{\E{z_i}}{\sum_j \E{z_j}}`,
      "softmax",
    ],
    [
      "an inequality as it is typed",
      tex`R(z) = \begin{Bmatrix} z & z > 0 \\ 0 & z <= 0 \end{Bmatrix}`,
      "relu",
    ],
    ["the positive part", tex`\text{ReLU}(x) = (x)^+ = \max(0, x)`, "relu"],
  ])("%s", (_, latex, equation) => {
    const [base] = equation.split("/");
    const report = checkFormula(latex, { as: base! });
    expect(report.verdict, report.diagnosis ?? "").toBe("equivalent");
    expect(report.equation).toBe(equation);
  });

  it("counts are never renamed into one another", () => {
    expect(checkFormula(tex`\frac{TP}{TP + FN}`, { as: "precision" }).verdict).toBe("differs");
    expect(
      checkFormula(tex`\frac{\mathrm{tp}}{\mathrm{tp} + \mathrm{fp}}`, { as: "precision" }).verdict,
    ).toBe("equivalent");
    expect(checkFormula(tex`\frac{FP}{FP + TN}`).verdict).toBe("unknown");
  });

  it("targets and predictions do not change places to make a formula fit", () => {
    expect(checkFormula(tex`-\sum_i p_i \log y_i`, { as: "cross-entropy" })).toMatchObject({
      verdict: "unknown",
      nearest: "cross-entropy",
      diagnosis: expect.stringMatching(/p would have to stand for targets/u) as string,
    });
    expect(checkFormula(tex`\sum_i q_i \log \frac{q_i}{p_i}`, { as: "kl-divergence" }).verdict).toBe(
      "unknown",
    );
  });

  it("the order of arguments on a left side binds", () => {
    expect(checkFormula(tex`\mathrm{KL}(q \| p) = \sum_x q(x) \log \frac{q(x)}{p(x)}`)).toMatchObject({
      verdict: "equivalent",
      mapping: { q: "p", p: "q" },
    });
    expect(checkFormula(tex`D_{KL}(P \| Q) = \sum_x Q(x) \log \frac{Q(x)}{P(x)}`)).toMatchObject({
      verdict: "differs",
      diagnosis: expect.stringMatching(/swapped/u) as string,
    });
    expect(checkFormula(tex`H(y, p) = -\sum_i p_i \log y_i`, { as: "cross-entropy" }).verdict).toBe(
      "differs",
    );
  });

  it("kinds that a person gives are kept to", () => {
    const latex = tex`-\log p_y`;
    expect(
      checkFormula(latex, { as: "cross-entropy", symbols: { y: "index(K)", p: "vector(K)" } }).verdict,
    ).toBe("equivalent");
    expect(checkFormula(latex, { as: "cross-entropy", symbols: { y: "vector(K)" } }).verdict).not.toBe(
      "equivalent",
    );
  });

  it("a preamble defines what the formula uses, and an unreadable one does no harm", () => {
    const preamble = tex`\newcommand{\relu}{\operatorname{ReLU}}`;
    expect(checkFormula(tex`\relu(x) = \max(0, x)`, { preamble }).verdict).toBe("equivalent");
    expect(checkFormula(tex`\relu(x) = \max(0, x)`, { preamble }).latex).toBe(tex`\relu(x) = \max(0, x)`);
    expect(
      checkFormula(tex`\operatorname{ReLU}(x) = \max(0, x)`, { preamble: tex`\newcommand{` }).verdict,
    ).toBe("equivalent");
  });
});

describe("what is wrong is said", () => {
  it.each([
    [
      "a constant factor",
      tex`\frac{1}{2n} \sum_{i=1}^n (y_i - \hat y_i)^2`,
      "mean-squared-error",
      /times the constant 1\/2/u,
    ],
    [
      "a sum for a mean",
      tex`\sum_{i=1}^{D} |x_i - y_i|`,
      "mean-absolute-error",
      /sums where the reference takes the mean.* D\./u,
    ],
    [
      "a sum for a mean, and a factor",
      tex`2 \sum_{i=1}^n (y_i - \hat y_i)^2`,
      "mean-squared-error",
      /2 × n times the reference/u,
    ],
    ["a sign", tex`\sum_i y_i \log p_i`, "cross-entropy", /sign is turned/u],
    [
      "a missing absolute value",
      tex`\frac{1}{n}\sum_{i=1}^n (y_i - \hat y_i)`,
      "mean-absolute-error",
      /\\lvert .* where yours has .*absolute value dropped/u,
    ],
    [
      "a missing square root",
      tex`\mathrm{softmax}\left(\frac{QK^\top}{d_k}\right)V`,
      "scaled-dot-product-attention",
      /square root/u,
    ],
    [
      "parentheses that bind otherwise",
      tex`-(y \log(p) + (1 - y)(1 - \log p))`,
      "binary-cross-entropy",
      /\\log\\left\(1 - p\\right\) where yours has 1 - \\log/u,
    ],
    [
      "a bound off by one",
      tex`s_i = \frac{e^{z_i}}{\sum_{j=2}^K e^{z_j}}`,
      "softmax",
      /bound shifted by one/u,
    ],
    ["another base", tex`-\sum_i y_i \log_2 p_i`, "cross-entropy", /to base 2/u],
    [
      "another published variant",
      tex`\begin{aligned} h_t &= (1 - z_t) \odot h_{t-1} + z_t \odot \tilde h_t \\ z_t &= \sigma(W_z x_t + U_z h_{t-1} + b_z) \\ r_t &= \sigma(W_r x_t + U_r h_{t-1} + b_r) \\ \tilde h_t &= \tanh(W_h x_t + U_h (r_t \odot h_{t-1}) + b_h) \end{aligned}`,
      "gru-cell",
      /another published variant.*Chung/u,
    ],
    [
      "a part of the domain",
      tex`\begin{cases} \frac12 (y - \hat{y})^2 & |y - \hat{y}| \le \delta \\ \delta (y - \hat{y}) - \frac12 \delta^2 & \text{otherwise} \end{cases}`,
      "huber",
      /equal only where y - \\hat\{y\} [>≥] -\\delta/u,
    ],
    ["an approximation", tex`0.5 x (1 + \tanh(\sqrt{2/\pi}(x + 0.044715 x^3)))`, "gelu", /approximation/u],
  ])("%s", (_, latex, as, said) => {
    const report = checkFormula(latex, { as });
    expect(report.verdict).toBe("differs");
    expect(report.diagnosis).toMatch(said);
    expectWhole(report);
  });

  it("with the smallest inputs, and both values", () => {
    expect(checkFormula(tex`\frac{1}{1 + e^{z}}`, { as: "sigmoid" }).counterexample).toEqual({
      inputs: { z: 1 },
      theirs: 0.2689414213699951,
      reference: 0.7310585786300049,
    });
  });

  it("of the collection's GAN objective: the reference has log(1 - D(G(z)))", () => {
    const { latex } = listed.find(({ id }) => id === "gan-objective")!;
    expect(checkFormula(latex).diagnosis).toContain(
      tex`\log\left(1 - D\left(G\left(z\right)\right)\right) where yours has 1 - \log\left(D\left(G\left(z\right)\right)\right)`,
    );
  });

  it("sizes that clash, where the letters are the equation's own", () => {
    const report = checkFormula(tex`\mathrm{softmax}(\frac{QK}{\sqrt{d_k}}) V`, {
      as: "scaled-dot-product-attention",
    });
    expect(report.verdict).toBe("unreadable");
    expect(report.error!.message).toMatch(/Sizes clash/u);
  });
});

describe("where LaTeX can be read in two ways, the verdict is of the likely one, and it is said what the other comes to", () => {
  it.each([
    [
      tex`\sum_i p_i \log p_i / q_i`,
      "kl-divergence",
      "differs",
      /ends before the slash.*read so it is equivalent/u,
    ],
    [
      tex`-\sum_i \log p_i y_i`,
      "cross-entropy",
      "differs",
      /takes only the first factor \(read so it is equivalent/u,
    ],
    [tex`-\sum_i \log p_i (y_i)`, "cross-entropy", "equivalent", /takes the product \(read so it differs/u],
  ])("%s", (latex, as, verdict, noted) => {
    const report = checkFormula(latex, { as });
    expect(report.verdict).toBe(verdict);
    expect(report.notes.join(" ")).toMatch(noted);
  });
});

describe("what cannot be told is unknown", () => {
  it.each([
    ["y = mx + b is no reparameterization", tex`y = m x + b`],
    ["a distance may be meant", tex`\sum_{i=1}^{n} (x_i - y_i)^2`],
    ["the squared hinge loss is another", tex`\max(0, 1 - y \hat{y})^2`],
    ["SiLU is no GELU", tex`x \sigma(x)`],
    [
      "the smooth L1 loss is no Huber loss",
      tex`\begin{cases} \frac{0.5 (x - y)^2}{\beta} & |x - y| < \beta \\ |x - y| - 0.5 \beta & \text{otherwise} \end{cases}`,
    ],
    ["an inequality is no equation", tex`D_{\mathrm{KL}}(p \| q) \ge 0`],
    ["physics", tex`E = m c^2`],
  ])("%s", (_, latex) => {
    const report = checkFormula(latex);
    expect(report.verdict).toBe("unknown");
    expect(report.equation).toBeNull();
  });

  it("more symbols make it more general", () => {
    const report = checkFormula(tex`-w_n \left[ y_n \log x_n + (1 - y_n) \log(1 - x_n) \right]`, {
      as: "binary-cross-entropy",
    });
    expect(report).toMatchObject({ verdict: "unknown", nearest: "binary-cross-entropy" });
    expect(report.diagnosis).toMatch(/more general: where w_\{n\} is 1/u);
  });

  it("an index beyond the entries there are", () => {
    const report = checkFormula(tex`\sum_{n=1}^{N} (R_n - R_{n-1}) P_{n-1}`, { as: "average-precision" });
    expect(report.verdict).toBe("unknown");
  });

  it("predictions that are logarithms without saying so", () => {
    const report = checkFormula(tex`\sum_i y_i (\log y_i - x_i)`, { as: "kl-divergence" });
    expect(report.verdict).toBe("unknown");
    expect(report.diagnosis).toMatch(/x is the logarithm/u);
  });
});

describe("what is no formula", () => {
  it.each([
    ["an open brace", tex`\frac{e^{x_i}}{\sum_j e^{x_j}`, "{"],
    ["an integral", tex`\int_0^1 x \, dx`, tex`\int_0^1`],
    ["nothing", "", ""],
  ])("%s is unreadable, with the place", (_, latex, place) => {
    const report = checkFormula(latex);
    expect(report.verdict).toBe("unreadable");
    expect(latex.slice(report.error!.start, report.error!.end)).toBe(place);
  });

  it("the place is counted in the formula, not in its preamble", () => {
    const report = checkFormula(tex`x + \int_0^1 x`, { preamble: tex`\newcommand{\a}{b}` });
    expect(report.error).toMatchObject({ start: 4 });
  });

  it("an unknown equation and an unknown kind are errors of the caller", () => {
    expect(() => checkFormula("x", { as: "sofmax" })).toThrow(/Did you mean softmax\?/u);
    expect(() => checkFormula("x", { symbols: { x: "number" } })).toThrow(/Expected real/u);
  });
});

describe("statements of distribution", () => {
  it.each([
    [tex`z \sim \mathcal{N}(\mu, \sigma^2)`, true],
    [tex`z \sim \mathcal{N}(\mu, \sigma)`, false],
    [tex`\boldsymbol{\epsilon} \sim \mathcal{N}(0, \mathbf{I})`, true],
    [tex`x \sim p`, null],
  ])("%s", (latex, holds) => {
    expect(checkFormula(latex, { as: "reparameterization" })).toMatchObject({ verdict: "statement", holds });
  });

  it("noise of one's own may be distributed as one likes", () => {
    expect(checkFormula(tex`\epsilon \sim \mathcal{N}(0, \sigma^2)`)).toMatchObject({
      verdict: "statement",
      holds: null,
    });
  });
});
