import { requireNonNegative } from "../domains.js";
import { tail } from "../elementary/error-free.js";
import { timesPowerOfTwo } from "../elementary/exponent.js";
import { asMatrix, type MatrixLike } from "../matrix.js";
import { productOfColumn } from "./product-of-column.js";

/**
 * Maximum likelihood: max over θ of Πᵢ p(yᵢ; θ).
 *
 * Within 1 ulp for any number of observations; no product underflows or overflows on the way. 0 · ∞ gives NaN, and so
 * does NaN.
 *
 * @param likelihoods p(yᵢ; θⱼ) ≥ 0, probabilities or densities: a matrix with a row for each observation yᵢ and a column for
 * each parameter θⱼ; it is not changed
 * @returns the largest of the products over columns, ≥ 0
 * @throws DomainError if an entry is negative; ShapeError if likelihoods is empty; TypeError if it is no matrix
 */
export function maximumLikelihood(likelihoods: MatrixLike): number {
  const { columns, data, at } = asMatrix("likelihoods", likelihoods);
  requireNonNegative(at, data);
  const power = new Float64Array(1);
  let largest = 0;
  for (let j = 0; j < columns; j++) {
    const head = productOfColumn(data, columns, j, power);
    largest = Math.max(largest, timesPowerOfTwo(head + tail[0]!, power[0]!));
  }
  return largest;
}
