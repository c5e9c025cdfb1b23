/** sin and cos. */
import { type Ball, type FiniteBall, ONE, UNDEFINED, ZERO, centre, round, spreadOf, topOf } from "./ball.js";
import { bitLength, shift } from "./bits.js";
import { fixedPi } from "./constants.js";
import { isNearlyLinear, nearlyLinear } from "./hyperbolic.js";
import { ExactLimitError, MAX_ARGUMENT_BITS } from "./limit-error.js";
import { magnitudeOf, product, radiusOf, widen } from "./magnitude.js";

/** [−1, 1]. */
const ANY: FiniteBall = { kind: "finite", mid: 0n, rad: 1, exp: 0n };

/** sin(x + quarter·π/2) for an exact x, with about `bits` good bits even near a zero. */
function sineExact(x: FiniteBall, quarter: 0 | 1, bits: number): FiniteBall {
  if (x.mid === 0n) return quarter === 0 ? ZERO : ONE;
  const top = topOf(x);
  if (top > MAX_ARGUMENT_BITS) throw new ExactLimitError(quarter === 0 ? "sin" : "cos");
  if (isNearlyLinear(x, bits)) {
    // |sin x − x| ≤ |x|³ and |cos x − 1| ≤ x².
    if (quarter === 0) return nearlyLinear(x, bits);
    return widen(ONE, product(magnitudeOf(x), magnitudeOf(x)), bits);
  }
  const over = Math.max(top, 0) + 4;
  let w = bits + 12 + Math.max(0, -top);
  for (;;) {
    const fine = w + over;
    const argument = shift(x.mid, Number(x.exp) + fine);
    const pi = fixedPi(fine);
    // x = q·π/2 + r with |r| ≤ π/4: q is the floor of (2x + π/2)/π.
    const count = floorDivide((argument << 2n) + pi, pi << 1n);
    // π/2 errs by half of 0.51 units of 2^-fine, so q·π/2 by less than |q| ≤ 2^top of them; the argument and the
    // halving by one each: together below 2⁻ʷ/4. Dropping `over` bits errs by 1 more: r errs by less than 2·2⁻ʷ.
    const rest = (argument - ((count * pi) >> 1n)) >> BigInt(over);
    const turn = Number((((count + BigInt(quarter)) % 4n) + 4n) % 4n);
    if (turn % 2 === 0) {
      const missing = bits + 8 - bitLength(rest);
      if (missing > 0) {
        // Near a multiple of π the leading bits cancel. π is irrational, so not all of them do.
        w += missing + 4;
        continue;
      }
    }
    const { value, error } = turn % 2 === 0 ? fixedSin(rest, w) : fixedCos(rest, w);
    return round(turn >= 2 ? -value : value, error, BigInt(-w), bits);
  }
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return quotient * b > a ? quotient - 1n : quotient;
}

/**
 * Σ (−1)ⁿ x²ⁿ⁺¹/(2n+1)! in units of 2⁻ʷ for |x| ≤ 0.8.
 *
 * x errs by 2 units, x² by 2·0.8·2 + 1 < 5. A term errs by what the last one did times x²/(n(n+1)), by the last term
 * times the error of x² over n(n+1), and by two roundings: below 5 units each, for cos as well, where n begins at 1.
 */
function fixedSin(x: bigint, w: number): { value: bigint; error: number } {
  return alternating(x, x, w, 2n);
}

/** Σ (−1)ⁿ x²ⁿ/(2n)!, like `fixedSin`. */
function fixedCos(x: bigint, w: number): { value: bigint; error: number } {
  return alternating(1n << BigInt(w), x, w, 1n);
}

function alternating(first: bigint, x: bigint, w: number, from: bigint): { value: bigint; error: number } {
  const W = BigInt(w);
  const square = (x * x) >> W;
  let term = first;
  let value = first;
  let terms = 1;
  for (let n = from; term > 1n || term < -1n; n += 2n) {
    term = -(((term * square) >> W) / (n * (n + 1n)));
    value += term;
    terms++;
  }
  // The tail is below the last term, which with its error is below 6 units.
  return { value, error: 5 * terms + 8 };
}

function sine(a: Ball, quarter: 0 | 1, bits: number): Ball {
  if (a.kind === "infinity") return UNDEFINED;
  if (a.kind !== "finite") return a;
  if (a.rad === 0) return sineExact(a, quarter, bits);
  if (spreadOf(a) > 1) return ANY;
  // |sin(m + t) − sin m| ≤ |t|.
  return widen(sineExact(centre(a), quarter, bits), radiusOf(a), bits);
}

/** sin x; undefined at ±∞. */
export function sin(a: Ball, bits: number): Ball {
  return sine(a, 0, bits);
}

/** cos x; undefined at ±∞. */
export function cos(a: Ball, bits: number): Ball {
  return sine(a, 1, bits);
}
