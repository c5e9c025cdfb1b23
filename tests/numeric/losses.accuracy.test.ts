import { describe, expect, it } from "vitest";

import * as library from "../../src/index.js";
import { errorInUlps, largestError, lossRows } from "./ulps.js";

const { entropy, jsDivergence, klDivergence, pointwiseMutualInformation } = library;

type Argument = number | number[] | number[][] | boolean | null;
type Options = { base?: number; normalize: boolean };

const divergenceOptions = (base: Argument, normalize: Argument): Options => ({
  ...(base === null ? {} : { base: base as number }),
  normalize: normalize as boolean,
});

/** The functions as the fixtures call them, and the largest error in ulps that is to be expected. */
const functions: Record<string, [ulps: number, f: (...args: never[]) => number]> = {
  meanAbsoluteError: [1, library.meanAbsoluteError],
  meanSquaredError: [1, library.meanSquaredError],
  huber: [1, (y: number[], ŷ: number[], delta: number) => library.huber(y, ŷ, { delta })],
  hinge: [1, library.hinge],
  binaryCrossEntropy: [1.5, library.binaryCrossEntropy],
  binaryCrossEntropyWithLogits: [1.5, library.binaryCrossEntropyWithLogits],
  crossEntropy: [1.5, library.crossEntropy],
  crossEntropyWithLogits: [1.5, library.crossEntropyWithLogits],
  minimumNegativeLogLikelihood: [1.5, library.minimumNegativeLogLikelihood],
  maximumLikelihood: [1, library.maximumLikelihood],
  entropy: [1.5, (p: number[], b: Argument, n: Argument) => entropy(p, divergenceOptions(b, n))],
  klDivergence: [
    1.5,
    (p: number[], q: number[], b: Argument, n: Argument) => klDivergence(p, q, divergenceOptions(b, n)),
  ],
  jsDivergence: [
    1.5,
    (p: number[], q: number[], b: Argument, n: Argument) => jsDivergence(p, q, divergenceOptions(b, n)),
  ],
  l1Regularization: [1, library.l1Regularization],
  l2Regularization: [1, library.l2Regularization],
  cosineSimilarity: [1, library.cosineSimilarity],
  pointwiseMutualInformation: [
    1,
    (pxy: number, px: number, py: number, base: number | null) =>
      pointwiseMutualInformation(pxy, px, py, base === null ? {} : { base }),
  ],
};

describe("losses, divergences and their kin are as close to the true value as their documentation says", () => {
  const rows = lossRows();

  it.each(Object.entries(functions))("%s, over the whole range of doubles", (name, [ulps, f]) => {
    const own = rows.filter(([each]) => each === name);
    expect(own.length).toBeGreaterThan(20);
    const largest = largestError(
      own.map(([, args, nearest, residual]) => {
        const result = f(...(args as never[]));
        const error = Number.isNaN(nearest)
          ? Number.isNaN(result)
            ? 0
            : Infinity
          : errorInUlps(result, nearest, residual);
        return [error, JSON.stringify(args)];
      }),
    );
    expect(largest.error, largest.where).toBeLessThanOrEqual(ulps);
  });

  it("the fixtures hold no function that is not tested", () => {
    expect(new Set(rows.map(([name]) => name))).toEqual(new Set(Object.keys(functions)));
  });
});

describe("a million entries", () => {
  const size = 1_000_000;
  const { meanAbsoluteError, meanSquaredError, huber, hinge, crossEntropy, l1Penalty, l2Penalty } = library;
  const zeros = new Float64Array(size);
  const constant = (x: number) => new Float64Array(size).fill(x);
  const exactMean = (terms: (i: number) => bigint, unit: number) => {
    let sum = 0n;
    for (let i = 0; i < size; i++) sum += terms(i);
    return Number(sum) / size / unit;
  };

  it("means near the largest double do not overflow", () => {
    const y = constant(1.6e308);
    expect(meanAbsoluteError(y, zeros)).toBe(1.6e308);
    expect(meanAbsoluteError(y, zeros, { reduction: "sum" })).toBe(Infinity);
    expect(meanSquaredError(constant(1.25e154), zeros)).toBe(1.25e154 * 1.25e154);
    expect(huber(y, zeros, { delta: 0.5 })).toBe(8e307);
    expect(hinge(constant(-1), y)).toBe(1.6e308);
  });

  it("sums of decimals round once", () => {
    // 0.1 is 3602879701896397 / 2⁵⁵.
    expect(meanAbsoluteError(constant(0.1), zeros)).toBe(0.1);
    expect(l1Penalty(constant(0.1), 1)).toBe(Number((3602879701896397n * 1000000n) >> 10n) / 2 ** 45);
    expect(meanSquaredError(constant(0.1), zeros)).toBe(0.1 * 0.1);
    expect(l2Penalty(constant(0.1), 1)).toBe(10000.000000000002);
  });

  it("whole numbers of very different sizes are summed exactly", () => {
    const value = (i: number) => (i % 3 === 0 ? 2 ** 50 + i : i % 7);
    const y = Float64Array.from({ length: size }, (_, i) => value(i));
    expect(meanAbsoluteError(y, zeros)).toBe(exactMean((i) => BigInt(value(i)), 1));
  });

  it("cross-entropies and divergences of equal terms are these terms", () => {
    const rows = { rows: size, columns: 1, data: constant(0.3) };
    expect(crossEntropy(zeros, rows)).toBe(1.2039728043259361);
    expect(library.binaryCrossEntropy(constant(0.5), constant(0.5))).toBe(Math.LN2);
    // mpmath: ln 10⁶ = 13.81551055796427410410795
    expect(entropy(constant(1), { normalize: true })).toBe(13.815510557964274);
    expect(klDivergence(constant(1), constant(0.3), { normalize: true })).toBe(0);
    expect(jsDivergence(constant(1), constant(2), { normalize: true })).toBe(0);
  });

  it("a product of a million likelihoods neither underflows nor overflows on the way", () => {
    const data = Float64Array.from({ length: size }, (_, i) => (i < size / 2 ? 0.125 : 8));
    data[0] = 0.0625;
    expect(library.maximumLikelihood({ rows: size, columns: 1, data })).toBe(0.5);
    expect(library.minimumNegativeLogLikelihood({ rows: size, columns: 1, data })).toBe(Math.LN2);
  });

  it("a dot product that cancels to its last bits keeps them", () => {
    const x = Float64Array.from({ length: size }, (_, i) => (i % 2 ? 1e200 : -1e200));
    x[size - 1] = 1e200 + 2 ** 612;
    const cosine = library.cosineSimilarity(x, constant(1e-300));
    // What is left of the sum is 2⁶¹² = 1.699641397e184, of norms 10³ · 10²⁰⁰ and 10³.
    expect(cosine / (2 ** 612 / 1e200 / 1e6)).toBeCloseTo(1, 12);
  });
});

describe("sums of logarithms that cancel", () => {
  it("are exactly 0 where they are", () => {
    expect(entropy([2, 0.25, 0.25, 0.25, 0.25])).toBe(0);
    expect(klDivergence([3, 3], [9, 1])).toBe(0);
    expect(library.minimumNegativeLogLikelihood([[3], [0.125], [8]])).toBe(-1.0986122886681098);
    expect(library.minimumNegativeLogLikelihood([[0.125], [8]])).toBe(0);
    // mpmath: -3.6432197315497740916e-17
    expect(library.minimumNegativeLogLikelihood([[1e10], [1e-10]])).toBe(-3.643219731549774e-17);
  });

  it("keep the difference of p and q down to the last bit of p", () => {
    // KL = Σ (p - q)² / (2q) with p - q = ±2⁻⁵³
    expect(klDivergence([0.5, 0.5], [0.5 + 2 ** -53, 0.5 - 2 ** -53])).toBe(2 ** -105);
    expect(jsDivergence([0.5, 0.5], [0.5 + 2 ** -53, 0.5 - 2 ** -53])).toBe(2 ** -107);
  });
});
