import { dotHead } from "../elementary/dot.js";
import { quickTwoSum, tail, twoSum } from "../elementary/error-free.js";
import { expHead } from "../elementary/exp.js";
import { exponentsExactly } from "./exact-exponents.js";
import { normOf, type Scores, type Scoring } from "./scores.js";

/** Exponents below this one are those of powers whose products with values may underflow: {@link liftedPower}. */
export const LOW = -318;
/** e to this power is so small that not even the largest double times it shows beside the smallest. */
export const LOWEST = -1525;

/** 520 ln 2 = LIFT + LIFT_TAIL; the head has 40 bits. */
const LIFT = 360.43653389113024;
const LIFT_TAIL = 4.132212552210452e-11;

/** 2²⁷ + 1, which splits a double into two halves of 26 bits. */
const SPLITTER = 134217729;

/**
 * Weighs the keys 0, …, count - 1 for query i: makes of its dot products, in `scores` from `at` on, the exponents
 * xⱼ = sⱼ - r, where r is near the largest score, and the powers exp(xⱼ).
 *
 * The dot products are plain ones, and stay so only where their error does not show; what is better than that is computed
 * here.
 *
 * With δ the error of a plain score, its standard deviation is some 0.12 · 2⁻⁵³ · ‖q‖ ‖k‖ · scale (measured, for 64 normal
 * entries). Below the bound of 12 this is 1.4 · 2⁻⁵³, and a δ changes a result by δ times the key's share of it. So keys
 * whose weight is above 1/64 get a better score; the many others' errors average out, to some 0.2 · 2⁻⁵³ or, if the values
 * are as uneven as `isStrict` lets them pass, to δ in the worst case. The first of this is measured, not proven.
 *
 * @param bias what is added to the scores, -∞ for keys that are forbidden; undefined if nothing is
 * @returns Σⱼ exp(xⱼ), its low part in {@link tail}; 0 if every key is forbidden; NaN if the weights are undefined
 */
export function weighRow(
  scoring: Scoring,
  scores: Scores,
  i: number,
  at: number,
  count: number,
  bias: Float64Array | undefined,
): number {
  const { queries, keys, scale } = scoring;
  const { high, low, powers } = scores;
  const d = keys.columns;
  let top = -Infinity;
  let reference = -1;
  let isRegular = true;
  let largestBias = 0;
  let allowed = 0;
  for (let j = 0; j < count; j++) {
    const added = bias === undefined ? 0 : bias[j]!;
    powers[at + j] = 0;
    if (added === -Infinity) continue;
    powers[at + j] = 1;
    allowed++;
    largestBias = Math.max(largestBias, Math.abs(added));
    const score = high[at + j]! * scale + added;
    if (score > top) {
      top = score;
      reference = j;
    }
    // Infinite scores may be dot products that overflowed.
    if (score - score !== 0) isRegular = false;
  }
  if (allowed === 0) return (tail[0] = 0);

  const bound = normOf(queries.data, i * d, d) * scoring.norm * Math.abs(scale) + largestBias;
  const isPlain = isRegular && bound <= 12 && !scoring.isStrict;
  if (!isPlain) {
    const floor = isRegular ? top + scoring.lowest - (d + 16) * 2e-15 * bound : -Infinity;
    let largest = 0;
    top = -Infinity;
    for (let j = 0; j < count; j++) {
      if (powers[at + j] === 0) continue;
      // Also kept where the floor is NaN.
      if (high[at + j]! * scale + (bias?.[j] ?? 0) < floor) {
        powers[at + j] = 0;
        continue;
      }
      const dot = accurateDot(scoring, i, j);
      high[at + j] = dot;
      low[at + j] = tail[0]!;
      const score = dot * scale + (bias?.[j] ?? 0);
      largest = Math.max(largest, Math.abs(dot));
      if (score > top) {
        top = score;
        reference = j;
      }
    }
    // Above 2³⁸ differences of dot products need more than two doubles hold. NaN is not below either.
    if (!(largest < 274877906944 && Math.abs(scale) <= 2 && top - top === 0)) {
      if (exponentsExactly(scoring, scores, i, at, count, bias))
        return sumOfPowers(scoring, scores, at, count);
      return NaN;
    }
  }

  const referenceHigh = high[at + reference]!;
  const referenceLow = low[at + reference]!;
  const referenceBias = bias === undefined ? 0 : bias[reference]!;
  for (let j = 0; j < count; j++) {
    if (powers[at + j] === 0) continue;
    const difference = twoSum(high[at + j]!, -referenceHigh);
    const differenceTail = tail[0]! + (low[at + j]! - referenceLow);
    high[at + j] = exponentOf(
      scoring,
      difference,
      differenceTail,
      bias === undefined ? 0 : bias[j]!,
      referenceBias,
    );
    low[at + j] = tail[0]!;
  }
  let sum = sumOfPowers(scoring, scores, at, count);
  let sumTail = tail[0]!;
  if (!isPlain) return sum;

  const heavy = sum / 64;
  for (let j = 0; j < count; j++) {
    const before = powers[at + j]!;
    if (before < heavy) continue;
    const dot = accurateDot(scoring, i, j);
    const dotTail = tail[0]!;
    const difference = twoSum(dot, -referenceHigh);
    const differenceTail = tail[0]! + (dotTail - referenceLow);
    high[at + j] = exponentOf(
      scoring,
      difference,
      differenceTail,
      bias === undefined ? 0 : bias[j]!,
      referenceBias,
    );
    low[at + j] = tail[0]!;
    const power = expHead(high[at + j]!, tail[0]!);
    powers[at + j] = power + tail[0]!;
    sum = twoSum(sum, powers[at + j]! - before);
    sumTail += tail[0]!;
  }
  return twoSum(sum, sumTail);
}

/** scale · (difference + differenceTail) + bias - referenceBias; its low part is left in {@link tail}. */
function exponentOf(
  { scale, scaleHigh, scaleLow, scaleTail }: Scoring,
  difference: number,
  differenceTail: number,
  bias: number,
  referenceBias: number,
): number {
  // twoProduct without its scaling: both factors are moderate.
  const product = difference * scale;
  const split = SPLITTER * difference;
  const high = split - (split - difference);
  const rest = difference - high;
  const productTail =
    rest * scaleLow -
    (product - high * scaleHigh - rest * scaleHigh - high * scaleLow) +
    (difference * scaleTail + differenceTail * scale);
  if (bias === referenceBias) return quickTwoSum(product, productTail);
  const addend = twoSum(bias, -referenceBias);
  const addendTail = tail[0]!;
  const exponent = twoSum(product, addend);
  return quickTwoSum(exponent, tail[0]! + addendTail + productTail);
}

/** The dot product of query i and key j in two parts. */
function accurateDot({ queries, keys }: Scoring, i: number, j: number): number {
  const d = keys.columns;
  const dot = dotHead(queries.data, i * d, keys.data, j * d, d);
  if (queries.low === undefined && keys.low === undefined) return dot;
  let rest = tail[0]!;
  for (let k = 0; k < d; k++) {
    rest +=
      queries.data[i * d + k]! * (keys.low?.[j * d + k] ?? 0) +
      (queries.low?.[i * d + k] ?? 0) * keys.data[j * d + k]!;
  }
  return twoSum(dot, rest);
}

/** Makes the powers of the exponents, and adds them up. */
function sumOfPowers({ lowest }: Scoring, { high, low, powers }: Scores, at: number, count: number): number {
  let sum = 0;
  let sumTail = 0;
  for (let j = at; j < at + count; j++) {
    if (powers[j] === 0) continue;
    const exponent = high[j]!;
    if (exponent < LOW) {
      // Too small for the sum; and not 0, as it counts where other values are 0.
      powers[j] = exponent < lowest ? 0 : 5e-324;
      continue;
    }
    const head = expHead(exponent, low[j]!);
    const power = head + tail[0]!;
    powers[j] = power;
    const next = sum + power;
    const added = next - sum;
    sumTail += sum - (next - added) + (power - added);
    sum = next;
  }
  return twoSum(sum, sumTail);
}

/**
 * exp(x + r) · 2^(520 · steps) for x ≥ -1525, where steps is the number that makes it a normal double with digits to spare.
 *
 * @returns the high part; the low part is left in {@link tail}. {@link stepsOf} gives the steps
 */
export function liftedPower(x: number, r: number): number {
  const steps = stepsOf(x);
  if (steps === 0) return expHead(x, r);
  const lifted = twoSum(x, steps * LIFT);
  return expHead(lifted, tail[0]! + (steps * LIFT_TAIL + r));
}

/** The number of factors 2⁵²⁰ in {@link liftedPower}. */
export function stepsOf(x: number): number {
  return x < LOW ? Math.floor((LOW - x) / LIFT) + 1 : 0;
}
