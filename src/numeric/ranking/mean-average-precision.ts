import { type UndefinedOptions, undefinedValueOf } from "../choice.js";
import { type PositiveOptions } from "../classification/confusion-counts.js";
import { weightedMean } from "../elementary/parts.js";
import { wrongSize, wrongType } from "../errors.js";
import { type Label } from "../labels.js";
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
    throw wrongType("queries", "an array of { labels, scores }", candidate);
  }
  if (queries.length === 0) throw wrongSize("queries", "at least one entry", "none");
  const headAt = (q: number): number => {
    const query = queries[q] as Query | null | undefined;
    if (typeof query !== "object" || query === null) {
      throw wrongType(`queries[${q}]`, "{ labels, scores }", query);
    }
    const split = scoresByLabel(query.labels, query.scores, options.positive, `queries[${q}].`);
    return averagePrecisionHead(split, undefinedValue);
  };
  return weightedMean(queries.length, () => 1, headAt, undefinedValue);
}
