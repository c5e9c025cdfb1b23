import { dotHead } from "../elementary/dot.js";
import { asMatrix, type MatrixLike } from "../matrix.js";
import { asVector } from "../vectors.js";
import { requireColumns } from "./shapes.js";

/**
 * Energies of Luong's attention with the score "dot": eⱼ = sᵀ hⱼ.
 *
 * Each energy is the dot product rounded once, whatever cancels, overflows or underflows on the way.
 *
 * @param s the decoder's state; not changed
 * @param H the encoder's states, a matrix of T rows hⱼ with as many entries as s; not changed
 * @returns T energies, one for each row of H; {@link attentionWeights} makes weights of them
 * @throws ShapeError if the sizes do not fit; TypeError if s is no vector or H no matrix
 *
 * Source: M.-T. Luong, H. Pham and C. D. Manning, Effective approaches to attention-based neural machine translation, EMNLP
 * 2015, section 3.1.
 */
export function luongDotAttention(s: ArrayLike<number>, H: MatrixLike): Float64Array {
  const state = asVector("s", s);
  const annotations = asMatrix("H", H);
  requireColumns("H", annotations, "s has entries", state.length);
  const { rows, columns, data } = annotations;
  return Float64Array.from({ length: rows }, (_, j) => dotHead(state, 0, data, j * columns, columns));
}
