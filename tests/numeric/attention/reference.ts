// True values of attention, in balls: softmax(scale · Q Kᵀ + bias) V, each entry with the sum of its absolute terms.

import * as exact from "../../../src/exact/index.js";
import type { Ball } from "../../../src/exact/index.js";

type Rows = readonly ArrayLike<number>[];

export interface TrueEntry {
  readonly value: Ball;
  /** Σⱼ wⱼ |Vⱼ|: what errors are measured by. */
  readonly size: Ball;
}

/** Bits of all balls: enough for scores of 1e300 that cancel, as no bit of a dot product is lost in 4,000. */
const WORK = 320;
const DOT = 4200;

const ball = exact.fromDouble;

function dot(x: ArrayLike<number>, y: ArrayLike<number>): Ball {
  let sum: Ball = exact.ZERO;
  for (let i = 0; i < x.length; i++) {
    if (x[i] === 0 || y[i] === 0) continue;
    sum = exact.add(sum, exact.multiply(ball(x[i]!), ball(y[i]!), DOT), DOT);
  }
  return sum;
}

/** 1/√d, to all bits. */
export function usualScale(d: number): Ball {
  return exact.divide(exact.ONE, exact.sqrt(exact.fromInteger(d), DOT), DOT);
}

/** One row of attention, by the formula, of a query that may attend to a key at least. */
export function trueRow(
  q: ArrayLike<number>,
  K: Rows,
  V: Rows,
  scale: Ball,
  bias: (j: number) => number = () => 0,
): TrueEntry[] {
  const allowed = K.map((_, j) => j).filter((j) => bias(j) !== -Infinity);
  const scores = allowed.map((j) => exact.add(exact.multiply(scale, dot(q, K[j]!), DOT), ball(bias(j)), DOT));
  return trueMeans(
    scores,
    allowed.map((j) => V[j]!),
  );
}

/** The means of values, weighted by the softmax of scores. */
export function trueMeans(scores: readonly Ball[], V: Rows): TrueEntry[] {
  const top = scores.reduce((a, b) => (exact.compare(a, b)! >= 0 ? a : b));
  const powers = scores.map((s) => exact.exp(exact.subtract(s, top, WORK), WORK));
  const sum = powers.reduce((a, b) => exact.add(a, b, WORK));
  return Array.from({ length: V[0]!.length }, (_, c) => {
    const mean = (of: (x: number) => number): Ball =>
      exact.divide(
        powers.reduce(
          (total: Ball, e, j) => exact.add(total, exact.multiply(e, ball(of(V[j]![c]!)), WORK), WORK),
          exact.ZERO,
        ),
        sum,
        WORK,
      );
    return { value: mean((x) => x), size: mean(Math.abs) };
  });
}

/** The distance between neighbouring doubles at a number: the unit in which errors are told. */
function ulpAt(size: number): number {
  if (size < 2 ** -1021) return 2 ** -1074;
  return 2 ** (Math.floor(Math.log2(size)) - 52);
}

/** How far a result is from the true value, in ulps of the sum of the absolute terms. */
export function errorOf(result: number, { value, size }: TrueEntry): number {
  const error = exact.absolute(exact.subtract(ball(result), value, WORK));
  const about = exact.midpoint(size);
  const scaled = exact.divide(error, ball(ulpAt(about)), WORK);
  return exact.midpoint(scaled);
}

/** The largest error of the rows that are looked at. */
export function largestError(
  result: { readonly columns: number; readonly data: Float64Array },
  rows: readonly (readonly [i: number, truth: readonly TrueEntry[]])[],
): number {
  let largest = 0;
  for (const [i, truth] of rows) {
    truth.forEach((entry, c) => {
      const error = errorOf(result.data[i * result.columns + c]!, entry);
      if (!(error <= largest)) largest = error;
    });
  }
  return largest;
}
