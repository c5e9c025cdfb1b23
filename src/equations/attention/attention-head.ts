// The record of one head of multi-head attention.

import { vector } from "../../latex/symbols.js";
import { attentionHead } from "../../numeric/attention/attention-head.js";
import { equation, variant } from "../equation.js";
import { headSymbols } from "../heads.js";
import { at, vaswani2017 } from "../sources.js";
import scaledDotProductAttention from "./scaled-dot-product-attention.js";

export default equation({
  id: "attention-head",
  name: "Attention head",
  family: "attention",
  latex: String.raw`\text{head}_i = \operatorname{Attention}(Q W^Q_i, K W^K_i, V W^V_i)`,
  symbols: headSymbols,
  numeric: ({ Q, K, V, WQ, WK, WV }) =>
    WQ.map((queries, i) => attentionHead(Q, K, V, { WQ: queries, WK: WK[i]!, WV: WV[i]! })),
  maxUlps: 4,
  termScale: "weighed values may cancel",
  calls: [scaledDotProductAttention],
  options: { mask: "any", causal: false },
  variants: {
    causal: variant({
      latex: String.raw`\text{head}_{\text{causal}, i} = \operatorname{CausalAttention}(Q W^Q_i, K W^K_i, V W^V_i)`,
      symbols: headSymbols,
      numeric: ({ Q, K, V, WQ, WK, WV }) =>
        WQ.map((queries, i) =>
          attentionHead(Q, K, V, { WQ: queries, WK: WK[i]!, WV: WV[i]! }, { causal: true }),
        ),
      calls: scaledDotProductAttention.variants.filter(({ id }) => id.endsWith("/causal")),
      options: { causal: true },
      noLimits: "as the equation's own",
    }),
  },
  identities: {
    "twice the values, twice the answer": String.raw`\text{head}(Q, K, 2 V, W^Q, W^K, W^V)_1 = 2 \, \text{head}(Q, K, V, W^Q, W^K, W^V)_1`,
    "the mean of the values, if the queries are 0": {
      latex: String.raw`\text{head}(0 Q, K, V, W^Q, W^K, W^V)_1 = \frac{1}{m} a u^\top V W^V_1`,
      symbols: { a: vector("n", "", { domain: "{1}" }), u: vector("m", "", { domain: "{1}" }) },
    },
    "equal queries get equal answers": {
      latex: String.raw`\text{head}(a q^\top, K, V, W^Q, W^K, W^V)_{1, 1} = \text{head}(a q^\top, K, V, W^Q, W^K, W^V)_{1, n}`,
      symbols: { a: vector("n", "", { domain: "{1}" }), q: vector("d") },
    },
  },
  limits: [],
  noLimits: "as scaled-dot-product-attention's, whose arguments these are products for",
  sources: [at(vaswani2017, "section 3.2.2")],
  seeAlso: ["multi-head-attention", "scaled-dot-product-attention"],
});
