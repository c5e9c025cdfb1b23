import { tail } from "./error-free.js";
import { exponentOf, timesPowerOfTwo } from "./exponent.js";
import { fractionalPowers, STEP_HEAD, STEP_TAIL } from "./fractional-powers.js";

/**
 * ln(2ᵏ · (a + b + r)), where the sum is between 0.75 and 2, and a and b have so few bits that a c and b c are exact for a
 * c of 24 bits.
 *
 * Source: P. T. P. Tang, Table-driven implementation of the logarithm function in IEEE floating-point arithmetic, ACM
 * Transactions on Mathematical Software 16 (1990) 378–400. Here the table is that of the exponential.
 */
function logHeadOfReduced(k: number, a: number, b: number, r: number): number {
  // 2^(j/128) is near the sum 1 + u: the polynomial is 128 log₂(1 + u), wrong by a tenth at most. It is 1 where the logarithm
  // is near 0, so that nothing cancels there.
  const u = a - 1 + (b + r);
  const place = (u * (185.2 - u * 93.6 + u * u * (53.3 - u * 16.9)) + 128.5) | 0;
  // c + cTail = 2^(-j/128) makes (c + cTail) (a + b + r) = 1 + reduced with |reduced| ≤ 2⁻⁸.
  const at = 512 - 2 * place;
  const c = fractionalPowers[at]!;
  const cTail = fractionalPowers[at + 1]!;
  const high = c * a - 1 + c * b;
  const low = c * r + cTail * (1 + u);
  const reduced = high + low;
  const square = reduced * reduced;
  const steps = 128 * (k - 1) + place;
  const base = steps * STEP_HEAD;
  const head = base + reduced;
  tail[0] =
    base -
    head +
    reduced +
    (steps * STEP_TAIL +
      (high -
        reduced +
        low +
        square *
          (reduced * (1 / 3) -
            1 / 2 +
            square * (reduced * (1 / 5) - 1 / 4 + square * (reduced * (1 / 7) - 1 / 6)))));
  return head;
}

/**
 * ln(1 + x) with high and low parts, for -1/2 ≤ x ≤ 2⁵³, where x = head + rest.
 *
 * @param head a number of at most 24 significant bits, or one of a size below 2⁻⁸⁰
 * @param rest what head lacks of x, |rest| ≤ |head| / 256
 * @returns the high part; the low part is left in {@link tail}. The relative error of their sum is below 2⁻⁵⁸
 */
export function log1pHead(head: number, rest: number): number {
  let k = head < -0.25 ? -1 : 0;
  let scale = k < 0 ? 2 : 1;
  for (; scale * (1 + head) >= 2; k++) scale /= 2;
  return logHeadOfReduced(k, scale, scale * head, scale * rest);
}

/** ln(1 - p) with high and low parts, for 0 ≤ p < 1. The relative error of their sum is below 2⁻⁵⁸. */
export function logOfComplementHead(p: number): number {
  if (p >= 0.5) return logHead(1 - p);
  const head = p < 8.271806125530277e-25 ? p : Math.fround(p);
  return log1pHead(-head, head - p);
}

/**
 * ln(x) with high and low parts, for finite x > 0, subnormals included.
 *
 * @returns the high part; the low part is left in {@link tail}. The relative error of their sum is below 2⁻⁶⁰; ln(1) is
 * exactly 0 + 0
 */
export function logHead(x: number): number {
  // x = 2ᵏ · fraction with 0.75 ≤ fraction ≤ 1.5, so that k = 0 near 1; also where x · 4/3 is infinite.
  const k = exponentOf(x * (4 / 3));
  const fraction = timesPowerOfTwo(x, -k);
  const short = Math.fround(fraction);
  return logHeadOfReduced(k, 0, short, fraction - short);
}
