// The product of a block of rows by a matrix, as attention takes it twice: queries by keys, weights by values.

/** How many rows are multiplied at once; the rows of a block that are missing are zeros or left over, and not looked at. */
export const BLOCK = 8;

/** The number of rows that a packed matrix is filled up to with zeros. */
export function evened(rows: number): number {
  return rows + (rows & 1);
}

/**
 * A matrix in panels of four columns, each stored row after row, rows and columns filled up with zeros to even numbers and
 * to multiples of four: so that the product reads memory in order.
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
  const height = evened(rows);
  const packed = new Float64Array(height * 4 * Math.floor((columns + 3) / 4));
  for (let c = 0; c < columns; c++) {
    const panel = (c - (c & 3)) * height + (c & 3);
    for (let k = 0; k < rows; k++) packed[panel + 4 * k] = data[k * rowStride + c * columnStride]! * factor;
  }
  return packed;
}

/**
 * A · B of the block A, BLOCK rows of which each begins `aStride` after the one before, by the first `inner` rows (an even
 * number) and the first `columns` columns of a packed B, with high and low parts.
 *
 * Sixteen terms are added up plainly, by pairs, and such sums then with their rounding errors, in registers (as TwoSum does
 * where the sum so far is the larger one; where it is not, the error is one more of the sixteen terms' own). So the error is
 * that of sums of sixteen terms, whatever the number of terms; and the low part keeps what a score, of which differences
 * are taken, loses in its last rounding. This takes some 1.1 times as long as a plain sum.
 *
 * @param height the rows of the packed B
 * @param high gets the high parts, a row of the result each `stride` entries; `low` the low parts
 */
export function multiplyBlock(
  A: Float64Array,
  aStride: number,
  inner: number,
  packed: Float64Array,
  height: number,
  columns: number,
  high: Float64Array,
  low: Float64Array,
  stride: number,
): void {
  for (let c = 0; c < columns; c += 4) {
    for (let r = 0; r < BLOCK; r += 2) {
      // Two rows by four columns: sums in two parts (h, l), (g, m), and in s and t the sixteen terms at hand.
      let h0 = 0;
      let l0 = 0;
      let h1 = 0;
      let l1 = 0;
      let h2 = 0;
      let l2 = 0;
      let h3 = 0;
      let l3 = 0;
      let g0 = 0;
      let m0 = 0;
      let g1 = 0;
      let m1 = 0;
      let g2 = 0;
      let m2 = 0;
      let g3 = 0;
      let m3 = 0;
      let next: number;
      let b = c * height;
      let a = r * aStride;
      const end = a + inner;
      while (a < end) {
        const chunkEnd = Math.min(a + 16, end);
        let s0 = 0;
        let s1 = 0;
        let s2 = 0;
        let s3 = 0;
        let t0 = 0;
        let t1 = 0;
        let t2 = 0;
        let t3 = 0;
        for (; a < chunkEnd; a += 2, b += 8) {
          const x = A[a]!;
          const y = A[a + aStride]!;
          const xNext = A[a + 1]!;
          const yNext = A[a + aStride + 1]!;
          const b0 = packed[b]!;
          const c0 = packed[b + 4]!;
          s0 += x * b0 + xNext * c0;
          t0 += y * b0 + yNext * c0;
          const b1 = packed[b + 1]!;
          const c1 = packed[b + 5]!;
          s1 += x * b1 + xNext * c1;
          t1 += y * b1 + yNext * c1;
          const b2 = packed[b + 2]!;
          const c2 = packed[b + 6]!;
          s2 += x * b2 + xNext * c2;
          t2 += y * b2 + yNext * c2;
          const b3 = packed[b + 3]!;
          const c3 = packed[b + 7]!;
          s3 += x * b3 + xNext * c3;
          t3 += y * b3 + yNext * c3;
        }
        next = h0 + s0;
        l0 += s0 - (next - h0);
        h0 = next;
        next = h1 + s1;
        l1 += s1 - (next - h1);
        h1 = next;
        next = h2 + s2;
        l2 += s2 - (next - h2);
        h2 = next;
        next = h3 + s3;
        l3 += s3 - (next - h3);
        h3 = next;
        next = g0 + t0;
        m0 += t0 - (next - g0);
        g0 = next;
        next = g1 + t1;
        m1 += t1 - (next - g1);
        g1 = next;
        next = g2 + t2;
        m2 += t2 - (next - g2);
        g2 = next;
        next = g3 + t3;
        m3 += t3 - (next - g3);
        g3 = next;
      }
      const i = r * stride + c;
      const j = i + stride;
      high[i] = h0;
      low[i] = l0;
      high[j] = g0;
      low[j] = m0;
      high[i + 1] = h1;
      low[i + 1] = l1;
      high[j + 1] = g1;
      low[j + 1] = m1;
      high[i + 2] = h2;
      low[i + 2] = l2;
      high[j + 2] = g2;
      low[j + 2] = m2;
      high[i + 3] = h3;
      low[i + 3] = l3;
      high[j + 3] = g3;
      low[j + 3] = m3;
    }
  }
}
