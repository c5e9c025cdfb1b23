import { tail, twoSum } from "../elementary/error-free.js";
import { productHead } from "../elementary/parts.js";
import { quotientHead } from "../elementary/quotient.js";

/** 1 / √(2π) = DENSITY_HEAD + DENSITY_TAIL; the head has 24 bits. */
export const DENSITY_HEAD = 0.3989422917366028;
export const DENSITY_TAIL = -1.133517010526318e-8;

/**
 * R(t) = exp(t² / 2) Φ(-t) with high and low parts, for t ≥ 0, where Φ is the distribution function of the standard normal
 * distribution: Mills' ratio, times 1 / √(2π). Slow; for tables.
 *
 * @param t a number of at most 26 bits
 * @returns the high part, of 24 bits; the low part is left in {@link tail}. The relative error of their sum is below 2⁻⁷³
 */
export function millsRatioHead(t: number): number {
  const head = t < 2.4 ? seriesHead(t) : fractionHead(t);
  const rest = tail[0]!;
  const short = Math.fround(head + rest);
  tail[0] = head - short + rest;
  return short;
}

/** By Laplace's continued fraction: R(t) = 1 / √(2π) / (t + 1 / (t + 2 / (t + 3 / …))). */
function fractionHead(t: number): number {
  let sum = t;
  let sumTail = 0;
  for (let k = Math.floor(800 / (t * t)) + 16; k > 0; k--) {
    const quotient = quotientHead(k, 0, sum, sumTail);
    const quotientTail = tail[0]!;
    sum = twoSum(t, quotient);
    sumTail = tail[0]! + quotientTail;
  }
  return quotientHead(DENSITY_HEAD, DENSITY_TAIL, sum, sumTail);
}

/** By series, of which the difference cancels 5 bits at most: R(t) = e^(t² / 2) / 2 - t / √(2π) (1 + t²/3 + t⁴/(3·5) + …). */
function seriesHead(t: number): number {
  const series = powersHead(t * t, 3);
  const product = productHead(series, tail[0]!, t * DENSITY_HEAD, t * DENSITY_TAIL);
  const productTail = tail[0]!;
  const power = powersHead(t * t, 2);
  const powerTail = tail[0]!;
  const difference = twoSum(power / 2, -product);
  return twoSum(difference, tail[0]! + (powerTail / 2 - productTail));
}

/** 1 + x / k + x² / (k (k + 2)) + … with high and low parts. */
function powersHead(x: number, k: number): number {
  let sum = 1;
  let sumTail = 0;
  for (let n = k + 78; n >= k; n -= 2) {
    const product = productHead(x, 0, sum, sumTail);
    const quotient = quotientHead(product, tail[0]!, n, 0);
    const quotientTail = tail[0]!;
    sum = twoSum(1, quotient);
    sumTail = tail[0]! + quotientTail;
  }
  tail[0] = sumTail;
  return sum;
}
