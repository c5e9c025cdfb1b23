import { requireNumber } from "../domains.js";
import { tail, twoProduct, twoSum } from "../elementary/error-free.js";
import { addExactly, createExactSum, EXPONENT, headOfSum } from "../elementary/exact-sum.js";
import { expHead } from "../elementary/exp.js";
import { exponentOf, timesPowerOfTwo } from "../elementary/exponent.js";
import { quotientHead } from "../elementary/quotient.js";
import { wrongType } from "../errors.js";
import { BLOCK, evened, multiplyBlock, packColumns } from "./blocked-product.js";
import { type AttentionOptions, readMask } from "./mask.js";
import { largestNorm, type Parts, type Scores, type Scoring } from "./scores.js";
import { FEW, HEAVY, liftedPower, LOWEST, LOWEST_OF_PRODUCTS, stepsOf, weighRow } from "./weigh-row.js";

/** 2²⁷ + 1, which splits a double into two halves of 26 bits. */
const SPLITTER = 134217729;

/** Weighs values by the softmax of scale · Q Kᵀ: what all scaled dot-product attention is. The sizes must fit. */
export function attend(
  Q: Parts,
  K: Parts,
  V: Parts,
  scale: number,
  scaleTail: number,
  { mask, causal = false }: AttentionOptions,
): Parts {
  if (typeof causal !== "boolean") throw wrongType("causal", "a boolean", causal);
  const n = Q.rows;
  const m = K.rows;
  const d = K.columns;
  const columns = V.columns;
  const maskRow = mask === undefined ? undefined : readMask(mask, n, m);
  const values = sizesOf(V);
  const scoring = liftedScoring(Q, K, scale, scaleTail, values);

  const packedKeys = packColumns(K.data, d, m, 1, d, 1);
  const factor = timesPowerOfTwo(1, -values.power);
  const packedValues = packColumns(V.data, m, columns, columns, 1, factor);
  const stride = roundUp(m);
  const width = roundUp(columns);
  const height = evened(d);
  const queries = new Float64Array(BLOCK * height);
  const scores: Scores = {
    high: new Float64Array(BLOCK * stride),
    low: new Float64Array(BLOCK * stride),
    powers: new Float64Array(BLOCK * stride),
    hasTiny: false,
  };
  const high = new Float64Array(BLOCK * width);
  const low = new Float64Array(BLOCK * width);
  const heavyHigh = new Float64Array(BLOCK * width);
  const heavyLow = new Float64Array(BLOCK * width);
  const bias = maskRow && new Float64Array(m);
  const sums = new Float64Array(2 * BLOCK);
  const isExtreme: boolean[] = [];
  // What values have beyond 53 bits, the result has, too: a next product may show it.
  const result = {
    rows: n,
    columns,
    data: new Float64Array(n * columns),
    low: V.low && new Float64Array(n * columns),
    shifts: V.shifts && new Int16Array(n * columns),
  };

  for (let first = 0; first < n; first += BLOCK) {
    const rows = Math.min(BLOCK, n - first);
    const inner = causal ? Math.min(m, first + rows) : m;
    for (let r = 0; r < rows; r++) {
      queries.set(scoring.queries.data.subarray((first + r) * d, (first + r + 1) * d), r * height);
    }
    multiplyBlock(queries, height, height, packedKeys, height, inner, scores.high, scores.low, stride);
    for (let r = 0; r < rows; r++) {
      if (bias !== undefined) maskRow!(first + r, bias);
      const count = causal ? Math.min(m, first + r + 1) : m;
      sums[2 * r] = weighRow(scoring, scores, first + r, r * stride, count, bias);
      sums[2 * r + 1] = tail[0]!;
      isExtreme[r] = values.areExtreme || scores.hasTiny;
      scores.powers.fill(0, r * stride + count, r * stride + evened(inner));
      heavyHigh.fill(0, r * width, r * width + columns);
      heavyLow.fill(0, r * width, r * width + columns);
      if (isExtreme[r] === true || !(sums[2 * r]! > 0)) continue;
      const heavy = values.areUneven || count <= FEW ? 0 : sums[2 * r]! * HEAVY;
      for (let j = r * stride; j < r * stride + count; j++) {
        if (scores.powers[j]! <= heavy) continue;
        addAccurately(scores, j, V, j - r * stride, factor, heavyHigh, heavyLow, r * width);
      }
    }
    multiplyBlock(scores.powers, stride, evened(inner), packedValues, evened(m), columns, high, low, width);
    for (let r = 0; r < rows; r++) {
      const to = (first + r) * columns;
      const sum = sums[2 * r]!;
      const sumTail = sums[2 * r + 1]!;
      if (!(sum > 0)) {
        result.data.fill(sum, to, to + columns);
      } else if (isExtreme[r] === true) {
        weighExactly(scores, r * stride, inner, V, sum, sumTail, result, to);
      } else {
        for (let c = 0; c < columns; c++) {
          const at = r * width + c;
          // The low parts are no rounding errors, and may be all that is left where high ones cancel.
          const highs = twoSum(heavyHigh[at]!, high[at]!);
          const total = twoSum(highs, tail[0]! + (heavyLow[at]! + low[at]!));
          const mean = quotientHead(total, tail[0]!, sum, sumTail);
          const rest = tail[0]!;
          const value = mean + rest;
          result.data[to + c] = values.power === 0 ? value : timesPowerOfTwo(value, values.power);
          if (result.low !== undefined)
            result.low[to + c] = timesPowerOfTwo(mean - value + rest, values.power);
        }
      }
    }
  }
  return result;
}

/** 1/√d with high and low parts; the low part is left in {@link tail}. */
export function usualScale(d: number): number {
  const root = Math.sqrt(d);
  const square = twoProduct(root, root);
  return quotientHead(1, 0, root, (d - square - tail[0]!) / (2 * root));
}

function roundUp(columns: number): number {
  return columns + (-columns & 3);
}

/** Scores whose scale is at most 1, with the rest of it in the queries: so that their dot products are good enough. */
function liftedScoring(Q: Parts, K: Parts, scale: number, scaleTail: number, values: ValueSizes): Scoring {
  requireNumber("scale", scale);
  const unlifted = {
    queries: Q,
    keys: K,
    scale,
    scaleTail,
    scaleHigh: highHalf(scale),
    scaleLow: scale - highHalf(scale),
    norm: largestNorm(K),
    lowest: values.lowest,
    isStrict: values.areUneven,
  };
  const size = Math.abs(scale);
  if (!(size > 1 && size < Infinity)) return unlifted;
  const power = exponentOf(scale) + 1;
  const lifted = timesPowerOfTwo(scale, -power);
  const lift = (x: number): number => timesPowerOfTwo(x, power);
  const data = Q.data.map(lift);
  // Beyond the doubles: then it is computed without error anyway.
  if (!data.every((x, i) => x - x === 0 || x === Q.data[i])) return unlifted;
  return {
    ...unlifted,
    queries: { ...Q, data, low: Q.low?.map(lift) },
    scale: lifted,
    scaleTail: timesPowerOfTwo(scaleTail, -power),
    scaleHigh: highHalf(lifted),
    scaleLow: lifted - highHalf(lifted),
  };
}

/** The first 26 bits of a double. */
function highHalf(x: number): number {
  const split = SPLITTER * x;
  return split - (split - x);
}

interface ValueSizes {
  /** The values are divided by 2 to this power, 0 unless they are very large or very small. */
  readonly power: number;
  /** Whether their range is so wide, after that, that their products with weights may underflow; or one is not finite. */
  readonly areExtreme: boolean;
  /**
   * Keys whose exponents are below this one do not show: -200 if no value is 0 and the largest is at most 2¹⁰⁰ times the
   * smallest; -∞ if a value is infinite or NaN, as any weight times that is ∞ or NaN.
   */
  readonly lowest: number;
  /** Whether a column has entries so much larger than most that a weight of little share may make up its result. */
  readonly areUneven: boolean;
}

function sizesOf({ rows, columns, data, shifts }: Parts): ValueSizes {
  let largest = 0;
  let smallest = Infinity;
  let areFinite = true;
  let hasZero = false;
  let areUneven = false;
  for (let c = 0; c < columns; c++) {
    let top = 0;
    let sum = 0;
    for (let i = c; i < data.length; i += columns) {
      const size = Math.abs(data[i]!);
      if (size > top) top = size;
      if (size - size !== 0) areFinite = false;
      sum += size / rows;
      if (size === 0) hasZero = true;
      else if (size < smallest) smallest = size;
    }
    if (!(top <= 16 * sum)) areUneven = true;
    largest = Math.max(largest, top);
  }
  // Of powers of two; all 0 have a positive one.
  const range = exponentOf(smallest) - exponentOf(largest);
  const power = Math.max(-1000, Math.min(exponentOf(largest), 1000));
  return {
    power: range <= 0 && Math.abs(power) > 200 ? power : 0,
    areExtreme: !areFinite || range < -500 || shifts !== undefined,
    lowest: !areFinite
      ? -Infinity
      : shifts !== undefined
        ? LOWEST_OF_PRODUCTS
        : range >= -100 && !hasZero
          ? -200
          : LOWEST,
    areUneven,
  };
}

/**
 * Adds a key's value times its power, with twice the digits, to sums in two parts; and makes its power 0, so that it is not
 * added again.
 */
function addAccurately(
  scores: Scores,
  key: number,
  { columns, data, low: dataLow }: Parts,
  j: number,
  factor: number,
  high: Float64Array,
  low: Float64Array,
  to: number,
): void {
  // Of 24 bits, so that its products with halves of a value are exact.
  const head = expHead(scores.high[key]!, scores.low[key]!);
  const rest = tail[0]!;
  scores.powers[key] = 0;
  for (let c = 0; c < columns; c++) {
    const value = data[j * columns + c]! * factor;
    const half = highHalf(value);
    const product = head * half;
    const before = high[to + c]!;
    const sum = before + product;
    const added = sum - before;
    high[to + c] = sum;
    const valueRest = value - half + (dataLow === undefined ? 0 : dataLow[j * columns + c]! * factor);
    low[to + c]! += before - (sum - added) + (product - added) + (head * valueRest + rest * value);
  }
}

/** The weighted means of the values without error before the last rounding, for values and powers of any size. */
function weighExactly(
  { high, low, powers }: Scores,
  at: number,
  count: number,
  V: Parts,
  sum: number,
  sumTail: number,
  result: Parts,
  to: number,
): void {
  const register = createExactSum();
  for (let c = 0; c < V.columns; c++) {
    register.fill(0);
    for (let j = 0; j < count; j++) {
      if (powers[at + j] === 0) continue;
      const exponent = high[at + j]!;
      const entry = j * V.columns + c;
      const value = V.data[entry]!;
      if (value - value !== 0) {
        addExactly(register, value);
      } else if (exponent >= LOWEST_OF_PRODUCTS) {
        const power = liftedPower(exponent, low[at + j]!) + tail[0]!;
        const shift = (V.shifts?.[entry] ?? 0) - 26 * stepsOf(exponent);
        addExactly(register, power, value, shift);
        if (V.low !== undefined) addExactly(register, power, V.low[entry], shift);
      }
    }
    const head = headOfSum(register);
    const exponent = register[EXPONENT]!;
    const isFinite = head - head === 0;
    const mean = isFinite ? quotientHead(head, tail[0]!, sum, sumTail) : head;
    const rest = isFinite ? tail[0]! : 0;
    if (result.shifts !== undefined) {
      result.data[to + c] = mean;
      result.low![to + c] = rest;
      result.shifts[to + c] = exponent / 20;
    } else {
      const value = mean + rest;
      result.data[to + c] = isFinite ? timesPowerOfTwo(value, exponent) : value;
      if (result.low !== undefined) result.low[to + c] = timesPowerOfTwo(mean - value + rest, exponent);
    }
  }
}
