import fc from "fast-check";
import { describe, expect, it } from "vitest";

import * as exact from "../../src/exact/index.js";
import type { Ball } from "../../src/exact/index.js";
import {
  DomainError,
  ganObjective,
  jsDivergence,
  matrix,
  minimax,
  optimalDiscriminator,
  reparameterization,
  ShapeError,
} from "../../src/index.js";
import { errorInUlps } from "../../src/verify/ulps.js";

const BITS = 4500;
const { add, divide, fromDouble, fromInteger, log, multiply, subtract } = exact;
const sum = (balls: Ball[], bits = BITS): Ball => balls.reduce((a, b) => add(a, b, bits), exact.ZERO);

/** The error of a result in ulps of the true value, at most. */
function ulps(result: number, truth: Ball): number {
  const error = errorInUlps(result, truth);
  if (error === undefined) throw new Error("the ball says nothing");
  return error.high;
}

/** Numbers of every size, with many that are special or near each other. */
const anyDouble = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: -10, max: 10, noNaN: true }),
  fc.constantFrom(0, 1, 1e-300, 1e300, 5e-324, 1e-308, Number.MAX_VALUE, -1.5),
);
const anySize = anyDouble.map(Math.abs);
const probability = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 1, noNaN: true }).map((x) => 1 - x * 2 ** -40),
  fc.constantFrom(0.5, 5e-324, 1e-310, 1e-20, 1 - 2 ** -53, 2 ** -53),
);
const settings = { seed: 4, numRuns: 1000 };

describe("ganObjective", () => {
  it("is -ln 4 for a discriminator that cannot tell", () => {
    // mpmath: -ln 4 = -1.3862943611198906188
    expect(ganObjective({ real: [0.5], fake: [0.5] })).toBe(-1.3862943611198906);
    expect(ganObjective({ real: [0.5, 0.5, 0.5], fake: new Float64Array(70).fill(0.5) })).toBe(
      -1.3862943611198906,
    );
  });

  it("is the mean over the real plus the mean over the fake, however many there are of each", () => {
    // ln ½ + ln ¾ and (ln ¼ + ln ½ + ln 1) / 3: mpmath
    expect(ganObjective({ real: [0.5, 0.75], fake: [0.25] })).toBe(-0.778096698957644);
    expect(ganObjective({ real: [1], fake: [0.75, 0.5, 0] })).toBe(-0.6931471805599453);
    expect(ganObjective({ real: [0.25], fake: [0] })).toBe(-1.3862943611198906);
    expect(ganObjective({ real: [1], fake: [0.25] })).toBe(-0.2876820724517809);
  });

  it("is 0, not -0, for a discriminator that knows, and -∞ for one that is surely wrong", () => {
    expect(ganObjective({ real: [1, 1], fake: [0] })).toBe(0);
    expect(ganObjective({ real: [1, 0], fake: [0.5] })).toBe(-Infinity);
    expect(ganObjective({ real: [0.5], fake: [0.5, 1] })).toBe(-Infinity);
    expect(ganObjective({ real: [0], fake: [1] })).toBe(-Infinity);
  });

  it("of NaN is NaN", () => {
    expect(ganObjective({ real: [NaN], fake: [0.5] })).toBeNaN();
    expect(ganObjective({ real: [0], fake: [0.5, NaN] })).toBeNaN();
  });

  it("is within 1 ulp of the true value", () => {
    const some = fc.array(probability, { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(some, some, (real, fake) => {
        fc.pre(!fake.includes(1) && !real.includes(0));
        const bits = 1400;
        const mean = (balls: Ball[]) => divide(sum(balls, bits), fromInteger(balls.length), bits);
        const truth = add(
          mean(real.map((p) => log(fromDouble(p), bits))),
          mean(fake.map((p) => log(subtract(exact.ONE, fromDouble(p), bits), bits))),
          bits,
        );
        expect(ulps(ganObjective({ real, fake }), truth)).toBeLessThanOrEqual(1);
      }),
      { ...settings, numRuns: 300 },
    );
  });

  it("refuses what is no probability, and no vector", () => {
    expect(() => ganObjective({ real: [0.5, 1.5], fake: [0.5] })).toThrow(
      new DomainError("real[1] must be a probability, from 0 to 1, but is 1.5"),
    );
    expect(() => ganObjective({ real: [0.5], fake: [-0.1] })).toThrow(
      new DomainError("fake[0] must be a probability, from 0 to 1, but is -0.1"),
    );
    expect(() => ganObjective({ real: [], fake: [0.5] })).toThrow(
      new ShapeError("real must have at least one entry, but has none"),
    );
    expect(() => ganObjective({ real: [0.5] } as never)).toThrow(
      new TypeError("fake must be an array of numbers, but is undefined"),
    );
  });
});

describe("ganObjective with weights", () => {
  const D = [0.9, 0.5, 0.25];

  it("is the expectation: equal weights are the mean", () => {
    const equal = [0.25, 0.25, 0.25, 0.25];
    const real = [0.9, 0.5, 0.25, 0.75];
    expect(ganObjective({ real, fake: real, realWeights: equal, fakeWeights: equal })).toBe(
      ganObjective({ real, fake: real }),
    );
  });

  it("gives an example that cannot come no weight, were its logarithm infinite", () => {
    const shut = { real: [0, 0.5], fake: [0.5], realWeights: [0, 1] };
    expect(ganObjective(shut)).toBe(-Math.log(4));
    expect(ganObjective({ ...shut, realWeights: [2 ** -1074, 1] })).toBe(-Infinity);
    expect(ganObjective({ ...shut, real: [NaN, 0.5] })).toBeNaN();
  });

  it("keeps its digits where weights are tiny", () => {
    const tiny = [2 ** -1060, 0, 0];
    expect(ganObjective({ real: D, fake: D, realWeights: tiny, fakeWeights: [0, 0, 0] })).toBe(
      -(Math.round(-Math.log(0.9) * 2 ** 14) * 2 ** -1074),
    );
  });

  it("refuses weights that are no probabilities, or of another length", () => {
    expect(() => ganObjective({ real: D, fake: D, realWeights: [1, 1, 2] })).toThrow(
      "realWeights[2] must be a probability, from 0 to 1, but is 2",
    );
    expect(() => ganObjective({ real: D, fake: D, fakeWeights: [1] })).toThrow(
      "fakeWeights must have as many entries as fake, 3, but has 1",
    );
  });
});

describe("minimax", () => {
  const game = [
    [3, -1, 2],
    [-2, 4, 0],
    [1, 1.5, -3],
  ];

  it("is the smallest of the largest of the rows", () => {
    expect(minimax(game)).toBe(1.5);
    expect(minimax(matrix(game))).toBe(1.5);
    expect(minimax([[-Infinity, -2]])).toBe(-2);
  });

  it("differs from the maximin where there is no saddle point", () => {
    const maximin = Math.max(...[0, 1, 2].map((j) => Math.min(...game.map((values) => values[j]!))));
    expect(maximin).toBe(-1);
    // max min V = -min max -V of the transpose.
    const transpose = [0, 1, 2].map((j) => game.map((values) => -values[j]!));
    expect(-minimax(transpose)).toBe(maximin);
    expect(minimax(game)).toBeGreaterThan(maximin);
  });

  it("is never below the maximin", () => {
    const entry = fc.integer({ min: -4, max: 4 });
    const rows = fc.array(fc.array(entry, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, (values) => {
        const transpose = [0, 1, 2].map((j) => values.map((each) => -each[j]!));
        expect(minimax(values)).toBeGreaterThanOrEqual(-minimax(transpose));
      }),
      settings,
    );
  });

  it("of NaN is NaN", () => {
    expect(minimax([[1, 2], [NaN, 0]])).toBeNaN(); // prettier-ignore
  });

  it("refuses what is no matrix", () => {
    expect(() => minimax([])).toThrow(new ShapeError("values must have at least one entry, but has none"));
    expect(() => minimax([1, 2] as never)).toThrow(TypeError);
  });
});

describe("optimalDiscriminator", () => {
  it("of two numbers is a number, of two vectors a vector", () => {
    expect(optimalDiscriminator(1, 3)).toBe(0.25);
    expect(optimalDiscriminator([1, 0, 2], Float32Array.of(3, 1, 0))).toEqual(Float64Array.of(0.25, 0, 1));
  });

  it("has its limits where a density is infinite, and none where both are 0 or ∞", () => {
    expect(optimalDiscriminator(Infinity, 1e308)).toBe(1);
    expect(optimalDiscriminator(1, Infinity)).toBe(0);
    expect(optimalDiscriminator(0, Infinity)).toBe(0);
    for (const [p, q] of [
      [0, 0],
      [Infinity, Infinity],
      [NaN, 1],
      [1, NaN],
      [Infinity, NaN],
      [0, NaN],
    ] as const) {
      expect(optimalDiscriminator(p, q)).toBeNaN();
    }
  });

  it("is within 1 ulp of the true value, at any sizes", () => {
    fc.assert(
      fc.property(anySize, anySize, (p, q) => {
        fc.pre(p + q > 0);
        const truth = divide(fromDouble(p), add(fromDouble(p), fromDouble(q), BITS), BITS);
        expect(ulps(optimalDiscriminator(p, q), truth)).toBeLessThanOrEqual(1);
      }),
      settings,
    );
  });

  it("attains 2 JS(p, q) - ln 4 on finite distributions, and no other discriminator does", () => {
    // Of weights that are sixteenths, means over samples are expectations.
    const weights = fc
      .array(fc.nat({ max: 5 }), { minLength: 3, maxLength: 3 })
      .map((counts) => [...counts, 16 - counts.reduce((a, b) => a + b)]);
    const changes = fc.array(fc.double({ min: 0.3, max: 0.9, noNaN: true }), { minLength: 4, maxLength: 4 });
    const repeated = (values: ArrayLike<number>, counts: number[]) =>
      counts.flatMap((count, i) => new Array<number>(count).fill(values[i]!));
    fc.assert(
      fc.property(weights, weights, changes, (p, q, changed) => {
        const value = (D: ArrayLike<number>) => ganObjective({ real: repeated(D, p), fake: repeated(D, q) });
        const best = value(optimalDiscriminator(p, q));
        const sixteenth = (count: number) => count / 16;
        const js = jsDivergence(p.map(sixteenth), q.map(sixteenth));
        expect(Math.abs(best - (2 * js - Math.log(4)))).toBeLessThan(8 * 2 ** -52);
        expect(value(changed)).toBeLessThan(best);
      }),
      settings,
    );
  });

  it("refuses what is negative, and vectors that do not go together", () => {
    expect(() => optimalDiscriminator(-1, 1)).toThrow(new DomainError("p must be at least 0, but is -1"));
    expect(() => optimalDiscriminator([1, 1], [1, -2])).toThrow(
      new DomainError("q[1] must be at least 0, but is -2"),
    );
    expect(() => optimalDiscriminator([1, 1], [1])).toThrow(
      new ShapeError("q must have as many entries as p, 2, but has 1"),
    );
    expect(() => optimalDiscriminator(1, [1] as never)).toThrow(
      new TypeError("p must be an array of numbers, but is 1"),
    );
  });
});

describe("reparameterization", () => {
  it("of numbers is a number, of vectors a vector", () => {
    expect(reparameterization(1, 2, -0.25)).toBe(0.5);
    expect(reparameterization([1, 0], [2, 3], [-0.25, 1])).toEqual(Float64Array.of(0.5, 3));
  });

  it("multiplies the noise by the standard deviation, not by the variance", () => {
    expect(reparameterization(0, 3, 1)).toBe(3);
  });

  it("keeps what is left where the mean and the noise cancel", () => {
    // (1 + 2⁻⁵²) (1 - 2⁻⁵²) = 1 - 2⁻¹⁰⁴
    expect(reparameterization(-1, 1 + 2 ** -52, 1 - 2 ** -52)).toBe(-(2 ** -104));
    expect(reparameterization(-(2 ** -900), 2 ** -450 + 2 ** -502, 2 ** -450 - 2 ** -502)).toBe(
      -(2 ** -1004),
    );
    expect(reparameterization(-1e308, 2, 1e308)).toBe(1e308);
    expect(reparameterization(-Number.MAX_VALUE, Number.MAX_VALUE, 1 + 2 ** -52)).toBe(
      2 ** 972 * (1 - 2 ** -53),
    );
    expect(reparameterization(Number.MAX_VALUE, 1e291, 1)).toBe(Number.MAX_VALUE);
    expect(reparameterization(Number.MAX_VALUE, 1e292, 1)).toBe(Infinity);
  });

  it("is within 0.51 ulp of the true value, within 1 ulp below the normal doubles", () => {
    const half = fc.double({ min: -0.5, max: 0.5, noNaN: true });
    const sizes = fc.oneof(
      anySize,
      fc.integer({ min: -1074, max: 1023 }).map((k) => 2 ** k),
    );
    const cancelling = fc
      .tuple(
        sizes,
        anyDouble,
        fc.oneof(
          fc.constant(0),
          half.map((x) => x * 2 ** -45),
          half,
        ),
      )
      .map(([s, e, off]) => [-(s * e) * (1 + off), s, e] as const);
    const any = fc.tuple(anyDouble, sizes, anyDouble);
    fc.assert(
      fc.property(fc.oneof(any, cancelling), ([mu, sigma, epsilon]) => {
        fc.pre(Number.isFinite(mu));
        const truth = add(fromDouble(mu), multiply(fromDouble(sigma), fromDouble(epsilon), BITS), BITS);
        const result = reparameterization(mu, sigma, epsilon);
        const bound = Math.abs(result) < 2 ** -1022 ? 1 : 0.51;
        expect(ulps(result, truth), `${mu} + ${sigma} · ${epsilon}`).toBeLessThanOrEqual(bound);
      }),
      { ...settings, numRuns: 5000 },
    );
  });

  it("has limits at ∞ where they exist", () => {
    expect(reparameterization(Infinity, 1, -1e308)).toBe(Infinity);
    expect(reparameterization(0, Infinity, -2)).toBe(-Infinity);
    expect(reparameterization(0, Infinity, 0)).toBeNaN();
    expect(reparameterization(Infinity, 2, -Infinity)).toBeNaN();
    expect(reparameterization(NaN, 1, 1)).toBeNaN();
    expect(reparameterization(1, NaN, 1)).toBeNaN();
    expect(reparameterization(1, 1, NaN)).toBeNaN();
  });

  it("refuses a negative standard deviation, and vectors that do not go together", () => {
    expect(() => reparameterization(0, -1, 1)).toThrow(
      new DomainError("sigma must be at least 0, but is -1"),
    );
    expect(() => reparameterization([0, 0], [1, -1], [1, 1])).toThrow(
      new DomainError("sigma[1] must be at least 0, but is -1"),
    );
    expect(() => reparameterization([0, 0], [1, 1], [1])).toThrow(
      new ShapeError("epsilon must have as many entries as mu, 2, but has 1"),
    );
    expect(() => reparameterization(0 as never, [1], [1])).toThrow(
      new TypeError("mu must be an array of numbers, but is 0"),
    );
  });
});

it("no input is changed", () => {
  const inputs = [Float64Array.of(0.25, 0.5), Float64Array.of(0.5, 0.75)] as const;
  ganObjective({ real: inputs[0], fake: inputs[1] });
  optimalDiscriminator(...inputs);
  reparameterization(inputs[0], inputs[1], inputs[0]);
  minimax({ rows: 1, columns: 2, data: inputs[0] });
  expect(inputs).toEqual([Float64Array.of(0.25, 0.5), Float64Array.of(0.5, 0.75)]);
});
