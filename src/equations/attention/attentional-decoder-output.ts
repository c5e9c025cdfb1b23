// The record of the attentional decoder's output.

import { matrix, vector } from "../../latex/symbols.js";
import { attentionalDecoderOutput } from "../../numeric/attention/attentional-decoder-output.js";
import softmax from "../activations/softmax.js";
import { equation } from "../equation.js";
import { luong2015 } from "../sources.js";

export default equation({
  id: "attentional-decoder-output",
  name: "Attentional decoder, output",
  aliases: ["output distribution", "softmax layer"],
  family: "attention",
  latex: String.raw`o_t = \operatorname{softmax}(V s_t)`,
  symbols: {
    s: vector("d", "the state", { latex: "s_t", role: "state" }),
    V: matrix("K", "d", "the weights, a row for each word", { role: "weights" }),
  },
  numeric: ({ s, V }) => attentionalDecoderOutput(s, { V }),
  maxUlps: 2,
  calls: [softmax],
  identities: {
    "the probabilities sum to one": String.raw`\sum_{k=1}^{K} o_{t}(s_t, V)_k = 1`,
    "nothing is negative": String.raw`o_{t}(s_t, V) \ge 0`,
    "of no state all words are as likely": String.raw`o_{t}(0 s_t, V)_k = \frac{1}{K}`,
  },
  limits: [{ at: { s: [Infinity], V: [[1], [-1]] }, value: [1, 0] }],
  sources: [luong2015],
  seeAlso: ["softmax", "attentional-decoder-state"],
});
