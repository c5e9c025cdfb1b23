// The shape of a matrix; any object of this shape is one.

import { entryOf, type Place } from "./domains.js";
import { wrongSize, wrongType } from "./errors.js";
import { asVector, requireSameLength, requireVector } from "./vectors.js";

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
  const candidate: unknown = rows;
  if (!Array.isArray(candidate)) throw wrongType("rows", "an array of rows", candidate);
  return matrixOfRows("rows", rows, entryOf("rows"));
}

/**
 * Row i of a matrix, from 0, as a view: no number is copied, and what is written into it is written into the matrix.
 *
 * @throws RangeError if there is no such row; TypeError if M is no matrix
 */
export function row<A extends Float64Array | Float32Array>(M: Matrix<A>, i: number): A {
  const data: unknown = (Object(M) as Partial<Matrix>).data;
  if (!ArrayBuffer.isView(data)) throw wrongType("M", "a matrix, { rows, columns, data }", M);
  if (!(Number.isInteger(i) && i >= 0 && i < M.rows)) {
    throw new RangeError(`i must be a whole number from 0 to ${M.rows - 1}, but is ${i}`);
  }
  return M.data.subarray(i * M.columns, (i + 1) * M.columns) as A;
}

/**
 * The rows of a matrix as plain arrays: the way back from {@link matrix}.
 *
 * @throws TypeError or ShapeError if M is no matrix
 */
export function toArray(M: Matrix | Matrix<Float32Array>): number[][] {
  const checked = asMatrix("M", M);
  return Array.from({ length: checked.rows }, (_, i) => Array.from(row(checked, i)));
}

/** A matrix with the names of its entries, for messages: entry i of data is at(i). */
export interface NamedMatrix extends Matrix {
  readonly at: Place;
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
 * A matrix of doubles of anything that a function takes for one. Entries of a matrix of doubles are not copied.
 *
 * @param name the argument's name, for the messages
 * @param rowAt the name of each row
 * @throws ShapeError if the sizes do not fit; TypeError if it is no matrix
 */
export function asMatrix(name: string, value: MatrixLike, rowAt: Place = entryOf(name)): NamedMatrix {
  const matrix = Array.isArray(value) ? matrixOfRows(name, value as Rows, rowAt) : (Object(value) as Matrix);
  const { rows, columns } = matrix;
  const given: unknown = matrix.data;
  if (given === undefined) {
    throw wrongType(name, "a matrix, { rows, columns, data } or an array of rows", value);
  }
  const data = asVector(`${name}.data`, matrix.data);
  if (rows >>> 0 !== rows || columns >>> 0 !== columns || rows * columns !== data.length) {
    throw wrongSize(name, `${rows} · ${columns} entries in data`, data.length);
  }
  return { rows, columns, data, at: (i) => `${rowAt(Math.floor(i / columns))}[${i % columns}]` };
}

type Rows = readonly ArrayLike<number>[];

function matrixOfRows(name: string, given: Rows, rowAt: Place): Matrix {
  requireVector(name, given, "rows");
  const rows = Array.from(given, (entries, i) => asVector(rowAt(i), entries));
  const columns = rows[0]!.length;
  const data = new Float64Array(rows.length * columns);
  rows.forEach((entries, i) => {
    requireSameLength(rowAt(0), rows[0]!, rowAt(i), entries);
    data.set(entries, i * columns);
  });
  return { rows: rows.length, columns, data };
}

/** Whether an argument is a matrix, or else a vector or a number. */
export function isMatrix(value: unknown): value is MatrixLike {
  const { data, 0: first } = Object(value) as { data?: unknown; 0?: unknown };
  return data !== undefined || typeof first === "object";
}
