// The losses over classes: one observation or many, whose targets are classes or distributions.

import { entryOf, type Place, requireProbabilities } from "../domains.js";
import { rescaled } from "../elementary/range.js";
import { outOfDomain, wrongSize } from "../errors.js";
import { asMatrix, isMatrix, type MatrixLike } from "../matrix.js";
import { asVector } from "../vectors.js";
import { type LossOptions, reduced, reductionOf } from "./reduction.js";

/** Targets that go with a vector of predictions: a class, from 0, or a probability for each class. */
export type ClassTarget = number | ArrayLike<number>;

/** Targets that go with a matrix of predictions: a class for each row, or a matrix of probabilities. */
export type ClassTargets = ArrayLike<number> | MatrixLike;

/** Observations, one a row, with the weight 1 on one class of each or with a weight for each class. */
export interface Observations {
  /** The number of classes. */
  readonly columns: number;
  /** The predictions, one row after the other. */
  readonly data: Float64Array;
  /** Of each observation its class, from 0, if `areClasses`, or else the weights of the classes, one row after the other. */
  readonly targets: Float64Array;
  readonly areClasses: boolean;
}

/** Adds the losses of the observations from, …, to - 1, times a power of two, to a sum in two parts. */
export type AddLosses = (
  sum: Float64Array,
  observations: Observations,
  from: number,
  to: number,
  scale: number,
) => void;

/**
 * The loss of one observation, a vector, or of several, the rows of a matrix.
 *
 * @param name what the predictions are called, for the messages
 * @param check refuses predictions outside the domain
 * @throws ShapeError if sizes do not fit; DomainError if a class or a weight is none; TypeError for wrong types
 */
export function lossOverClasses(
  targets: ClassTarget | ClassTargets,
  predictions: ArrayLike<number> | MatrixLike,
  options: LossOptions,
  addLosses: AddLosses,
  name: string,
  check?: (place: Place, predictions: Float64Array) => void,
): number | Float64Array {
  const reduction = reductionOf(options);
  // One observation is the only row, whose name is that of the argument.
  const isOne = !isMatrix(predictions);
  const rowsOf = (argument: string): Place => (isOne ? () => argument : entryOf(argument));
  const { rows, columns, data, at } = asMatrix(name, isOne ? [predictions] : predictions, rowsOf(name));
  check?.(at, data);
  const given = (isOne ? [targets] : targets) as ClassTargets;
  const areClasses = !isMatrix(given);
  const T = areClasses
    ? { data: asVector("targets", given), rows: given.length, columns: 1, at: rowsOf("targets") }
    : asMatrix("targets", given, rowsOf("targets"));
  const width = areClasses ? 1 : columns;
  if (T.rows !== rows || T.columns !== width) {
    throw wrongSize("targets", `${rows} × ${width} entries, to fit ${name}`, `${T.rows} × ${T.columns}`);
  }
  if (!areClasses) requireProbabilities(T.at, T.data);
  for (let i = 0; areClasses && i < rows; i++) {
    const each = T.data[i]!;
    if (each >>> 0 === each && each < columns) continue;
    throw outOfDomain(T.at(i), `a class, a whole number from 0 to ${columns - 1}`, each);
  }
  const observations = { columns, data, targets: T.data, areClasses };
  return reduced(isOne ? "sum" : reduction, rows, (from, to, divisor) =>
    rescaled(divisor, (sum, scale) => {
      addLosses(sum, observations, from, to, scale);
    }),
  );
}
