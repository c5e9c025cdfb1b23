// The record of the adjusted Rand index.

import { clustering, real } from "../../latex/symbols.js";
import { adjustedRandIndex } from "../../numeric/clustering/adjusted-rand-index.js";
import { equation, variant } from "../equation.js";
import { hubert1985 } from "../sources.js";

const symbols = {
  U: clustering("N", "R", "a clustering of N items", { role: "labels" }),
  V: clustering("N", "C", "another clustering of the same items", { role: "labels" }),
};
const adjusted = String.raw`\frac{S - \frac{A B}{T}}{\frac{1}{2} (A + B) - \frac{A B}{T}}`;
const pairs = String.raw`S &= \sum_{i=1}^{|U|} \sum_{j=1}^{|V|} \binom{|U_i \cap V_j|}{2} \\ A &= \sum_{i=1}^{|U|} \binom{|U_i|}{2} \\ B &= \sum_{j=1}^{|V|} \binom{|V_j|}{2} \\ T &= \binom{N}{2}`;

export default equation({
  id: "adjusted-rand-index",
  name: "Adjusted Rand index",
  aliases: ["ARI"],
  family: "clustering",
  latex: String.raw`\begin{aligned} \operatorname{ARI}(U, V) &= ${adjusted} \\ ${pairs} \end{aligned}`,
  symbols,
  numeric: ({ U, V }) => adjustedRandIndex(U, V),
  maxUlps: 1,
  maxSize: 100,
  uses: ["rand-index"],
  variants: {
    "undefined-value": variant({
      latex: String.raw`\begin{aligned} \operatorname{ARI}_{\text{or else}}(U, V; u) &= \begin{cases} ${adjusted} & \text{if } 0 < A + B < 2 T \\ u & \text{otherwise} \end{cases} \\ ${pairs} \end{aligned}`,
      symbols: { ...symbols, u: real("the value of two trivial clusterings") },
      options: { undefinedValue: "any" },
      numeric: ({ U, V, u }) => adjustedRandIndex(U, V, { undefinedValue: u }),
      noLimits: "the value where it is undefined may be any number",
    }),
  },
  identities: {
    "not above 1": {
      latex: String.raw`\operatorname{ARI}(U, V) \le 1`,
      assuming: String.raw`0 < \sum_{i} \binom{|U_i|}{2} < \binom{N}{2}`,
    },
    "not below one half under 0": {
      latex: String.raw`\operatorname{ARI}(U, V) \ge -\frac{1}{2}`,
      assuming: String.raw`0 < \sum_{i} \binom{|U_i|}{2} < \binom{N}{2}`,
    },
    symmetry: String.raw`\operatorname{ARI}(U, V) = \operatorname{ARI}(V, U)`,
    "of a clustering with itself": {
      latex: String.raw`\operatorname{ARI}(U, U) = 1`,
      assuming: String.raw`0 < \sum_{i} \binom{|U_i|}{2} < \binom{N}{2}`,
    },
    "not above the Rand index": {
      latex: String.raw`\operatorname{ARI}(U, V) \le \operatorname{RI}(U, V)`,
      assuming: String.raw`0 < \sum_{i} \binom{|U_i|}{2} < \binom{N}{2}`,
    },
  },
  limits: [],
  conventions: [
    "S counts the pairs that are together in both clusterings, A and B those together in one, T all pairs; AB/T is what S would be on average if the clusters kept their sizes and the items were drawn at random.",
    "Two trivial clusterings (both one cluster, or all items alone in both): 0/0, NaN, or `undefinedValue`; scikit-learn gives 1.",
  ],
  sources: [hubert1985],
  notes: ["It is 0 on average for labels drawn at random, and may be negative."],
  seeAlso: ["rand-index", "normalized-mutual-information"],
});
