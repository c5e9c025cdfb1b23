// The record of the Rand index.

import { clustering, labels, real } from "../../latex/symbols.js";
import { randIndex } from "../../numeric/clustering/rand-index.js";
import { equation, variant } from "../equation.js";
import { hubert1985, rand1971 } from "../sources.js";

const symbols = {
  U: clustering("N", "R", "a clustering of N items", { role: "labels" }),
  V: clustering("N", "C", "another clustering of the same items", { role: "labels" }),
};
const byPairs = String.raw`\frac{\binom{N}{2} + 2 \sum_{i=1}^{|U|} \sum_{j=1}^{|V|} \binom{|U_i \cap V_j|}{2} - \sum_{i=1}^{|U|} \binom{|U_i|}{2} - \sum_{j=1}^{|V|} \binom{|V_j|}{2}}{\binom{N}{2}}`;

export default equation({
  id: "rand-index",
  name: "Rand index",
  aliases: ["RI", "Rand measure"],
  family: "clustering",
  latex: String.raw`\operatorname{RI}(U, V) = ${byPairs}`,
  symbols,
  numeric: ({ U, V }) => randIndex(U, V),
  maxUlps: 1,
  maxSize: 100,
  variants: {
    pairs: variant({
      latex: String.raw`\operatorname{RI}_{\text{pairs}}(u, v) = \frac{1}{\binom{n}{2}} \sum_{i=1}^{n} \sum_{j=1}^{i-1} \left( \mathbb{1}[u_i = u_j \land v_i = v_j] + \mathbb{1}[u_i \ne u_j \land v_i \ne v_j] \right)`,
      symbols: {
        u: labels("n", "R", "the cluster of each item", { role: "labels" }),
        v: labels("n", "C", "its cluster in another clustering", { role: "labels" }),
      },
      options: {},
      maxSize: 40,
      numeric: ({ u, v }) => randIndex(u, v),
    }),
    "undefined-value": variant({
      latex: String.raw`\operatorname{RI}_{\text{or else}}(U, V; a) = \begin{cases} ${byPairs} & \text{if } N > 1 \\ a & \text{otherwise} \end{cases}`,
      symbols: { ...symbols, a: real("the value of one item") },
      options: { undefinedValue: "any" },
      numeric: ({ U, V, a }) => randIndex(U, V, { undefinedValue: a }),
      noLimits: "the value where it is undefined may be any number",
    }),
  },
  identities: {
    bounds: { latex: String.raw`0 \le \operatorname{RI}(U, V) \le 1`, assuming: String.raw`N > 1` },
    symmetry: String.raw`\operatorname{RI}(U, V) = \operatorname{RI}(V, U)`,
    "of a clustering with itself": { latex: String.raw`\operatorname{RI}(U, U) = 1`, assuming: "N > 1" },
  },
  limits: [],
  conventions: [
    "The share of pairs of items on which the two clusterings agree: together in both, or apart in both.",
    "Of one item there is no pair, and it is 0/0: NaN, or `undefinedValue`; scikit-learn gives 1.",
  ],
  sources: [rand1971, hubert1985],
  notes: [
    "Of two clusterings of many clusters it is near 1 whatever they are, since most pairs are apart in both: the adjusted form takes chance away.",
  ],
  seeAlso: ["adjusted-rand-index"],
});
