/** Undefined, unknown, ±∞, limits: what is not a matter of rounding. */
import { describe, expect, it } from "vitest";
import * as exact from "../../src/exact/index.js";
import type { Ball } from "../../src/exact/index.js";

const d = exact.fromDouble;
const BITS = 100;
const straddling: Ball = { kind: "finite", mid: 1n, rad: 4, exp: -3n };
const fromZero: Ball = { kind: "finite", mid: 4n, rad: 4, exp: -3n };
const negative: Ball = { kind: "finite", mid: -9n, rad: 4, exp: -3n };
const [inf, minus, undef, unknown] = [
  exact.POSITIVE_INFINITY,
  exact.NEGATIVE_INFINITY,
  exact.UNDEFINED,
  exact.UNKNOWN,
];

/** A word for a result: a number, "undefined", "unknown". */
function said(a: Ball): number | string {
  if (a.kind === "undefined" || a.kind === "unknown") return a.kind;
  return exact.toDouble(a) ?? "open";
}

const a = (
  f: (a: Ball, b: Ball, bits: number) => Ball,
  x: Ball | number,
  y: Ball | number,
): number | string => said(f(typeof x === "number" ? d(x) : x, typeof y === "number" ? d(y) : y, BITS));
const f1 = (f: (a: Ball, bits: number) => Ball, x: Ball | number): number | string =>
  said(f(typeof x === "number" ? d(x) : x, BITS));

describe("undefined is a value, and never complex", () => {
  it.each([
    ["0/0", a(exact.divide, 0, 0)],
    ["1/0", a(exact.divide, 1, 0)],
    ["∞/0", a(exact.divide, inf, 0)],
    ["unknown/0", a(exact.divide, unknown, 0)],
    ["∞/∞", a(exact.divide, inf, minus)],
    ["∞ − ∞", a(exact.subtract, inf, inf)],
    ["∞ + −∞", a(exact.add, inf, minus)],
    ["0·∞", a(exact.multiply, 0, inf)],
    ["−∞·0", a(exact.multiply, minus, 0)],
    ["log(−1)", f1(exact.log, -1)],
    ["log(a negative ball)", f1(exact.log, negative)],
    ["log(−∞)", f1(exact.log, minus)],
    ["log1p(−2)", f1(exact.log1p, -2)],
    ["√−1", f1(exact.sqrt, -1)],
    ["√(a negative ball)", f1(exact.sqrt, negative)],
    ["0^−1", a(exact.power, 0, -1)],
    ["0^−0.5", a(exact.power, 0, -0.5)],
    ["0^−∞", a(exact.power, 0, minus)],
    ["(−8)^(1/3), a third being no double", a(exact.power, -8, 1 / 3)],
    ["(−1)^0.5", a(exact.power, -1, 0.5)],
    ["1^∞", a(exact.power, 1, inf)],
    ["∞^0", a(exact.power, inf, 0)],
    ["(−2)^∞", a(exact.power, -2, inf)],
    ["(−∞)^0.5", a(exact.power, minus, 0.5)],
    ["sin ∞", f1(exact.sin, inf)],
    ["cos −∞", f1(exact.cos, minus)],
    ["undefined + unknown", a(exact.add, undef, unknown)],
    ["unknown · undefined", a(exact.multiply, unknown, undef)],
    ["unknown / undefined", a(exact.divide, unknown, undef)],
    ["undefined^0", a(exact.power, undef, 0)],
    ["max(unknown, undefined)", said(exact.maximum(unknown, undef))],
    ["exp(undefined)", f1(exact.exp, undef)],
  ])("%s is undefined", (_, result) => {
    expect(result).toBe("undefined");
  });
});

describe("unknown is asked for more bits", () => {
  it.each([
    ["1 / a ball around 0", a(exact.divide, 1, straddling)],
    ["0 / a ball around 0", a(exact.divide, 0, straddling)],
    ["log of a ball around 0", f1(exact.log, straddling)],
    ["log of a ball from 0", f1(exact.log, fromZero)],
    ["√ of a ball around 0", f1(exact.sqrt, straddling)],
    ["a ball around 0 to the power −2", a(exact.power, straddling, -2)],
    ["a ball around 0 to the power 0.5", a(exact.power, straddling, 0.5)],
    ["a ball around 0 times ∞", a(exact.multiply, straddling, inf)],
    ["a negative ball to a power that may be an integer", a(exact.power, negative, fromZero)],
    ["a ball around 1 to the power ∞", a(exact.power, exact.withRadius(d(1), d(0.1)), inf)],
    ["⌊a ball around 0⌋", said(exact.floor(straddling))],
    ["unknown + 1", a(exact.add, unknown, 1)],
    ["unknown · 0", a(exact.multiply, unknown, 0)],
    ["sin unknown", f1(exact.sin, unknown)],
    ["a hull of ∞ and 1", said(exact.hull(inf, d(1)))],
  ])("%s is unknown", (_, result) => {
    expect(result).toBe("unknown");
  });
});

describe("limits and conventions", () => {
  it.each([
    ["log 0", f1(exact.log, 0), -Infinity],
    ["log ∞", f1(exact.log, inf), Infinity],
    ["log1p(−1)", f1(exact.log1p, -1), -Infinity],
    ["exp(−∞)", f1(exact.exp, minus), 0],
    ["exp ∞", f1(exact.exp, inf), Infinity],
    ["expm1(−∞)", f1(exact.expm1, minus), -1],
    ["√∞", f1(exact.sqrt, inf), Infinity],
    ["√ of a ball from 0 to 1 is open", f1(exact.sqrt, fromZero), "open"],
    ["1/∞", a(exact.divide, 1, inf), 0],
    ["∞/−2", a(exact.divide, inf, -2), -Infinity],
    ["∞ + 1", a(exact.add, inf, 1), Infinity],
    ["1 − ∞", a(exact.subtract, 1, inf), -Infinity],
    ["−2·∞", a(exact.multiply, -2, inf), -Infinity],
    ["−∞·−∞", a(exact.multiply, minus, minus), Infinity],
    ["sinh −∞", f1(exact.sinh, minus), -Infinity],
    ["cosh −∞", f1(exact.cosh, minus), Infinity],
    ["tanh −∞", f1(exact.tanh, minus), -1],
    ["tanh ∞", f1(exact.tanh, inf), 1],
    ["erf −∞", f1(exact.erf, minus), -1],
    ["erfc ∞", f1(exact.erfc, inf), 0],
    ["erfc −∞", f1(exact.erfc, minus), 2],
    ["Φ(−∞)", f1(exact.normalCdf, minus), 0],
    ["Φ(∞)", f1(exact.normalCdf, inf), 1],
    ["Φ(0)", f1(exact.normalCdf, 0), 0.5],
    ["0^0", a(exact.power, 0, 0), 1],
    ["(a ball around 0)^0", a(exact.power, straddling, 0), 1],
    ["0^2.5", a(exact.power, 0, 2.5), 0],
    ["0^∞", a(exact.power, 0, inf), 0],
    ["2^∞", a(exact.power, 2, inf), Infinity],
    ["2^−∞", a(exact.power, 2, minus), 0],
    ["0.5^∞", a(exact.power, 0.5, inf), 0],
    ["0.5^−∞", a(exact.power, 0.5, minus), Infinity],
    ["∞^−0.5", a(exact.power, inf, -0.5), 0],
    ["∞^∞", a(exact.power, inf, inf), Infinity],
    ["(−∞)^3", a(exact.power, minus, 3), -Infinity],
    ["(−∞)^2", a(exact.power, minus, 2), Infinity],
    ["(−∞)^−3", a(exact.power, minus, -3), 0],
    ["(−1)^1e300", a(exact.power, -1, 1e300), 1],
    ["(−2)^−3", a(exact.power, -2, -3), -0.125],
    ["max(−∞, 1)", said(exact.maximum(minus, d(1))), 1],
    ["min(−∞, 1)", said(exact.minimum(minus, d(1))), -Infinity],
    ["|−∞|", said(exact.absolute(minus)), Infinity],
    ["⌊−0.5⌋", said(exact.floor(d(-0.5))), -1],
    ["⌊−5e-324⌋", said(exact.floor(d(-5e-324))), -1],
    ["⌈5e-324⌉", said(exact.ceil(d(5e-324))), 1],
    ["⌈−0.5⌉", said(exact.ceil(d(-0.5))), 0],
    ["⌊1e300⌋", said(exact.floor(d(1e300))), 1e300],
    ["⌈2.5⌉", said(exact.ceil(d(2.5))), 3],
  ])("%s", (_, result, expected) => {
    expect(typeof result === "number" ? result + 0 : result).toBe(expected);
  });

  it("0 times whatever is finite is 0, exactly, however long the other is", () => {
    for (const bits of [64, 1024, 2048, 8192]) {
      const e = exact.exp(exact.fromDouble(1), bits);
      expect(exact.multiply(exact.ZERO, e, bits), String(bits)).toEqual(exact.ZERO);
      expect(exact.multiply(e, exact.ZERO, bits), String(bits)).toEqual(exact.ZERO);
    }
  });

  it("powers of perfect powers are exact, so that ties are decided", () => {
    for (const [x, y, z] of [
      [16, 0.75, 8],
      [4, 0.5, 2],
      [2 ** -40, 0.625, 2 ** -25],
      [9, -0.5, 1 / 3],
      [6561, 0.125, 3],
    ] as const) {
      const result = exact.power(d(x), d(y), BITS);
      expect(exact.toDouble(result)).toBe(z);
      if (z !== 1 / 3) expect(exact.isExact(result)).toBe(true);
    }
  });
});

describe("order", () => {
  it("compare is decided by disjoint balls only, and equal is only what is exactly equal", () => {
    const wide = exact.withRadius(d(1), d(0.5));
    expect(exact.compare(d(1), d(2))).toBe(-1);
    expect(exact.compare(d(2), d(1))).toBe(1);
    expect(exact.compare(d(0.5), exact.divide(d(1), d(2), 10))).toBe(0);
    expect(exact.compare(wide, wide)).toBeUndefined();
    expect(exact.compare(wide, d(1.5))).toBeUndefined();
    expect(exact.compare(wide, d(1.5000001))).toBe(-1);
    expect(exact.compare(inf, inf)).toBe(0);
    expect(exact.compare(minus, wide)).toBe(-1);
    expect(exact.compare(unknown, d(1))).toBeUndefined();
    expect(exact.compare(undef, undef)).toBeUndefined();
  });

  it("sign, isExact, isFinite, overlaps, contains and accuracyBits", () => {
    expect([straddling, negative, d(0), inf, minus, unknown].map(exact.sign)).toEqual([
      undefined,
      -1,
      0,
      1,
      -1,
      undefined,
    ]);
    expect([straddling, d(3), inf, undef, unknown].map(exact.isExact)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    expect([straddling, d(3), inf, undef, unknown].map(exact.isFinite)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(exact.contains(fromZero, d(0))).toBe(true);
    expect(exact.contains(fromZero, d(-5e-324))).toBe(false);
    expect(exact.contains(unknown, undef)).toBe(true);
    expect(exact.contains(d(1), unknown)).toBe(false);
    expect(exact.overlaps(undef, undef)).toBe(true);
    expect(exact.overlaps(undef, d(0))).toBe(false);
    expect(exact.overlaps(fromZero, negative)).toBe(false);
    expect(exact.accuracyBits(d(0.1))).toBe(Infinity);
    expect(exact.accuracyBits(unknown)).toBe(-Infinity);
    expect(exact.accuracyBits({ kind: "finite", mid: 1n << 70n, rad: 4, exp: 0n })).toBe(68);
  });

  it("maximum and minimum of overlapping balls hold what they may be", () => {
    const one = exact.withRadius(d(1), d(0.5));
    const two = exact.withRadius(d(1.25), d(0.125));
    const greatest = exact.maximum(one, two);
    expect([1.125, 1.5].map((x) => exact.contains(greatest, d(x)))).toEqual([true, true]);
    expect([1.1, 1.51].map((x) => exact.contains(greatest, d(x)))).toEqual([false, false]);
    expect(exact.contains(exact.minimum(one, two), d(0.5))).toBe(true);
    expect(exact.contains(exact.minimum(one, two), d(1.4))).toBe(false);
  });
});

describe("nothing hangs", () => {
  const huge = exact.powerInteger(d(2), 10n ** 300n, 64);
  const tiny = exact.divide(d(1), huge, 64);

  it("adding numbers whose exponents differ by 10³⁰⁰ makes the small one a radius", () => {
    const sum = exact.add(huge, d(1), 100);
    expect(exact.contains(sum, huge)).toBe(true);
    expect(exact.isExact(sum)).toBe(false);
    expect(exact.accuracyBits(sum)).toBeGreaterThan(97);
    expect(exact.compare(exact.add(d(1), tiny, 100), d(1))).toBeUndefined();
    expect(exact.sign(exact.subtract(tiny, huge, 100))).toBe(-1);
    expect(exact.add(huge, d(0), 100)).toEqual(huge);
    for (const f of [exact.maximum, exact.minimum, exact.hull, exact.withRadius]) {
      expect(f(exact.withRadius(huge, tiny), exact.withRadius(tiny, huge)).kind).toBe("finite");
    }
  });

  it("functions of numbers as small as 2^(−10³⁰⁰) answer at once, with all bits", () => {
    for (const f of [
      exact.expm1,
      exact.log1p,
      exact.sin,
      exact.sinh,
      exact.tanh,
      exact.erf,
      exact.sqrt,
      exact.log,
    ]) {
      expect(exact.accuracyBits(f(tiny, 100))).toBeGreaterThan(96);
    }
    for (const f of [exact.exp, exact.cos, exact.cosh, exact.erfc, exact.normalCdf]) {
      expect(exact.accuracyBits(f(tiny, 100))).toBeGreaterThan(96);
    }
    expect(exact.accuracyBits(exact.log(huge, 100))).toBeGreaterThan(96);
    expect(said(exact.tanh(huge, 100))).toBe(1);
    expect(said(exact.erf(exact.negate(huge), 100))).toBe(-1);
  });

  it("e^(10³⁰⁸) is a number, and its logarithm is 10³⁰⁸", () => {
    const power = exact.exp(d(1e308), 200);
    expect(exact.toDouble(exact.log(power, 200))).toBe(1e308);
    expect(exact.accuracyBits(power)).toBeGreaterThan(196);
    expect(exact.toDouble(power)).toBe(Infinity);
  });

  it("beyond the limit an error says what is too large and what to do", () => {
    for (const f of [exact.exp, exact.sin, exact.cos, exact.sinh, exact.cosh, exact.expm1, exact.erfc]) {
      expect(() => f(huge, 100)).toThrow(exact.ExactLimitError);
    }
    expect(() => exact.power(d(3), huge, 100)).toThrow(exact.ExactLimitError);
    expect(() => exact.exp(huge, 100)).toThrow(
      /exp: the argument is at least 2\^8192 in magnitude.*logarithms/,
    );
    expect(() => exact.exp(exact.negate(huge), 100)).toThrow(exact.ExactLimitError);
    expect(exact.power(exact.negate(exact.ONE), huge, 100)).toEqual(exact.ONE);
  });

  it("balls too wide to say anything say so, or say what they can", () => {
    const wide = exact.withRadius(d(1), huge);
    expect(exact.exp(wide, 100).kind).toBe("unknown");
    for (const f of [exact.sin, exact.tanh, exact.erf]) {
      expect(exact.contains(f(wide, 100), exact.withRadius(d(0), d(1)))).toBe(true);
    }
  });
});
