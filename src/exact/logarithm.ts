/** ln x and ln(1 + x). */
import { add, addFinite, multiplyFinite } from "./arithmetic.js";
import {
  type Ball,
  type FiniteBall,
  NEGATIVE_INFINITY,
  ONE,
  POSITIVE_INFINITY,
  UNDEFINED,
  UNKNOWN,
  ZERO,
  centre,
  exact,
  lowerEnd,
  round,
  side,
  topOf,
  upperEnd,
} from "./ball.js";
import { bitLength, powerOfTwo, shift } from "./bits.js";
import { fixedLn2, ln2 } from "./constants.js";
import { fixedExp, fixedExpExtra, workingBits } from "./exponential.js";
import { magnitudeOf, product, radiusOf, widen } from "./magnitude.js";
import { between } from "./order.js";

/** Bits of the double that starts a logarithm off. */
const START = 48;

/** Below 2 to this power, |y − 1| goes straight into the series. */
const NEAR = -16;

/**
 * ln x for an exact x > 0, with about `bits` good bits.
 *
 * x = y·2ᵏ with y in [√½, √2); ln y = t + ln(y·e⁻ᵗ) for a double t near ln y; and ln z = 2·artanh((z − 1)/(z + 1)).
 * That t is only near costs terms of the series, never soundness.
 */
function logExact(x: FiniteBall, bits: number): FiniteBall {
  const length = bitLength(x.mid);
  let below = length;
  // The leading bits in [2⁵², 2⁵³) tell on which side of √½ the fraction lies; near it either side will do.
  const head = length > 53 ? Number(x.mid >> BigInt(length - 53)) : Number(x.mid) * powerOfTwo(53 - length);
  if (head < Math.SQRT1_2 * 2 ** 53) below--;
  // y = x.mid·2^-below.
  const k = x.exp + BigInt(below);

  const distance = x.mid - (1n << BigInt(below));
  if (distance === 0n) return k === 0n ? ZERO : multiplyFinite(exact(k, 0n), ln2(bits + 4), bits);
  const near = bitLength(distance) - below;
  if (k === 0n && near < -bits - 2) {
    // |ln(1 + d) − d| ≤ d² for |d| ≤ 1/2.
    const d = exact(distance, x.exp);
    const size = magnitudeOf(d);
    return widen(d, product(size, size), bits);
  }
  // Near 1 the result is as small as y − 1.
  const w = workingBits(bits + 10 + (k === 0n ? Math.max(0, -near) : 0));
  const W = BigInt(w);
  const one = 1n << W;
  const y = shift(x.mid, w - below);

  let start = 0n;
  let z = y;
  let error = 2;
  if (near > NEAR) {
    const t = Math.round(Math.log(Number(y >> BigInt(w - 60)) * 2 ** -60) * 2 ** START);
    start = BigInt(t) << BigInt(w - START);
    // y errs by a unit, relatively below 1.42·2⁻ʷ; e⁻ᵗ by 6·2⁻ʷ; the product rounds by one unit: below 9·2⁻ʷ of a z
    // near 1, and ln z by as much (times 1 + tiny).
    z = (y * fixedExp(-start, w)) >> BigInt(w + fixedExpExtra(w));
    error = 10;
  }
  const delta = z - one;
  const u = (delta << W) / (delta + (one << 1n));
  // ECMAScript leaves the accuracy of Math.log to the engine, so it is not trusted.
  if (u >> BigInt(w - 2) > 0n || u >> BigInt(w - 2) < -1n)
    throw new Error("Math.log is wrong by more than 1/4");
  const square = (u * u) >> W;
  let term = u;
  let total = u;
  let terms = 1;
  for (let n = 3n; term !== 0n && term !== -1n; n += 2n) {
    term = (term * square) >> W;
    total += term / n;
    terms++;
  }
  // u and each power of it err by at most 2 units, each quotient by 1: below 3 units a term, doubled. |u| < 1/4, so what
  // follows a power below a unit is below 1.
  error += 6 * terms + 4;
  const own = start + 2n * total;
  if (k === 0n) return round(own, error, -W, bits);
  if (k < 2n ** 29n && k > -(2n ** 29n)) {
    return round(own + k * fixedLn2(w), error + Math.abs(Number(k)), -W, bits);
  }
  const whole = multiplyFinite(exact(k, 0n), ln2(bits + 8), bits + 8);
  return addFinite(whole, round(own, error, -W, bits + 8), bits);
}

/** ln x; ln 0 = −∞, and the logarithm of a negative number is undefined. */
export function log(a: Ball, bits: number): Ball {
  if (a.kind === "infinity") return a.sign === 1 ? POSITIVE_INFINITY : UNDEFINED;
  if (a.kind !== "finite") return a;
  const where = side(a);
  if (where === 0) return NEGATIVE_INFINITY;
  if (where === -1) return UNDEFINED;
  if (where === undefined) return UNKNOWN;
  return logPositive(a, bits);
}

/** ln x for a ball of positive numbers. */
export function logPositive(a: FiniteBall, bits: number): FiniteBall {
  if (a.rad === 0) return logExact(a, bits);
  const ratio = Number(a.mid) / a.rad;
  if (ratio < 8) return between(lowerEnd(logExact(lowerEnd(a), 64)), upperEnd(logExact(upperEnd(a), 64)), 64);
  const value = logExact(centre(a), bits);
  // |ln(m + t) − ln m| ≤ r/(m − r) = 1/(m/r − 1), here below 8/7·r/m; the two roundings are within 2⁻⁵⁰ of it.
  const spread = (1 / (ratio - 1)) * (1 + 2 ** -48);
  if (spread > 2 ** -900) return widen(value, { man: spread, exp: 0n }, bits);
  const length = BigInt(bitLength(a.mid));
  // m ≥ 2^(length − 1).
  return widen(value, { man: a.rad * 1.2, exp: 1n - length }, bits);
}

/** ln(1 + x), with full relative accuracy near 0. */
export function log1p(a: Ball, bits: number): Ball {
  if (a.kind === "infinity") return a.sign === 1 ? POSITIVE_INFINITY : UNDEFINED;
  if (a.kind !== "finite") return a;
  if (a.mid === 0n && a.rad === 0) return ZERO;
  const top = topOf(a);
  if (top < -bits - 2 && top < -2) {
    // |ln(1 + x) − x| ≤ x² for |x| ≤ 1/2, the radius included.
    const size = magnitudeOf(a);
    return widen(a, product(size, size), bits);
  }
  if (top <= -2) {
    const value = logExact(exactSuccessor(centre(a)), bits);
    // The derivative 1/(1 + x) is at most 4/3 for |x| ≤ 1/4.
    return a.rad === 0 ? value : widen(value, product(radiusOf(a), { man: 1.34, exp: 0n }), bits);
  }
  if (a.rad === 0 && top <= bits + 2 && a.exp >= BigInt(-bits - bitLength(a.mid)))
    return log(exactSuccessor(a), bits);
  // Far from 0, or inexact: rounding 1 + x to a few bits more loses nothing that a had.
  return log(add(a, ONE, Math.max(bits + 8, bitLength(a.mid) + 8)), bits);
}

/** 1 + x, exactly; the exponent of x is not far from 0. */
function exactSuccessor(x: FiniteBall): FiniteBall {
  if (x.exp >= 0n) return exact((x.mid << x.exp) + 1n, 0n);
  return exact(x.mid + (1n << -x.exp), x.exp);
}
