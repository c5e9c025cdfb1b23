// How the classes of two clusterings of the same items overlap.

import { encodeLabels, type Label } from "../labels.js";
import { requireSameLength } from "../vectors.js";

/**
 * The cells of the contingency table that are not empty: `counts[c]` items are in class `rows[c]` of the first clustering
 * and in class `columns[c]` of the second.
 */
export interface Contingency {
  /** The number of items. */
  readonly total: number;
  readonly rowSums: Int32Array;
  readonly columnSums: Int32Array;
  readonly rows: Int32Array;
  readonly columns: Int32Array;
  readonly counts: Int32Array;
}

/**
 * Counts the overlaps in time and memory proportional to the number of items, however many classes there are.
 *
 * @throws ShapeError, TypeError or DomainError if the arguments are not two vectors of labels of one length
 */
export function contingency(labelsU: ArrayLike<Label>, labelsV: ArrayLike<Label>): Contingency {
  // One by one, as the classes of one clustering have nothing to do with those of the other.
  const U = encodeLabels(["labelsU", labelsU]);
  const V = encodeLabels(["labelsV", labelsV]);
  requireSameLength("labelsU", labelsU, "labelsV", labelsV);
  const u = U.codes[0]!;
  const v = V.codes[0]!;
  const total = u.length;
  const rowSums = sizes(u, U.classes.length);
  const columnSums = sizes(v, V.classes.length);

  // The columns of all items, row by row.
  const grouped = new Int32Array(total);
  const next = new Int32Array(rowSums.length);
  for (let r = 1; r < next.length; r++) next[r] = next[r - 1]! + rowSums[r - 1]!;
  for (let i = 0; i < total; i++) grouped[next[u[i]!]!++] = v[i]!;

  // The cell of each column in the row at hand; those of earlier rows are below the row's first cell.
  const cellOf = new Int32Array(columnSums.length).fill(-1);
  const rows = new Int32Array(total);
  const columns = new Int32Array(total);
  const counts = new Int32Array(total);
  let cells = 0;
  for (let r = 0, i = 0; r < rowSums.length; r++) {
    const firstCell = cells;
    for (const end = next[r]!; i < end; i++) {
      const column = grouped[i]!;
      let cell = cellOf[column]!;
      if (cell < firstCell) {
        cell = cellOf[column] = cells++;
        rows[cell] = r;
        columns[cell] = column;
      }
      counts[cell]!++;
    }
  }
  return {
    total,
    rowSums,
    columnSums,
    rows: rows.subarray(0, cells),
    columns: columns.subarray(0, cells),
    counts: counts.subarray(0, cells),
  };
}

function sizes(codes: Int32Array, classes: number): Int32Array {
  const result = new Int32Array(classes);
  for (const code of codes) result[code]!++;
  return result;
}

/** Σ n (n - 1) / 2: how many pairs of items are in the same cell. Exact up to 1.3e8 items. */
export function pairsWithin(counts: Int32Array): number {
  let pairs = 0;
  for (const count of counts) pairs += (count * (count - 1)) / 2;
  return pairs;
}
