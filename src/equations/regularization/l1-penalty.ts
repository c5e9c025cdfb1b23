// The record of the L1 penalty.

import { real, vector } from "../../latex/symbols.js";
import { l1Penalty } from "../../numeric/regularization/l1-penalty.js";
import { equation } from "../equation.js";
import { tibshirani1996 } from "../sources.js";

export default equation({
  id: "l1-penalty",
  name: "L1 penalty",
  aliases: ["lasso penalty", "L1 norm penalty"],
  family: "regularization",
  latex: String.raw`\Omega_1(w; \lambda) = \lambda \sum_{i=1}^{n} |w_i|`,
  symbols: {
    w: vector("n", "the weights", { role: "weights" }),
    lambda: real("the strength of the penalty", { domain: "[0, ∞)", role: "strength" }),
  },
  numeric: ({ w, lambda }) => l1Penalty(w, lambda),
  maxUlps: 1,
  identities: {
    "nothing is negative": String.raw`\Omega_1(w; \lambda) \ge 0`,
    "by the norm": String.raw`\Omega_1(w; \lambda) = \lambda \lVert w \rVert_1`,
    "twice the weights": String.raw`\Omega_1(2 w; \lambda) = 2 \Omega_1(w; \lambda)`,
    "signs do not matter": String.raw`\Omega_1(-w; \lambda) = \Omega_1(w; \lambda)`,
    "without strength it is 0": String.raw`\Omega_1(w; 0) = 0`,
  },
  limits: [
    { at: { w: [Infinity, 1], lambda: 2 }, value: Infinity },
    { at: { w: [-Infinity, 1], lambda: 2 }, value: Infinity },
  ],
  conventions: ["λ is at least 0; the sum is not divided by the number of weights."],
  sources: [tibshirani1996],
  notes: ["The slope of the penalty does not fade near 0: weights that matter little become exactly 0."],
  seeAlso: ["l1-regularization"],
});
