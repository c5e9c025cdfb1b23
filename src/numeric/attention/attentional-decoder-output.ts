import { tail } from "../elementary/error-free.js";
import { dotHead } from "../elementary/dot.js";
import { asMatrix, type MatrixLike } from "../matrix.js";
import { asVector } from "../vectors.js";
import { requireColumns } from "./shapes.js";

/** The parameters of {@link attentionalDecoderOutput}. */
export interface AttentionalDecoderOutputParameters {
  /** V, a matrix K×|s| with a row for each of the K classes. */
  readonly V: MatrixLike;
}

/**
 * The output of an attentional decoder: p(y | …) = softmax(V s).
 *
 * @param s the decoder's state; not changed
 * @param parameters V
 * @returns K probabilities
 * @throws ShapeError if the sizes do not fit; TypeError if s is no vector or V no matrix
 */
export function attentionalDecoderOutput(
  s: ArrayLike<number>,
  { V }: AttentionalDecoderOutputParameters,
): Float64Array {
  throw new Error(`later ${s.length} ${V}`);
}
