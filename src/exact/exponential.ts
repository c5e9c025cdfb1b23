/** e^x and e^x − 1. */
import { addFinite } from "./arithmetic.js";
import {
  type Ball,
  type FiniteBall,
  ONE,
  POSITIVE_INFINITY,
  UNKNOWN,
  ZERO,
  centre,
  exact,
  lowerEnd,
  round,
  spreadOf,
  topOf,
  upperEnd,
} from "./ball.js";
import { bitLength, powerOfTwo, shift } from "./bits.js";
import { fixedLn2 } from "./constants.js";
import { ExactLimitError, MAX_ARGUMENT_BITS } from "./limit-error.js";
import { magnitudeOf, product, radiusOf, widen } from "./magnitude.js";
import { between } from "./order.js";

const MINUS_ONE = exact(-1n, 0n);

/** Working precisions are multiples of this, so that few sets of coefficients serve all. */
const STEP = 32;

/** The next working precision with at least `w` bits. */
export function workingBits(w: number): number {
  return STEP * Math.ceil(w / STEP);
}

interface Plan {
  /** The argument is halved so often, and the result squared so often. */
  readonly halvings: number;
  /** ⌊2ᵛ / k!⌋ for k = 0, 1, … with v = w + halvings. */
  readonly coefficients: readonly bigint[];
}

const plans = new Map<number, Plan>();

function planFor(w: number): Plan {
  const known = plans.get(w);
  if (known !== undefined) return known;
  const halvings = Math.max(4, Math.round(0.65 * Math.sqrt(w)));
  const v = w + halvings;
  const coefficients: bigint[] = [1n << BigInt(v)];
  let factorial = 1n;
  // The first omitted term is below 2^-(halvings·k)/k! ≤ 2^-(v+1); the whole tail, then, below 2⁻ᵛ.
  for (let k = 1; halvings * k + bitLength(factorial) - 1 <= v + 1; k++) {
    coefficients.push((1n << BigInt(v)) / factorial);
    factorial *= BigInt(k + 1);
  }
  const plan = { halvings, coefficients };
  plans.set(w, plan);
  return plan;
}

/** How many bits below 2⁻ʷ the result of `fixedExp` counts in. */
export function fixedExpExtra(w: number): number {
  return planFor(w).halvings;
}

/**
 * e^r for r = R·2⁻ʷ, |r| ≤ 1, in units of 2⁻ᵛ, v = w + fixedExpExtra(w); relative error below 6·2⁻ʷ.
 *
 * e^r = (e^(r/2ʲ))^(2ʲ), the inner exponential by its Taylor polynomial. With ρ = |r|/2ʲ ≤ 1/16, Horner's scheme errs by
 * a unit in the last step (c₀ is exact), by ρ·(1 + …) in those before, and by the tail: below 2.2 units of a
 * value above 0.93, hence relatively below 2.5·2⁻ᵛ. A squaring doubles a relative error and rounds by one unit of a
 * value above e⁻¹: ε ← 2ε + ε² + 2.73·2⁻ᵛ. After j squarings ε < 2ʲ·(2.5 + 2.73 + tiny)·2⁻ᵛ < 6·2⁻ʷ.
 */
export function fixedExp(r: bigint, w: number): bigint {
  const { halvings, coefficients } = planFor(w);
  const v = BigInt(w + halvings);
  // R counts in 2⁻ʷ; read in units of 2⁻ᵛ the same integer is r/2ʲ.
  let k = coefficients.length - 1;
  let value = coefficients[k]!;
  while (--k >= 0) value = coefficients[k]! + ((value * r) >> v);
  for (let j = 0; j < halvings; j++) value = (value * value) >> v;
  return value;
}

/** e^x for an exact x = m·2^exp, with about `bits` good bits. */
function expExact(x: FiniteBall, bits: number): FiniteBall {
  if (x.mid === 0n) return ONE;
  const top = topOf(x);
  if (top > MAX_ARGUMENT_BITS) throw new ExactLimitError("exp");
  // |e^x − 1| ≤ 2|x| for |x| ≤ 1.
  if (top < -bits - 2) return widen(ONE, product(magnitudeOf(x), { man: 2, exp: 0n }), bits);

  const w = workingBits(bits + 6);
  const over = Math.max(top, 0) + 2;
  const fine = w + over;
  const argument = shift(x.mid, Number(x.exp) + fine);
  const ln2 = fixedLn2(fine);
  // x = k·ln 2 + r with 0 ≤ r < ln 2.
  let k: bigint;
  let rest: bigint;
  if (top <= 40) {
    k = BigInt(Math.floor(Number(argument >> BigInt(fine - 10)) * (Math.LOG2E / 1024)));
    rest = argument - k * ln2;
  } else {
    k = argument / ln2;
    rest = argument - k * ln2;
  }
  while (rest < 0n) {
    rest += ln2;
    k--;
  }
  while (rest >= ln2) {
    rest -= ln2;
    k++;
  }
  // The argument errs by a unit of 2^-fine, k·ln 2 by 0.51·|k| < 0.75·2^top + 0.51 of them; together at most 0.6·2⁻ʷ.
  // Dropping `over` bits errs by 1 more: below 2·2⁻ʷ in all, a relative error in the result. fixedExp adds 6·2⁻ʷ.
  const extra = fixedExpExtra(w);
  const value = fixedExp(rest >> BigInt(over), w);
  // 8·(1 + tiny)·2⁻ʷ of a value below 2.0001, in units of 2^-(w + extra).
  return round(value, 17 * powerOfTwo(extra), k - BigInt(w + extra), bits);
}

/** Below this radius a derivative bound is used, above it the two ends. */
const NARROW = -4;

/** e^x; e^(−∞) = 0. */
export function exp(a: Ball, bits: number): Ball {
  if (a.kind === "infinity") return a.sign === 1 ? POSITIVE_INFINITY : ZERO;
  if (a.kind !== "finite") return a;
  if (a.rad === 0) return expExact(a, bits);
  const spread = spreadOf(a);
  if (spread <= NARROW) {
    // The radius is a relative error of the result: bits far below it would be noise.
    const useful = Math.min(bits, 16 - spread);
    const value = expExact(centre(a), useful);
    // |e^(m+t) − e^m| ≤ e^m·(e^r − 1) ≤ 1.04·r·e^m for |t| ≤ r ≤ 1/16.
    return widen(value, product(magnitudeOf(value), radiusOf(a), 1.04), useful);
  }
  return expWide(a, Math.min(bits, 64));
}

function expWide(a: FiniteBall, bits: number): Ball {
  const low = lowerEnd(a);
  const high = upperEnd(a);
  const tooLow = topOf(low) > MAX_ARGUMENT_BITS;
  const tooHigh = topOf(high) > MAX_ARGUMENT_BITS;
  if (tooHigh) {
    if (tooLow && low.mid > 0n === high.mid > 0n) throw new ExactLimitError("exp");
    return UNKNOWN;
  }
  // e^x is increasing and positive.
  const least = tooLow ? ZERO : lowerEnd(expExact(low, bits));
  return between(least, upperEnd(expExact(high, bits)), bits);
}

/** e^x − 1, with full relative accuracy near 0. */
export function expm1(a: Ball, bits: number): Ball {
  if (a.kind === "infinity") return a.sign === 1 ? POSITIVE_INFINITY : MINUS_ONE;
  if (a.kind !== "finite") return a;
  if (a.rad === 0) return expm1Exact(a, bits);
  const spread = spreadOf(a);
  if (spread <= NARROW) {
    const value = expm1Exact(centre(a), bits);
    // As for e^x, whose value at the centre is one more than this.
    const slope = magnitudeOf(addFinite(value, ONE, 40));
    return widen(value, product(slope, radiusOf(a), 1.04), bits);
  }
  const value = expWide(a, Math.min(bits, 64));
  return value.kind === "finite" ? addFinite(value, MINUS_ONE, bits) : value;
}

function expm1Exact(x: FiniteBall, bits: number): FiniteBall {
  if (x.mid === 0n) return ZERO;
  const top = topOf(x);
  if (top < -bits - 2) {
    // |e^x − 1 − x| ≤ x² for |x| ≤ 1.
    const size = magnitudeOf(x);
    return widen(x, product(size, size), bits);
  }
  // Subtracting 1 cancels as many bits as |x| has leading zeros.
  return addFinite(expExact(x, bits + 4 + Math.max(0, -top)), MINUS_ONE, bits);
}
