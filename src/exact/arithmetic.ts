/** The four operations on balls, and negation. `bits` is the precision of the result's midpoint. */
import {
  type Ball,
  type FiniteBall,
  NEGATIVE_INFINITY,
  POSITIVE_INFINITY,
  UNDEFINED,
  UNKNOWN,
  ZERO,
  round,
  side,
} from "./ball.js";
import { bitLength, powerOfTwo, shift } from "./bits.js";

/** Infinity of a given sign. */
export function infinity(sign: 1 | -1): Ball {
  return sign === 1 ? POSITIVE_INFINITY : NEGATIVE_INFINITY;
}

/** −a. */
export function negate(a: FiniteBall): FiniteBall;
export function negate(a: Ball): Ball;
export function negate(a: Ball): Ball {
  if (a.kind === "finite") return { kind: "finite", mid: -a.mid, rad: a.rad, exp: a.exp };
  return a.kind === "infinity" ? infinity(a.sign === 1 ? -1 : 1) : a;
}

/** |a|. A ball around zero becomes [0, max |x|]. */
export function absolute(a: Ball): Ball {
  if (a.kind === "infinity") return POSITIVE_INFINITY;
  if (a.kind !== "finite") return a;
  const where = side(a);
  if (where === 1 || where === 0) return a;
  if (where === -1) return negate(a);
  const size = (a.mid < 0n ? -a.mid : a.mid) + BigInt(a.rad);
  // [0, size] = size/2 ± size/2; size is below 2³³ because |mid| ≤ rad.
  return round(size, Number(size), a.exp - 1n, 64);
}

/** a + b; ∞ − ∞ is undefined. */
export function add(a: Ball, b: Ball, bits: number): Ball {
  if (a.kind === "finite" && b.kind === "finite") return addFinite(a, b, bits);
  if (a.kind === "undefined" || b.kind === "undefined") return UNDEFINED;
  if (a.kind === "unknown" || b.kind === "unknown") return UNKNOWN;
  if (a.kind === "infinity") return b.kind === "infinity" && a.sign !== b.sign ? UNDEFINED : a;
  return b;
}

/** a − b; ∞ − ∞ is undefined. */
export function subtract(a: Ball, b: Ball, bits: number): Ball {
  return add(a, negate(b), bits);
}

export function addFinite(a: FiniteBall, b: FiniteBall, bits: number): FiniteBall {
  if (a.exp === b.exp) return round(a.mid + b.mid, a.rad + b.rad, a.exp, bits);
  const gap = Number(a.exp - b.exp);
  return gap > 0 ? addLower(a, b, gap, bits) : addLower(b, a, -gap, bits);
}

/** a + b where b counts in units 2^gap times finer. */
function addLower(a: FiniteBall, b: FiniteBall, gap: number, bits: number): FiniteBall {
  if (a.mid === 0n && a.rad === 0) return round(b.mid, b.rad, b.exp, bits);
  if (b.mid === 0n && b.rad === 0) return round(a.mid, a.rad, a.exp, bits);
  if (a.rad === 0 ? gap <= 2 * bits + 64 : gap <= 40) {
    return round(
      (a.mid << BigInt(gap)) + b.mid,
      a.rad === 0 ? b.rad : a.rad * powerOfTwo(gap) + b.rad,
      b.exp,
      bits,
    );
  }
  const length = bitLength(b.mid);
  if (a.rad === 0 && gap <= length + 2 * bits + 64) {
    return round((a.mid << BigInt(gap)) + b.mid, b.rad, b.exp, bits);
  }
  // Count in units of a, or finer by 2^lift as far as that serves the result; what b loses is less than one of them.
  const room = Math.max(0, bits + 2 - bitLength(a.mid));
  const lift = a.rad === 0 ? room : Math.min(room, 10);
  const drop = gap - lift;
  const mid = a.mid << BigInt(lift);
  const exp = a.exp - BigInt(lift);
  const own = a.rad === 0 ? 0 : a.rad * powerOfTwo(lift);
  // If |b| + its radius is below one unit, b is only a radius. (b.rad < 2³².)
  if (drop > Math.max(length, 32) + 1) return round(mid, own + 1, exp, bits);
  const rest = Math.ceil(b.rad * powerOfTwo(-Math.min(drop, 900))) + 1;
  return round(mid + (b.mid >> BigInt(drop)), own + rest, exp, bits);
}

/** a·b; 0·∞ is undefined. */
export function multiply(a: Ball, b: Ball, bits: number): Ball {
  if (a.kind === "finite" && b.kind === "finite") return multiplyFinite(a, b, bits);
  if (a.kind === "undefined" || b.kind === "undefined") return UNDEFINED;
  if (a.kind === "unknown" || b.kind === "unknown") return UNKNOWN;
  const left = a.kind === "finite" ? side(a) : a.sign;
  const right = b.kind === "finite" ? side(b) : b.sign;
  if (left === 0 || right === 0) return UNDEFINED;
  if (left === undefined || right === undefined) return UNKNOWN;
  return infinity(left === right ? 1 : -1);
}

export function multiplyFinite(a: FiniteBall, b: FiniteBall, bits: number): FiniteBall {
  const mid = a.mid * b.mid;
  const exp = a.exp + b.exp;
  if ((a.rad === 0 && a.mid === 0n) || (b.rad === 0 && b.mid === 0n)) return ZERO;
  if (a.rad === 0 && b.rad === 0) return round(mid, 0, exp, bits);
  // |xy − m₁m₂| ≤ |m₁|r₂ + |m₂|r₁ + r₁r₂.
  const rad = Math.abs(Number(a.mid)) * b.rad + Math.abs(Number(b.mid)) * a.rad + a.rad * b.rad;
  if (rad < 2 ** 1000) return rad === 0 ? ZERO : round(mid, rad, exp, bits);
  const left = BigInt(a.rad);
  const right = BigInt(b.rad);
  const long = (a.mid < 0n ? -a.mid : a.mid) * right + (b.mid < 0n ? -b.mid : b.mid) * left + left * right;
  const drop = Math.max(0, bitLength(long) - 60);
  return round(shift(mid, -drop), Number(long >> BigInt(drop)) + 3, exp + BigInt(drop), bits);
}

/** a ÷ b; x/0 and ∞/∞ are undefined, x/∞ is 0. A divisor that may or may not be zero leaves the quotient unknown. */
export function divide(a: Ball, b: Ball, bits: number): Ball {
  if (a.kind === "undefined" || b.kind === "undefined") return UNDEFINED;
  if (b.kind === "finite") {
    const where = side(b);
    if (where === 0) return UNDEFINED;
    if (a.kind === "unknown" || where === undefined) return UNKNOWN;
    if (a.kind === "infinity") return infinity(a.sign === where ? 1 : -1);
    return divideFinite(a, b, bits);
  }
  if (a.kind === "unknown" || b.kind === "unknown") return UNKNOWN;
  return a.kind === "infinity" ? UNDEFINED : ZERO;
}

/** a ÷ b where b's ball does not hold zero. */
export function divideFinite(a: FiniteBall, b: FiniteBall, bits: number): FiniteBall {
  if (a.rad === 0 && a.mid === 0n) return ZERO;
  const dividend = bitLength(a.mid);
  const divisor = bitLength(b.mid);
  // More bits than the less accurate operand has would be noise.
  if (a.rad !== 0) bits = Math.min(bits, dividend + 2);
  if (b.rad !== 0) bits = Math.min(bits, divisor + 2);
  const lift = Math.max(0, bits + 1 + divisor - dividend);
  const numerator = lift === 0 ? a.mid : a.mid << BigInt(lift);
  const quotient = numerator / b.mid;
  const exp = a.exp - b.exp - BigInt(lift);
  if (a.rad === 0 && b.rad === 0) {
    return round(quotient, quotient * b.mid === numerator ? 0 : 1, exp, bits);
  }
  // |x/y − m₁/m₂| ≤ (r₁ + |m₁/m₂|·r₂) / (|m₂| − r₂), in units of 2^-lift; division truncates by less than 1.
  if (dividend < 960 && divisor < 960 && lift < 960) {
    const scale = powerOfTwo(-divisor);
    const least = (Math.abs(Number(b.mid)) - b.rad) * scale;
    const own = a.rad * powerOfTwo(lift - divisor);
    const rad = (own + (Math.abs(Number(quotient)) + 1) * (b.rad * scale)) / least;
    // Below 2⁵³ the difference |m₂| − r₂ is exact; above, r₂ < 2³² leaves it at least half of |m₂|.
    return round(quotient, Math.ceil(rad * (1 + 2 ** -48)) + 1, exp, bits);
  }
  const right = BigInt(b.rad);
  const least = (b.mid < 0n ? -b.mid : b.mid) - right;
  const size = quotient < 0n ? -quotient : quotient;
  const long = ((BigInt(a.rad) << BigInt(lift)) + (size + 1n) * right) / least + 2n;
  const drop = Math.max(0, bitLength(long) - 60);
  return round(shift(quotient, -drop), Number(long >> BigInt(drop)) + 3, exp + BigInt(drop), bits);
}
