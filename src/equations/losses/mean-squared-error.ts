// The record of the mean squared error.

import { real, vector } from "../../latex/symbols.js";
import { meanSquaredError } from "../../numeric/losses/mean-squared-error.js";
import { equation, variant } from "../equation.js";
import { at, goodfellow2016 } from "../sources.js";

const symbols = {
  y: vector("n", "the targets", { role: "targets" }),
  yHat: vector("n", "the predictions", { latex: "\\hat{y}", role: "predictions" }),
};

export default equation({
  id: "mean-squared-error",
  name: "Mean squared error",
  aliases: ["MSE", "L2 loss", "quadratic loss"],
  family: "losses",
  latex: String.raw`\operatorname{MSE}(y, \hat{y}) = \frac{1}{n} \sum_{i=1}^{n} (y_i - \hat{y}_i)^2`,
  symbols,
  numeric: ({ y, yHat }) => meanSquaredError(y, yHat),
  maxUlps: 1,
  options: { reduction: "mean" },
  variants: {
    sum: variant({
      latex: String.raw`\operatorname{MSE}_{\text{sum}}(y, \hat{y}) = \sum_{i=1}^{n} (y_i - \hat{y}_i)^2`,
      symbols,
      options: { reduction: "sum" },
      numeric: ({ y, yHat }) => meanSquaredError(y, yHat, { reduction: "sum" }),
      limits: [{ at: { y: [-Infinity, 0], yHat: [1, 2] }, value: Infinity }],
    }),
    none: variant({
      latex: String.raw`\operatorname{MSE}_{\text{none}}(y, \hat{y})_i = (y_i - \hat{y}_i)^2 \quad \text{for } i = 1, \dots, n`,
      symbols,
      options: { reduction: "none" },
      numeric: ({ y, yHat }) => meanSquaredError(y, yHat, { reduction: "none" }),
      limits: [{ at: { y: [-Infinity, 0], yHat: [1, 2] }, value: [Infinity, 4] }],
    }),
  },
  identities: {
    "nothing is negative": String.raw`\operatorname{MSE}(y, \hat{y}) \ge 0`,
    "without errors it is 0": String.raw`\operatorname{MSE}(y, y) = 0`,
    symmetry: String.raw`\operatorname{MSE}(y, \hat{y}) = \operatorname{MSE}(\hat{y}, y)`,
    "the squared norm over n": String.raw`\operatorname{MSE}(y, \hat{y}) = \frac{1}{n} \lVert y - \hat{y} \rVert^2`,
    "bias and variance": {
      latex: String.raw`\operatorname{MSE}([a; b], [c; c]) = \left( \frac{a + b}{2} - c \right)^2 + \left( \frac{a - b}{2} \right)^2`,
      symbols: { a: real(), b: real(), c: real() },
    },
  },
  limits: [
    { at: { y: [Infinity, 0], yHat: [1, 2] }, value: Infinity },
    { at: { y: [1, 0], yHat: [1, -Infinity] }, value: Infinity },
  ],
  conventions: [
    "The mean over the examples, without a factor of one half, unless a variant is asked for: the sum, or no reduction at all.",
    "Two infinities of the same sign have no difference: NaN.",
  ],
  sources: [at(goodfellow2016, "eq. 5.4")],
  notes: [
    "The collection that this catalogue starts from prints the sum under this name: n times too much.",
    "The constant prediction with the smallest error is the mean of the targets: one far outlier moves it, where it hardly moves the median.",
  ],
  seeAlso: ["mean-absolute-error", "huber"],
});
