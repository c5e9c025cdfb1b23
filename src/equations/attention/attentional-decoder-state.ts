// The record of the attentional decoder's state.

import { matrix, vector } from "../../latex/symbols.js";
import { attentionalDecoderState } from "../../numeric/attention/attentional-decoder-state.js";
import { equation } from "../equation.js";
import { luong2015 } from "../sources.js";

export default equation({
  id: "attentional-decoder-state",
  name: "Attentional decoder, state",
  aliases: ["attentional hidden state"],
  family: "attention",
  latex: String.raw`s_t = \tanh(W [s_{t-1}; y_t; c_t])`,
  symbols: {
    s: vector("d_s", "the state before", { latex: "s_{t-1}", role: "state" }),
    y: vector("d_y", "the input at this step", { latex: "y_t", role: "input" }),
    c: vector("d_c", "the context at this step", { latex: "c_t", role: "context" }),
    W: matrix("d_s", "d_s + d_y + d_c", "the weights", { role: "weights" }),
  },
  numeric: ({ s, y, c, W }) => attentionalDecoderState(s, y, c, { W }),
  maxUlps: 4,
  termScale: "what the parts of the state say may cancel",
  maxSize: 300,
  identities: {
    odd: String.raw`s_{t}(-s_{t-1}, -y_t, -c_t, W) = -s_{t}(s_{t-1}, y_t, c_t, W)`,
    "odd in the weights": String.raw`s_{t}(s_{t-1}, y_t, c_t, -W) = -s_{t}(s_{t-1}, y_t, c_t, W)`,
    "a simple recurrent cell of input and context": {
      latex: String.raw`s_{t}(s_{t-1}, y_t, c_t, W) = \tanh(W [s_{t-1}; [y_t; c_t]])`,
    },
  },
  limits: [{ at: { s: [0.5], y: [Infinity], c: [1], W: [[1, 2, 3]] }, value: [1] }],
  sources: [luong2015],
  conventions: [
    "As the collection prints it. It is not an equation of the paper, whose attentional state is tanh(W_c [c_t; h_t]), of the context and of a state that an RNN gives.",
  ],
  seeAlso: ["attentional-decoder-output", "rnn-cell", "attention-context"],
});
