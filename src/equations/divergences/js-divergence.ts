// The record of the Jensen–Shannon divergence.

import { real, vector } from "../../latex/symbols.js";
import { jsDivergence } from "../../numeric/divergences/js-divergence.js";
import { equation, variant } from "../equation.js";
import { lin1991 } from "../sources.js";
import klDivergence from "./kl-divergence.js";

const symbols = {
  p: vector("K", "a distribution", { domain: "[0, ∞)", role: "probabilities" }),
  q: vector("K", "another distribution", { domain: "[0, ∞)", role: "probabilities" }),
};
const simplex = {
  p: vector("K", "", { domain: "[0, 1]", simplex: true }),
  q: vector("K", "", { domain: "[0, 1]", simplex: true }),
};
const mixed = (p: string, q: string): string =>
  String.raw`D_{\text{KL}}\left(${p} \parallel \frac{${p} + ${q}}{2}\right) + D_{\text{KL}}\left(${q} \parallel \frac{${p} + ${q}}{2}\right)`;

export default equation({
  id: "js-divergence",
  name: "Jensen–Shannon divergence",
  aliases: ["JS", "JSD", "information radius"],
  family: "divergences",
  latex: String.raw`\operatorname{JS}(p \parallel q) = \frac{1}{2} \left( ${mixed("p", "q")} \right)`,
  symbols,
  numeric: ({ p, q }) => jsDivergence(p, q),
  maxUlps: 2,
  maxSize: 200,
  evaluation: { zeroLogZero: true, positiveOverZero: true },
  calls: [klDivergence],
  options: { normalize: false },
  variants: {
    base: variant({
      latex: String.raw`\operatorname{JS}_{\text{base}}(p \parallel q; b) = \frac{1}{2 \log(b)} \left( ${mixed("p", "q")} \right)`,
      symbols: { ...symbols, b: real("the base of the logarithm", { domain: "(1, ∞)" }) },
      options: { base: "any" },
      numeric: ({ p, q, b }) => jsDivergence(p, q, { base: b }),
      noLimits: "as the equation's own",
    }),
    normalized: variant({
      latex: String.raw`\begin{aligned} \operatorname{JS}_{\text{normalized}}(p \parallel q) &= \frac{1}{2} \left( ${mixed("u", "v")} \right) \\ u &= \frac{p}{\sum_{i=1}^{K} p_i} \\ v &= \frac{q}{\sum_{i=1}^{K} q_i} \end{aligned}`,
      symbols,
      options: { normalize: true },
      numeric: ({ p, q }) => jsDivergence(p, q, { normalize: true }),
      noLimits: "a share of ∞ has none, unless it is the only one",
    }),
  },
  identities: {
    bounds: { latex: String.raw`0 \le \operatorname{JS}(p \parallel q) \le \log(2)`, symbols: simplex },
    symmetry: String.raw`\operatorname{JS}(p \parallel q) = \operatorname{JS}(q \parallel p)`,
    "of a distribution from itself": String.raw`\operatorname{JS}(p \parallel p) = 0`,
    "nothing in common": {
      latex: String.raw`\operatorname{JS}([1; 0; 0] \parallel [0; a; 1 - a]) = \log(2)`,
      symbols: { a: real("", { domain: "[0, 1]" }) },
    },
  },
  limits: [{ at: { p: [Infinity, 0.5], q: [1, 0.5] }, value: Infinity }],
  conventions: [
    "As for KL: 0 log 0 = 0, natural logarithm unless a base is given, no normalization unless it is asked for.",
    "scipy's jensenshannon is the square root of this.",
  ],
  sources: [lin1991],
  notes: [
    "Its square root is a metric. It is finite for all distributions, where KL is ∞ as soon as q misses an outcome.",
  ],
  seeAlso: ["kl-divergence", "entropy"],
});
