// The record of the binary cross-entropy of a probability.

import { probability, vector } from "../../latex/symbols.js";
import { binaryCrossEntropy } from "../../numeric/losses/binary-cross-entropy.js";
import { equation } from "../equation.js";
import { reductionsOf } from "../reductions.js";
import { at, bishop2006 } from "../sources.js";

export default equation({
  id: "binary-cross-entropy",
  name: "Binary cross-entropy",
  aliases: ["BCE", "log loss", "logistic loss"],
  family: "losses",
  latex: String.raw`\operatorname{BCE}(y, p) = -\left( y \log(p) + (1 - y) \log(1 - p) \right)`,
  symbols: {
    y: probability("the target, 1 for yes and 0 for no, or a probability", { role: "targets" }),
    p: probability("the predicted probability of yes", { role: "predictions" }),
  },
  numeric: ({ y, p }) => binaryCrossEntropy(y, p),
  maxUlps: 2,
  evaluation: { zeroLogZero: true },
  uses: ["cross-entropy"],
  variants: reductionsOf({
    name: String.raw`\operatorname{BCE}`,
    arguments: "y, p",
    example: String.raw`\operatorname{BCE}(y_i, p_i)`,
    symbols: {
      y: vector("n", "the targets", { domain: "[0, 1]", role: "targets" }),
      p: vector("n", "the predicted probabilities", { domain: "[0, 1]", role: "predictions" }),
    },
    maxSize: 300,
    numeric: ({ y, p }, reduction) => binaryCrossEntropy(y, p, { reduction }),
  }),
  identities: {
    "nothing is negative": String.raw`\operatorname{BCE}(y, p) \ge 0`,
    "yes and no change places": String.raw`\operatorname{BCE}(1 - y, 1 - p) = \operatorname{BCE}(y, p)`,
    "the best prediction is the target": String.raw`\operatorname{BCE}(y, p) \ge \operatorname{BCE}(y, y)`,
    "a cross-entropy of two classes": String.raw`\operatorname{BCE}(y, p) = \operatorname{CE}([y; 1 - y], [p; 1 - p])`,
    "of a sure yes": String.raw`\operatorname{BCE}(1, p) = -\log(p)`,
    "of even odds": String.raw`\operatorname{BCE}(y, \frac{1}{2}) = \log(2)`,
  },
  limits: [],
  conventions: [
    "0 log 0 = 0. A sure prediction that is wrong costs ∞: nothing is clamped, where PyTorch stops at 100 and scikit-learn at 36.04.",
  ],
  sources: [at(bishop2006, "eq. 4.90")],
  notes: [
    "A slip that has been printed: 1 − log p in the place of log(1 − p). The two differ by a factor that is not constant, and the loss is then unbounded below.",
    "Where the probability is a sigmoid, the loss of its logit keeps the digits that p loses near 1.",
  ],
  seeAlso: ["binary-cross-entropy-with-logits", "cross-entropy"],
});
