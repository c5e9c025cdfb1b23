import { asMatrix, type MatrixLike } from "../matrix.js";

/**
 * Minimax: min over G of max over D of V(D, G), for finitely many generators and discriminators.
 *
 * Never below the maximin, max over D of min over G, and above it where the game has no saddle point: who moves last has
 * the advantage. Exact. NaN gives NaN.
 *
 * @param values V(D, G): a matrix with a row for each generator G and a column for each discriminator D; it is not changed
 * @returns the smallest of the largest entries of the rows
 * @throws ShapeError if values is empty; TypeError if it is no matrix
 */
export function minimax(values: MatrixLike): number {
  const { columns, data } = asMatrix("values", values);
  let smallest = Infinity;
  for (let from = 0; from < data.length; from += columns) {
    let largest = -Infinity;
    for (let i = from; i < from + columns; i++) largest = Math.max(largest, data[i]!);
    smallest = Math.min(smallest, largest);
  }
  return smallest;
}
