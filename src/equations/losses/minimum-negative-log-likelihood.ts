// The record of the smallest negative log-likelihood over a finite family.

import { matrix, real } from "../../latex/symbols.js";
import { minimumNegativeLogLikelihood } from "../../numeric/losses/minimum-negative-log-likelihood.js";
import { equation } from "../equation.js";
import { at, fisher1922, goodfellow2016 } from "../sources.js";

export default equation({
  id: "minimum-negative-log-likelihood",
  name: "Minimum negative log-likelihood",
  aliases: ["minimum NLL"],
  family: "losses",
  latex: String.raw`\operatorname{NLL}_{\min}(p) = \min_{\theta} \sum_{y} -\log(p(y; \theta))`,
  symbols: {
    p: matrix("Y", "Theta", "the probability, or density, of each observation under each parameter", {
      domain: "[0, ∞)",
      called: true,
      role: "likelihoods",
    }),
  },
  numeric: ({ p }) => minimumNegativeLogLikelihood(p),
  maxUlps: 2,
  uses: ["maximum-likelihood"],
  identities: {
    "the negative logarithm of the maximum likelihood": String.raw`\operatorname{NLL}_{\min}(p) = -\log(L_{\max}(p))`,
    "not above that of any parameter": String.raw`\operatorname{NLL}_{\min}(p) \le \sum_{y} -\log(p(y; 1))`,
    "more parameters cannot raise it": {
      latex: String.raw`\operatorname{NLL}_{\min}(\begin{pmatrix} a & b \\ b & c \end{pmatrix}) = \min(-\log(a) - \log(b), -\log(b) - \log(c))`,
      symbols: {
        a: real("", { domain: "[0, ∞)" }),
        b: real("", { domain: "[0, ∞)" }),
        c: real("", { domain: "[0, ∞)" }),
      },
    },
  },
  limits: [{ at: { p: [[Infinity, 1]] }, value: -Infinity }],
  conventions: [
    "θ runs over a finite family: one column for each parameter, one row for each observation.",
    "Densities may be above 1, and the result below 0.",
  ],
  sources: [fisher1922, at(goodfellow2016, "section 5.5")],
  notes: ["The same parameter attains it that attains the maximum likelihood: the logarithm rises."],
  seeAlso: ["maximum-likelihood", "negative-log-likelihood"],
});
