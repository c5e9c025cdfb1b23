// The record of the mean absolute error.

import { vector } from "../../latex/symbols.js";
import { meanAbsoluteError } from "../../numeric/losses/mean-absolute-error.js";
import { equation, variant } from "../equation.js";
import { willmott2005 } from "../sources.js";

const symbols = {
  y: vector("n", "the targets", { role: "targets" }),
  yHat: vector("n", "the predictions", { latex: "\\hat{y}", role: "predictions" }),
};

export default equation({
  id: "mean-absolute-error",
  name: "Mean absolute error",
  aliases: ["MAE", "L1 loss"],
  family: "losses",
  latex: String.raw`\operatorname{MAE}(y, \hat{y}) = \frac{1}{n} \sum_{i=1}^{n} |y_i - \hat{y}_i|`,
  symbols,
  numeric: ({ y, yHat }) => meanAbsoluteError(y, yHat),
  maxUlps: 1,
  uses: ["mean-squared-error"],
  options: { reduction: "mean" },
  variants: {
    sum: variant({
      latex: String.raw`\operatorname{MAE}_{\text{sum}}(y, \hat{y}) = \sum_{i=1}^{n} |y_i - \hat{y}_i|`,
      symbols,
      options: { reduction: "sum" },
      numeric: ({ y, yHat }) => meanAbsoluteError(y, yHat, { reduction: "sum" }),
      limits: [{ at: { y: [-Infinity, 0], yHat: [1, 2] }, value: Infinity }],
    }),
    none: variant({
      latex: String.raw`\operatorname{MAE}_{\text{none}}(y, \hat{y})_i = |y_i - \hat{y}_i| \quad \text{for } i = 1, \dots, n`,
      symbols,
      options: { reduction: "none" },
      numeric: ({ y, yHat }) => meanAbsoluteError(y, yHat, { reduction: "none" }),
      limits: [{ at: { y: [-Infinity, 0], yHat: [1, 2] }, value: [Infinity, 2] }],
    }),
  },
  identities: {
    "nothing is negative": String.raw`\operatorname{MAE}(y, \hat{y}) \ge 0`,
    "without errors it is 0": String.raw`\operatorname{MAE}(y, y) = 0`,
    symmetry: String.raw`\operatorname{MAE}(y, \hat{y}) = \operatorname{MAE}(\hat{y}, y)`,
    "the 1-norm over n": String.raw`\operatorname{MAE}(y, \hat{y}) = \frac{\lVert y - \hat{y} \rVert_1}{n}`,
    "not above the root of the mean squared error": String.raw`\operatorname{MAE}(y, \hat{y})^2 \le \operatorname{MSE}(y, \hat{y})`,
  },
  limits: [
    { at: { y: [Infinity, 0], yHat: [1, 2] }, value: Infinity },
    { at: { y: [1, 0], yHat: [1, -Infinity] }, value: Infinity },
  ],
  conventions: [
    "The mean over the examples, unless a variant is asked for: the sum, or no reduction at all.",
    "Two infinities of the same sign have no difference: NaN.",
  ],
  sources: [willmott2005],
  notes: [
    "The collection that this catalogue starts from prints the sum under this name: n times too much.",
    "The constant prediction with the smallest error is the median of the targets.",
  ],
  seeAlso: ["mean-squared-error", "huber"],
});
