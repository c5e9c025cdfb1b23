// The record of the rectified linear unit.

import { real } from "../../latex/symbols.js";
import { relu } from "../../numeric/activations/relu.js";
import { equation } from "../equation.js";
import { at, goodfellow2016, nair2010 } from "../sources.js";

export default equation({
  id: "relu",
  name: "Rectified linear unit",
  aliases: ["ReLU", "rectifier", "positive part", "ramp"],
  family: "activations",
  latex: String.raw`\operatorname{ReLU}(z) = \max(0, z)`,
  symbols: { z: real("the pre-activation") },
  numeric: ({ z }) => relu(z),
  maxUlps: 0,
  identities: {
    "by cases": String.raw`\operatorname{ReLU}(z) = \begin{cases} z & \text{if } z > 0 \\ 0 & \text{otherwise} \end{cases}`,
    bounds: String.raw`\operatorname{ReLU}(z) \ge 0`,
    "both halves": String.raw`\operatorname{ReLU}(z) - \operatorname{ReLU}(-z) = z`,
    "absolute value": String.raw`\operatorname{ReLU}(z) + \operatorname{ReLU}(-z) = |z|`,
    idempotence: String.raw`\operatorname{ReLU}(\operatorname{ReLU}(z)) = \operatorname{ReLU}(z)`,
    homogeneity: {
      latex: String.raw`\operatorname{ReLU}(a z) = a \operatorname{ReLU}(z)`,
      assuming: String.raw`a \ge 0`,
      symbols: { a: real() },
    },
  },
  limits: [
    { at: { z: Infinity }, value: Infinity },
    { at: { z: -Infinity }, value: 0 },
  ],
  conventions: ["At 0 the function has no derivative; libraries take 0 there."],
  sources: [at(goodfellow2016, "section 6.3.1"), nair2010],
  seeAlso: ["softplus", "gelu"],
});
