import { tail, twoSum } from "./error-free.js";
import { addExactly, createExactSum, EXPONENT, headOfSum } from "./exact-sum.js";
import { timesPowerOfTwo } from "./exponent.js";

/** 2²⁷ + 1, which splits a double into two halves of 26 bits. */
const SPLITTER = 134217729;

/**
 * Dot product with high and low parts: Σᵢ x[xFrom + i] · y[yFrom + i] for i = 0, …, length - 1.
 *
 * high + low has an error of at most 2⁻¹⁰⁶ · length² · Σ |xᵢ yᵢ|, and also below 2⁻⁶¹ or, where the dot product itself is
 * large, below 2⁻¹⁰⁰ of it: enough for an exponent, however much cancels. Nothing overflows or underflows on the way. A dot
 * product beyond the doubles is ±∞; infinite entries and NaN give what a plain sum of products gives.
 *
 * @returns the high part, the dot product rounded to a double; the low part is left in {@link tail}, 0 if the high one is
 *   not finite
 *
 * Source: T. Ogita, S. M. Rump and S. Oishi, Accurate sum and dot product, SIAM Journal on Scientific Computing 26 (2005)
 * 1955–1988, Dot2. What it is not good enough for is summed exactly, and that is some 20 times slower.
 */
export function dotHead(
  x: Float64Array,
  xFrom: number,
  y: Float64Array,
  yFrom: number,
  length: number,
): number {
  let sum = 0;
  let rest = 0;
  let size = 0;
  for (let i = 0; i < length; i++) {
    const a = x[xFrom + i]!;
    const b = y[yFrom + i]!;
    // twoProduct and twoSum, written out, as this loop is where the time goes.
    const product = a * b;
    const aSplit = SPLITTER * a;
    const aHigh = aSplit - (aSplit - a);
    const aLow = a - aHigh;
    const bSplit = SPLITTER * b;
    const bHigh = bSplit - (bSplit - b);
    const bLow = b - bHigh;
    const productTail = aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
    const next = sum + product;
    const added = next - sum;
    rest += sum - (next - added) + (product - added) + productTail;
    sum = next;
    size += Math.abs(product);
  }
  // 2⁻¹⁰⁶ · length² · size < 2⁻⁶²; where products are so small that their tails are rounded, they do not show beside size. A
  // splitting that overflowed has made rest NaN.
  const isCertain = size > 1e-260 && length * length * size < 17592186044416 && rest - rest === 0;
  return isCertain ? twoSum(sum, rest) : exactDotHead(x, xFrom, y, yFrom, length);
}

/** The same without any error before the last rounding. */
function exactDotHead(
  x: Float64Array,
  xFrom: number,
  y: Float64Array,
  yFrom: number,
  length: number,
): number {
  let register: Float64Array | undefined;
  tail[0] = 0;
  for (let i = 0; i < length; i++) {
    const a = x[xFrom + i]!;
    const b = y[yFrom + i]!;
    // Zeros, as states begin with, need no register; 0 · ∞ does.
    if ((a === 0 && b - b === 0) || (b === 0 && a - a === 0)) continue;
    addExactly((register ??= createExactSum()), a, b);
  }
  if (register === undefined) return 0;
  const head = headOfSum(register);
  const exponent = register[EXPONENT]!;
  const high = timesPowerOfTwo(head, exponent);
  tail[0] = high - high === 0 ? timesPowerOfTwo(tail[0], exponent) : 0;
  return high;
}
