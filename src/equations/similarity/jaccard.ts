// The record of the Jaccard index.

import { real, set } from "../../latex/symbols.js";
import { jaccard } from "../../numeric/similarity/jaccard.js";
import { equation, variant } from "../equation.js";
import { jaccard1912 } from "../sources.js";

const symbols = { U: set("a finite set"), V: set("another finite set") };
const ratio = String.raw`\frac{|U \cap V|}{|U \cup V|}`;

export default equation({
  id: "jaccard",
  name: "Jaccard index",
  aliases: ["Jaccard similarity", "intersection over union", "IoU"],
  family: "similarity",
  latex: String.raw`\operatorname{Jaccard}(U, V) = ${ratio}`,
  symbols,
  numeric: ({ U, V }) => jaccard(U, V),
  maxUlps: 1,
  variants: {
    "undefined-value": variant({
      latex: String.raw`\operatorname{Jaccard}_{\text{or else}}(U, V; u) = \begin{cases} ${ratio} & \text{if } |U \cup V| > 0 \\ u & \text{otherwise} \end{cases}`,
      symbols: { ...symbols, u: real("the value of two empty sets") },
      options: { undefinedValue: "any" },
      numeric: ({ U, V, u }) => jaccard(U, V, { undefinedValue: u }),
      noLimits: "the value where it is undefined may be any number",
    }),
  },
  identities: {
    bounds: {
      latex: String.raw`0 \le \operatorname{Jaccard}(U, V) \le 1`,
      assuming: String.raw`|U \cup V| > 0`,
    },
    symmetry: String.raw`\operatorname{Jaccard}(U, V) = \operatorname{Jaccard}(V, U)`,
    "of a set with itself": { latex: String.raw`\operatorname{Jaccard}(U, U) = 1`, assuming: "|U| > 0" },
    "from three sizes": String.raw`\operatorname{Jaccard}(U, V) = \frac{|U \cap V|}{|U| + |V| - |U \cap V|}`,
    "one minus the share that only one has": String.raw`1 - \operatorname{Jaccard}(U, V) = \frac{|U \setminus V| + |V \setminus U|}{|U \cup V|}`,
  },
  limits: [],
  conventions: [
    "Elements are equal as in a JavaScript Set.",
    "Of two empty sets it is 0/0: NaN, or `undefinedValue`; scikit-learn gives 0 and warns.",
  ],
  sources: [jaccard1912],
  notes: ["1 − J is a metric, the Jaccard distance. With F1 = 2TP / (2TP + FP + FN), J = F1 / (2 − F1)."],
  seeAlso: ["f1", "cosine-similarity"],
});
