import { wrongType } from "../errors.js";
import { asMatrix, type Matrix, type MatrixLike, row } from "../matrix.js";
import { asVector } from "../vectors.js";
import { isVector } from "./attention-weights.js";

/** An alignment model a(s, h): how well a state s and an annotation h fit. */
export type AlignmentScore = (s: Float64Array, h: Float64Array) => number;

/**
 * Energies of an alignment model: eᵢⱼ = a(sᵢ₋₁, hⱼ).
 *
 * @param score a, a function of one state and one annotation; it is called once for each pair, and gets views on the rows,
 *   into which it must not write
 * @param states one state s, or a matrix of n rows sᵢ₋₁; not changed
 * @param H the annotations, a matrix of T rows hⱼ; not changed
 * @returns T energies for one state; a matrix n×T of them, a row for each state, otherwise
 * @throws TypeError if score is no function, or if another argument is neither vector nor matrix; ShapeError if one is empty
 */
export function attentionEnergy(score: AlignmentScore, states: MatrixLike, H: MatrixLike): Matrix;
export function attentionEnergy(
  score: AlignmentScore,
  states: ArrayLike<number>,
  H: MatrixLike,
): Float64Array;
export function attentionEnergy(
  score: AlignmentScore,
  states: ArrayLike<number> | MatrixLike,
  H: MatrixLike,
): Float64Array | Matrix {
  if (typeof score !== "function") throw wrongType("score", "a function of two vectors", score);
  const annotations = asMatrix("H", H);
  const energiesOf = (s: Float64Array): Float64Array =>
    Float64Array.from({ length: annotations.rows }, (_, j) => score(s, row(annotations, j)));
  if (isVector(states)) return energiesOf(asVector("states", states));
  const given = asMatrix("states", states);
  const energies = new Float64Array(given.rows * annotations.rows);
  for (let i = 0; i < given.rows; i++) energies.set(energiesOf(row(given, i)), i * annotations.rows);
  return { rows: given.rows, columns: annotations.rows, data: energies };
}
