// The record of the hyperbolic tangent.

import { real } from "../../latex/symbols.js";
import { tanh } from "../../numeric/activations/tanh.js";
import { equation } from "../equation.js";
import { at, dlmf } from "../sources.js";

export default equation({
  id: "tanh",
  name: "Hyperbolic tangent",
  aliases: ["tanh", "tangens hyperbolicus"],
  family: "activations",
  latex: String.raw`\tanh(x) = \frac{e^{x} - e^{-x}}{e^{x} + e^{-x}} = \frac{1 - e^{-2x}}{1 + e^{-2x}}`,
  symbols: { x: real("the pre-activation") },
  numeric: ({ x }) => tanh(x),
  maxUlps: 1,
  uses: ["sigmoid"],
  identities: {
    oddness: String.raw`\tanh(-x) = -\tanh(x)`,
    bounds: String.raw`-1 < \tanh(x) < 1`,
    monotonicity: {
      latex: String.raw`\tanh(a) < \tanh(b)`,
      assuming: "a < b",
      symbols: { a: real(), b: real() },
    },
    "a rescaled sigmoid": String.raw`\tanh(x) = 2 \sigma(2x) - 1`,
    doubling: String.raw`\tanh(2x) = \frac{2 \tanh(x)}{1 + \tanh(x)^2}`,
    "below the identity": { latex: String.raw`\tanh(x) < x`, assuming: "x > 0" },
  },
  limits: [
    { at: { x: Infinity }, value: 1 },
    { at: { x: -Infinity }, value: -1 },
  ],
  sources: [at(dlmf, "eqs. 4.28.1, 4.28.2 and 4.28.4")],
  notes: [
    "Both printed forms cancel near 0 when they are computed in doubles: at x = 1e-300 they give 0. The formula itself gives 1e-300, and so does the implementation.",
  ],
  seeAlso: ["sigmoid"],
});
