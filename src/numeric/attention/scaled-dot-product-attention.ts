import { tail } from "../elementary/error-free.js";
import { quotientHead } from "../elementary/quotient.js";
import { twoProduct } from "../elementary/error-free.js";
import { asMatrix, type Matrix, type MatrixLike } from "../matrix.js";
import { attend } from "./attend.js";
import type { AttentionOptions } from "./mask.js";
import { requireColumns, requireRows } from "./shapes.js";

/** The options of {@link scaledDotProductAttention}. */
export interface ScaledDotProductAttentionOptions extends AttentionOptions {
  /** What the dot products are multiplied by; 1/√d_k unless given. */
  readonly scale?: number | undefined;
}

/**
 * Scaled dot-product attention: softmax(Q Kᵀ / √d_k) V.
 *
 * @param Q queries, a matrix n×d_k; not changed
 */
export function scaledDotProductAttention(
  Q: MatrixLike,
  K: MatrixLike,
  V: MatrixLike,
  options: ScaledDotProductAttentionOptions = {},
): Matrix {
  const queries = asMatrix("Q", Q);
  const keys = asMatrix("K", K);
  const values = asMatrix("V", V);
  requireColumns("K", keys, "Q", queries.columns);
  requireRows("V", values, "K", keys.rows);
  if (options.scale !== undefined) return attend(queries, keys, values, options.scale, 0, options);
  const scale = usualScale(keys.columns);
  return attend(queries, keys, values, scale, tail[0]!, options);
}

/** 1/√d with high and low parts; the low part is left in {@link tail}. */
export function usualScale(d: number): number {
  const root = Math.sqrt(d);
  const square = twoProduct(root, root);
  return quotientHead(1, 0, root, (d - square - tail[0]!) / (2 * root));
}
