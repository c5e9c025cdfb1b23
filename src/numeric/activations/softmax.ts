import { tail, twoSum } from "../elementary/error-free.js";
import { LIFT, lower } from "../elementary/exp.js";
import { expHeadOfDifference } from "../elementary/exp-of-difference.js";
import { reciprocalOfOnePlus } from "../elementary/reciprocal.js";
import { copyOfEntries, indexOfLargest } from "../vectors.js";

/**
 * Softmax: softmax(z)ᵢ = exp(zᵢ) / Σⱼ exp(zⱼ).
 *
 * Each entry is within 0.52 ulp, whatever the number of entries and their size; the same bits in every engine.
 *
 * An entry of -∞ gets probability 0. If exactly one entry is ∞, it gets probability 1 and the others 0, which is the limit.
 * If several are ∞ or all are -∞, there is no limit: then, and if any entry is NaN, all entries of the result are NaN.
 *
 * @param logits a vector with at least one entry; it is not changed
 * @returns probabilities, as many as logits
 * @throws ShapeError if logits is empty; TypeError if it is not a vector of numbers
 */
export function softmax(logits: ArrayLike<number>): Float64Array {
  const z = copyOfEntries("logits", logits);
  const top = indexOfLargest(z);
  if (top < 0) return z.fill(NaN);
  const largest = z[top]!;
  if (largest === Infinity) {
    z.fill(0)[top] = 1;
    return z;
  }

  // Numerators exp(zᵢ - largest) = heads + tails; denominator 1 + sum + sumTail, where the 1 is the largest entry's own.
  const heads = z;
  const tails = new Float64Array(z.length);
  let sum = 0;
  let sumTail = 0;
  for (let i = 0; i < z.length; i++) {
    const head = expHeadOfDifference(z[i]!, largest);
    const rest = tail[0]!;
    heads[i] = head;
    tails[i] = rest;
    if (i === top) continue;
    const numerator = head + rest;
    sum = twoSum(sum, numerator);
    sumTail += tail[0]! + (head - numerator + rest);
  }

  const sumHead = Math.fround(sum);
  const quotient = reciprocalOfOnePlus(sumHead, sum - sumHead + sumTail);
  const correction = quotient * tail[0]!;
  const probabilities = heads;
  for (let i = 0; i < heads.length; i++) {
    const head = heads[i]!;
    const rest = tails[i]!;
    probabilities[i] =
      head > 1e-282
        ? quotient * head + (quotient * rest + correction * (head + rest))
        : tinyProbability(logits[i]!, largest, quotient, correction);
  }
  return probabilities;
}

/** exp(z - largest) · (quotient + correction) where the product, or already the power, may be below the normal doubles. */
function tinyProbability(z: number, largest: number, quotient: number, correction: number): number {
  const head = expHeadOfDifference(z, largest, LIFT);
  const rest = tail[0]!;
  return lower(quotient * head, quotient * rest + correction * (head + rest));
}
