import { entryOf, requireNonNegative } from "../domains.js";
import { tail, twoProduct, twoSum } from "../elementary/error-free.js";
import { exponentOf, timesPowerOfTwo } from "../elementary/exponent.js";
import { log1pHead } from "../elementary/log.js";
import { logRatioHead } from "../elementary/log-ratio.js";
import { quotientHead, quotientOf } from "../elementary/quotient.js";
import { isOrdinary } from "../elementary/range.js";
import { sumOfLogRatios } from "../elementary/sum-of-log-ratios.js";
import { surprisalHead, weighted } from "../elementary/surprisal.js";
import { asVector } from "../vectors.js";
import { scaledToMiddle } from "./normalized.js";
import { type DivergenceOptions, logOfBaseHead } from "./options.js";

/**
 * Shannon entropy: H(p) = -Σᵢ pᵢ log pᵢ.
 *
 * Within 1.5 ulp for any number of entries. 0 log 0 = 0; NaN gives NaN.
 *
 * @param p probabilities, or with normalize any numbers ≥ 0, such as counts: a vector with at least one entry; it is not
 * changed
 * @param options base of the logarithm: e, for nats, by default; normalize: whether p is divided by its sum first, which is
 * not so by default
 * @returns the entropy; ≥ 0 if no entry exceeds 1
 * @throws DomainError if an entry is negative or the base is none; ShapeError if p is empty; TypeError if it is not a vector
 *
 * Source: C. E. Shannon, A mathematical theory of communication, Bell System Technical Journal 27 (1948) 379–423.
 */
export function entropy(p: ArrayLike<number>, { base, normalize = false }: DivergenceOptions = {}): number {
  const probabilities = asVector("p", p);
  requireNonNegative(entryOf("p"), probabilities);
  const logOfBase = logOfBaseHead(base);
  const logOfBaseTail = tail[0]!;
  return normalize
    ? normalizedEntropy(probabilities, logOfBase, logOfBaseTail)
    : plainEntropy(probabilities, logOfBase, logOfBaseTail);
}

function plainEntropy(p: Float64Array, logOfBase: number, logOfBaseTail: number): number {
  let sum = 0;
  let sumTail = 0;
  let size = 0;
  for (let i = 0; i < p.length; i++) {
    const surprisal = surprisalHead(p[i]!);
    const term = weighted(p[i]!, surprisal, tail[0]!);
    sumTail += tail[0]!;
    size += Math.abs(term);
    sum = twoSum(sum, term);
    sumTail += tail[0]!;
  }
  // Entries above 1 have negative terms, which may cancel.
  if (isOrdinary(sum, sumTail) && size <= 32 * Math.abs(sum)) {
    return quotientOf(sum, sumTail, logOfBase, logOfBaseTail);
  }
  const negative = sumOfLogRatios(
    p.length,
    (i) => p[i]!,
    () => 1,
    logOfBase,
    logOfBaseTail,
  );
  return 0 - negative;
}

// With s the sum, H(p / s) = (1 / s) Σ pᵢ ln(s / pᵢ): nothing is negative. Of the largest entry, s - pᵢ is the sum of the
// others.
function normalizedEntropy(p: Float64Array, logOfBase: number, logOfBaseTail: number): number {
  const scaled = scaledToMiddle(p);
  const top = scaled.indexOf(scaled.reduce((largest, each) => Math.max(largest, each)));
  if (top < 0) return NaN;
  const largest = scaled[top]!;
  let others = 0;
  let othersTail = 0;
  for (let i = 0; i < scaled.length; i++) {
    if (i === top) continue;
    others = twoSum(others, scaled[i]!);
    othersTail += tail[0]!;
  }
  const s = twoSum(largest, others);
  const sTail = tail[0]! + othersTail;
  const sExponent = exponentOf(s);
  const sScaled = timesPowerOfTwo(s, -sExponent);
  const sTailScaled = timesPowerOfTwo(sTail, -sExponent);

  const ratio = quotientHead(others, othersTail, largest, 0);
  // So near 0, a ln(1 + b / a) is b, and the ratio may be subnormal.
  let sum = others;
  let sumTail = othersTail;
  if (ratio > 8.271806125530277e-25) {
    const ratioHead = Math.fround(ratio);
    const logarithm = log1pHead(ratioHead, ratio - ratioHead + tail[0]!);
    const logarithmTail = tail[0]!;
    sum = twoProduct(largest, logarithm);
    sumTail = tail[0]! + largest * logarithmTail;
  }
  for (let i = 0; i < scaled.length; i++) {
    const entry = scaled[i]!;
    if (i === top || entry === 0) continue;
    const exponent = exponentOf(entry);
    const surprisal = logRatioHead(
      sScaled,
      sTailScaled,
      timesPowerOfTwo(entry, -exponent),
      0,
      sExponent - exponent,
    );
    const surprisalTail = tail[0]!;
    const term = twoProduct(entry, surprisal);
    sumTail += tail[0]! + entry * surprisalTail;
    sum = twoSum(sum, term);
    sumTail += tail[0]!;
  }
  const nats = quotientHead(sum, sumTail, logOfBase, logOfBaseTail);
  return quotientOf(nats, tail[0]!, s, sTail);
}
