import { requireOptions } from "../choice.js";
import { wrongSize, wrongType } from "../errors.js";
import { asMatrix, type Matrix, type MatrixLike } from "../matrix.js";
import { headOf } from "./attention-head.js";
import type { AttentionOptions } from "./mask.js";
import { project } from "./project.js";
import { entryOf } from "./scores.js";

/** The parameters of {@link multiHeadAttention}: h matrices each, one for a head, and W^O. */
export interface MultiHeadAttentionParameters {
  /** W₁Q, …, W_hQ, each d_model×d_k. */
  readonly WQ: readonly MatrixLike[];
  /** W₁K, …, W_hK, each d_model×d_k. */
  readonly WK: readonly MatrixLike[];
  /** W₁V, …, W_hV, each d_model×d_v. */
  readonly WV: readonly MatrixLike[];
  /** W^O, (h · d_v)×d_model. */
  readonly WO: MatrixLike;
}

/**
 * Multi-head attention: Concat(head₁, …, head_h) WO, where headᵢ = Attention(Q WᵢQ, K WᵢK, V WᵢV).
 *
 * Within 4 ulp of the same expression with absolute values for all but the weights of attention; {@link attentionHead} says
 * how weights stay right.
 *
 * PyTorch's `MultiheadAttention(E, h, bias=False)` packs its weights and multiplies by their transposes. With its
 * `in_proj_weight`, of 3E rows, and `out_proj.weight` as arrays of rows, the same heads are
 *
 *     const [WQ, WK, WV] = [0, 1, 2].map((part) =>
 *       splitHeads(transpose(inProjWeight.slice(part * E, (part + 1) * E)), h));
 *     const WO = transpose(outProjWeight);
 *
 * (Its boolean masks are true where a query may *not* attend, unlike those of scaled_dot_product_attention and ours.)
 *
 * @param Q queries, a matrix n×d_model; not changed
 * @param K keys, a matrix m×d_model; not changed
 * @param V values, a matrix m×d_model; not changed
 * @param parameters WQ, WK, WV and WO; {@link splitHeads} makes them of packed ones. Heads may differ in d_k and d_v
 * @param options mask and causal, for every head, as in {@link scaledDotProductAttention}
 * @returns a matrix n×d_model
 * @throws ShapeError if the sizes do not fit; TypeError if an argument is no matrix, or WQ, WK or WV no array of matrices
 *
 * Source: A. Vaswani et al., Attention is all you need, NeurIPS 2017, section 3.2.2.
 */
export function multiHeadAttention(
  Q: MatrixLike,
  K: MatrixLike,
  V: MatrixLike,
  { WQ, WK, WV, WO }: MultiHeadAttentionParameters,
  options: AttentionOptions = {},
): Matrix {
  requireOptions(options);
  const queries = asMatrix("Q", Q);
  const keys = asMatrix("K", K);
  const values = asMatrix("V", V);
  const [forQueries, forKeys, forValues] = [matrices("WQ", WQ), matrices("WK", WK), matrices("WV", WV)];
  requireCount("WK", forKeys, forQueries.length);
  requireCount("WV", forValues, forQueries.length);
  const columns = forValues.reduce((sum, each) => sum + each.columns, 0);
  const heads = forQueries.map((forQuery, h) => {
    const weights = [forQuery, forKeys[h]!, forValues[h]!] as const;
    const names = [`WQ[${h}]`, `WK[${h}]`, `WV[${h}]`] as const;
    return headOf(queries, keys, values, weights, names, options);
  });
  const size = queries.rows * columns;
  const concatenated = {
    rows: queries.rows,
    columns,
    data: new Float64Array(size),
    low: new Float64Array(size),
    shifts: heads.some((head) => head.shifts !== undefined) ? new Int16Array(size) : undefined,
  };
  let from = 0;
  for (const head of heads) {
    for (let at = 0; at < head.data.length; at++) {
      const i = Math.floor(at / head.columns);
      const to = i * columns + from + (at - i * head.columns);
      concatenated.data[to] = head.data[at]!;
      concatenated.low[to] = head.low?.[at] ?? 0;
      if (concatenated.shifts !== undefined) concatenated.shifts[to] = head.shifts?.[at] ?? 0;
    }
    from += head.columns;
  }
  const product = project("Concat(heads)", concatenated, "WO", asMatrix("WO", WO));
  return {
    rows: product.rows,
    columns: product.columns,
    data: product.data.map((_, at) => entryOf(product, at)),
  };
}

function matrices(name: string, given: readonly MatrixLike[]): Matrix[] {
  const candidate: unknown = given;
  if (!Array.isArray(candidate)) throw wrongType(name, "an array of matrices, one for a head", candidate);
  if (given.length === 0) throw wrongSize(name, "a matrix for each head", "none");
  return given.map((each, h) => asMatrix(`${name}[${h}]`, each));
}

function requireCount(name: string, given: readonly Matrix[], heads: number): void {
  if (given.length !== heads) throw wrongSize(name, `as many matrices as WQ, ${heads}`, given.length);
}
