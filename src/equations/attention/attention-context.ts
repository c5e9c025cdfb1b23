// The record of attention's context.

import { matrix, vector } from "../../latex/symbols.js";
import { attentionContext } from "../../numeric/attention/attention-context.js";
import { equation } from "../equation.js";
import { at, bahdanau2014 } from "../sources.js";

export default equation({
  id: "attention-context",
  name: "Attention context",
  aliases: ["context vector", "glimpse"],
  family: "attention",
  latex: String.raw`c_i = \sum_{j=1}^{T_x} \alpha_{ij} h_j`,
  symbols: {
    alpha: matrix("n", "T_x", "the weights", { role: "weights" }),
    h: matrix("T_x", "d", "the states that are weighed, one a row", { role: "values" }),
  },
  numeric: ({ alpha, h }) => attentionContext(alpha, h),
  maxUlps: 4,
  termScale: "weighed states may cancel",
  identities: {
    "of all states equal it is their value times the weights' sum": {
      latex: String.raw`c(\alpha, u v^\top)_i = \sum_{j=1}^{T_x} \alpha_{ij} v`,
      symbols: { u: vector("T_x", "", { domain: "{1}" }), v: vector("d") },
    },
    "twice the weights, twice the context": String.raw`c(2 \alpha, h) = 2 c(\alpha, h)`,
    "a product of matrices": String.raw`c(\alpha, h) = \alpha h`,
  },
  limits: [{ at: { alpha: [[0.5, 0.5]], h: [[Infinity], [1]] }, value: [Infinity] }],
  sources: [at(bahdanau2014, "eq. 5")],
  seeAlso: ["attention-weights", "scaled-dot-product-attention"],
});
