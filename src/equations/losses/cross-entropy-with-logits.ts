// The record of the cross-entropy of logits.

import { index, labels, matrix, real, vector } from "../../latex/symbols.js";
import { crossEntropyWithLogits } from "../../numeric/losses/cross-entropy-with-logits.js";
import softmax from "../activations/softmax.js";
import { equation, variant } from "../equation.js";
import { reductionsOf } from "../reductions.js";
import { at, bishop2006, blanchard2021 } from "../sources.js";

const z = matrix("N", "M", "the logits, a row an observation", { role: "logits" });
const noLimits = "as the equation's own, for each observation";

export default equation({
  id: "cross-entropy-with-logits",
  name: "Cross-entropy of logits",
  aliases: ["CEWithLogits", "softmax cross-entropy", "sparse categorical cross-entropy"],
  family: "losses",
  latex: String.raw`\operatorname{CEWithLogits}(y, z) = -\sum_{c=1}^{M} y_c \log(\operatorname{softmax}(z)_c)`,
  symbols: {
    y: vector("M", "the target probability of each class, or 1 for the true one and 0 for the others", {
      domain: "[0, 1]",
      role: "targets",
    }),
    z: vector("M", "the logit of each class", { role: "logits" }),
  },
  numeric: (inputs) => crossEntropyWithLogits(inputs.y, inputs.z),
  maxUlps: 2,
  evaluation: { zeroLogZero: true },
  calls: [softmax],
  uses: ["log-softmax", "binary-cross-entropy-with-logits"],
  variants: {
    "class index": variant({
      latex: String.raw`\operatorname{CEWithLogits}_{\text{class}}(y, z) = -\log(\operatorname{softmax}(z)_y)`,
      symbols: {
        y: index("M", "the true class", { role: "targets" }),
        z: vector("M", "the logit of each class", { role: "logits" }),
      },
      options: {},
      numeric: (inputs) => crossEntropyWithLogits(inputs.y - 1, inputs.z),
      noLimits,
    }),
    ...reductionsOf({
      name: String.raw`\operatorname{CEWithLogits}`,
      arguments: "y, z",
      example: String.raw`\operatorname{CEWithLogits}(y_n, z_n)`,
      index: ["n", "N"],
      symbols: {
        y: matrix("N", "M", "the target probabilities, a row an observation", {
          domain: "[0, 1]",
          role: "targets",
        }),
        z,
      },
      maxSize: 60,
      numeric: (inputs, reduction) => crossEntropyWithLogits(inputs.y, inputs.z, { reduction }),
      noLimits,
    }),
    ...reductionsOf({
      form: "class",
      name: String.raw`\operatorname{CEWithLogits}`,
      arguments: "y, z",
      example: String.raw`-\log(\operatorname{softmax}(z_n)_{y_n})`,
      index: ["n", "N"],
      symbols: { y: labels("N", "M", "the true class of each observation", { role: "targets" }), z },
      maxSize: 60,
      numeric: (inputs, reduction) =>
        crossEntropyWithLogits(
          inputs.y.map((c) => c - 1),
          inputs.z,
          { reduction },
        ),
      noLimits,
    }),
  },
  identities: {
    "nothing is negative": String.raw`\operatorname{CEWithLogits}(y, z) \ge 0`,
    "adding to all logits changes nothing": {
      latex: String.raw`\operatorname{CEWithLogits}(y, z + a) = \operatorname{CEWithLogits}(y, z)`,
      symbols: { a: real() },
    },
    "by the log-softmax": String.raw`\operatorname{CEWithLogits}(y, z) = -y \cdot \operatorname{logsoftmax}(z)`,
    "of two classes it is the binary one": {
      latex: String.raw`\operatorname{CEWithLogits}([1; 0], [a; b]) = \operatorname{BCEWithLogits}(1, a - b)`,
      symbols: { a: real(), b: real() },
    },
    "of equal logits": {
      latex: String.raw`\operatorname{CEWithLogits}([0; 1; 0], [a; a; a]) = \log(3)`,
      symbols: { a: real() },
    },
  },
  limits: [
    { at: { y: [1, 0], z: [Infinity, 0] }, value: 0 },
    { at: { y: [0, 1], z: [Infinity, 0] }, value: Infinity },
    { at: { y: [0, 1], z: [-Infinity, 0] }, value: 0 },
  ],
  conventions: [
    "A logit of −∞ (a masked class) adds nothing where its target is 0.",
    "In the formula classes count from 1, in code from 0.",
    "Of several observations it is the mean, unless a variant is asked for.",
  ],
  sources: [at(bishop2006, "eq. 4.108"), blanchard2021],
  notes: [
    "It is the cross-entropy of softmax(z), without the rounding of probabilities to doubles: with logits 0 and 800 and the first class true that would be ∞ instead of 800.",
  ],
  seeAlso: ["cross-entropy", "log-softmax", "softmax"],
});
