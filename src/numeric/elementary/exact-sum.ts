import { tail, twoSum } from "./error-free.js";
import { exponentOf, timesPowerOfTwo } from "./exponent.js";
import { quotientOf } from "./quotient.js";

/** A limb counts multiples of 2^(20 · (its index - ORIGIN)). */
const BITS = 20;
const RADIX = 1048576;
const LIMBS = 344;
const ORIGIN = 172;
/** After the limbs: the sum of the products that are not finite, how many products there are, and an exponent. */
const SPECIAL = LIMBS;
const COUNT = LIMBS + 1;
export const EXPONENT = LIMBS + 2;

/**
 * A sum of products of doubles without any error, whatever cancels, overflows or underflows on the way: a fixed-point number
 * that is long enough for every product of three doubles.
 *
 * Slow (some 0.1 µs a product), so that sums begin with pairs of doubles and come here only if those are not enough.
 *
 * Source: U. Kulisch, Computer Arithmetic and Validity (2013), chapter 8, the complete register.
 */
export type ExactSum = Float64Array;

/** A sum of nothing yet. */
export function createExactSum(): ExactSum {
  return new Float64Array(LIMBS + 3);
}

/** Adds x · y · 2^(20 · shift), and leaves {@link tail} as it is. */
export function addExactly(sum: ExactSum, x: number, y = 1, shift = 0): void {
  if (x === 0 || y === 0 || x - x !== 0 || y - y !== 0) {
    sum[SPECIAL]! += x * y;
    return;
  }
  // x and y have at most four digits each, of which the product of two is below 2⁴⁰.
  const xLimb = limbOf(x);
  const yLimb = limbOf(y);
  let xRest = Math.abs(timesPowerOfTwo(x, -BITS * xLimb));
  for (let i = ORIGIN + xLimb + yLimb + shift; xRest > 0; i--) {
    const digit = Math.floor(xRest);
    let yRest = Math.abs(timesPowerOfTwo(y, -BITS * yLimb));
    for (let j = i; yRest > 0; j--) {
      const product = digit * Math.floor(yRest);
      sum[j]! += x < 0 === y < 0 ? product : -product;
      yRest = (yRest - Math.floor(yRest)) * RADIX;
    }
    xRest = (xRest - digit) * RADIX;
  }
  // 2⁵³ / (4 · 2⁴⁰) products fit into a limb.
  if (++sum[COUNT]! % 2000 === 0) carry(sum);
}

/** Adds (x - y)². */
export function addSquareOfDifference(sum: ExactSum, x: number, y: number): void {
  const difference = x - y;
  // A difference may be infinite though x and y are not.
  if (difference === 0 || x - x !== 0 || y - y !== 0) {
    addExactly(sum, difference, difference);
  } else {
    addExactly(sum, x, x);
    addExactly(sum, x, -y);
    addExactly(sum, x, -y);
    addExactly(sum, y, y);
  }
}

/**
 * The sum is (head + rest) · 2^exponent to at least 100 bits, where the exponent is in sum[{@link EXPONENT}].
 *
 * @returns the head; the rest is left in {@link tail}
 */
export function headOfSum(sum: ExactSum): number {
  carry(sum);
  let top = LIMBS - 1;
  while (top > 7 && sum[top] === 0) top--;
  sum[EXPONENT] = BITS * (top - ORIGIN);
  const special = sum[SPECIAL]!;
  if (special !== 0) return special + (tail[0] = 0);
  let head = 0;
  let rest = 0;
  let weight = 1;
  for (let i = top; i > top - 8; i--) {
    head = twoSum(head, sum[i]! * weight);
    rest += tail[0]!;
    weight /= RADIX;
  }
  return twoSum(head, rest);
}

/** The sum divided by divisor + divisorTail, rounded once unless the result is subnormal. */
export function quotientOfSum(sum: ExactSum, divisor: number, divisorTail = 0): number {
  const head = headOfSum(sum);
  if (head - head !== 0) return head / divisor;
  return timesPowerOfTwo(quotientOf(head, tail[0]!, divisor, divisorTail), sum[EXPONENT]!);
}

/** Makes all limbs at most half the radix in size, so that the top limb has the sign of the sum. */
function carry(sum: ExactSum): void {
  for (let i = 0; i < LIMBS - 1; i++) {
    const carried = Math.floor(sum[i]! / RADIX + 0.5);
    sum[i]! -= carried * RADIX;
    sum[i + 1]! += carried;
  }
}

/** The limb of the first digit of x; below it there are three more at most. */
function limbOf(x: number): number {
  return Math.max(Math.floor(exponentOf(x) / BITS), -51);
}
