// The record of the recurrent decoder.

import { mapping, matrix, vector } from "../../latex/symbols.js";
import { matrix as matrixOf } from "../../numeric/matrix.js";
import { rnnDecoder } from "../../numeric/recurrent/rnn-decoder.js";
import { cells } from "../cells.js";
import { equation } from "../equation.js";
import { cho2014, sutskever2014 } from "../sources.js";

export default equation({
  id: "rnn-decoder",
  name: "Recurrent decoder",
  family: "recurrent",
  latex: String.raw`s_t = \operatorname{RNN}_{\text{dec}}(y_t, s_{t-1})`,
  symbols: {
    y: matrix("T", "d", "the inputs, one a step", { role: "inputs" }),
    s: vector("m", "the state before the first step", { latex: "s_0", role: "state" }),
    RNN: mapping([vector("d"), vector("m")], vector("m"), cells, "the cell: an LSTM, a GRU or a simple one", {
      latex: String.raw`\operatorname{RNN}_{\text{dec}}`,
    }),
  },
  numeric: ({ y, s, RNN }) => matrixOf(rnnDecoder(RNN, y, s)),
  maxUlps: 0,
  maxSize: 64,
  leastSizes: { T: 3 },
  identities: {
    "the first step is from the initial state": String.raw`s_1 = \operatorname{RNN}_{\text{dec}}(y_1, s_0)`,
    "three steps are three calls": {
      latex: String.raw`s_3 = \operatorname{RNN}_{\text{dec}}(y_3, \operatorname{RNN}_{\text{dec}}(y_2, \operatorname{RNN}_{\text{dec}}(y_1, s_0)))`,
      symbols: { y: matrix(3, "d") },
    },
    "what comes later changes nothing": {
      latex: String.raw`\begin{aligned} s(y, s_0)_2 &= s(A, s_0)_2 \\ A_j &= y_j, \quad j = 1, \dots, 2 \end{aligned}`,
      symbols: { y: matrix(3, "d") },
    },
  },
  limits: [],
  noLimits: "RNN is any cell",
  conventions: [
    "The formula is run from t = 1 on; its value is all states. Here the cell is one of the catalogue's, with weights that are drawn. The LSTM's state is h with c below it.",
  ],
  sources: [cho2014, sutskever2014],
  seeAlso: ["rnn-encoder", "lstm-cell", "gru-cell", "rnn-cell"],
});
