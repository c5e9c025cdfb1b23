// The record of Luong's attention by dot products.

import { matrix } from "../../latex/symbols.js";
import { luongDotAttention } from "../../numeric/attention/luong-dot-attention.js";
import { matrix as matrixOf } from "../../numeric/matrix.js";
import { equation } from "../equation.js";
import { rowsOf } from "../rows.js";
import { luong2015 } from "../sources.js";

export default equation({
  id: "luong-dot-attention",
  name: "Luong attention, dot product",
  aliases: ["dot-product attention", "multiplicative attention"],
  family: "attention",
  latex: String.raw`e_{ij} = s_i^\top h_j`,
  symbols: {
    s: matrix("n", "d", "the decoder's states", { role: "queries" }),
    h: matrix("m", "d", "the encoder's states", { role: "keys" }),
  },
  numeric: ({ s, h }) => matrixOf(rowsOf(s).map((state) => luongDotAttention(state, h))),
  maxUlps: 4,
  termScale: "the terms of a dot product may cancel",
  identities: {
    "who asks and who is asked are alike": String.raw`e(s, h) = e(h, s)^\top`,
    "twice the states, twice the energies": String.raw`e(2 s, h) = 2 e(s, h)`,
    "a product of matrices": String.raw`e(s, h) = s h^\top`,
  },
  limits: [{ at: { s: [[1]], h: [[Infinity]] }, value: [Infinity] }],
  sources: [luong2015],
  conventions: [
    "Luong scores with the current state s_i. Formulas with s_{i-1}, the state before, are Bahdanau's order of things.",
  ],
  notes: [
    "Decoder and encoder need states of the same size. The dot products grow with the size: what the Transformer divides by √d_k for.",
  ],
  seeAlso: ["luong-general-attention", "scaled-dot-product-attention", "attention-energy"],
});
