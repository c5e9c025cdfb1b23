// The record of the average precision.

import { index, labels, real, vector } from "../../latex/symbols.js";
import { averagePrecision } from "../../numeric/ranking/average-precision.js";
import { equation, variant } from "../equation.js";
import { at, manning2008 } from "../sources.js";

const y = vector("n", "1 for a relevant item, 0 for another", { domain: "{0, 1}", role: "targets" });
const s = vector("n", "the score of each item, larger for what is more likely relevant", { role: "scores" });

/** Recall and precision of the k items that come first, and the rank of each item: one more than how many come before it. */
const curve = (positive: string): string =>
  String.raw`R_k &= \frac{\sum_{i=1}^{n} ${positive} \mathbb{1}[r_i \le k]}{\sum_{i=1}^{n} ${positive}}, \quad k = 0, \dots, n \\ P_k &= \frac{\sum_{i=1}^{n} ${positive} \mathbb{1}[r_i \le k]}{\sum_{i=1}^{n} \mathbb{1}[r_i \le k]}, \quad k = 1, \dots, n \\ r_i &= 1 + \sum_{j=1}^{n} \mathbb{1}[s_j > s_i]`;
const steps = String.raw`\sum_{k=1}^{n} (R_k - R_{k-1}) P_k`;

export default equation({
  id: "average-precision",
  name: "Average precision",
  aliases: ["AP", "AUPRC", "area under the precision–recall curve"],
  family: "ranking",
  latex: String.raw`\begin{aligned} \operatorname{AP}(y, s) &= ${steps} \\ ${curve("y_i")} \end{aligned}`,
  symbols: { y, s },
  numeric: ({ y: targets, s: scores }) => averagePrecision(targets, scores),
  maxUlps: 1,
  maxSize: 20,
  variants: {
    positive: variant({
      latex: String.raw`\begin{aligned} \operatorname{AP}_{\text{positive}}(y, s; c) &= ${steps} \\ ${curve(String.raw`\mathbb{1}[y_i = c]`)} \end{aligned}`,
      symbols: {
        y: labels("n", "K", "the class of each item", { role: "targets" }),
        s,
        c: index("K", "the positive class"),
      },
      options: { positive: "any" },
      numeric: ({ y: targets, s: scores, c }) => averagePrecision(targets, scores, { positive: c }),
      limits: [{ at: { y: [2, 1], s: [Infinity, 0], c: 2 }, value: 1 }],
    }),
    "undefined value": variant({
      latex: String.raw`\begin{aligned} \operatorname{AP}_{\text{or else}}(y, s; u) &= \begin{cases} ${steps} & \text{if } \sum_{i=1}^{n} y_i > 0 \\ u & \text{otherwise} \end{cases} \\ ${curve("y_i")} \end{aligned}`,
      symbols: { y, s, u: real("the value where no item is relevant") },
      options: { undefinedValue: "any" },
      numeric: ({ y: targets, s: scores, u }) => averagePrecision(targets, scores, { undefinedValue: u }),
      noLimits: "as the equation's own, where it is defined",
    }),
  },
  identities: {
    bounds: {
      latex: String.raw`0 < \operatorname{AP}(y, s) \le 1`,
      assuming: String.raw`\sum_{i=1}^{n} y_i > 0`,
    },
    "only the order counts": String.raw`\operatorname{AP}(y, \frac{s}{2}) = \operatorname{AP}(y, s)`,
    "a perfect order": {
      latex: String.raw`\operatorname{AP}([1; 0; 1; 0], [a; b; c; b]) = 1`,
      assuming: String.raw`b < \min(a, c)`,
      symbols: { a: real(), b: real(), c: real() },
    },
    "the one relevant item comes last": {
      latex: String.raw`\operatorname{AP}([0; 1; 0], [a; b; c]) = \frac{1}{3}`,
      assuming: String.raw`b < \min(a, c)`,
      symbols: { a: real(), b: real(), c: real() },
    },
    "equal scores: the share of relevant items": {
      latex: String.raw`\operatorname{AP}([0; 1; 0; 0], [a; a; a; a]) = \frac{1}{4}`,
      symbols: { a: real() },
    },
  },
  limits: [
    { at: { y: [1, 0, 0], s: [Infinity, 0, -1] }, value: 1 },
    { at: { y: [1, 0], s: [-Infinity, 0] }, value: 0.5 },
  ],
  conventions: [
    "Items of the same score come together: the precision is that behind all of them.",
    "The steps are not interpolated: this is a sum, not the area by the trapezoid rule.",
    "Without any relevant item it is 0/0: NaN, or `undefinedValue`; scikit-learn gives 0 and warns.",
  ],
  sources: [at(manning2008, "section 8.4")],
  notes: [
    "Often printed as Σₙ (Rₙ − Rₙ₋₁) Pₙ alone, where n runs over the thresholds and R₀ = 0: the lines below say what Rₙ and Pₙ are.",
  ],
  seeAlso: ["mean-average-precision", "roc-auc", "precision", "recall"],
});
