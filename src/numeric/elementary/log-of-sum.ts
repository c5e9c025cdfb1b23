import { quickTwoSum, tail, twoSum } from "./error-free.js";
import { LIFT, LIFTING } from "./exp.js";
import { expHeadOfDifference } from "./exp-of-difference.js";
import { log1pHead } from "./log.js";

/**
 * ln(1 + Σᵢ exp(zᵢ - zₜ)) over i = from, …, to - 1 without t, where zₜ is finite and the largest of these entries: what the
 * log-sum-exp is above zₜ.
 *
 * @param lifted whether it is to be multiplied by 2⁵¹². If not, and it is below 1e-282, its relative error may be large
 * @returns the high part; the low part is left in {@link tail}
 */
export function logOfSumHead(z: Float64Array, from: number, to: number, t: number, lifted: boolean): number {
  const sum = sumOfPowers(z, from, to, t, 0);
  // Where all others are far below the largest entry, the result and already the powers may be subnormal.
  if (lifted && sum < 1e-282) return sumOfPowers(z, from, to, t, LIFT);
  // Below 2⁻⁸⁰ heads of 24 bits come near the smallest floats, and ln(1 + sum) is the sum itself, rounded once.
  const sumHead = sum < 8.271806125530277e-25 ? 0 : Math.fround(sum);
  const scale = lifted ? LIFTING : 1;
  const head = log1pHead(sumHead, sum - sumHead + tail[0]!) * scale;
  tail[0] = tail[0]! * scale;
  return head;
}

/** Σ exp(zᵢ - zₜ) · 2^lift over the others than t, with high and low parts; the low part is left in {@link tail}. */
function sumOfPowers(z: Float64Array, from: number, to: number, t: number, lift: number): number {
  const largest = z[t]!;
  let sum = 0;
  let sumTail = 0;
  for (let i = from; i < to; i++) {
    if (i === t) continue;
    const head = expHeadOfDifference(z[i]!, largest, lift);
    sumTail += tail[0]!;
    sum = twoSum(sum, head);
    sumTail += tail[0]!;
  }
  return quickTwoSum(sum, sumTail);
}
