import { requireNonNegative } from "../domains.js";
import { tail, twoProduct } from "../elementary/error-free.js";
import { exponentOf, timesPowerOfTwo } from "../elementary/exponent.js";
import { asMatrix, type MatrixLike } from "../matrix.js";
import { placeIn } from "./observations.js";

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
  const { rows, columns, data } = asMatrix("likelihoods", likelihoods);
  requireNonNegative(placeIn("likelihoods", { columns }), data);
  let largest = 0;
  for (let j = 0; j < columns; j++) largest = Math.max(largest, productOfColumn(data, rows, columns, j));
  return largest;
}

function productOfColumn(data: Float64Array, rows: number, columns: number, j: number): number {
  // The product is (head + rest) · 2^exponent.
  let head = 1;
  let rest = 0;
  let exponent = 0;
  let special = 1;
  for (let i = 0; i < rows; i++) {
    const p = data[i * columns + j]!;
    if (!(p > 0 && p < Infinity)) {
      special *= p;
      continue;
    }
    const power = exponentOf(p);
    const factor = timesPowerOfTwo(p, -power);
    exponent += power;
    head = twoProduct(head, factor);
    rest = tail[0]! + rest * factor;
    if (head >= 2) {
      head /= 2;
      rest /= 2;
      exponent++;
    }
  }
  return special === 1 ? timesPowerOfTwo(head + rest, exponent) : special;
}
