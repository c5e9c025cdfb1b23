// How the classes of two clusterings of the same items overlap.

import { type EncodedLabels, encodeLabels, type Label } from "../labels.js";
import { requireSameLength } from "../vectors.js";

/** The sizes of classes of two clusterings and of their overlaps. */
export interface Contingency {
  /** The number of items. */
  readonly total: number;
  /** How many items are in each class of the first clustering, and of the second. */
  readonly rowSums: Int32Array;
  readonly columnSums: Int32Array;
  /** How many items are in each cell of the table that is not empty. */
  readonly counts: Int32Array;
  /** The row's sum times the column's sum, of each of these cells. */
  readonly products: readonly number[];
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
  const rows = U.codes[0]!;
  const columns = V.codes[0]!;
  const width = V.classes.length;
  // The cells of the table are numbered row by row, and these numbers are labels in their turn.
  const numbers = new Float64Array(rows.length);
  for (let i = 0; i < numbers.length; i++) numbers[i] = rows[i]! * width + columns[i]!;
  const cells = encodeLabels(["cells", numbers]);
  const rowSums = sizesOfClasses(U);
  const columnSums = sizesOfClasses(V);
  return {
    total: numbers.length,
    rowSums,
    columnSums,
    counts: sizesOfClasses(cells),
    products: (cells.classes as number[]).map(
      (cell) => rowSums[Math.floor(cell / width)]! * columnSums[cell % width]!,
    ),
  };
}

function sizesOfClasses({ classes, codes }: EncodedLabels): Int32Array {
  const sizes = new Int32Array(classes.length);
  for (const code of codes[0]!) sizes[code]!++;
  return sizes;
}

/** Σ n (n - 1) / 2: how many pairs of items are in the same cell. Exact up to 1.3e8 items. */
export function pairsWithin(counts: Int32Array): number {
  let pairs = 0;
  for (const count of counts) pairs += (count * (count - 1)) / 2;
  return pairs;
}
