// The record of a loss with L1 regularization.

import { real, vector } from "../../latex/symbols.js";
import { l1Regularization } from "../../numeric/regularization/l1-regularization.js";
import { equation } from "../equation.js";
import { tibshirani1996 } from "../sources.js";

export default equation({
  id: "l1-regularization",
  name: "L1 regularization",
  aliases: ["Lasso", "L1 loss term"],
  family: "regularization",
  latex: String.raw`\operatorname{Loss}_{L_1}(\text{Error}, w; \lambda) = \text{Error} + \lambda \sum_{i=1}^{n} |w_i|`,
  symbols: {
    error: real("the error of the predictions, of whatever kind", { latex: "\\text{Error}", role: "error" }),
    w: vector("n", "the weights", { role: "weights" }),
    lambda: real("the strength of the penalty", { domain: "[0, ∞)", role: "strength" }),
  },
  numeric: ({ error, w, lambda }) => l1Regularization(error, w, lambda),
  maxUlps: 1,
  uses: ["l1-penalty"],
  identities: {
    "error and penalty": String.raw`\operatorname{Loss}_{L_1}(\text{Error}, w; \lambda) = \text{Error} + \Omega_1(w; \lambda)`,
    "not below the error": String.raw`\operatorname{Loss}_{L_1}(\text{Error}, w; \lambda) \ge \text{Error}`,
    "without strength it is the error": String.raw`\operatorname{Loss}_{L_1}(\text{Error}, w; 0) = \text{Error}`,
  },
  limits: [
    { at: { error: 1, w: [Infinity, 1], lambda: 2 }, value: Infinity },
    { at: { error: -Infinity, w: [1, 1], lambda: 2 }, value: -Infinity },
  ],
  conventions: [
    "The error is a number that is computed before: the squared error of a regression, a cross-entropy, … The collection that this catalogue starts from prints it as Error(Y − Ŷ), a function of the difference.",
  ],
  sources: [tibshirani1996],
  notes: ["The slope of the penalty does not fade near 0: weights that matter little become exactly 0."],
  seeAlso: ["l1-penalty", "mean-squared-error"],
});
