import { describe, expect, it } from "vitest";

import * as exact from "../../src/exact/index.js";
import type { Ball } from "../../src/exact/index.js";
import { dotHead } from "../../src/numeric/elementary/dot.js";
import { tail } from "../../src/numeric/elementary/error-free.js";

const BITS = 4000;
const ball = exact.fromDouble;

function trueDot(x: ArrayLike<number>, y: ArrayLike<number>): Ball {
  return Array.from(x).reduce(
    (sum: Ball, each, i) => exact.add(sum, exact.multiply(ball(each), ball(y[i]!), BITS), BITS),
    exact.ZERO,
  );
}

/** high + low - Σ xᵢ yᵢ, and Σ |xᵢ yᵢ|. */
function errorOf(x: Float64Array, y: Float64Array): { error: number; size: number; high: number } {
  const high = dotHead(x, 0, y, 0, x.length);
  const both = exact.add(ball(high), ball(tail[0]!), BITS);
  const error = exact.toDouble(exact.subtract(both, trueDot(x, y), BITS))!;
  const size = exact.toDouble(trueDot(x.map(Math.abs), y.map(Math.abs)))!;
  return { error: Math.abs(error), size, high };
}

let state = 5;
function random(): number {
  state = (state * 48271) % 2147483647;
  return state / 2147483647;
}

/** A double of 53 bits with either sign, from 2⁻ᵗ to 2ᵗ in size. */
function draw(t: number): number {
  return (random() + random() * 2 ** -30 - 0.5) * 2 ** (t * (2 * random() - 1));
}

describe("dotHead", () => {
  it("has twice the digits of a double, of the sum of the absolute products", () => {
    for (const length of [1, 2, 7, 64, 300]) {
      for (const t of [0, 2, 8]) {
        const { error, size } = errorOf(
          Float64Array.from({ length }, () => draw(t)),
          Float64Array.from({ length }, () => draw(t)),
        );
        expect(error).toBeLessThanOrEqual(2 ** -106 * length ** 2 * size);
      }
    }
  });

  it("is right as an exponent, whatever cancels: below 2⁻⁶¹ or 2⁻¹⁰⁰ of the result", () => {
    for (let run = 0; run < 300; run++) {
      const half = 1 + Math.floor(random() * 20);
      const t = random() * 500;
      const x = Float64Array.from({ length: 2 * half + 1 }, () => draw(t));
      const y = Float64Array.from({ length: 2 * half + 1 }, () => draw(t));
      // Each product and its opposite, in another order and with the factors exchanged.
      for (let i = 0; i < half; i++) {
        x[2 * half - i] = y[i]!;
        y[2 * half - i] = -x[i]!;
      }
      x[half] = draw(3);
      y[half] = draw(3);
      const { error, high } = errorOf(x, y);
      expect(high).toBe(x[half] * y[half]);
      expect(error).toBeLessThan(Math.max(2 ** -61, 2 ** -100 * Math.abs(high)));
    }
  });

  it("neither overflows nor underflows on the way", () => {
    const dot = (x: number[], y: number[]): number =>
      dotHead(Float64Array.from(x), 0, Float64Array.from(y), 0, x.length);
    expect(dot([1e300, 1e300, 3], [1e300, -1e300, 5])).toBe(15);
    expect(dot([1e308, 1e308, -1e308], [1, 1, 1])).toBe(1e308);
    expect(dot([1.7e308, 0], [1, 1])).toBe(1.7e308);
    expect(dot([1e-200, 1e-200], [1e-110, 1e-110])).toBe(2e-310);
    expect(dot([2 ** -1074, 2 ** -1074], [2 ** 1023, 2 ** 1023])).toBe(2 ** -50);
    expect(dot([1e300, 2], [1e300, 2])).toBe(Infinity);
    expect(tail[0]).toBe(0);
  });

  it("gives what a plain sum of products gives for zeros, infinite entries and NaN", () => {
    const dot = (x: number[], y: number[]): number =>
      dotHead(Float64Array.from(x), 0, Float64Array.from(y), 0, x.length);
    expect(dot([0, -0], [3, 4])).toBe(0);
    expect(dot([1, Infinity], [2, 3])).toBe(Infinity);
    expect(dot([1, Infinity], [2, -3])).toBe(-Infinity);
    expect(dot([Infinity, Infinity], [2, -3])).toBeNaN();
    expect(dot([0, 1], [Infinity, 1])).toBeNaN();
    expect(dot([NaN, 1], [1, 1])).toBeNaN();
  });

  it("reads rows where they stand", () => {
    expect(dotHead(Float64Array.of(9, 1, 2, 9), 1, Float64Array.of(9, 9, 3, 4), 2, 2)).toBe(11);
  });
});
