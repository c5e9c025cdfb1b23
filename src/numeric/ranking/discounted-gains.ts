// Discounted cumulative gain in two parts and an exponent, so that neither large nor small gains leave the range of doubles.

import { requireOneOf, requireOptions } from "../choice.js";
import { requireNumber } from "../domains.js";
import { tail, twoSum } from "../elementary/error-free.js";
import { logHead } from "../elementary/log.js";
import { LOWEST_POWER, powersOfTwo } from "../elementary/powers-of-two.js";
import { addHead, productHead } from "../elementary/parts.js";
import { quotientHead } from "../elementary/quotient.js";
import { outOfDomain } from "../errors.js";
import { copyOfEntries, requireSameLength } from "../vectors.js";

/** How an item's relevance counts, and what is done with items of the same score. */
export interface GainOptions {
  /** Only the first k positions count; all unless given. */
  k?: number | undefined;
  /** The gain of a relevance r: "linear" (unless given), r, or "exponential", 2ʳ - 1. */
  gain?: "linear" | "exponential" | undefined;
  /**
   * "average" (unless given): items of the same score share the mean of the discounts of their positions, the mean over
   * all their orders. "order": they keep their order.
   */
  ties?: "average" | "order" | undefined;
}

/** Relevances by falling scores. */
export interface Ranking {
  readonly relevances: Float64Array;
  /** The scores, falling; none where ties keep their order. */
  readonly scores: Float64Array | undefined;
  /** The number of positions that count. */
  readonly k: number;
  readonly exponential: boolean;
  /** Whether neither a relevance nor a score is NaN. */
  readonly defined: boolean;
}

/** (head + rest) · 2^exponent */
export interface Scaled {
  readonly head: number;
  readonly rest: number;
  readonly exponent: number;
}

/**
 * Orders relevances by falling scores.
 *
 * @throws ShapeError, TypeError or DomainError if the arguments are not relevances, as many scores and valid options
 */
export function rankBy(
  relevances: ArrayLike<number>,
  scores: ArrayLike<number>,
  options: GainOptions,
): Ranking {
  requireOptions(options);
  const { gain = "linear", ties = "average" } = options;
  requireOneOf("gain", ["linear", "exponential"], gain);
  requireOneOf("ties", ["average", "order"], ties);
  const relevance = copyOfEntries("relevances", relevances);
  const score = copyOfEntries("scores", scores);
  requireSameLength("relevances", relevance, "scores", score);
  const { k = score.length } = options;
  requireNumber("k", k);
  if (!(Number.isInteger(k) && k >= 1)) throw outOfDomain("k", "a whole number, at least 1", k);
  relevance.forEach((value, i) => {
    if (value < 0) throw outOfDomain(`relevances[${i}]`, "at least 0", value);
  });
  const order = new Uint32Array(score.length).map((_, i) => i);
  order.sort((i, j) => (score[i]! > score[j]! ? -1 : score[i]! < score[j]! ? 1 : i - j));
  return {
    relevances: Float64Array.from(order, (i) => relevance[i]!),
    scores: ties === "average" ? Float64Array.from(order, (i) => score[i]!) : undefined,
    k: Math.min(k, score.length),
    exponential: gain === "exponential",
    defined: !relevance.some(Number.isNaN) && !score.some(Number.isNaN),
  };
}

/** DCG = Σ gain / log₂(position + 1). */
export function discountedGains({ relevances, scores, k, exponential }: Ranking): Scaled {
  // Items beyond position k share in the discounts of items before it if they have the same score.
  let counted = k;
  while (scores !== undefined && counted < scores.length && scores[counted] === scores[k - 1]) counted++;
  let largest = 0;
  for (let i = 0; i < counted; i++) largest = Math.max(largest, relevances[i]!);
  const exponent = exponentFor(largest, exponential);
  const sum = new Float64Array(2);
  const gains = new Float64Array(2);
  const discounts = new Float64Array(2);
  for (let start = 0, end = 0; start < k; start = end) {
    gains.fill(0);
    discounts.fill(0);
    do {
      addHead(gains, gainHead(relevances[end]!, exponential, exponent));
      if (end < k) addHead(discounts, discountHead(end + 1));
      end++;
    } while (scores !== undefined && end < counted && scores[end] === scores[start]);
    const product = productHead(gains[0]!, gains[1]!, discounts[0]!, discounts[1]!);
    addHead(sum, quotientHead(product, tail[0]!, end - start, 0));
  }
  const head = twoSum(sum[0]!, sum[1]!);
  return { head, rest: tail[0]!, exponent };
}

/** ln 2 = LN2_HEAD + LN2_TAIL */
const LN2_HEAD = 0.6931471805599453;
const LN2_TAIL = 2.3190468138462996e-17;

/** 1 / log₂(position + 1) with high and low parts. */
function discountHead(position: number): number {
  if (position === 1) {
    tail[0] = 0;
    return 1;
  }
  const head = logHead(position + 1);
  const log = twoSum(head, tail[0]!);
  return quotientHead(LN2_HEAD, LN2_TAIL, log, tail[0]!);
}

/**
 * An exponent e such that gains · 2⁻ᵉ are neither too large nor too small, where the largest relevance is as given. It
 * is ∞
 * for a gain of ∞, to which the others are nothing.
 */
function exponentFor(largest: number, exponential: boolean): number {
  if (largest === Infinity) return Infinity;
  if (largest < 1e-150) return -600;
  if (exponential) return largest < 500 ? 0 : Math.floor(largest);
  return largest > 1e150 ? 600 : 0;
}

/** 2ᵏ, or 0 for k < -1022. */
function powerOfTwo(k: number): number {
  return k < LOWEST_POWER ? 0 : powersOfTwo[k - LOWEST_POWER]!;
}

/** gain · 2^-exponent of a relevance, with high and low parts. */
function gainHead(relevance: number, exponential: boolean, exponent: number): number {
  tail[0] = 0;
  if (exponent === Infinity) return relevance === Infinity ? 1 : 0;
  const unit = powerOfTwo(-exponent);
  if (!exponential) return relevance * unit;
  // With the nearest whole number m and the rest f, 2ʳ - 1 = 2ᵐ (2ᶠ - 1) + (2ᵐ - 1), and 2ᶠ - 1 = y + y²/2! + y³/3! + …
  // for y = f ln 2.
  const whole = Math.floor(relevance + 0.5);
  const power = powerOfTwo(whole - exponent);
  const first = productHead((relevance - whole) * power, 0, LN2_HEAD, LN2_TAIL);
  const firstTail = tail[0];
  const y = (relevance - whole) * LN2_HEAD;
  let others = 0;
  for (let k = 16; k >= 2; k--) others = (y / k) * (1 + others);
  const head = twoSum(power - unit, first);
  return twoSum(head, tail[0] + (firstTail + first * others));
}
