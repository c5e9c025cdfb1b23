import { requireOptions } from "../choice.js";
import { tail } from "../elementary/error-free.js";
import { asMatrix, type Matrix, type MatrixLike } from "../matrix.js";
import { attend, usualScale } from "./attend.js";
import type { AttentionOptions } from "./mask.js";
import { requireColumns, requireRows } from "./shapes.js";

/** The options of {@link scaledDotProductAttention}. */
export interface ScaledDotProductAttentionOptions extends AttentionOptions {
  /** What the dot products are multiplied by; 1/√d_k unless given. */
  readonly scale?: number | undefined;
}

/**
 * Scaled dot-product attention: Attention(Q, K, V) = softmax(Q Kᵀ / √d_k) V.
 *
 * Each entry is within 4 ulp of Σⱼ wᵢⱼ |Vⱼ|, w the true weights, for scores of any size: also where they cancel, or are
 * beyond the doubles, and for values from the smallest double to the largest. Up to 64 keys it is within 1 ulp, and that is
 * so by what is computed. For more keys, and ordinary inputs, speed and accuracy are balanced by measurement: errors of up
 * to 2 ulp were met in some 10⁵ entries.
 *
 * A forbidden key counts for nothing, even if its key or its value is NaN or infinite. A query that may attend to no key
 * gets a row of 0, as ONNX defines it since its erratum (onnx/onnx#8068) and PyTorch does since pytorch/pytorch#133882; the
 * bare formula, and PyTorch before, give NaN. A score of ∞ has weight 1 if it is the only one in its row, which is the limit;
 * several of them, all scores -∞ by infinite entries, or a score of NaN make the query's row NaN.
 *
 * Beside copies of K and V it takes room for eight rows of scores, not for all n.
 *
 * @param Q queries, a matrix n×d_k; not changed
 * @param K keys, a matrix m×d_k; not changed
 * @param V values, a matrix m×d_v; not changed
 * @param options mask: which keys a query may attend to, n×m, booleans (true: it may) or numbers that are added to the scaled
 *   scores (-∞ forbids); causal: query i may attend to keys 0, …, i only, counted from the first key also if n ≠ m; with both,
 *   both must allow it; scale: a factor in the place of 1/√d_k
 * @returns a matrix n×d_v
 * @throws ShapeError if the sizes do not fit; TypeError if an argument or an option is not what it must be
 *
 * Source: A. Vaswani et al., Attention is all you need, NeurIPS 2017, equation 1.
 */
export function scaledDotProductAttention(
  Q: MatrixLike,
  K: MatrixLike,
  V: MatrixLike,
  options: ScaledDotProductAttentionOptions = {},
): Matrix {
  requireOptions(options);
  const queries = asMatrix("Q", Q);
  const keys = asMatrix("K", K);
  const values = asMatrix("V", V);
  requireColumns("K", keys, "Q", queries.columns);
  requireRows("V", values, "K", keys.rows);
  const scale = options.scale ?? usualScale(keys.columns);
  const scaleTail = options.scale === undefined ? tail[0]! : 0;
  const { rows, columns, data } = attend(queries, keys, values, scale, scaleTail, options);
  return { rows, columns, data };
}
