// The record of the recall.

import { recall } from "../../numeric/classification/recall.js";
import { averagesOf, count, counts, orElse, undefinedValue } from "../averages.js";
import { equation, variant } from "../equation.js";
import { at, fawcett2006 } from "../sources.js";

const ratio = String.raw`\frac{TP}{TP + FN}`;
const symbols = { TP: counts.TP, FN: counts.FN };

export default equation({
  id: "recall",
  name: "Recall",
  aliases: ["true positive rate", "TPR", "hit rate"],
  family: "classification",
  latex: String.raw`\operatorname{Recall} = ${ratio}`,
  symbols,
  numeric: (given) => recall({ ...given, FP: 0, TN: 0 }),
  maxUlps: 1,
  variants: {
    ...averagesOf({
      name: "Recall",
      numerator: count(String.raw`y_i = c \land \hat{y}_i = c`),
      denominator: count("y_i = c"),
      numeric: recall,
    }),
    "undefined-value": variant({
      latex: String.raw`\operatorname{Recall}_{\text{or else}}(TP, FN; u) = ${orElse(ratio, "TP + FN > 0")}`,
      symbols: { ...symbols, u: undefinedValue },
      options: { undefinedValue: "any" },
      numeric: ({ u, ...given }) => recall({ ...given, FP: 0, TN: 0 }, { undefinedValue: u }),
      noLimits: "the value where it is undefined may be any number",
    }),
  },
  identities: {
    bounds: { latex: String.raw`0 \le \operatorname{Recall} \le 1`, assuming: String.raw`TP + FN > 0` },
    "nothing is missed": { latex: String.raw`\operatorname{Recall}(TP, 0) = 1`, assuming: "TP > 0" },
    "only the proportion counts": String.raw`\operatorname{Recall}(2 TP, 2 FN) = \operatorname{Recall}(TP, FN)`,
    "the rest is the miss rate": String.raw`1 - \operatorname{Recall} = \operatorname{Recall}(FN, TP)`,
  },
  limits: [],
  conventions: [
    "If nothing is positive it is 0/0: NaN, or `undefinedValue`; scikit-learn gives 0 and warns.",
    "Over several classes, each is positive in turn: `macro` is the plain mean, `weighted` counts each class as often as it is true, `micro` adds the counts up first. A class that is 0/0 makes a mean NaN, unless `undefinedValue` is given; scikit-learn counts it as 0.",
  ],
  sources: [at(fawcett2006, "fig. 1")],
  notes: [
    "Of what is positive, the share that was found. Where every class has a true item, its weighted average over all classes is the accuracy.",
  ],
  seeAlso: ["precision", "f1", "sensitivity"],
});
