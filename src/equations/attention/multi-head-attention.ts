// The record of multi-head attention.

import { family, matrix, vector } from "../../latex/symbols.js";
import { multiHeadAttention } from "../../numeric/attention/multi-head-attention.js";
import { equation, variant } from "../equation.js";
import { headSymbols } from "../heads.js";
import { at, vaswani2017 } from "../sources.js";
import scaledDotProductAttention from "./scaled-dot-product-attention.js";

const symbols = {
  ...headSymbols,
  WO: matrix("h·d_v", "d", "what is made of all heads", { latex: "W^O", role: "weights" }),
};

export default equation({
  id: "multi-head-attention",
  name: "Multi-head attention",
  aliases: ["MHA"],
  family: "attention",
  latex: String.raw`\operatorname{MultiHead}(Q, K, V) = \operatorname{Concat}(\text{head}_1, \dots, \text{head}_h) W^O \quad \text{where } \text{head}_i = \operatorname{Attention}(Q W^Q_i, K W^K_i, V W^V_i)`,
  symbols,
  parameters: ["Q", "K", "V", "WQ", "WK", "WV", "WO"],
  numeric: ({ Q, K, V, ...weights }) => multiHeadAttention(Q, K, V, weights),
  maxUlps: 4,
  termScale: "weighed values may cancel, and what the heads say as well",
  calls: [scaledDotProductAttention],
  options: { mask: "any", causal: false },
  variants: {
    causal: variant({
      latex: String.raw`\operatorname{CausalMultiHead}(Q, K, V) = \operatorname{Concat}(\text{head}_1, \dots, \text{head}_h) W^O \quad \text{where } \text{head}_i = \operatorname{CausalAttention}(Q W^Q_i, K W^K_i, V W^V_i)`,
      symbols,
      parameters: ["Q", "K", "V", "WQ", "WK", "WV", "WO"],
      numeric: ({ Q, K, V, ...weights }) => multiHeadAttention(Q, K, V, weights, { causal: true }),
      calls: scaledDotProductAttention.variants.filter(({ id }) => id.endsWith("/causal")),
      options: { causal: true },
      noLimits: "as the equation's own",
    }),
  },
  identities: {
    "twice the values, twice the answer": String.raw`\operatorname{MultiHead}(Q, K, 2 V, W^Q, W^K, W^V, W^O) = 2 \operatorname{MultiHead}(Q, K, V, W^Q, W^K, W^V, W^O)`,
    "equal queries get equal answers": {
      latex: String.raw`\operatorname{MultiHead}(a q^\top, K, V, W^Q, W^K, W^V, W^O)_1 = \operatorname{MultiHead}(a q^\top, K, V, W^Q, W^K, W^V, W^O)_n`,
      symbols: { a: vector("n", "", { domain: "{1}" }), q: vector("d") },
    },
    "one head is attention": {
      latex: String.raw`\operatorname{MultiHead}(Q, K, V, W^Q, W^K, W^V, W^O) = \operatorname{Attention}(Q W^Q_1, K W^K_1, V W^V_1) W^O`,
      symbols: {
        WQ: family(1, matrix("d", "d_k"), "", { latex: "W^Q" }),
        WK: family(1, matrix("d", "d_k"), "", { latex: "W^K" }),
        WV: family(1, matrix("d", "d_v"), "", { latex: "W^V" }),
        WO: matrix("d_v", "d", "", { latex: "W^O" }),
      },
    },
  },
  limits: [],
  noLimits: "as scaled-dot-product-attention's, whose arguments these are products for",
  sources: [at(vaswani2017, "section 3.2.2")],
  conventions: [
    "W^Q_i and its like are names with an index, not powers. Concat puts the heads side by side.",
  ],
  seeAlso: ["attention-head", "scaled-dot-product-attention"],
});
