import { tanhHead } from "../activations/tanh.js";
import { tail } from "../elementary/error-free.js";
import { wrongType } from "../errors.js";
import { gatedHead, mixedHead } from "./gated.js";
import { type Gate, readState, rowsOf, setVector } from "./parameters.js";
import type { Cell } from "./rnn-cell.js";
import { productOfRow } from "./rows.js";

/** The parameters of an LSTM cell. */
export interface LstmParameters {
  /** The input gate i: how much of the candidate is written into the cell. */
  readonly input: Gate;
  /** The forget gate f: how much of the cell is kept. At 1 all is kept. */
  readonly forget: Gate;
  /** The candidate c̃, which some call the cell gate, g. */
  readonly candidate: Gate;
  /** The output gate o: how much of the cell is shown. */
  readonly output: Gate;
}

/** The state of an LSTM cell; `V` is how vectors come. */
export interface LstmState<V extends ArrayLike<number> = ArrayLike<number>> {
  /** The hidden state, which is the output. */
  readonly h: V;
  /** The cell, which remembers. */
  readonly c: V;
}

/**
 * Long short-term memory: with
 *
 *     i = σ(W_i xₜ + U_i hₜ₋₁ + b_i)      f = σ(W_f xₜ + U_f hₜ₋₁ + b_f)      o = σ(W_o xₜ + U_o hₜ₋₁ + b_o)
 *     c̃ = tanh(W_c xₜ + U_c hₜ₋₁ + b_c)
 *
 * the state is cₜ = f ⊙ cₜ₋₁ + i ⊙ c̃ and hₜ = o ⊙ tanh(cₜ). (There are no peepholes: the gates do not see the cell.)
 *
 * cₜ is within 1 ulp of f |cₜ₋₁| + i |c̃|, hₜ of o tanh(f |cₜ₋₁| + i |c̃|), whatever cancels or overflows on the way. A limit is
 * taken where inputs or states are infinite, NaN where there is none; NaN gives NaN.
 *
 * PyTorch's LSTMCell stacks the gates as i, f, g, o, where g is the candidate: of gate k = 0, …, 3, W is rows k m to k m + m - 1
 * of weight_ih, U the same rows of weight_hh, and b the same entries of bias_ih + bias_hh. ONNX's LSTM stacks them as i, o, f,
 * c: W and U are those rows of W[0] and R[0], and b the same entries of B[0][:4m] + B[0][4m:].
 *
 * @param parameters input, forget, candidate, output: each with W (m × d), U (m × m) and b (m entries, 0 unless given); they are
 * checked and copied
 * @returns a function of an input x (d entries) and a state { h, c } (m entries each), which are not changed, that gives the
 * next state
 * @throws ShapeError if sizes do not fit; TypeError if a parameter is no matrix or vector: now of the parameters, then of x
 * and the state
 *
 * Source: S. Hochreiter and J. Schmidhuber, Long short-term memory, Neural Computation 9 (1997) 1735–1780; the forget gate is of
 * F. A. Gers, J. Schmidhuber and F. Cummins, Learning to forget, Neural Computation 12 (2000) 2451–2471.
 */
export function lstmCell({
  input,
  forget,
  candidate,
  output,
}: LstmParameters): Cell<LstmState, LstmState<Float64Array>> {
  const rows = rowsOf([
    ["input", input],
    ["forget", forget],
    ["candidate", candidate],
    ["output", output],
  ]);
  const m = rows.states;
  return (x, state) => {
    const candidateState: unknown = state;
    if (typeof candidateState !== "object" || candidateState === null) {
      throw wrongType("state", "a state, { h, c }", candidateState);
    }
    const previous = readState("state.c", rows, state.c);
    setVector(rows, x, readState("state.h", rows, state.h));
    const h = new Float64Array(m);
    const c = new Float64Array(m);
    for (let i = 0; i < m; i++) {
      const ofInput = productOfRow(rows, i);
      const ofInputTail = tail[0]!;
      const ofForget = productOfRow(rows, m + i);
      const ofForgetTail = tail[0]!;
      const ofCandidate = productOfRow(rows, 2 * m + i);
      const ofCandidateTail = tail[0]!;
      const ofOutput = productOfRow(rows, 3 * m + i);
      const ofOutputTail = tail[0]!;
      const cell = mixedHead(
        ofForget,
        ofForgetTail,
        previous[i]!,
        ofInput,
        ofInputTail,
        ofCandidate,
        ofCandidateTail,
      );
      c[i] = cell + tail[0]!;
      const shown = tanhHead(cell, tail[0]!);
      h[i] = gatedHead(ofOutput, ofOutputTail, shown, tail[0]!) + tail[0]!;
    }
    return { h, c };
  };
}
