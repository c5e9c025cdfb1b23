import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  clustering,
  index,
  integer,
  labels,
  matrix,
  probability,
  real,
  set,
  vector,
} from "../../src/latex/symbols.js";
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

  it("are counts of any size, and one of the numbers where these are listed", () => {
    const counts = draw({ n: integer("any", { domain: "[0, ∞)" }) }).map(({ n }) => n as number);
    expect(counts.every((n) => Number.isInteger(n) && n >= 0 && n <= 2 ** 53)).toBe(true);
    expect(counts.filter((n) => n > 1e12).length).toBeGreaterThan(100);
    expect(counts.filter((n) => n <= 1000).length).toBeGreaterThan(500);
    const signs = draw({ y: real("any", { domain: "{-1, 1}" }) }).map(({ y }) => y as number);
    expect(new Set(signs)).toEqual(new Set([-1, 1]));
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

describe("drawn labels, sets and distributions", () => {
  it("labels run from 1 to their number of classes, and are the same twice at times", () => {
    const drawn = draw(
      { u: labels("n", "R", "any"), v: labels("n", "R", "any"), c: index("R", "any") },
      "free",
      500,
    );
    const sizes = new Set<number>();
    let same = 0;
    for (const { u, v, c } of drawn as unknown as { u: number[]; v: number[]; c: number }[]) {
      expect(v).toHaveLength(u.length);
      expect([...u, ...v, c].every((label) => Number.isInteger(label) && label >= 1 && label <= 7)).toBe(
        true,
      );
      sizes.add(u.length);
      same += Number(u.join() === v.join());
    }
    expect(sizes.size).toBeGreaterThan(20);
    expect(same).toBeGreaterThan(20);
    expect(same).toBeLessThan(250);
  });

  it("clusterings have many clusters and few, sets are empty at times and overlap mostly", () => {
    const clusterings = draw({ U: clustering("N", "R", "any") }, "free", 300).map(
      ({ U }) => new Set(U as number[]),
    );
    expect(new Set(clusterings.map(({ size }) => size)).size).toBeGreaterThan(5);
    const sets = draw({ U: set("any"), V: set("any") }, "free", 300) as unknown as {
      U: number[];
      V: number[];
    }[];
    expect(sets.some(({ U }) => U.length === 0)).toBe(true);
    expect(sets.every(({ U }) => new Set(U).size === U.length)).toBe(true);
    expect(sets.filter(({ U, V }) => U.some((x) => V.includes(x))).length).toBeGreaterThan(60);
  });

  it("what is declared to sum to one does so exactly", () => {
    const drawn = draw({ p: vector("K", "any", { simplex: true, domain: "[0, 1]" }) }, "free", 300);
    for (const { p } of drawn as unknown as { p: number[] }[]) {
      expect(p.reduce((a, b) => a + b, 0)).toBe(1);
      expect(p.every((x) => x >= 0)).toBe(true);
    }
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
