import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  adjustedRandIndex,
  DomainError,
  mutualInformation,
  normalizedMutualInformation,
  randIndex,
  ShapeError,
} from "../../src/index.js";

const measures = { mutualInformation, normalizedMutualInformation, randIndex, adjustedRandIndex };
const means = ["arithmetic", "geometric", "min", "max"] as const;

/** As a caller without types would call it. */
const untyped = (f: unknown) => f as (...args: unknown[]) => unknown;

describe("mutualInformation", () => {
  it("of a clustering with itself is its entropy", () => {
    expect(mutualInformation([0, 0, 1, 1], ["b", "b", "a", "a"])).toBe(Math.LN2);
    // mpmath: ln(3) - 2/3 ln(2) = 0.6365141682948128184…
    expect(mutualInformation([0, 0, 1], [5, 5, 9])).toBe(0.6365141682948128);
  });

  it("of independent clusterings is exactly 0", () => {
    const U = Array.from({ length: 210 }, (_, i) => i % 6);
    const V = Array.from({ length: 210 }, (_, i) => Math.floor(i / 6) % 7);
    expect(mutualInformation(U, V)).toBe(0);
    expect(normalizedMutualInformation(U, V)).toBe(0);
    expect(mutualInformation([1, 2, 3], [7, 7, 7])).toBe(0);
  });

  it("of nearly independent clusterings keeps all its digits", () => {
    // Two classes of 500000 each, which overlap in 250001, 249999, 249999 and 250001 items. mpmath: 8.0000000000213333…e-12
    const size = 1_000_000;
    const U = Uint8Array.from({ length: size }, (_, i) => i % 2);
    const V = Uint8Array.from({ length: size }, (_, i) => (i >> 1) % 2);
    V[0] = 0;
    V[2] = 0;
    V[1] = 1;
    expect(mutualInformation(U, V)).toBe(8.000000000021334e-12);
  });
});

describe("normalizedMutualInformation", () => {
  it.each(means)("by the %s mean is exactly 1 for the same clustering", (mean) => {
    fc.assert(
      fc.property(fc.array(fc.nat(5), { minLength: 1, maxLength: 50 }), (some) => {
        const U = [0, 1, ...some];
        const V = U.map((label) => `class ${5 - label}`);
        expect(normalizedMutualInformation(U, V, { mean })).toBe(1);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("by the least entropy is exactly 1 where one clustering refines the other", () => {
    const U = [0, 0, 1, 1, 2, 2, 2];
    const V = [0, 1, 2, 2, 3, 4, 4];
    expect(normalizedMutualInformation(U, V, { mean: "min" })).toBe(1);
    expect(normalizedMutualInformation(V, U, { mean: "min" })).toBe(1);
    expect(normalizedMutualInformation(U, V, { mean: "max" })).toBeLessThan(1);
  });

  it("of two clusterings of one class is undefined", () => {
    for (const mean of means) {
      expect(normalizedMutualInformation([0, 0], [1, 1], { mean })).toBeNaN();
      expect(normalizedMutualInformation(["a"], [1], { mean, undefinedValue: 1 })).toBe(1);
    }
  });

  it("of one class and several is 0 / 0 if the mean is 0, else 0", () => {
    const values = means.map((mean) => normalizedMutualInformation([0, 0], [0, 1], { mean }));
    expect(values).toEqual([0, NaN, NaN, 0]);
    expect(normalizedMutualInformation([0, 0], [0, 1], { mean: "min", undefinedValue: 0 })).toBe(0);
  });

  it("refuses a mean that is none", () => {
    expect(() => untyped(normalizedMutualInformation)([1], [1], { mean: "harmonic" })).toThrow(
      new DomainError('mean must be one of "arithmetic", "geometric", "min", "max", but is "harmonic"'),
    );
  });
});

describe("randIndex", () => {
  it("is the share of pairs on which the clusterings agree", () => {
    expect(randIndex([0, 0, 1, 1], [0, 0, 1, 2])).toBe(5 / 6);
    expect(randIndex([0, 0], [0, 1])).toBe(0);
    expect(randIndex([0, 0], ["x", "x"])).toBe(1);
  });

  it("of one item is undefined", () => {
    expect(randIndex([0], [1])).toBeNaN();
    expect(randIndex([0], [1], { undefinedValue: 1 })).toBe(1);
  });
});

describe("adjustedRandIndex", () => {
  it("is 1 for the same clustering, and may be negative", () => {
    expect(adjustedRandIndex([0, 0, 1, 2], ["c", "c", "b", "a"])).toBe(1);
    // scikit-learn: 0.5714285714285715 and -0.5
    expect(adjustedRandIndex([0, 0, 1, 1], [0, 0, 1, 2])).toBe(4 / 7);
    expect(adjustedRandIndex([0, 0, 1, 1], [0, 1, 0, 1])).toBe(-0.5);
  });

  it("of two clusterings of one class, or of a class for each item, is undefined", () => {
    for (const trivial of [[0, 0, 0], [0, 1, 2], [0]]) {
      expect(adjustedRandIndex(trivial, trivial)).toBeNaN();
      expect(adjustedRandIndex(trivial, trivial, { undefinedValue: 1 })).toBe(1);
    }
    expect(adjustedRandIndex([0, 0, 0], [0, 1, 2])).toBe(0);
  });

  it("of a million items is the nearest double, near 0 too", () => {
    const size = 1_000_000;
    const U = Int32Array.from({ length: size }, (_, i) => i % 10);
    const V = Int32Array.from({ length: size }, (_, i) => (i * 7919) % 13);
    const pairs = (sizes: Iterable<number>) => {
      let sum = 0n;
      for (const count of sizes) sum += (BigInt(count) * BigInt(count - 1)) / 2n;
      return sum;
    };
    const sizes = (codes: number[]) => {
      const result = new Map<number, number>();
      for (const code of codes) result.set(code, (result.get(code) ?? 0) + 1);
      return result.values();
    };
    const S = pairs(sizes(Array.from(U, (label, i) => label * 13 + V[i]!)));
    const A = pairs(sizes(Array.from(U)));
    const B = pairs(sizes(Array.from(V)));
    const T = (BigInt(size) * BigInt(size - 1)) / 2n;
    const numerator = 2n * (S * T - A * B);
    const denominator = A * (T - B) + B * (T - A);
    const value = adjustedRandIndex(U, V);
    expect(Math.abs(value)).toBeLessThan(1e-4);
    // 2⁸⁰ times the quotient, of which the double must be within its own rounding.
    const lifted = (numerator << 80n) / denominator;
    expect(Math.abs(Number(lifted - BigInt(value * 2 ** 80)))).toBeLessThan(
      Math.abs(value) * 2 ** 80 * 2 ** -53,
    );
  });
});

describe.each(Object.entries(measures))("%s", (_name, f) => {
  it.each([
    [[], [], ShapeError, "labelsU must have at least one entry, but has none"],
    [[1, 2], [1], ShapeError, "labelsV must have as many entries as labelsU, 2, but has 1"],
    [3, [1], TypeError, "labelsU must be an array of labels, but is 3"],
    [[1, 2], [1, NaN], DomainError, "labelsV[1] must be a label, but is NaN"],
    [[1, "2"], [1, 2], TypeError, 'labelsU[1] must be a number, as labelsU[0] is, but is "2"'],
    [[1, {}], [1, 2], TypeError, "labelsU[1] must be a number, a string or a boolean, but is of type object"],
  ])("refuses %o, %o", (U, V, ErrorClass, message) => {
    expect(() => untyped(f)(U, V)).toThrow(new ErrorClass(message));
  });

  it("takes a class for each of a million items", () => {
    const distinct = Int32Array.from({ length: 1_000_000 }, (_, i) => (i * 7919) % 1_000_000);
    const same = f(distinct, distinct.toReversed());
    const one = f(distinct, new Uint8Array(1_000_000));
    // mpmath: ln(10⁶) = 13.81551055796427410…
    const expected = { mutualInformation: [13.815510557964274, 0], normalizedMutualInformation: [1, 0] };
    if (_name in expected) expect([same, one]).toEqual(expected[_name as keyof typeof expected]);
    else expect([same, one]).toEqual(_name === "randIndex" ? [1, 0] : [NaN, 0]);
  });

  it("depends neither on the order of the items nor on the names of the classes, and is symmetric", () => {
    const items = fc.array(fc.tuple(fc.nat(3), fc.nat(4)), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(items, (pairs) => {
        const U = pairs.map(([u]) => u);
        const V = pairs.map(([, v]) => v);
        const value = f(U, V);
        expect(f(V, U)).toBe(value);
        expect(f(U.toReversed(), V.toReversed())).toBe(value);
        const renamed = U.map((u) => `${(u * 3) % 4}`);
        expect(
          f(
            renamed,
            Float64Array.from(V, (v) => v / 7),
          ),
        ).toBe(value);
        expect(
          f(
            U.map((u) => u % 2 === 0),
            V,
          ),
        ).toBe(
          f(
            U.map((u) => u % 2),
            V,
          ),
        );
      }),
      { seed: 2, numRuns: 300 },
    );
  });

  it("does not change its arguments", () => {
    const U = Uint8Array.of(1, 0, 1);
    const V = Object.freeze(["a", "b", "b"]);
    f(U, V);
    expect(U).toEqual(Uint8Array.of(1, 0, 1));
  });
});
