// What entropy and the divergences have in common: sums of terms of pairs of entries, in numbers of 100 bits.

import { entryOf, requireNonNegative } from "../domains.js";
import { tail, twoSum } from "../elementary/error-free.js";
import { exponentOf, timesPowerOfTwo } from "../elementary/exponent.js";
import { artanhHead, artanhRest, logRatioHead } from "../elementary/log-ratio.js";
import { addProduct, addTo, headOfLongSum } from "../elementary/long-sum.js";
import { productHead } from "../elementary/parts.js";
import { quotientHead, quotientOf } from "../elementary/quotient.js";
import { wrongType } from "../errors.js";
import { asVector, requireSameLength } from "../vectors.js";
import { type DivergenceOptions, logOfBaseHead } from "./options.js";

/**
 * The term of a + aTail and 2⁻ᵏ (b + bTail), where a and b are between 1 and 8, or b is 0, with high and low parts. If the two
 * are near each other, |d| < a / 64, d + dTail is their difference.
 *
 * @returns the high part; the low part is left in {@link tail}
 */
export type Term = (
  a: number,
  aTail: number,
  b: number,
  bTail: number,
  k: number,
  d: number,
  dTail: number,
  isNear: boolean,
) => number;

/** So much larger than 1 that a fraction of it which shows in the result is a normal double. */
const LIFT = 800;

/**
 * Σᵢ term(pᵢ, qᵢ), or of p and q divided by their sums, divided by the logarithm of the base.
 *
 * A sum that is below 2⁻⁹⁵ of its terms is 0, since what is left of them is then no more than their rounding.
 *
 * @param vector p, as a caller hands it in
 * @param q all 1 if undefined
 * @param symmetric whether the term of a and b is that of b and a, and not negative; if not, it is a ln(a / b) of numbers that
 * are not near each other, and a ln(a / b) - a + b of those that are
 * @throws DomainError if an entry is negative or the base is none; ShapeError if a vector is empty; TypeError if it is none
 */
export function sumOfTerms(
  vector: ArrayLike<number>,
  q: Float64Array | undefined,
  options: DivergenceOptions,
  term: Term,
  symmetric: boolean,
): number {
  const p = distribution("p", vector);
  if (q) requireSameLength("p", p, "q", q);
  const logOfBase = logOfBaseHead(options);
  const logOfBaseTail = tail[0]!;
  const { normalize = false } = options;
  if (typeof normalize !== "boolean") throw wrongType("normalize", "true or false", normalize);
  const pSum = normalize ? sumOf(p) : ONE;
  const qSum = normalize && q ? sumOf(q) : ONE;
  if (!(pSum[0] * qSum[0] > 0)) return NaN;
  let special = 0;
  let largest = 0;
  for (let i = 0; i < p.length; i++) {
    const x = p[i]!;
    const y = q ? q[i]! : 1;
    if (x === 0 && y >= 0 && !symmetric) continue;
    // ∞ - ∞ gives NaN, and NaN does.
    const isOrdinary = x < Infinity && y < Infinity && (y > 0 || symmetric);
    if (!isOrdinary) special += (symmetric ? Math.abs(x - y) : x - y) * Infinity;
    // Equal entries may be larger than all that shows.
    else if (normalize || x !== y) largest = Math.max(largest, x, symmetric && !normalize ? y : 0);
  }
  if (special !== 0 || largest === 0) return special / logOfBase;

  const top = exponentOf(largest);
  const sum = new Float64Array(3);
  let size = 0;
  for (let i = 0; i < p.length; i++) {
    let x = p[i]!;
    let y = q ? q[i]! : 1;
    if ((!normalize && x === y) || (x === 0 && y === 0)) continue;
    let xSum = pSum;
    let ySum = qSum;
    if (symmetric && timesPowerOfTwo(x, -xSum[2]) < timesPowerOfTwo(y, -ySum[2])) {
      [x, y, xSum, ySum] = [y, x, qSum, pSum];
    }
    const xPower = exponentOf(x);
    const yPower = exponentOf(y);
    const xUnit = timesPowerOfTwo(x, -xPower);
    const yUnit = timesPowerOfTwo(y, -yPower);
    // A common denominator makes fractions of fractions unnecessary: a / b = (x / Σx) / (y / Σy).
    const a = productHead(xUnit, 0, ySum[0], ySum[1]);
    const aTail = tail[0]!;
    const b = productHead(yUnit, 0, xSum[0], xSum[1]);
    const bTail = tail[0]!;
    const k = xPower - yPower + ySum[2] - xSum[2];
    const yShifted = timesPowerOfTwo(yUnit, -k);
    const isNear = Math.abs(a - yShifted * xSum[0]) < a / 64;
    let d = 0;
    let dTail = 0;
    if (isNear) {
      const difference = new Float64Array(3);
      addProduct(difference, xUnit, ySum[0]);
      addProduct(difference, xUnit, ySum[1]);
      addProduct(difference, -yShifted, xSum[0]);
      addProduct(difference, -yShifted, xSum[1]);
      d = headOfLongSum(difference);
      dTail = tail[0]!;
    }
    const weight = timesPowerOfTwo(1, xPower - top + LIFT + pSum[2] - xSum[2]);
    const add = (head: number, rest: number) => {
      addTo(sum, head * weight);
      addTo(sum, rest * weight);
      size += Math.abs(head * weight);
    };
    if (x > 0) {
      const head = term(a, aTail, b, bTail, k, d, dTail, isNear);
      add(head, tail[0]!);
    }
    if (symmetric) continue;
    // A term a ln(a / b) is (a ln(a / b) - a + b) + (a - b); of normalised vectors, all second parts together are 0.
    if (isNear && !normalize) add(d, dTail);
    if (isNear && normalize && !q) {
      // This entry is nearly the sum: what it lacks is the sum of the others.
      for (let j = 0; j < p.length; j++) if (j !== i) addTo(sum, -timesPowerOfTwo(p[j]!, LIFT - top));
    }
    if (!isNear && normalize && q) {
      add(-a, -aTail);
      const bPower = yPower - top + LIFT + pSum[2] - qSum[2];
      addTo(sum, timesPowerOfTwo(b, bPower));
      addTo(sum, timesPowerOfTwo(bTail, bPower));
    }
  }
  const head = headOfLongSum(sum);
  // 2⁻⁹⁵
  if (Math.abs(head) < 2.524354896707238e-29 * size) return 0 / logOfBase;
  const nats = quotientHead(head, tail[0]!, logOfBase, logOfBaseTail);
  const half = quotientHead(nats, tail[0]!, pSum[0], pSum[1]);
  return timesPowerOfTwo(quotientOf(half, tail[0]!, qSum[0], qSum[1]), top - LIFT - pSum[2]);
}

/** d s + 2 a (artanh s - s), where s = d / (a + b): a ln(a / b) - a + b, with high and low parts. */
export const logTermHead: Term = (a, aTail, b, bTail, k, d, dTail, isNear) => {
  if (!isNear) {
    const logarithm = logRatioHead(a, aTail, b, bTail, k);
    return productHead(a, aTail, logarithm, tail[0]!);
  }
  const m = twoSum(2 * a, -d);
  const s = artanhHead(d, dTail, m, tail[0]! + (2 * aTail - dTail));
  const square = productHead(d, dTail, s, tail[0]!);
  const squareTail = tail[0]!;
  const others = productHead(2 * a, 2 * aTail, artanhRest[0]!, artanhRest[1]!);
  const othersTail = tail[0]!;
  const term = twoSum(square, others);
  tail[0] = tail[0]! + (squareTail + othersTail);
  return term;
};

const ONE: readonly [number, number, number] = [1, 0, 0];

/** The sum of a vector, head + tail and a power of two, where the head is from 1 to 2; NaN if it is 0, infinite or NaN. */
function sumOf(vector: Float64Array): readonly [number, number, number] {
  const largest = vector.reduce((largest, each) => Math.max(largest, each), 0);
  if (!(largest > 0 && largest < Infinity)) return [NaN, 0, 0];
  const power = exponentOf(largest);
  const sum = new Float64Array(3);
  for (const each of vector) addTo(sum, timesPowerOfTwo(each, -power));
  const head = headOfLongSum(sum);
  const headPower = exponentOf(head);
  return [timesPowerOfTwo(head, -headPower), timesPowerOfTwo(tail[0]!, -headPower), power + headPower];
}

/** Reads a vector with entries ≥ 0. */
export function distribution(name: string, vector: ArrayLike<number>): Float64Array {
  const entries = asVector(name, vector);
  requireNonNegative(entryOf(name), entries);
  return entries;
}
