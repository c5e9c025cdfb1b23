// The record of the Gaussian error linear unit.

import { real } from "../../latex/symbols.js";
import { gelu } from "../../numeric/activations/gelu.js";
import { equation } from "../equation.js";
import { at, hendrycks2016 } from "../sources.js";

export default equation({
  id: "gelu",
  name: "Gaussian error linear unit",
  aliases: ["GELU"],
  family: "activations",
  latex: String.raw`\operatorname{GELU}(x) = x \Phi(x)`,
  symbols: { x: real("the pre-activation") },
  numeric: ({ x }) => gelu(x),
  maxUlps: 1,
  uses: ["relu"],
  identities: {
    "by the error function": String.raw`\operatorname{GELU}(x) = \frac{x}{2} \left(1 + \operatorname{erf}\left(\frac{x}{\sqrt{2}}\right)\right)`,
    "both halves": String.raw`\operatorname{GELU}(x) - \operatorname{GELU}(-x) = x`,
    "below ReLU": String.raw`\operatorname{GELU}(x) \le \operatorname{ReLU}(x)`,
    "lower bound": String.raw`\operatorname{GELU}(x) > -0.17`,
    "evenness of its distance": String.raw`\operatorname{ReLU}(x) - \operatorname{GELU}(x) = \operatorname{ReLU}(-x) - \operatorname{GELU}(-x)`,
  },
  limits: [
    { at: { x: Infinity }, value: Infinity },
    { at: { x: -Infinity }, value: 0 },
  ],
  conventions: [
    "Φ is the cumulative distribution function of the standard normal. This is the exact GELU, not the approximation by tanh that some libraries offer.",
  ],
  sources: [at(hendrycks2016, "section 2")],
  notes: [
    "Libraries compute ½x(1 + erf(x/√2)), which cancels for x below -5: at x = -10 all digits are lost. The implementation keeps them as far as x = -38.",
  ],
  seeAlso: ["relu"],
});
