// The record of the binary cross-entropy of a logit.

import { probability, real, vector } from "../../latex/symbols.js";
import { binaryCrossEntropyWithLogits } from "../../numeric/losses/binary-cross-entropy-with-logits.js";
import sigmoid from "../activations/sigmoid.js";
import { equation } from "../equation.js";
import { reductionsOf } from "../reductions.js";
import { at, bishop2006 } from "../sources.js";

export default equation({
  id: "binary-cross-entropy-with-logits",
  name: "Binary cross-entropy of a logit",
  aliases: ["BCEWithLogits", "sigmoid cross-entropy", "logistic loss"],
  family: "losses",
  latex: String.raw`\operatorname{BCEWithLogits}(y, z) = -\left( y \log \sigma(z) + (1 - y) \log \sigma(-z) \right)`,
  symbols: {
    y: probability("the target, 1 for yes and 0 for no, or a probability", { role: "targets" }),
    z: real("the logit of yes", { role: "logits" }),
  },
  numeric: ({ y, z }) => binaryCrossEntropyWithLogits(y, z),
  maxUlps: 2,
  evaluation: { zeroLogZero: true },
  calls: [sigmoid],
  uses: ["softplus"],
  variants: reductionsOf({
    name: String.raw`\operatorname{BCEWithLogits}`,
    arguments: "y, z",
    example: String.raw`\operatorname{BCEWithLogits}(y_i, z_i)`,
    symbols: {
      y: vector("n", "the targets", { domain: "[0, 1]", role: "targets" }),
      z: vector("n", "the logits", { role: "logits" }),
    },
    maxSize: 80,
    numeric: ({ y, z }, reduction) => binaryCrossEntropyWithLogits(y, z, { reduction }),
    limits: (reduction) => [
      { at: { y: [1, 1], z: [-Infinity, Infinity] }, value: reduction === "none" ? [Infinity, 0] : Infinity },
      { at: { y: [1, 0], z: [Infinity, -Infinity] }, value: reduction === "none" ? [0, 0] : 0 },
    ],
  }),
  identities: {
    "nothing is negative": String.raw`\operatorname{BCEWithLogits}(y, z) > 0`,
    "a softplus less what the target says": String.raw`\operatorname{BCEWithLogits}(y, z) = \operatorname{softplus}(z) - y z`,
    "yes and no change places": String.raw`\operatorname{BCEWithLogits}(1 - y, -z) = \operatorname{BCEWithLogits}(y, z)`,
    "of a sure yes": String.raw`\operatorname{BCEWithLogits}(1, z) = \operatorname{softplus}(-z)`,
    "of even odds": String.raw`\operatorname{BCEWithLogits}(y, 0) = \log(2)`,
  },
  limits: [
    { at: { y: 1, z: Infinity }, value: 0 },
    { at: { y: 0, z: Infinity }, value: Infinity },
    { at: { y: 1, z: -Infinity }, value: Infinity },
    { at: { y: 0.5, z: -Infinity }, value: Infinity },
  ],
  conventions: ["Where a logit is ±∞ the loss is the limit: 0 for a sure prediction that is right."],
  sources: [at(bishop2006, "eq. 4.90")],
  notes: [
    "σ(−z) is 1 − σ(z), and is printed so because 1 − σ(z) cancels for large logits.",
    "It is the binary cross-entropy of σ(z), without the rounding of σ(z) to a double: at z = 40 and y = 0 that would be ∞ instead of 40.",
  ],
  seeAlso: ["binary-cross-entropy", "sigmoid", "softplus"],
});
