// The record of the recurrent encoder.

import { mapping, matrix, vector } from "../../latex/symbols.js";
import { matrix as matrixOf } from "../../numeric/matrix.js";
import { rnnEncoder } from "../../numeric/recurrent/rnn-encoder.js";
import { cells } from "../cells.js";
import { equation } from "../equation.js";
import { cho2014, sutskever2014 } from "../sources.js";

export default equation({
  id: "rnn-encoder",
  name: "Recurrent encoder",
  family: "recurrent",
  latex: String.raw`h_t = \operatorname{RNN}_{\text{enc}}(x_t, h_{t-1})`,
  symbols: {
    x: matrix("T", "d", "the inputs, one a step", { role: "inputs" }),
    h: vector("m", "the state before the first step", { latex: "h_0", role: "state" }),
    RNN: mapping([vector("d"), vector("m")], vector("m"), cells, "the cell: an LSTM, a GRU or a simple one", {
      latex: String.raw`\operatorname{RNN}_{\text{enc}}`,
    }),
  },
  numeric: ({ x, h, RNN }) => matrixOf(rnnEncoder(RNN, x, h)),
  maxUlps: 0,
  maxSize: 64,
  leastSizes: { T: 3 },
  identities: {
    "the first step is from the initial state": String.raw`h_1 = \operatorname{RNN}_{\text{enc}}(x_1, h_0)`,
    "three steps are three calls": {
      latex: String.raw`h_3 = \operatorname{RNN}_{\text{enc}}(x_3, \operatorname{RNN}_{\text{enc}}(x_2, \operatorname{RNN}_{\text{enc}}(x_1, h_0)))`,
      symbols: { x: matrix(3, "d") },
    },
    "what comes later changes nothing": {
      latex: String.raw`\begin{aligned} h(x, h_0)_2 &= h(A, h_0)_2 \\ A_j &= x_j, \quad j = 1, \dots, 2 \end{aligned}`,
      symbols: { x: matrix(3, "d") },
    },
  },
  limits: [],
  noLimits: "RNN is any cell",
  conventions: [
    "The formula is run from t = 1 on; its value is all states. Here the cell is one of the catalogue's, with weights that are drawn. The LSTM's state is h with c below it.",
  ],
  sources: [cho2014, sutskever2014],
  seeAlso: ["rnn-decoder", "lstm-cell", "gru-cell", "rnn-cell"],
});
