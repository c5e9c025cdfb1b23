import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fromDouble,
  fromInteger,
  fromRational,
  log,
  multiply,
  powerInteger,
  subtract,
  UNDEFINED,
  UNKNOWN,
} from "../../src/exact/index.js";
import { compare, POSITIVE_INFINITY } from "../../src/exact/index.js";
import { errorInUlps, within } from "../../src/verify/ulps.js";

const third = fromRational(1n, 3n, 300);
const next = (x: number): number => {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  view.setBigInt64(0, view.getBigInt64(0) + 1n);
  return view.getFloat64(0);
};

describe("errorInUlps", () => {
  it("is 0 for an exact result", () => {
    expect(errorInUlps(0.1, fromDouble(0.1))).toEqual({ low: 0, high: 0 });
    expect(errorInUlps(0, fromDouble(0))).toEqual({ low: 0, high: 0 });
    expect(errorInUlps(-0, fromDouble(0))).toEqual({ low: 0, high: 0 });
  });

  it("is a third of an ulp for 1/3, whose double ends in …0101", () => {
    expect(errorInUlps(1 / 3, third)?.high).toBeCloseTo(1 / 3, 10);
    expect(errorInUlps(next(1 / 3), third)?.low).toBeCloseTo(2 / 3, 10);
  });

  it("is 1 between neighbours, subnormals and the ends of binades included", () => {
    const positive = fc.double({ min: 0, max: Number.MAX_VALUE, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(positive, (x) => {
        const error = errorInUlps(next(x), fromDouble(x))!;
        expect(error.low).toBeCloseTo(1, 12);
        expect(error.high).toBeCloseTo(1, 12);
      }),
      { examples: [[0], [5e-324], [2.2250738585072014e-308], [1], [2], [0.5]] },
    );
  });

  it("takes ∞ for 2^1024: right beyond all doubles, one ulp beside the largest", () => {
    const beyond = multiply(fromDouble(Number.MAX_VALUE), fromInteger(2), 300);
    expect(errorInUlps(Infinity, beyond)).toEqual({ low: 0, high: 0 });
    expect(errorInUlps(-Infinity, beyond)?.low).toBe(Infinity);
    expect(errorInUlps(Infinity, fromDouble(Number.MAX_VALUE))?.low).toBeCloseTo(1, 10);
    expect(errorInUlps(Number.MAX_VALUE, beyond)?.low).toBeGreaterThan(1e15);
  });

  it("lets NaN be right only where the value is undefined", () => {
    expect(errorInUlps(NaN, UNDEFINED)?.high).toBe(0);
    expect(errorInUlps(NaN, third)?.low).toBe(Infinity);
    expect(errorInUlps(0, UNDEFINED)?.low).toBe(Infinity);
    expect(errorInUlps(Infinity, POSITIVE_INFINITY)?.high).toBe(0);
    expect(errorInUlps(1e308, POSITIVE_INFINITY)?.low).toBe(Infinity);
  });

  it("tells nothing of a value of which nothing is known", () => {
    expect(errorInUlps(1, UNKNOWN)).toBeUndefined();
  });

  it("brackets the error where a ball spans a power of two", () => {
    // log 2 − log 2 at few bits: a ball around 0.
    const ball = subtract(log(fromInteger(2), 60), log(fromInteger(2), 60), 60);
    const error = errorInUlps(0, ball)!;
    expect(error.low).toBe(0);
    expect(error.high).toBeGreaterThan(1e200);
  });

  it("sees a tiny true value beside 0", () => {
    const tiny = powerInteger(fromInteger(2), -1075n, 64);
    expect(errorInUlps(0, tiny)?.high).toBeCloseTo(0.5, 10);
    expect(errorInUlps(5e-324, tiny)?.high).toBeCloseTo(0.5, 10);
  });
});

describe("within", () => {
  it("holds every value that the double is so many ulps from", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-320, max: 1e308, noNaN: true }), (x) => {
        const ball = within(x, 1);
        expect(compare(ball, fromDouble(x))).toBeUndefined();
        expect(compare(ball, fromDouble(next(x)))).toBeUndefined();
        expect(compare(ball, fromDouble(next(next(next(next(x))))))).toBe(-1);
      }),
    );
  });

  it("knows nothing of a result that overflowed", () => {
    expect(within(Infinity, 1)).toEqual(UNKNOWN);
  });

  it("is exact for a promise of 0 ulp", () => {
    expect(within(0.3, 0)).toEqual(fromDouble(0.3));
  });
});
