import { dotHead } from "../elementary/dot.js";
import { tail } from "../elementary/error-free.js";
import { type Matrix, transpose } from "../matrix.js";
import type { Parts } from "./scores.js";
import { requireRows } from "./shapes.js";

/**
 * X W with high and low parts: scores are differences of products of these, and show what a rounding loses.
 *
 * @throws ShapeError that names both if the sizes do not fit
 */
export function project(xName: string, X: Matrix, wName: string, W: Matrix): Required<Parts> {
  requireRows(wName, W, `${xName} has columns`, X.columns);
  const columnsOfW = transpose(W).data;
  const data = new Float64Array(X.rows * W.columns);
  const low = new Float64Array(data.length);
  for (let at = 0, i = 0; i < X.rows; i++) {
    for (let j = 0; j < W.columns; j++, at++) {
      data[at] = dotHead(X.data, i * X.columns, columnsOfW, j * X.columns, X.columns);
      low[at] = tail[0]!;
    }
  }
  return { rows: X.rows, columns: W.columns, data, low };
}
