import { type UndefinedOptions, undefinedValueOf } from "../choice.js";
import { type PositiveOptions } from "../classification/confusion-counts.js";
import { tail, twoSum } from "../elementary/error-free.js";
import { quotientHead } from "../elementary/quotient.js";
import { ShapeError } from "../errors.js";
import { type Label } from "../labels.js";
import { describe } from "../vectors.js";
import { averagePrecisionHead } from "./average-precision.js";
import { scoresByLabel } from "./scores-by-label.js";

/** A query's documents: which are relevant, and how they were scored. */
export interface Query {
  readonly labels: ArrayLike<Label>;
  readonly scores: ArrayLike<number>;
}

/**
 * Mean average precision: MAP = (1 / Q) Σ_q AP(q), the mean of the average precisions of Q queries.
 *
 * Within 1 ulp. The average precision of a query without positives is 0 / 0, and with it the mean, unless
 * `undefinedValue` takes its place; scikit-learn, which has average precision only, returns 0 for such a query.
 *
 * @param queries for each query the true labels and the scores of its items; at least one query
 * @param options.positive the positive class; 1 for numbers, true for booleans unless given
 * @param options.undefinedValue the average precision of a query without positives; NaN unless given
 * @returns a share in [0, 1]; NaN if a score is NaN
 * @throws ShapeError if there is no query; else as {@link averagePrecision} does for a query
 */
export function meanAveragePrecision(
  queries: readonly Query[],
  options: PositiveOptions & UndefinedOptions = {},
): number {
  const undefinedValue = undefinedValueOf(options);
  const candidate: unknown = queries;
  if (!Array.isArray(candidate)) {
    throw new TypeError(`queries must be an array of { labels, scores }, but is ${describe(candidate)}`);
  }
  if (queries.length === 0) throw new ShapeError("queries must have at least one entry, but is empty");
  let sum = 0;
  let sumTail = 0;
  queries.forEach((query: Query | null | undefined, q) => {
    if (typeof query !== "object" || query === null) {
      throw new TypeError(`queries[${q}] must be { labels, scores }, but is ${describe(query)}`);
    }
    const split = scoresByLabel(query.labels, query.scores, options.positive, `queries[${q}].`);
    const head = averagePrecisionHead(split, undefinedValue);
    const rest = tail[0]!;
    sum = twoSum(sum, head);
    sumTail += tail[0]! + rest;
  });
  // An undefinedValue of ∞ has no tail.
  if (!Number.isFinite(sum)) return sum;
  const mean = quotientHead(sum, sumTail, queries.length, 0);
  return mean + tail[0]!;
}
