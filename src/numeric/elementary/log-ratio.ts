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

/** logarithms[2n] + logarithms[2n + 1] = ln(n / 64), computed when it is first wanted. */
const logarithms = /* @__PURE__ */ new Float64Array(258);

function logarithmHead(n: number): number {
  if (n !== 64 && logarithms[2 * n] === 0) {
    const s = artanhHead(n - 64, 0, n + 64, 0, 69);
    const sTail = tail[0]!;
    const head = twoSum(2 * s, 2 * artanhRest[0]!);
    logarithms[2 * n + 1] = tail[0]! + 2 * (sTail + artanhRest[1]!);
    logarithms[2 * n] = head;
  }
  tail[0] = logarithms[2 * n + 1]!;
  return logarithms[2 * n]!;
}

/**
 * ln(2ᵏ (a + aTail) / (b + bTail)) with high and low parts, where a and b are between 1/2 and 8, and their tails at most some
 * ulps of them.
 *
 * @returns the high part; the low part is left in {@link tail}. The relative error of their sum is below 2⁻¹⁰⁰; near 0 this
 * holds if a - b is known so well
 */
export function logRatioHead(a: number, aTail: number, b: number, bTail: number, k: number): number {
  // 2ᵏ a / b = 2^power · c · ratio, where c is a multiple of 1/64 and ratio nearly 1.
  let power = k;
  let scale = 1;
  for (; scale * a < 0.7 * b; power--) scale *= 2;
  for (; scale * a >= 1.4 * b; power++) scale /= 2;
  const n = Math.floor((64 * scale * a) / b + 0.5);
  const high = scale * a;
  const low = scale * aTail;
  const cb = productHead(n / 64, 0, b, bTail);
  const cbTail = tail[0]!;
  const gap = twoSum(high, -cb);
  const d = twoSum(gap, tail[0]! + (low - cbTail));
  const dTail = tail[0]!;
  const m = twoSum(high, cb);
  const s = artanhHead(d, dTail, m, tail[0]! + (low + cbTail));
  const sTail = tail[0]!;
  const small = quickTwoSum(2 * s, 2 * artanhRest[0]!);
  const smallTail = tail[0]! + 2 * (sTail + artanhRest[1]!);
  const ofC = logarithmHead(n);
  const ofCTail = tail[0]!;
  const ln2 = logarithmHead(128);
  const ofPower = productHead(power, 0, ln2, tail[0]!);
  const ofPowerTail = tail[0]!;
  const large = twoSum(ofPower, ofC);
  const largeTail = tail[0]! + (ofPowerTail + ofCTail);
  const logarithm = twoSum(large, small);
  return quickTwoSum(logarithm, tail[0]! + (largeTail + smallTail));
}
