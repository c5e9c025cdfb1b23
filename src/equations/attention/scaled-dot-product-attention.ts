// The record of scaled dot-product attention.

import { matrix, real, vector } from "../../latex/symbols.js";
import { scaledDotProductAttention } from "../../numeric/attention/scaled-dot-product-attention.js";
import softmax from "../activations/softmax.js";
import { equation, variant } from "../equation.js";
import { rowsOf } from "../rows.js";
import { at, vaswani2017 } from "../sources.js";

const symbols = {
  Q: matrix("n", "d_k", "the queries, one a row", { role: "queries" }),
  K: matrix("m", "d_k", "the keys, one a row", { role: "keys" }),
  V: matrix("m", "d_v", "the values, one for each key", { role: "values" }),
};
const ones = vector("m", "", { domain: "{1}" });

/** The values that a condition on query i and key j allows, weighed by the exponentials of their scores. */
const weighed = (allowed: string): string =>
  String.raw`\frac{\sum_{j=1}^{m} ${allowed} e^{S_{ij}} V_j}{\sum_{j=1}^{m} ${allowed} e^{S_{ij}}}`;

/** A row of attention for each query, with the scores that it needs. */
const byRows = (name: string, row: string): string =>
  String.raw`\begin{aligned} ${name}_i &= ${row} \\ S &= \frac{Q K^\top}{\sqrt{d_k}} \end{aligned}`;

export default equation({
  id: "scaled-dot-product-attention",
  name: "Scaled dot-product attention",
  aliases: ["attention", "self-attention", "SDPA"],
  family: "attention",
  latex: String.raw`\operatorname{Attention}(Q, K, V) = \operatorname{softmax}\left(\frac{Q K^\top}{\sqrt{d_k}}\right) V`,
  symbols,
  numeric: ({ Q, K, V }) => scaledDotProductAttention(Q, K, V),
  maxUlps: 4,
  termScale: "weighed values may cancel",
  calls: [softmax],
  options: { causal: false },
  variants: {
    scaled: variant({
      latex: String.raw`\operatorname{ScaledAttention}(Q, K, V, c) = \operatorname{softmax}(c \, Q K^\top) V`,
      symbols: { ...symbols, c: real("what the dot products are multiplied by", { role: "scale" }) },
      numeric: ({ Q, K, V, c }) => scaledDotProductAttention(Q, K, V, { scale: c }),
      options: { scale: "any" },
      noLimits: "as the equation's own",
    }),
    causal: variant({
      latex: byRows(
        String.raw`\operatorname{CausalAttention}(Q, K, V)`,
        weighed(String.raw`\mathbb{1}[j \le i]`),
      ),
      symbols,
      numeric: ({ Q, K, V }) => scaledDotProductAttention(Q, K, V, { causal: true }),
      options: { causal: true },
      identities: {
        "the first sees itself alone": String.raw`\operatorname{CausalAttention}(Q, K, V)_1 = V_1`,
        "what comes later changes nothing": {
          latex: String.raw`\operatorname{CausalAttention}(Q, K, V)_1 = \operatorname{CausalAttention}(Q, L, u V_1^\top)_1`,
          symbols: { L: matrix("m", "d_k"), u: ones },
        },
        "the last of as many queries as keys sees all": {
          latex: String.raw`\operatorname{CausalAttention}(Q, K, V)_m = \operatorname{Attention}(Q, K, V)_m`,
          symbols: { Q: matrix("m", "d_k") },
        },
      },
      uses: ["scaled-dot-product-attention"],
      noLimits: "as the equation's own",
    }),
    masked: variant({
      // Attention to no key at all is a row of 0.
      latex: byRows(
        String.raw`\operatorname{MaskedAttention}(Q, K, V, M)`,
        String.raw`\begin{cases} ${weighed("M_{ij}")} & \text{if } \sum_{j=1}^{m} M_{ij} > 0 \\ 0 & \text{otherwise} \end{cases}`,
      ),
      symbols: {
        ...symbols,
        M: matrix("n", "m", "1 where a query may attend to a key, else 0", { domain: "{0, 1}" }),
      },
      numeric: ({ Q, K, V, M }) =>
        scaledDotProductAttention(Q, K, V, {
          mask: rowsOf(M).map((allowed) => Array.from(allowed, (one) => one === 1)),
        }),
      options: { mask: "any" },
      noLimits: "as the equation's own",
      conventions: [
        "A query that may attend to nothing gets a row of 0, as ONNX defines it, and PyTorch since its pull request 133882; before, PyTorch gave NaN: softmax of −∞ alone is 0/0.",
      ],
    }),
    biased: variant({
      latex: String.raw`\operatorname{BiasedAttention}(Q, K, V, M) = \operatorname{softmax}\left(\frac{Q K^\top}{\sqrt{d_k}} + M\right) V`,
      symbols: { ...symbols, M: matrix("n", "m", "what is added to the scores") },
      numeric: ({ Q, K, V, M }) => scaledDotProductAttention(Q, K, V, { mask: M }),
      options: { mask: "any" },
      limits: [{ at: { Q: [[1]], K: [[1], [2]], V: [[3], [5]], M: [[0, -Infinity]] }, value: [3] }],
    }),
  },
  maxSize: 300,
  identities: {
    "the weights sum to one": {
      latex: String.raw`\operatorname{Attention}(Q, K, u w^\top)_i = w`,
      symbols: { u: ones, w: vector("d_v") },
    },
    "of equal keys it is the mean of the values": {
      latex: String.raw`\operatorname{Attention}(Q, u k^\top, V)_i = \frac{1}{m} \sum_{j=1}^{m} V_j`,
      symbols: { u: ones, k: vector("d_k") },
    },
    "the order of keys does not matter": String.raw`\begin{aligned} \operatorname{Attention}(Q, K, V) &= \operatorname{Attention}(Q, A, B) \\ A_j &= K_{m + 1 - j}, \quad j = 1, \dots, m \\ B_j &= V_{m + 1 - j}, \quad j = 1, \dots, m \end{aligned}`,
    "the mean of the values, if the queries are 0": String.raw`\operatorname{Attention}(0 Q, K, V)_i = \frac{1}{m} \sum_{j=1}^{m} V_j`,
  },
  limits: [{ at: { Q: [[Infinity]], K: [[-1], [2]], V: [[3], [5]] }, value: [5] }],
  sources: [at(vaswani2017, "eq. 1")],
  notes: [
    "A dot product of d_k independent entries of variance 1 has variance d_k: without √d_k the softmax saturates and its gradients vanish.",
    "Softmax acts on each row: each query has weights of its own.",
  ],
  seeAlso: ["multi-head-attention", "attention-weights", "attention-context", "softmax"],
});
