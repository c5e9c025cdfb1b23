import { wrongType } from "../errors.js";
import { asMatrix, type MatrixLike, row } from "../matrix.js";
import type { Cell } from "./rnn-cell.js";

/**
 * Recurrent encoder: hₜ = RNN_enc(xₜ, hₜ₋₁) for t = 1, …, T.
 *
 * @param cell RNN_enc, such as lstmCell(…), gruCell(…), rnnCell(…), or any function of an input and a state
 * @param inputs x₁, …, x_T: a matrix, of which each row is an input, or an array of vectors; they are not changed
 * @param initial h₀, the state before the first input
 * @returns all states, h₁, …, h_T
 * @throws ShapeError if there is no input; TypeError if cell is no function or inputs are none; and what the cell throws
 */
export function rnnEncoder<State, Next extends State>(
  cell: Cell<State, Next>,
  inputs: MatrixLike,
  initial: State,
): Next[] {
  return states("inputs", cell, inputs, initial);
}

/** The states of a cell over some inputs, of which `name` is for the messages. */
export function states<State, Next extends State>(
  name: string,
  cell: Cell<State, Next>,
  inputs: MatrixLike,
  initial: State,
): Next[] {
  const candidate: unknown = cell;
  if (typeof candidate !== "function") throw wrongType("cell", "a function of x and a state", candidate);
  const X = asMatrix(name, inputs);
  const all: Next[] = [];
  let state = initial;
  for (let t = 0; t < X.rows; t++) {
    const next = cell(row(X, t), state);
    all.push(next);
    state = next;
  }
  return all;
}
