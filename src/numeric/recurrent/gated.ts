// What cells do with the arguments of their gates.

import { sigmoidHead } from "../activations/sigmoid.js";
import { tanhHead } from "../activations/tanh.js";
import { quickTwoSum, tail, twoSum } from "../elementary/error-free.js";
import { expHead } from "../elementary/exp.js";
import { timesPowerOfTwo } from "../elementary/exponent.js";
import { productHead, sumHead } from "../elementary/parts.js";
import { quotientHead } from "../elementary/quotient.js";
import { wideProductHead } from "../elementary/wide-product.js";

/** ln 2 = LN2 + LN2_TAIL */
const LN2 = 0.6931471805599453;
const LN2_TAIL = 2.3190468138462996e-17;

/**
 * σ(a + aTail) · (s + sTail) with high and low parts, also where σ alone is below all doubles. An infinite s gives itself,
 * which is the limit, unless the gate is shut: a = -∞.
 *
 * @param precise whether σ has 93 bits instead of 57, unless it is below 2⁻⁹⁰⁰
 * @returns the high part; the low part is left in {@link tail}
 */
export function gatedHead(a: number, aTail: number, s: number, sTail: number, precise = false): number {
  if (s - s !== 0) {
    tail[0] = 0;
    return a > -Infinity ? s : NaN;
  }
  if (a < -700) {
    tail[0] = 0;
    if (a < -2200) return 0;
    // σ(a) is eᵃ, the fourth power of e^(a/4).
    const high = expHead(a / 4, aTail / 4);
    const root = quickTwoSum(high, tail[0]);
    const rootTail = tail[0];
    let head = s;
    tail[0] = sTail;
    for (let n = 0; n < 4; n++) head = wideProductHead(head, tail[0], root, rootTail);
    return head;
  }
  if (a > 700) {
    tail[0] = sTail;
    return s;
  }
  const high = precise ? preciseSigmoidHead(a, aTail) : sigmoidHead(a, aTail);
  const gate = quickTwoSum(high, tail[0]!);
  return wideProductHead(gate, tail[0]!, s, sTail);
}

/**
 * σ(a) · s + σ(b) · tanh(c), each of a, b and c in two parts: what the cells of gates remember of a state s, and what they
 * take up of a candidate.
 *
 * @returns the high part; the low part is left in {@link tail}
 */
export function mixedHead(
  a: number,
  aTail: number,
  s: number,
  b: number,
  bTail: number,
  c: number,
  cTail: number,
): number {
  const kept = gatedHead(a, aTail, s, 0);
  const keptTail = tail[0]!;
  const candidate = tanhHead(c, cTail);
  const taken = gatedHead(b, bTail, candidate, tail[0]!);
  return sumHead(kept, keptTail, taken, tail[0]!);
}

/**
 * σ(a + aTail) with high and low parts, for |a| ≤ 700. The relative error of their sum is below 2⁻⁹³ unless it is itself below
 * 2⁻⁹⁰⁰.
 */
function preciseSigmoidHead(a: number, aTail: number): number {
  // e^-|a| = 2ᵏ (e^r)⁶⁴
  const sign = a < 0 ? 1 : -1;
  const k = Math.floor((sign * a) / LN2 + 0.5);
  const multiple = productHead(k, 0, LN2, LN2_TAIL);
  const multipleTail = tail[0]!;
  const reduced = sumHead(sign * a, sign * aTail, -multiple, -multipleTail) / 64;
  const reducedTail = tail[0]! / 64;
  let power = 1;
  tail[0] = 0;
  for (let n = 10; n > 0; n--) {
    const product = productHead(power, tail[0], reduced, reducedTail);
    const term = quotientHead(product, tail[0], n, 0);
    power = sumHead(1, 0, term, tail[0]);
  }
  for (let n = 0; n < 6; n++) power = productHead(power, tail[0], power, tail[0]);
  const e = timesPowerOfTwo(power, k);
  const eTail = timesPowerOfTwo(tail[0], k);
  const whole = twoSum(1, e);
  const wholeTail = tail[0] + eTail;
  return a < 0 ? quotientHead(e, eTail, whole, wholeTail) : quotientHead(1, 0, whole, wholeTail);
}
