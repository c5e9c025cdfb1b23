import { describe, expect, it } from "vitest";

import {
  binaryCrossEntropy,
  binaryCrossEntropyWithLogits,
  cosineSimilarity,
  crossEntropy,
  crossEntropyWithLogits,
  DomainError,
  entropy,
  hinge,
  huber,
  jsDivergence,
  klDivergence,
  l1Penalty,
  l1Regularization,
  l2Penalty,
  l2Regularization,
  matrix,
  maximumLikelihood,
  meanAbsoluteError,
  meanSquaredError,
  minimumNegativeLogLikelihood,
  negativeLogLikelihood,
  pointwiseMutualInformation,
  ShapeError,
} from "../../src/index.js";

const elementwise = {
  meanAbsoluteError,
  meanSquaredError,
  huber,
  hinge,
  binaryCrossEntropy,
  binaryCrossEntropyWithLogits,
};

/** Arguments that every loss of two vectors takes. */
const targets = [1, 1, 1, 1];
const predictions = [0.25, 0.5, 1, 0.75];

describe.each(Object.entries(elementwise))("%s", (name, loss) => {
  const last = name === "binaryCrossEntropyWithLogits" ? "logits" : "predictions";

  it("of each entry is that of two numbers", () => {
    const each = loss(targets, predictions, { reduction: "none" });
    expect(each).toBeInstanceOf(Float64Array);
    expect(Array.from(each)).toEqual(predictions.map((ŷ) => loss(1, ŷ)));
  });

  it("is by default the mean, and the sum where that is wanted", () => {
    const sum = loss(targets, predictions, { reduction: "sum" });
    expect(sum).toBeGreaterThan(0);
    expect(loss(targets, predictions)).toBe(sum / 4);
    expect(loss(targets, predictions, { reduction: "mean" })).toBe(sum / 4);
  });

  it("of two numbers does not depend on the reduction", () => {
    for (const reduction of ["mean", "sum", "none"] as const) {
      expect(loss(1, 0.25, { reduction })).toBe(loss(1, 0.25));
    }
  });

  it("reads arrays, typed arrays and other array-likes alike, and changes none", () => {
    const t = Float64Array.from(targets);
    const p = Float64Array.from(predictions);
    const expected = loss(targets, predictions);
    expect(loss(t, p)).toBe(expected);
    expect(loss(Float32Array.from(targets), { length: 4, 0: 0.25, 1: 0.5, 2: 1, 3: 0.75 })).toBe(expected);
    expect(t).toEqual(Float64Array.from(targets));
    expect(p).toEqual(Float64Array.from(predictions));
  });

  it("of NaN is NaN", () => {
    expect(loss([1, 1], [0.5, NaN])).toBeNaN();
    expect(loss(1, NaN)).toBeNaN();
  });

  it("refuses what does not fit", () => {
    const call = loss as (...args: unknown[]) => unknown;
    expect(() => call([1, 1], [1])).toThrow(
      new ShapeError(`${last} must have as many entries as targets, 2, but has 1`),
    );
    expect(() => call([], [])).toThrow(new ShapeError("targets must have at least one entry, but has none"));
    expect(() => call(1, [1])).toThrow(new TypeError("targets must be an array of numbers, but is 1"));
    expect(() => call([1], 1)).toThrow(new TypeError(`${last} must be an array of numbers, but is 1`));
    expect(() => call([1], [1], { reduction: "max" })).toThrow(
      new DomainError('reduction must be one of "mean", "sum", "none", but is "max"'),
    );
    expect(() => call([1], [1], { reduction: 1 })).toThrow(DomainError);
  });
});

describe("meanAbsoluteError and meanSquaredError", () => {
  it("are what the textbook says", () => {
    expect(meanAbsoluteError([1, 2, 3], [2, 2, 5])).toBe(1);
    expect(meanSquaredError([1, 2, 3], [2, 2, 5])).toBe(5 / 3);
  });

  it("of infinite numbers are ∞, and NaN where two of the same sign meet", () => {
    expect(meanAbsoluteError([Infinity, 1], [0, 1])).toBe(Infinity);
    expect(meanSquaredError([Infinity, 1], [-Infinity, 1])).toBe(Infinity);
    expect(meanAbsoluteError([Infinity], [Infinity])).toBeNaN();
    expect(meanSquaredError([-Infinity], [-Infinity])).toBeNaN();
  });

  it("overflow only where the result does", () => {
    expect(meanSquaredError([2 ** 512, 0, 0, 0], [0, 0, 0, 0])).toBe(2 ** 1022);
    expect(meanAbsoluteError([1e308, 0], [-1e308, 0])).toBe(1e308);
    expect(meanAbsoluteError(1e308, -1e308)).toBe(Infinity);
  });
});

describe("huber", () => {
  it("is half the square up to delta and a line from there", () => {
    expect(huber([0, 0, 0], [0.5, 1, 3], { reduction: "none" })).toEqual(Float64Array.of(0.125, 0.5, 2.5));
    expect(huber(0, 3, { delta: 2 })).toBe(4);
  });

  it("with delta = ∞ is half the square everywhere", () => {
    expect(huber([0, 0], [1e3, -2], { delta: Infinity, reduction: "sum" })).toBe(500002);
    expect(huber(0, Infinity, { delta: Infinity })).toBe(Infinity);
  });

  it("refuses a delta that is not positive", () => {
    expect(huber(1, 2, { delta: NaN })).toBeNaN();
    for (const delta of [0, -1]) {
      expect(() => huber(1, 2, { delta })).toThrow(
        new DomainError(`delta must be greater than 0, but is ${delta}`),
      );
    }
    expect(() => huber(1, 2, { delta: "1" as never })).toThrow(
      new TypeError('delta must be a number, but is "1"'),
    );
  });
});

describe("hinge", () => {
  it("is 0 for a prediction beyond the margin", () => {
    expect(hinge([1, -1, 1, -1], [2, -1, 0.25, 0.5], { reduction: "none" })).toEqual(
      Float64Array.of(0, 0, 0.75, 1.5),
    );
    expect(hinge([1, -1], [Infinity, Infinity], { reduction: "none" })).toEqual(Float64Array.of(0, Infinity));
  });

  it("refuses a target that is neither 1 nor -1", () => {
    expect(() => hinge([1, 0], [1, 1])).toThrow(new DomainError("targets[1] must be 1 or -1, but is 0"));
    expect(() => hinge(NaN, 1)).toThrow(new DomainError("targets must be 1 or -1, but is NaN"));
  });
});

describe("binary cross-entropies", () => {
  it("are 0 where the prediction is certain and right, ∞ where it is wrong", () => {
    expect(binaryCrossEntropy([0, 1, 0, 1], [0, 1, 1, 0], { reduction: "none" })).toEqual(
      Float64Array.of(0, 0, Infinity, Infinity),
    );
    const z = [-Infinity, Infinity, Infinity, -Infinity, Infinity];
    expect(binaryCrossEntropyWithLogits([0, 1, 0, 1, 1 - 2 ** -53], z, { reduction: "none" })).toEqual(
      Float64Array.of(0, 0, Infinity, Infinity, Infinity),
    );
    expect(binaryCrossEntropy([0.75, 1e-20], [1, 0.5])).toBe(Infinity);
    expect(binaryCrossEntropy([1e-9, 0.5], [1, 0])).toBe(Infinity);
  });

  it("keep the digits of large and of small logits", () => {
    expect(binaryCrossEntropyWithLogits(1, 40)).toBe(4.248354255291589e-18);
    expect(binaryCrossEntropyWithLogits(1, 745)).toBe(5e-324);
    expect(binaryCrossEntropyWithLogits(0, 1e308)).toBe(1e308);
  });

  it("refuse targets and predictions that are no probabilities", () => {
    expect(() => binaryCrossEntropy([0, 1], [0.5, 1.5])).toThrow(
      new DomainError("predictions[1] must be a probability, from 0 to 1, but is 1.5"),
    );
    expect(() => binaryCrossEntropy(-0.5, 1)).toThrow(
      new DomainError("targets must be a probability, from 0 to 1, but is -0.5"),
    );
    expect(() => binaryCrossEntropyWithLogits([2], [0])).toThrow(
      new DomainError("targets[0] must be a probability, from 0 to 1, but is 2"),
    );
  });
});

describe.each([
  ["crossEntropy", crossEntropy, "predictions"],
  ["negativeLogLikelihood", negativeLogLikelihood, "predictions"],
  ["crossEntropyWithLogits", crossEntropyWithLogits, "logits"],
] as const)("%s", (_name, loss, name) => {
  const rows = [
    [0.25, 0.5, 0.25],
    [0.125, 0.75, 0.125],
  ];

  it("of a class is that of all weight on it", () => {
    expect(loss(1, rows[0]!)).toBe(loss([0, 1, 0], rows[0]!));
    expect(loss([1, 2], rows)).toBe(
      loss(
        [
          [0, 1, 0],
          [0, 0, 1],
        ],
        rows,
      ),
    );
  });

  it("of many observations is the mean, the sum or each", () => {
    const each = loss([1, 2], rows, { reduction: "none" });
    expect(each).toEqual(Float64Array.of(loss(1, rows[0]!), loss(2, rows[1]!)));
    const sum = loss([1, 2], matrix(rows), { reduction: "sum" });
    expect(Math.abs(sum - each[0]! - each[1]!)).toBeLessThan(1e-15);
    expect(loss(Float64Array.of(1, 2), matrix(rows))).toBe(sum / 2);
  });

  it("of one vector does not depend on the reduction", () => {
    for (const reduction of ["mean", "sum", "none"] as const) {
      expect(loss(1, rows[0]!, { reduction })).toBe(loss(1, rows[0]!));
    }
  });

  it("of NaN is NaN", () => {
    expect(loss(0, [NaN, 1])).toBeNaN();
    expect(loss([0, 0.5], [NaN, 1])).toBeNaN();
    expect(loss([NaN, 0.5], [0.5, 0.5])).toBeNaN();
  });

  it("refuses what is no class, and sizes that do not fit", () => {
    const call = loss as (...args: unknown[]) => unknown;
    for (const index of [3, -1, 0.5, NaN]) {
      expect(() => call(index, rows[0])).toThrow(
        new DomainError(`targets must be a class, a whole number from 0 to 2, but is ${index}`),
      );
    }
    expect(() => call([0, 3], rows)).toThrow(
      new DomainError("targets[1] must be a class, a whole number from 0 to 2, but is 3"),
    );
    expect(() => call([0], rows)).toThrow(
      new ShapeError(`targets must have 2 × 1 entries, to fit ${name}, but has 1 × 1`),
    );
    expect(() => call([0, 1], rows[0])).toThrow(
      new ShapeError(`targets must have 1 × 3 entries, to fit ${name}, but has 1 × 2`),
    );
    expect(() => call([[1, 0, 0]], rows)).toThrow(
      new ShapeError(`targets must have 2 × 3 entries, to fit ${name}, but has 1 × 3`),
    );
    expect(() => call([0, 1.5, 0], rows[0])).toThrow(
      new DomainError("targets[1] must be a probability, from 0 to 1, but is 1.5"),
    );
    expect(() => call(0, rows)).toThrow(TypeError);
    expect(() => call(0, [])).toThrow(new ShapeError(`${name} must have at least one entry, but has none`));
  });
});

describe("cross-entropies", () => {
  it("are ∞ for a class without probability, unless it has no weight", () => {
    expect(crossEntropy(0, [0, 1])).toBe(Infinity);
    expect(crossEntropy([0, 1], [0, 1])).toBe(0);
    expect(crossEntropyWithLogits(0, [-Infinity, 1])).toBe(Infinity);
    expect(crossEntropyWithLogits([0, 1], [-Infinity, 1])).toBe(0);
  });

  it("of a single infinite logit are 0 for its class and ∞ for others; of several, NaN", () => {
    expect(
      crossEntropyWithLogits(
        [0, 1],
        [
          [Infinity, 1],
          [Infinity, 1],
        ],
        { reduction: "none" },
      ),
    ).toEqual(Float64Array.of(0, Infinity));
    expect(crossEntropyWithLogits(0, [Infinity, Infinity])).toBeNaN();
    expect(crossEntropyWithLogits(0, [-Infinity, -Infinity])).toBeNaN();
  });

  it("follow logits to the ends of the range", () => {
    expect(crossEntropyWithLogits(1, [1e308, 0])).toBe(1e308);
    expect(crossEntropyWithLogits([0.75, 0.25], [1e308, -1e308])).toBe(5e307);
    expect(crossEntropyWithLogits(0, [0, -745])).toBe(5e-324);
  });

  it("refuse predictions that are no probabilities", () => {
    expect(() => crossEntropy([0], [[0.5, 1.5]])).toThrow(
      new DomainError("predictions[0][1] must be a probability, from 0 to 1, but is 1.5"),
    );
    expect(() => negativeLogLikelihood(0, [-1, 2])).toThrow(
      new DomainError("predictions[0] must be a probability, from 0 to 1, but is -1"),
    );
  });
});

describe("likelihoods", () => {
  const table = [
    [0.5, 0.25, 0],
    [0.5, 0.5, 1],
  ];

  it("are the best of the columns", () => {
    expect(maximumLikelihood(table)).toBe(0.25);
    expect(minimumNegativeLogLikelihood(table)).toBe(2 * Math.LN2);
  });

  it("may be 0 or ∞, but not both", () => {
    expect(maximumLikelihood([[0], [1]])).toBe(0);
    expect(minimumNegativeLogLikelihood([[0], [1]])).toBe(Infinity);
    expect(maximumLikelihood([[Infinity], [1e-300]])).toBe(Infinity);
    expect(minimumNegativeLogLikelihood([[Infinity], [1e-300]])).toBe(-Infinity);
    expect(maximumLikelihood([[Infinity], [0]])).toBeNaN();
    expect(minimumNegativeLogLikelihood([[Infinity], [0]])).toBeNaN();
    expect(maximumLikelihood([[NaN, 1]])).toBeNaN();
    expect(minimumNegativeLogLikelihood([[NaN, 1]])).toBeNaN();
  });

  it("keep a product down to the smallest subnormal number", () => {
    expect(maximumLikelihood([[1e-200], [1e-200], [1e200]])).toBe(1e-200);
    expect(maximumLikelihood([[1e-200], [1e-123]])).toBe(1e-323);
  });

  it("must not be negative", () => {
    for (const f of [maximumLikelihood, minimumNegativeLogLikelihood]) {
      expect(() =>
        f([
          [1, 2],
          [3, -4],
        ]),
      ).toThrow(new DomainError("likelihoods[1][1] must be at least 0, but is -4"));
      expect(() => f([])).toThrow(new ShapeError("likelihoods must have at least one entry, but has none"));
    }
  });
});

describe("entropy and divergences", () => {
  it("are what the textbook says, in any base", () => {
    expect(entropy([0.5, 0.25, 0.25], { base: 2 })).toBe(1.5);
    expect(entropy([0.5, 0.25, 0.25], { base: 0.5 })).toBe(-1.5);
    expect(klDivergence([0.5, 0.5], [0.25, 0.75])).toBe(0.14384103622589045);
    expect(klDivergence([1, 0], [0.5, 0.5], { base: 2 })).toBe(1);
    expect(jsDivergence([1, 0], [0, 1], { base: 2 })).toBe(1);
    expect(entropy([0.5, 0.5], { base: Infinity })).toBe(0);
  });

  it("normalise where that is wanted", () => {
    expect(entropy([2, 1, 1], { base: 2, normalize: true })).toBe(1.5);
    expect(klDivergence([2, 2], [1, 3], { normalize: true })).toBe(0.14384103622589045);
    expect(jsDivergence([7, 0], [0, 3], { base: 2, normalize: true })).toBe(1);
  });

  it("give 0 / 0 for a sum of 0 that is to be normalised", () => {
    expect(entropy([0, 0], { normalize: true })).toBeNaN();
    expect(klDivergence([0, 0], [1, 1], { normalize: true })).toBeNaN();
    expect(jsDivergence([1, 1], [0, 0], { normalize: true })).toBeNaN();
    expect([entropy([0, 0]), klDivergence([0, 0], [0, 0]), jsDivergence([0, 0], [0, 0])]).toEqual([0, 0, 0]);
  });

  it("take 0 log 0 for 0, and p log(p / 0) for ∞", () => {
    for (const normalize of [false, true]) {
      expect(klDivergence([0, 1], [0, 1], { normalize })).toBe(0);
      expect(klDivergence([1, 1], [0, 2], { normalize })).toBe(Infinity);
      expect(klDivergence([1e-300, 1e300], [0, 1e300], { normalize, base: 0.5 })).toBe(-Infinity);
    }
    expect(klDivergence([0], [3])).toBe(0);
  });

  it("of infinite entries are the limit where there is one", () => {
    expect(entropy([Infinity, 1])).toBe(-Infinity);
    expect(klDivergence([Infinity], [1])).toBe(Infinity);
    expect(klDivergence([1], [Infinity])).toBe(-Infinity);
    expect(klDivergence([Infinity], [Infinity])).toBeNaN();
    expect(jsDivergence([Infinity], [1])).toBe(Infinity);
    expect(jsDivergence([Infinity], [Infinity])).toBeNaN();
  });

  it("of NaN are NaN", () => {
    for (const normalize of [false, true]) {
      expect(entropy([NaN, 0.5], { normalize })).toBeNaN();
      expect(klDivergence([NaN, 0.5], [0.5, 0.5], { normalize })).toBeNaN();
      expect(klDivergence([0.5, 0], [0.5, NaN], { normalize })).toBeNaN();
      expect(jsDivergence([0.5, 0.5], [0.5, NaN], { normalize })).toBeNaN();
    }
  });

  it("do not change their arguments", () => {
    const p = Float64Array.of(1, 2);
    const q = Float64Array.of(3, 1);
    for (const f of [klDivergence, jsDivergence]) f(p, q, { normalize: true });
    entropy(p, { normalize: true });
    expect([p, q]).toEqual([Float64Array.of(1, 2), Float64Array.of(3, 1)]);
  });

  it("refuse negative entries and bases that are none", () => {
    expect(() => entropy([1, -1])).toThrow(new DomainError("p[1] must be at least 0, but is -1"));
    expect(() => klDivergence([1], [-1])).toThrow(new DomainError("q[0] must be at least 0, but is -1"));
    expect(() => jsDivergence([1, 1], [1])).toThrow(
      new ShapeError("q must have as many entries as p, 2, but has 1"),
    );
    expect(entropy([1], { base: NaN })).toBeNaN();
    for (const base of [0, 1, -2]) {
      expect(() => entropy([1], { base })).toThrow(
        new DomainError(`base must be greater than 0 and not 1, but is ${base}`),
      );
    }
  });
});

describe("regularization", () => {
  it("is what the textbook says", () => {
    expect(l1Penalty([1, -2, 3], 0.5)).toBe(3);
    expect(l2Penalty([1, -2, 3], 0.5)).toBe(7);
    expect(l1Regularization(10, [1, -2, 3], 0.5)).toBe(13);
    expect(l2Regularization(10, [1, -2, 3], 0.5)).toBe(17);
  });

  it("keeps what is left where error and penalty cancel", () => {
    expect(l1Regularization(-3 - 2 ** -51, [1, -2, 3], 0.5)).toBe(-(2 ** -51));
    expect(l2Regularization(-1, [1 + 2 ** -40], 1)).toBe(2 ** -39 + 2 ** -80);
    expect(l1Regularization(-0.3, [0.1, 0.2], 1)).toBe(2 ** -55);
  });

  it("is the limit at infinity, and NaN for 0 · ∞", () => {
    expect(l1Penalty([Infinity], 1)).toBe(Infinity);
    expect(l2Penalty([-Infinity], 1)).toBe(Infinity);
    expect(l1Penalty([1], Infinity)).toBe(Infinity);
    expect(l1Penalty([Infinity], 0)).toBeNaN();
    expect(l2Penalty([0], Infinity)).toBeNaN();
    expect(l2Penalty([1, NaN], 1)).toBeNaN();
    expect(l1Penalty([1], NaN)).toBeNaN();
    expect(l1Regularization(NaN, [1], 1)).toBeNaN();
    expect([l1Penalty([0], 1), l2Penalty([1], 0)]).toEqual([0, 0]);
  });

  it("does not overflow or underflow on the way", () => {
    expect(l2Penalty([1e200, 1e-200], 1e-300)).toBe(1e100);
    expect(l1Penalty([1e308, 1e308], 0.25)).toBe(5e307);
    expect(l2Penalty([1e-200], 1e300)).toBe(1e-100);
  });

  it("refuses a negative strength", () => {
    expect(() => l1Penalty([1], -1)).toThrow(new DomainError("lambda must be at least 0, but is -1"));
    expect(() => l2Regularization("1" as never, [1], 1)).toThrow(
      new TypeError('error must be a number, but is "1"'),
    );
    expect(() => l2Penalty([], 1)).toThrow(
      new ShapeError("weights must have at least one entry, but has none"),
    );
  });
});

describe("cosineSimilarity", () => {
  it("is 1, 0 or -1 in the same, a right or the opposite direction, at any scale", () => {
    for (const scale of [1, 1e-320, 1e-200, 1e200, 1e307]) {
      expect(cosineSimilarity([scale, 2 * scale], [4, 8])).toBe(1);
      expect(cosineSimilarity([scale, 2 * scale], [-4, -8])).toBe(-1);
      expect(cosineSimilarity([scale, 2 * scale], [-4, 2])).toBe(0);
    }
  });

  it("of a zero vector is NaN, or what is wanted instead", () => {
    expect(cosineSimilarity([0, 0], [1, 2])).toBeNaN();
    expect(cosineSimilarity([1, 2], [0, 0], { undefinedValue: 0 })).toBe(0);
  });

  it("of an infinite entry is the limit; of several, NaN", () => {
    expect(cosineSimilarity([-Infinity, 1], [3, 4])).toBe(-0.6);
    expect(cosineSimilarity([Infinity, 1], [0, Infinity])).toBe(0);
    expect(cosineSimilarity([Infinity, Infinity], [3, 4])).toBeNaN();
    expect(cosineSimilarity([NaN, 0], [3, 4], { undefinedValue: 0 })).toBeNaN();
    expect(cosineSimilarity([NaN, 0], [0, 0], { undefinedValue: 0 })).toBeNaN();
  });

  it("refuses vectors of different lengths", () => {
    expect(() => cosineSimilarity([1], [1, 2])).toThrow(
      new ShapeError("y must have as many entries as x, 1, but has 2"),
    );
  });
});

describe("pointwiseMutualInformation", () => {
  it("is 0 for independent events, log of the ratio otherwise", () => {
    expect(pointwiseMutualInformation(0.25, 0.5, 0.5)).toBe(0);
    expect(pointwiseMutualInformation(0.5, 0.5, 0.5, { base: 2 })).toBe(1);
    expect(pointwiseMutualInformation(1e-300, 1e-200, 1e-200, { base: 10 })).toBe(100);
  });

  it("is the limit where a probability is 0", () => {
    expect(pointwiseMutualInformation(0, 0.5, 0.5)).toBe(-Infinity);
    expect(pointwiseMutualInformation(0, 1e-200, 1e-200)).toBe(-Infinity);
    expect(pointwiseMutualInformation(0.5, 0, 0.5)).toBe(Infinity);
    expect(pointwiseMutualInformation(0, 0, 0.5)).toBeNaN();
    expect(pointwiseMutualInformation(NaN, 0.5, 0.5)).toBeNaN();
    expect(pointwiseMutualInformation(0.5, NaN, 0)).toBeNaN();
  });

  it("refuses what is no probability", () => {
    expect(() => pointwiseMutualInformation(0.5, 2, 0.5)).toThrow(
      new DomainError("px must be a probability, from 0 to 1, but is 2"),
    );
    expect(() => pointwiseMutualInformation(0.5, 0.5, "1" as never)).toThrow(
      new TypeError('py must be a number, but is "1"'),
    );
  });
});

describe("penalties of infinite strength", () => {
  it("are ∞ unless all weights are 0, where ∞ · 0 is NaN", () => {
    for (const penalty of [l1Penalty, l2Penalty]) {
      expect(penalty([1], Infinity)).toBe(Infinity);
      expect(penalty([0.3, 0, 3], Infinity)).toBe(Infinity);
      expect(penalty([0, 0], Infinity)).toBeNaN();
      expect(penalty([1, NaN], Infinity)).toBeNaN();
    }
    expect(l2Regularization(1, [2], Infinity)).toBe(Infinity);
  });
});

describe("NaN", () => {
  it("shows in the loss of a logit whatever the target", () => {
    expect(binaryCrossEntropyWithLogits(0, NaN)).toBeNaN();
    expect(binaryCrossEntropyWithLogits([0.5, 0], [20, NaN])).toBeNaN();
  });

  it("shows in a divergence from an infinite entry", () => {
    expect(klDivergence([Infinity], [NaN])).toBeNaN();
    expect(klDivergence([Infinity, 0], [NaN, 1])).toBeNaN();
  });
});
