import { type ScoresByLabel } from "./scores-by-label.js";

/** For each threshold, how many positives and negatives have a score at or above it. */
export interface ThresholdCounts {
  /** ∞, then the distinct scores, the largest first. */
  readonly thresholds: Float64Array;
  readonly TP: Float64Array;
  readonly FP: Float64Array;
}

/** Counts at each threshold; NaN for all three, once, if the scores have no order. */
export function thresholdCounts({ positives, negatives, comparable }: ScoresByLabel): ThresholdCounts {
  if (!comparable)
    return { thresholds: Float64Array.of(NaN), TP: Float64Array.of(NaN), FP: Float64Array.of(NaN) };
  const all = positives.length + negatives.length;
  const thresholds = new Float64Array(all + 1);
  const TP = new Float64Array(all + 1);
  const FP = new Float64Array(all + 1);
  thresholds[0] = Infinity;
  let p = 0;
  let n = 0;
  let size = 1;
  for (; p + n < all; size++) {
    const nextPositive = p < positives.length ? positives[p]! : -Infinity;
    const nextNegative = n < negatives.length ? negatives[n]! : -Infinity;
    const threshold = Math.max(nextPositive, nextNegative);
    while (p < positives.length && positives[p] === threshold) p++;
    while (n < negatives.length && negatives[n] === threshold) n++;
    thresholds[size] = threshold;
    TP[size] = p;
    FP[size] = n;
  }
  return { thresholds: thresholds.slice(0, size), TP: TP.slice(0, size), FP: FP.slice(0, size) };
}
