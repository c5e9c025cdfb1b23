import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  averagePrecision,
  dcg,
  DomainError,
  meanAveragePrecision,
  ndcg,
  precisionRecallCurve,
  rocAuc,
  rocCurve,
  ShapeError,
} from "../../src/index.js";
import { sortFalling } from "../../src/numeric/ranking/sort-falling.js";

/** As a caller without types would call it. */
const untyped = (f: unknown) => f as (...args: unknown[]) => unknown;

/** The same numbers on every run, in [0, 1). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const ranked = { labels: [0, 1, 0, 1], scores: [0.1, 0.2, 0.3, 0.4] };

describe("sortFalling", () => {
  const random = generator(1);
  const kinds: Record<string, () => number> = {
    "of both signs": () => random() * 2 - 1,
    "of every size": () => (random() < 0.5 ? -1 : 1) * 2 ** (random() * 2000 - 1000) * random(),
    "that are subnormal": () => Math.round(random() * 1000) * 5e-324,
    "that are few": () => Math.floor(random() * 7) - 3,
    "that are all the same": () => -2.5,
    "of which some are infinite": () => [Infinity, -Infinity, 0, 1][Math.floor(random() * 4)]!,
    "that are negative": () => -random(),
  };
  it.each(Object.entries(kinds))("sorts many numbers %s", (_name, kind) => {
    for (const length of [1, 10, 1999, 2000, 5000]) {
      const values = Float64Array.from({ length }, () => kind() + 0);
      expect(sortFalling(values.slice())).toEqual(values.toSorted((a, b) => (a > b ? -1 : a < b ? 1 : 0)));
    }
  });

  it("sorts a part of a buffer, and nothing else of it", () => {
    const buffer = Float64Array.from({ length: 3002 }, (_, i) => i);
    const sorted = sortFalling(buffer.subarray(1, 3001));
    expect(sorted).toEqual(Float64Array.from({ length: 3000 }, (_, i) => 3000 - i));
    expect([buffer[0], buffer[3001]]).toEqual([0, 3001]);
  });
});

describe("rocAuc", () => {
  it("is the share of pairs in the right order", () => {
    expect(rocAuc(ranked.labels, ranked.scores)).toBe(0.75);
    expect(rocAuc([1, 1, 0], [3, 2, 1])).toBe(1);
    expect(rocAuc([1, 1, 0], [1, 2, 3])).toBe(0);
  });

  it("counts ties as one half; 0 and -0 tie, ±∞ are scores", () => {
    expect(rocAuc([1, 0], [0, -0])).toBe(0.5);
    expect(rocAuc([1, 0, 0], [5, 5, 1])).toBe(0.75);
    expect(rocAuc([1, 1, 0, 0], [Infinity, -Infinity, -Infinity, 7])).toBe(0.625);
  });

  it("takes any labels, and scores in typed arrays", () => {
    expect(rocAuc([false, true, false, true], Float32Array.from(ranked.scores))).toBe(0.75);
    expect(rocAuc(["n", "p", "n", "p"], ranked.scores, { positive: "p" })).toBe(0.75);
    expect(rocAuc([2, 1, 3, 1], ranked.scores, { positive: 1 })).toBe(0.75);
    expect(rocAuc(Int8Array.of(-1, 1, -1, 1), ranked.scores)).toBe(0.75);
  });

  it("of one class is undefined, of a NaN score NaN", () => {
    expect(rocAuc([1, 1], [1, 2])).toBeNaN();
    expect(rocAuc([0, 0], [1, 2], { undefinedValue: 0.5 })).toBe(0.5);
    expect(rocAuc([0, 1], [1, NaN], { undefinedValue: 0.5 })).toBeNaN();
  });

  it("of a million scores with many ties is the exact count", () => {
    const random = generator(2);
    const size = 1_000_000;
    const levels = 1000;
    const scores = Float64Array.from({ length: size }, () => Math.floor(random() * levels));
    const labels = Uint8Array.from(scores, (score) => (random() < 0.2 + score / (2 * levels) ? 1 : 0));
    const positives = new Array<bigint>(levels).fill(0n);
    const negatives = new Array<bigint>(levels).fill(0n);
    scores.forEach((score, i) => (labels[i] === 1 ? positives : negatives)[score]!++);
    let twice = 0n;
    let below = 0n;
    let P = 0n;
    for (let level = 0; level < levels; level++) {
      twice += positives[level]! * (2n * below + negatives[level]!);
      below += negatives[level]!;
      P += positives[level]!;
    }
    // Both are below 2⁵³: the quotient of the doubles is the nearest to the quotient.
    expect(rocAuc(labels, scores)).toBe(Number(twice) / Number(2n * P * below));
    const { falsePositiveRates, truePositiveRates } = rocCurve(labels, scores);
    expect(falsePositiveRates.length).toBe(levels + 1);
    expect(truePositiveRates.at(-1)).toBe(1);
  });
});

describe("rocCurve", () => {
  it("has a point a distinct score, after (0, 0)", () => {
    expect(rocCurve([0, 1, 0, 1, 1], [0.1, 0.2, 0.3, 0.4, 0.3])).toEqual({
      falsePositiveRates: Float64Array.of(0, 0, 0.5, 0.5, 1),
      truePositiveRates: Float64Array.of(0, 1 / 3, 2 / 3, 1, 1),
      thresholds: Float64Array.of(Infinity, 0.4, 0.3, 0.2, 0.1),
    });
  });

  it("without negatives has no false positive rate", () => {
    expect(rocCurve([1, 1], [1, 2])).toEqual({
      falsePositiveRates: Float64Array.of(NaN, NaN, NaN),
      truePositiveRates: Float64Array.of(0, 0.5, 1),
      thresholds: Float64Array.of(Infinity, 2, 1),
    });
  });

  it("of a NaN score is one point of NaN", () => {
    const NaNs = Float64Array.of(NaN);
    expect(rocCurve([1, 0], [1, NaN])).toEqual({
      falsePositiveRates: NaNs,
      truePositiveRates: NaNs,
      thresholds: NaNs,
    });
  });
});

describe("precisionRecallCurve", () => {
  it("has a point a distinct score, after precision 1 and recall 0", () => {
    expect(precisionRecallCurve([0, 1, 0, 1, 1], [0.1, 0.2, 0.3, 0.4, 0.3])).toEqual({
      precisions: Float64Array.of(1, 1, 2 / 3, 3 / 4, 3 / 5),
      recalls: Float64Array.of(0, 1 / 3, 2 / 3, 1, 1),
      thresholds: Float64Array.of(Infinity, 0.4, 0.3, 0.2, 0.1),
    });
  });

  it("without positives has no recall; of a NaN score is NaN", () => {
    const curve = precisionRecallCurve([0, 0], [1, 1]);
    expect(curve.precisions).toEqual(Float64Array.of(1, 0));
    expect(curve.recalls).toEqual(Float64Array.of(NaN, NaN));
    expect(precisionRecallCurve([1, 0], [1, NaN]).precisions).toEqual(Float64Array.of(NaN));
  });
});

describe("averagePrecision", () => {
  it("is the sum of precisions times the steps of recall", () => {
    expect(averagePrecision(ranked.labels, ranked.scores)).toBe(0.8333333333333334);
    expect(averagePrecision([1, 1, 0], [2, 2, 1])).toBe(1);
    expect(averagePrecision([1, 0], [0, -0])).toBe(0.5);
    expect(averagePrecision([1, 1], [-Infinity, Infinity])).toBe(1);
  });

  it("without positives is undefined, of a NaN score NaN", () => {
    expect(averagePrecision([0, 0], [1, 2])).toBeNaN();
    expect(averagePrecision([0, 0], [1, 2], { undefinedValue: 0 })).toBe(0);
    expect(averagePrecision([0, 1], [1, NaN], { undefinedValue: 0 })).toBeNaN();
  });

  it("of a million distinct scores is right to the last digit", () => {
    // Every second item is relevant, from the second on: (1 / P) Σ k / (2k) = 1 / 2.
    const size = 1_000_000;
    const scores = Float64Array.from({ length: size }, (_, i) => -i);
    const labels = Uint8Array.from(scores, (_, i) => i % 2);
    expect(averagePrecision(labels, scores)).toBe(0.5);
    // From the first on: (1 / P) Σ k / (2k - 1) = 1/2 + (1 / 2P) Σ 1 / (2k - 1); mpmath: 0.50000754293670171…
    const first = labels.map((label) => 1 - label);
    expect(averagePrecision(first, scores)).toBe(0.5000075429367017);
  });
});

describe("meanAveragePrecision", () => {
  it("is the mean over queries", () => {
    const queries = [ranked, { labels: [1, 0], scores: [1, 2] }, { labels: [true], scores: [0] }];
    expect(meanAveragePrecision(queries)).toBe((5 / 6 + 1 / 2 + 1) / 3);
    expect(meanAveragePrecision([ranked])).toBe(averagePrecision(ranked.labels, ranked.scores));
  });

  it("puts undefinedValue in the place of a query without positives", () => {
    const queries = [ranked, { labels: [0], scores: [1] }];
    expect(meanAveragePrecision(queries)).toBeNaN();
    expect(meanAveragePrecision(queries, { undefinedValue: 0 })).toBe(5 / 12);
    expect(meanAveragePrecision(queries, { undefinedValue: Infinity })).toBe(Infinity);
  });

  it.each([
    [[], ShapeError, "queries must have at least one entry, but has none"],
    [{ labels: [1] }, TypeError, "queries must be an array of { labels, scores }, but is of type object"],
    [[ranked, null], TypeError, "queries[1] must be { labels, scores }, but is null"],
    [
      [{ labels: [1], scores: [] }],
      ShapeError,
      "queries[0].scores must have at least one entry, but has none",
    ],
    [
      [ranked, { labels: [NaN], scores: [1] }],
      DomainError,
      "queries[1].labels[0] must be a label, but is NaN",
    ],
  ])("refuses %o", (queries, ErrorClass, message) => {
    expect(() => untyped(meanAveragePrecision)(queries)).toThrow(new ErrorClass(message));
  });
});

describe.each(Object.entries({ rocAuc, averagePrecision, rocCurve, precisionRecallCurve }))(
  "%s",
  (_name, f) => {
    it.each([
      [[], [], ShapeError, "labels must have at least one entry, but has none"],
      [[1, 0], [1], ShapeError, "scores must have as many entries as labels, 2, but has 1"],
      [[1, 0], null, TypeError, "scores must be an array of numbers, but is null"],
      [[1, 0], [1, "2"], TypeError, 'scores[1] must be a number, but is "2"'],
      [[1, NaN], [1, 2], DomainError, "labels[1] must be a label, but is NaN"],
      [[1, "0"], [1, 2], TypeError, 'labels[1] must be a number, as labels[0] is, but is "0"'],
      [
        [1, undefined],
        [1, 2],
        TypeError,
        "labels[1] must be a number, a string or a boolean, but is undefined",
      ],
      [["1"], [1], DomainError, "positive must be given where the labels are strings"],
      [
        [0, 1, 2],
        [1, 2, 3],
        DomainError,
        "positive must be given where labels has several classes besides 1: 0, 2",
      ],
      [
        [0, 2],
        [1, 2],
        DomainError,
        "positive must be given where labels has several classes besides 1: 0, 2",
      ],
    ])("refuses %o, %o", (labels, scores, ErrorClass, message) => {
      expect(() => untyped(f)(labels, scores)).toThrow(new ErrorClass(message));
    });

    it("does not change its arguments", () => {
      const labels = Uint8Array.of(0, 1, 0);
      const scores = Float64Array.of(1, 3, 2);
      f(labels, scores);
      expect([labels, scores]).toEqual([Uint8Array.of(0, 1, 0), Float64Array.of(1, 3, 2)]);
    });
  },
);

describe("rankings in general", () => {
  const items = fc
    .array(fc.tuple(fc.nat(1), fc.integer({ min: -20, max: 20 })), { minLength: 2, maxLength: 60 })
    .map((pairs) => ({
      labels: [1, 0, ...pairs.map(([label]) => label)],
      scores: [0, 1, ...pairs.map(([, score]) => score)],
    }));

  it("do not depend on the order of the items, nor on what a rising function makes of the scores", () => {
    fc.assert(
      fc.property(items, fc.constantFrom(rocAuc, averagePrecision), ({ labels, scores }, f) => {
        const value = f(labels, scores);
        expect(f(labels.toReversed(), scores.toReversed())).toBe(value);
        const rising = scores.map((score) => score ** 3 * 1e250);
        expect(f(labels, rising)).toBe(value);
        expect(f(labels.map(Boolean), scores)).toBe(value);
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  it("turned around have the area 1 - AUC, and so have the labels", () => {
    fc.assert(
      fc.property(items, ({ labels, scores }) => {
        const auc = rocAuc(labels, scores);
        const negated = scores.map((score) => -score);
        expect(rocAuc(labels, negated)).toBeCloseTo(1 - auc, 15);
        expect(rocAuc(labels, scores, { positive: 0 })).toBe(rocAuc(labels, negated));
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it("have under the curve, by trapezoids, the area, and by steps the average precision", () => {
    fc.assert(
      fc.property(items, ({ labels, scores }) => {
        const { falsePositiveRates: x, truePositiveRates: y } = rocCurve(labels, scores);
        let area = 0;
        for (let i = 1; i < x.length; i++) area += ((x[i]! - x[i - 1]!) * (y[i]! + y[i - 1]!)) / 2;
        expect(area).toBeCloseTo(rocAuc(labels, scores), 13);
        const { precisions, recalls } = precisionRecallCurve(labels, scores);
        let steps = 0;
        for (let i = 1; i < x.length; i++) steps += (recalls[i]! - recalls[i - 1]!) * precisions[i]!;
        expect(steps).toBeCloseTo(averagePrecision(labels, scores), 13);
      }),
      { seed: 4, numRuns: 300 },
    );
  });
});

describe("dcg", () => {
  it("is the sum of gains over logarithms of positions", () => {
    // mpmath: 3 + 2/log2(3) + 3/2 + 1/log2(6) + 2/log2(7) = 6.8611266885935011…
    expect(dcg([3, 2, 3, 0, 1, 2], [6, 5, 4, 3, 2, 1])).toBe(6.861126688593501);
    expect(dcg([7], [0])).toBe(7);
    expect(dcg([0, 1], [1, 1])).toBe(dcg([1, 0], [1, 1]));
  });

  it("is exact where the positions are powers of two", () => {
    expect(dcg([1, 0, 1, 0, 0, 0, 1], [7, 6, 5, 4, 3, 2, 1])).toBe(1 + 1 / 2 + 1 / 3);
    expect(dcg([3, 0, 2], [3, 2, 1], { gain: "exponential" })).toBe(7 + 3 / 2);
  });

  it("keeps the order of ties only if told so", () => {
    expect(dcg([1, 0], [5, 5], { ties: "order" })).toBe(1);
    expect(dcg([1, 0, 0], [0, -0, 0], { ties: "order" })).toBe(1);
    // The mean of 1 and 1 / log2(3) = 0.63092975357145743…
    expect(dcg([1, 0], [5, 5])).toBe(0.8154648767857288);
    expect(dcg([1, 0], [Infinity, Infinity])).toBe(0.8154648767857288);
  });

  it("looks at the first k positions only, in which items that tie with the k-th share", () => {
    expect(dcg([3, 2, 1], [3, 2, 1], { k: 1 })).toBe(3);
    expect(dcg([3, 1, 2], [5, 5, 1], { k: 1 })).toBe(2);
    expect(dcg([3, 2], [2, 1], { k: 100 })).toBe(dcg([3, 2], [2, 1]));
  });

  it("overflows only where the true value does, and does not underflow", () => {
    expect(dcg([1.5e308, 1.5e308], [1, 1], { k: 1 })).toBe(1.5e308);
    expect(dcg([1e308, 1e308, 1e308], [3, 2, 1])).toBe(Infinity);
    expect(dcg([1024, 1023], [2, 1], { gain: "exponential", k: 1 })).toBe(Infinity);
    expect(dcg([1023, 1023], [2, 1], { gain: "exponential", k: 1 })).toBe(2 ** 1023);
    expect(dcg([5e-324, 5e-324], [2, 1], { k: 1 })).toBe(5e-324);
    // 2ʳ - 1 = r ln 2 for tiny r.
    expect(dcg([1e-300], [1], { gain: "exponential" })).toBe(6.931471805599453e-301);
  });

  it("of NaN is NaN, of ∞ among the positions ∞", () => {
    expect(dcg([1, NaN], [2, 1], { k: 1 })).toBeNaN();
    expect(dcg([1, 2], [2, NaN])).toBeNaN();
    expect(dcg([1, Infinity], [2, 1])).toBe(Infinity);
    expect(dcg([1, Infinity], [2, 1], { k: 1 })).toBe(1);
  });
});

describe("ndcg", () => {
  it("is 1 for the best order and only for it", () => {
    const relevances = [3, 1.5, 2, 0, 1, 2];
    for (const gain of ["linear", "exponential"] as const) {
      expect(ndcg(relevances, relevances, { gain })).toBe(1);
      expect(ndcg(relevances, relevances, { gain, ties: "order", k: 3 })).toBe(1);
      expect(ndcg(relevances, [1, 2, 3, 4, 5, 6], { gain })).toBeLessThan(1);
    }
    expect(ndcg([0, 2], [2, 1], { k: 1 })).toBe(0);
  });

  it("does not overflow where DCG does", () => {
    const best = 1 / Math.log2(3);
    expect(ndcg([1e308, 1e308, 1e308], [3, 2, 1])).toBe(1);
    expect(ndcg([0, 2000], [2, 1], { gain: "exponential" })).toBeCloseTo(best, 15);
    expect(ndcg([0, 1e300], [2, 1], { gain: "exponential" })).toBeCloseTo(best, 15);
    // 1 / (2¹⁰²⁵ - 1)
    expect(ndcg([1, 1025], [2, 1], { gain: "exponential", k: 1 })).toBe(2 ** -1025);
    expect(ndcg([1e-300, 1e8], [2, 1], { k: 1 })).toBe(1e-308);
    expect(ndcg([5e-324, 1.5e-323], [2, 1], { k: 1 })).toBe(1 / 3);
  });

  it("of no relevance is undefined", () => {
    expect(ndcg([0, 0], [2, 1])).toBeNaN();
    expect(ndcg([0, -0], [2, 1], { undefinedValue: 0 })).toBe(0);
  });

  it("is the limit where one relevance is ∞, and has none where several are", () => {
    for (const gain of ["linear", "exponential"] as const) {
      expect(ndcg([1, 5, Infinity], [3, 2, 1], { gain })).toBe(0.5);
      expect(ndcg([1, Infinity], [2, 1], { gain, k: 1 })).toBe(0);
      expect(ndcg([Infinity, Infinity], [2, 1], { gain, undefinedValue: 0 })).toBeNaN();
      expect(ndcg([1, Infinity, Infinity], [3, 2, 1], { gain, k: 1 })).toBe(0);
    }
  });
});

describe.each(Object.entries({ dcg, ndcg }))("%s", (_name, f) => {
  it.each([
    [[], [], {}, ShapeError, "relevances must have at least one entry, but has none"],
    [[1], [1, 2], {}, ShapeError, "scores must have as many entries as relevances, 1, but has 2"],
    [[1, -1], [1, 2], {}, DomainError, "relevances[1] must be at least 0, but is -1"],
    [["1"], [1], {}, TypeError, 'relevances[0] must be a number, but is "1"'],
    [[1], [1], { k: 0 }, DomainError, "k must be a whole number, at least 1, but is 0"],
    [[1], [1], { k: 1.5 }, DomainError, "k must be a whole number, at least 1, but is 1.5"],
    [[1], [1], { gain: "log" }, DomainError, 'gain must be one of "linear", "exponential", but is "log"'],
    [[1], [1], { ties: true }, DomainError, 'ties must be one of "average", "order", but is true'],
  ])("refuses %o, %o, %o", (relevances, scores, options, ErrorClass, message) => {
    expect(() => untyped(f)(relevances, scores, options)).toThrow(new ErrorClass(message));
  });

  it("does not depend on the order of the items", () => {
    const items = fc.array(fc.tuple(fc.nat(5), fc.nat(8)), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 50 }), (pairs, k) => {
        const relevances = pairs.map(([relevance]) => relevance);
        const scores = pairs.map(([, score]) => score);
        const options = { k, gain: "exponential" } as const;
        expect(f(relevances.toReversed(), scores.toReversed(), options)).toBe(f(relevances, scores, options));
      }),
      { seed: 5, numRuns: 300 },
    );
  });

  it("does not change its arguments", () => {
    const relevances = Float64Array.of(1, 3, 2);
    f(relevances, relevances);
    expect(relevances).toEqual(Float64Array.of(1, 3, 2));
  });
});
