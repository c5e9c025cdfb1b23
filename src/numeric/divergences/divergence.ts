// What the Kullback-Leibler and the Jensen-Shannon divergence have in common: sums of terms that are not negative.

import { entryOf, requireNonNegative } from "../domains.js";
import { quickTwoSum, tail, twoProduct, twoSum } from "../elementary/error-free.js";
import { addExactly, createExactSum, EXPONENT, headOfSum } from "../elementary/exact-sum.js";
import { exponentOf, timesPowerOfTwo } from "../elementary/exponent.js";
import { logRatioHead } from "../elementary/log-ratio.js";
import { quotientHead, quotientOf } from "../elementary/quotient.js";
import { asVector, requireSameLength } from "../vectors.js";
import { powerToMiddle, scaledToMiddle } from "./normalized.js";

/**
 * A term ≥ 0 of a divergence, from a, b ≥ 0 that are not both 0, as high and low parts, and from d = a - b. Where b may have
 * underflowed, it is 2^-lift (lifted + liftedTail).
 *
 * @returns the high part; the low part is left in tail
 */
export type Term = (
  a: number,
  aTail: number,
  b: number,
  bTail: number,
  d: number,
  dTail: number,
  lifted: number,
  liftedTail: number,
  lift: number,
) => number;

/** Reads two vectors p and q of the same length with entries ≥ 0. */
export function twoDistributions(p: ArrayLike<number>, q: ArrayLike<number>): [Float64Array, Float64Array] {
  const first = asVector("p", p);
  const second = asVector("q", q);
  requireSameLength("p", first, "q", second);
  requireNonNegative(entryOf("p"), first);
  requireNonNegative(entryOf("q"), second);
  return [first, second];
}

/** Σ term(p / Σp, q / Σq), divided by a logarithm. */
export function normalizedDivergence(
  p: Float64Array,
  q: Float64Array,
  logOfBase: number,
  logOfBaseTail: number,
  term: Term,
): number {
  const x = scaledToMiddle(p);
  const y = scaledToMiddle(q);
  const yPower = powerToMiddle(q);
  const xSum = sumHead(x);
  const xSumTail = tail[0]!;
  const ySum = sumHead(y);
  const ySumTail = tail[0]!;
  let sum = 0;
  let sumTail = 0;
  for (let i = 0; i < x.length; i++) {
    // A common denominator makes fractions of fractions unnecessary: a / b = (x / Σx) / (y / Σy).
    const a = twoProduct(x[i]!, ySum);
    const aTail = tail[0]! + x[i]! * ySumTail;
    const b = twoProduct(y[i]!, xSum);
    const bTail = tail[0]! + y[i]! * xSumTail;
    if (a === 0 && b === 0) continue;
    const gap = twoSum(a, -b);
    let d = twoSum(gap, tail[0]! + (aTail - bTail));
    let dTail = tail[0]!;
    // 2⁻⁴⁰: here 106 bits of a and b are too few for the difference.
    if (Math.abs(d) < 9.094947017729282e-13 * a) {
      const exact = createExactSum();
      addExactly(exact, x[i]!, ySum);
      addExactly(exact, x[i]!, ySumTail);
      addExactly(exact, -y[i]!, xSum);
      addExactly(exact, -y[i]!, xSumTail);
      const head = headOfSum(exact);
      dTail = timesPowerOfTwo(tail[0]!, exact[EXPONENT]!);
      d = timesPowerOfTwo(head, exact[EXPONENT]!);
    }
    let lifted = b;
    let liftedTail = bTail;
    let lift = 0;
    if (y[i]! < 1e-271 && b !== 0) {
      lift = 1200;
      const entry = timesPowerOfTwo(q[i]!, yPower + lift);
      lifted = twoProduct(entry, xSum);
      liftedTail = tail[0]! + entry * xSumTail;
    }
    const part = term(a, aTail, b, bTail, d, dTail, lifted, liftedTail, lift);
    sumTail += tail[0]!;
    sum = twoSum(sum, part);
    sumTail += tail[0]!;
  }
  if (sum === Infinity) return sum / logOfBase;
  const nats = quotientHead(sum, sumTail, logOfBase, logOfBaseTail);
  const half = quotientHead(nats, tail[0]!, xSum, xSumTail);
  return quotientOf(half, tail[0]!, ySum, ySumTail);
}

function sumHead(vector: Float64Array): number {
  let sum = 0;
  let sumTail = 0;
  for (let i = 0; i < vector.length; i++) {
    sum = twoSum(sum, vector[i]!);
    sumTail += tail[0]!;
  }
  return twoSum(sum, sumTail);
}

/**
 * a ln(2ᵏ a / b) with high and low parts, for a, b > 0; NaN if one of them is not finite.
 *
 * @returns the high part; the low part is left in tail
 */
export function scaledLogRatioHead(a: number, aTail: number, b: number, bTail: number, k: number): number {
  if (a - a !== 0 || b - b !== 0) return (tail[0] = NaN);
  const aExponent = exponentOf(a);
  const bExponent = exponentOf(b);
  const logarithm = logRatioHead(
    timesPowerOfTwo(a, -aExponent),
    timesPowerOfTwo(aTail, -aExponent),
    timesPowerOfTwo(b, -bExponent),
    timesPowerOfTwo(bTail, -bExponent),
    aExponent - bExponent + k,
  );
  const logarithmTail = tail[0]!;
  const product = twoProduct(a, logarithm);
  tail[0] = tail[0]! + (a * logarithmTail + aTail * logarithm);
  return product;
}

/**
 * d s (1 + correction(s)) with s = d / (a + b), where the correction is a small number.
 *
 * @returns the high part; the low part is left in tail
 */
export function nearTermHead(
  d: number,
  dTail: number,
  a: number,
  b: number,
  tails: number,
  correction: (s: number) => number,
): number {
  const sum = twoSum(a, b);
  const s = quotientHead(d, dTail, sum, tail[0]! + tails);
  const sTail = tail[0]!;
  const square = twoProduct(d, s);
  return quickTwoSum(square, tail[0]! + (d * sTail + dTail * s) + square * correction(s));
}
