// The record of the L2 penalty.

import { real, vector } from "../../latex/symbols.js";
import { l2Penalty } from "../../numeric/regularization/l2-penalty.js";
import { equation } from "../equation.js";
import { hoerl1970 } from "../sources.js";

export default equation({
  id: "l2-penalty",
  name: "L2 penalty",
  aliases: ["ridge penalty", "weight decay"],
  family: "regularization",
  latex: String.raw`\Omega_2(w; \lambda) = \lambda \sum_{i=1}^{n} w_i^2`,
  symbols: {
    w: vector("n", "the weights", { role: "weights" }),
    lambda: real("the strength of the penalty", { domain: "[0, ∞)", role: "strength" }),
  },
  numeric: ({ w, lambda }) => l2Penalty(w, lambda),
  maxUlps: 1,
  identities: {
    "nothing is negative": String.raw`\Omega_2(w; \lambda) \ge 0`,
    "by the norm": String.raw`\Omega_2(w; \lambda) = \lambda \lVert w \rVert^2`,
    "twice the weights": String.raw`\Omega_2(2 w; \lambda) = 4 \Omega_2(w; \lambda)`,
    "signs do not matter": String.raw`\Omega_2(-w; \lambda) = \Omega_2(w; \lambda)`,
    "without strength it is 0": String.raw`\Omega_2(w; 0) = 0`,
  },
  limits: [
    { at: { w: [Infinity, 1], lambda: 2 }, value: Infinity },
    { at: { w: [-Infinity, 1], lambda: 2 }, value: Infinity },
  ],
  conventions: ["λ is at least 0; the sum is not divided by the number of weights."],
  sources: [hoerl1970],
  notes: ["Often printed with a factor of one half, which makes its slope λw: here there is none."],
  seeAlso: ["l2-regularization"],
});
