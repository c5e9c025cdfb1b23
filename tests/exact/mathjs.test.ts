/** Balls against mathjs BigNumbers, an independent implementation in decimal. */
import fc from "fast-check";
import { all, create } from "mathjs";
import { describe, expect, it } from "vitest";
import * as exact from "../../src/exact/index.js";
import type { Ball, FiniteBall } from "../../src/exact/index.js";
import { RUNS, type Tree, binary, evaluate, trees, unary } from "./arbitraries.js";

/** What we use of decimal.js's numbers. */
interface Decimal {
  readonly isFinite: () => boolean;
  readonly toString: () => string;
}
type Operation = (...operands: unknown[]) => unknown;

/** mathjs at two precisions: where they differ, both have lost digits to cancellation. */
const instances = [64, 96].map((precision) => create(all!, { number: "BigNumber", precision }));

/** A double as a BigNumber: toPrecision prints it exactly, where bignumber(x) would take the shortest decimal. */
function enter(place: number, x: number): unknown {
  return instances[place]!.bignumber(x.toPrecision(100));
}

/** mathjs's names for ours. */
const names: Record<string, string> = {
  negate: "unaryMinus",
  absolute: "abs",
  sqrt: "sqrt",
  exp: "exp",
  expm1: "expm1",
  log: "log",
  log1p: "log1p",
  sin: "sin",
  cos: "cos",
  sinh: "sinh",
  cosh: "cosh",
  tanh: "tanh",
  square: "square",
  cube: "cube",
  add: "add",
  subtract: "subtract",
  multiply: "multiply",
  divide: "divide",
  power: "pow",
};

function operation(place: number, name: string): Operation {
  return (instances[place] as unknown as Record<string, Operation>)[names[name]!]!;
}

/** A decimal's text as a ball that holds the true value if all but its last four of 64 digits are right. */
function ballOf(value: Decimal): FiniteBall {
  const match = /^(-?\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(value.toString());
  if (match === null) throw new Error(`not a decimal: ${value.toString()}`);
  const [, whole, fraction = "", power = "0"] = match;
  const mantissa = exact.fromInteger(BigInt(whole! + fraction));
  const scale = exact.powerInteger(exact.fromInteger(10), BigInt(power) - BigInt(fraction.length), 400);
  const centre = exact.multiply(mantissa, scale, 400);
  const tolerance = exact.multiply(centre, exact.fromDouble(1e-60), 64);
  return exact.withRadius(centre, tolerance) as FiniteBall;
}

/** mathjs's value of a tree; undefined where it left the reals, or one of its BigNumbers overflowed. */
function byMathjs(tree: Tree, place: number): Decimal | undefined {
  if ("leaf" in tree) return enter(place, tree.leaf) as Decimal;
  const operands = [tree.left, tree.right]
    .filter((side) => side !== undefined)
    .map((side) => byMathjs(side, place));
  if (operands.includes(undefined)) return undefined;
  const value = operation(place, tree.name)(...operands);
  const isReal = instances[place]!.isBigNumber(value) && (value as unknown as Decimal).isFinite();
  return isReal ? value : undefined;
}

/** Doubles whose exact decimals are short enough for toPrecision, and whose towers stay in decimal.js's reach. */
const modest = fc
  .tuple(fc.double({ min: -8, max: 8, noNaN: true }), fc.integer({ min: 0, max: 40 }))
  .map(([x, places]) => Math.round(x * 2 ** places) / 2 ** places + 0);

describe.each(Object.keys(names))("%s", (name) => {
  it("of doubles has mathjs's value in its ball, and is undefined where mathjs leaves the reals", () => {
    fc.assert(
      fc.property(modest, modest, fc.integer({ min: 53, max: 190 }), (x, y, bits) => {
        const ours =
          name in unary
            ? unary[name]!(exact.fromDouble(x), bits)
            : binary[name]!(exact.fromDouble(x), exact.fromDouble(y), bits);
        const theirs = operation(1, name)(enter(1, x), ...(name in unary ? [] : [enter(1, y)]));
        if (!instances[1]!.isBigNumber(theirs)) {
          expect(ours.kind).toBe("undefined");
          return;
        }
        const value = theirs as unknown as Decimal;
        if (!value.isFinite()) {
          // log 0, and what division by zero gives in mathjs.
          expect(ours.kind).not.toBe("finite");
          return;
        }
        expect(exact.overlaps(ours, ballOf(value))).toBe(true);
      }),
      { numRuns: Math.ceil(RUNS / 15) },
    );
  });
});

describe("expression trees", () => {
  const some = trees(
    Object.keys(names).filter((name) => name in unary),
    ["add", "subtract", "multiply", "divide"],
  );
  const modestLeaves = (tree: Tree): Tree => {
    if ("leaf" in tree)
      return { leaf: Number.isFinite(tree.leaf) ? Math.round((tree.leaf % 8) * 2 ** 30) / 2 ** 30 + 0 : 1 };
    return { ...tree, left: modestLeaves(tree.left), right: tree.right && modestLeaves(tree.right) };
  };

  /** Whether no value on the way is so large that decimal.js would take long over its exponential or sine. */
  function isModest(tree: Tree): boolean {
    if ("leaf" in tree) return true;
    if (!isModest(tree.left) || (tree.right !== undefined && !isModest(tree.right))) return false;
    const value: Ball = evaluate(tree, 100, exact.fromDouble);
    return value.kind === "finite" && exact.compare(exact.absolute(value), exact.fromInteger(100)) === -1;
  }

  it("have mathjs's value in their balls wherever mathjs at 64 and at 96 digits agrees with itself", () => {
    let compared = 0;
    fc.assert(
      fc.property(some.map(modestLeaves), fc.integer({ min: 60, max: 150 }), (tree, bits) => {
        if ("leaf" in tree || !isModest(tree)) return;
        const [rough, fine] = [byMathjs(tree, 0), byMathjs(tree, 1)];
        if (rough === undefined || fine === undefined) return;
        const [low, high] = [ballOf(rough), ballOf(fine)];
        if (!exact.overlaps(low, high)) return;
        if (!exact.overlaps(evaluate(tree, bits, exact.fromDouble), high))
          throw new Error(`mathjs says ${fine.toString()}`);
        compared++;
      }),
      { numRuns: RUNS },
    );
    expect(compared).toBeGreaterThan(RUNS / 10);
  });

  it("the comparison can fail: a ball moved by a billionth of a billionth is caught", () => {
    const value = ballOf(operation(1, "exp")(enter(1, 1.5)) as Decimal);
    const right = exact.exp(exact.fromDouble(1.5), 150);
    expect(exact.overlaps(right, value)).toBe(true);
    expect(exact.overlaps(exact.add(right, exact.fromDouble(1e-18), 150), value)).toBe(false);
  });
});
