import { requireNumber } from "../domains.js";
import { tail } from "../elementary/error-free.js";
import { expHead, LIFT, lower } from "../elementary/exp.js";
import { DENSITY_HEAD, DENSITY_TAIL, millsRatioHead } from "./mills-ratio.js";

/** Cell i holds the t ≥ 0 with i ≤ SLICES · t / (t + SCALE) < i + 1: fine near 0, coarser as R flattens. */
const SLICES = 128;
const SCALE = 10;
/** Enough for t < 38.7, as gelu is -0 from there on. */
const CELLS = 102;

const DEGREE = 11;
/** What the table holds for a cell: its center, R there as head and tail, and the other coefficients. */
const STRIDE = DEGREE + 3;

/** The Taylor polynomials of R(t) = exp(t² / 2) Φ(-t) about the center of each cell, in powers of center - t. */
const polynomials = /* @__PURE__ */ createPolynomials();

function createPolynomials(): Float64Array {
  const table = new Float64Array(CELLS * STRIDE);
  for (let cell = 0; cell < CELLS; cell++) {
    const at = cell * STRIDE;
    const middle = (SCALE * cell) / (SLICES - cell) / 2 + (SCALE * (cell + 1)) / (SLICES - cell - 1) / 2;
    // Short, so that nothing is rounded near 0 and in t².
    const center = cell === 0 ? 0 : Math.floor(middle * 128 + 0.5) / 128;
    const head = millsRatioHead(center);
    const rest = tail[0]!;
    table[at] = center;
    table[at + 1] = head;
    table[at + 2] = rest;
    // R' = t R - 1 / √(2π) makes the coefficients obey cₖ₋₁ = t cₖ + (k + 1) cₖ₊₁, where c₋₁ = 1 / √(2π).
    if (center < 2) {
      let before = head + rest;
      let last = DENSITY_HEAD - center * head + (DENSITY_TAIL - center * rest);
      for (let k = 1; k <= DEGREE; k++) {
        table[at + 2 + k] = last;
        const next = (before - center * last) / (k + 1);
        before = last;
        last = next;
      }
    } else {
      // Upwards the recurrence loses all digits for larger t; downwards from any start it finds the right ratios.
      let after = 0;
      let last = 1e-300;
      for (let k = 160; k > 0; k--) {
        if (k <= DEGREE) table[at + 2 + k] = last;
        const next = center * last + (k + 1) * after;
        after = last;
        last = next;
      }
      for (let k = 1; k <= DEGREE; k++) table[at + 2 + k] = table[at + 2 + k]! * ((head + rest) / last);
    }
  }
  return table;
}

/**
 * x R(|x|) with high and low parts, for 10⁻¹⁸ < |x| < 38.7.
 *
 * @returns the high part, of 24 bits; the low part is left in {@link tail}
 */
function scaledTailHead(x: number): number {
  const table = polynomials;
  const t = Math.abs(x);
  const at = (((SLICES * t) / (t + SCALE)) | 0) * STRIDE;
  const v = table[at]! - t;
  const v2 = v * v;
  const head = table[at + 1]!;
  const far =
    table[at + 9]! +
    v * table[at + 10]! +
    v2 * (table[at + 11]! + v * table[at + 12]! + v2 * table[at + 13]!);
  const near =
    table[at + 3]! +
    v * table[at + 4]! +
    v2 * (table[at + 5]! + v * table[at + 6]! + v2 * (table[at + 7]! + v * table[at + 8]! + v2 * far));
  const low = table[at + 2]! + v * near;
  const short = Math.fround(x);
  const exact = short * head;
  const rest = short * low + (x - short) * (head + low);
  const high = Math.fround(exact + rest);
  tail[0] = exact - high + rest;
  return high;
}

/**
 * Gaussian error linear unit: gelu(x) = x Φ(x), where Φ is the distribution function of the standard normal distribution.
 *
 * This is the exact form, not an approximation by tanh or sigmoid. Within 0.7 ulp; the same bits in every engine.
 *
 * @param x any real number; ∞ gives ∞, -∞ gives -0 (the limit, from below), ±0 gives ±0, NaN gives NaN
 * @returns a value ≥ -0.17
 * @throws TypeError if x is not a number
 *
 * Source: D. Hendrycks and K. Gimpel, Gaussian Error Linear Units (GELUs), arXiv:1606.08415 (2016). That Φ is computed as
 * exp(-t² / 2) times a smooth function is the idea of erfcx in S. G. Johnson's Faddeeva package.
 */
export function gelu(x: number): number {
  requireNumber("x", x);
  const t = Math.abs(x);
  // So near 0, the second term of x / 2 + x² / √(2π) + … does not show.
  if (t < 1e-18) return x / 2;
  if (!(x < 9)) return x;
  if (x < -37) return geluOfVeryNegative(x);
  // x Φ(-t) = x R(t) exp(-t² / 2), where t² = square + squareTail without error.
  const factor = scaledTailHead(x);
  const factorTail = tail[0]!;
  const short = Math.fround(t);
  const exact = short * short;
  const rest = (t - short) * (t + short);
  const square = exact + rest;
  const power = expHead(-0.5 * square, -0.5 * (exact - square + rest));
  const powerTail = tail[0]!;
  const high = factor * power;
  const low = factorTail * power + (factor + factorTail) * powerTail;
  if (x < 0) return high + low;
  // Φ(x) = 1 - Φ(-x).
  const value = x - high;
  return value + (x - value - high - low);
}

/** gelu(x) for x < -37, where e^(-x² / 2) may be below the normal doubles. */
function geluOfVeryNegative(x: number): number {
  if (x < -38.6) return -0;
  const factor = scaledTailHead(x);
  const factorTail = tail[0]!;
  const short = Math.fround(x);
  const exact = short * short;
  const rest = (x - short) * (x + short);
  const square = exact + rest;
  const power = expHead(-0.5 * square, -0.5 * (exact - square + rest), LIFT);
  const low = factorTail * power + (factor + factorTail) * tail[0]!;
  return -lower(-factor * power, -low);
}
