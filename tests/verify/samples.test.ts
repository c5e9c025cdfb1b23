import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { integer, matrix, probability, real, vector } from "../../src/latex/symbols.js";
import { edgeInputs, inputsFor } from "../../src/verify/samples.js";

const draw = (symbols: Parameters<typeof inputsFor>[0], style: "free" | "dyadic" = "free", runs = 2000) =>
  fc.sample(inputsFor(symbols, { maxSize: 1000, style }), { seed: 5, numRuns: runs });

describe("drawn numbers", () => {
  const numbers = draw({ x: real("any") }).map(({ x }) => x as number);

  it("cover every magnitude, from subnormals to the largest", () => {
    const magnitudes = numbers.map(Math.abs).filter((x) => x > 0);
    for (const [low, high] of [
      [0, 1e-308],
      [1e-300, 1e-100],
      [1e-20, 1e-3],
      [0.1, 1],
      [1, 40],
      [40, 800],
      [1e10, 1e100],
      [1e200, 1e300],
    ] as const) {
      expect(
        magnitudes.some((x) => x > low && x < high),
        `${low} to ${high}`,
      ).toBe(true);
    }
    expect(numbers.some((x) => x < 0)).toBe(true);
  });

  it("stay in their domain, and meet its ends", () => {
    const drawn = draw({ p: probability("any") }).map(({ p }) => p as number);
    expect(drawn.every((p) => p >= 0 && p <= 1)).toBe(true);
    expect(drawn).toEqual(expect.arrayContaining([0, 1]));
    const open = draw({ d: real("any", { domain: "(0, 5)" }) }).map(({ d }) => d as number);
    expect(open.every((d) => d > 0 && d < 5)).toBe(true);
  });

  it("are whole where they are declared whole", () => {
    expect(
      draw({ n: integer("any", { domain: "[1, 9]" }) }).every(
        ({ n }) => Number.isInteger(n) && (n as number) >= 1,
      ),
    ).toBe(true);
  });

  it("have few bits in the dyadic style, so that sums are exact", () => {
    for (const { x } of draw({ x: real("any") }, "dyadic"))
      expect(Number.isInteger((x as number) * 256)).toBe(true);
  });
});

describe("drawn vectors", () => {
  const vectors = draw({ z: vector("K", "any") }, "free", 600).map(({ z }) => z as readonly number[]);

  it("have sizes from 1 to 1000, small ones often", () => {
    const sizes = vectors.map(({ length }) => length);
    expect(Math.min(...sizes)).toBe(1);
    expect(Math.max(...sizes)).toBeGreaterThan(500);
    expect(sizes.filter((size) => size <= 3).length).toBeGreaterThan(60);
  });

  it("have equal entries sometimes and distinct ones mostly", () => {
    const long = vectors.filter(({ length }) => length > 3);
    const equal = long.filter((vector) => new Set(vector).size === 1).length;
    expect(equal).toBeGreaterThan(0);
    expect(equal).toBeLessThan(long.length / 3);
  });

  it("agree in size where they share a name, and differ where they do not", () => {
    const drawn = draw(
      { x: vector("n", "any"), y: vector("n", "any"), A: matrix("n", "m", "any") },
      "free",
      200,
    );
    for (const { x, y, A } of drawn as unknown as { x: number[]; y: number[]; A: number[][] }[]) {
      expect(y).toHaveLength(x.length);
      expect(A).toHaveLength(x.length);
    }
    expect(drawn.some(({ A }) => (A as number[][]).length !== (A as number[][])[0]!.length)).toBe(true);
  });

  it("have the size that is declared as a number", () => {
    expect(draw({ x: vector(3, "any") }, "free", 50).every(({ x }) => (x as number[]).length === 3)).toBe(
      true,
    );
  });
});

describe("edges", () => {
  it("hold both zeros, the smallest and the largest doubles, and where e^x overflows", () => {
    const edges = edgeInputs({ z: real("any") }, 1000).map(({ z }) => z as number);
    for (const edge of [
      0,
      -0,
      5e-324,
      -5e-324,
      Number.MAX_VALUE,
      -Number.MAX_VALUE,
      709.782712893384,
      -745.1332191019412,
    ]) {
      expect(
        edges.some((x) => Object.is(x, edge)),
        String(edge),
      ).toBe(true);
    }
  });

  it("hold vectors of one entry, of equal entries, and of the largest numbers", () => {
    const edges = edgeInputs({ z: vector("K", "any") }, 1000).map(({ z }) => z as readonly number[]);
    const largest = Number.MAX_VALUE;
    expect(edges.some((z) => z.length === 1)).toBe(true);
    expect(edges.some((z) => z.length === 3 && new Set(z).size === 1)).toBe(true);
    expect(edges).toContainEqual([largest, largest, -largest]);
  });
});
