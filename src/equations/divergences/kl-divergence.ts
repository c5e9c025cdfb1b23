// The record of the Kullback–Leibler divergence.

import { real, vector } from "../../latex/symbols.js";
import { klDivergence } from "../../numeric/divergences/kl-divergence.js";
import { equation, variant } from "../equation.js";
import { at, coverThomas2006, kullback1951 } from "../sources.js";

const symbols = {
  p: vector("K", "the distribution that is meant", { domain: "[0, ∞)", role: "targets" }),
  q: vector("K", "the distribution that stands for it", { domain: "[0, ∞)", role: "predictions" }),
};
const simplex = {
  p: vector("K", "", { domain: "[0, 1]", simplex: true }),
  q: vector("K", "", { domain: "[0, 1]", simplex: true }),
};

export default equation({
  id: "kl-divergence",
  name: "Kullback–Leibler divergence",
  aliases: ["KL", "relative entropy", "information gain"],
  family: "divergences",
  latex: String.raw`D_{\text{KL}}(p \parallel q) = \sum_{i=1}^{K} p_i \log \frac{p_i}{q_i}`,
  symbols,
  numeric: ({ p, q }) => klDivergence(p, q),
  maxUlps: 2,
  maxSize: 200,
  evaluation: { zeroLogZero: true, positiveOverZero: true },
  uses: ["cross-entropy", "entropy"],
  options: { normalize: false },
  variants: {
    base: variant({
      latex: String.raw`D_{\text{KL, base}}(p \parallel q; b) = \sum_{i=1}^{K} p_i \log_b \frac{p_i}{q_i}`,
      symbols: { ...symbols, b: real("the base of the logarithm", { domain: "(1, ∞)" }) },
      options: { base: "any" },
      numeric: ({ p, q, b }) => klDivergence(p, q, { base: b }),
      noLimits: "as the equation's own",
    }),
    normalized: variant({
      latex: String.raw`\begin{aligned} D_{\text{KL, normalized}}(p \parallel q) &= \sum_{i=1}^{K} u_i \log \frac{u_i}{v_i} \\ u_i &= \frac{p_i}{\sum_{j=1}^{K} p_j} \\ v_i &= \frac{q_i}{\sum_{j=1}^{K} q_j} \end{aligned}`,
      symbols,
      options: { normalize: true },
      numeric: ({ p, q }) => klDivergence(p, q, { normalize: true }),
      noLimits: "a share of ∞ has none, unless it is the only one",
    }),
  },
  identities: {
    "nothing is negative": { latex: String.raw`D_{\text{KL}}(p \parallel q) \ge 0`, symbols: simplex },
    "of a distribution from itself": String.raw`D_{\text{KL}}(p \parallel p) = 0`,
    "what cross-entropy has above entropy": {
      latex: String.raw`D_{\text{KL}}(p \parallel q) = \operatorname{CE}(p, q) - H(p)`,
      assuming: String.raw`\min(q) > 0`,
      symbols: simplex,
    },
    "Pinsker's inequality": {
      latex: String.raw`D_{\text{KL}}(p \parallel q) \ge \frac{1}{2} \lVert p - q \rVert_1^2`,
      symbols: simplex,
    },
    "twice both is twice the divergence": String.raw`D_{\text{KL}}(2 p \parallel 2 q) = 2 D_{\text{KL}}(p \parallel q)`,
  },
  limits: [{ at: { p: [Infinity, 0.5], q: [1, 0.5] }, value: Infinity }],
  conventions: [
    "The first argument weighs: KL(p ‖ q) = Σ p log(p / q). It is not symmetric; which way round libraries take their arguments differs, PyTorch's kl_div takes log q first.",
    "A term with p = 0 is 0. A term with p > 0 and q = 0 is ∞, the limit.",
    "The distributions need not sum to one: the formula is applied as it stands, unless `normalize` is asked for.",
  ],
  sources: [kullback1951, at(coverThomas2006, "eq. 2.26")],
  notes: [
    "Near p = q the terms cancel: computed as printed, in doubles, hardly a digit is right. The implementation keeps all of them.",
  ],
  seeAlso: ["js-divergence", "cross-entropy", "entropy"],
});
