// Matrices row by row, for implementations that take one vector.

import { row, type Matrix } from "../numeric/matrix.js";

/** The rows of a matrix. */
export function rowsOf(M: Matrix): Float64Array[] {
  return Array.from({ length: M.rows }, (_, i) => row(M, i));
}
