// The record of the logarithm of the softmax.

import { real, vector } from "../../latex/symbols.js";
import { logSoftmax } from "../../numeric/activations/log-softmax.js";
import { equation } from "../equation.js";
import { at, blanchard2021, goodfellow2016 } from "../sources.js";

export default equation({
  id: "log-softmax",
  name: "Log-softmax",
  aliases: ["log softmax", "normalized log-probabilities"],
  family: "activations",
  latex: String.raw`\operatorname{logsoftmax}(z)_i = z_i - \log \sum_{j=1}^{K} e^{z_j} \quad \text{for } i = 1, \dots, K`,
  symbols: { z: vector("K", "the logits, one for each class", { role: "logits" }) },
  numeric: ({ z }) => logSoftmax(z),
  maxUlps: 1,
  uses: ["softmax", "log-sigmoid"],
  identities: {
    "its exponential is softmax": String.raw`e^{\operatorname{logsoftmax}(z)_i} = \operatorname{softmax}(z)_i`,
    "exponentials sum to one": String.raw`\sum_{i=1}^{K} e^{\operatorname{logsoftmax}(z)_i} = 1`,
    bounds: String.raw`\operatorname{logsoftmax}(z)_i \le 0`,
    "shift invariance": {
      latex: String.raw`\operatorname{logsoftmax}(z + c) = \operatorname{logsoftmax}(z)`,
      symbols: { c: real() },
    },
    "differences are those of the logits": {
      latex: String.raw`\operatorname{logsoftmax}([a; b; c])_1 - \operatorname{logsoftmax}([a; b; c])_2 = a - b`,
      symbols: { a: real(), b: real(), c: real() },
    },
    "two classes are a log-sigmoid": {
      latex: String.raw`\operatorname{logsoftmax}([a; b])_1 = \operatorname{logsigmoid}(a - b)`,
      symbols: { a: real(), b: real() },
    },
  },
  limits: [
    { at: { z: [Infinity, 0, 1] }, value: [0, -Infinity, -Infinity] },
    { at: { z: [-Infinity, 0] }, value: [-Infinity, 0] },
  ],
  conventions: [
    "An entry of -∞ (a masked logit) gets -∞. One entry of ∞ gets 0 and the others -∞. With several entries of ∞, or with -∞ alone, there is no limit, and the implementation gives NaN.",
  ],
  sources: [at(goodfellow2016, "eq. 6.30"), blanchard2021],
  notes: [
    "z - logsumexp(z), as libraries compute it, cancels for the largest entry: with logits 40 and 0 they give -0 instead of -4.2e-18.",
  ],
  seeAlso: ["softmax", "log-sigmoid"],
});
