// The record of the logistic sigmoid.

import { real } from "../../latex/symbols.js";
import { sigmoid } from "../../numeric/activations/sigmoid.js";
import { equation } from "../equation.js";
import { at, goodfellow2016 } from "../sources.js";

export default equation({
  id: "sigmoid",
  name: "Logistic sigmoid",
  aliases: ["logistic function", "expit", "σ"],
  family: "activations",
  latex: String.raw`\sigma(z) = \frac{1}{1 + e^{-z}}`,
  symbols: { z: real("the logit", { role: "logits" }) },
  numeric: ({ z }) => sigmoid(z),
  maxUlps: 1,
  uses: ["tanh"],
  identities: {
    reflection: String.raw`\sigma(-z) = 1 - \sigma(z)`,
    bounds: String.raw`0 < \sigma(z) < 1`,
    monotonicity: {
      latex: String.raw`\sigma(a) < \sigma(b)`,
      assuming: "a < b",
      symbols: { a: real(), b: real() },
    },
    "half at zero": String.raw`\sigma(0) = \frac{1}{2}`,
    "logit inverts it": {
      latex: String.raw`\log \frac{\sigma(z)}{1 - \sigma(z)} = z`,
      assuming: String.raw`|z| \le 30`,
    },
    "a rescaled tanh": String.raw`2 \sigma(2z) - 1 = \tanh(z)`,
  },
  limits: [
    { at: { z: Infinity }, value: 1 },
    { at: { z: -Infinity }, value: 0 },
  ],
  sources: [at(goodfellow2016, "eq. 3.30")],
  notes: [
    "The printed form computed in doubles overflows in e^(-z) below z = -709, where it gives 0; the implementation keeps the true value down to z = -745.",
  ],
  seeAlso: ["log-sigmoid", "tanh", "softplus", "softmax"],
});
