import { tail } from "./error-free.js";
import { view } from "./exponent.js";
import { LOWEST_POWER, powersOfTwo } from "./powers-of-two.js";

const CELLS = 256;
const FIRST = 128;
const LAST = 342;

/**
 * -ln(n / 256) = heads[n] + tails[n] for n = 128, …, 342. All heads are multiples of 2⁻³², so that the sum of one of
 * them and of a multiple of ln 2, which is -ln(128 / 256), is exact.
 */
const logarithms = /* @__PURE__ */ createLogarithms();

function createLogarithms(): { heads: Float64Array; tails: Float64Array } {
  const heads = new Float64Array(LAST + 1);
  const tails = new Float64Array(LAST + 1);
  // ln((n + 1) / n) = 2 artanh(t) = 2 (t + t³/3 + t⁵/5 + …) with t = 1 / (2n + 1).
  for (let n = FIRST; n < LAST; n++) {
    const inverse = 2 * n + 1;
    const head = Math.fround(2 / inverse);
    const square = 1 / (inverse * inverse);
    const rest =
      (2 - head * inverse + 2 * square * (1 / 3 + square * (1 / 5 + square * (1 / 7 + square / 9)))) /
      inverse;
    heads[n + 1] = heads[n]! - head;
    tails[n + 1] = tails[n]! - rest;
  }
  const offsetHead = heads[CELLS]!;
  const offsetTail = tails[CELLS]!;
  for (let n = FIRST; n <= LAST; n++) {
    heads[n] = heads[n]! - offsetHead;
    tails[n] = tails[n]! - offsetTail;
  }
  return { heads, tails };
}

/**
 * ln(2ᵏ · (a + b + r)), where the sum is between 0.75 and 2, and a and b have so few bits that a c and b c are exact for
 * integers c ≤ 342.
 *
 * Source: P. T. P. Tang, Table-driven implementation of the logarithm function in IEEE floating-point arithmetic, ACM
 * Transactions on Mathematical Software 16 (1990) 378–400.
 */
function logHeadOfReduced(k: number, a: number, b: number, r: number): number {
  // The short factor c makes c (a + b + r) = 1 + reduced with |reduced| ≤ 2⁻⁸; c = 1 where the logarithm is near 0, so
  // that nothing cancels there.
  const n = (CELLS / (a + (b + r)) + 0.5) | 0;
  const c = n / CELLS;
  const high = c * a - 1 + c * b;
  const low = c * r;
  const reduced = high + low;
  const square = reduced * reduced;
  const base = logarithms.heads[n]! + k * logarithms.heads[FIRST]!;
  const head = base + reduced;
  tail[0] =
    base -
    head +
    reduced +
    (logarithms.tails[n]! +
      k * logarithms.tails[FIRST]! +
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
  // Away from the ends of the range, where 2⁻ᵏ is not a normal double.
  const lift = x < 1e-270 ? 128 : x > 1e270 ? -128 : 0;
  const moved = lift === 0 ? x : x * powersOfTwo[lift - LOWEST_POWER]!;
  // moved = 2ᵏ · fraction with 0.75 ≤ fraction < 1.5, so that k = 0 near 1: the word is that of 0.75 at k = 0.
  view.double[0] = moved;
  const k = (view.words[view.exponentWord]! - 0x3fe80000) >> 20;
  const fraction = moved * powersOfTwo[-k - LOWEST_POWER]!;
  const short = Math.fround(fraction);
  return logHeadOfReduced(k - lift, 0, short, fraction - short);
}
