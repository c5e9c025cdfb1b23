import { tanh } from "../activations/tanh.js";
import { dotHead } from "../elementary/dot.js";
import { timesPowerOfTwo } from "../elementary/exponent.js";
import { asMatrix, type MatrixLike } from "../matrix.js";
import { asVector, requireSameLength } from "../vectors.js";
import { requireColumns } from "./shapes.js";

/** The parameters of {@link bahdanauAttention}. */
export interface BahdanauParameters {
  /** W, a matrix a×(|s| + |h|): its first |s| columns act on the state, the others on the annotation. */
  readonly W: MatrixLike;
  /** v, a vector of a entries. */
  readonly v: ArrayLike<number>;
}

/**
 * Energies of Bahdanau's attention: eⱼ = vᵀ tanh(W [s; hⱼ]), the additive score.
 *
 * Within 2 ulp of Σₐ |vₐ| tanh(Σ |Wₐ| |[s; hⱼ]|), whatever cancels, overflows or underflows on the way.
 *
 * @param s the decoder's state; not changed
 * @param H the annotations, a matrix of T rows hⱼ; not changed
 * @param parameters W and v
 * @returns T energies, one for each row of H; {@link attentionWeights} makes weights of them
 * @throws ShapeError if the sizes do not fit; TypeError if an argument is no vector or no matrix
 *
 * Source: D. Bahdanau, K. Cho and Y. Bengio, Neural machine translation by jointly learning to align and translate, ICLR
 * 2015, appendix A.1.2, with W = [Wₐ, Uₐ].
 */
export function bahdanauAttention(
  s: ArrayLike<number>,
  H: MatrixLike,
  { W, v }: BahdanauParameters,
): Float64Array {
  const state = asVector("s", s);
  const annotations = asMatrix("H", H);
  const weights = asMatrix("W", W);
  const output = asVector("v", v);
  requireColumns("W", weights, "s and a row of H have entries", state.length + annotations.columns);
  requireSameLength("a column of W", { length: weights.rows }, "v", output);
  const stacked = new Float64Array(weights.columns);
  stacked.set(state);
  const hidden = new Float64Array(weights.rows);
  // tanh(x) = x where x is so small that it loses digits: those are kept times 2⁶⁰⁰.
  const lifted = new Float64Array(weights.rows);
  const liftedRow = new Float64Array(weights.columns);
  const energies = new Float64Array(annotations.rows);
  for (let j = 0; j < annotations.rows; j++) {
    const from = j * annotations.columns;
    stacked.set(annotations.data.subarray(from, from + annotations.columns), state.length);
    lifted.fill(0);
    for (let a = 0; a < weights.rows; a++) {
      const sum = dotHead(weights.data, a * weights.columns, stacked, 0, stacked.length);
      const isTiny = Math.abs(sum) < 1e-290;
      hidden[a] = isTiny ? 0 : tanh(sum);
      if (!isTiny) continue;
      for (let k = 0; k < stacked.length; k++) {
        liftedRow[k] = timesPowerOfTwo(weights.data[a * weights.columns + k]!, 600);
      }
      const sumLifted = dotHead(liftedRow, 0, stacked, 0, stacked.length);
      // Beside large weights, which overflow here, the digits that are lost do not show.
      lifted[a] = sumLifted - sumLifted === 0 ? sumLifted : timesPowerOfTwo(sum, 600);
    }
    const small = dotHead(output, 0, lifted, 0, lifted.length);
    energies[j] = dotHead(output, 0, hidden, 0, hidden.length) + timesPowerOfTwo(small, -600);
  }
  return energies;
}
