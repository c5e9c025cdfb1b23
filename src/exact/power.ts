/** xʸ, and xⁿ for integers n. */
import { absolute, divide, infinity, multiplyFinite, negate } from "./arithmetic.js";
import {
  type Ball,
  type FiniteBall,
  ONE,
  POSITIVE_INFINITY,
  UNDEFINED,
  UNKNOWN,
  ZERO,
  exact,
  lowerEnd,
  round,
  side,
  topOf,
  upperEnd,
} from "./ball.js";
import { bitLength, integerSquareRoot } from "./bits.js";
import { exp } from "./exponential.js";
import { logPositive } from "./logarithm.js";
import { ExactLimitError, MAX_ARGUMENT_BITS } from "./limit-error.js";
import { between, compare, floor } from "./order.js";
import { sqrt } from "./root.js";

const HALF = exact(1n, -1n);

/** Up to this exponent a power is made by squaring. */
const SQUARING_LIMIT = 1n << 20n;

/**
 * aⁿ; x⁰ = 1 for every real x, 0⁰ among them. 0 to a negative power is undefined, and so is (±∞)⁰.
 */
export function powerInteger(a: Ball, n: bigint, bits: number): Ball {
  if (a.kind === "infinity") return infinityToInteger(a.sign, n);
  if (a.kind !== "finite") return a;
  if (n === 0n) return ONE;
  if (n === 1n) return round(a.mid, a.rad, a.exp, bits);
  if (n < 0n) {
    const where = side(a);
    if (where === 0) return UNDEFINED;
    if (where === undefined) return UNKNOWN;
    return divide(ONE, powerInteger(a, -n, bits + 4), bits);
  }
  if (a.rad === 0) return exactToInteger(a, n, bits);
  const where = side(a);
  const even = n % 2n === 0n;
  if (where !== undefined && bitLength(a.mid) > 8 + bitLength(BigInt(a.rad)) + bitLength(n)) {
    // Narrow even after the relative radius has grown n-fold.
    return signedPower(a, n, bits);
  }
  // Wide: from the ends, between which |x|ⁿ is increasing.
  const working = Math.min(bits, 64);
  if (!even) {
    const low = exactToInteger(lowerEnd(a), n, working);
    return between(lowerEnd(low), upperEnd(exactToInteger(upperEnd(a), n, working)), working);
  }
  const size = absolute(a) as FiniteBall;
  const low = lowerEnd(size);
  const least = low.mid <= 0n ? ZERO : lowerEnd(exactToInteger(low, n, working));
  return between(least, upperEnd(exactToInteger(upperEnd(size), n, working)), working);
}

function infinityToInteger(sign: 1 | -1, n: bigint): Ball {
  if (n === 0n) return UNDEFINED;
  if (n < 0n) return ZERO;
  return infinity(sign === -1 && n % 2n !== 0n ? -1 : 1);
}

function exactToInteger(a: FiniteBall, n: bigint, bits: number): FiniteBall {
  // Finite for an exact argument; beyond the limit exp throws.
  return a.mid === 0n ? ZERO : (signedPower(a, n, bits) as FiniteBall);
}

/** aⁿ for n > 0 and a ball without zero. */
function signedPower(a: FiniteBall, n: bigint, bits: number): Ball {
  if (n <= SQUARING_LIMIT) return bySquaring(a, Number(n), bits);
  const negative = a.mid < 0n;
  const size = negative ? negate(a) : a;
  const power = isPowerOfTwo(size)
    ? exact(1n, n * logOfPowerOfTwo(size))
    : byLogarithm(size, exact(n, 0n), bits);
  return negative && n % 2n !== 0n ? negate(power) : power;
}

function isPowerOfTwo(a: FiniteBall): boolean {
  return a.rad === 0 && a.mid > 0n && (a.mid & (a.mid - 1n)) === 0n;
}

/** log₂ of an exact power of two. */
function logOfPowerOfTwo(a: FiniteBall): bigint {
  return a.exp + BigInt(bitLength(a.mid) - 1);
}

/** Each of at most 2·log₂ n multiplications rounds once, and later squarings multiply that error, by n at most in all. */
function bySquaring(a: FiniteBall, n: number, bits: number): FiniteBall {
  const working = bits + bitLength(BigInt(n)) + 4;
  let result: FiniteBall | undefined;
  let square = a;
  for (;;) {
    if (n % 2 === 1) result = result === undefined ? square : multiplyFinite(result, square, working);
    n = Math.floor(n / 2);
    if (n === 0) break;
    square = multiplyFinite(square, square, working);
  }
  return round(result!.mid, result!.rad, result!.exp, bits);
}

/** e^(b·ln a) for a ball of positive numbers and a finite exponent. */
function byLogarithm(a: FiniteBall, b: FiniteBall, bits: number): Ball {
  // |ln a| < |log₂ a| ≤ |top| + length; every bit of |b·ln a| above the point costs a bit of the result.
  const log = Math.abs(topOf(a)) + bitLength(a.mid);
  const over = Math.max(0, topOf(b) + Math.log2(log + 2));
  const working = bits + 8 + Math.ceil(Math.min(over, MAX_ARGUMENT_BITS));
  return exp(multiplyFinite(b, logPositive(a, working), working), bits);
}

/**
 * aᵇ over the reals: undefined for a negative base and an exponent that is no integer, for 0 to a negative power, for
 * 1^±∞, ∞⁰ and a negative number to ±∞. Unknown where the balls leave open which of these cases it is.
 */
export function power(a: Ball, b: Ball, bits: number): Ball {
  if (a.kind === "undefined" || b.kind === "undefined") return UNDEFINED;
  if (a.kind === "unknown" || b.kind === "unknown") return UNKNOWN;
  if (b.kind === "infinity") return toInfinity(a, b.sign);
  if (isInteger(b)) return toInteger(a, b, bits);
  if (a.kind === "infinity") return infinityToReal(a.sign, b);
  const base = side(a);
  if (base === 0) {
    const where = side(b);
    return where === 1 ? ZERO : where === undefined ? UNKNOWN : UNDEFINED;
  }
  if (base === -1) return holdsInteger(b) ? UNKNOWN : UNDEFINED;
  if (base === undefined) return UNKNOWN;
  if (compare(a, ONE) === 0) return ONE;
  if (b.rad === 0) {
    if (compare(b, HALF) === 0) return sqrt(a, bits);
    const root = a.rad === 0 ? exactRoot(a, b, bits) : undefined;
    if (root !== undefined) return root;
  }
  return byLogarithm(a, b, bits);
}

function isInteger(b: FiniteBall): boolean {
  if (b.rad !== 0) return false;
  return b.exp >= 0n || compare(floor(b), b) === 0;
}

function holdsInteger(b: FiniteBall): boolean {
  const order = compare(floor(upperEnd(b)), lowerEnd(b));
  return order !== -1;
}

function toInteger(a: Ball, b: FiniteBall, bits: number): Ball {
  if (topOf(b) <= MAX_ARGUMENT_BITS + 64) {
    return powerInteger(a, b.exp >= 0n ? b.mid << b.exp : b.mid >> -b.exp, bits);
  }
  // An exponent too long to write out; such a one is even, and few powers are of this world.
  const size = absolute(a);
  if (size.kind === "infinity") return b.mid > 0n ? POSITIVE_INFINITY : ZERO;
  if (compare(size, ONE) === 0) return ONE;
  if (compare(size, ZERO) === 0) return b.mid > 0n ? ZERO : UNDEFINED;
  throw new ExactLimitError("power");
}

function toInfinity(a: Ball, sign: 1 | -1): Ball {
  const size = compare(a, ZERO);
  if (size === undefined) return UNKNOWN;
  if (size === -1) return UNDEFINED;
  if (size === 0) return sign === 1 ? ZERO : UNDEFINED;
  const order = compare(a, ONE);
  if (order === undefined) return UNKNOWN;
  if (order === 0) return UNDEFINED;
  return order === sign ? POSITIVE_INFINITY : ZERO;
}

/** (±∞)ᵇ for a b that is not known to be an integer. */
function infinityToReal(sign: 1 | -1, b: FiniteBall): Ball {
  if (sign === -1) return holdsInteger(b) ? UNKNOWN : UNDEFINED;
  const where = side(b);
  if (where === undefined) return UNKNOWN;
  return where === 1 ? POSITIVE_INFINITY : ZERO;
}

/**
 * a^(m/2ʲ) where a is the 2ʲ-th power of a number as short: 16^(3/4) is 8 without error. Only an exact power can lie
 * exactly between two doubles, and no bits would ever decide how that rounds.
 */
function exactRoot(a: FiniteBall, b: FiniteBall, bits: number): Ball | undefined {
  const exponent = odd(b);
  let root = odd(a);
  for (let j = exponent.exp; j < 0n; j++) {
    if (root.exp % 2n !== 0n) return undefined;
    const mid = integerSquareRoot(root.mid);
    if (mid * mid !== root.mid) return undefined;
    root = exact(mid, root.exp / 2n);
  }
  return powerInteger(root, exponent.mid, bits);
}

/** The same exact number with an odd midpoint. */
function odd(a: FiniteBall): FiniteBall {
  const zeros = bitLength(a.mid & -a.mid) - 1;
  return exact(a.mid >> BigInt(zeros), a.exp + BigInt(zeros));
}
