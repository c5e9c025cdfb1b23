// The shape of a matrix; any object of this shape is one.

/** A matrix in row-major order: entry (i, j), from 0, is `data[i * columns + j]`. */
export interface Matrix<A extends Float64Array | Float32Array = Float64Array> {
  readonly rows: number;
  readonly columns: number;
  readonly data: A;
}
