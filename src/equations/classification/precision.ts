// The record of the precision.

import { precision } from "../../numeric/classification/precision.js";
import { averagesOf, count, counts, orElse, undefinedValue } from "../averages.js";
import { equation, variant } from "../equation.js";
import { at, fawcett2006 } from "../sources.js";

const ratio = String.raw`\frac{TP}{TP + FP}`;
const symbols = { TP: counts.TP, FP: counts.FP };

export default equation({
  id: "precision",
  name: "Precision",
  aliases: ["positive predictive value", "PPV"],
  family: "classification",
  latex: String.raw`\operatorname{Precision} = ${ratio}`,
  symbols,
  numeric: (given) => precision({ ...given, FN: 0, TN: 0 }),
  maxUlps: 1,
  variants: {
    ...averagesOf({
      name: "Precision",
      numerator: count(String.raw`y_i = c \land \hat{y}_i = c`),
      denominator: count(String.raw`\hat{y}_i = c`),
      numeric: precision,
    }),
    "undefined-value": variant({
      latex: String.raw`\operatorname{Precision}_{\text{or else}}(TP, FP; u) = ${orElse(ratio, "TP + FP > 0")}`,
      symbols: { ...symbols, u: undefinedValue },
      options: { undefinedValue: "any" },
      numeric: ({ u, ...given }) => precision({ ...given, FN: 0, TN: 0 }, { undefinedValue: u }),
      noLimits: "the value where it is undefined may be any number",
    }),
  },
  identities: {
    bounds: { latex: String.raw`0 \le \operatorname{Precision} \le 1`, assuming: String.raw`TP + FP > 0` },
    "no false positives": { latex: String.raw`\operatorname{Precision}(TP, 0) = 1`, assuming: "TP > 0" },
    "only the proportion counts": String.raw`\operatorname{Precision}(2 TP, 2 FP) = \operatorname{Precision}(TP, FP)`,
    "the rest is the false discovery rate": String.raw`1 - \operatorname{Precision} = \operatorname{Precision}(FP, TP)`,
  },
  limits: [],
  conventions: [
    "If nothing is predicted to be positive it is 0/0: NaN, or `undefinedValue`; scikit-learn gives 0 and warns.",
    "Over several classes, each is positive in turn: `macro` is the plain mean, `weighted` counts each class as often as it is true, `micro` adds the counts up first. A class that is 0/0 makes a mean NaN, unless `undefinedValue` is given; scikit-learn counts it as 0.",
  ],
  sources: [at(fawcett2006, "fig. 1")],
  notes: ["Of what was predicted to be positive, the share that is."],
  seeAlso: ["recall", "f1"],
});
