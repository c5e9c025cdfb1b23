// The record of a loss with L2 regularization.

import { real, vector } from "../../latex/symbols.js";
import { l2Regularization } from "../../numeric/regularization/l2-regularization.js";
import { equation } from "../equation.js";
import { hoerl1970 } from "../sources.js";

export default equation({
  id: "l2-regularization",
  name: "L2 regularization",
  aliases: ["Ridge", "Tikhonov regularization", "weight decay"],
  family: "regularization",
  latex: String.raw`\operatorname{Loss}_{L_2}(\text{Error}, w; \lambda) = \text{Error} + \lambda \sum_{i=1}^{n} w_i^2`,
  symbols: {
    error: real("the error of the predictions, of whatever kind", { latex: "\\text{Error}", role: "error" }),
    w: vector("n", "the weights", { role: "weights" }),
    lambda: real("the strength of the penalty", { domain: "[0, ∞)", role: "strength" }),
  },
  numeric: ({ error, w, lambda }) => l2Regularization(error, w, lambda),
  maxUlps: 1,
  uses: ["l2-penalty"],
  identities: {
    "error and penalty": String.raw`\operatorname{Loss}_{L_2}(\text{Error}, w; \lambda) = \text{Error} + \Omega_2(w; \lambda)`,
    "not below the error": String.raw`\operatorname{Loss}_{L_2}(\text{Error}, w; \lambda) \ge \text{Error}`,
    "without strength it is the error": String.raw`\operatorname{Loss}_{L_2}(\text{Error}, w; 0) = \text{Error}`,
  },
  limits: [
    { at: { error: 1, w: [Infinity, 1], lambda: 2 }, value: Infinity },
    { at: { error: -Infinity, w: [1, 1], lambda: 2 }, value: -Infinity },
  ],
  conventions: [
    "The error is a number that is computed before: the squared error of a regression, a cross-entropy, … The collection that this catalogue starts from prints it as Error(Y − Ŷ), a function of the difference.",
  ],
  sources: [hoerl1970],
  notes: ["Often printed with a factor of one half, which makes its slope λw: here there is none."],
  seeAlso: ["l2-penalty", "mean-squared-error"],
});
