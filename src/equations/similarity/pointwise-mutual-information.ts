// The record of the pointwise mutual information.

import { probability, real } from "../../latex/symbols.js";
import { pointwiseMutualInformation } from "../../numeric/similarity/pointwise-mutual-information.js";
import { equation, variant } from "../equation.js";
import { church1990 } from "../sources.js";

const symbols = {
  pxy: probability("the probability that both happen", { latex: "p(x, y)" }),
  px: probability("the probability that x happens", { latex: "p(x)" }),
  py: probability("the probability that y happens", { latex: "p(y)" }),
};

export default equation({
  id: "pointwise-mutual-information",
  name: "Pointwise mutual information",
  aliases: ["PMI", "association ratio"],
  family: "similarity",
  latex: String.raw`\operatorname{PMI}(x; y) = \log \frac{p(x, y)}{p(x) p(y)}`,
  symbols,
  parameters: ["pxy", "px", "py"],
  numeric: ({ pxy, px, py }) => pointwiseMutualInformation(pxy, px, py),
  maxUlps: 1,
  evaluation: { positiveOverZero: true },
  variants: {
    base: variant({
      latex: String.raw`\operatorname{PMI}_{\text{base}}(x; y) = \log_b \frac{p(x, y)}{p(x) p(y)}`,
      symbols: { ...symbols, b: real("the base of the logarithm", { domain: "(1, ∞)" }) },
      parameters: ["pxy", "px", "py", "b"],
      options: { base: "any" },
      numeric: ({ pxy, px, py, b }) => pointwiseMutualInformation(pxy, px, py, { base: b }),
      noLimits: "a logarithm to the base ∞ is 0/0 or 0",
    }),
  },
  identities: {
    "independent events": {
      latex: String.raw`\operatorname{PMI}(a b, a, b) = 0`,
      assuming: "a b > 0",
      symbols: { a: probability(), b: probability() },
    },
    symmetry: {
      latex: String.raw`\operatorname{PMI}(a, b, c) = \operatorname{PMI}(a, c, b)`,
      symbols: { a: probability(), b: probability(), c: probability() },
    },
    "an event with itself": {
      latex: String.raw`\operatorname{PMI}(a, a, a) = -\log(a)`,
      assuming: "a > 0",
      symbols: { a: probability() },
    },
    "by three logarithms": {
      latex: String.raw`\operatorname{PMI}(a, b, c) = \log(a) - \log(b) - \log(c)`,
      assuming: "b c > 0",
      symbols: { a: probability(), b: probability(), c: probability() },
    },
  },
  limits: [],
  conventions: [
    "Natural logarithm unless a base is given; Church and Hanks print log₂.",
    "Events that never happen together: −∞. Where p(x, y) and p(x) p(y) are both 0 it is 0/0, NaN.",
  ],
  sources: [church1990],
  notes: ["It is high for rare events that happen together even once, whatever chance has to do with it."],
  seeAlso: ["mutual-information"],
});
