import { describe, expect, it } from "vitest";

import { tail, twoProduct, twoSum } from "../../src/numeric/elementary/error-free.js";
import { expHead, expHeadOrZero, expOfVeryNegative, LIFT, lower } from "../../src/numeric/elementary/exp.js";
import { logHead } from "../../src/numeric/elementary/log.js";
import { reciprocalOfOnePlus } from "../../src/numeric/elementary/reciprocal.js";

/** x · 2¹⁰⁷⁴, which is an integer for every double. */
function exact(x: number): bigint {
  if (!Number.isFinite(x)) throw new RangeError(`${x} is not finite`);
  let scaled = x;
  let power = 1074n;
  for (; !Number.isInteger(scaled); power--) scaled *= 2;
  return BigInt(scaled) << power;
}

const sizes = [1, 1 / 3, 1e-5, 1e16, 1e100, 1e-100, 1e300, Number.MAX_VALUE / 3, 5e-324, 3e-310, 0];
const numbers = [...sizes, ...sizes.map((size) => -size * 1.7)];

describe("twoSum", () => {
  it("loses nothing: sum and tail are a + b exactly", () => {
    for (const a of numbers) {
      for (const b of numbers) {
        const sum = twoSum(a, b);
        expect(sum).toBe(a + b);
        if (!Number.isFinite(sum)) continue;
        expect(exact(sum) + exact(tail[0]!), `${a} + ${b}`).toBe(exact(a) + exact(b));
      }
    }
  });
});

describe("twoProduct", () => {
  it("loses nothing: product and tail are a · b exactly, wherever the tail is in the range of doubles", () => {
    let count = 0;
    for (const a of numbers) {
      for (const b of numbers) {
        const product = twoProduct(a, b);
        expect(product).toBe(a * b);
        // 2⁹⁹⁵
        const largest = Math.max(Math.abs(a), Math.abs(b), Math.abs(product));
        if (Math.abs(product) < 1e-290 || largest > 3.3e299) continue;
        count++;
        const sum = exact(product) + exact(tail[0]!);
        expect(sum << 1074n, `${a} · ${b}`).toBe(exact(a) * exact(b));
      }
    }
    expect(count).toBeGreaterThan(150);
  });

  it("says so where it would have to split what is too large: the tail is NaN or infinite", () => {
    for (const [a, b] of [
      [Number.MAX_VALUE, 1],
      [1, -Number.MAX_VALUE],
      [1e308, 5e-324],
      [Number.MAX_VALUE, 2],
      [Infinity, 1],
    ] as const) {
      expect(twoProduct(a, b)).toBe(a * b);
      expect(tail[0]! - tail[0]!).toBeNaN();
    }
  });
});

describe("expHead", () => {
  it("of 0 is exactly 1", () => {
    expect([expHead(0, 0), tail[0]]).toEqual([1, 0]);
  });

  it("has a high part of 24 bits", () => {
    for (let x = -80; x < 80; x += 0.37) {
      const high = expHead(x, 0);
      expect(Math.fround(high)).toBe(high);
    }
  });

  it("adds the rounding error of its argument", () => {
    const high = expHead(1, 0) + 0;
    const low = tail[0]!;
    expect(expHead(1, 2 ** -54)).toBe(high);
    expect(tail[0]! - low).toBeCloseTo(Math.E * 2 ** -54, 18);
  });
});

describe("the lifted exponential", () => {
  it("is the exponential times 2⁵¹², down to 0", () => {
    const high = expHead(-400, 0);
    const both = high + tail[0]!;
    const lifted = expHead(-400, 0, LIFT);
    expect((lifted + tail[0]!) * 2 ** -512).toBe(both);
    expect(expHeadOrZero(-1058, 0, LIFT)).toBeGreaterThan(0);
    expect(expHeadOrZero(-1e4, 0, LIFT)).toBe(0);
    expect(expHeadOrZero(-Infinity, NaN, LIFT)).toBe(0);
    expect(expHeadOrZero(-701, 0, 0)).toBe(0);
  });

  it("is lowered with one rounding: 2.5 and a bit subnormal units are 3, 2.5 less a bit 2", () => {
    const unit = 2 ** (512 - 537) * 2 ** -537;
    expect(lower(2.5 * unit, unit * 2 ** -50)).toBe(1.5e-323);
    expect(lower(2.5 * unit, -unit * 2 ** -50)).toBe(1e-323);
    expect(lower(2 ** -510, 0)).toBe(2.2250738585072014e-308);
    expect(lower(0, 0)).toBe(0);
  });

  it("gives subnormal results", () => {
    expect(expOfVeryNegative(-745.13)).toBe(5e-324);
    expect(expOfVeryNegative(-745.14)).toBe(0);
  });
});

describe("logHead", () => {
  it("of 1 is exactly 0", () => {
    expect([logHead(1), tail[0]]).toEqual([0, 0]);
  });
});

describe("reciprocalOfOnePlus", () => {
  it("gives a short quotient, and a remainder that makes up for it", () => {
    for (const x of [0, 1e-300, 0.25, 1, 1 / 3, 1000]) {
      const head = Math.fround(x);
      const quotient = reciprocalOfOnePlus(head, x - head);
      expect(Math.fround(quotient)).toBe(quotient);
      expect(quotient + quotient * tail[0]!).toBe(1 / (1 + x));
    }
  });
});
