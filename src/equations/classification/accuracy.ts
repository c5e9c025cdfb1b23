// The record of the accuracy.

import { labels } from "../../latex/symbols.js";
import { accuracy } from "../../numeric/classification/accuracy.js";
import { counts, orElse, undefinedValue } from "../averages.js";
import { equation, variant } from "../equation.js";
import { at, fawcett2006 } from "../sources.js";

const ratio = String.raw`\frac{TP + TN}{TP + TN + FP + FN}`;

export default equation({
  id: "accuracy",
  name: "Accuracy",
  aliases: ["classification accuracy", "share of right predictions"],
  family: "classification",
  latex: String.raw`\operatorname{Accuracy} = ${ratio}`,
  symbols: counts,
  numeric: (given) => accuracy(given),
  maxUlps: 1,
  variants: {
    labels: variant({
      latex: String.raw`\operatorname{Accuracy}_{\text{labels}}(y, \hat{y}) = \frac{1}{n} \sum_{i=1}^{n} \mathbb{1}[y_i = \hat{y}_i]`,
      symbols: {
        y: labels("n", "K", "the true class of each item", { role: "targets" }),
        yHat: labels("n", "K", "the predicted class of each item", {
          latex: "\\hat{y}",
          role: "predictions",
        }),
      },
      options: {},
      numeric: ({ y, yHat }) => accuracy(y, yHat),
    }),
    "undefined-value": variant({
      latex: String.raw`\operatorname{Accuracy}_{\text{or else}}(TP, FP, FN, TN; u) = ${orElse(ratio, "TP + TN + FP + FN > 0")}`,
      symbols: { ...counts, u: undefinedValue },
      options: { undefinedValue: "any" },
      numeric: ({ u, ...given }) => accuracy(given, { undefinedValue: u }),
      noLimits: "the value where it is undefined may be any number",
    }),
  },
  identities: {
    bounds: {
      latex: String.raw`0 \le \operatorname{Accuracy} \le 1`,
      assuming: String.raw`TP + TN + FP + FN > 0`,
    },
    "nothing is wrong": {
      latex: String.raw`\operatorname{Accuracy}(TP, 0, 0, TN) = 1`,
      assuming: "TP + TN > 0",
    },
    "positive and negative change places": String.raw`\operatorname{Accuracy}(TP, FP, FN, TN) = \operatorname{Accuracy}(TN, FN, FP, TP)`,
    "the rest is the error rate": String.raw`1 - \operatorname{Accuracy} = \frac{FP + FN}{TP + TN + FP + FN}`,
  },
  limits: [],
  conventions: [
    "Of labels of any number of classes it is the share of the items whose predicted class is the true one.",
    "Without any item it is 0/0: NaN, or `undefinedValue`.",
  ],
  sources: [at(fawcett2006, "fig. 1")],
  notes: [
    'With 1% positive items, predicting "negative" always has an accuracy of 99%: where classes are uneven, look at precision and recall.',
  ],
  seeAlso: ["precision", "recall", "f1"],
});
