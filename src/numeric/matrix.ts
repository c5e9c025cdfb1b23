// The shape of a matrix; any object of this shape is one.

import { wrongSize, wrongType } from "./errors.js";
import { asVector, copyOfEntries, requireSameLength } from "./vectors.js";

/** A matrix in row-major order: entry (i, j), from 0, is `data[i * columns + j]`. */
export interface Matrix<A extends Float64Array | Float32Array = Float64Array> {
  readonly rows: number;
  readonly columns: number;
  readonly data: A;
}

/** What the functions take for a matrix: one in row-major order, or its rows one after the other. */
export type MatrixLike = Matrix | Matrix<Float32Array> | readonly ArrayLike<number>[];

/**
 * A matrix of its rows: `matrix([[1, 2], [3, 4]])`.
 *
 * @param rows at least one row, all of the same length, at least one entry each; they are not changed
 * @returns a new matrix of doubles
 * @throws ShapeError if there is no row, or if the rows differ in length; TypeError if a row is not a vector of numbers
 */
export function matrix(rows: readonly ArrayLike<number>[]): Matrix {
  return matrixOfRows("rows", rows);
}

/**
 * Row i of a matrix, from 0, as a view: no number is copied, and what is written into it is written into the matrix.
 *
 * @throws RangeError if there is no such row
 */
export function row<A extends Float64Array | Float32Array>(M: Matrix<A>, i: number): A {
  if (!(Number.isInteger(i) && i >= 0 && i < M.rows)) {
    throw new RangeError(`i must be a whole number from 0 to ${M.rows - 1}, but is ${i}`);
  }
  return M.data.subarray(i * M.columns, (i + 1) * M.columns) as A;
}

/** The rows of a matrix as plain arrays: the way back from {@link matrix}. */
export function toArray(M: Matrix | Matrix<Float32Array>): number[][] {
  return Array.from({ length: M.rows }, (_, i) => Array.from(row<Float64Array | Float32Array>(M, i)));
}

/**
 * The transpose of a matrix: entry (i, j) becomes entry (j, i).
 *
 * @param M a matrix; not changed
 * @returns a new matrix of doubles
 */
export function transpose(M: MatrixLike): Matrix {
  const { rows, columns, data } = asMatrix("M", M);
  const transposed = new Float64Array(data.length);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) transposed[j * rows + i] = data[i * columns + j]!;
  }
  return { rows: columns, columns: rows, data: transposed };
}

/**
 * A matrix of doubles of anything that a function takes for one. A matrix of doubles is taken as it is, not copied.
 *
 * @param name the argument's name, for the messages
 * @throws ShapeError if the sizes do not fit; TypeError if it is no matrix
 */
export function asMatrix(name: string, value: MatrixLike): Matrix {
  if (Array.isArray(value)) return matrixOfRows(name, value as readonly ArrayLike<number>[]);
  const candidate: unknown = value;
  if (typeof candidate !== "object" || candidate === null || !("data" in candidate)) {
    throw wrongType(name, "a matrix, { rows, columns, data } or an array of rows", candidate);
  }
  const { rows, columns } = value as Matrix | Matrix<Float32Array>;
  const data = asVector(`${name}.data`, candidate.data as ArrayLike<number>);
  const whole = Number.isInteger(rows) && Number.isInteger(columns) && rows >= 1 && columns >= 1;
  if (!whole || rows * columns !== data.length) {
    throw wrongSize(name, `rows · columns entries in data, ${rows} · ${columns}`, data.length);
  }
  return { rows, columns, data };
}

function matrixOfRows(name: string, given: readonly ArrayLike<number>[]): Matrix {
  const candidate: unknown = given;
  if (!Array.isArray(candidate)) throw wrongType(name, "an array of rows", candidate);
  if (given.length === 0) throw wrongSize(name, "at least one row", "none");
  const rows = Array.from(given, (entries, i) => copyOfEntries(`${name}[${i}]`, entries));
  const columns = rows[0]!.length;
  const data = new Float64Array(rows.length * columns);
  rows.forEach((entries, i) => {
    requireSameLength(`${name}[0]`, rows[0]!, `${name}[${i}]`, entries);
    data.set(entries, i * columns);
  });
  return { rows: rows.length, columns, data };
}
