import { tail, twoSum } from "../elementary/error-free.js";
import { addExactly, createExactSum, EXPONENT, type ExactSum, headOfSum } from "../elementary/exact-sum.js";
import { exponentOf, timesPowerOfTwo } from "../elementary/exponent.js";
import { productHead } from "../elementary/parts.js";
import type { Parts, Scores, Scoring } from "./scores.js";

/**
 * The exponents of a query whose dot products need more than two doubles hold, or leave their range: differences of dot
 * products without error. Slow, some 0.2 µs for each entry of a key.
 *
 * An infinite score, as infinite entries give, has all the weight if it is the only one: the limit.
 *
 * @param scores the keys whose powers are not 0 are looked at; where a score is -∞, the power becomes 0
 * @returns whether there are weights: no score is NaN, at most one is ∞ and not all are -∞
 */
export function exponentsExactly(
  scoring: Scoring,
  { high, low, powers }: Scores,
  i: number,
  at: number,
  count: number,
  bias: Float64Array | undefined,
): boolean {
  const { queries, keys, scale } = scoring;
  // So that its product with a difference neither overflows nor underflows.
  const lift = scale === 0 || scale - scale !== 0 ? 0 : exponentOf(scale);
  const factor = timesPowerOfTwo(scale, -lift);
  const factorTail = timesPowerOfTwo(scoring.scaleTail, -lift);
  const register = createExactSum();
  // So that products of four doubles, as of queries and keys that are products, do not leave the register.
  const base = largestShift(queries) + largestShift(keys);

  /** sⱼ - s_reference, its low part in {@link tail}. */
  const difference = (j: number, reference: number): number => {
    register.fill(0);
    addDot(register, queries, i, keys, j, 1, base);
    addDot(register, queries, i, keys, reference, -1, base);
    const head = headOfSum(register);
    const product = productHead(head, tail[0]!, factor, factorTail);
    const power = register[EXPONENT]! + lift + 20 * base;
    const rest = timesPowerOfTwo(tail[0]!, power);
    const scaled = timesPowerOfTwo(product, power);
    const addend = twoSum(bias?.[j] ?? 0, -(bias?.[reference] ?? 0));
    const addendTail = tail[0]!;
    const exponent = twoSum(scaled, addend);
    return exponent - exponent === 0 ? twoSum(exponent, tail[0]! + addendTail + rest) : exponent;
  };

  let infinite = -1;
  let reference = -1;
  for (let j = 0; j < count; j++) {
    if (powers[at + j] === 0) continue;
    const limit = scale * infinitePart(queries, i, keys, j) + (bias?.[j] ?? 0);
    if (limit !== limit || (limit === Infinity && infinite >= 0)) return false;
    if (limit === Infinity) infinite = j;
    else if (limit === -Infinity) powers[at + j] = 0;
    else if (infinite < 0 && (reference < 0 || difference(j, reference) > 0)) reference = j;
  }
  if (infinite >= 0) {
    powers.fill(0, at, at + count)[at + infinite] = 1;
    high[at + infinite] = low[at + infinite] = 0;
    return true;
  }
  for (let j = 0; j < count; j++) {
    if (powers[at + j] === 0) continue;
    const exponent = difference(j, reference);
    high[at + j] = exponent;
    low[at + j] = tail[0]!;
  }
  return reference >= 0;
}

function largestShift({ shifts }: Parts): number {
  return shifts === undefined ? 0 : shifts.reduce((largest, shift) => Math.max(largest, shift));
}

/** Adds sign · (qᵢ · kⱼ), divided by 2 to 20 times base. */
function addDot(
  register: ExactSum,
  queries: Parts,
  i: number,
  keys: Parts,
  j: number,
  sign: number,
  base: number,
): void {
  const d = keys.columns;
  for (let k = 0; k < d; k++) {
    const query = sign * queries.data[i * d + k]!;
    const key = keys.data[j * d + k]!;
    const shift = (queries.shifts?.[i * d + k] ?? 0) + (keys.shifts?.[j * d + k] ?? 0) - base;
    addExactly(register, query, key, shift);
    if (keys.low !== undefined) addExactly(register, query, keys.low[j * d + k], shift);
    if (queries.low !== undefined) addExactly(register, sign * queries.low[i * d + k]!, key, shift);
  }
}

/** The sum of the products that are not finite, or 0. */
function infinitePart(queries: Parts, i: number, keys: Parts, j: number): number {
  const d = keys.columns;
  let sum = 0;
  for (let k = 0; k < d; k++) {
    const query = queries.data[i * d + k]!;
    const key = keys.data[j * d + k]!;
    if (query - query !== 0 || key - key !== 0) sum += query * key;
  }
  return sum;
}
