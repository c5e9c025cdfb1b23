import { dotHead } from "../elementary/dot.js";
import { quickTwoSum, tail, twoSum } from "../elementary/error-free.js";
import { expHead } from "../elementary/exp.js";
import { exponentsExactly } from "./exact-exponents.js";
import { normOf, type Scores, type Scoring } from "./scores.js";

/** Exponents below this one are those of powers whose products with values may underflow: {@link liftedPower}. */
const LOW = -318;
/** e to this power is so small that not even the largest double times it shows beside the smallest. */
export const LOWEST = -1525;
/** The same of values that are products of two doubles, and are multiplied by a third. */
export const LOWEST_OF_PRODUCTS = -4000;

/** The weight from which on a key is treated with twice the digits. */
export const HEAVY = 1 / 32;

/** Up to so many keys all are. */
export const FEW = 64;

/** A power that is too small for sums, and not 0, as it counts where other values are 0. */
const TINY = 5e-324;

/** 520 ln 2 = LIFT + LIFT_TAIL; the head has 40 bits. */
const LIFT = 360.43653389113024;
const LIFT_TAIL = 4.132212552210452e-11;

/** 2²⁷ + 1, which splits a double into two halves of 26 bits. */
const SPLITTER = 134217729;

/**
 * Weighs the keys 0, …, count - 1 for query i: makes of its dot products, in `scores` from `at` on, the exponents
 * xⱼ = sⱼ - r, where r is near the largest score, and the powers exp(xⱼ).
 *
 * The dot products are plain ones, and stay so only where their errors do not show; all others are computed here.
 *
 * The error of a plain score has, in units of 2⁻⁵³ ‖q‖ ‖k‖ · scale, a standard deviation of 0.38, 0.28, 0.14 and 0.07 for 4, 16,
 * 64 and 256 normal entries, and of 0.52, 0.63, 0.33 and 0.16 for positive ones (measured). Where ‖q‖ ‖k‖ · scale is at most
 * 1.5 √d, that is up to 1.7 · 2⁻⁵³, or 4 · 2⁻⁵³ for positive entries; it changes a result by the key's share of it. Keys of
 * large weight get a better score, and more than {@link FEW} are needed, so that of the others there are many, whose errors
 * average out. If the values of a column are very uneven, a key of small weight may have a large share: then `isStrict` is
 * set. So this is measured, and is no proof; all else is good to the last digits of a weight whatever the scores are.
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
  scores.hasTiny = false;
  const d = keys.columns;
  let top = -Infinity;
  let reference = -1;
  let irregular = 0;
  let largestBias = 0;
  let forbidden = 0;
  powers.fill(1, at, at + count);
  for (let j = 0; j < count; j++) {
    let score = high[at + j]! * scale;
    if (bias !== undefined) {
      const added = bias[j]!;
      if (added === -Infinity) {
        powers[at + j] = 0;
        forbidden++;
        continue;
      }
      if (!(Math.abs(added) <= largestBias)) largestBias = Math.abs(added);
      score += added;
    }
    // Infinite scores may be dot products that overflowed.
    irregular += score - score;
    if (score > top) {
      top = score;
      reference = j;
    }
  }
  if (forbidden === count) return (tail[0] = 0);

  const hasShifts = queries.shifts !== undefined || keys.shifts !== undefined;
  const isRegular = irregular === 0 && !hasShifts;
  const bound = normOf(queries.data, i * d, d) * scoring.norm * Math.abs(scale);
  const isPlain =
    isRegular && bound <= 1.5 * Math.sqrt(d) && largestBias < 1e9 && count > FEW && !scoring.isStrict;
  if (!isPlain) {
    const floor = isRegular ? top + scoring.lowest - (d + 16) * 2e-15 * (bound + largestBias) : -Infinity;
    let largestDot = 0;
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
      largestDot = Math.max(largestDot, Math.abs(dot));
      if (score > top) {
        top = score;
        reference = j;
      }
    }
    // Above 2³⁸ differences of dot products need more than two doubles hold. NaN is not below either.
    if (!(largestDot < 274877906944 && Math.abs(scale) <= 2 && top - top === 0 && !hasShifts)) {
      if (exponentsExactly(scoring, scores, i, at, count, bias))
        return sumOfPowers(scoring, scores, at, count);
      return NaN;
    }
  }

  const origin: Origin = [high[at + reference]!, low[at + reference]!, bias?.[reference] ?? 0];
  let sum = weighKeys(scoring, scores, at, count, bias, origin);
  // Scores beside a very large bias are no guide to the largest one; then the powers may have overflowed.
  if (!(sum < 2 * count)) {
    subtractLargest(scores, at, count);
    sum = sumOfPowers(scoring, scores, at, count);
  }
  return isPlain ? improveHeavy(scoring, scores, i, at, count, bias, origin, sum) : sum;
}

/** The dot product, in two parts, and the bias of the key whose score is subtracted from all. */
type Origin = readonly [high: number, low: number, bias: number];

/**
 * Makes exponents of the dot products, and powers of these.
 *
 * @returns the sum of the powers; its low part is left in {@link tail}
 */
function weighKeys(
  scoring: Scoring,
  scores: Scores,
  at: number,
  count: number,
  bias: Float64Array | undefined,
  [originHigh, originLow, originBias]: Origin,
): number {
  const { high, low, powers } = scores;
  const { scale, scaleTail, scaleHigh, scaleLow, lowest } = scoring;
  let sum = 0;
  let sumTail = 0;
  for (let j = at; j < at + count; j++) {
    if (powers[j] === 0) continue;
    // As scaled(…) of twoSum(…), written out: this loop is where the time goes that products do not take.
    const dot = high[j]!;
    const difference = dot - originHigh;
    const added = difference - dot;
    const differenceTail = dot - (difference - added) - (originHigh + added) + (low[j]! - originLow);
    const product = difference * scale;
    const split = SPLITTER * difference;
    const half = split - (split - difference);
    const rest = difference - half;
    const productTail =
      rest * scaleLow -
      (product - half * scaleHigh - rest * scaleHigh - half * scaleLow) +
      (difference * scaleTail + differenceTail * scale);
    let exponent = product + productTail;
    let exponentTail = product - exponent + productTail;
    if (bias !== undefined) {
      tail[0] = exponentTail;
      exponent = withBias(exponent, bias[j - at]!, originBias);
      exponentTail = tail[0];
    }
    high[j] = exponent;
    low[j] = exponentTail;
    if (exponent < LOW) {
      powers[j] = powerBelow(scores, exponent, lowest);
      continue;
    }
    const head = expHead(exponent, exponentTail);
    const power = head + tail[0]!;
    powers[j] = power;
    const next = sum + power;
    const summand = next - sum;
    sumTail += sum - (next - summand) + (power - summand) + (head - power + tail[0]!);
    sum = next;
  }
  return twoSum(sum, sumTail);
}

/** Computes the scores of keys of large weight again; returns the new sum of powers. */
function improveHeavy(
  scoring: Scoring,
  { high, low, powers }: Scores,
  i: number,
  at: number,
  count: number,
  bias: Float64Array | undefined,
  [originHigh, originLow, originBias]: Origin,
  sumBefore: number,
): number {
  const heavy = sumBefore * HEAVY;
  let sum = sumBefore;
  let sumTail = tail[0]!;
  for (let j = 0; j < count; j++) {
    if (powers[at + j]! < heavy) continue;
    const before = expHead(high[at + j]!, low[at + j]!);
    const beforeTail = tail[0]!;
    const dot = accurateDot(scoring, i, j);
    const dotTail = tail[0]!;
    const difference = twoSum(dot, -originHigh);
    let exponent = scaled(scoring, difference, tail[0]! + (dotTail - originLow));
    if (bias !== undefined) exponent = withBias(exponent, bias[j]!, originBias);
    high[at + j] = exponent;
    low[at + j] = tail[0]!;
    const head = expHead(exponent, tail[0]!);
    const rest = tail[0]!;
    powers[at + j] = head + rest;
    sum = twoSum(sum, head - before);
    sumTail += tail[0]! + (rest - beforeTail);
  }
  return twoSum(sum, sumTail);
}

/** scale · (difference + differenceTail); its low part is left in {@link tail}. */
function scaled(
  { scale, scaleHigh, scaleLow, scaleTail }: Scoring,
  difference: number,
  differenceTail: number,
): number {
  // twoProduct, written out.
  const product = difference * scale;
  const split = SPLITTER * difference;
  const high = split - (split - difference);
  const rest = difference - high;
  const productTail = rest * scaleLow - (product - high * scaleHigh - rest * scaleHigh - high * scaleLow);
  return quickTwoSum(product, productTail + (difference * scaleTail + differenceTail * scale));
}

/** exponent + {@link tail} + bias - originBias; its low part is left in {@link tail} again. */
function withBias(exponent: number, bias: number, originBias: number): number {
  const exponentTail = tail[0]!;
  const addend = twoSum(bias, -originBias);
  const addendTail = tail[0]!;
  const sum = twoSum(exponent, addend);
  return quickTwoSum(sum, tail[0]! + addendTail + exponentTail);
}

/** Subtracts the largest exponent from all. */
function subtractLargest({ high, low, powers }: Scores, at: number, count: number): void {
  let top = -Infinity;
  for (let j = at; j < at + count; j++) if (powers[j] !== 0 && high[j]! > top) top = high[j]!;
  for (let j = at; j < at + count; j++) {
    const exponent = twoSum(high[j]!, -top);
    high[j] = quickTwoSum(exponent, tail[0]! + low[j]!);
    low[j] = tail[0]!;
  }
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

/** The power of an exponent below {@link LOW}: 0 if it does not count. */
function powerBelow(scores: Scores, exponent: number, lowest: number): number {
  if (exponent < lowest) return 0;
  scores.hasTiny = true;
  return TINY;
}

/** Makes the powers of the exponents, and adds them up. */
function sumOfPowers({ lowest }: Scoring, scores: Scores, at: number, count: number): number {
  const { high, low, powers } = scores;
  let sum = 0;
  let sumTail = 0;
  for (let j = at; j < at + count; j++) {
    if (powers[j] === 0) continue;
    const exponent = high[j]!;
    if (exponent < LOW) {
      powers[j] = powerBelow(scores, exponent, lowest);
      continue;
    }
    const head = expHead(exponent, low[j]!);
    const power = head + tail[0]!;
    powers[j] = power;
    const next = sum + power;
    const added = next - sum;
    sumTail += sum - (next - added) + (power - added) + (head - power + tail[0]!);
    sum = next;
  }
  return twoSum(sum, sumTail);
}

/**
 * exp(x + r) · 2^(520 · steps) for x ≥ -4000, where steps is the number that makes it a normal double with digits to spare.
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
