import { undefinedValueOf } from "../choice.js";
import { tail, twoProduct, twoSum } from "../elementary/error-free.js";
import { addExactly, createExactSum, EXPONENT, headOfSum } from "../elementary/exact-sum.js";
import { exponentOf, timesPowerOfTwo } from "../elementary/exponent.js";
import { quotientHead } from "../elementary/quotient.js";
import { isOrdinary } from "../elementary/range.js";
import { asVector, requireSameLength } from "../vectors.js";

/** The options of {@link cosineSimilarity}. */
export interface CosineOptions {
  /** The result for a zero vector, which has no direction; NaN unless given. */
  readonly undefinedValue?: number | undefined;
}

/**
 * Cosine similarity: cos(x, y) = x · y / (‖x‖ ‖y‖).
 *
 * Within 1 ulp for any number of entries, at any conditioning and scale; it neither overflows nor underflows on the way. If
 * exactly one entry of a vector is ∞ or -∞, the result is the limit, with the direction of that axis; if several are, there
 * is none, and the result is NaN. NaN gives NaN.
 *
 * @param x a vector with at least one entry; it is not changed
 * @param y as many as x
 * @param options undefinedValue: the result if x or y is zero; NaN by default. (scikit-learn gives 0.)
 * @returns a value in [-1, 1]
 * @throws ShapeError if the lengths differ or are 0; TypeError if x or y is not a vector
 */
export function cosineSimilarity(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  options?: CosineOptions,
): number {
  const undefinedValue = undefinedValueOf(options);
  const a = asVector("x", x);
  const b = asVector("y", y);
  requireSameLength("x", a, "y", b);
  let dot = 0;
  let dotTail = 0;
  let rounding = 0;
  let aSquare = 0;
  let aTail = 0;
  let bSquare = 0;
  let bTail = 0;
  for (let i = 0; i < a.length; i++) {
    const product = twoProduct(a[i]!, b[i]!);
    const productTail = tail[0]!;
    dot = twoSum(dot, product);
    dotTail += tail[0]! + productTail;
    rounding += Math.abs(tail[0]!) + Math.abs(productTail);
    const aProduct = twoProduct(a[i]!, a[i]!);
    aTail += tail[0]!;
    aSquare = twoSum(aSquare, aProduct);
    aTail += tail[0]!;
    const bProduct = twoProduct(b[i]!, b[i]!);
    bTail += tail[0]!;
    bSquare = twoSum(bSquare, bProduct);
    bTail += tail[0]!;
  }
  // The rounding errors of dotTail are below a.length · 2⁻⁵² · rounding.
  const isCertain = a.length * rounding <= 0.0625 * Math.abs(dot + dotTail);
  if (!(isCertain && isOrdinary(dot, dotTail) && isMiddling(aSquare) && isMiddling(bSquare))) {
    return exactCosine(a, b, undefinedValue);
  }
  const cosine = overNormsHead(dot, dotTail, aSquare, aTail, bSquare, bTail);
  return cosine + tail[0]!;
}

/** Whether a sum of squares is so far from the ends of the range that its product with another one is, too. */
function isMiddling(square: number): boolean {
  return square > 1e-130 && square < 1e130;
}

/** dot / √(a b) of numbers in two parts, with high and low parts; the low part is left in {@link tail}. */
function overNormsHead(
  dot: number,
  dotTail: number,
  a: number,
  aTail: number,
  b: number,
  bTail: number,
): number {
  const product = twoProduct(a, b);
  const productTail = tail[0]! + (a * bTail + aTail * b);
  const root = Math.sqrt(product);
  const square = twoProduct(root, root);
  const rootTail = (product - square - tail[0]! + productTail) / (2 * root);
  return quotientHead(dot, dotTail, root, rootTail);
}

/** The same where the dot product cancels, where squares leave the range of doubles, and in the special cases. */
function exactCosine(x: Float64Array, y: Float64Array, undefinedValue: number): number {
  const a = direction(x);
  const b = direction(y);
  const aPower = -exponentOf(largestOf(a));
  const bPower = -exponentOf(largestOf(b));
  const dot = createExactSum();
  for (let i = 0; i < a.length; i++) addExactly(dot, a[i]!, b[i]);
  const aSquare = sumOfSquares(a, aPower);
  const aTail = tail[0]!;
  const bSquare = sumOfSquares(b, bPower);
  const bTail = tail[0]!;
  if (aSquare * bSquare === 0) return undefinedValue;
  const head = headOfSum(dot);
  const cosine = overNormsHead(head, tail[0]!, aSquare, aTail, bSquare, bTail);
  return timesPowerOfTwo(cosine + tail[0]!, dot[EXPONENT]! + aPower + bPower);
}

/** The vector, or the limit of its direction if one entry is infinite: 0 in the others. */
function direction(vector: Float64Array): Float64Array {
  const index = vector.findIndex((each) => Math.abs(each) === Infinity);
  if (index < 0) return vector;
  const limit = vector.map((each) => (Math.abs(each) < Infinity ? 0 : each));
  limit[index] = vector[index]! > 0 ? 1 : -1;
  return limit;
}

function largestOf(vector: Float64Array): number {
  return vector.reduce((largest, each) => Math.max(largest, Math.abs(each)), 0);
}

function sumOfSquares(vector: Float64Array, power: number): number {
  let sum = 0;
  let sumTail = 0;
  for (let i = 0; i < vector.length; i++) {
    const each = timesPowerOfTwo(vector[i]!, power);
    const square = twoProduct(each, each);
    sumTail += tail[0]!;
    sum = twoSum(sum, square);
    sumTail += tail[0]!;
  }
  return twoSum(sum, sumTail);
}
