// The record of attention's energy.

import { mapping, matrix, real, vector, type Choice } from "../../latex/symbols.js";
import { attentionEnergy } from "../../numeric/attention/attention-energy.js";
import { equation } from "../equation.js";
import { bahdanau2014 } from "../sources.js";
import bahdanauAttention from "./bahdanau-attention.js";
import luongDotAttention from "./luong-dot-attention.js";
import luongGeneralAttention from "./luong-general-attention.js";

/** How well a state of the decoder fits one of the encoder: the alignments of the catalogue. */
const alignments = (): Choice[] => [
  {
    name: "bahdanau-attention",
    symbols: bahdanauAttention.symbols,
    arguments: [["s"], ["h"]],
    results: [bahdanauAttention.asFunction.callee],
  },
  ...[luongGeneralAttention, luongDotAttention].map(({ id, symbols, asFunction }): Choice => ({
    name: id,
    symbols,
    arguments: [["s"], ["h"]],
    results: [asFunction.callee],
  })),
];

export default equation({
  id: "attention-energy",
  name: "Attention energy",
  aliases: ["alignment score", "score function"],
  family: "attention",
  latex: String.raw`e_{ij} = a(s_{i-1}, h_j)`,
  symbols: {
    s: matrix("n", "d_s", "the decoder's states, from s_0 on", { first: 0, role: "queries" }),
    h: matrix("m", "d_h", "the encoder's states", { role: "keys" }),
    a: mapping([vector("d_s"), vector("d_h")], real(), alignments, "the alignment model", { role: "score" }),
  },
  numeric: ({ s, h, a }) => attentionEnergy(a, s, h),
  maxUlps: 0,
  identities: {
    "the first state asks of the first": String.raw`e_{11} = a(s_0, h_1)`,
    "the first asks of the last": String.raw`e_{1m} = a(s_0, h_m)`,
    "the last asks of the first": String.raw`e_{n1} = a(s_{n-1}, h_1)`,
  },
  limits: [],
  noLimits: "a is any function",
  conventions: [
    "Here a is one of the alignments of the catalogue: Bahdanau's, Luong's dot product, or Luong's general form, with weights that are drawn.",
  ],
  sources: [bahdanau2014],
  notes: [
    "Bahdanau scores with the state before, s_{i-1}: the decoder decides where to look before it moves.",
  ],
  seeAlso: ["bahdanau-attention", "luong-dot-attention", "luong-general-attention", "attention-weights"],
});
