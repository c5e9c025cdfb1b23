import { requireOptions } from "../choice.js";
import { tail } from "../elementary/error-free.js";
import { asMatrix, type Matrix, type MatrixLike } from "../matrix.js";
import { attend, usualScale } from "./attend.js";
import type { AttentionOptions } from "./mask.js";
import { project } from "./project.js";
import { entryOf, type Parts } from "./scores.js";
import { requireColumns, requireRows } from "./shapes.js";

/** The parameters of {@link attentionHead}. */
export interface AttentionHeadParameters {
  /** W^Q, a matrix d_model×d_k that makes queries. */
  readonly WQ: MatrixLike;
  /** W^K, a matrix d_model×d_k that makes keys. */
  readonly WK: MatrixLike;
  /** W^V, a matrix d_model×d_v that makes values. */
  readonly WV: MatrixLike;
}

/**
 * One head of multi-head attention: headᵢ = Attention(Q WᵢQ, K WᵢK, V WᵢV), with scaled dot-product attention of
 * scale 1/√d_k.
 *
 * Within 4 ulp of Σⱼ wᵢⱼ Σₖ |Vⱼₖ| |WVₖ|, w the true weights: the products Q WQ and K WK are kept in two parts, so that
 * weights are right also where scores are large.
 *
 * @param Q queries, a matrix n×d_model; not changed
 * @param K keys, a matrix m×d_model; not changed
 * @param V values, a matrix m×d_model; not changed
 * @param parameters WQ, WK and WV; their numbers of rows may differ, as long as they are those of the columns of Q, K and V
 * @param options mask and causal, as in {@link scaledDotProductAttention}
 * @returns a matrix n×d_v
 * @throws ShapeError if the sizes do not fit; TypeError if an argument is no matrix
 *
 * Source: A. Vaswani et al., Attention is all you need, NeurIPS 2017, section 3.2.2.
 */
export function attentionHead(
  Q: MatrixLike,
  K: MatrixLike,
  V: MatrixLike,
  { WQ, WK, WV }: AttentionHeadParameters,
  options: AttentionOptions = {},
): Matrix {
  const names = ["WQ", "WK", "WV"] as const;
  const weights = [asMatrix("WQ", WQ), asMatrix("WK", WK), asMatrix("WV", WV)] as const;
  requireOptions(options);
  const head = headOf(asMatrix("Q", Q), asMatrix("K", K), asMatrix("V", V), weights, names, options);
  const { rows, columns } = head;
  return { rows, columns, data: head.data.map((_, at) => entryOf(head, at)) };
}

/** The head of matrices that were read; `names` are those of its weights, for the messages. */
export function headOf(
  Q: Matrix,
  K: Matrix,
  V: Matrix,
  [WQ, WK, WV]: readonly [Matrix, Matrix, Matrix],
  names: readonly [string, string, string],
  options: AttentionOptions,
): Parts {
  requireRows("V", V, "K", K.rows);
  requireColumns(names[1], WK, names[0], WQ.columns);
  const queries = project("Q", Q, names[0], WQ);
  const keys = project("K", K, names[1], WK);
  const values = project("V", V, names[2], WV);
  const scale = usualScale(WK.columns);
  return attend(queries, keys, values, scale, tail[0]!, options);
}
