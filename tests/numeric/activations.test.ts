import { describe, expect, it } from "vitest";

import { gelu, logSigmoid, logSoftmax, relu, sigmoid, softmax, softplus, tanh } from "../../src/index.js";

const scalarFunctions = { gelu, logSigmoid, relu, sigmoid, softplus, tanh };
const SMALLEST = 5e-324;
const SMALLEST_NORMAL = 2.2250738585072014e-308;
const LARGEST = Number.MAX_VALUE;

/** Inputs of every size and both signs. */
const samples = Array.from(
  { length: 2000 },
  (_, i) => (i % 2 ? 1 : -1) * 1.37 ** ((i - 1000) / 20) * (1 + i / 7919),
);

describe("every scalar activation", () => {
  it.each(Object.entries(scalarFunctions))("%s of NaN is NaN", (_name, f) => {
    expect(f(NaN)).toBeNaN();
  });

  it.each(Object.entries(scalarFunctions))("%s gives a number for every number", (_name, f) => {
    for (const x of [...samples, SMALLEST, SMALLEST_NORMAL, LARGEST, -SMALLEST, -SMALLEST_NORMAL, -LARGEST]) {
      expect(f(x), String(x)).not.toBeNaN();
    }
  });
});

describe("sigmoid", () => {
  it("is 1 at ∞, 0 at -∞ and 1/2 at both zeros", () => {
    expect([Infinity, -Infinity, 0, -0].map(sigmoid)).toEqual([1, 0, 0.5, 0.5]);
  });

  it("is 1/2 for subnormal logits, and 1 or 0 for the largest", () => {
    expect([SMALLEST, -SMALLEST, LARGEST, -LARGEST].map(sigmoid)).toEqual([0.5, 0.5, 1, 0]);
  });

  it("goes down to the smallest subnormal number before it is 0", () => {
    expect(sigmoid(-745)).toBe(SMALLEST);
    expect(sigmoid(-746)).toBe(0);
  });

  it("at -z is 1 minus itself at z, as near as doubles can say", () => {
    for (const z of samples) expect(sigmoid(z) + sigmoid(-z)).toBeCloseTo(1, 15);
  });
});

describe("tanh", () => {
  it("is ±1 at ±∞ and keeps the sign of zero", () => {
    expect([Infinity, -Infinity, LARGEST, -LARGEST].map(tanh)).toEqual([1, -1, 1, -1]);
    expect([0, -0].map(tanh)).toEqual([0, -0]);
  });

  it("is its argument where that is small", () => {
    for (const x of [SMALLEST, -SMALLEST, SMALLEST_NORMAL, 1e-9, -1e-9]) expect(tanh(x)).toBe(x);
  });

  it("is odd, to the bit", () => {
    for (const x of samples) expect(tanh(-x)).toBe(-tanh(x));
  });
});

describe("relu", () => {
  it("is its argument where that is positive", () => {
    for (const z of [SMALLEST, 1.5, LARGEST, Infinity]) expect(relu(z)).toBe(z);
  });

  it("is +0 elsewhere, at -0 too", () => {
    expect([0, -0, -SMALLEST, -1.5, -LARGEST, -Infinity].map(relu)).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

describe("gelu", () => {
  it("is ∞ at ∞ and -0 at -∞, its limit from below", () => {
    expect([Infinity, -Infinity, LARGEST, -LARGEST].map(gelu)).toEqual([Infinity, -0, LARGEST, -0]);
  });

  it("keeps the sign of zero", () => {
    expect([0, -0].map(gelu)).toEqual([0, -0]);
  });

  it("goes down to the smallest subnormal number before it is -0", () => {
    expect(gelu(-38.5)).toBeLessThan(0);
    expect(gelu(-38.58)).toBe(-SMALLEST);
    expect(gelu(-38.59)).toBe(-0);
  });

  it("is half its argument near 0", () => {
    expect([SMALLEST_NORMAL, 1e-100, -1e-30].map(gelu)).toEqual([SMALLEST_NORMAL / 2, 5e-101, -5e-31]);
  });

  it("at x and -x differs by x: x Φ(x) + x Φ(-x) = x", () => {
    for (const x of samples.filter((x) => Math.abs(x) < 1e3)) {
      expect(Math.abs(gelu(x) - gelu(-x) - x)).toBeLessThanOrEqual(Math.abs(x) * 2 ** -52);
    }
  });
});

describe("softplus and logSigmoid", () => {
  it("softplus is ∞ at ∞, 0 at -∞ and ln 2 at both zeros", () => {
    expect([Infinity, -Infinity, 0, -0].map(softplus)).toEqual([Infinity, 0, Math.LN2, Math.LN2]);
  });

  it("logSigmoid is -0 at ∞, -∞ at -∞ and -ln 2 at both zeros", () => {
    expect([Infinity, -Infinity, 0, -0].map(logSigmoid)).toEqual([-0, -Infinity, -Math.LN2, -Math.LN2]);
  });

  it("softplus is its argument where that is large, and positive down to the smallest subnormal number", () => {
    expect([LARGEST, 1e6, -745, -746].map(softplus)).toEqual([LARGEST, 1e6, SMALLEST, 0]);
    expect(logSigmoid(-LARGEST)).toBe(-LARGEST);
  });

  it("logSigmoid(z) = -softplus(-z), to the bit", () => {
    for (const z of samples) expect(logSigmoid(z)).toBe(-softplus(-z));
  });
});

describe.each([
  ["softmax", softmax, 1, 0],
  ["logSoftmax", logSoftmax, 0, -Infinity],
] as const)("%s", (_name, f, certain, impossible) => {
  it("of one logit is certain, whatever the logit", () => {
    for (const z of [0, -0, 3.7, LARGEST, -LARGEST, SMALLEST, Infinity]) {
      expect(f([z])).toEqual(new Float64Array([certain]));
    }
  });

  it("of equal logits is uniform", () => {
    for (const z of [0, 1e300, -1e300, SMALLEST]) {
      const [first, ...others] = f(new Array<number>(7).fill(z));
      expect(first).toBe(certain === 1 ? 1 / 7 : -1.9459101490553132);
      expect(new Set(others)).toEqual(new Set([first]));
    }
  });

  it("gives a masked entry, one of -∞, no probability", () => {
    const masked = f([1, -Infinity, 2]);
    const [first, second] = f([1, 2]);
    expect(masked).toEqual(new Float64Array([first!, impossible, second!]));
  });

  it("follows differences beyond the range of doubles", () => {
    expect(f([LARGEST, -LARGEST])).toEqual(new Float64Array([certain, impossible]));
  });

  it("gives all to a single ∞, which is the limit", () => {
    expect(f([0, Infinity, -Infinity])).toEqual(new Float64Array([impossible, certain, impossible]));
  });

  it("is NaN in every entry where there is no limit: several ∞, or -∞ only", () => {
    for (const logits of [[Infinity, 0, Infinity], [-Infinity, -Infinity], [-Infinity]]) {
      expect(f(logits)).toEqual(new Float64Array(logits.length).fill(NaN));
    }
  });

  it("is NaN in every entry if one logit is NaN, wherever it is", () => {
    for (const logits of [[NaN, 1, 2], [1, 2, NaN], [Infinity, NaN], [NaN]]) {
      expect(f(logits)).toEqual(new Float64Array(logits.length).fill(NaN));
    }
  });

  it("does not change its argument, and gives a new array each time", () => {
    const logits = Float64Array.of(3, 1, 2);
    const first = f(logits);
    expect(logits).toEqual(Float64Array.of(3, 1, 2));
    expect(first.buffer).not.toBe(logits.buffer);
    expect(f(logits)).not.toBe(first);
    expect(f(logits)).toEqual(first);
  });

  it("reads arrays, typed arrays and other array-likes alike", () => {
    const expected = f([0.5, 2, -1]);
    expect(f(Float32Array.of(0.5, 2, -1))).toEqual(expected);
    expect(f({ length: 3, 0: 0.5, 1: 2, 2: -1 })).toEqual(expected);
  });

  it("does not depend on what is added to all logits, nor on their order", () => {
    const expected = f([0, -3, 7, 1.5]);
    expect(f([1024, 1021, 1031, 1025.5])).toEqual(expected);
    expect(f([1.5, 7, -3, 0])).toEqual(expected.slice().reverse());
  });
});

describe("softmax and logSoftmax", () => {
  it("softmax of two logits is the sigmoid of their difference, to an ulp", () => {
    for (const z of samples.filter((z) => Math.abs(z) < 800)) {
      const [first] = softmax([z, 0]);
      expect(Math.abs(first! - sigmoid(z))).toBeLessThanOrEqual(first! * 2 ** -52);
    }
  });

  it("logSoftmax of two logits is logSigmoid of their difference, to an ulp", () => {
    for (const z of samples.filter((z) => Math.abs(z) < 800)) {
      const [first] = logSoftmax([z, 0]);
      expect(Math.abs(first! - logSigmoid(z))).toBeLessThanOrEqual(-first! * 2 ** -52);
    }
  });

  it("the probabilities of softmax sum to 1", () => {
    const probabilities = softmax(samples.map((z) => z % 50));
    expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 13);
  });
});
