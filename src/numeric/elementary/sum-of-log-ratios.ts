// Sums of p ln(p / q) that cancel, with logarithms of 180 bits: slow, and only where pairs of doubles are not enough.

import { addExactly, createExactSum, EXPONENT, headOfSum, quotientOfSum } from "./exact-sum.js";
import { exponentOf, timesPowerOfTwo } from "./exponent.js";

/** A fixed-point number: limb i counts multiples of 2^(-24 i), so that sums of products of two limbs are exact. */
type Fixed = Float64Array;
const LIMBS = 9;
const RADIX = 16777216;

/**
 * Σᵢ p(i) ln(p(i) / q(i)) over i = 0, …, count - 1, divided by divisor + divisorTail; p, q ≥ 0.
 *
 * Rounded correctly, or nearly so, unless the terms cancel more than 120 bits; a sum that is below 2⁻¹⁶⁰ of its terms is 0,
 * since what is left of the terms is then no more than their rounding. Terms are taken at the limit: 0 ln 0 = 0.
 */
export function sumOfLogRatios(
  count: number,
  p: (i: number) => number,
  q: (i: number) => number,
  divisor: number,
  divisorTail: number,
): number {
  const ln2 = fixedLogRatio(2, 1);
  const sum = createExactSum();
  let noise = 0;
  for (let i = 0; i < count; i++) {
    const x = p(i);
    const y = q(i);
    if ((x === 0 && y >= 0) || (x === y && x < Infinity)) continue;
    if (!(x < Infinity && y > 0 && y < Infinity)) {
      addExactly(sum, y === 0 || x === Infinity ? (y === Infinity ? NaN : x + Infinity) : -y * x);
      continue;
    }
    const power = exponentOf(x) - exponentOf(y);
    const logarithm = fixedLogRatio(timesPowerOfTwo(x, -exponentOf(x)), timesPowerOfTwo(y, -exponentOf(y)));
    let weight = 1;
    for (let limb = 0; limb < LIMBS; limb++) {
      addExactly(sum, x, (logarithm[limb]! + power * ln2[limb]!) * weight);
      weight /= RADIX;
    }
    // 2⁻¹⁶⁰
    noise += 6.842277657836021e-49 * x * (Math.abs(power) + 1);
  }
  const head = timesPowerOfTwo(headOfSum(sum), sum[EXPONENT]!);
  if (Math.abs(head) < noise) return 0;
  return quotientOfSum(sum, divisor, divisorTail);
}

/** ln(a / b) = 2 artanh(s) = 2 (s + s³/3 + s⁵/5 + …) with s = (a - b) / (a + b), for a and b from 1 to 2. */
function fixedLogRatio(a: number, b: number): Fixed {
  const sum = fixed(a, b);
  // Newton's iteration: from 50 bits to 100 to 200.
  let inverse = fixed(1 / (a + b), 0);
  for (let n = 0; n < 2; n++) {
    const correction = product(inverse, sum).map((limb, i) => (i === 0 ? 2 - limb : -limb));
    inverse = product(inverse, correction);
  }
  let power = product(fixed(a, -b), inverse);
  const square = product(power, power);
  const result = new Float64Array(LIMBS);
  for (let n = 1; power.some((limb) => limb !== 0); n += 2) {
    let rest = 0;
    for (let i = 0; i < LIMBS; i++) {
      const limb = rest * RADIX + 2 * power[i]!;
      const digit = Math.floor(limb / n);
      rest = limb - digit * n;
      result[i]! += digit;
    }
    power = product(power, square);
  }
  return result;
}

/** a + b as a fixed-point number. */
function fixed(a: number, b: number): Fixed {
  const result = new Float64Array(LIMBS);
  let x = Math.abs(a);
  let y = Math.abs(b);
  for (let i = 0; i < LIMBS; i++) {
    result[i] = Math.floor(x) + (b < 0 ? -1 : 1) * Math.floor(y);
    x = (x - Math.floor(x)) * RADIX;
    y = (y - Math.floor(y)) * RADIX;
  }
  return result;
}

function product(a: Fixed, b: Fixed): Fixed {
  const result = new Float64Array(LIMBS);
  for (let i = LIMBS - 1; i >= 0; i--) {
    for (let j = 0; j <= i; j++) result[i]! += a[j]! * b[i - j]!;
  }
  for (let i = LIMBS - 1; i > 0; i--) {
    const carried = Math.floor(result[i]! / RADIX + 0.5);
    result[i]! -= carried * RADIX;
    result[i - 1]! += carried;
  }
  return result;
}
