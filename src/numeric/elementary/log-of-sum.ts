import { tail, twoSum } from "./error-free.js";
import { lower } from "./exp.js";
import { expHeadOfDifference, liftedExpHeadOfDifference } from "./exp-of-difference.js";
import { log1pHead } from "./log.js";

/**
 * ln(1 + Σᵢ exp(zᵢ - zₜ)) over i = from, …, to - 1 without t, where zₜ is finite and the largest of these entries: what the
 * log-sum-exp is above zₜ.
 *
 * @returns the high part; the low part is left in {@link tail}
 */
export function logOfSumHead(z: Float64Array, from: number, to: number, t: number): number {
  const largest = z[t]!;
  let sum = 0;
  let sumTail = 0;
  for (let i = from; i < to; i++) {
    if (i === t) continue;
    const head = expHeadOfDifference(z[i]!, largest);
    const rest = tail[0]!;
    const power = head + rest;
    sum = twoSum(sum, power);
    sumTail += tail[0]! + (head - power + rest);
  }
  // Where all others are far below the largest entry, the result may be subnormal, and so may the powers.
  if (sum < 1e-282) {
    const tiny = tinySum(z, from, to, t);
    tail[0] = 0;
    return tiny;
  }
  // Below 2⁻⁸⁰ heads of 24 bits come near the smallest floats, and ln(1 + sum) is the sum itself, rounded once.
  const sumHead = sum < 8.271806125530277e-25 ? 0 : Math.fround(sum);
  return log1pHead(sumHead, sum - sumHead + sumTail);
}

/** Σ exp(zᵢ - zₜ) over the others than t, which is its own ln(1 + …), where all the powers are below 1e-282. */
function tinySum(z: Float64Array, from: number, to: number, t: number): number {
  const largest = z[t]!;
  let sum = 0;
  let sumTail = 0;
  for (let i = from; i < to; i++) {
    if (i === t) continue;
    const head = liftedExpHeadOfDifference(z[i]!, largest);
    const rest = tail[0]!;
    const power = head + rest;
    sum = twoSum(sum, power);
    sumTail += tail[0]! + (head - power + rest);
  }
  return lower(sum, sumTail);
}
