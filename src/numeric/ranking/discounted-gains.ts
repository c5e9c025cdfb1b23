// Discounted cumulative gain in two parts and an exponent, so that neither large nor small gains leave the range of doubles.

import { requireOneOf } from "../choice.js";
import { tail, twoProduct, twoSum } from "../elementary/error-free.js";
import { expHead } from "../elementary/exp.js";
import { logHead } from "../elementary/log.js";
import { LOWEST_POWER, powersOfTwo } from "../elementary/powers-of-two.js";
import { quotientHead } from "../elementary/quotient.js";
import { DomainError } from "../errors.js";
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
  const { gain = "linear", ties = "average" } = options;
  requireOneOf("gain", ["linear", "exponential"], gain);
  requireOneOf("ties", ["average", "order"], ties);
  const relevance = copyOfEntries("relevances", relevances);
  const score = copyOfEntries("scores", scores);
  requireSameLength("relevances", relevance, "scores", score);
  const { k = score.length } = options;
  if (!(Number.isInteger(k) && k >= 1))
    throw new DomainError(`k must be a whole number, at least 1, but is ${k}`);
  relevance.forEach((value, i) => {
    if (value < 0) throw new DomainError(`relevances[${i}] must be at least 0, but is ${value}`);
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

/** DCG = Σ gain / log₂(position + 1), with a head of 0 if all relevances that count are 0, and of ∞ if one is ∞. */
export function discountedGains({ relevances, scores, k, exponential }: Ranking): Scaled {
  // Items beyond position k share in the discounts of items before it if they have the same score.
  let counted = k;
  while (scores !== undefined && counted < scores.length && scores[counted] === scores[k - 1]) counted++;
  let largest = 0;
  for (let i = 0; i < counted; i++) largest = Math.max(largest, relevances[i]!);
  if (largest === 0 || largest === Infinity) return { head: largest, rest: 0, exponent: 0 };

  const exponent = exponentFor(largest, exponential);
  const gainHead = gainFunction(largest, exponential, exponent);
  let sum = 0;
  let sumTail = 0;
  for (let start = 0, end = 0; start < k; start = end) {
    let gains = 0;
    let gainsTail = 0;
    let discounts = 0;
    let discountsTail = 0;
    do {
      const head = gainHead(relevances[end]!);
      const rest = tail[0]!;
      gains = twoSum(gains, head);
      gainsTail += tail[0]! + rest;
      if (end < k) {
        const discount = discountHead(end + 1);
        const discountTail = tail[0]!;
        discounts = twoSum(discounts, discount);
        discountsTail += tail[0]! + discountTail;
      }
      end++;
    } while (scores !== undefined && end < counted && scores[end] === scores[start]);
    const product = twoProduct(gains, discounts);
    const productTail = tail[0]! + (gains * discountsTail + gainsTail * discounts);
    const term = quotientHead(product, productTail, end - start, 0);
    const termTail = tail[0]!;
    sum = twoSum(sum, term);
    sumTail += tail[0]! + termTail;
  }
  const head = twoSum(sum, sumTail);
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

/** An exponent e such that gains · 2⁻ᵉ are neither too large nor too small, where the largest relevance is as given. */
function exponentFor(largest: number, exponential: boolean): number {
  if (largest < 1e-150) return -600;
  if (exponential) return largest < 500 ? 0 : Math.floor(largest);
  return largest > 1e150 ? 600 : 0;
}

/** 2ᵏ, or 0 for k < -1022. */
function powerOfTwo(k: number): number {
  return k < LOWEST_POWER ? 0 : powersOfTwo[k - LOWEST_POWER]!;
}

/** gain · 2^-exponent of a relevance, with high and low parts. */
function gainFunction(
  largest: number,
  exponential: boolean,
  exponent: number,
): (relevance: number) => number {
  const scale = powerOfTwo(-exponent);
  if (!exponential) {
    return (relevance) => {
      tail[0] = 0;
      return relevance * scale;
    };
  }
  // 2ʳ - 1 = r ln 2 + …, where the second term does not show.
  if (largest < 1e-30) return (relevance) => logarithmOfPowerHead(relevance * scale);
  return (relevance) => {
    if (relevance < 0.25) {
      const y = logarithmOfPowerHead(relevance) * scale;
      const yTail = tail[0]! * scale;
      return twoSum(y, yTail + y * expm1Rest(relevance * LN2_HEAD));
    }
    const whole = Math.floor(relevance);
    const y = logarithmOfPowerHead(relevance - whole);
    const head = expHead(y, tail[0]!);
    const power = powerOfTwo(whole - exponent);
    const rest = tail[0]! * power;
    const value = twoSum(head * power, -scale);
    return twoSum(value, tail[0]! + rest);
  };
}

/** r ln 2 with high and low parts. */
function logarithmOfPowerHead(relevance: number): number {
  const head = twoProduct(relevance, LN2_HEAD);
  tail[0] = tail[0]! + relevance * LN2_TAIL;
  return head;
}

/** (eʸ - 1 - y) / y = y/2! + y²/3! + … for 0 ≤ y < 0.18. */
function expm1Rest(y: number): number {
  let sum = 0;
  for (let k = 13; k >= 2; k--) sum = (y / k) * (1 + sum);
  return sum;
}

/** x · 2^exponent, for x that is 0 or far from the ends of the range of doubles. */
export function timesPowerOfTwo(x: number, exponent: number): number {
  let value = x;
  let rest = Math.max(-3000, Math.min(3000, exponent));
  for (; Math.abs(rest) > 1000; rest -= rest > 0 ? 1000 : -1000) value *= powerOfTwo(rest > 0 ? 1000 : -1000);
  return value * powerOfTwo(rest);
}
