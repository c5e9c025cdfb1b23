import { tail, twoSum } from "../elementary/error-free.js";
import { lower } from "../elementary/exp.js";
import { expHeadOfDifference, liftedExpHeadOfDifference } from "../elementary/exp-of-difference.js";
import { log1pHead } from "../elementary/log.js";
import { copyOfEntries, indexOfLargest } from "../vectors.js";

/**
 * Log-softmax: log softmax(z)ᵢ = zᵢ - ln Σⱼ exp(zⱼ).
 *
 * Each entry is within 0.52 ulp, whatever the number of entries and their size; the same bits in every engine.
 *
 * An entry of -∞ gets -∞. If exactly one entry is ∞, it gets 0 and the others -∞, which is the limit. If several are ∞ or
 * all are -∞, there is no limit: then, and if any entry is NaN, all entries of the result are NaN.
 *
 * @param logits a vector with at least one entry; it is not changed
 * @returns logarithms of probabilities, as many as logits
 * @throws ShapeError if logits is empty; TypeError if it is not a vector of numbers
 *
 * Source: P. Blanchard, D. J. Higham, N. J. Higham, Accurately computing the log-sum-exp and softmax functions, IMA Journal
 * of Numerical Analysis 41 (2021) 2311–2330.
 */
export function logSoftmax(logits: ArrayLike<number>): Float64Array {
  const z = copyOfEntries("logits", logits);
  const top = indexOfLargest(z);
  if (top < 0) return z.fill(NaN);
  const largest = z[top]!;
  if (largest === Infinity) {
    z.fill(-Infinity)[top] = 0;
    return z;
  }

  // log softmax(z)ᵢ = (zᵢ - largest) - ln(1 + sum), where the sum leaves the largest entry out: both terms are ≤ 0, so
  // that nothing cancels.
  let sum = 0;
  let sumTail = 0;
  for (let i = 0; i < z.length; i++) {
    if (i === top) continue;
    const head = expHeadOfDifference(z[i]!, largest);
    const rest = tail[0]!;
    const power = head + rest;
    sum = twoSum(sum, power);
    sumTail += tail[0]! + (head - power + rest);
  }
  // Below 2⁻⁸⁰ heads of 24 bits come near the smallest floats, and ln(1 + sum) is the sum itself, rounded once.
  const sumHead = sum < 8.271806125530277e-25 ? 0 : Math.fround(sum);
  const logarithm = log1pHead(sumHead, sum - sumHead + sumTail);
  const logarithmTail = tail[0]!;
  // Where all others are far below the largest entry, its result may be subnormal, and so may the powers.
  const topIsTiny = sum < 1e-282;
  const logProbabilityOfTop = topIsTiny ? 0 - tinySum(z, top) : 0;

  const logProbabilities = z;
  for (let i = 0; i < z.length; i++) {
    const difference = twoSum(z[i]!, -largest);
    const differenceTail = tail[0]!;
    const value = twoSum(difference, -logarithm);
    // The tail of an infinite difference is NaN.
    logProbabilities[i] =
      difference === -Infinity ? -Infinity : value + (tail[0]! + (differenceTail - logarithmTail));
  }
  if (topIsTiny) logProbabilities[top] = logProbabilityOfTop;
  return logProbabilities;
}

/** Σ exp(zᵢ - zₜ) over the others than t, which is its own ln(1 + …), where all the powers are below 1e-282. */
function tinySum(z: Float64Array, t: number): number {
  const largest = z[t]!;
  let sum = 0;
  let sumTail = 0;
  for (let i = 0; i < z.length; i++) {
    if (i === t) continue;
    const head = liftedExpHeadOfDifference(z[i]!, largest);
    const rest = tail[0]!;
    const power = head + rest;
    sum = twoSum(sum, power);
    sumTail += tail[0]! + (head - power + rest);
  }
  return lower(sum, sumTail);
}
