/** sinh, cosh, tanh. */
import { absolute, addFinite, divideFinite, negate } from "./arithmetic.js";
import {
  type Ball,
  type FiniteBall,
  ONE,
  POSITIVE_INFINITY,
  ZERO,
  centre,
  exact,
  lowerEnd,
  scale,
  spreadOf,
  topOf,
  upperEnd,
} from "./ball.js";
import { exp } from "./exponential.js";
import { magnitudeOf, product, radiusOf, sum, scaled, widen } from "./magnitude.js";
import { between } from "./order.js";

/** Below this radius a derivative bound is used, above it the two ends. */
const NARROW = -4;

function expOf(x: FiniteBall, bits: number): FiniteBall {
  // Finite for a finite argument below the limit, and beyond it exp throws.
  return exp(x, bits) as FiniteBall;
}

/** f(x) = x·(1 + θ·x²), |θ| ≤ 1: the bound |x|³ on what lies beyond the first term. */
export function nearlyLinear(x: FiniteBall, bits: number): FiniteBall {
  const size = magnitudeOf(x);
  return widen(x, product(size, product(size, size)), bits);
}

/** Whether x³ is below the last bit of x. */
export function isNearlyLinear(x: FiniteBall, bits: number): boolean {
  return 2 * topOf(x) < -bits - 2;
}

/** An odd function at an exact argument, from its values at positive ones. */
export function odd(x: FiniteBall, positive: (x: FiniteBall) => FiniteBall): FiniteBall {
  if (x.mid === 0n) return ZERO;
  return x.mid < 0n ? negate(positive(negate(x))) : positive(x);
}

function sinhExact(x: FiniteBall, bits: number): FiniteBall {
  return odd(x, (x) => {
    // |sinh x − x| ≤ |x|³ for |x| ≤ 1.
    if (isNearlyLinear(x, bits)) return nearlyLinear(x, bits);
    const working = bits + 6 + Math.max(0, -topOf(x));
    const power = expOf(x, working);
    return scale(addFinite(power, negate(divideFinite(ONE, power, working)), bits), -1);
  });
}

function coshExact(x: FiniteBall, bits: number): FiniteBall {
  // |cosh x − 1| ≤ x² for |x| ≤ 1.
  if (isNearlyLinear(x, bits)) return widen(ONE, product(magnitudeOf(x), magnitudeOf(x)), bits);
  const power = expOf(absolute(x) as FiniteBall, bits + 4);
  return scale(addFinite(power, divideFinite(ONE, power, bits + 4), bits), -1);
}

function tanhExact(x: FiniteBall, bits: number): FiniteBall {
  return odd(x, (x) => {
    // |tanh x − x| ≤ |x|³ for |x| ≤ 1.
    if (isNearlyLinear(x, bits)) return nearlyLinear(x, bits);
    const top = topOf(x);
    // 1 − tanh x ≤ 2·e^(−2x) < 2^(1 − 2x), and here 2x ≥ 2^(top − 0).
    if (top > 64 || (top > 5 && 2 ** (top - 1) > bits)) {
      return widen(ONE, { man: 1, exp: -BigInt(2 ** (Math.min(top, 64) - 1)) }, bits);
    }
    const working = bits + 8 + Math.max(0, -top);
    // (e²ˣ − 1)/(e²ˣ + 1)
    const power = expOf(scale(x, 1), working);
    return divideFinite(addFinite(power, exact(-1n, 0n), working), addFinite(power, ONE, working), bits);
  });
}

/** Two ends of an increasing function over a wide ball. */
export function increasing(
  a: FiniteBall,
  bits: number,
  f: (x: FiniteBall, bits: number) => FiniteBall,
): FiniteBall {
  const working = Math.min(bits, 64);
  return between(lowerEnd(f(lowerEnd(a), working)), upperEnd(f(upperEnd(a), working)), working);
}

/** sinh x = (eˣ − e⁻ˣ)/2. */
export function sinh(a: Ball, bits: number): Ball {
  if (a.kind !== "finite") return a;
  if (a.rad === 0) return sinhExact(a, bits);
  if (spreadOf(a) > NARROW) return increasing(a, bits, sinhExact);
  const value = sinhExact(centre(a), bits);
  // The derivative is cosh(m + t) ≤ cosh m·e^r ≤ (|sinh m| + 1)·1.07 for |t| ≤ r ≤ 1/16.
  const slope = sum(magnitudeOf(value), { man: 1, exp: 0n });
  return widen(value, product(slope, radiusOf(a), 1.07), bits);
}

/** cosh x = (eˣ + e⁻ˣ)/2. */
export function cosh(a: Ball, bits: number): Ball {
  if (a.kind === "infinity") return POSITIVE_INFINITY;
  if (a.kind !== "finite") return a;
  if (a.rad === 0) return coshExact(a, bits);
  if (spreadOf(a) > NARROW) {
    // Increasing in |x|, and 1 or more.
    const size = absolute(a) as FiniteBall;
    const low = lowerEnd(size);
    const least = low.mid <= 0n ? ONE : lowerEnd(coshExact(low, 64));
    return between(least, upperEnd(coshExact(upperEnd(size), 64)), 64);
  }
  const value = coshExact(centre(a), bits);
  // The derivative sinh(m + t) is at most cosh m·e^r in magnitude.
  return widen(value, product(magnitudeOf(value), radiusOf(a), 1.07), bits);
}

/** tanh x = (eˣ − e⁻ˣ)/(eˣ + e⁻ˣ); tanh ±∞ = ±1. */
export function tanh(a: Ball, bits: number): Ball {
  if (a.kind === "infinity") return exact(BigInt(a.sign), 0n);
  if (a.kind !== "finite") return a;
  if (a.rad === 0) return tanhExact(a, bits);
  if (spreadOf(a) > NARROW) return increasing(a, bits, tanhExact);
  const value = tanhExact(centre(a), bits);
  // The derivative 1/cosh² is at most min(1, 4·e^(−2|x|)), and |x| ≥ |m| − 1/16.
  const decay = decayBits(2 * leastSize(a));
  return widen(value, scaled(radiusOf(a), Math.min(0, 2 - decay)), bits);
}

/** A double no greater than |x| for every x of a ball; and no more than 2³⁰. */
export function leastSize(a: FiniteBall): number {
  const ends = a.mid < 0n ? upperEnd(a) : lowerEnd(a);
  const inner = ends.mid < 0n === a.mid < 0n ? ends : ZERO;
  const top = topOf(inner);
  if (inner.mid === 0n || top < 0) return 0;
  if (top > 31) return 2 ** 30;
  // 2⁻²⁰ of resolution is plenty; the floor of a negative number is towards larger |x|, so go by the size.
  const size = inner.mid < 0n ? -inner.mid : inner.mid;
  return Number(inner.exp < -20n ? size >> (-20n - inner.exp) : size << (inner.exp + 20n)) / 2 ** 20;
}

/** An integer n with e⁻ˣ ≤ 2⁻ⁿ, for x ≥ 0. */
export function decayBits(x: number): number {
  return Math.floor(x * 1.4426);
}
