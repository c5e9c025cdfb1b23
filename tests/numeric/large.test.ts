// A million entries: sums, means and divergences against balls. The vectors hold two thousand different pairs, each many
// times and in mixed order, so that the reference adds up two thousand terms, each times its count.

import { describe, expect, it } from "vitest";
import * as exact from "../../src/exact/index.js";
import type { Ball } from "../../src/exact/index.js";
import {
  binaryCrossEntropy,
  binaryCrossEntropyWithLogits,
  cosineSimilarity,
  crossEntropy,
  crossEntropyWithLogits,
  entropy,
  hinge,
  huber,
  jsDivergence,
  klDivergence,
  l1Penalty,
  l2Penalty,
  meanAbsoluteError,
  meanSquaredError,
  negativeLogLikelihood,
} from "../../src/index.js";
import { errorInUlps } from "../../src/verify/ulps.js";

const BITS = 192;
const SIZE = 1_000_000;
const DIFFERENT = 2000;

/** Numbers in [0, 1) that are the same everywhere: a linear congruential generator with 53 bits of its state. */
function numbers(seed: number): () => number {
  let state = BigInt(seed);
  return () => {
    state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffff_ffff_ffff_ffffn;
    return Number(state >> 11n) / 2 ** 53;
  };
}

interface Sample {
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** The sum over all entries of a term of each. */
  readonly sum: (term: (x: Ball, y: Ball) => Ball) => Ball;
}

/** A million pairs, of which `DIFFERENT` are different, in mixed order. */
function sampleOf(draw: (next: () => number, k: number) => readonly [x: number, y: number]): Sample {
  const next = numbers(11);
  const pairs = Array.from({ length: DIFFERENT }, (_, k) => draw(next, k));
  const counts = new Float64Array(DIFFERENT);
  const x = new Float64Array(SIZE);
  const y = new Float64Array(SIZE);
  for (let i = 0; i < SIZE; i++) {
    const k = Math.floor(next() ** 2 * DIFFERENT);
    counts[k]!++;
    [x[i], y[i]] = pairs[k]! as [number, number];
  }
  const sum: Sample["sum"] = (term) =>
    pairs.reduce((total: Ball, [a, b], k) => {
      const value = term(exact.fromDouble(a), exact.fromDouble(b));
      return exact.add(total, exact.multiply(value, exact.fromInteger(counts[k]!), BITS), BITS);
    }, exact.ZERO);
  return { x, y, sum };
}

const add = (a: Ball, b: Ball): Ball => exact.add(a, b, BITS);
const subtract = (a: Ball, b: Ball): Ball => exact.subtract(a, b, BITS);
const times = (a: Ball, b: Ball): Ball => exact.multiply(a, b, BITS);
const over = (a: Ball, b: Ball): Ball => exact.divide(a, b, BITS);
const log = (a: Ball): Ball => exact.log(a, BITS);
const square = (a: Ball): Ball => times(a, a);
const mean = (a: Ball): Ball => over(a, exact.fromInteger(SIZE));
const half = (a: Ball): Ball => over(a, exact.fromInteger(2));
const one = exact.ONE;
/** −ln σ(z) = ln(1 + e⁻ᶻ) */
const softplus = (z: Ball): Ball => log(add(one, exact.exp(z, BITS)));

/** The largest error allowed, and met, is in ulps of the true value. */
function expectWithin2Ulps(result: number, truth: Ball): void {
  const error = errorInUlps(result, truth);
  expect(error?.high).toBeLessThanOrEqual(2);
  // The ball is narrow enough to tell.
  expect(error!.high - error!.low).toBeLessThan(0.001);
}

describe("of a million entries, within 2 ulps:", () => {
  const wide = sampleOf((next) => [(next() - 0.5) * 2 ** Math.floor(next() * 60), (next() - 0.5) * 1000]);
  const close = sampleOf((next) => {
    const x = next() * 100;
    return [x, x * (1 + (next() - 0.5) * 1e-9)];
  });
  const probabilities = sampleOf((next) => [next() ** 6, next() ** 3]);
  const nearlyEqual = sampleOf((next) => {
    const p = next() / SIZE;
    return [p, p * (1 + (next() - 0.5) * 1e-7)];
  });
  const logits = sampleOf((next) => [next(), (next() - 0.5) * 80]);
  const classes = sampleOf((next) => [next() < 0.5 ? -1 : 1, (next() - 0.4) * 4]);

  it.each([
    ["far apart", wide],
    ["close together", close],
  ])("mean absolute, mean squared error and Huber loss, %s", (_, { x, y, sum }) => {
    expectWithin2Ulps(meanAbsoluteError(x, y), mean(sum((a, b) => exact.absolute(subtract(a, b)))));
    expectWithin2Ulps(meanSquaredError(x, y), mean(sum((a, b) => square(subtract(a, b)))));
    expectWithin2Ulps(
      huber(x, y, { delta: 3 }),
      mean(
        sum((a, b) => {
          const size = exact.absolute(subtract(a, b));
          const three = exact.fromInteger(3);
          return exact.compare(size, three) === 1
            ? times(three, subtract(size, half(three)))
            : half(square(size));
        }),
      ),
    );
  });

  it("hinge loss", () => {
    const { x, y, sum } = classes;
    expectWithin2Ulps(
      hinge(x, y),
      mean(sum((a, b) => exact.maximum(exact.ZERO, subtract(one, times(a, b))))),
    );
  });

  it("binary cross-entropy, of probabilities and of logits", () => {
    const { x, y, sum } = probabilities;
    const truth = sum((t, p) =>
      exact.negate(add(times(t, log(p)), times(subtract(one, t), log(subtract(one, p))))),
    );
    expectWithin2Ulps(binaryCrossEntropy(x, y), mean(truth));
    expectWithin2Ulps(binaryCrossEntropy(x, y, { reduction: "sum" }), truth);
    const ofLogits = logits.sum((t, z) => subtract(softplus(z), times(t, z)));
    expectWithin2Ulps(binaryCrossEntropyWithLogits(logits.x, logits.y), mean(ofLogits));
  });

  it("cross-entropy of a million classes, of probabilities and of logits", () => {
    const { x, y, sum } = probabilities;
    expectWithin2Ulps(
      crossEntropy(x, y),
      sum((t, p) => exact.negate(times(t, log(p)))),
    );
    const normalizer = log(logits.sum((_, z) => exact.exp(z, BITS)));
    expectWithin2Ulps(
      crossEntropyWithLogits(logits.x, logits.y),
      logits.sum((t, z) => times(t, subtract(normalizer, z))),
    );
  });

  it("negative log-likelihood of a million observations", () => {
    const { y, sum } = probabilities;
    const all = { rows: SIZE, columns: 1, data: y };
    expectWithin2Ulps(
      negativeLogLikelihood(new Float64Array(SIZE), all, { reduction: "sum" }),
      sum((_, p) => exact.negate(log(p))),
    );
  });

  it("entropy, KL and JS divergence, far apart and close together", () => {
    for (const { x, y, sum } of [probabilities, nearlyEqual]) {
      expectWithin2Ulps(
        entropy(x),
        sum((p) => exact.negate(times(p, log(p)))),
      );
      expectWithin2Ulps(
        klDivergence(x, y),
        sum((p, q) => times(p, log(over(p, q)))),
      );
      const middle = (p: Ball, q: Ball): Ball => half(add(p, q));
      const truth = sum((p, q) =>
        add(times(p, log(over(p, middle(p, q)))), times(q, log(over(q, middle(p, q))))),
      );
      expectWithin2Ulps(jsDivergence(x, y), half(truth));
    }
  });

  it("cosine similarity, of vectors of any angle and of nearly orthogonal ones", () => {
    const orthogonal = sampleOf((next, k) => {
      const x = next() * 10;
      return [x, (k % 2 === 0 ? 1 : -1) / (x + 1e-9 * next())];
    });
    for (const { x, y, sum } of [wide, close, orthogonal]) {
      const dot = sum(times);
      const norms = times(
        sum((a) => square(a)),
        sum((_, b) => square(b)),
      );
      expectWithin2Ulps(cosineSimilarity(x, y), over(dot, exact.sqrt(norms, BITS)));
    }
  });

  it("L1 and L2 penalty", () => {
    const { x, sum } = wide;
    const lambda = exact.fromDouble(0.1);
    expectWithin2Ulps(l1Penalty(x, 0.1), times(lambda, sum(exact.absolute)));
    expectWithin2Ulps(l2Penalty(x, 0.1), times(lambda, sum(square)));
  });
});
