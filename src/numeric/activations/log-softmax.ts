import { tail, twoSum } from "../elementary/error-free.js";
import { lower } from "../elementary/exp.js";
import { logOfSumHead } from "../elementary/log-of-sum.js";
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

  // log softmax(z)ᵢ = (zᵢ - largest) - ln(1 + …), where the sum leaves the largest entry out: both terms are ≤ 0, so that
  // nothing cancels.
  let logarithm = logOfSumHead(z, 0, z.length, top, false);
  let logarithmTail = tail[0]!;
  if (logarithm < 1e-282) {
    // Only the largest entry shows it.
    const lifted = logOfSumHead(z, 0, z.length, top, true);
    logarithm = lower(lifted, tail[0]!);
    logarithmTail = 0;
  }

  const logProbabilities = z;
  for (let i = 0; i < z.length; i++) {
    const difference = twoSum(z[i]!, -largest);
    const differenceTail = tail[0]!;
    const value = twoSum(difference, -logarithm);
    // The tail of an infinite difference is NaN.
    logProbabilities[i] =
      difference === -Infinity ? -Infinity : value + (tail[0]! + (differenceTail - logarithmTail));
  }
  return logProbabilities;
}
