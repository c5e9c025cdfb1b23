/** Comparing balls, and what needs no arithmetic: maximum, hull, floor. */
import { addFinite, negate } from "./arithmetic.js";
import {
  type Ball,
  type FiniteBall,
  UNDEFINED,
  UNKNOWN,
  ZERO,
  exact,
  lowerEnd,
  scale,
  side,
  topOf,
  upperEnd,
} from "./ball.js";
import { bitLength } from "./bits.js";
import { magnitudeOf, widen } from "./magnitude.js";

/** The order of two exact balls. */
function compareExact(a: FiniteBall, b: FiniteBall): -1 | 0 | 1 {
  const left = a.mid > 0n ? 1 : a.mid < 0n ? -1 : 0;
  const right = b.mid > 0n ? 1 : b.mid < 0n ? -1 : 0;
  if (left !== right) return left < right ? -1 : 1;
  if (left === 0) return 0;
  const gap = a.exp - b.exp;
  // Different leading bits decide; else the exponents are no further apart than the lengths, and shifting is cheap.
  const lead = BigInt(bitLength(a.mid) - bitLength(b.mid)) + gap;
  if (lead !== 0n) return lead > 0n === (left === 1) ? 1 : -1;
  const x = gap > 0n ? a.mid << gap : a.mid;
  const y = gap < 0n ? b.mid << -gap : b.mid;
  return x < y ? -1 : x > y ? 1 : 0;
}

/** −1, 0 or 1 as a is less than, equal to or greater than b; undefined where the balls do not decide it. */
export function compare(a: Ball, b: Ball): -1 | 0 | 1 | undefined {
  if (a.kind === "undefined" || b.kind === "undefined") return undefined;
  if (a.kind === "unknown" || b.kind === "unknown") return undefined;
  if (a.kind === "infinity") return b.kind === "infinity" && a.sign === b.sign ? 0 : a.sign;
  if (b.kind === "infinity") return b.sign === 1 ? -1 : 1;
  if (a.rad === 0 && b.rad === 0) return compareExact(a, b);
  if (compareExact(lowerEnd(a), upperEnd(b)) > 0) return 1;
  if (compareExact(upperEnd(a), lowerEnd(b)) < 0) return -1;
  return undefined;
}

/** The sign of a number, or undefined where the ball does not decide it. */
export function sign(a: Ball): -1 | 0 | 1 | undefined {
  return a.kind === "finite" ? side(a) : a.kind === "infinity" ? a.sign : undefined;
}

/** Whether exactly one value is meant: a finite one without radius, or ±∞, or undefined. */
export function isExact(a: Ball): boolean {
  return a.kind === "finite" ? a.rad === 0 : a.kind !== "unknown";
}

/** Whether a ball is known to hold a real number: neither ±∞ nor undefined nor unknown. */
export function isFinite(a: Ball): a is FiniteBall {
  return a.kind === "finite";
}

/** Whether two balls can mean the same value. Unknown can mean any. */
export function overlaps(a: Ball, b: Ball): boolean {
  if (a.kind === "unknown" || b.kind === "unknown") return true;
  if (a.kind === "finite" && b.kind === "finite") {
    return compareExact(lowerEnd(a), upperEnd(b)) <= 0 && compareExact(lowerEnd(b), upperEnd(a)) <= 0;
  }
  if (a.kind === "infinity" && b.kind === "infinity") return a.sign === b.sign;
  return a.kind === b.kind;
}

/** Whether everything that `b` can mean, `a` can mean too. For an exact b: whether b lies in a. */
export function contains(a: Ball, b: Ball): boolean {
  if (a.kind === "unknown") return true;
  if (b.kind === "unknown") return false;
  if (a.kind === "finite" && b.kind === "finite") {
    return compareExact(lowerEnd(a), lowerEnd(b)) <= 0 && compareExact(upperEnd(b), upperEnd(a)) <= 0;
  }
  return overlaps(a, b);
}

/** How many leading bits are known: log₂(|mid| / rad). ∞ where exact, −∞ where nothing is known, negative in between. */
export function accuracyBits(a: Ball): number {
  if (a.kind === "unknown") return -Infinity;
  if (a.kind !== "finite" || a.rad === 0) return Infinity;
  const excess = Math.max(0, bitLength(a.mid) - 64);
  return excess + Math.log2(Math.abs(Number(a.mid >> BigInt(excess)))) - Math.log2(a.rad);
}

/** The smallest ball, to `bits` bits, that holds every number between two exact ones. */
export function between(low: FiniteBall, high: FiniteBall, bits: number): FiniteBall {
  const middle = scale(addFinite(low, high, bits), -1);
  const reach = scale(addFinite(high, negate(low), 40), -1);
  return widen(middle, magnitudeOf(reach), bits);
}

/** A ball that holds every number of both. */
export function hull(a: Ball, b: Ball): Ball {
  if (a.kind === "finite" && b.kind === "finite") {
    if (contains(a, b)) return a;
    if (contains(b, a)) return b;
    const [low, high] = [earlier(lowerEnd(a), lowerEnd(b)), later(upperEnd(a), upperEnd(b))];
    return between(low, high, Math.max(64, bitLength(a.mid), bitLength(b.mid)));
  }
  if (a.kind === "infinity" && b.kind === "infinity" && a.sign === b.sign) return a;
  return a.kind === "undefined" && b.kind === "undefined" ? UNDEFINED : UNKNOWN;
}

function earlier(a: FiniteBall, b: FiniteBall): FiniteBall {
  return compareExact(a, b) <= 0 ? a : b;
}

function later(a: FiniteBall, b: FiniteBall): FiniteBall {
  return compareExact(a, b) >= 0 ? a : b;
}

/** max(a, b); it needs no decision: where the balls overlap it is [max of lower ends, max of upper ends]. */
export function maximum(a: Ball, b: Ball): Ball {
  if (a.kind === "undefined" || b.kind === "undefined") return UNDEFINED;
  if (a.kind === "unknown" || b.kind === "unknown") return UNKNOWN;
  const order = compare(a, b);
  if (order !== undefined) return order < 0 ? b : a;
  if (a.kind !== "finite" || b.kind !== "finite") return UNKNOWN;
  const [low, high] = [later(lowerEnd(a), lowerEnd(b)), later(upperEnd(a), upperEnd(b))];
  return between(low, high, Math.max(64, bitLength(a.mid), bitLength(b.mid)));
}

/** min(a, b) = −max(−a, −b). */
export function minimum(a: Ball, b: Ball): Ball {
  return negate(maximum(negate(a), negate(b)));
}

/** ⌊a⌋; unknown where the ball holds two numbers with different floors. */
export function floor(a: Ball): Ball {
  if (a.kind !== "finite") return a;
  const low = floorOf(lowerEnd(a));
  if (a.rad === 0) return low;
  return compareExact(low, floorOf(upperEnd(a))) === 0 ? low : UNKNOWN;
}

/** ⌈a⌉ = −⌊−a⌋. */
export function ceil(a: Ball): Ball {
  return negate(floor(negate(a)));
}

function floorOf(a: FiniteBall): FiniteBall {
  if (a.exp >= 0n) return a;
  if (topOf(a) <= 0) return a.mid < 0n ? exact(-1n, 0n) : ZERO;
  // The top is positive, so −exp is below the length.
  return exact(a.mid >> -a.exp, 0n);
}

/** Widens a ball by |radius|: every x + y with x in the ball and |y| no more than the radius can be. */
export function withRadius(a: Ball, radius: Ball): Ball {
  if (a.kind === "undefined" || radius.kind === "undefined") return UNDEFINED;
  if (a.kind === "unknown" || radius.kind === "unknown" || radius.kind === "infinity") return UNKNOWN;
  if (a.kind === "infinity") return a;
  // Room enough that the ball's own units do not swell a radius from 1 down to 2⁻⁴⁰⁹⁶ of it.
  return widen(a, magnitudeOf(radius), Math.max(4096, bitLength(a.mid) + 64));
}
