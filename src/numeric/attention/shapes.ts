// Checks that matrices and vectors fit each other, for the functions of this folder.

import { wrongSize } from "../errors.js";
import type { Matrix } from "../matrix.js";

/**
 * Refuses a matrix with another number of columns.
 *
 * @param counted what gives the number, for the message: "as many columns as …, 3"
 */
export function requireColumns(name: string, M: Matrix, counted: string, columns: number): void {
  if (M.columns !== columns) throw wrongSize(name, `as many columns as ${counted}, ${columns}`, M.columns);
}

/** Refuses a matrix with another number of rows. */
export function requireRows(name: string, M: Matrix, counted: string, rows: number): void {
  if (M.rows !== rows) throw wrongSize(name, `as many rows as ${counted}, ${rows}`, M.rows);
}
