// The record of the F1 score.

import { f1 } from "../../numeric/classification/f1.js";
import { averagesOf, count, counts, orElse, undefinedValue } from "../averages.js";
import { equation, variant } from "../equation.js";
import { at, fawcett2006, vanRijsbergen1979 } from "../sources.js";
import precision from "./precision.js";
import recall from "./recall.js";

const ratio = String.raw`\frac{2 TP}{2 TP + FP + FN}`;
const symbols = { TP: counts.TP, FP: counts.FP, FN: counts.FN };

export default equation({
  id: "f1",
  name: "F1 score",
  aliases: ["F-score", "F-measure", "Dice coefficient", "Sørensen–Dice"],
  family: "classification",
  latex: String.raw`F_1 = \frac{2 \cdot \operatorname{Precision} \cdot \operatorname{Recall}}{\operatorname{Precision} + \operatorname{Recall}} = ${ratio}`,
  symbols,
  numeric: (given) => f1({ ...given, TN: 0 }),
  maxUlps: 1,
  calls: [precision, recall],
  variants: {
    ...averagesOf({
      name: "F",
      numerator: String.raw`2 ${count(String.raw`y_i = c \land \hat{y}_i = c`)}`,
      denominator: String.raw`\left( ${count("y_i = c")} + ${count(String.raw`\hat{y}_i = c`)} \right)`,
      numeric: f1,
    }),
    "undefined-value": variant({
      latex: String.raw`\operatorname{F}_{\text{or else}}(TP, FP, FN; u) = ${orElse(ratio, "TP + FP + FN > 0")}`,
      symbols: { ...symbols, u: undefinedValue },
      options: { undefinedValue: "any" },
      numeric: ({ u, ...given }) => f1({ ...given, TN: 0 }, { undefinedValue: u }),
      noLimits: "the value where it is undefined may be any number",
    }),
  },
  identities: {
    bounds: { latex: String.raw`0 \le F_1 \le 1`, assuming: String.raw`TP + FP + FN > 0` },
    "the harmonic mean of precision and recall": {
      latex: String.raw`\frac{1}{F_1} = \frac{1}{2} \left( \frac{1}{\operatorname{Precision}} + \frac{1}{\operatorname{Recall}} \right)`,
      assuming: "TP > 0",
    },
    "not above the plain mean": {
      latex: String.raw`F_1 \le \frac{\operatorname{Precision} + \operatorname{Recall}}{2}`,
      assuming: String.raw`TP > 0`,
    },
    "false positives weigh as false negatives": String.raw`F_1(TP, FP, FN) = F_1(TP, FN, FP)`,
    "without errors it is 1": { latex: String.raw`F_1(TP, 0, 0) = 1`, assuming: "TP > 0" },
  },
  limits: [],
  conventions: [
    "The second form is the one that counts: at TP = 0 the first is 0/0, and the second 0 as long as there is any error.",
    "Without any positive item, true or predicted, it is 0/0: NaN, or `undefinedValue`; scikit-learn gives 0 and warns.",
    "Over several classes, each is positive in turn: `macro` is the plain mean, `weighted` counts each class as often as it is true, `micro` adds the counts up first. A class that is 0/0 makes a mean NaN, unless `undefinedValue` is given; scikit-learn counts it as 0.",
  ],
  sources: [at(vanRijsbergen1979, "chapter 7"), at(fawcett2006, "fig. 1")],
  notes: [
    'Not "a weighted average of precision and recall": the harmonic mean is near the smaller of the two.',
  ],
  seeAlso: ["precision", "recall"],
});
