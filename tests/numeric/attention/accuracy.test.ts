// Attention against balls, in ulps of the sum of the absolute terms.

import { describe, expect, it } from "vitest";

import * as exact from "../../../src/exact/index.js";
import {
  attentionalDecoderOutput,
  attentionHead,
  bahdanauAttention,
  type Matrix,
  scaledDotProductAttention,
  type ScaledDotProductAttentionOptions,
  toArray,
} from "../../../src/index.js";
import { errorInUlps } from "../../../src/verify/ulps.js";
import { errorOf, largestError, trueMeans, trueRow, usualScale } from "./reference.js";

/** Numbers in [0, 1) that are the same everywhere. */
let state = 11n;
function uniform(): number {
  state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffff_ffff_ffff_ffffn;
  return Number(state >> 11n) / 2 ** 53;
}

const normal = (): number => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
const signed = (): number => 2 * uniform() - 1;
const times =
  (factor: number, draw = normal) =>
  (): number =>
    factor * draw();

type Draw = (at: number) => number;

function draw(rows: number, columns: number, entry: Draw): Matrix {
  return { rows, columns, data: Float64Array.from({ length: rows * columns }, (_, at) => entry(at)) };
}

/** The largest error of some rows of an attention of n queries and m keys of d entries and values of c. */
function errorOfAttention(
  [n, m, d, c]: readonly [number, number, number, number],
  q: Draw,
  k: Draw,
  v: Draw,
  options: ScaledDotProductAttentionOptions = {},
  bias?: (i: number, j: number) => number,
): number {
  const [Q, K, V] = [draw(n, d, q), draw(m, d, k), draw(m, c, v)];
  const result = scaledDotProductAttention(Q, K, V, options);
  const [queries, keys, values] = [toArray(Q), toArray(K), toArray(V)];
  const scale = options.scale === undefined ? usualScale(d) : exact.fromDouble(options.scale);
  const looked = [0, 1, (n >> 1) - 1, n - 1].filter((i) => i >= 0 && i < n);
  return largestError(
    result,
    looked.map((i) => [i, trueRow(queries[i]!, keys, values, scale, bias && ((j) => bias(i, j)))]),
  );
}

const LARGE = [64, 512, 64, 8] as const;
const MANY = [8, 70, 16, 16] as const;
const SMALL = [9, 11, 5, 3] as const;

describe("scaledDotProductAttention is within 2 ulp of Σ wⱼ |Vⱼ|, where 4 are promised,", () => {
  it.each<[string, typeof LARGE | typeof MANY | typeof SMALL, Draw, Draw, Draw]>([
    ["512 normal keys of 64 entries", LARGE, normal, normal, normal],
    ["with positive values", LARGE, normal, normal, uniform],
    ["uniform", LARGE, signed, signed, signed],
    ["equal keys and equal values", LARGE, () => 0.1, () => 0.7, () => 0.3],
    ["values of which most are 0", LARGE, normal, normal, () => (uniform() < 0.02 ? normal() : 0)],
    ["values with long tails", LARGE, normal, normal, () => normal() ** 5],
    ["scores of 20", LARGE, times(2), times(2), uniform],
    ["scores of 10⁴", LARGE, times(45), times(45), uniform],
    ["scores of 10⁴, half of the values 0", LARGE, times(45), times(45), () => Math.max(0, normal())],
    [
      "70 positive keys, as many as plain scores take",
      MANY,
      times(1.8, uniform),
      times(1.8, uniform),
      normal,
    ],
    ["70 positive keys and values", MANY, times(1.8, uniform), times(1.8, uniform), uniform],
    ["few keys", SMALL, times(2), times(2), uniform],
    ["scores of 10¹⁰ that are nearly equal", SMALL, () => 1e5, () => 1e5 + 1e-5 * normal(), normal],
    ["scores of 1e300", SMALL, times(1e150), times(1e150), normal],
    ["scores of 1e300 that cancel", SMALL, (at) => (at % 2 ? 1e300 : -1e300), () => 1 + 2 ** -52, normal],
    [
      "scores of 1e300 that are nearly equal",
      SMALL,
      () => 1e150,
      () => 1e150 * (1 + 2 ** -52 * Math.floor(3 * uniform())),
      normal,
    ],
    ["scores beyond the doubles", SMALL, times(1e200), times(1e200), normal],
    ["small queries and large keys", SMALL, times(1e-200), times(1e200), normal],
    ["values up to the largest double", SMALL, normal, normal, times(1.79e308, signed)],
    [
      "values of some times the smallest double",
      SMALL,
      normal,
      normal,
      () => 5e-324 * Math.round(10 * normal()),
    ],
    ["values of all sizes", SMALL, times(10), times(10), () => normal() * 2 ** (250 * normal())],
    ["one value that is large", LARGE, times(3), normal, (at) => (at < 8 ? 1e250 : normal())],
  ])("%s", (_name, sizes, q, k, v) => {
    for (let run = 0; run < (sizes === SMALL ? 20 : 2); run++) {
      expect(errorOfAttention(sizes, q, k, v)).toBeLessThanOrEqual(2);
    }
  });

  it.each([0.001, 0.3, 7, 1e10, 1e-300, -2])("a scale of %d", (scale) => {
    for (let run = 0; run < 20; run++) {
      expect(errorOfAttention(SMALL, normal, normal, normal, { scale })).toBeLessThanOrEqual(2);
    }
  });

  it.each([3, 1e4, 1e17, 1e300])("a mask of numbers of the size %d", (size) => {
    for (let run = 0; run < 20; run++) {
      const mask = Array.from({ length: 9 }, () =>
        Array.from({ length: 11 }, () =>
          uniform() < 0.2 ? -Infinity : size * (1 + 1e-16 * Math.floor(9 * uniform())),
        ),
      );
      for (const each of mask) each[3] = size;
      const error = errorOfAttention(SMALL, normal, normal, uniform, { mask }, (i, j) => mask[i]![j]!);
      expect(error).toBeLessThanOrEqual(2);
    }
  });

  it("causal, of several blocks of queries and keys", () => {
    const bias = (i: number, j: number): number => (j <= i ? 0 : -Infinity);
    for (const sizes of [
      [37, 37, 7, 5],
      [50, 20, 3, 2],
      [20, 50, 64, 1],
    ] as const) {
      expect(errorOfAttention(sizes, normal, normal, uniform, { causal: true }, bias)).toBeLessThanOrEqual(2);
    }
  });
});

const BITS = 500;
const ball = exact.fromDouble;

function product(x: readonly exact.Ball[], y: readonly exact.Ball[]): exact.Ball {
  return x.reduce(
    (sum: exact.Ball, each, i) => exact.add(sum, exact.multiply(each, y[i]!, BITS), BITS),
    exact.ZERO,
  );
}

describe("attentionHead", () => {
  it.each([1, 10, 300])(
    "weighs rightly, its projections unrounded, for projections of the size %d",
    (size) => {
      for (let run = 0; run < 10; run++) {
        const X = draw(6, 7, times(size));
        const [WQ, WK, WV] = [draw(7, 4, normal), draw(7, 4, normal), draw(7, 3, normal)];
        const result = attentionHead(X, X, X, { WQ, WK, WV });
        const columnsOf = (W: Matrix): exact.Ball[][] =>
          Array.from({ length: W.columns }, (_, c) => toArray(W).map((each) => ball(each[c]!)));
        const project = (W: Matrix): exact.Ball[][] =>
          toArray(X).map((x) => columnsOf(W).map((w) => product(x.map(ball), w)));
        const [queries, keys] = [project(WQ), project(WK)];
        const scores = keys.map((k) => exact.multiply(usualScale(4), product(queries[0]!, k), BITS));
        // Values, and Σₖ |Vⱼₖ| |WVₖ|, as doubles: far more than the weights need to be told apart.
        const values = project(WV).map((each) => each.map(exact.midpoint));
        const sizes = toArray(X).map((x) =>
          columnsOf(WV).map((w) =>
            exact.midpoint(
              product(
                x.map((each) => ball(Math.abs(each))),
                w.map(exact.absolute),
              ),
            ),
          ),
        );
        const truth = trueMeans(scores, values);
        const scale = trueMeans(scores, sizes);
        truth.forEach(({ value }, c) => {
          expect(errorOf(result.data[c]!, { value, size: scale[c]!.value })).toBeLessThanOrEqual(4);
        });
      }
    },
  );
});

describe("attentionalDecoderOutput", () => {
  it.each([1, 30, 1e4, 1e150])("is within 1 ulp for states and weights of the size %d", (size) => {
    for (let run = 0; run < 30; run++) {
      const s = Array.from({ length: 5 }, times(size));
      const V = draw(7, 5, size === 1 ? normal : () => size * (1 + (normal() * 30) / size ** 2));
      const output = attentionalDecoderOutput(s, { V });
      const scores = toArray(V).map((v) =>
        v.reduce(
          (sum: exact.Ball, each, k) => exact.add(sum, exact.multiply(ball(each), ball(s[k]!), 4200), 4200),
          exact.ZERO,
        ),
      );
      const unit = scores.map((_, k) => scores.map((__, j) => (j === k ? 1 : 0)));
      trueMeans(scores, unit).forEach(({ value }, k) => {
        expect(errorInUlps(output[k]!, value)!.high).toBeLessThanOrEqual(1);
      });
    }
  });
});

describe("bahdanauAttention", () => {
  it.each([1, 1e4, 1e300])(
    "is within 2 ulp of Σ |v| tanh(Σ |W| |[s; h]|), for states of the size %d",
    (size) => {
      for (let run = 0; run < 30; run++) {
        const s = Array.from({ length: 3 }, times(size));
        const H = draw(2, 2, normal);
        // The columns of the state cancel among each other.
        const W = draw(4, 5, (at) => (at % 5 < 3 ? (1 + normal()) / size : normal()));
        const v = Array.from({ length: 4 }, normal);
        const energies = bahdanauAttention(s, H, { W, v });
        toArray(H).forEach((h, j) => {
          const stacked = [...s, ...h];
          const sum = (of: (x: number) => exact.Ball): exact.Ball =>
            product(
              v.map(of),
              toArray(W).map((w) => exact.tanh(product(w.map(of), stacked.map(of)), BITS)),
            );
          const value = sum(ball);
          expect(errorOf(energies[j]!, { value, size: sum((x) => ball(Math.abs(x))) })).toBeLessThanOrEqual(
            2,
          );
        });
      }
    },
  );
});
