// Errors in ulps: how far a double is from a true value that a ball holds.

import {
  absolute,
  compare,
  divide,
  exact,
  fromDouble,
  lowerEnd,
  multiply,
  spreadOf,
  subtract,
  toDouble,
  topOf,
  UNKNOWN,
  upperEnd,
  withRadius,
  ZERO,
  type Ball,
  type FiniteBall,
} from "../exact/index.js";

/** Bounds of an error, in ulps of the true result. */
export interface UlpError {
  readonly low: number;
  readonly high: number;
}

const NONE: UlpError = { low: 0, high: 0 };
const ALL: UlpError = { low: Infinity, high: Infinity };

/** ⌊log₂⌋ of the least normal double; below it the distance of neighbours stays the same. */
const LEAST = -1022;
/** 2¹⁰²⁴ is the double that would come after the largest. */
const OVERFLOW = 1024;
const WORK = 128;

/**
 * The error of `result` against the true value in `truth`, in ulps: distances between neighbouring doubles at the true
 * value. Below the smallest normal double that is 2⁻¹⁰⁷⁴; beyond the largest double it is that of the largest, and ∞ as a
 * result stands for 2¹⁰²⁴, the double that would come next.
 *
 * NaN is right exactly where the value is undefined.
 *
 * @param scale what the ulps are those of, at least as large as the true value: the sum of its absolute terms
 * @returns bounds of the error, as tight as the ball is narrow; undefined where nothing is known of the value
 */
export function errorInUlps(result: number, truth: Ball, scale: Ball = truth): UlpError | undefined {
  switch (truth.kind) {
    case "unknown":
      return undefined;
    case "undefined":
      return Number.isNaN(result) ? NONE : ALL;
    case "infinity":
      return result === truth.sign * Infinity ? NONE : ALL;
    case "finite":
      break;
  }
  if (Number.isNaN(result)) return ALL;
  const [least] = exponentsOf(truth);
  const [lower, upper] = scale.kind === "finite" ? exponentsOf(scale) : exponentsOf(truth);
  const infinite = !Number.isFinite(result);
  // Beyond the doubles ∞ is the nearest there is.
  if (infinite && least >= OVERFLOW) return compare(truth, ZERO) === Math.sign(result) ? NONE : ALL;
  const value = infinite ? exact(BigInt(Math.sign(result)), BigInt(OVERFLOW)) : fromDouble(result);
  const distance = absolute(subtract(value, truth, WORK));
  // Where the ball spans a power of two, its ulp is one of two, and the error lies between.
  const low = divide(distance, ulpAt(upper), WORK);
  const high = divide(distance, ulpAt(lower), WORK);
  if (low.kind !== "finite" || high.kind !== "finite") return undefined;
  return { low: Math.max(0, outward(lowerEnd(low), -1)), high: outward(upperEnd(high), 1) };
}

/** How many bits more would make a ball narrow in ulps of what it holds; undefined where that is not to be told. */
export function bitsMissing(ball: Ball): number | undefined {
  if (ball.kind !== "finite" || ball.rad === 0) return undefined;
  const [least] = exponentsOf(ball);
  // The radius in units of the smallest ulp that the value may have, and some bits to spare.
  return Math.ceil(spreadOf(ball) - (Math.min(least, OVERFLOW - 1) - 52)) + 24;
}

/**
 * A ball around a double that holds every true value of which the double is within so many ulps, of itself or of a scale
 * that is larger.
 */
export function within(result: number, ulps: number, scale?: Ball): Ball {
  const ball = fromDouble(result);
  // ∞ may stand for any number beyond the doubles.
  if (ball.kind === "infinity") return UNKNOWN;
  if (ball.kind !== "finite" || ulps === 0) return ball;
  // The true value may lie in the binade above the result's, where an ulp is twice as large.
  const own = result === 0 ? LEAST : topOf(ball);
  const exponent = scale?.kind === "finite" ? Math.max(own, exponentsOf(scale)[1]) : own;
  return withRadius(ball, multiply(ulpAt(exponent), fromDouble(ulps), WORK));
}

/** The distance between neighbouring doubles of magnitude 2^exponent. */
function ulpAt(exponent: number): FiniteBall {
  return exact(1n, BigInt(Math.min(Math.max(exponent, LEAST), OVERFLOW - 1) - 52));
}

/** The least and the largest ⌊log₂|x|⌋ of the numbers x in the ball, as far as it matters for the ulp. */
function exponentsOf(ball: FiniteBall): [number, number] {
  const ends = [lowerEnd(ball), upperEnd(ball)].map((end) =>
    end.mid === 0n ? LEAST : Math.max(topOf(end) - 1, LEAST),
  );
  const holdsZero = ball.rad !== 0 && compare(ball, ZERO) === undefined;
  return [holdsZero ? LEAST : Math.min(...ends), Math.max(...ends)];
}

/** An end of a ball as a double, moved outwards by a little for its own rounding. */
function outward(end: FiniteBall, direction: 1 | -1): number {
  const nearest = toDouble(end)!;
  if (compare(end, fromDouble(nearest)) === 0) return nearest;
  return nearest + direction * Math.abs(nearest) * 2 ** -50;
}
