// Sums of p ln(p / q) that cancel, with logarithms of 100 bits: slow, and only where pairs of doubles are not enough.

import { tail, twoProduct, twoSum } from "./error-free.js";
import { ExactSum } from "./exact-sum.js";
import { exponentOf, timesPowerOfTwo } from "./exponent.js";
import { quotientHead } from "./quotient.js";

/** ln 2 = LN2_HEAD + LN2_TAIL, to 110 bits. */
const LN2_HEAD = 0.6931471805599453;
const LN2_TAIL = 2.3190468138462996e-17;

/**
 * Σᵢ p(i) ln(p(i) / q(i)) over i = 0, …, count - 1, divided by divisor + divisorTail; p, q ≥ 0.
 *
 * Right to the last digit unless the terms cancel more than 40 of their bits beyond those of a double; a sum that is
 * below 2⁻⁹² of its terms is 0, since what is left of the terms is then no more than their rounding. 0 ln 0 = 0,
 * and terms that are not finite are taken at the limit.
 */
export function sumOfLogRatios(
  count: number,
  p: (i: number) => number,
  q: (i: number) => number,
  divisor: number,
  divisorTail: number,
): number {
  const sum = new ExactSum();
  let size = 0;
  for (let i = 0; i < count; i++) size += Math.abs(addLogRatio(sum, p(i), q(i)));
  const head = sum.head();
  if (Math.abs(timesPowerOfTwo(head, sum.exponent)) < size * 2.0194839173657902e-28) return 0;
  return sum.quotient(divisor, divisorTail);
}

/** Adds p ln(p / q), and gives the size of what is added. */
function addLogRatio(sum: ExactSum, p: number, q: number): number {
  if (p === 0 && q >= 0) return 0;
  if (!(p < Infinity && q > 0 && q < Infinity)) {
    sum.add(infiniteTerm(p, q));
    return 0;
  }
  // p = 2^exponent a and q = 2^(exponent - k) b with 0.75 ≤ a / b < 1.5.
  let exponent = exponentOf(p);
  let a = timesPowerOfTwo(p, -exponent);
  let b = timesPowerOfTwo(q, -exponentOf(q));
  let k = exponent - exponentOf(q);
  if (a < 0.75 * b) {
    a *= 2;
    exponent--;
    k--;
  } else if (a >= 1.5 * b) {
    b *= 2;
    k++;
  }
  // ln(a / b) = 2 artanh(s) = 2 (s + s³ c) with s = (a - b) / (a + b) and c = 1/3 + s²/5 + s⁴/7 + …
  const d = twoSum(a, -b);
  const dTail = tail[0]!;
  const m = twoSum(a, b);
  const s = quotientHead(d, dTail, m, tail[0]!);
  const sTail = tail[0]!;
  const x = productHead(s, sTail, s, sTail);
  const xTail = tail[0]!;
  let c = 0;
  let cTail = 0;
  for (let n = 47; n >= 3; n -= 2) {
    const product = productHead(c, cTail, x, xTail);
    const productTail = tail[0]!;
    const inverse = quotientHead(1, 0, n, 0);
    c = sumHead(inverse, tail[0]!, product, productTail);
    cTail = tail[0]!;
  }
  if (k === 0 && Math.abs(s) < 0.0625) {
    // p ln(p / q) = (p - q) + g, and g = (a - b) s (1 + s (1 + s) c) does not cancel.
    const one = sumHead(1, 0, s, sTail);
    const y = productHead(one, tail[0]!, s, sTail);
    const z = productHead(y, tail[0]!, c, cTail);
    const factor = sumHead(1, 0, z, tail[0]!);
    const factorTail = tail[0]!;
    const ds = productHead(d, dTail, s, sTail);
    const g = productHead(ds, tail[0]!, factor, factorTail);
    const shift = Math.floor(exponent / 20);
    const unit = timesPowerOfTwo(1, exponent - 20 * shift);
    sum.add(tail[0]!, unit, shift);
    sum.add(g, unit, shift);
    sum.add(p);
    sum.add(-q);
    return Math.abs(p - q) + timesPowerOfTwo(g, exponent);
  }
  const cube = productHead(s, sTail, x, xTail);
  const far = productHead(cube, tail[0]!, c, cTail);
  const half = sumHead(s, sTail, far, tail[0]!);
  const halfTail = tail[0]!;
  const multiple = twoProduct(k, LN2_HEAD);
  const logarithm = sumHead(multiple, tail[0]! + k * LN2_TAIL, 2 * half, 2 * halfTail);
  sum.add(p, tail[0]);
  sum.add(p, logarithm);
  return p * logarithm;
}

/** p ln(p / q) where that is not finite, or not a number. */
function infiniteTerm(p: number, q: number): number {
  if (p === Infinity && q === Infinity) return NaN;
  return q === 0 || p === Infinity ? p + q + Infinity : -q * p;
}

function productHead(a: number, aTail: number, b: number, bTail: number): number {
  const product = twoProduct(a, b);
  tail[0] = tail[0]! + (a * bTail + aTail * b);
  return product;
}

function sumHead(a: number, aTail: number, b: number, bTail: number): number {
  const sum = twoSum(a, b);
  return twoSum(sum, tail[0]! + (aTail + bTail));
}
