// The arguments of the losses over classes: one observation or many, whose targets are classes or distributions.

import { requireProbabilities } from "../domains.js";
import { DomainError, ShapeError } from "../errors.js";
import { asMatrix, type Matrix, type MatrixLike } from "../matrix.js";
import { asVector } from "../vectors.js";

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
  const P = single ? rowMatrix(asVector(name, predictions)) : asMatrix(name, predictions);
  const { rows: count, columns: classes, data } = P;
  const observations = { count, classes, predictions: data, single };
  if (single && typeof targets === "number") {
    requireClass("targets", targets, classes);
    return { ...observations, indices: Float64Array.of(targets), weights: undefined };
  }
  if (!single && !isMatrix(targets as ClassTargets)) {
    const indices = asVector("targets", targets as ArrayLike<number>);
    if (indices.length !== count) {
      throw new ShapeError(
        `targets must have as many entries as ${name} has rows, ${count}, but has ${indices.length}`,
      );
    }
    for (let i = 0; i < count; i++) requireClass(`targets[${i}]`, indices[i]!, classes);
    return { ...observations, indices, weights: undefined };
  }
  const T = single
    ? rowMatrix(asVector("targets", targets as ArrayLike<number>))
    : asMatrix("targets", targets as MatrixLike);
  if (T.rows !== count || T.columns !== classes) {
    throw new ShapeError(
      single
        ? `targets must have as many entries as ${name}, ${classes}, but has ${T.columns}`
        : `targets must have as many rows and columns as ${name}, ${count} and ${classes}, but has ${T.rows} and ${T.columns}`,
    );
  }
  requireProbabilities(placeIn("targets", T, single), T.data);
  return { ...observations, indices: undefined, weights: T.data };
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

function isMatrix(value: ArrayLike<number> | MatrixLike): value is MatrixLike {
  const candidate: unknown = value;
  if (typeof candidate !== "object" || candidate === null) return false;
  if ("data" in candidate) return true;
  const first: unknown = Array.isArray(candidate) ? candidate[0] : undefined;
  return typeof first === "object" && first !== null;
}

function rowMatrix(data: Float64Array): Matrix {
  return { rows: 1, columns: data.length, data };
}

function requireClass(place: string, index: number, classes: number): void {
  if (Number.isInteger(index) && index >= 0 && index < classes) return;
  throw new DomainError(`${place} must be a class, a whole number from 0 to ${classes - 1}, but is ${index}`);
}
