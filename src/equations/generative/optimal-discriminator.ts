// The record of the optimal discriminator.

import { vector } from "../../latex/symbols.js";
import { optimalDiscriminator } from "../../numeric/generative/optimal-discriminator.js";
import { equation } from "../equation.js";
import { at, goodfellow2014 } from "../sources.js";

const density = (whose: string, options: { readonly latex?: string } = {}) =>
  vector("n", `how likely each example is ${whose}`, { ...options, called: true, domain: "[0, ∞)" });

export default equation({
  id: "optimal-discriminator",
  name: "Optimal discriminator",
  family: "generative",
  latex: String.raw`D^*_G(x) = \frac{p_{\text{data}}(x)}{p_{\text{data}}(x) + p_g(x)}`,
  symbols: {
    p_data: density("in the data", { latex: String.raw`p_{\text{data}}` }),
    p_g: density("from the generator"),
  },
  parameters: ["p_data", "p_g"],
  numeric: ({ p_data, p_g }) => optimalDiscriminator(p_data, p_g),
  maxUlps: 2,
  maxSize: 300,
  identities: {
    "where nothing can be told it is a half": {
      latex: String.raw`D^*_G(p_{\text{data}}, p_{\text{data}})_i = \frac{1}{2}`,
      assuming: String.raw`p_{\text{data}} > 0`,
    },
    "of both it makes one": {
      latex: String.raw`D^*_G(p_{\text{data}}, p_g) + D^*_G(p_g, p_{\text{data}}) = u`,
      symbols: { u: vector("n", "", { domain: "{1}" }) },
      assuming: String.raw`p_{\text{data}} > 0`,
    },
    "only the ratio matters": {
      latex: String.raw`D^*_G(2 p_{\text{data}}, 2 p_g) = D^*_G(p_{\text{data}}, p_g)`,
      assuming: String.raw`p_{\text{data}} > 0`,
    },
  },
  limits: [{ at: { p_data: [Infinity, 1], p_g: [1, Infinity] }, value: [1, 0] }],
  sources: [at(goodfellow2014, "eq. 2")],
  notes: ["Where neither puts any probability, 0/0: NaN. What the discriminator says there does not matter."],
  seeAlso: ["gan-objective", "js-divergence", "sigmoid"],
});
