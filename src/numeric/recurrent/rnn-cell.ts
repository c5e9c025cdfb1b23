import { tanhHead } from "../activations/tanh.js";
import { tail } from "../elementary/error-free.js";
import { type Gate, readState, rowsOf, setVector } from "./parameters.js";
import { productOfRow } from "./rows.js";

/**
 * A step of a recurrent network over a sequence: from an input xₜ and the state after the inputs before it to the state after
 * it. `Next` is what the cell gives, `State` what it takes, which may be more than that.
 */
export type Cell<State, Next extends State = State> = (x: ArrayLike<number>, state: State) => Next;

/**
 * Simple recurrent cell (Elman's): hₜ = tanh(W xₜ + U hₜ₋₁ + b).
 *
 * Within 1 ulp of tanh(Σ |W| |x| + Σ |U| |h| + |b|), the scale of its terms, whatever cancels or overflows on the way; within 1 ulp
 * of the result itself unless the terms cancel to less than n² 2⁻⁵² of their sizes, n = d + m + 2. A limit is taken where
 * inputs or states are infinite, NaN where there is none; NaN gives NaN.
 *
 * PyTorch's RNNCell has W = weight_ih, U = weight_hh, b = bias_ih + bias_hh. ONNX's RNN has W = W[0], U = R[0] and
 * b = B[0][:m] + B[0][m:].
 *
 * @param parameters W: m × d, U: m × m, b: m entries, 0 unless given; they are checked and copied
 * @returns a function of an input x (d entries) and a state h (m entries), which are not changed, that gives the next state
 * @throws ShapeError if sizes do not fit; TypeError if a parameter is no matrix or vector: now of the parameters, then of x
 * and h
 *
 * Source: J. L. Elman, Finding structure in time, Cognitive Science 14 (1990) 179–211.
 */
export function rnnCell(parameters: Gate): Cell<ArrayLike<number>, Float64Array> {
  const rows = rowsOf([["", parameters]]);
  return (x, h) => {
    setVector(rows, x, readState("h", rows, h));
    const next = new Float64Array(rows.states);
    for (let i = 0; i < next.length; i++) {
      const a = productOfRow(rows, i);
      const head = tanhHead(a, tail[0]!);
      next[i] = head + tail[0]!;
    }
    return next;
  };
}
