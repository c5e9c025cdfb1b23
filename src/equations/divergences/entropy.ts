// The record of the entropy.

import { probability, real, vector } from "../../latex/symbols.js";
import { entropy } from "../../numeric/divergences/entropy.js";
import { equation, variant } from "../equation.js";
import { at, coverThomas2006, shannon1948 } from "../sources.js";

const p = vector("K", "the probabilities", { domain: "[0, ∞)", role: "probabilities" });

export default equation({
  id: "entropy",
  name: "Entropy",
  aliases: ["Shannon entropy"],
  family: "divergences",
  latex: String.raw`H(p) = -\sum_{i=1}^{K} p_i \log(p_i)`,
  symbols: { p },
  numeric: (inputs) => entropy(inputs.p),
  maxUlps: 2,
  evaluation: { zeroLogZero: true },
  uses: ["binary-cross-entropy"],
  options: { normalize: false },
  variants: {
    base: variant({
      latex: String.raw`H_{\text{base}}(p; b) = -\sum_{i=1}^{K} p_i \log_b(p_i)`,
      symbols: { p, b: real("the base of the logarithm", { domain: "(1, ∞)" }) },
      options: { base: "any" },
      numeric: ({ b, ...inputs }) => entropy(inputs.p, { base: b }),
      noLimits: "as the equation's own",
    }),
    normalized: variant({
      latex: String.raw`\begin{aligned} H_{\text{normalized}}(p) &= -\sum_{i=1}^{K} q_i \log(q_i) \\ q_i &= \frac{p_i}{\sum_{j=1}^{K} p_j} \end{aligned}`,
      symbols: { p },
      options: { normalize: true },
      numeric: (inputs) => entropy(inputs.p, { normalize: true }),
      noLimits: "a share of ∞ has none, unless it is the only one",
    }),
  },
  identities: {
    bounds: {
      latex: String.raw`0 \le H(p) \le \log(K)`,
      symbols: { p: vector("K", "", { domain: "[0, 1]", simplex: true }) },
    },
    "of two outcomes it is a binary cross-entropy": {
      latex: String.raw`H([a; 1 - a]) = \operatorname{BCE}(a, a)`,
      symbols: { a: probability() },
    },
    "of equal shares": {
      latex: String.raw`H([\frac{1}{4}; \frac{1}{4}; \frac{1}{4}; \frac{1}{4}]) = \log(4)`,
    },
    "the order does not matter": {
      latex: String.raw`H([a; b; c]) = H([c; a; b])`,
      symbols: { a: probability(), b: probability(), c: probability() },
    },
    "independent parts add up": {
      latex: String.raw`H([a b; a (1 - b); (1 - a) b; (1 - a) (1 - b)]) = H([a; 1 - a]) + H([b; 1 - b])`,
      symbols: { a: probability(), b: probability() },
    },
  },
  limits: [{ at: { p: [Infinity, 0.5] }, value: -Infinity }],
  conventions: [
    "Natural logarithm, so that the unit is the nat, unless a base is given; 0 log 0 = 0.",
    "The probabilities need not sum to one: the formula is applied as it stands, unless `normalize` is asked for, which takes counts as well. scipy.stats.entropy always normalizes.",
  ],
  sources: [at(shannon1948, "section 6"), at(coverThomas2006, "eq. 2.1")],
  seeAlso: ["kl-divergence", "cross-entropy"],
});
