// The record of the specificity.

import { specificity } from "../../numeric/classification/specificity.js";
import { averagesOf, count, counts, orElse, undefinedValue } from "../averages.js";
import { equation, variant } from "../equation.js";
import { at, fawcett2006, yerushalmy1947 } from "../sources.js";

const ratio = String.raw`\frac{TN}{FP + TN}`;
const symbols = { TN: counts.TN, FP: counts.FP };

export default equation({
  id: "specificity",
  name: "Specificity",
  aliases: ["true negative rate", "TNR", "selectivity"],
  family: "classification",
  latex: String.raw`\operatorname{Specificity} = ${ratio}`,
  symbols,
  numeric: (given) => specificity({ ...given, TP: 0, FN: 0 }),
  maxUlps: 1,
  uses: ["recall"],
  variants: {
    ...averagesOf({
      name: "Specificity",
      numerator: count(String.raw`y_i \ne c \land \hat{y}_i \ne c`),
      denominator: count(String.raw`y_i \ne c`),
      numeric: specificity,
    }),
    "undefined-value": variant({
      latex: String.raw`\operatorname{Specificity}_{\text{or else}}(TN, FP; u) = ${orElse(ratio, "FP + TN > 0")}`,
      symbols: { ...symbols, u: undefinedValue },
      options: { undefinedValue: "any" },
      numeric: ({ u, ...given }) => specificity({ ...given, TP: 0, FN: 0 }, { undefinedValue: u }),
      noLimits: "the value where it is undefined may be any number",
    }),
  },
  identities: {
    bounds: { latex: String.raw`0 \le \operatorname{Specificity} \le 1`, assuming: String.raw`TN + FP > 0` },
    "no false alarm": { latex: String.raw`\operatorname{Specificity}(TN, 0) = 1`, assuming: "TN > 0" },
    "the rest is the false positive rate": String.raw`1 - \operatorname{Specificity} = \frac{FP}{FP + TN}`,
    "the recall of the negatives": String.raw`\operatorname{Specificity}(TN, FP) = \operatorname{Recall}(TN, FP)`,
  },
  limits: [],
  conventions: [
    "If nothing is negative it is 0/0: NaN, or `undefinedValue`.",
    "Over several classes, each is positive in turn: `macro` is the plain mean, `weighted` counts each class as often as it is true, `micro` adds the counts up first. A class that is 0/0 makes a mean NaN, unless `undefinedValue` is given; scikit-learn counts it as 0.",
  ],
  sources: [yerushalmy1947, at(fawcett2006, "fig. 1")],
  notes: ["A ROC curve shows the sensitivity over 1 - specificity, one point for each threshold."],
  seeAlso: ["sensitivity", "roc-auc"],
});
