// The record of the LSTM cell.

import { vector, type InputsOf } from "../../latex/symbols.js";
import { lstmCell, type LstmState } from "../../numeric/recurrent/lstm-cell.js";
import sigmoid from "../activations/sigmoid.js";
import { equation, variant } from "../equation.js";
import { gateSymbols, stepSymbols } from "../gates.js";
import { gers2000, hochreiter1997 } from "../sources.js";

const symbols = {
  ...stepSymbols,
  c: vector("m", "the cell before", { latex: "c_{t-1}", role: "cell" }),
  ...gateSymbols("i", "input gate"),
  ...gateSymbols("f", "forget gate"),
  ...gateSymbols("o", "output gate"),
  ...gateSymbols("c", "candidate"),
};
type Inputs = InputsOf<typeof symbols>;

/** The state after the step. */
function step({ x, h, c, ...gates }: Inputs): LstmState<Float64Array> {
  const cell = lstmCell({
    input: { W: gates.W_i, U: gates.U_i, b: gates.b_i },
    forget: { W: gates.W_f, U: gates.U_f, b: gates.b_f },
    output: { W: gates.W_o, U: gates.U_o, b: gates.b_o },
    candidate: { W: gates.W_c, U: gates.U_c, b: gates.b_c },
  });
  return cell(x, { h, c });
}

const latex = String.raw`\begin{aligned} i_t &= \sigma(W_i x_t + U_i h_{t-1} + b_i) \\ f_t &= \sigma(W_f x_t + U_f h_{t-1} + b_f) \\ o_t &= \sigma(W_o x_t + U_o h_{t-1} + b_o) \\ \tilde{c}_t &= \tanh(W_c x_t + U_c h_{t-1} + b_c) \\ c_t &= f_t \odot c_{t-1} + i_t \odot \tilde{c}_t \\ h_t &= o_t \odot \tanh(c_t) \end{aligned}`;

/** Weights of one unit, for what gates that are wide open or shut make of a cell. */
const unit = {
  ...{ x: [1], h: [0.5], c: [-1.5] },
  ...{ W_i: [[1]], U_i: [[1]], b_i: [0] },
  ...{ W_f: [[1]], U_f: [[1]], b_f: [0] },
  ...{ W_o: [[1]], U_o: [[1]], b_o: [0] },
  ...{ W_c: [[1]], U_c: [[1]], b_c: [0] },
};

export default equation({
  id: "lstm-cell",
  name: "Long short-term memory",
  aliases: ["LSTM"],
  family: "recurrent",
  latex,
  line: "h_t",
  symbols,
  numeric: (inputs) => step(inputs).h,
  maxUlps: 4,
  termScale: "what the cell keeps and what it takes in may cancel",
  calls: [sigmoid],
  uses: ["lstm-cell/cell"],
  variants: {
    cell: variant({
      latex,
      line: "c_t",
      symbols,
      numeric: (inputs) => step(inputs).c,
      options: {},
      limits: [
        // A forget gate of 1 and an input gate of 0 keep the cell.
        { at: { ...unit, b_f: [Infinity], b_i: [-Infinity] }, value: [-1.5] },
        { at: { ...unit, b_f: [-Infinity], b_i: [Infinity], b_c: [Infinity] }, value: [1] },
      ],
    }),
  },
  maxSize: 16,
  identities: {
    bounded: String.raw`\lVert h_t \rVert_\infty \le 1`,
    "the cell grows by at most 1": String.raw`\lVert c_t \rVert_\infty \le \lVert c_{t-1} \rVert_\infty + 1`,
    "no more is shown than there is": String.raw`\lVert h_t \rVert_\infty \le \lVert c_t \rVert_\infty`,
    "gates that know nothing halve the cell": String.raw`c_{t}(x_t, h_{t-1}, c_{t-1}, 0 W_i, 0 U_i, 0 b_i, 0 W_f, 0 U_f, 0 b_f, 0 W_o, 0 U_o, 0 b_o, 0 W_c, 0 U_c, 0 b_c) = \frac{1}{2} c_{t-1}`,
  },
  // A shut output gate shows nothing; a cell that is full shows 1.
  limits: [
    { at: { ...unit, b_o: [-Infinity] }, value: [0] },
    { at: { ...unit, b_f: [Infinity], b_o: [Infinity], c: [Infinity] }, value: [1] },
  ],
  conventions: [
    "With a forget gate, without peepholes: what libraries call LSTM. The paper of 1997 has no forget gate: f = 1.",
    "The state is a pair, h and c; its second half is the variant `cell`.",
  ],
  sources: [hochreiter1997, gers2000],
  notes: ["Where f is 1 and i is 0 the cell stays as it is, however many steps: it remembers."],
  seeAlso: ["gru-cell", "rnn-cell", "rnn-encoder", "sigmoid", "tanh"],
});
