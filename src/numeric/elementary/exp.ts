import { tail } from "./error-free.js";
import { fractionalPowers, STEP_HEAD, STEP_TAIL } from "./fractional-powers.js";
import { LOWEST_POWER, powersOfTwo } from "./powers-of-two.js";

/**
 * Exponential with high and low parts: eˣ⁺ʳ · 2^lift for |r| ≤ ulp(x), and x for which this is from 2⁻¹⁰¹⁰ to the largest
 * doubles: -700 ≤ x ≤ 709 without a lift.
 *
 * The high part has 24 bits, so that its product with another number of 24 bits is exact. The relative error of
 * high + low is below 2⁻⁵⁹; e⁰ is exactly 1 + 0.
 *
 * @param x the exponent
 * @param r its rounding error, added to it; 0 if there is none
 * @param lift a whole number
 * @returns the high part; the low part, at most 1/256 of it, is left in {@link tail}
 *
 * Source: P. T. P. Tang, Table-driven implementation of the exponential function in IEEE floating-point arithmetic, ACM
 * Transactions on Mathematical Software 15 (1989) 144–157.
 */
export function expHead(x: number, r: number, lift = 0): number {
  // x + r = k · ln 2 / 128 + (reduced + its rounding error), with |reduced| ≤ ln 2 / 256. Adding and subtracting
  // 1.5 · 2⁵² rounds to an integer.
  const k = x * 184.6649652337873 + 6755399441055744 - 6755399441055744;
  const high = x - k * STEP_HEAD;
  const low = r - k * STEP_TAIL;
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
  const at = 2 * (step & 127) + 256;
  const head = fractionalPowers[at]!;
  const rest = fractionalPowers[at + 1]!;
  const power = powersOfTwo[(step >> 7) + lift - LOWEST_POWER]!;
  tail[0] = (rest + (head + rest) * growth) * power;
  return head * power;
}

/**
 * By how many binary places results are lifted that may be below the normal doubles: 2^LIFT = {@link LIFTING}.
 * {@link lower} undoes it.
 */
export const LIFT = 512;
export const LIFTING = 1.3407807929942597e154;

/**
 * eˣ⁺ʳ · 2^lift as {@link expHead} gives it, for x ≤ 0 and a lift of 0 or of 512, or 0 where that is below 2⁻¹⁰¹⁴: so far
 * below 1, or below what can be lowered to a double, that it does not show.
 *
 * @returns the high part, of 24 bits; the low part is left in {@link tail}
 */
export function expHeadOrZero(x: number, r: number, lift: number): number {
  // Also where x is -∞ and r NaN.
  return x > -700 - 0.7 * lift ? expHead(x, r, lift) : (tail[0] = 0);
}

/** (head + rest) · 2⁻⁵¹² for positive head, rounded once even where the result is subnormal. */
export function lower(head: number, rest: number): number {
  const value = head + rest;
  // 2⁻⁵¹⁰, the smallest normal double in lifted form. Above it the neighbours of a double are as far away as the
  // subnormal numbers are from each other: adding it, then taking it away, rounds to one of them.
  const shifter = 2.983336292480083e-154;
  if (value >= shifter) return value / LIFTING;
  const shifted = shifter + head;
  return (shifted + (shifter - shifted + head + rest) - shifter) / LIFTING;
}

/** eˣ for x ≤ -354, subnormal results included; within 0.51 ulp. */
export function expOfVeryNegative(x: number): number {
  const head = expHeadOrZero(x, 0, LIFT);
  return lower(head, tail[0]!);
}
