/** Random balls, points inside them, and expression trees, for the properties. */
import fc from "fast-check";
import * as exact from "../../src/exact/index.js";
import type { Ball, FiniteBall } from "../../src/exact/index.js";

/** EXACT_RUNS=100000 npx vitest run tests/exact looks harder. */
export const RUNS = Number(process.env["EXACT_RUNS"] ?? 1500);

/** An integer with up to `most` bits, lengths spread evenly, with a liking for all ones and lone ones. */
export function integer(most: number): fc.Arbitrary<bigint> {
  return fc
    .tuple(
      fc.integer({ min: 0, max: most }),
      fc.bigInt({ min: 0n, max: (1n << BigInt(most)) - 1n }),
      fc.nat(5),
      fc.boolean(),
    )
    .map(([length, random, shape, negative]) => {
      const limit = 1n << BigInt(length);
      const size = shape === 0 ? limit - 1n : shape === 1 ? limit >> 1n : random % limit;
      return negative ? -size : size;
    });
}

const radius = fc.oneof(
  fc.constant(0),
  fc.constantFrom(1, 2, 3, 2 ** 30, 2 ** 30 + 1, 2 ** 32 - 1),
  fc
    .tuple(fc.integer({ min: 0, max: 32 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([length, part]) => Math.floor(part * (2 ** length - 1))),
);

/** Any finite ball: midpoints of up to `most` bits, any radius, exponents in ±`reach`. */
export function ball(most: number, reach: number): fc.Arbitrary<FiniteBall> {
  return fc
    .tuple(integer(most), radius, fc.integer({ min: -reach, max: reach }))
    .map(([mid, rad, exp]) => ({ kind: "finite", mid, rad, exp: BigInt(exp) }));
}

/** A ball whose numbers are of a size that functions like, its bits well below. */
export const moderateBall: fc.Arbitrary<FiniteBall> = fc
  .tuple(integer(140), radius, fc.integer({ min: -40, max: 12 }))
  .map(([mid, rad, top]) => {
    const length = mid.toString(2).replace("-", "").length;
    return { kind: "finite", mid, rad, exp: BigInt(top - Math.max(length, rad.toString(2).length)) };
  });

/** A place in a ball: −64 is its lower end, 0 its centre, 64 its upper end. */
export const place = fc.oneof(fc.constantFrom(-64, 0, 64), fc.integer({ min: -64, max: 64 }));

/** The exact number at a place of a ball. */
export function pointOf(a: FiniteBall, at: number): FiniteBall {
  return { kind: "finite", mid: a.mid * 64n + BigInt(a.rad) * BigInt(at), rad: 0, exp: a.exp - 6n };
}

/** Every function of one argument. */
export const unary: Record<string, (a: Ball, bits: number) => Ball> = {
  negate: (a) => exact.negate(a),
  absolute: (a) => exact.absolute(a),
  sqrt: exact.sqrt,
  exp: exact.exp,
  expm1: exact.expm1,
  log: exact.log,
  log1p: exact.log1p,
  sin: exact.sin,
  cos: exact.cos,
  sinh: exact.sinh,
  cosh: exact.cosh,
  tanh: exact.tanh,
  erf: exact.erf,
  erfc: exact.erfc,
  normalCdf: exact.normalCdf,
  floor: (a) => exact.floor(a),
  ceil: (a) => exact.ceil(a),
  square: (a, bits) => exact.powerInteger(a, 2n, bits),
  cube: (a, bits) => exact.powerInteger(a, 3n, bits),
  inverseSquare: (a, bits) => exact.powerInteger(a, -2n, bits),
  tenth: (a, bits) => exact.powerInteger(a, 10n, bits),
  high: (a, bits) => exact.powerInteger(a, 2_000_001n, bits),
};

/** Every function of two arguments. */
export const binary: Record<string, (a: Ball, b: Ball, bits: number) => Ball> = {
  add: exact.add,
  subtract: exact.subtract,
  multiply: exact.multiply,
  divide: exact.divide,
  power: exact.power,
  maximum: (a, b) => exact.maximum(a, b),
  minimum: (a, b) => exact.minimum(a, b),
};

/** An expression over doubles. */
export type Tree =
  | { readonly leaf: number }
  | { readonly name: string; readonly left: Tree; readonly right: Tree | undefined };

const leaf = fc
  .oneof(
    fc.constantFrom(
      0,
      1,
      -1,
      2,
      0.5,
      -0.5,
      0.1,
      3,
      1e-300,
      1e300,
      5e-324,
      1 + 2 ** -52,
      -745.2,
      709.8,
      1e-10,
    ),
    fc.double({ min: -10, max: 10, noNaN: true }),
    fc.integer({ min: -20, max: 20 }),
    fc.double({ noNaN: true }),
  )
  .map((value): Tree => ({ leaf: value }));

/** Expression trees over the given functions. */
export function trees(unaryNames: string[], binaryNames: string[]): fc.Arbitrary<Tree> {
  const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
    tree: fc.oneof(
      { depthSize: "small" },
      leaf,
      fc.record({ name: fc.constantFrom(...unaryNames), left: tie("tree"), right: fc.constant(undefined) }),
      fc.record({ name: fc.constantFrom(...binaryNames), left: tie("tree"), right: tie("tree") }),
    ),
  }));
  return tree;
}

/** A tree's value at a precision; `enter` says how a leaf becomes a ball. */
export function evaluate(tree: Tree, bits: number, enter: (leaf: number) => Ball): Ball {
  if ("leaf" in tree) return enter(tree.leaf);
  const left = evaluate(tree.left, bits, enter);
  if (tree.right === undefined) return unary[tree.name]!(left, bits);
  return binary[tree.name]!(left, evaluate(tree.right, bits, enter), bits);
}

/** The value of a computation, or undefined where it goes beyond the limit. */
export function withinLimit<T>(compute: () => T): T | undefined {
  try {
    return compute();
  } catch (error) {
    if (error instanceof exact.ExactLimitError) return undefined;
    throw error;
  }
}

/** A ball for people: [kind or midpoint ± radius]. */
export function show(a: Ball | undefined): string {
  if (a?.kind !== "finite")
    return a === undefined ? "limit" : a.kind === "infinity" ? `infinity ${a.sign}` : a.kind;
  return `(${a.mid} ± ${a.rad})·2^${a.exp}`;
}
