// The record of the softmax.

import { real, vector } from "../../latex/symbols.js";
import { softmax } from "../../numeric/activations/softmax.js";
import { equation } from "../equation.js";
import { at, bridle1990, goodfellow2016 } from "../sources.js";

export default equation({
  id: "softmax",
  name: "Softmax",
  aliases: ["softargmax", "normalized exponential", "Boltzmann distribution"],
  family: "activations",
  latex: String.raw`\operatorname{softmax}(z)_i = \frac{e^{z_i}}{\sum_{j=1}^{K} e^{z_j}} \quad \text{for } i = 1, \dots, K`,
  symbols: { z: vector("K", "the logits, one for each class", { role: "logits" }) },
  numeric: ({ z }) => softmax(z),
  maxUlps: 2,
  uses: ["sigmoid", "log-softmax"],
  identities: {
    "sums to one": String.raw`\sum_{i=1}^{K} \operatorname{softmax}(z)_i = 1`,
    bounds: String.raw`0 < \operatorname{softmax}(z)_i \le 1`,
    "shift invariance": {
      latex: String.raw`\operatorname{softmax}(z + c) = \operatorname{softmax}(z)`,
      symbols: { c: real() },
    },
    "order is kept": {
      latex: String.raw`\operatorname{softmax}([a; b; c])_1 \le \operatorname{softmax}([a; b; c])_2`,
      assuming: String.raw`a \le b`,
      symbols: { a: real(), b: real(), c: real() },
    },
    "two classes are a sigmoid": {
      latex: String.raw`\operatorname{softmax}([a; b])_1 = \sigma(a - b)`,
      symbols: { a: real(), b: real() },
    },
    "its logarithm is log-softmax": String.raw`\log \operatorname{softmax}(z)_i = \operatorname{logsoftmax}(z)_i`,
    "one entry": {
      latex: String.raw`\operatorname{softmax}(\begin{pmatrix} a \end{pmatrix})_1 = 1`,
      symbols: { a: real() },
    },
  },
  limits: [
    { at: { z: [Infinity, 0, 1] }, value: [1, 0, 0] },
    { at: { z: [-Infinity, 0, 0] }, value: [0, 0.5, 0.5] },
  ],
  conventions: [
    "An entry of -∞ (a masked logit) gets probability 0. One entry of ∞ gets probability 1. With several entries of ∞, or with -∞ alone, there is no limit, and the implementation gives NaN.",
  ],
  sources: [at(goodfellow2016, "eq. 6.29"), bridle1990],
  notes: [
    "The printed form computed in doubles overflows for logits above 709; subtracting the largest logit first changes nothing of the value: that is the shift invariance.",
  ],
  seeAlso: ["log-softmax", "sigmoid"],
});
