// Logarithms of 100 bits, for sums of them that cancel.

import { quickTwoSum, tail, twoSum } from "./error-free.js";
import { productHead } from "./parts.js";
import { quotientHead } from "./quotient.js";

/** What {@link artanhHead} leaves: artanh(s) - s, head and tail. */
export const artanhRest = /* @__PURE__ */ new Float64Array(2);

/**
 * artanh(s) = s + s³/3 + s⁵/5 + …, up to the power `last`, for s = (d + dTail) / (m + mTail): s with high and low parts,
 * and what follows it in {@link artanhRest}.
 *
 * The relative error of both is below 2⁻¹⁰⁰ if s^(last / 2) is below 2⁻⁵⁰.
 *
 * @returns the high part of s; the low part is left in {@link tail}
 */
export function artanhHead(d: number, dTail: number, m: number, mTail: number, last = 15): number {
  const s = quotientHead(d, dTail, m, mTail);
  const sTail = tail[0]!;
  const x = productHead(s, sTail, s, sTail);
  const xTail = tail[0]!;
  let series = 0;
  let n = last;
  // These terms are so small beside s that doubles are enough.
  for (; 2 * n > last; n -= 2) series = series * x + 1 / n;
  let seriesTail = 0;
  for (; n > 1; n -= 2) {
    const product = productHead(series, seriesTail, x, xTail);
    const productTail = tail[0]!;
    const coefficient = quotientHead(1, 0, n, 0);
    const coefficientTail = tail[0]!;
    series = twoSum(coefficient, product);
    seriesTail = tail[0]! + (coefficientTail + productTail);
  }
  const cube = productHead(s, sTail, x, xTail);
  artanhRest[0] = productHead(cube, tail[0]!, series, seriesTail);
  artanhRest[1] = tail[0]!;
  tail[0] = sTail;
  return s;
}

/** ln 2 = LN2_HEAD + LN2_TAIL */
const LN2_HEAD = 0.6931471805599453;
const LN2_TAIL = 2.3190468138462996e-17;

/**
 * ln(2ᵏ (a + aTail) / (b + bTail)) with high and low parts, where a and b are between 1/2 and 16, and their tails at most some
 * ulps of them.
 *
 * @returns the high part; the low part is left in {@link tail}. The relative error of their sum is below 2⁻¹⁰⁰; near 0 this
 * holds if a - b is known so well
 */
export function logRatioHead(a: number, aTail: number, b: number, bTail: number, k: number): number {
  // 2ᵏ a / b = 2^power · scale · a / b, where scale · a / b is from 0.7 to 1.4.
  let power = k;
  let scale = 1;
  for (; scale * a < 0.7 * b; power--) scale *= 2;
  for (; scale * a >= 1.4 * b; power++) scale /= 2;
  const high = scale * a;
  const low = scale * aTail;
  const gap = twoSum(high, -b);
  const d = twoSum(gap, tail[0]! + (low - bTail));
  const dTail = tail[0]!;
  const m = twoSum(high, b);
  const s = artanhHead(d, dTail, m, tail[0]! + (low + bTail), 41);
  const sTail = tail[0]!;
  const small = quickTwoSum(2 * s, 2 * artanhRest[0]!);
  const smallTail = tail[0]! + 2 * (sTail + artanhRest[1]!);
  const large = productHead(power, 0, LN2_HEAD, LN2_TAIL);
  const largeTail = tail[0]!;
  const logarithm = twoSum(large, small);
  return quickTwoSum(logarithm, tail[0]! + (largeTail + smallTail));
}
