// The record of the GRU cell.

import { vector, type InputsOf } from "../../latex/symbols.js";
import { gruCell } from "../../numeric/recurrent/gru-cell.js";
import sigmoid from "../activations/sigmoid.js";
import { equation, variant } from "../equation.js";
import { gateSymbols, stepSymbols } from "../gates.js";
import { cho2014 } from "../sources.js";

const symbols = {
  ...stepSymbols,
  ...gateSymbols("z", "update gate"),
  ...gateSymbols("r", "reset gate"),
  ...gateSymbols("h", "candidate"),
};
const after = {
  ...symbols,
  d_h: vector("m", "the bias of what the candidate makes of the state", { role: "bias" }),
};

function gatesOf(inputs: InputsOf<typeof symbols>) {
  return {
    update: { W: inputs.W_z, U: inputs.U_z, b: inputs.b_z },
    reset: { W: inputs.W_r, U: inputs.U_r, b: inputs.b_r },
    candidate: { W: inputs.W_h, U: inputs.U_h, b: inputs.b_h },
  };
}

/** The cell with its candidate's line, in which the two published forms differ. */
const withCandidate = (candidate: string): string =>
  String.raw`\begin{aligned} z_t &= \sigma(W_z x_t + U_z h_{t-1} + b_z) \\ r_t &= \sigma(W_r x_t + U_r h_{t-1} + b_r) \\ \tilde{h}_t &= ${candidate} \\ h_t &= z_t \odot h_{t-1} + \sigma(-(W_z x_t + U_z h_{t-1} + b_z)) \odot \tilde{h}_t \\ &= z_t \odot h_{t-1} + (1 - z_t) \odot \tilde{h}_t \end{aligned}`;

/** Weights of one unit, for what gates that are wide open or shut make of a state. */
const unit = {
  ...{ x: [1], h: [0.5] },
  ...{ W_z: [[1]], U_z: [[1]], b_z: [0] },
  ...{ W_r: [[1]], U_r: [[1]], b_r: [0] },
  ...{ W_h: [[1]], U_h: [[1]], b_h: [0] },
};

export default equation({
  id: "gru-cell",
  name: "Gated recurrent unit",
  aliases: ["GRU"],
  family: "recurrent",
  latex: withCandidate(String.raw`\tanh(W_h x_t + U_h (r_t \odot h_{t-1}) + b_h)`),
  line: "h_t",
  symbols,
  numeric: ({ x, h, ...inputs }) => gruCell(gatesOf({ x, h, ...inputs }))(x, h),
  maxUlps: 4,
  termScale: "what is kept and what is new may cancel",
  calls: [sigmoid],
  options: { resetAfter: false },
  variants: {
    "reset-after": variant({
      latex: withCandidate(String.raw`\tanh(W_h x_t + b_h + r_t \odot (U_h h_{t-1} + d_h))`),
      line: "h_t",
      symbols: after,
      numeric: ({ d_h, ...inputs }) => {
        const { candidate, ...gates } = gatesOf(inputs);
        return gruCell({ ...gates, candidate: { ...candidate, d: d_h } }, { resetAfter: true })(
          inputs.x,
          inputs.h,
        );
      },
      options: { resetAfter: true },
      limits: [{ at: { ...unit, d_h: [0], b_z: [Infinity] }, value: [0.5] }],
      conventions: [
        "The reset gate scales what the matrix makes of the state: the paper's first version on arXiv, cuDNN's, PyTorch's.",
      ],
    }),
  },
  maxSize: 16,
  identities: {
    "no further from 0 than the state or 1": String.raw`\lVert h_t \rVert_\infty \le \max(\lVert h_{t-1} \rVert_\infty, 1)`,
    "gates that know nothing halve the state": String.raw`h_{t}(x_t, h_{t-1}, 0 W_z, 0 U_z, 0 b_z, 0 W_r, 0 U_r, 0 b_r, 0 W_h, 0 U_h, 0 b_h) = \frac{1}{2} h_{t-1}`,
    "without a candidate it keeps what the update gate lets it": String.raw`h_{t}(x_t, h_{t-1}, W_z, U_z, b_z, W_r, U_r, b_r, 0 W_h, 0 U_h, 0 b_h) = \sigma(W_z x_t + U_z h_{t-1} + b_z) \odot h_{t-1}`,
  },
  limits: [
    { at: { ...unit, b_z: [Infinity] }, value: [0.5] },
    { at: { ...unit, b_z: [-Infinity], b_h: [-Infinity] }, value: [-1] },
  ],
  notes: [
    "1 − σ(a) = σ(−a): near an update gate of 1 the second form keeps digits that the subtraction loses. Both are held against the implementation.",
  ],
  conventions: [
    "An update gate of 1 keeps the state, as in Cho et al. (2014), in PyTorch and in ONNX. Chung et al. (2014, arXiv:1412.3555) exchange z and 1 − z.",
    "The reset gate acts on the state before the matrix; after it is the variant `reset-after`.",
  ],
  sources: [cho2014],
  seeAlso: ["lstm-cell", "rnn-cell", "rnn-encoder", "sigmoid", "tanh"],
});
