import { dotHead } from "../elementary/dot.js";
import { tail } from "../elementary/error-free.js";
import { addExactly, createExactSum, EXPONENT, type ExactSum, headOfSum } from "../elementary/exact-sum.js";
import { type Matrix, transpose } from "../matrix.js";
import type { Parts } from "./scores.js";
import { requireRows } from "./shapes.js";

/**
 * X W with high and low parts: scores are differences of products of these, and show what a rounding loses. If an entry is
 * beyond the doubles or near their lower end, all are computed without error and kept with shifts.
 *
 * @throws ShapeError that names both if the sizes do not fit
 */
export function project(xName: string, X: Parts, wName: string, W: Matrix): Parts {
  requireRows(wName, W, `${xName} has columns`, X.columns);
  const Y = transpose(W);
  const data = new Float64Array(X.rows * W.columns);
  const low = new Float64Array(data.length);
  const product = { rows: X.rows, columns: W.columns, data, low };
  const register = createExactSum();
  let isOrdinary = X.shifts === undefined;
  for (let at = 0; isOrdinary && at < data.length; at++) {
    const i = Math.floor(at / W.columns);
    const j = at - i * W.columns;
    const d = X.columns;
    const head = dotHead(X.data, i * d, Y.data, j * d, d);
    let rest = tail[0]!;
    if (X.low !== undefined) {
      for (let k = 0; k < d; k++) rest += X.low[i * d + k]! * Y.data[j * d + k]!;
    }
    data[at] = head;
    low[at] = rest;
    // What looks like 0 must be 0.
    isOrdinary =
      Math.abs(head) < Infinity && (Math.abs(head) > 1e-200 || exactEntry(register, X, i, Y, j) === 0);
  }
  if (isOrdinary) return product;
  const shifts = new Int16Array(data.length);
  for (let at = 0; at < data.length; at++) {
    const i = Math.floor(at / W.columns);
    data[at] = exactEntry(register, X, i, Y, at - i * W.columns);
    low[at] = tail[0]!;
    shifts[at] = register[EXPONENT]! / 20;
  }
  return { ...product, shifts };
}

/** Row i of X times row j of Y without error, but for the power of two that is left in the register. */
function exactEntry(register: ExactSum, X: Parts, i: number, Y: Matrix, j: number): number {
  register.fill(0);
  const d = X.columns;
  for (let k = 0; k < d; k++) {
    const y = Y.data[j * d + k]!;
    const shift = X.shifts?.[i * d + k] ?? 0;
    addExactly(register, X.data[i * d + k]!, y, shift);
    if (X.low !== undefined) addExactly(register, X.low[i * d + k]!, y, shift);
  }
  return headOfSum(register);
}
