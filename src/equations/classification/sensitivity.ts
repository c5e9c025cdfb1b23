// The record of the sensitivity.

import { sensitivity } from "../../numeric/classification/sensitivity.js";
import { averagesOf, count, counts, orElse, undefinedValue } from "../averages.js";
import { equation, variant } from "../equation.js";
import { at, fawcett2006, yerushalmy1947 } from "../sources.js";
import recall from "./recall.js";

const ratio = String.raw`\frac{TP}{TP + FN}`;
const symbols = { TP: counts.TP, FN: counts.FN };

export default equation({
  id: "sensitivity",
  name: "Sensitivity",
  aliases: ["true positive rate", "recall"],
  family: "classification",
  latex: String.raw`\operatorname{Sensitivity} = \operatorname{Recall} = ${ratio}`,
  symbols,
  numeric: (given) => sensitivity({ ...given, FP: 0, TN: 0 }),
  maxUlps: 1,
  calls: [recall],
  variants: {
    ...averagesOf({
      name: "Sensitivity",
      numerator: count(String.raw`y_i = c \land \hat{y}_i = c`),
      denominator: count("y_i = c"),
      numeric: sensitivity,
    }),
    "undefined-value": variant({
      latex: String.raw`\operatorname{Sensitivity}_{\text{or else}}(TP, FN; u) = ${orElse(ratio, "TP + FN > 0")}`,
      symbols: { ...symbols, u: undefinedValue },
      options: { undefinedValue: "any" },
      numeric: ({ u, ...given }) => sensitivity({ ...given, FP: 0, TN: 0 }, { undefinedValue: u }),
      noLimits: "the value where it is undefined may be any number",
    }),
  },
  identities: {
    bounds: { latex: String.raw`0 \le \operatorname{Sensitivity} \le 1`, assuming: String.raw`TP + FN > 0` },
    "nothing is missed": { latex: String.raw`\operatorname{Sensitivity}(TP, 0) = 1`, assuming: "TP > 0" },
    "another name for recall": String.raw`\operatorname{Sensitivity} = \operatorname{Recall}`,
  },
  limits: [],
  conventions: [
    "If nothing is positive it is 0/0: NaN, or `undefinedValue`.",
    "Over several classes, each is positive in turn: `macro` is the plain mean, `weighted` counts each class as often as it is true, `micro` adds the counts up first. A class that is 0/0 makes a mean NaN, unless `undefinedValue` is given; scikit-learn counts it as 0.",
  ],
  sources: [yerushalmy1947, at(fawcett2006, "fig. 1")],
  notes: ["What machine learning calls recall, medicine calls sensitivity."],
  seeAlso: ["recall", "specificity"],
});
