// The record of attention's weights.

import { matrix, real, vector } from "../../latex/symbols.js";
import { attentionWeights } from "../../numeric/attention/attention-weights.js";
import { equation } from "../equation.js";
import { at, bahdanau2014 } from "../sources.js";

export default equation({
  id: "attention-weights",
  name: "Attention weights",
  aliases: ["alignment", "soft alignment"],
  family: "attention",
  latex: String.raw`\alpha_{ij} = \frac{\exp(e_{ij})}{\sum_{k=1}^{T_x} \exp(e_{ik})}`,
  symbols: {
    e: matrix("n", "T_x", "the energies: how well what is due at i fits each of the T_x states", {
      role: "logits",
    }),
  },
  numeric: ({ e }) => attentionWeights(e),
  maxUlps: 2,
  uses: ["softmax"],
  identities: {
    "each row sums to one": String.raw`\sum_{j=1}^{T_x} \alpha_{ij} = 1`,
    "no weight is negative": String.raw`\alpha \ge 0`,
    "a row of softmax": String.raw`\alpha_{ij} = \operatorname{softmax}(e_i)_j`,
    "equal energies weigh alike": {
      latex: String.raw`\alpha(c u w^\top)_{ij} = \frac{1}{T_x}`,
      symbols: { c: real(), u: vector("n", "", { domain: "{1}" }), w: vector("T_x", "", { domain: "{1}" }) },
    },
  },
  limits: [
    { at: { e: [[0, -Infinity]] }, value: [1, 0] },
    { at: { e: [[0, Infinity, 3]] }, value: [0, 1, 0] },
  ],
  sources: [at(bahdanau2014, "eq. 6")],
  notes: [
    "Softmax of each row, so it is computed as softmax is: relative to the largest energy, or it would overflow.",
  ],
  seeAlso: ["softmax", "attention-context", "attention-energy"],
});
