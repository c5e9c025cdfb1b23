import { tail } from "./error-free.js";
import { LOWEST_POWER, powersOfTwo } from "./powers-of-two.js";

const STEPS = 128;

/** ln 2 / 128 = LENGTH_HEAD + LENGTH_TAIL; the head has 35 bits, so that its product with a step number is exact. */
const LENGTH_HEAD = 0.005415212347998022;
const LENGTH_TAIL = 1.2655086083325438e-13;

/** 2^(j/128) = fractions[2j] + fractions[2j + 1] for j = 0, …, 127, where the first have 24 bits. */
const fractions = /* @__PURE__ */ createFractions();

function createFractions(): Float64Array {
  const table = new Float64Array(2 * STEPS);
  // 2^(1/128), head and tail; a product of two heads is exact, so that 128 of these steps lose 7 of 77 bits.
  const stepHead = 1.0054298639297485;
  const stepTail = 3.7183054286195135e-8;
  let head = 1;
  let rest = 0;
  for (let j = 0; j < STEPS; j++) {
    table[2 * j] = head;
    table[2 * j + 1] = rest;
    const product = head * stepHead;
    const correction = head * stepTail + rest * (stepHead + stepTail);
    head = Math.fround(product + correction);
    rest = product - head + correction;
  }
  return table;
}

/**
 * Exponential with high and low parts: eˣ⁺ʳ for -700 ≤ x ≤ 709 and |r| ≤ ulp(x).
 *
 * The high part has 24 bits, so that its product with another number of 24 bits is exact. The relative error of
 * high + low is below 2⁻⁵⁹; e⁰ is exactly 1 + 0.
 *
 * @param x the exponent
 * @param r its rounding error, added to it; 0 if there is none
 * @returns the high part; the low part, at most 1/256 of it, is left in {@link tail}
 *
 * Source: P. T. P. Tang, Table-driven implementation of the exponential function in IEEE floating-point arithmetic, ACM
 * Transactions on Mathematical Software 15 (1989) 144–157.
 */
export function expHead(x: number, r: number): number {
  // x + r = k · ln 2 / 128 + (reduced + its rounding error), with |reduced| ≤ ln 2 / 256. Adding and subtracting
  // 1.5 · 2⁵² rounds to an integer.
  const k = x * 184.6649652337873 + 6755399441055744 - 6755399441055744;
  const high = x - k * LENGTH_HEAD;
  const low = r - k * LENGTH_TAIL;
  const reduced = high + low;
  const square = reduced * reduced;
  // e^reduced - 1, whose first term is exact: the rest is so much smaller that its rounding does not show.
  const growth =
    reduced +
    (high -
      reduced +
      low +
      square * (1 / 2 + reduced * (1 / 6) + square * (1 / 24 + reduced * (1 / 120) + square * (1 / 720))));
  const step = k | 0;
  const at = 2 * (step & 127);
  const head = fractions[at]!;
  const rest = fractions[at + 1]!;
  const power = powersOfTwo[(step >> 7) - LOWEST_POWER]!;
  tail[0] = (rest + (head + rest) * growth) * power;
  return head * power;
}

/**
 * eˣ⁺ʳ · 2⁵¹² for x ≤ -354, where eˣ itself may be below the normal doubles or below all of them.
 *
 * @returns the high part; the low part is left in {@link tail}. {@link lower} takes the factor 2⁵¹² away again
 */
export function liftedExpHead(x: number, r: number): number {
  if (!(x > -1062)) return (tail[0] = 0);
  // 512 ln 2 = 354.891356446692 + 1.1873519686893e-14
  const lifted = x + 354.891356446692;
  return expHead(lifted, x - lifted + 354.891356446692 + (r + 1.1873519686893e-14));
}

/** 2⁻⁵¹² */
const UNLIFT = 7.458340731200207e-155;

/** (head + rest) · 2⁻⁵¹² for positive head, rounded once even where the result is subnormal. */
export function lower(head: number, rest: number): number {
  const value = head + rest;
  // 2⁻⁵¹⁰, the smallest normal double in lifted form. Above it the neighbours of a double are as far away as the
  // subnormal numbers are from each other: adding it, then taking it away, rounds to one of them.
  const shifter = 2.983336292480083e-154;
  if (value >= shifter) return value * UNLIFT;
  const shifted = shifter + head;
  return (shifted + (shifter - shifted + head + rest) - shifter) * UNLIFT;
}

/** eˣ for x ≤ -354, subnormal results included; within 0.51 ulp. */
export function expOfVeryNegative(x: number): number {
  const head = liftedExpHead(x, 0);
  return lower(head, tail[0]!);
}
