import { requireNonNegative } from "../domains.js";
import { tail, twoSum } from "../elementary/error-free.js";
import { isOrdinary } from "../elementary/range.js";
import { sumOfLogRatios } from "../elementary/sum-of-log-ratios.js";
import { surprisalHead } from "../elementary/surprisal.js";
import { asMatrix, type MatrixLike } from "../matrix.js";
import { placeIn } from "./observations.js";

/**
 * Minimum negative log-likelihood: min over θ of Σᵢ -ln p(yᵢ; θ).
 *
 * Within 1.5 ulp for any number of observations, also where logarithms of densities above and below 1 cancel; a sum that is
 * below 2⁻⁹² of its terms is 0. A likelihood of 0 gives ∞, one of ∞ gives -∞, both in one column NaN, and so does NaN.
 *
 * @param likelihoods p(yᵢ; θⱼ) ≥ 0, probabilities or densities: a matrix with a row for each observation yᵢ and a column for
 * each parameter θⱼ; it is not changed
 * @returns the smallest of the sums over columns, in nats
 * @throws DomainError if an entry is negative; ShapeError if likelihoods is empty; TypeError if it is no matrix
 */
export function minimumNegativeLogLikelihood(likelihoods: MatrixLike): number {
  const { rows, columns, data } = asMatrix("likelihoods", likelihoods);
  requireNonNegative(placeIn("likelihoods", { columns }), data);
  let smallest = Infinity;
  for (let j = 0; j < columns; j++) smallest = Math.min(smallest, sumOfColumn(data, rows, columns, j));
  return smallest;
}

function sumOfColumn(data: Float64Array, rows: number, columns: number, j: number): number {
  let sum = 0;
  let sumTail = 0;
  let size = 0;
  for (let i = 0; i < rows; i++) {
    const surprisal = surprisalHead(data[i * columns + j]!);
    sumTail += tail[0]!;
    size += Math.abs(surprisal);
    sum = twoSum(sum, surprisal);
    sumTail += tail[0]!;
  }
  if (isOrdinary(sum) && size <= 16 * Math.abs(sum)) return sum + sumTail;
  return sumOfLogRatios(
    rows,
    () => 1,
    (i) => data[i * columns + j]!,
    1,
    0,
  );
}
