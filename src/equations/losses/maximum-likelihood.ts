// The record of the maximum likelihood over a finite family.

import { matrix, real } from "../../latex/symbols.js";
import { maximumLikelihood } from "../../numeric/losses/maximum-likelihood.js";
import { equation } from "../equation.js";
import { at, fisher1922, goodfellow2016 } from "../sources.js";

export default equation({
  id: "maximum-likelihood",
  name: "Maximum likelihood",
  aliases: ["ML", "MLE"],
  family: "losses",
  latex: String.raw`L_{\max}(p) = \max_{\theta} \prod_{y} p(y; \theta)`,
  symbols: {
    p: matrix("Y", "Theta", "the probability, or density, of each observation under each parameter", {
      domain: "[0, ∞)",
      called: true,
      role: "likelihoods",
    }),
  },
  numeric: ({ p }) => maximumLikelihood(p),
  maxUlps: 2,
  uses: ["minimum-negative-log-likelihood"],
  identities: {
    "nothing is negative": String.raw`L_{\max}(p) \ge 0`,
    "not below that of any parameter": String.raw`L_{\max}(p) \ge \prod_{y} p(y; 1)`,
    "by the smallest negative log-likelihood": String.raw`L_{\max}(p) = e^{-\operatorname{NLL}_{\min}(p)}`,
    "of two observations under two parameters": {
      latex: String.raw`L_{\max}(\begin{pmatrix} a & b \\ b & c \end{pmatrix}) = b \max(a, c)`,
      symbols: {
        a: real("", { domain: "[0, ∞)" }),
        b: real("", { domain: "[0, ∞)" }),
        c: real("", { domain: "[0, ∞)" }),
      },
    },
  },
  limits: [{ at: { p: [[Infinity, 1]] }, value: Infinity }],
  conventions: [
    "θ runs over a finite family: one column for each parameter, one row for each observation.",
    "A product of many probabilities is often below the smallest double: then compare logarithms.",
  ],
  sources: [fisher1922, at(goodfellow2016, "eq. 5.57")],
  seeAlso: ["minimum-negative-log-likelihood"],
});
