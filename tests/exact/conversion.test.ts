/** Doubles and decimals in and out. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as exact from "../../src/exact/index.js";
import type { Ball } from "../../src/exact/index.js";
import { RUNS, ball, pointOf } from "./arbitraries.js";

const two = (n: number | bigint): Ball => exact.powerInteger(exact.fromInteger(2), BigInt(n), 64);
const sum = (...terms: Ball[]): Ball => terms.reduce((a, b) => exact.add(a, b, 4000));
const { fromDouble, toDouble, toDigits } = exact;

describe("fromDouble and toDouble", () => {
  it("every double survives the way there and back, except that −0 becomes 0", () => {
    fc.assert(
      fc.property(fc.double(), (x) => {
        expect(toDouble(fromDouble(x))).toBe(x === 0 ? 0 : x);
        expect(exact.midpoint(fromDouble(x))).toBe(x === 0 ? 0 : x);
      }),
      { numRuns: 4 * RUNS },
    );
    const edges = [
      5e-324,
      1e-323,
      2.225073858507201e-308,
      2.2250738585072014e-308,
      1.7976931348623157e308,
      2 ** 53,
      2 ** 53 + 2,
    ];
    for (const x of edges) expect(toDouble(fromDouble(-x))).toBe(-x);
  });

  it("maps the special values", () => {
    expect(toDouble(exact.UNDEFINED)).toBeNaN();
    expect(toDouble(exact.UNKNOWN)).toBeUndefined();
    expect(toDouble(exact.POSITIVE_INFINITY)).toBe(Infinity);
    expect(toDouble(exact.NEGATIVE_INFINITY)).toBe(-Infinity);
    expect(fromDouble(NaN).kind).toBe("undefined");
    expect(fromDouble(-Infinity)).toEqual(exact.NEGATIVE_INFINITY);
    expect(exact.midpoint(exact.UNKNOWN)).toBeNaN();
    expect(exact.midpoint(exact.NEGATIVE_INFINITY)).toBe(-Infinity);
  });

  it("rounds ties to even", () => {
    expect(toDouble(sum(exact.ONE, two(-53)))).toBe(1);
    expect(toDouble(sum(fromDouble(1 + 2 ** -52), two(-53)))).toBe(1 + 2 ** -51);
    expect(toDouble(sum(exact.ONE, two(-53), two(-2000)))).toBe(1 + 2 ** -52);
    expect(toDouble(sum(exact.ONE, two(-53), exact.negate(two(-2000))))).toBe(1);
    expect(toDouble(exact.fromInteger(2n ** 53n + 1n))).toBe(2 ** 53);
    expect(toDouble(exact.fromInteger(-(2n ** 53n) - 3n))).toBe(-(2 ** 53) - 4);
  });

  it("rounds among the subnormals, and to zero with the sign kept", () => {
    const least = fromDouble(5e-324);
    const half = two(-1075);
    expect(toDouble(half)).toBe(0);
    expect(toDouble(exact.negate(half))).toBe(-0);
    expect(toDouble(sum(half, two(-3000)))).toBe(5e-324);
    expect(toDouble(sum(least, half))).toBe(1e-323);
    expect(toDouble(sum(least, least, half))).toBe(1e-323);
    expect(toDouble(sum(two(-1022), exact.negate(half)))).toBe(2 ** -1022);
    expect(toDouble(two(-(10n ** 300n)))).toBe(0);
    expect(toDouble(exact.negate(two(-(10n ** 300n))))).toBe(-0);
    expect(toDouble({ kind: "finite", mid: 0n, rad: 1, exp: -2000n })).toBe(0);
    expect(toDouble({ kind: "finite", mid: -3n, rad: 1, exp: -2000n })).toBe(-0);
    expect(toDouble({ kind: "finite", mid: 0n, rad: 1, exp: -1074n })).toBeUndefined();
  });

  it("overflows from halfway above the greatest double", () => {
    const greatest = fromDouble(Number.MAX_VALUE);
    const tie = sum(greatest, two(970));
    expect(toDouble(tie)).toBe(Infinity);
    expect(toDouble(exact.negate(tie))).toBe(-Infinity);
    expect(toDouble(sum(tie, exact.negate(two(-1000))))).toBe(Number.MAX_VALUE);
    expect(toDouble(two(1024))).toBe(Infinity);
    expect(toDouble(two(10n ** 300n))).toBe(Infinity);
    expect(toDouble(exact.withRadius(tie, two(-100)))).toBeUndefined();
  });

  it("says nothing where a ball straddles a tie, and decides on either side of it", () => {
    const tie = sum(exact.ONE, two(-53));
    expect(toDouble(exact.withRadius(tie, two(-300)))).toBeUndefined();
    expect(toDouble(exact.withRadius(sum(tie, two(-200)), two(-300)))).toBe(1 + 2 ** -52);
    expect(toDouble(exact.withRadius(sum(tie, exact.negate(two(-200))), two(-300)))).toBe(1);
  });

  it("agrees, for every point of a ball, with the nearest of three doubles found by comparison", () => {
    fc.assert(
      fc.property(ball(120, 1150), fc.integer({ min: -64, max: 64 }), (a, at) => {
        const point = pointOf(a, at);
        const nearest = toDouble(point)!;
        const decided = toDouble(a);
        if (decided !== undefined) expect(decided + 0).toBe(nearest + 0);
        if (!Number.isFinite(nearest) || Math.abs(nearest) === Number.MAX_VALUE) return;
        const distance = (x: number): Ball => exact.absolute(exact.subtract(point, fromDouble(x), 4000));
        for (const other of [neighbour(nearest, 1), neighbour(nearest, -1)]) {
          expect(exact.compare(distance(nearest), distance(other))).not.toBe(1);
        }
      }),
      { numRuns: RUNS },
    );
  });
});

function neighbour(x: number, step: 1 | -1): number {
  if (x === 0) return step * 5e-324;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  view.setBigInt64(0, view.getBigInt64(0) + BigInt(x > 0 ? step : -step));
  return view.getFloat64(0);
}

describe("fromRational and fromInteger", () => {
  it("fromRational rounds a quotient and keeps it inside", () => {
    const third = exact.fromRational(1n, 3n, 100);
    expect(exact.contains(exact.multiply(third, exact.fromInteger(3), 100), exact.ONE)).toBe(true);
    expect(exact.accuracyBits(third)).toBeGreaterThan(98);
    expect(exact.fromRational(-6n, 4n, 10)).toEqual(
      exact.divide(exact.fromInteger(-3), exact.fromInteger(2), 10),
    );
    expect(exact.fromRational(1n, 0n, 100).kind).toBe("undefined");
    expect(toDouble(exact.fromRational(1n, 10n, 100))).toBe(0.1);
  });

  it("fromInteger refuses a fraction and says so", () => {
    expect(() => exact.fromInteger(0.5)).toThrow("expected an integer, got 0.5");
    expect(toDouble(exact.fromInteger(1e300))).toBe(1e300);
  });
});

describe("toDigits", () => {
  it("prints exact values short", () => {
    const printed = [0, 1, -1, 0.5, 123456, 1e21, 1e20, -1e-6, 1e-7, 1.5e300, 0.000244140625];
    expect(printed.map((x) => toDigits(fromDouble(x), 17))).toEqual([
      "0", "1", "-1", "0.5", "123456", "1e+21", "100000000000000000000", "-9.9999999999999995e-7",
      "9.9999999999999995e-8", "1.5000000000000001e+300", "0.000244140625",
    ]); // prettier-ignore
  });

  it("prints as many digits as JavaScript's toPrecision, which is correctly rounded", () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer({ min: 1, max: 60 }),
        (x, digits) => {
          fc.pre(x !== 0);
          // A tie: JavaScript rounds it away from zero, we to even.
          fc.pre(!/50*$/.test(x.toPrecision(100)) || digits > 20);
          expect(Number(toDigits(fromDouble(x), digits))).toBe(Number(x.toPrecision(digits)));
        },
      ),
      { numRuns: RUNS },
    );
  });

  it("keeps the zeros of what is not exact, and is silent where the ball does not decide", () => {
    const near = (x: Ball, bits: number): Ball => exact.withRadius(x, two(-bits));
    expect(toDigits(near(fromDouble(0.5), 60), 5)).toBe("0.50000");
    expect(toDigits(near(fromDouble(123456), 60), 3)).toBe("1.23e+5");
    expect(toDigits(near(fromDouble(0.5), 5), 1)).toBe("0.5");
    expect(toDigits(near(fromDouble(0.5), 4), 2)).toBeUndefined();
    expect(toDigits(near(exact.ZERO, 4), 2)).toBeUndefined();
    expect(toDigits(exact.pi(200), 50)).toBe("3.1415926535897932384626433832795028841971693993751");
    expect(toDigits(exact.UNKNOWN, 5)).toBeUndefined();
    expect(toDigits(exact.UNDEFINED, 5)).toBe("NaN");
    expect(toDigits(exact.NEGATIVE_INFINITY, 5)).toBe("-Infinity");
  });

  it("carries over into one digit more", () => {
    expect(toDigits(fromDouble(9.999999), 3)).toBe("10.0");
    expect(toDigits(fromDouble(0.99996), 4)).toBe("1.000");
    expect(toDigits(fromDouble(999999.5), 3)).toBe("1.00e+6");
  });

  it("prints numbers whose exponent has hundreds of digits", () => {
    // mpmath: e^(10^308) = 10^(10^308·log₁₀ e), by exact doubles.
    const huge = exact.exp(fromDouble(1e308), 200);
    expect(toDigits(huge, 8)).toMatch(/^1\.0538970e\+434294481903251832419275\d{284}$/);
    expect(toDigits(exact.divide(exact.ONE, huge, 200), 8)).toMatch(/^9\.4885930e-4342944819032518324\d+$/);
    expect(toDigits(exact.normalCdf(fromDouble(-1e4), 100), 10)).toBe("3.204405512e-21714729");
    expect(toDigits(two(100000), 12)).toBe("9.99002093014e+30102");
  });

  it("refuses a number of digits that is none", () => {
    expect(() => toDigits(exact.ONE, 0)).toThrow("expected 1 digit or more, got 0");
  });
});
