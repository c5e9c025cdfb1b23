// The arguments of the losses over classes: one observation or many, whose targets are classes or distributions.

import { requireProbabilities } from "../domains.js";
import { outOfDomain, wrongSize } from "../errors.js";
import { asMatrix, type Matrix, type MatrixLike } from "../matrix.js";
import { asVector, requireSameLength } from "../vectors.js";

/** Observations, one a row, with the weight 1 on one class of each or with a weight for each class. */
export interface Observations {
  readonly count: number;
  readonly classes: number;
  /** One row after the other. */
  readonly predictions: Float64Array;
  /** Of each observation its class, from 0; or else undefined. */
  readonly indices: Float64Array | undefined;
  /** Of each observation the probabilities of the classes, one row after the other; or else undefined. */
  readonly weights: Float64Array | undefined;
  /** Whether there is one observation that was not given as a row of a matrix. */
  readonly single: boolean;
}

/** Targets that go with a vector of predictions: a class, from 0, or a probability for each class. */
export type ClassTarget = number | ArrayLike<number>;

/** Targets that go with a matrix of predictions: a class for each row, or a matrix of probabilities. */
export type ClassTargets = ArrayLike<number> | MatrixLike;

/**
 * Reads the two arguments of a loss over classes.
 *
 * @param name what the predictions are called, for the messages
 * @throws ShapeError if sizes do not fit; DomainError if a class or a weight is none; TypeError for wrong types
 */
export function observationsOf(
  targets: ClassTarget | ClassTargets,
  predictions: ArrayLike<number> | MatrixLike,
  name: string,
): Observations {
  const single = !isMatrix(predictions);
  const { rows: count, columns: classes, data } = rowsOf(name, predictions, single);
  const observations = { count, classes, predictions: data, single };
  if (single ? typeof targets === "number" : !isMatrix(targets)) {
    const indices = single
      ? Float64Array.of(targets as number)
      : asVector("targets", targets as ArrayLike<number>);
    if (indices.length !== count) {
      throw wrongSize("targets", `as many entries as ${name} has rows, ${count}`, indices.length);
    }
    indices.forEach((index, i) => {
      if (Number.isInteger(index) && index >= 0 && index < classes) return;
      const expected = `a class, a whole number from 0 to ${classes - 1}`;
      throw outOfDomain(single ? "targets" : `targets[${i}]`, expected, index);
    });
    return { ...observations, indices, weights: undefined };
  }
  const T = rowsOf("targets", targets as ArrayLike<number> | MatrixLike, single);
  if (single) requireSameLength(name, data, "targets", T.data);
  if (T.rows !== count || T.columns !== classes) {
    const expected = `as many rows and columns as ${name}, ${count} and ${classes}`;
    throw wrongSize("targets", expected, `${T.rows} and ${T.columns}`);
  }
  requireProbabilities(placeIn("targets", T, single), T.data);
  return { ...observations, indices: undefined, weights: T.data };
}

/** A matrix, or a vector as its only row. */
function rowsOf(name: string, value: ArrayLike<number> | MatrixLike, single: boolean): Matrix {
  if (!single) return asMatrix(name, value as MatrixLike);
  const data = asVector(name, value as ArrayLike<number>);
  return { rows: 1, columns: data.length, data };
}

/** Refuses predictions that are no probabilities. */
export function requireProbabilityRows({ predictions, classes, single }: Observations): void {
  requireProbabilities(placeIn("predictions", { columns: classes }, single), predictions);
}

/** Where entry i of a matrix stands, for the messages. */
export function placeIn(
  name: string,
  { columns }: { readonly columns: number },
  single = false,
): (i: number) => string {
  return (i) => (single ? `${name}[${i}]` : `${name}[${Math.floor(i / columns)}][${i % columns}]`);
}

function isMatrix(value: unknown): value is MatrixLike {
  if (typeof value !== "object" || value === null) return false;
  const first: unknown = Array.isArray(value) ? value[0] : undefined;
  return "data" in value || (typeof first === "object" && first !== null);
}
