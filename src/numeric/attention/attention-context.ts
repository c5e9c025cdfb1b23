import { dotHead } from "../elementary/dot.js";
import { asMatrix, type Matrix, type MatrixLike, transpose } from "../matrix.js";
import { asVector } from "../vectors.js";
import { isVector } from "./attention-weights.js";
import { requireRows } from "./shapes.js";

/**
 * Context vectors: cᵢ = Σⱼ αᵢⱼ hⱼ.
 *
 * Each entry is the sum rounded once, whatever cancels, overflows or underflows on the way.
 *
 * @param weights one vector of T weights, or a matrix n×T of them; not changed
 * @param values a matrix T×d, of which a row is one hⱼ; not changed
 * @returns c, a vector of d entries, for a vector; a matrix n×d with a row for each row of weights otherwise
 * @throws ShapeError if the sizes do not fit; TypeError if an argument is neither vector nor matrix
 */
export function attentionContext(weights: MatrixLike, values: MatrixLike): Matrix;
export function attentionContext(weights: ArrayLike<number>, values: MatrixLike): Float64Array;
export function attentionContext(
  weights: ArrayLike<number> | MatrixLike,
  values: MatrixLike,
): Float64Array | Matrix {
  const given = asMatrix("values", values);
  const H = transpose(given);
  if (isVector(weights)) {
    const alpha = asVector("weights", weights);
    requireRows("values", given, "there are weights in a row", alpha.length);
    return contextOf(alpha, 0, H);
  }
  const alphas = asMatrix("weights", weights);
  requireRows("values", given, "there are weights in a row", alphas.columns);
  const contexts = new Float64Array(alphas.rows * H.rows);
  for (let i = 0; i < alphas.rows; i++) {
    contexts.set(contextOf(alphas.data, i * alphas.columns, H), i * H.rows);
  }
  return { rows: alphas.rows, columns: H.rows, data: contexts };
}

function contextOf(weights: Float64Array, from: number, H: Matrix): Float64Array {
  return Float64Array.from({ length: H.rows }, (_, j) =>
    dotHead(weights, from, H.data, j * H.columns, H.columns),
  );
}
