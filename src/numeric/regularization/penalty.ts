// What the regularizations have in common: error + lambda · Σ |w| or error + lambda · Σ w².

import { requireNumber } from "../domains.js";
import { tail, twoProduct, twoSum } from "../elementary/error-free.js";
import { addExactly, createExactSum, quotientOfSum } from "../elementary/exact-sum.js";
import { exponentOf, timesPowerOfTwo } from "../elementary/exponent.js";
import { isOrdinary } from "../elementary/range.js";
import { outOfDomain } from "../errors.js";
import { asVector } from "../vectors.js";

/**
 * error + lambda · Σ |w|, or with squares error + lambda · Σ w².
 *
 * @throws DomainError if lambda is negative; ShapeError if weights is empty; TypeError for wrong types
 */
export function withPenalty(
  error: number,
  weights: ArrayLike<number>,
  lambda: number,
  squares: boolean,
): number {
  requireNumber("error", error);
  const w = asVector("weights", weights);
  requireNumber("lambda", lambda);
  if (lambda < 0) throw outOfDomain("lambda", "at least 0", lambda);
  let sum = 0;
  let sumTail = 0;
  for (let i = 0; i < w.length; i++) {
    const size = Math.abs(w[i]!);
    const term = squares ? twoProduct(size, size) : size;
    if (squares) sumTail += tail[0]!;
    sum = twoSum(sum, term);
    sumTail += tail[0]!;
  }
  const penalty = twoProduct(lambda, sum);
  const penaltyTail = tail[0]! + lambda * sumTail;
  const total = twoSum(error, penalty);
  const value = total + (tail[0]! + penaltyTail);
  // Otherwise error and penalty may cancel what is known of the penalty.
  const isCertain =
    isOrdinary(sum, sumTail) && isOrdinary(value, 0) && Math.abs(error) <= 1024 * Math.abs(value);
  return isCertain ? value : exactWithPenalty(error, w, lambda, squares);
}

function exactWithPenalty(error: number, w: Float64Array, lambda: number, squares: boolean): number {
  if (lambda === Infinity) return error + lambda * w.reduce((sum, weight) => sum + Math.abs(weight), 0);
  const total = createExactSum();
  addExactly(total, error);
  for (let i = 0; i < w.length; i++) {
    const size = Math.abs(w[i]!);
    if (!squares || size === 0 || !(size < Infinity)) {
      addExactly(total, lambda, size);
    } else {
      // λ · w² = λ · (head + rest) · 2^(40 · shift), where head + rest is the square of a number near 1.
      const shift = Math.floor(exponentOf(size) / 20);
      const near = timesPowerOfTwo(size, -20 * shift);
      addExactly(total, lambda, twoProduct(near, near), 2 * shift);
      addExactly(total, lambda, tail[0], 2 * shift);
    }
  }
  return quotientOfSum(total, 1);
}
