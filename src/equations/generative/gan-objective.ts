// The record of the GAN objective.

import { labels, matrix, vector } from "../../latex/symbols.js";
import { ganObjective } from "../../numeric/generative/gan-objective.js";
import { minimax } from "../../numeric/generative/minimax.js";
import { equation, variant } from "../equation.js";
import { rowsOf } from "../rows.js";
import { at, goodfellow2014 } from "../sources.js";

const real = {
  p_data: vector("n", "how likely each of n examples is in the data", {
    latex: String.raw`p_{\text{data}}`,
    called: true,
    domain: "[0, 1]",
    simplex: true,
  }),
  p_z: vector("m", "how likely each of m codes is", { called: true, domain: "[0, 1]", simplex: true }),
};
const symbols = {
  ...real,
  D: matrix("k", "n", "the discriminators, one a row: how likely each holds each example to be real", {
    called: true,
    domain: "[0, 1]",
    role: "discriminators",
  }),
  G: matrix("g", "m", "the generators, one a row: which example each makes of each code", {
    called: true,
    classes: "n",
    role: "generators",
  }),
};
const one = {
  ...real,
  D: vector("n", "how likely each example is held to be real", {
    called: true,
    domain: "[0, 1]",
    role: "discriminator",
  }),
  G: labels("m", "n", "which example is made of each code", { called: true, role: "generator" }),
};

/** V(D, G) for one discriminator and one generator. */
function valueOf(
  { p_data, p_z }: { readonly p_data: Float64Array; readonly p_z: Float64Array },
  D: Float64Array,
  G: Float64Array,
): number {
  return ganObjective({ real: D, fake: G.map((x) => D[x - 1]!), realWeights: p_data, fakeWeights: p_z });
}

export default equation({
  id: "gan-objective",
  name: "Objective of generative adversarial networks",
  aliases: ["GAN", "minimax game", "adversarial loss"],
  family: "generative",
  latex: String.raw`\min_G \max_D V(D, G) = \mathbb{E}_{x \sim p_{\text{data}}(x)}[\log D(x)] + \mathbb{E}_{z \sim p_z(z)}[\log(1 - D(G(z)))]`,
  symbols,
  parameters: ["D", "G", "p_data", "p_z"],
  numeric: ({ D, G, ...laws }) =>
    minimax(
      rowsOf(G).map((generator) =>
        Float64Array.from(rowsOf(D), (discriminator) => valueOf(laws, discriminator, generator)),
      ),
    ),
  maxUlps: 2,
  evaluation: { zeroLogZero: true },
  options: {},
  variants: {
    value: variant({
      latex: String.raw`V_{\text{GAN}}(D, G) = \mathbb{E}_{x \sim p_{\text{data}}(x)}[\log D(x)] + \mathbb{E}_{z \sim p_z(z)}[\log(1 - D(G(z)))]`,
      symbols: one,
      parameters: ["D", "G", "p_data", "p_z"],
      numeric: ({ D, G, ...laws }) => valueOf(laws, D, G),
      options: {},
      identities: {
        "nobody can tell: D is a half": {
          latex: String.raw`V_{\text{GAN}}(\frac{1}{2} u, G, p_{\text{data}}, p_z) = -\log 4`,
          symbols: { u: vector("n", "", { domain: "{1}" }) },
        },
      },
    }),
    densities: variant({
      latex: String.raw`V_{\text{densities}}(D, p, q) = \mathbb{E}_{x \sim p}[\log D(x)] + \mathbb{E}_{x \sim q}[\log(1 - D(x))]`,
      symbols: {
        D: one.D,
        p: vector("n", "how likely each example is in the data", { called: true, domain: "[0, 1]" }),
        q: vector("n", "how likely each is from the generator", { called: true, domain: "[0, 1]" }),
      },
      parameters: ["D", "p", "q"],
      maxSize: 200,
      numeric: ({ D, p, q }) => ganObjective({ real: D, fake: D, realWeights: p, fakeWeights: q }),
      options: {},
      uses: ["js-divergence"],
      identities: {
        // p = D r and q = (1 - D) r are the distributions against which D is the best there is; with Σ r = 2 it says - log 4.
        "the best discriminator attains twice the Jensen–Shannon divergence less log 4": {
          latex: String.raw`V_{\text{densities}}(D, D \odot r, (u - D) \odot r) = 2 \operatorname{JS}(D \odot r \parallel (u - D) \odot r) - \log 2 \sum_{x=1}^{n} r_x`,
          symbols: {
            D: vector("n", "", { domain: "[0, 1]" }),
            r: vector("n", "", { domain: "[0, 1]" }),
            u: vector("n", "", { domain: "{1}" }),
          },
        },
        "no other does better": {
          latex: String.raw`V_{\text{densities}}(w, D \odot r, (u - D) \odot r) \le V_{\text{densities}}(D, D \odot r, (u - D) \odot r)`,
          symbols: {
            D: vector("n", "", { domain: "[0, 1]" }),
            w: vector("n", "", { domain: "[0, 1]" }),
            r: vector("n", "", { domain: "[0, 1]" }),
            u: vector("n", "", { domain: "{1}" }),
          },
        },
      },
    }),
    samples: variant({
      latex: String.raw`V_{\text{samples}}(D) = \mathbb{E}_{x \sim R}[\log x] + \mathbb{E}_{x \sim F}[\log(1 - x)]`,
      symbols: {
        R: vector("n", "what the discriminator says of real examples", { sample: true, domain: "[0, 1]" }),
        F: vector("m", "what it says of generated ones", { sample: true, domain: "[0, 1]" }),
      },
      parameters: ["R", "F"],
      numeric: ({ R, F }) => ganObjective({ real: R, fake: F }),
      options: {},
    }),
  },
  leastSizes: { k: 3, g: 3, n: 5, m: 5 },
  identities: {
    "it is never positive": String.raw`V(D, G, p_{\text{data}}, p_z) \le 0`,
    "who moves second is not worse off": String.raw`\max_D \min_G \mathbb{E}_{x \sim p_{\text{data}}}[\log D(x)] + \mathbb{E}_{z \sim p_z}[\log(1 - D(G(z)))] \le V(D, G, p_{\text{data}}, p_z)`,
    "against nobody who can tell it is − log 4": {
      latex: String.raw`V(\frac{1}{2} u w^\top, G, p_{\text{data}}, p_z) = -\log 4`,
      symbols: { u: vector("k", "", { domain: "{1}" }), w: vector("n", "", { domain: "{1}" }) },
    },
  },
  limits: [],
  noLimits: "probabilities are finite, and G counts examples",
  conventions: [
    "An expectation is over finitely many examples or codes, weighted by how likely they are, or over samples. An example that cannot come weighs nothing: 0 log 0 = 0.",
    "D and G run over finite families; the value is what the best generator concedes to the discriminator that is best against it. min and max may not be exchanged.",
  ],
  sources: [at(goodfellow2014, "eq. 1")],
  notes: [
    "Often misprinted with 1 − log D(G(z)) in the second term: its maximum over D is infinite.",
    "Against a fixed generator the best discriminator is p_data / (p_data + p_g), and the value then 2 JS(p_data ‖ p_g) − log 4.",
  ],
  seeAlso: ["optimal-discriminator", "minimax", "js-divergence", "binary-cross-entropy"],
});
