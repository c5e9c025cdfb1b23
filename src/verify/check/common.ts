// Quantities that the catalogue does not state and that people print: being one of these is no slip of the pen.

import type { Equation } from "../../equations/equation.js";
import { formula } from "../../evaluate/formula.js";
import {
  integer,
  labels,
  matrix,
  probability,
  real,
  set,
  vector,
  type SymbolDeclarations,
} from "../../latex/symbols.js";
import { declaredSizes } from "../../latex/scope.js";
import type { Form } from "./forms.js";

const x = { x: real() };
const pair = { y: real("", { role: "targets" }), yHat: real("", { latex: "\\hat{y}", role: "predictions" }) };
const pairs = {
  y: vector("n", "", { role: "targets" }),
  yHat: vector("n", "", { latex: "\\hat{y}", role: "predictions" }),
};
const chances = { y: probability("", { role: "targets" }), p: probability("", { role: "predictions" }) };
const classes = {
  y: vector("M", "", { domain: "[0, 1]", role: "targets" }),
  p: vector("M", "", { domain: "[0, 1]", role: "predictions" }),
};
const shares = { p: vector("K", "", { domain: "[0, 1]" }) };
const margin = { y: real("", { domain: "{-1, 1}", role: "targets" }), yHat: pair.yHat };
const logits = { z: vector("K") };
const sets = { U: set(), V: set() };
const vectors = { x: vector("n"), y: vector("n") };
const counts = (...names: readonly string[]): SymbolDeclarations =>
  Object.fromEntries(names.map((name) => [name, integer("", { domain: "[0, ∞)", fixed: true })]));

/** Names of quantities with a formula of each and its symbols. */
const QUANTITIES: readonly (readonly [name: string, latex: string, symbols: SymbolDeclarations])[] = [
  ["the sigmoid linear unit (SiLU, swish)", String.raw`\frac{x}{1 + e^{-x}}`, x],
  ["a leaky rectified linear unit", String.raw`\max(0, x) + a \min(0, x)`, { ...x, a: real() }],
  ["a leaky rectified linear unit", String.raw`\max(x, a x)`, { ...x, a: real() }],
  ["the exponential linear unit", String.raw`\max(0, x) + \min(0, a (e^{x} - 1))`, { ...x, a: real() }],
  ["softsign", String.raw`\frac{x}{1 + |x|}`, x],
  ["tanh-shrink", String.raw`x - \tanh(x)`, x],
  ["the squared rectified linear unit", String.raw`\max(0, x)^2`, x],
  ["ReLU6", String.raw`\min(\max(0, x), 6)`, x],
  ["the derivative of the sigmoid", String.raw`\frac{e^{-x}}{(1 + e^{-x})^2}`, x],
  ["the derivative of tanh", String.raw`1 - \tanh(x)^2`, x],
  ["hyperbolic sine", String.raw`\frac{e^{x} - e^{-x}}{2}`, x],
  ["hyperbolic cosine", String.raw`\frac{e^{x} + e^{-x}}{2}`, x],
  ["the logit", String.raw`\log \frac{p}{1 - p}`, { p: probability() }],
  ["odds", String.raw`\frac{p}{1 - p}`, { p: probability() }],
  ["softmin", String.raw`s_i = \frac{e^{-z_i}}{\sum_j e^{-z_j}}`, logits],
  ["log-sum-exp", String.raw`\log \sum_j e^{z_j}`, logits],
  [
    "softmax with a temperature",
    String.raw`s_i = \frac{e^{z_i / T}}{\sum_j e^{z_j / T}}`,
    { ...logits, T: real("", { domain: "(0, ∞)" }) },
  ],
  ["the squared hinge loss", String.raw`\max(0, 1 - y \hat{y})^2`, margin],
  ["the logistic loss", String.raw`\log(1 + e^{-y \hat{y}})`, margin],
  ["the exponential loss", String.raw`e^{-y \hat{y}}`, margin],
  ["half the squared error", String.raw`\frac{1}{2} (y - \hat{y})^2`, pair],
  ["the squared error", String.raw`(y - \hat{y})^2`, pair],
  ["the absolute error", String.raw`|y - \hat{y}|`, pair],
  ["half the sum of squared errors", String.raw`\frac{1}{2} \sum_i (y_i - \hat{y}_i)^2`, pairs],
  ["half the mean of squared errors", String.raw`\frac{1}{2 n} \sum_i (y_i - \hat{y}_i)^2`, pairs],
  ["the root of the mean squared error", String.raw`\sqrt{\frac{1}{n} \sum_i (y_i - \hat{y}_i)^2}`, pairs],
  ["the mean error", String.raw`\frac{1}{n} \sum_i (y_i - \hat{y}_i)`, pairs],
  [
    "the mean absolute percentage error",
    String.raw`\frac{1}{n} \sum_i \frac{|y_i - \hat{y}_i|}{|y_i|}`,
    pairs,
  ],
  ["the Euclidean distance", String.raw`\lVert x - y \rVert`, vectors],
  ["the cosine distance", String.raw`1 - \frac{x \cdot y}{\lVert x \rVert \lVert y \rVert}`, vectors],
  ["the dot product", String.raw`\sum_i x_i y_i`, vectors],
  ["log-cosh", String.raw`\log \cosh(\hat{y} - y)`, pair],
  [
    "the pseudo-Huber loss",
    String.raw`\delta^2 \left( \sqrt{1 + (\frac{y - \hat{y}}{\delta})^2} - 1 \right)`,
    { ...pair, delta: real("", { domain: "(0, ∞)" }) },
  ],
  [
    "the smooth L1 loss",
    String.raw`\begin{cases} \frac{(y - \hat{y})^2}{2 \beta} & |y - \hat{y}| < \beta \\ |y - \hat{y}| - \frac{\beta}{2} & \text{otherwise} \end{cases}`,
    { ...pair, beta: real("", { domain: "(0, ∞)" }) },
  ],
  [
    "the smooth L1 loss at β = 1",
    String.raw`\begin{cases} \frac{1}{2} (y - \hat{y})^2 & |y - \hat{y}| < 1 \\ |y - \hat{y}| - \frac{1}{2} & \text{otherwise} \end{cases}`,
    pair,
  ],
  ["the log-likelihood of a Bernoulli variable", String.raw`y \log p + (1 - y) \log(1 - p)`, chances],
  [
    "the log-likelihood of Bernoulli variables",
    String.raw`\sum_i \left( y_i \log p_i + (1 - y_i) \log(1 - p_i) \right)`,
    {
      y: vector("n", "", { domain: "[0, 1]", role: "targets" }),
      p: vector("n", "", { domain: "[0, 1]", role: "predictions" }),
    },
  ],
  ["the likelihood of a Bernoulli variable", String.raw`p^{y} (1 - p)^{1 - y}`, chances],
  ["a term of the cross-entropy", String.raw`-y \log p`, chances],
  ["a log-likelihood", String.raw`\sum_c y_c \log p_c`, classes],
  ["the Brier score", String.raw`\sum_c (y_c - p_c)^2`, classes],
  ["the focal loss", String.raw`-(1 - p)^{\gamma} \log p`, { p: probability(), gamma: real() }],
  ["negative entropy", String.raw`\sum_i p_i \log p_i`, shares],
  ["perplexity", String.raw`e^{-\sum_i p_i \log p_i}`, shares],
  ["the Gini impurity", String.raw`1 - \sum_i p_i^2`, shares],
  ["self-information", String.raw`-\log p`, { p: probability() }],
  [
    "joint entropy",
    String.raw`-\sum_i \sum_j p_{ij} \log p_{ij}`,
    { p: matrix("n", "m", "", { domain: "[0, 1]" }) },
  ],
  ["the error rate", String.raw`\frac{FP + FN}{TP + TN + FP + FN}`, counts("TP", "TN", "FP", "FN")],
  [
    "the error rate",
    String.raw`\frac{1}{n} \sum_i \mathbb{1}[y_i \ne \hat{y}_i]`,
    {
      y: labels("n", "K", "", { role: "targets" }),
      yHat: labels("n", "K", "", { latex: "\\hat{y}", role: "predictions" }),
    },
  ],
  ["the false positive rate", String.raw`\frac{FP}{FP + TN}`, counts("FP", "TN")],
  ["the false negative rate", String.raw`\frac{FN}{FN + TP}`, counts("FN", "TP")],
  ["the negative predictive value", String.raw`\frac{TN}{TN + FN}`, counts("TN", "FN")],
  ["the false discovery rate", String.raw`\frac{FP}{FP + TP}`, counts("FP", "TP")],
  ["the false omission rate", String.raw`\frac{FN}{FN + TN}`, counts("FN", "TN")],
  ["the Jaccard index of counts", String.raw`\frac{TP}{TP + FP + FN}`, counts("TP", "FP", "FN")],
  [
    "balanced accuracy",
    String.raw`\frac{1}{2} \left( \frac{TP}{TP + FN} + \frac{TN}{TN + FP} \right)`,
    counts("TP", "FN", "TN", "FP"),
  ],
  ["prevalence", String.raw`\frac{TP + FN}{TP + TN + FP + FN}`, counts("TP", "FN", "TN", "FP")],
  [
    "F-beta",
    String.raw`\frac{(1 + \beta^2) TP}{(1 + \beta^2) TP + \beta^2 FN + FP}`,
    { ...counts("TP", "FN", "FP"), beta: real("", { domain: "(0, ∞)" }) },
  ],
  [
    "the Matthews correlation coefficient",
    String.raw`\frac{TP \cdot TN - FP \cdot FN}{\sqrt{(TP + FP) (TP + FN) (TN + FP) (TN + FN)}}`,
    counts("TP", "TN", "FP", "FN"),
  ],
  ["the Dice coefficient", String.raw`\frac{2 |U \cap V|}{|U| + |V|}`, sets],
  ["the overlap coefficient", String.raw`\frac{|U \cap V|}{\min(|U|, |V|)}`, sets],
  ["the Jaccard distance", String.raw`1 - \frac{|U \cap V|}{|U \cup V|}`, sets],
];

let forms: readonly Form[] | undefined;

/** The forms of these quantities, read when they are first asked for. */
export function commonForms(): readonly Form[] {
  return (forms ??= QUANTITIES.map(([name, latex, symbols]) => {
    const read = formula(latex, symbols, { conventions: { zeroLogZero: true } });
    const equation = {
      id: name,
      name,
      family: "losses",
      evaluation: { zeroLogZero: true },
      formula: read,
    } as unknown as Equation;
    return {
      id: name,
      equation,
      formula: read,
      symbols,
      sizes: declaredSizes(symbols),
      opened: false,
      perItem: false,
    };
  }));
}
