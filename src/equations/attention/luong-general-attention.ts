// The record of Luong's general attention.

import { matrix } from "../../latex/symbols.js";
import { luongGeneralAttention } from "../../numeric/attention/luong-general-attention.js";
import { matrix as matrixOf } from "../../numeric/matrix.js";
import { equation } from "../equation.js";
import { rowsOf } from "../rows.js";
import { luong2015 } from "../sources.js";

export default equation({
  id: "luong-general-attention",
  name: "Luong attention, general",
  aliases: ["bilinear attention", "multiplicative attention"],
  family: "attention",
  latex: String.raw`e_{ij} = s_i^\top W h_j`,
  symbols: {
    s: matrix("n", "d_s", "the decoder's states", { role: "queries" }),
    h: matrix("m", "d_h", "the encoder's states", { role: "keys" }),
    W: matrix("d_s", "d_h", "how the two are compared", { role: "weights" }),
  },
  numeric: ({ s, h, W }) => matrixOf(rowsOf(s).map((state) => luongGeneralAttention(state, h, { W }))),
  maxUlps: 4,
  termScale: "the terms of a bilinear form may cancel",
  identities: {
    "who asks and who is asked are alike, with W transposed": String.raw`e(s, h, W) = e(h, s, W^\top)^\top`,
    "twice the weights, twice the energies": String.raw`e(s, h, 2 W) = 2 e(s, h, W)`,
    "a product of matrices": String.raw`e(s, h, W) = s W h^\top`,
  },
  limits: [{ at: { s: [[1]], h: [[2]], W: [[-Infinity]] }, value: [-Infinity] }],
  sources: [luong2015],
  conventions: [
    "Luong scores with the current state s_i. Formulas with s_{i-1}, the state before, are Bahdanau's order of things.",
  ],
  seeAlso: ["luong-dot-attention", "attention-energy"],
});
