// The product of a block of rows by a matrix, as attention takes it twice: queries by keys, weights by values.

/** How many rows are multiplied at once; the rows of a block that are missing are zeros or left over, and not looked at. */
export const BLOCK = 8;

/**
 * A matrix in panels of four columns, each stored row after row, the last filled up with zeros: so that the product reads
 * memory in order.
 *
 * Entry (k, c) of the matrix is data[k · rowStride + c · columnStride] · factor.
 */
export function packColumns(
  data: Float64Array,
  rows: number,
  columns: number,
  rowStride: number,
  columnStride: number,
  factor: number,
): Float64Array {
  const packed = new Float64Array(rows * 4 * Math.floor((columns + 3) / 4));
  for (let c = 0; c < columns; c++) {
    const panel = (c - (c & 3)) * rows + (c & 3);
    for (let k = 0; k < rows; k++) packed[panel + 4 * k] = data[k * rowStride + c * columnStride]! * factor;
  }
  return packed;
}

/**
 * A · B of the block A, BLOCK rows of which each begins `aStride` after the one before, by the first `inner` rows and the
 * first `columns` columns of a packed B, with high and low parts.
 *
 * Eight terms are added up as they come, and such sums then without error. So the error is that of sums of eight terms,
 * whatever the number of terms; and a low part keeps what a score, of which differences are taken, loses in the last
 * rounding.
 *
 * @param high gets the high parts, a row of the result each `stride` entries; `low` the low parts
 */
export function multiplyBlock(
  A: Float64Array,
  aStride: number,
  inner: number,
  packed: Float64Array,
  packedRows: number,
  columns: number,
  high: Float64Array,
  low: Float64Array,
  stride: number,
): void {
  for (let c = 0; c < columns; c += 4) {
    for (let r = 0; r < BLOCK; r += 2) {
      let a = r * aStride;
      let b = c * packedRows;
      const to = r * stride + c;
      high.fill(0, to, to + 4);
      high.fill(0, to + stride, to + stride + 4);
      low.fill(0, to, to + 4);
      low.fill(0, to + stride, to + stride + 4);
      const end = a + inner;
      while (a < end) {
        const chunkEnd = Math.min(a + 8, end);
        let s0 = 0;
        let s1 = 0;
        let s2 = 0;
        let s3 = 0;
        let t0 = 0;
        let t1 = 0;
        let t2 = 0;
        let t3 = 0;
        for (; a < chunkEnd; a++, b += 4) {
          const x = A[a]!;
          const y = A[a + aStride]!;
          const b0 = packed[b]!;
          const b1 = packed[b + 1]!;
          const b2 = packed[b + 2]!;
          const b3 = packed[b + 3]!;
          s0 += x * b0;
          s1 += x * b1;
          s2 += x * b2;
          s3 += x * b3;
          t0 += y * b0;
          t1 += y * b1;
          t2 += y * b2;
          t3 += y * b3;
        }
        addTo(high, low, to, s0);
        addTo(high, low, to + 1, s1);
        addTo(high, low, to + 2, s2);
        addTo(high, low, to + 3, s3);
        addTo(high, low, to + stride, t0);
        addTo(high, low, to + stride + 1, t1);
        addTo(high, low, to + stride + 2, t2);
        addTo(high, low, to + stride + 3, t3);
      }
    }
  }
}

/** Adds x to entry i of a result in two parts. */
function addTo(high: Float64Array, low: Float64Array, i: number, x: number): void {
  const before = high[i]!;
  const sum = before + x;
  const added = sum - before;
  high[i] = sum;
  low[i]! += before - (sum - added) + (x - added);
}
