// The record of the reparameterization trick.

import { real, vector } from "../../latex/symbols.js";
import { reparameterization } from "../../numeric/generative/reparameterization.js";
import { equation, variant } from "../equation.js";
import { at, kingma2013 } from "../sources.js";

export default equation({
  id: "reparameterization",
  name: "Reparameterization trick",
  aliases: ["VAE", "variational auto-encoder", "pathwise gradient"],
  family: "generative",
  latex: String.raw`z = \mu + \epsilon \cdot \sigma`,
  symbols: {
    mu: real("the mean"),
    sigma: real("the standard deviation", { domain: "[0, ∞)" }),
    epsilon: real("noise", { role: "noise" }),
  },
  numeric: ({ mu, sigma, epsilon }) => reparameterization(mu, sigma, epsilon),
  maxUlps: 1,
  random: { epsilon: String.raw`\epsilon \sim \mathcal{N}(0, 1)` },
  statements: {
    posterior: String.raw`z \sim q_{\mu, \sigma}(z) = \mathcal{N}(\mu, \sigma^2)`,
  },
  variants: {
    vectors: variant({
      latex: String.raw`\vec{z} = \vec{\mu} + \vec{\epsilon} \odot \vec{\sigma}`,
      symbols: {
        mu: vector("n", "the means", { latex: String.raw`\vec{\mu}` }),
        sigma: vector("n", "the standard deviations", { latex: String.raw`\vec{\sigma}`, domain: "[0, ∞)" }),
        epsilon: vector("n", "noise", { latex: String.raw`\vec{\epsilon}`, role: "noise" }),
      },
      numeric: ({ mu, sigma, epsilon }) => reparameterization(mu, sigma, epsilon),
      options: {},
      random: { epsilon: String.raw`\vec{\epsilon} \sim \mathcal{N}(0, \mathbf{I})` },
      noLimits: "as the equation's own",
    }),
    isotropic: variant({
      latex: String.raw`\vec{z} = \vec{\mu} + \sigma \vec{\epsilon}`,
      symbols: {
        mu: vector("n", "the means", { latex: String.raw`\vec{\mu}` }),
        sigma: real("the standard deviation of all entries", { domain: "[0, ∞)" }),
        epsilon: vector("n", "noise", { latex: String.raw`\vec{\epsilon}`, role: "noise" }),
      },
      numeric: ({ mu, sigma, epsilon }) =>
        reparameterization(mu, new Float64Array(mu.length).fill(sigma), epsilon),
      options: {},
      random: { epsilon: String.raw`\vec{\epsilon} \sim \mathcal{N}(0, \mathbf{I})` },
      statements: { posterior: String.raw`\vec{z} \sim \mathcal{N}(\vec{\mu}, \sigma^2 \mathbf{I})` },
      noLimits: "as the equation's own",
    }),
  },
  identities: {
    "no noise, the mean": String.raw`z(\mu, \sigma, 0) = \mu`,
    "no deviation, the mean": String.raw`z(\mu, 0, \epsilon) = \mu`,
    "noise turned about moves the other way": String.raw`z(\mu, \sigma, \epsilon) + z(\mu, \sigma, -\epsilon) = 2 \mu`,
  },
  limits: [
    { at: { mu: 0, sigma: 1, epsilon: Infinity }, value: Infinity },
    { at: { mu: 0, sigma: 1, epsilon: -Infinity }, value: -Infinity },
  ],
  conventions: [
    "σ is the standard deviation: the second parameter of the normal distribution is its square.",
  ],
  sources: [at(kingma2013, "section 2.4")],
  notes: [
    "A draw of N(μ, σ²) as a function of its parameters and of noise that does not depend on them: it has gradients, ∂z/∂μ = 1 and ∂z/∂σ = ε.",
  ],
  seeAlso: ["kl-divergence"],
});
