import { softmax } from "../activations/softmax.js";
import { asMatrix, type Matrix, type MatrixLike, row } from "../matrix.js";
import { asVector } from "../vectors.js";

/**
 * Attention weights: αᵢⱼ = exp(eᵢⱼ) / Σₖ exp(eᵢₖ), the softmax of each row of energies.
 *
 * Each weight is within 0.52 ulp, whatever the size of the energies; {@link softmax} says what ±∞ and NaN give.
 *
 * @param energies one vector of T energies, or a matrix n×T with a row for each state; not changed
 * @returns as many weights: a vector for a vector, a matrix for a matrix
 * @throws ShapeError if there is no energy or if rows differ in length; TypeError if energies is neither vector nor matrix
 */
export function attentionWeights(energies: MatrixLike): Matrix;
export function attentionWeights(energies: ArrayLike<number>): Float64Array;
export function attentionWeights(energies: ArrayLike<number> | MatrixLike): Float64Array | Matrix {
  if (isVector(energies)) return softmax(asVector("energies", energies));
  const given = asMatrix("energies", energies);
  const { rows, columns } = given;
  const data = new Float64Array(given.data.length);
  for (let i = 0; i < rows; i++) data.set(softmax(row(given, i)), i * columns);
  return { rows, columns, data };
}

/** Whether an argument that may be a vector or a matrix is a vector. */
export function isVector(given: ArrayLike<number> | MatrixLike): given is ArrayLike<number> {
  return !(Array.isArray(given) ? typeof given[0] === "object" : Object(given) === given && "data" in given);
}
