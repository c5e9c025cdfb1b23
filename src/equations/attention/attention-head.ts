// The record of one head of multi-head attention.

import { family, matrix, vector } from "../../latex/symbols.js";
import { attentionHead } from "../../numeric/attention/attention-head.js";
import { equation, variant } from "../equation.js";
import { at, vaswani2017 } from "../sources.js";
import scaledDotProductAttention from "./scaled-dot-product-attention.js";

const symbols = {
  Q: matrix("n", "d", "the queries, one a row", { role: "queries" }),
  K: matrix("m", "d", "the keys, one a row", { role: "keys" }),
  V: matrix("m", "d", "the values, one for each key", { role: "values" }),
  WQ: family("h", matrix("d", "d_k"), "what each head makes of queries", { latex: "W^Q", role: "weights" }),
  WK: family("h", matrix("d", "d_k"), "what each head makes of keys", { latex: "W^K", role: "weights" }),
  WV: family("h", matrix("d", "d_v"), "what each head makes of values", { latex: "W^V", role: "weights" }),
};

export default equation({
  id: "attention-head",
  name: "Attention head",
  family: "attention",
  latex: String.raw`\text{head}_i = \operatorname{Attention}(Q W^Q_i, K W^K_i, V W^V_i)`,
  symbols,
  numeric: ({ Q, K, V, WQ, WK, WV }) =>
    WQ.map((queries, i) => attentionHead(Q, K, V, { WQ: queries, WK: WK[i]!, WV: WV[i]! })),
  maxUlps: 4,
  termScale: "weighed values may cancel",
  calls: [scaledDotProductAttention],
  options: { mask: "any", causal: false },
  variants: {
    causal: variant({
      latex: String.raw`\text{head}_{\text{causal}, i} = \operatorname{CausalAttention}(Q W^Q_i, K W^K_i, V W^V_i)`,
      symbols,
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
