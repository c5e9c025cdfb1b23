import { outOfDomain, wrongSize } from "../errors.js";
import { asMatrix, type Matrix, type MatrixLike } from "../matrix.js";

/**
 * Splits a packed matrix of weights by columns into those of h heads: [W₁, …, W_h] = W.
 *
 * Packed weights that are meant to be multiplied by their transposes, as PyTorch's are, must be transposed first;
 * {@link multiHeadAttention} shows how.
 *
 * @param packed W, a matrix d×(h · d_k); not changed
 * @param heads h, a whole number that divides the number of columns
 * @returns h matrices d×d_k
 * @throws ShapeError if h does not divide the number of columns; DomainError if h is no whole number ≥ 1; TypeError if packed
 *   is no matrix
 */
export function splitHeads(packed: MatrixLike, heads: number): Matrix[] {
  const { rows, columns, data } = asMatrix("packed", packed);
  if (!(Number.isInteger(heads) && heads >= 1)) throw outOfDomain("heads", "a whole number from 1 on", heads);
  if (columns % heads !== 0) throw wrongSize("packed", `a multiple of ${heads} columns`, columns);
  const width = columns / heads;
  return Array.from({ length: heads }, (_, h) => {
    const head = new Float64Array(rows * width);
    for (let i = 0; i < rows; i++) {
      const from = i * columns + h * width;
      head.set(data.subarray(from, from + width), i * width);
    }
    return { rows, columns: width, data: head };
  });
}
