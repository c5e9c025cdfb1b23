import type { MatrixLike } from "../matrix.js";
import type { Cell } from "./rnn-cell.js";
import { states } from "./rnn-encoder.js";

/**
 * Recurrent decoder: sₜ = RNN_dec(yₜ, sₜ₋₁) for t = 1, …, T.
 *
 * What y₁ is, such as a mark of the beginning, and whether yₜ is the last output or the right one (teacher forcing), is for the
 * caller to say.
 *
 * @param cell RNN_dec, such as lstmCell(…), gruCell(…), rnnCell(…), or any function of an input and a state
 * @param inputs y₁, …, y_T: a matrix, of which each row is an input, or an array of vectors; they are not changed
 * @param initial s₀, the state before the first input, such as the last of an encoder
 * @returns all states, s₁, …, s_T
 * @throws ShapeError if there is no input; TypeError if cell is no function or inputs are none; and what the cell throws
 */
export function rnnDecoder<State, Next extends State>(
  cell: Cell<State, Next>,
  inputs: MatrixLike,
  initial: State,
): Next[] {
  return states("inputs", cell, inputs, initial);
}
