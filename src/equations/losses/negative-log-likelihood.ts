// The record of the negative log-likelihood.

import { index, labels, matrix, probability, vector } from "../../latex/symbols.js";
import { negativeLogLikelihood } from "../../numeric/losses/negative-log-likelihood.js";
import { equation, variant } from "../equation.js";
import { reductionsOf } from "../reductions.js";
import { at, fisher1922, goodfellow2016 } from "../sources.js";

const distribution = vector("K", "the probability of each outcome", {
  domain: "[0, 1]",
  called: true,
  role: "predictions",
});

export default equation({
  id: "negative-log-likelihood",
  name: "Negative log-likelihood",
  aliases: ["NLL", "surprisal", "log loss"],
  family: "losses",
  latex: String.raw`\operatorname{NLL}(y) = -\log(p(y))`,
  symbols: { y: index("K", "the outcome", { role: "targets" }), p: distribution },
  parameters: ["y", "p"],
  numeric: ({ y, p }) => negativeLogLikelihood(y - 1, p),
  maxUlps: 2,
  evaluation: { zeroLogZero: true },
  uses: ["cross-entropy"],
  variants: {
    expected: variant({
      latex: String.raw`\operatorname{NLL}_{\text{expected}}(t) = -\sum_{y=1}^{K} t(y) \log(p(y))`,
      symbols: {
        t: vector("K", "the target probability of each outcome", {
          domain: "[0, 1]",
          called: true,
          role: "targets",
        }),
        p: distribution,
      },
      parameters: ["t", "p"],
      options: {},
      numeric: ({ t, p }) => negativeLogLikelihood(t, p),
    }),
    ...reductionsOf({
      name: String.raw`\operatorname{NLL}`,
      arguments: "y, p",
      example: String.raw`-\log(p_{n, y_n})`,
      index: ["n", "N"],
      symbols: {
        y: labels("N", "K", "the outcome of each observation", { role: "targets" }),
        p: matrix("N", "K", "the probability of each outcome, a row an observation", {
          domain: "[0, 1]",
          role: "predictions",
        }),
      },
      numeric: ({ y, p }, reduction) =>
        negativeLogLikelihood(
          y.map((outcome) => outcome - 1),
          p,
          { reduction },
        ),
    }),
  },
  identities: {
    "nothing is negative": String.raw`\operatorname{NLL}(y, p) \ge 0`,
    "back to the likelihood": String.raw`e^{-\operatorname{NLL}(y, p)} = p(y)`,
    "the cross-entropy of a certain target": {
      latex: String.raw`\operatorname{NLL}(1, [a; b]) = \operatorname{CE}([1; 0], [a; b])`,
      symbols: { a: probability(), b: probability() },
    },
  },
  limits: [],
  conventions: [
    "It takes probabilities, as the formula does; PyTorch's NLLLoss takes their logarithms.",
    "In the formula outcomes count from 1, in code from 0.",
  ],
  sources: [fisher1922, at(goodfellow2016, "section 5.5")],
  seeAlso: ["minimum-negative-log-likelihood", "cross-entropy"],
});
