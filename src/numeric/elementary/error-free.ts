// Error-free transforms: the rounding error of a sum or a product is itself a double, and these functions give it.

/**
 * The second half of the last result.
 *
 * A function of this folder that computes more than 53 bits returns the first half and leaves the second here;
 * read it before the next such call. (Returning a pair would allocate an object for each number.)
 */
export const tail = /* @__PURE__ */ new Float64Array(1);

/**
 * a + b without error: returns s = fl(a + b) and leaves t in {@link tail}, where s + t = a + b exactly.
 *
 * If the sum overflows, or an argument is not finite, the tail is NaN.
 *
 * Source: D. E. Knuth, The Art of Computer Programming, vol. 2, section 4.2.2, theorem B.
 */
export function twoSum(a: number, b: number): number {
  const sum = a + b;
  const addedToA = sum - a;
  tail[0] = a - (sum - addedToA) + (b - addedToA);
  return sum;
}

/**
 * a + b without error for |a| ≥ |b|, as {@link twoSum} gives it. It makes a number of parts that overlap ready for long sums,
 * which lose digits where tails are large.
 *
 * Source: T. J. Dekker, A floating-point technique for extending the available precision, Numerische Mathematik 18
 * (1971) 224–242.
 */
export function quickTwoSum(a: number, b: number): number {
  const sum = a + b;
  tail[0] = a - sum + b;
  return sum;
}

/** 2²⁷ + 1, which splits a double into two halves of 26 bits. */
const SPLITTER = 134217729;

/**
 * a · b without error: returns p = fl(a · b) and leaves t in {@link tail}, where p + t = a · b exactly.
 *
 * Exact while |a · b| is at least 2⁻⁹⁶⁸ (or zero); below, the tail is rounded as its own last bits leave the range
 * of doubles. If the product overflows, or an argument is not finite, the tail is NaN.
 *
 * Source: T. J. Dekker, A floating-point technique for extending the available precision, Numerische Mathematik 18
 * (1971) 224–242; the splitting is Veltkamp's.
 */
export function twoProduct(a: number, b: number): number {
  // The splitting overflows above 2⁹⁹⁶, and so may the product of the halves: then the larger factor is scaled down.
  const scale = Math.max(Math.abs(a), Math.abs(b), Math.abs(a * b)) > 1e298 ? 2.938735877055719e-39 : 1;
  const aIsLarger = Math.abs(a) > Math.abs(b);
  const x = aIsLarger ? a * scale : a;
  const y = aIsLarger ? b : b * scale;
  const product = x * y;
  const xSplit = SPLITTER * x;
  const xHigh = xSplit - (xSplit - x);
  const xLow = x - xHigh;
  const ySplit = SPLITTER * y;
  const yHigh = ySplit - (ySplit - y);
  const yLow = y - yHigh;
  tail[0] = (xLow * yLow - (product - xHigh * yHigh - xLow * yHigh - xHigh * yLow)) / scale;
  return product / scale;
}
