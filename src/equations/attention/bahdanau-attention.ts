// The record of Bahdanau's attention.

import { matrix, vector } from "../../latex/symbols.js";
import { bahdanauAttention } from "../../numeric/attention/bahdanau-attention.js";
import { matrix as matrixOf } from "../../numeric/matrix.js";
import { equation } from "../equation.js";
import { rowsOf } from "../rows.js";
import { at, bahdanau2014 } from "../sources.js";

export default equation({
  id: "bahdanau-attention",
  name: "Bahdanau attention",
  aliases: ["additive attention", "concat attention", "MLP attention"],
  family: "attention",
  latex: String.raw`e_{ij} = v^\top \tanh(W [s_{i-1}; h_j]), \quad i = 1, \dots, n`,
  symbols: {
    s: matrix("n", "d_s", "the decoder's states, from s_0 on", { first: 0, role: "queries" }),
    h: matrix("m", "d_h", "the encoder's states", { role: "keys" }),
    W: matrix("d_a", "d_s + d_h", "the weights of the hidden layer", { role: "weights" }),
    v: vector("d_a", "the weights of its units", { role: "weights" }),
  },
  numeric: ({ s, h, W, v }) => matrixOf(rowsOf(s).map((state) => bahdanauAttention(state, h, { W, v }))),
  maxUlps: 4,
  termScale: "what the hidden units say may cancel",
  maxSize: 300,
  identities: {
    "odd in v": String.raw`e(s, h, W, -v) = -e(s, h, W, v)`,
    "odd in the states": String.raw`e(-s, -h, W, v) = -e(s, h, W, v)`,
    "bounded by v": {
      latex: String.raw`\lvert e_{11} \rvert \le \lVert v \rVert_1`,
    },
  },
  limits: [{ at: { s: [[1]], h: [[0]], W: [[Infinity, 1]], v: [2] }, value: [2] }],
  sources: [at(bahdanau2014, "appendix A.1.2")],
  conventions: ["W [s; h] is W_a s + U_a h of the paper with both matrices side by side."],
  notes: [
    "Each energy takes a layer of its own, which costs more than a dot product; what it adds is bounded by |v|.",
  ],
  seeAlso: ["attention-energy", "luong-dot-attention", "luong-general-attention"],
});
