import { asMatrix, type MatrixLike, transpose } from "../matrix.js";
import { asVector } from "../vectors.js";
import { project } from "./project.js";
import { entryOf } from "./scores.js";
import { requireColumns, requireRows } from "./shapes.js";

/** The parameters of {@link luongGeneralAttention}. */
export interface LuongGeneralParameters {
  /** W, a matrix |s|×|h|. */
  readonly W: MatrixLike;
}

/**
 * Energies of Luong's attention with the score "general": eⱼ = sᵀ W hⱼ.
 *
 * Within 1 ulp of Σ |s| |W| |hⱼ|, whatever cancels, overflows or underflows on the way.
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
  const annotations = asMatrix("H", H);
  const weights = asMatrix("W", W);
  requireRows("W", weights, "s has entries", state.length);
  requireColumns("W", weights, "a row of H has entries", annotations.columns);
  const images = project("H", annotations, "W", transpose(weights));
  const energies = project("W H", images, "s", { rows: state.length, columns: 1, data: state });
  return energies.data.map((_, j) => entryOf(energies, j));
}
