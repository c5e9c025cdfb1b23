import { tanh } from "../activations/tanh.js";
import { dotHead } from "../elementary/dot.js";
import { asMatrix, type MatrixLike } from "../matrix.js";
import { asVector } from "../vectors.js";
import { requireColumns } from "./shapes.js";

/** The parameters of {@link attentionalDecoderState}. */
export interface AttentionalDecoderStateParameters {
  /** W, a matrix m×(|s| + |y| + |c|): its columns act on s, then on y, then on c. */
  readonly W: MatrixLike;
}

/**
 * The next state of an attentional decoder: sᵢ = tanh(W [sᵢ₋₁; yᵢ₋₁; cᵢ]).
 *
 * Each entry is within 2 ulp of tanh(Σ |W| |[s; y; c]|), whatever cancels, overflows or underflows on the way.
 *
 * @param s the state before; not changed
 * @param y the output before, as a vector; not changed
 * @param c the context, from {@link attentionContext}; not changed
 * @param parameters W
 * @returns a vector with an entry for each row of W
 * @throws ShapeError if the sizes do not fit; TypeError if an argument is no vector or no matrix
 */
export function attentionalDecoderState(
  s: ArrayLike<number>,
  y: ArrayLike<number>,
  c: ArrayLike<number>,
  { W }: AttentionalDecoderStateParameters,
): Float64Array {
  const stacked = Float64Array.of(...asVector("s", s), ...asVector("y", y), ...asVector("c", c));
  const weights = asMatrix("W", W);
  requireColumns("W", weights, "s, y and c have entries", stacked.length);
  return Float64Array.from({ length: weights.rows }, (_, i) =>
    tanh(dotHead(weights.data, i * stacked.length, stacked, 0, stacked.length)),
  );
}
