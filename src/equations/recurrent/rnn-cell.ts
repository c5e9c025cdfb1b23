// The record of the simple recurrent cell.

import { matrix, vector } from "../../latex/symbols.js";
import { rnnCell } from "../../numeric/recurrent/rnn-cell.js";
import { equation } from "../equation.js";
import { stepSymbols } from "../gates.js";
import { elman1990 } from "../sources.js";

export default equation({
  id: "rnn-cell",
  name: "Simple recurrent cell",
  aliases: ["Elman network", "vanilla RNN", "RNN"],
  family: "recurrent",
  latex: String.raw`h_t = \tanh(W x_t + U h_{t-1} + b)`,
  symbols: {
    ...stepSymbols,
    W: matrix("m", "d", "the weights of the input", { role: "weights" }),
    U: matrix("m", "m", "the weights of the state", { role: "weights" }),
    b: vector("m", "the bias", { role: "bias" }),
  },
  numeric: ({ x, h, W, U, b }) => rnnCell({ W, U, b })(x, h),
  maxUlps: 4,
  termScale: "what input and state say may cancel",
  maxSize: 64,
  identities: {
    odd: String.raw`h_{t}(-x_t, -h_{t-1}, W, U, -b) = -h_{t}(x_t, h_{t-1}, W, U, b)`,
    bounded: String.raw`-1 \le h_{t}(x_t, h_{t-1}, W, U, b) \le 1`,
    "without a past it is a layer": String.raw`h_{t}(x_t, 0 h_{t-1}, W, U, b) = \tanh(W x_t + b)`,
  },
  limits: [{ at: { x: [1], h: [0.5], W: [[1]], U: [[1]], b: [-Infinity] }, value: [-1] }],
  sources: [elman1990],
  notes: [
    "Gradients through many steps are products of many factors, which vanish or explode: what LSTM and GRU are for.",
  ],
  seeAlso: ["lstm-cell", "gru-cell", "rnn-encoder"],
});
