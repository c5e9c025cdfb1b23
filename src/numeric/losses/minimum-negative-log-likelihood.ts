import { requireNonNegative } from "../domains.js";
import { tail } from "../elementary/error-free.js";
import { logRatioHead } from "../elementary/log-ratio.js";
import { asMatrix, type MatrixLike } from "../matrix.js";
import { productOfColumn } from "./product-of-column.js";

/**
 * Minimum negative log-likelihood: min over θ of Σᵢ -ln p(yᵢ; θ).
 *
 * Within 1.5 ulp for any number of observations, also where logarithms of densities above and below 1 cancel, unless the
 * sum is below 2⁻⁹⁰ a row. A likelihood of 0 gives ∞, one of ∞ gives -∞, both in one column NaN, and so does NaN.
 *
 * @param likelihoods p(yᵢ; θⱼ) ≥ 0, probabilities or densities: a matrix with a row for each observation yᵢ and a column for
 * each parameter θⱼ; it is not changed
 * @returns the smallest of the sums over columns, in nats
 * @throws DomainError if an entry is negative; ShapeError if likelihoods is empty; TypeError if it is no matrix
 */
export function minimumNegativeLogLikelihood(likelihoods: MatrixLike): number {
  const { columns, data, at } = asMatrix("likelihoods", likelihoods);
  requireNonNegative(at, data);
  let smallest = Infinity;
  for (let j = 0; j < columns; j++) smallest = Math.min(smallest, sumOfColumn(data, columns, j));
  return smallest;
}

/** Σ -ln p = -ln Π p: a product is faster than logarithms, and loses less where they cancel. */
function sumOfColumn(data: Float64Array, columns: number, j: number): number {
  const power = new Float64Array(1);
  const head = productOfColumn(data, columns, j, power);
  if (head === 0) return Infinity;
  if (!(head < Infinity)) return -head;
  const logarithm = logRatioHead(head, tail[0]!, 1, 0, power[0]!);
  return 0 - (logarithm + tail[0]!);
}
