// The record of the cross-entropy of probabilities.

import { index, labels, matrix, probability, vector } from "../../latex/symbols.js";
import { crossEntropy } from "../../numeric/losses/cross-entropy.js";
import { equation, variant } from "../equation.js";
import { reductionsOf } from "../reductions.js";
import { at, bishop2006, goodfellow2016 } from "../sources.js";

const p = matrix("N", "M", "the predicted probabilities, a row an observation", {
  domain: "[0, 1]",
  role: "predictions",
});

export default equation({
  id: "cross-entropy",
  name: "Cross-entropy",
  aliases: ["CE", "categorical cross-entropy", "log loss", "softmax loss"],
  family: "losses",
  latex: String.raw`\operatorname{CE}(y, p) = -\sum_{c=1}^{M} y_c \log(p_c)`,
  symbols: {
    y: vector("M", "the target probability of each class, or 1 for the true one and 0 for the others", {
      domain: "[0, 1]",
      role: "targets",
    }),
    p: vector("M", "the predicted probability of each class", { domain: "[0, 1]", role: "predictions" }),
  },
  numeric: (inputs) => crossEntropy(inputs.y, inputs.p),
  maxUlps: 2,
  evaluation: { zeroLogZero: true },
  uses: ["entropy", "kl-divergence", "binary-cross-entropy"],
  variants: {
    "class-index": variant({
      latex: String.raw`\operatorname{CE}_{\text{class}}(y, p) = -\log(p_y)`,
      symbols: {
        y: index("M", "the true class", { role: "targets" }),
        p: vector("M", "the predicted probability of each class", { domain: "[0, 1]", role: "predictions" }),
      },
      options: {},
      numeric: (inputs) => crossEntropy(inputs.y - 1, inputs.p),
    }),
    ...reductionsOf({
      name: String.raw`\operatorname{CE}`,
      arguments: "y, p",
      example: String.raw`\operatorname{CE}(y_n, p_n)`,
      index: ["n", "N"],
      symbols: {
        y: matrix("N", "M", "the target probabilities, a row an observation", {
          domain: "[0, 1]",
          role: "targets",
        }),
        p,
      },
      numeric: (inputs, reduction) => crossEntropy(inputs.y, inputs.p, { reduction }),
    }),
    ...reductionsOf({
      form: "class",
      name: String.raw`\operatorname{CE}`,
      arguments: "y, p",
      example: String.raw`-\log(p_{n, y_n})`,
      index: ["n", "N"],
      symbols: { y: labels("N", "M", "the true class of each observation", { role: "targets" }), p },
      numeric: (inputs, reduction) =>
        crossEntropy(
          inputs.y.map((c) => c - 1),
          inputs.p,
          { reduction },
        ),
    }),
  },
  identities: {
    "nothing is negative": String.raw`\operatorname{CE}(y, p) \ge 0`,
    "entropy and divergence": {
      latex: String.raw`\operatorname{CE}(y, p) = H(y) + D_{\text{KL}}(y \parallel p)`,
      assuming: String.raw`\min(p) > 0`,
    },
    "the best prediction is the target": {
      latex: String.raw`\operatorname{CE}(y, p) \ge H(y)`,
      symbols: {
        y: vector("M", "", { domain: "[0, 1]", simplex: true }),
        p: vector("M", "", { domain: "[0, 1]", simplex: true }),
      },
    },
    "of two classes it is the binary one": {
      latex: String.raw`\operatorname{CE}([a; 1 - a], [b; 1 - b]) = \operatorname{BCE}(a, b)`,
      symbols: { a: probability(), b: probability() },
    },
    "of a certain target": {
      latex: String.raw`\operatorname{CE}([0; 1; 0], [a; b; a]) = -\log(b)`,
      symbols: { a: probability(), b: probability() },
    },
  },
  limits: [],
  conventions: [
    "Natural logarithm; 0 log 0 = 0. A class that is to be expected but has no probability costs ∞: nothing is clamped.",
    "In the formula classes count from 1, in code from 0.",
    "Of several observations it is the mean, unless a variant is asked for.",
  ],
  sources: [at(bishop2006, "eq. 4.108"), at(goodfellow2016, "section 3.13")],
  notes: [
    "PyTorch's CrossEntropyLoss takes logits: that is cross-entropy-with-logits here.",
    "For a certain target it is the negative log-likelihood of the true class.",
  ],
  seeAlso: ["cross-entropy-with-logits", "negative-log-likelihood", "binary-cross-entropy", "kl-divergence"],
});
