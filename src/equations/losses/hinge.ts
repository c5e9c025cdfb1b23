// The record of the hinge loss.

import { real, vector } from "../../latex/symbols.js";
import { hinge } from "../../numeric/losses/hinge.js";
import { equation } from "../equation.js";
import { reductionsOf } from "../reductions.js";
import { cortes1995, rosasco2004 } from "../sources.js";

export default equation({
  id: "hinge",
  name: "Hinge loss",
  aliases: ["SVM loss", "max-margin loss"],
  family: "losses",
  latex: String.raw`\operatorname{hinge}(y, \hat{y}) = \max(0, 1 - y \cdot \hat{y})`,
  symbols: {
    y: real("the class, −1 or 1", { domain: "{-1, 1}", role: "targets" }),
    yHat: real("the score", { latex: "\\hat{y}", role: "scores" }),
  },
  numeric: ({ y, yHat }) => hinge(y, yHat),
  maxUlps: 1,
  uses: ["relu"],
  variants: reductionsOf({
    name: String.raw`\operatorname{hinge}`,
    arguments: String.raw`y, \hat{y}`,
    example: String.raw`\operatorname{hinge}(y_i, \hat{y}_i)`,
    symbols: {
      y: vector("n", "the classes, −1 or 1", { domain: "{-1, 1}", role: "targets" }),
      yHat: vector("n", "the scores", { latex: "\\hat{y}", role: "scores" }),
    },
    numeric: ({ y, yHat }, reduction) => hinge(y, yHat, { reduction }),
    limits: (reduction) => [
      { at: { y: [-1, 1], yHat: [Infinity, 2] }, value: reduction === "none" ? [Infinity, 0] : Infinity },
      { at: { y: [1, 1], yHat: [Infinity, 2] }, value: reduction === "none" ? [0, 0] : 0 },
    ],
  }),
  identities: {
    "nothing is negative": String.raw`\operatorname{hinge}(y, \hat{y}) \ge 0`,
    "a score on the right side by a margin costs nothing": {
      latex: String.raw`\operatorname{hinge}(y, \hat{y}) = 0`,
      assuming: String.raw`y \cdot \hat{y} \ge 1`,
    },
    "not below the number of errors": {
      latex: String.raw`\operatorname{hinge}(y, \hat{y}) \ge 1`,
      assuming: String.raw`y \cdot \hat{y} \le 0`,
    },
    "a ReLU of the margin": String.raw`\operatorname{hinge}(y, \hat{y}) = \operatorname{ReLU}(1 - y \cdot \hat{y})`,
    "both classes alike": String.raw`\operatorname{hinge}(-y, -\hat{y}) = \operatorname{hinge}(y, \hat{y})`,
  },
  limits: [
    { at: { y: 1, yHat: Infinity }, value: 0 },
    { at: { y: 1, yHat: -Infinity }, value: Infinity },
  ],
  conventions: ["Classes are −1 and 1, not 0 and 1: others are refused."],
  sources: [cortes1995, rosasco2004],
  seeAlso: ["binary-cross-entropy-with-logits"],
});
