// The record of the logarithm of the logistic sigmoid.

import { real } from "../../latex/symbols.js";
import { logSigmoid } from "../../numeric/activations/log-sigmoid.js";
import { equation } from "../equation.js";
import { at, goodfellow2016 } from "../sources.js";

export default equation({
  id: "log-sigmoid",
  name: "Log-sigmoid",
  aliases: ["logsigmoid", "log expit"],
  family: "activations",
  latex: String.raw`\operatorname{logsigmoid}(z) = \log \frac{1}{1 + e^{-z}}`,
  symbols: { z: real("the logit", { role: "logits" }) },
  numeric: ({ z }) => logSigmoid(z),
  maxUlps: 1,
  uses: ["sigmoid", "softplus"],
  identities: {
    definition: String.raw`\operatorname{logsigmoid}(z) = \log \sigma(z)`,
    "minus softplus": String.raw`\operatorname{logsigmoid}(z) = -\operatorname{softplus}(-z)`,
    bounds: String.raw`\operatorname{logsigmoid}(z) < 0`,
    "difference is the logit": String.raw`\operatorname{logsigmoid}(z) - \operatorname{logsigmoid}(-z) = z`,
    monotonicity: {
      latex: String.raw`\operatorname{logsigmoid}(a) < \operatorname{logsigmoid}(b)`,
      assuming: "a < b",
      symbols: { a: real(), b: real() },
    },
  },
  limits: [
    { at: { z: Infinity }, value: 0 },
    { at: { z: -Infinity }, value: -Infinity },
  ],
  sources: [at(goodfellow2016, "section 3.10")],
  notes: ["log(sigmoid(z)) computed in two steps is -∞ below z = -745, where the true value is z."],
  seeAlso: ["sigmoid", "softplus", "log-softmax"],
});
