import { tail, twoSum } from "./error-free.js";
import { exponentOf, timesPowerOfTwo } from "./exponent.js";
import { quotientHead } from "./quotient.js";

/** A limb counts multiples of 2^(20 · (its index - ORIGIN)). */
const BITS = 20;
const RADIX = 1048576;
const LIMBS = 344;
const ORIGIN = 172;

/**
 * A sum of products of doubles without any error: whatever cancels, overflows or underflows on the way.
 *
 * It is a fixed-point number that is long enough for every product of three doubles. Slow (some 0.1 µs a product), so
 * that sums begin with pairs of doubles, and come here only if those turn out not to be enough.
 *
 * Source: U. Kulisch, Computer Arithmetic and Validity (2013), chapter 8, the complete register.
 */
export class ExactSum {
  private readonly limbs = new Float64Array(LIMBS);
  private additions = 0;
  /** The sum of the products that are no finite numbers; 0 if there are none. */
  private infinite = 0;
  /** The exponent of the number that {@link head} gives. */
  exponent = 0;

  /** Adds x · y · 2^(20 · shift). */
  add(x: number, y = 1, shift = 0): void {
    if (x - x !== 0 || y - y !== 0) this.infinite += x * y;
    if (x * y === 0 && (x === 0 || y === 0)) return;
    // x and y have at most four digits each; a product of two digits is below 2⁴⁰.
    const xLimb = limbOf(x);
    const yLimb = limbOf(y);
    const at = ORIGIN + xLimb + yLimb + shift;
    const sign = x < 0 === y < 0 ? 1 : -1;
    let xRest = Math.abs(timesPowerOfTwo(x, -BITS * xLimb));
    const yScaled = Math.abs(timesPowerOfTwo(y, -BITS * yLimb));
    for (let i = 0; i < 4 && xRest !== 0; i++) {
      const xDigit = sign * Math.floor(xRest);
      let yRest = yScaled;
      for (let j = 0; j < 4; j++) {
        const yDigit = Math.floor(yRest);
        this.limbs[at - i - j]! += xDigit * yDigit;
        yRest = (yRest - yDigit) * RADIX;
      }
      xRest = (xRest - Math.floor(xRest)) * RADIX;
    }
    // 2⁵³ / (4 · 2⁴⁰) products fit into a limb.
    if (++this.additions % 2000 === 0) this.carry();
  }

  /** Adds (x - y)². */
  addSquareOfDifference(x: number, y: number): void {
    const difference = x - y;
    if (difference === 0) return;
    // Infinite differences, but not those of finite numbers.
    if (x - x !== 0 || y - y !== 0) {
      this.add(difference, difference);
      return;
    }
    this.add(x, x);
    this.add(x, -y);
    this.add(x, -y);
    this.add(y, y);
  }

  /**
   * The sum is (head + rest) · 2^exponent, to at least 100 bits.
   *
   * @returns the head; the rest is left in {@link tail}, the exponent in the field of this name
   */
  head(): number {
    const { limbs } = this;
    this.carry();
    const sign = limbs[LIMBS - 1]! < 0 ? -1 : 1;
    if (sign < 0) {
      for (let i = 0; i < LIMBS; i++) limbs[i] = -limbs[i]!;
      this.carry();
    }
    let top = LIMBS - 1;
    while (top > 7 && limbs[top] === 0) top--;
    let head = 0;
    let rest = 0;
    let weight = sign;
    for (let i = top; i >= top - 7; i--) {
      head = twoSum(head, limbs[i]! * weight);
      rest += tail[0]!;
      weight /= RADIX;
    }
    if (sign < 0) {
      for (let i = 0; i < LIMBS; i++) limbs[i] = -limbs[i]!;
    }
    this.exponent = BITS * (top - ORIGIN);
    if (this.infinite !== 0) {
      rest = 0;
      head = this.infinite;
    }
    head = twoSum(head, rest);
    if (this.infinite !== 0) tail[0] = 0;
    return head;
  }

  /** The sum divided by divisor + divisorTail, rounded, to infinity or to subnormals too. */
  quotient(divisor: number, divisorTail = 0): number {
    const head = this.head();
    if (!(head - head === 0)) return head / divisor;
    const quotient = quotientHead(head, tail[0]!, divisor, divisorTail);
    return timesPowerOfTwo(quotient + tail[0]!, this.exponent);
  }

  private carry(): void {
    const { limbs } = this;
    for (let i = 0; i < LIMBS - 1; i++) {
      const carried = Math.floor(limbs[i]! / RADIX);
      limbs[i]! -= carried * RADIX;
      limbs[i + 1]! += carried;
    }
  }
}

/** The limb of the first digit; below it there are three more. */
function limbOf(x: number): number {
  return Math.max(Math.floor(exponentOf(x) / BITS), -51);
}
