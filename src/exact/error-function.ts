/** erf, erfc and the normal distribution function Φ, all with full relative accuracy, far tails included. */
import { addFinite, divideFinite, multiplyFinite, negate } from "./arithmetic.js";
import {
  type Ball,
  type FiniteBall,
  ONE,
  ZERO,
  centre,
  exact,
  lowerEnd,
  round,
  scale,
  spreadOf,
  topOf,
  upperEnd,
} from "./ball.js";
import { shift } from "./bits.js";
import { fixedPi } from "./constants.js";
import { exp } from "./exponential.js";
import { decayBits, increasing, isNearlyLinear, leastSize, nearlyLinear, odd } from "./hyperbolic.js";
import { type Magnitude, magnitudeOf, product, radiusOf, scaled, sum, widen } from "./magnitude.js";
import { between } from "./order.js";
import { sqrtExact } from "./root.js";

/*
 * One pair of series serves both families. With y = 2z² for erf z and y = x² for Φ(x),
 *
 *   erf z      = 2z/√π · e^(−y/2)·S(y)           S(y) = Σ yⁿ/(2n+1)!!            (all terms positive)
 *   Φ(x) − ½   = x/√(2π) · e^(−y/2)·S(y)
 *   erfc z     = 1/(z·√π) · e^(−y/2)·A(y)        A(y) ~ Σ (−1)ⁿ (2n−1)!!/yⁿ      (enveloping, for z > 0)
 *   Φ(−x)      = 1/(x·√(2π)) · e^(−y/2)·A(y)
 *
 * (NIST Digital Library of Mathematical Functions, 7.6.2 and 7.12.1.)
 */

const HALF = exact(1n, -1n);

/** What tells the families apart. */
interface Family {
  /** y as a multiple of the squared argument: 2 to this power. */
  readonly square: 0 | 1;
  /** f(z) − f(0) = z·scale·e^(−y/2)·S(y) with scale = 2^(this)/√π or /√(2π). */
  readonly central: 0 | 1;
  /** What the central part tends to: 1 or ½. */
  readonly limit: FiniteBall;
  /** 1/√π or 1/√(2π), by precision. */
  readonly roots: Map<number, FiniteBall>;
}

const ERF: Family = { square: 1, central: 1, limit: ONE, roots: new Map() };
const NORMAL: Family = { square: 0, central: 0, limit: HALF, roots: new Map() };

/** 1/√π or 1/√(2π). */
function inverseRoot(family: Family, bits: number): FiniteBall {
  const known = family.roots.get(bits);
  if (known !== undefined) return known;
  // π to a unit, so its root to half a relative unit and one more.
  const double = family === NORMAL ? 1n : 0n;
  const value = round(fixedPi(bits + 8), 1, double - BigInt(bits + 8), bits + 10);
  const root = sqrtExact(centre(value), bits + 8);
  // π > 1 errs relatively by less than 2^-(bits + 8), so the root by less than half of that.
  const wide = widen(root, scaled(magnitudeOf(root), -(bits + 8)), bits + 8);
  const inverse = divideFinite(ONE, wide, bits + 2);
  family.roots.set(bits, inverse);
  return inverse;
}

/** The exact y of an exact argument. */
function squareOf(x: FiniteBall, family: Family): FiniteBall {
  return exact(x.mid * x.mid, 2n * x.exp + BigInt(family.square));
}

function decay(y: FiniteBall, bits: number): FiniteBall {
  return exp(negate(scale(y, -1)), bits) as FiniteBall;
}

/**
 * S(y) for an exact y ≥ 0, with about `bits` good bits.
 *
 * Each term is made from the last by two roundings down, below 2 units together. What is lost at one term makes all that
 * follow smaller, in sum by less than S(y) times the loss, since y/(2n+1) only shrinks. y itself errs by a unit, and
 * S′ ≤ S/2. So N terms err by less than (2N + 1)·S(y) units; the terms after the first that vanishes are counted therein.
 */
function central(y: FiniteBall, bits: number): FiniteBall {
  const w = bits + 12;
  const W = BigInt(w);
  const fixed = shift(y.mid, Number(y.exp) + w);
  let term = 1n << W;
  let value = 0n;
  let terms = 0;
  for (let n = 3n; term !== 0n; n += 2n) {
    value += term;
    term = ((term * fixed) >> W) / n;
    terms++;
  }
  const total = round(value, 0, -W, w);
  // The relative bound is of the true sum, which is above the computed one by a factor below 1 + 2⁻⁹.
  return widen(total, scaled(product(magnitudeOf(total), { man: 2 * terms + 2, exp: 0n }, 1.01), -w), bits);
}

/** Whether A(y) converges to `bits` bits before it diverges: its least term is near √2·e^(−y/2), at n = y/2. */
function isFar(y: number, bits: number): boolean {
  return y > 1.5 * (bits + 12) + 10;
}

/**
 * A(y) for an exact y so large that the series serves. The remainder is smaller than the first term left out.
 */
function tail(y: FiniteBall, bits: number): FiniteBall {
  const w = bits + 12;
  const W = BigInt(w);
  const top = topOf(y);
  // 1/y in units of 2⁻ʷ.
  const lift = w - Number(y.exp);
  const inverse = top > w + 2 ? 0n : (1n << BigInt(lift)) / y.mid;
  const size = top > 1000 ? Infinity : Number(shift(y.mid, Number(y.exp)));
  let term = 1n << W;
  let value = 0n;
  // The error of a term: the last one's times (2n+1)/y, a unit of 1/y times (2n+1)·term ≤ 1, and one rounding.
  let error = 0;
  let total = 0;
  for (let n = 1; term > 0n; n += 2) {
    value += n % 4 === 1 ? term : -term;
    total += error;
    term = (term * inverse * BigInt(n)) >> W;
    error = error * (n / size) * 1.001 + 2;
    if (n > size) break;
  }
  return round(value, Math.ceil(total + Number(term) + error) + 1, -W, bits);
}

/** The parts of one evaluation at an exact argument x > 0: y, and a double no greater than it and at most 2³⁰. */
function squares(x: FiniteBall, family: Family): { y: FiniteBall; least: number } {
  const y = squareOf(x, family);
  return { y, least: leastSize(y) };
}

/** erf x, or Φ(x) − ½, for an exact x > 0. */
function centralPart(x: FiniteBall, family: Family, bits: number): FiniteBall {
  const working = bits + 6;
  const root = scale(inverseRoot(family, working), family.central);
  // erf x = 2/√π·x·(1 + θx²) and Φ(x) − ½ = 1/√(2π)·x·(1 + θx²) with |θ| ≤ 1.
  if (isNearlyLinear(x, bits)) return multiplyFinite(nearlyLinear(x, working), root, bits);
  const { y, least } = squares(x, family);
  const gone = decayBits(least / 2);
  // erfc x ≤ e^(−y/2), and Φ(−x) ≤ ½·e^(−y/2).
  if (gone > bits + 4) return widen(family.limit, { man: 1, exp: BigInt(-gone) }, bits);
  const front = multiplyFinite(x, root, working);
  const series = multiplyFinite(decay(y, working), central(y, working), working);
  return multiplyFinite(front, series, bits);
}

/** erfc x, or Φ(−x), for an exact x > 0. */
function tailPart(x: FiniteBall, family: Family, bits: number): FiniteBall {
  const { y, least } = squares(x, family);
  if (!isFar(least, bits + 6)) {
    // What remains of the limit is above e^(−y/2)/(4·max(x, 1)); as many bits cancel.
    const cancelled = Math.ceil(least * 0.7214) + Math.max(0, topOf(x)) + 4;
    return addFinite(family.limit, negate(centralPart(x, family, bits + cancelled)), bits);
  }
  const working = bits + 6;
  const front = divideFinite(inverseRoot(family, working), x, working);
  const series = multiplyFinite(decay(y, working), tail(y, working), working);
  return multiplyFinite(front, series, bits);
}

function erfExact(x: FiniteBall, bits: number): FiniteBall {
  return odd(x, (x) => centralPart(x, ERF, bits));
}

/** erfc x, or Φ(−x), for any exact x. */
function complementExact(x: FiniteBall, family: Family, bits: number): FiniteBall {
  if (x.mid > 0n) return tailPart(x, family, bits);
  if (x.mid === 0n) return family.limit;
  return addFinite(family.limit, centralPart(negate(x), family, bits), bits);
}

/** Below this radius a derivative bound is used, above it the two ends. */
const NARROW = -4;

/** erf x = 2/√π·∫₀ˣ e^(−t²) dt; erf ±∞ = ±1. */
export function erf(a: Ball, bits: number): Ball {
  if (a.kind === "infinity") return exact(BigInt(a.sign), 0n);
  if (a.kind !== "finite") return a;
  if (a.rad === 0) return erfExact(a, bits);
  if (spreadOf(a) > NARROW) return increasing(a, bits, erfExact);
  return widen(erfExact(centre(a), bits), spreadOfValue(a, ERF), bits);
}

/** How far a value can be from that at the centre, absolutely. */
function spreadOfValue(a: FiniteBall, family: Family): Magnitude {
  // The derivatives are 2/√π·e^(−x²) and 1/√(2π)·e^(−x²/2) in magnitude.
  const least = leastSize(a);
  const gone = decayBits(family === ERF ? least * least : (least * least) / 2);
  return product(scaled(radiusOf(a), -gone), { man: family === ERF ? 1.13 : 0.4, exp: 0n });
}

/** A complement of a ball: decreasing, its ends swapped. */
function complement(a: FiniteBall, family: Family, bits: number): FiniteBall {
  if (a.rad === 0) return complementExact(a, family, bits);
  const spread = spreadOf(a);
  if (a.mid <= 0n && spread <= NARROW) {
    // Here the value is at least about ½, so an absolute bound serves.
    return widen(complementExact(centre(a), family, bits), spreadOfValue(a, family), bits);
  }
  if (a.mid > 0n && spread <= NARROW && topOf(a) + spread <= -3) {
    const value = complementExact(centre(a), family, bits);
    // For x = m + t, |t| ≤ r, 2mr ≤ 1/4: the derivative 2/√π·e^(−x²) ≤ e^(1/4)·2/√π·e^(−m²), and erfc m >
    // 2/√π·e^(−m²)/(m + √(m² + 2)), so it is below 1.3·(2m + 1.5)·erfc m. Likewise for Φ(−x), with room to spare.
    const slope = product(magnitudeOf(value), sum(scaled(magnitudeOf(a), 1), { man: 1.5, exp: 0n }));
    return widen(value, product(slope, radiusOf(a), 1.3), bits);
  }
  const working = Math.min(bits, 64);
  const low = lowerEnd(complementExact(upperEnd(a), family, working));
  const high = upperEnd(complementExact(lowerEnd(a), family, working));
  return between(low, high, working);
}

/** erfc x = 1 − erf x, with full relative accuracy in the tail; erfc ∞ = 0, erfc −∞ = 2. */
export function erfc(a: Ball, bits: number): Ball {
  if (a.kind === "infinity") return a.sign === 1 ? ZERO : exact(2n, 0n);
  return a.kind === "finite" ? complement(a, ERF, bits) : a;
}

/** Φ(x) = ½·erfc(−x/√2), the normal distribution function; Φ(−∞) = 0, Φ(∞) = 1. */
export function normalCdf(a: Ball, bits: number): Ball {
  if (a.kind === "infinity") return a.sign === 1 ? ONE : ZERO;
  return a.kind === "finite" ? complement(negate(a), NORMAL, bits) : a;
}
