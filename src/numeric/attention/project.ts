import { dotHead } from "../elementary/dot.js";
import { tail } from "../elementary/error-free.js";
import { exponentOf, timesPowerOfTwo } from "../elementary/exponent.js";
import { type Matrix, transpose } from "../matrix.js";
import type { Parts } from "./scores.js";
import { requireRows } from "./shapes.js";

/**
 * X W with high and low parts: scores are differences of products of these, and show what a rounding loses. If an entry is
 * beyond the doubles, all are kept with a power of two.
 *
 * @throws ShapeError that names both if the sizes do not fit
 */
export function project(xName: string, X: Parts, wName: string, W: Matrix): Parts {
  requireRows(wName, W, `${xName} has columns`, X.columns);
  const columns = transpose(W);
  if ((X.power ?? 0) === 0) {
    const product = productOfRows(X, columns);
    if (product.data.every((x) => x - x === 0)) return product;
  }
  return productOfRows(scaledDown(X), scaledDown(columns));
}

/** X Yᵀ in two parts. */
function productOfRows(X: Parts, Y: Parts): Parts & { readonly power: number } {
  const { rows, columns, power = 0 } = X;
  const data = new Float64Array(rows * Y.rows);
  const low = new Float64Array(data.length);
  for (let at = 0, i = 0; i < rows; i++) {
    for (let j = 0; j < Y.rows; j++, at++) {
      const head = dotHead(X.data, i * columns, Y.data, j * columns, columns);
      let rest = tail[0]!;
      if (X.low !== undefined && head - head === 0) {
        for (let k = 0; k < columns; k++) rest += X.low[i * columns + k]! * Y.data[j * columns + k]!;
      }
      data[at] = head;
      low[at] = rest;
    }
  }
  return { rows, columns: Y.rows, data, low, power: power + (Y.power ?? 0) };
}

/** The same matrix with entries below 2, beside a power of two. */
function scaledDown<M extends Parts>(X: M): M & { readonly power: number } {
  const largest = X.data.reduce((top, x) => (Math.abs(x) < Infinity ? Math.max(top, Math.abs(x)) : top), 0);
  const exponent = largest === 0 ? 0 : exponentOf(largest);
  const scale = (x: number): number => timesPowerOfTwo(x, -exponent);
  return { ...X, data: X.data.map(scale), low: X.low?.map(scale), power: (X.power ?? 0) + exponent };
}
