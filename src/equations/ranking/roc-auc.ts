// The record of the area under the ROC curve.

import { index, labels, real, vector } from "../../latex/symbols.js";
import { rocAuc } from "../../numeric/ranking/roc-auc.js";
import { equation, variant } from "../equation.js";
import { at, fawcett2006, hanley1982 } from "../sources.js";

const y = vector("n", "1 for a positive item, 0 for a negative one", { domain: "{0, 1}", role: "targets" });
const s = vector("n", "the score of each item, larger for what is more likely positive", { role: "scores" });

/** The share of pairs of a positive and a negative item that are in the right order, ties counting one half. */
const shareOfPairs = (positive: (i: string) => string, negative: (i: string) => string): string =>
  String.raw`\frac{\sum_{i=1}^{n} \sum_{j=1}^{n} ${positive("i")} ${negative("j")} \left( \mathbb{1}[s_i > s_j] + \frac{1}{2} \mathbb{1}[s_i = s_j] \right)}{\sum_{i=1}^{n} ${positive("i")} \sum_{j=1}^{n} ${negative("j")}}`;

const byRanks = shareOfPairs(
  (i) => `y_${i}`,
  (i) => `(1 - y_${i})`,
);

export default equation({
  id: "roc-auc",
  name: "Area under the ROC curve",
  aliases: ["AUC", "AUROC", "ROC AUC", "c-statistic", "concordance"],
  family: "ranking",
  latex: String.raw`\operatorname{AUC}(y, s) = ${byRanks}`,
  symbols: { y, s },
  numeric: ({ y: targets, s: scores }) => rocAuc(targets, scores),
  maxUlps: 1,
  maxSize: 20,
  uses: ["roc-auc/area"],
  variants: {
    area: variant({
      latex: String.raw`\begin{aligned} \operatorname{Area}(y, s) &= \sum_{k=1}^{n} (\text{FPR}_k - \text{FPR}_{k-1}) \frac{\text{TPR}_k + \text{TPR}_{k-1}}{2} \\ \text{TPR}_k &= \frac{\sum_{i=1}^{n} y_i \mathbb{1}[r_i \le k]}{\sum_{i=1}^{n} y_i}, \quad k = 0, \dots, n \\ \text{FPR}_k &= \frac{\sum_{i=1}^{n} (1 - y_i) \mathbb{1}[r_i \le k]}{\sum_{i=1}^{n} (1 - y_i)}, \quad k = 0, \dots, n \\ r_i &= 1 + \sum_{j=1}^{n} \mathbb{1}[s_j > s_i] \end{aligned}`,
      symbols: { y, s },
      options: {},
      numeric: ({ y: targets, s: scores }) => rocAuc(targets, scores),
      limits: [{ at: { y: [1, 0], s: [Infinity, 0] }, value: 1 }],
    }),
    positive: variant({
      latex: String.raw`\operatorname{AUC}_{\text{positive}}(y, s; c) = ${shareOfPairs(
        (i) => String.raw`\mathbb{1}[y_${i} = c]`,
        (i) => String.raw`\mathbb{1}[y_${i} \ne c]`,
      )}`,
      symbols: {
        y: labels("n", "K", "the class of each item", { role: "targets" }),
        s,
        c: index("K", "the positive class"),
      },
      options: { positive: "any" },
      numeric: ({ y: targets, s: scores, c }) => rocAuc(targets, scores, { positive: c }),
      limits: [{ at: { y: [2, 1], s: [Infinity, 0], c: 2 }, value: 1 }],
    }),
    "undefined value": variant({
      latex: String.raw`\operatorname{AUC}_{\text{or else}}(y, s; u) = \begin{cases} ${byRanks} & \text{if } 0 < \sum_{i=1}^{n} y_i < n \\ u & \text{otherwise} \end{cases}`,
      symbols: { y, s, u: real("the value where there is one class only") },
      options: { undefinedValue: "any" },
      numeric: ({ y: targets, s: scores, u }) => rocAuc(targets, scores, { undefinedValue: u }),
      noLimits: "as the equation's own, where it is defined",
    }),
  },
  identities: {
    "both forms agree": String.raw`\operatorname{AUC}(y, s) = \operatorname{Area}(y, s)`,
    bounds: {
      latex: String.raw`0 \le \operatorname{AUC}(y, s) \le 1`,
      assuming: String.raw`0 < \sum_{i=1}^{n} y_i < n`,
    },
    "turning the order around": String.raw`\operatorname{AUC}(y, -s) = 1 - \operatorname{AUC}(y, s)`,
    "turning the classes around": String.raw`\operatorname{AUC}(1 - y, s) = 1 - \operatorname{AUC}(y, s)`,
    "only the order counts": String.raw`\operatorname{AUC}(y, \frac{s}{2}) = \operatorname{AUC}(y, s)`,
    "equal scores tell nothing": {
      latex: String.raw`\operatorname{AUC}([1; 0; 1], [a; a; a]) = \frac{1}{2}`,
      symbols: { a: real() },
    },
  },
  limits: [
    { at: { y: [1, 0, 0], s: [Infinity, 0, -1] }, value: 1 },
    { at: { y: [1, 0, 1], s: [-Infinity, 0, 1] }, value: 0.5 },
  ],
  conventions: [
    "A positive and a negative item of the same score count one half.",
    "With one class only it is 0/0: NaN, or `undefinedValue`; scikit-learn raises an error or warns, depending on its version.",
  ],
  sources: [hanley1982, at(fawcett2006, "section 7")],
  notes: [
    "The probability that a positive item, drawn at random, has a higher score than a negative one: that is the same number as the area under the curve of sensitivity over 1 - specificity.",
  ],
  seeAlso: ["sensitivity", "specificity", "average-precision"],
});
