/** Doubles and rationals in, doubles out. */
import { divideFinite } from "./arithmetic.js";
import {
  type Ball,
  type FiniteBall,
  NEGATIVE_INFINITY,
  ONE,
  POSITIVE_INFINITY,
  UNDEFINED,
  ZERO,
  exact,
  lowerEnd,
  topOf,
  upperEnd,
} from "./ball.js";
import { exponentOf, powerOfTwo, trailingZeros } from "./bits.js";

/** The double x, exactly as it is; NaN is undefined, and −0 is 0. */
export function fromDouble(x: number): Ball {
  if (!Number.isFinite(x)) {
    return Number.isNaN(x) ? UNDEFINED : x > 0 ? POSITIVE_INFINITY : NEGATIVE_INFINITY;
  }
  if (Number.isSafeInteger(x)) return x === 0 ? ZERO : x === 1 ? ONE : exact(BigInt(x), 0n);
  // Below 2⁻¹⁰²² the spacing stays 2⁻¹⁰⁷⁴. Trailing zeros go, so that short numbers stay short.
  const last = Math.max(exponentOf(x) - 53, -1074) + trailingZeros(x);
  const mid = last < -1000 ? x * powerOfTwo(1000) * powerOfTwo(-last - 1000) : x * powerOfTwo(-last);
  return exact(BigInt(mid), BigInt(last));
}

/** The integer n, exactly. */
export function fromInteger(n: bigint | number): Ball {
  if (typeof n === "number" && !Number.isInteger(n)) throw new RangeError(`expected an integer, got ${n}`);
  return exact(BigInt(n), 0n);
}

/** numerator / denominator; x/0 is undefined. */
export function fromRational(numerator: bigint, denominator: bigint, bits: number): Ball {
  if (denominator === 0n) return UNDEFINED;
  return divideFinite(exact(numerator, 0n), exact(denominator, 0n), bits);
}

/** The double nearest to an exact number, ties to even. */
function nearestDouble(a: FiniteBall): number {
  if (a.mid === 0n) return 0;
  const negative = a.mid < 0n;
  const size = negative ? -a.mid : a.mid;
  const value = nearestPositive(size, Number(a.exp), topOf(a));
  return negative ? -value : value;
}

/** size·2^exp in [2^(top − 1), 2^top), rounded. Beyond 2⁵³ exp and top are near, and far out of range. */
function nearestPositive(size: bigint, exp: number, top: number): number {
  if (top > 1024) return Infinity;
  // Below 2⁻¹⁰⁷⁵, half the smallest double.
  if (top < -1074) return 0;
  const last = Math.max(top - 53, -1074);
  const drop = last - exp;
  if (drop <= 0) return Number(size) * powerOfTwo(exp);
  const count = BigInt(drop);
  let kept = size >> count;
  const lost = size - (kept << count);
  const half = 1n << (count - 1n);
  if (lost > half || (lost === half && kept % 2n === 1n)) kept += 1n;
  // At most 2⁵³, and 2⁵³·2⁹⁷¹ is Infinity, as it must be.
  return Number(kept) * powerOfTwo(last);
}

/**
 * The double nearest to the number (ties to even), or undefined where the ball holds numbers that round differently.
 *
 * Overflow gives ±∞; underflow ±0, with the number's sign where the ball decides it. Undefined is NaN; unknown is
 * undefined.
 */
export function toDouble(ball: Ball): number | undefined {
  switch (ball.kind) {
    case "undefined":
      return NaN;
    case "unknown":
      return undefined;
    case "infinity":
      return ball.sign * Infinity;
    case "finite": {
      if (ball.rad === 0) return nearestDouble(ball);
      // Rounding is monotone, so what both ends round to all between them rounds to.
      const low = nearestDouble(lowerEnd(ball));
      const high = nearestDouble(upperEnd(ball));
      if (Object.is(low, high)) return low;
      return low === 0 && high === 0 ? 0 : undefined;
    }
  }
}

/** The double nearest to a ball's midpoint, whatever its radius: for display. Undefined and unknown are NaN. */
export function midpoint(ball: Ball): number {
  if (ball.kind === "finite") return nearestDouble(exact(ball.mid, ball.exp));
  return ball.kind === "infinity" ? ball.sign * Infinity : NaN;
}
