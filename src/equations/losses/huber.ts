// The record of the Huber loss.

import { real, vector } from "../../latex/symbols.js";
import { huber } from "../../numeric/losses/huber.js";
import { equation } from "../equation.js";
import { reductionsOf } from "../reductions.js";
import { huber1964 } from "../sources.js";

const delta = real("from where on the loss is linear", { domain: "(0, ∞)", role: "threshold" });

export default equation({
  id: "huber",
  name: "Huber loss",
  aliases: ["smooth mean absolute error"],
  family: "losses",
  latex: String.raw`\operatorname{Huber}(y, \hat{y}; \delta) = \begin{cases} \frac{1}{2} (y - \hat{y})^2 & \text{if } |y - \hat{y}| \le \delta \\ \delta \left( |y - \hat{y}| - \frac{1}{2} \delta \right) & \text{otherwise} \end{cases}`,
  symbols: {
    y: real("the target", { role: "targets" }),
    yHat: real("the prediction", { latex: "\\hat{y}", role: "predictions" }),
    delta,
  },
  numeric: ({ y, yHat, delta: δ }) => huber(y, yHat, { delta: δ }),
  maxUlps: 1,
  options: { delta: "any" },
  variants: reductionsOf({
    name: String.raw`\operatorname{Huber}`,
    arguments: String.raw`y, \hat{y}; \delta`,
    example: String.raw`\operatorname{Huber}(y_i, \hat{y}_i; \delta)`,
    symbols: {
      y: vector("n", "the targets", { role: "targets" }),
      yHat: vector("n", "the predictions", { latex: "\\hat{y}", role: "predictions" }),
      delta,
    },
    numeric: ({ y, yHat, delta: δ }, reduction) => huber(y, yHat, { delta: δ, reduction }),
    limits: (reduction) => [
      {
        at: { y: [Infinity, 0], yHat: [1, 2], delta: 1 },
        value: reduction === "none" ? [Infinity, 1.5] : Infinity,
      },
    ],
  }),
  identities: {
    "nothing is negative": String.raw`\operatorname{Huber}(y, \hat{y}; \delta) \ge 0`,
    symmetry: String.raw`\operatorname{Huber}(y, \hat{y}; \delta) = \operatorname{Huber}(\hat{y}, y; \delta)`,
    "not above half the square": String.raw`\operatorname{Huber}(y, \hat{y}; \delta) \le \frac{1}{2} (y - \hat{y})^2`,
    "not above the tangent": String.raw`\operatorname{Huber}(y, \hat{y}; \delta) \le \delta |y - \hat{y}|`,
    "near 0 it is half the square": {
      latex: String.raw`\operatorname{Huber}(y, \hat{y}; \delta) = \frac{1}{2} (y - \hat{y})^2`,
      assuming: String.raw`|y - \hat{y}| \le \delta`,
    },
    "both branches meet": {
      latex: String.raw`\operatorname{Huber}(\delta, 0; \delta) = \frac{1}{2} \delta^2`,
    },
  },
  limits: [
    { at: { y: Infinity, yHat: 1, delta: 2 }, value: Infinity },
    { at: { y: -Infinity, yHat: 1, delta: 2 }, value: Infinity },
    { at: { y: 3, yHat: 1, delta: Infinity }, value: 2 },
  ],
  conventions: [
    "At |y − ŷ| = δ both branches give the same.",
    "δ is 1 unless it is given; it must be positive. PyTorch's SmoothL1Loss divides by δ: both agree at δ = 1.",
  ],
  sources: [huber1964],
  notes: [
    "The collection that this catalogue starts from, and for a time the documentation of PaddlePaddle (its issue 44019), print the outer branch without the absolute value: there it is negative, and unbounded below, for predictions above the target.",
  ],
  seeAlso: ["mean-absolute-error", "mean-squared-error"],
});
