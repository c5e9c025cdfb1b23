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
 * of doubles. If a factor or the product is above 2⁹⁹⁵ or not finite, the tail is NaN or infinite where it is not exact.
 *
 * Source: T. J. Dekker, A floating-point technique for extending the available precision, Numerische Mathematik 18
 * (1971) 224–242; the splitting is Veltkamp's.
 */
export function twoProduct(a: number, b: number): number {
  const product = a * b;
  const aSplit = SPLITTER * a;
  const aHigh = aSplit - (aSplit - a);
  const aLow = a - aHigh;
  const bSplit = SPLITTER * b;
  const bHigh = bSplit - (bSplit - b);
  const bLow = b - bHigh;
  tail[0] = aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
  return product;
}
