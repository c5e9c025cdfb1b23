// The record of the softplus.

import { real } from "../../latex/symbols.js";
import { softplus } from "../../numeric/activations/softplus.js";
import { equation } from "../equation.js";
import { at, dugas2000, goodfellow2016 } from "../sources.js";

export default equation({
  id: "softplus",
  name: "Softplus",
  aliases: ["smooth ReLU", "log1pexp", "SmoothReLU"],
  family: "activations",
  latex: String.raw`\operatorname{softplus}(z) = \log(1 + e^{z})`,
  symbols: { z: real("the pre-activation") },
  numeric: ({ z }) => softplus(z),
  maxUlps: 1,
  uses: ["relu", "sigmoid"],
  identities: {
    "both halves": String.raw`\operatorname{softplus}(z) - \operatorname{softplus}(-z) = z`,
    "above ReLU": String.raw`\operatorname{softplus}(z) > \operatorname{ReLU}(z)`,
    "at most log 2 above ReLU": String.raw`\operatorname{softplus}(z) \le \operatorname{ReLU}(z) + \log 2`,
    "minus the logarithm of a sigmoid": String.raw`\operatorname{softplus}(z) = -\log \sigma(-z)`,
    monotonicity: {
      latex: String.raw`\operatorname{softplus}(a) < \operatorname{softplus}(b)`,
      assuming: "a < b",
      symbols: { a: real(), b: real() },
    },
  },
  limits: [
    { at: { z: Infinity }, value: Infinity },
    { at: { z: -Infinity }, value: 0 },
  ],
  sources: [at(goodfellow2016, "eq. 3.31"), dugas2000],
  notes: [
    "log(1 + exp(z)) computed in doubles is 0 below z = -37, where the true value is e^z, and ∞ above z = 709, where it is z.",
  ],
  seeAlso: ["relu", "log-sigmoid", "sigmoid"],
});
