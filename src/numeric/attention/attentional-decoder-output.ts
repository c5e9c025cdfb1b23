import { tail } from "../elementary/error-free.js";
import { timesPowerOfTwo } from "../elementary/exponent.js";
import { quotientOf } from "../elementary/quotient.js";
import { asMatrix, type MatrixLike } from "../matrix.js";
import { asVector } from "../vectors.js";
import { requireColumns } from "./shapes.js";
import { liftedPower, stepsOf, weighRow } from "./weigh-row.js";

/** The parameters of {@link attentionalDecoderOutput}. */
export interface AttentionalDecoderOutputParameters {
  /** V, a matrix K×|s| with a row for each of the K classes. */
  readonly V: MatrixLike;
}

/**
 * The output of an attentional decoder: p(y | …) = softmax(V s).
 *
 * Each probability is within 1 ulp, whatever cancels, overflows or underflows in V s. An infinite entry of V s has
 * probability 1 if it is the only one, which is the limit; NaN, or two of them, give NaN everywhere.
 *
 * @param s the decoder's state; not changed
 * @param parameters V
 * @returns K probabilities
 * @throws ShapeError if the sizes do not fit; TypeError if s is no vector or V no matrix
 */
export function attentionalDecoderOutput(
  s: ArrayLike<number>,
  { V }: AttentionalDecoderOutputParameters,
): Float64Array {
  const state = asVector("s", s);
  const weights = asMatrix("V", V);
  requireColumns("V", weights, "s has entries", state.length);
  const size = weights.rows;
  const scores = {
    high: new Float64Array(size),
    low: new Float64Array(size),
    powers: new Float64Array(size),
    hasTiny: false,
  };
  const scoring = {
    queries: { rows: 1, columns: state.length, data: state },
    keys: weights,
    scale: 1,
    scaleTail: 0,
    scaleHigh: 1,
    scaleLow: 0,
    norm: 0,
    // e⁻⁷⁶⁰ is below half the smallest double.
    lowest: -760,
    isStrict: true,
  };
  const sum = weighRow(scoring, scores, 0, 0, size, undefined);
  const sumTail = tail[0]!;
  if (sum !== sum) return new Float64Array(size).fill(NaN);
  return scores.powers.map((power, k) => {
    if (power === 0) return 0;
    const exponent = scores.high[k]!;
    const head = liftedPower(exponent, scores.low[k]!);
    return timesPowerOfTwo(quotientOf(head, tail[0]!, sum, sumTail), -520 * stepsOf(exponent));
  });
}
