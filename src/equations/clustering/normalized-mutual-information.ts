// The record of the normalized mutual information.

import { clustering, real } from "../../latex/symbols.js";
import { normalizedMutualInformation } from "../../numeric/clustering/normalized-mutual-information.js";
import { equation, variant } from "../equation.js";
import { strehl2002, vinh2010 } from "../sources.js";
import mutualInformation from "./mutual-information.js";

const symbols = {
  U: clustering("N", "R", "a clustering of N items", { role: "labels" }),
  V: clustering("N", "C", "another clustering of the same items", { role: "labels" }),
};
const arithmetic = String.raw`\frac{1}{2} (H_U + H_V)`;
const entropies = String.raw`H_U &= -\sum_{i=1}^{|U|} \frac{|U_i|}{N} \log \frac{|U_i|}{N} \\ H_V &= -\sum_{j=1}^{|V|} \frac{|V_j|}{N} \log \frac{|V_j|}{N}`;
const over = (mean: string): string =>
  String.raw`\frac{\operatorname{MI}(U, V)}{${mean}} \\ ${entropies} \end{aligned}`;

/** The variant that divides by another mean of the two entropies. */
const meanVariant = (mean: "geometric" | "min" | "max", latex: string) =>
  variant({
    latex: String.raw`\begin{aligned} \operatorname{NMI}_{\text{${mean}}}(U, V) &= ${over(latex)}`,
    symbols,
    options: { mean },
    numeric: ({ U, V }) => normalizedMutualInformation(U, V, { mean }),
  });

export default equation({
  id: "normalized-mutual-information",
  name: "Normalized mutual information",
  aliases: ["NMI", "V-measure"],
  family: "clustering",
  latex: String.raw`\begin{aligned} \operatorname{NMI}(U, V) &= ${over(arithmetic)}`,
  symbols,
  numeric: ({ U, V }) => normalizedMutualInformation(U, V),
  maxUlps: 1,
  maxSize: 100,
  calls: [mutualInformation],
  evaluation: { zeroLogZero: true },
  options: { mean: "arithmetic" },
  variants: {
    geometric: meanVariant("geometric", String.raw`\sqrt{H_U H_V}`),
    min: meanVariant("min", String.raw`\min(H_U, H_V)`),
    max: meanVariant("max", String.raw`\max(H_U, H_V)`),
    "undefined-value": variant({
      latex: String.raw`\begin{aligned} \operatorname{NMI}_{\text{or else}}(U, V; u) &= \begin{cases} \frac{\operatorname{MI}(U, V)}{${arithmetic}} & \text{if } H_U + H_V > 0 \\ u & \text{otherwise} \end{cases} \\ ${entropies} \end{aligned}`,
      symbols: {
        ...symbols,
        u: real("the value where both clusterings are one cluster"),
      },
      options: { undefinedValue: "any" },
      numeric: ({ U, V, u }) => normalizedMutualInformation(U, V, { undefinedValue: u }),
      noLimits: "the value where it is undefined may be any number",
    }),
  },
  identities: {
    bounds: {
      latex: String.raw`0 \le \operatorname{NMI}(U, V) \le 1`,
      assuming: String.raw`\min(\max_{i} |U_i|, \max_{j} |V_j|) < N`,
    },
    symmetry: String.raw`\operatorname{NMI}(U, V) = \operatorname{NMI}(V, U)`,
    "of a clustering with itself": {
      latex: String.raw`\operatorname{NMI}(U, U) = 1`,
      assuming: String.raw`\max_{i} |U_i| < N`,
    },
    "mutual information over the mean entropy": {
      latex: String.raw`2 \operatorname{MI}(U, V) = \operatorname{NMI}(U, V) (\operatorname{MI}(U, U) + \operatorname{MI}(V, V))`,
      assuming: String.raw`\min(\max_{i} |U_i|, \max_{j} |V_j|) < N`,
    },
  },
  limits: [],
  conventions: [
    "The mean of the two entropies is the arithmetic one, as in scikit-learn since 0.22 (then it is the V-measure too), unless a variant is asked for: geometric (Strehl and Ghosh 2002), min, max.",
    "Two clusterings of one cluster each: 0/0, NaN, or `undefinedValue`; scikit-learn gives 1. With the variants geometric and min, one such clustering is enough.",
  ],
  sources: [strehl2002, vinh2010],
  notes: [
    "It is not corrected for chance: many small clusters score high whatever they are. The adjusted Rand index is 0 on average where labels are drawn at random.",
  ],
  seeAlso: ["mutual-information", "adjusted-rand-index"],
});
