import { asMatrix, type MatrixLike } from "../matrix.js";
import { asVector } from "../vectors.js";
import { requireColumns, requireRows } from "./shapes.js";
import { dotHead } from "../elementary/dot.js";
import { tail } from "../elementary/error-free.js";

/** The parameters of {@link luongGeneralAttention}. */
export interface LuongGeneralParameters {
  /** W, a matrix |s|×|h|. */
  readonly W: MatrixLike;
}

/**
 * Energies of Luong's attention with the score "general": eⱼ = sᵀ W hⱼ.
 *
 * Within 1 ulp of Σ |s| |W| |hⱼ|. Where an entry of W hⱼ is beyond the doubles, so is the energy: ±∞, or NaN if two of them
 * have opposite signs.
 *
 * @param s the decoder's state; not changed
 * @param H the encoder's states, a matrix of T rows hⱼ; not changed
 * @param parameters W
 * @returns T energies, one for each row of H; {@link attentionWeights} makes weights of them
 * @throws ShapeError if the sizes do not fit; TypeError if an argument is no vector or no matrix
 *
 * Source: M.-T. Luong, H. Pham and C. D. Manning, Effective approaches to attention-based neural machine translation, EMNLP
 * 2015, section 3.1.
 */
export function luongGeneralAttention(
  s: ArrayLike<number>,
  H: MatrixLike,
  { W }: LuongGeneralParameters,
): Float64Array {
  const state = asVector("s", s);
  const { rows, columns, data } = asMatrix("H", H);
  const weights = asMatrix("W", W);
  requireRows("W", weights, "s has entries", state.length);
  requireColumns("W", weights, "a row of H has entries", columns);
  const energies = new Float64Array(rows);
  const image = new Float64Array(state.length);
  for (let j = 0; j < rows; j++) {
    let rest = 0;
    for (let a = 0; a < image.length; a++) {
      image[a] = dotHead(weights.data, a * columns, data, j * columns, columns);
      rest += state[a]! * tail[0]!;
    }
    const head = dotHead(state, 0, image, 0, image.length);
    energies[j] = head - head === 0 ? head + (tail[0]! + rest) : head;
  }
  return energies;
}
