/** Upper bounds of any size, and widening a ball by one. */
import { type FiniteBall, round } from "./ball.js";
import { bitLength, exponentOf, powerOfTwo } from "./bits.js";

/** An upper bound man·2^exp, with man zero or a double in [2⁻⁹⁹⁰, 2⁶⁰]. */
export interface Magnitude {
  readonly man: number;
  readonly exp: bigint;
}

/** A bound of |m|·2^exp + rad·2^exp, at most 2⁻²⁸ too large, relatively. */
function magnitude(mid: bigint, rad: number, exp: bigint): Magnitude {
  const drop = bitLength(mid) - 40;
  const size = mid < 0n ? -mid : mid;
  if (drop <= 0) return { man: Number(size) + rad, exp };
  const count = BigInt(drop);
  const own = rad === 0 ? 0 : drop > 1000 ? 1 : Math.ceil(rad * powerOfTwo(-drop));
  return { man: Number(size >> count) + 1 + own, exp: exp + count };
}

/** A bound of |x| over a ball. */
export function magnitudeOf(a: FiniteBall): Magnitude {
  return magnitude(a.mid, a.rad, a.exp);
}

/** A ball's radius. */
export function radiusOf(a: FiniteBall): Magnitude {
  return { man: a.rad, exp: a.exp };
}

/** a·b, or a·b·factor, rounded upwards. */
export function product(a: Magnitude, b: Magnitude, factor = 1): Magnitude {
  return normalized(a.man * b.man * factor, a.exp + b.exp);
}

/** a·2ⁿ. */
export function scaled(a: Magnitude, n: number): Magnitude {
  return { man: a.man, exp: a.exp + BigInt(n) };
}

/** a + b, rounded upwards. */
export function sum(a: Magnitude, b: Magnitude): Magnitude {
  if (a.man === 0) return b;
  if (b.man === 0) return a;
  if (a.exp < b.exp) return sum(b, a);
  const gap = Number(a.exp - b.exp);
  // Down to 2⁻⁹⁰⁰ the smaller term is a normal double; below, any positive double bounds it.
  return normalized(a.man + (gap > 900 ? powerOfTwo(-800) : b.man * powerOfTwo(-gap)), a.exp);
}

function normalized(man: number, exp: bigint): Magnitude {
  if (man === 0) return { man: 0, exp: 0n };
  // Three roundings at most, each by a factor of 1 + 2⁻⁵³.
  const up = man * (1 + 2 ** -50);
  const length = exponentOf(up);
  if (length >= 20 && length <= 50) return { man: up, exp };
  return { man: up * powerOfTwo(40 - length), exp: exp + BigInt(length - 40) };
}

/**
 * The ball of every x + y with x in `a` and |y| ≤ `extra`.
 *
 * An exact or short midpoint is lengthened up to `bits` bits, so that a small widening stays small.
 */
export function widen(a: FiniteBall, extra: Magnitude, bits: number): FiniteBall {
  if (extra.man === 0) return round(a.mid, a.rad, a.exp, bits);
  if (a.mid === 0n && a.rad === 0) {
    // A fraction would go up to a whole unit: count it in finer ones. A small integer stays as it is.
    const { man, exp } = Number.isInteger(extra.man) ? extra : normalized(extra.man, extra.exp);
    return round(0n, Math.ceil(man), exp, bits);
  }
  let gap = Number(extra.exp - a.exp);
  if (gap > 60 && extra.man < 2 ** 19) {
    extra = normalized(extra.man, extra.exp);
    gap = Number(extra.exp - a.exp);
  }
  if (gap > 60) {
    // The widening dwarfs the units of a: count in the widening's.
    const drop = gap > 2 ** 40 ? extra.exp - a.exp : BigInt(gap);
    const mid = gap > bitLength(a.mid) + 1 ? 0n : a.mid >> drop;
    // |a.mid·2⁻ᵍᵃᵖ − mid| ≤ 1, and a.rad·2⁻ᵍᵃᵖ < 1.
    return round(mid, Math.ceil(extra.man) + 2, extra.exp, bits);
  }
  // 2^top bounds the widening in units of a; ten bits of it suffice.
  const top = exponentOf(extra.man) + gap;
  const room = bits + 2 - bitLength(a.mid);
  const lift = a.rad === 0 ? Math.min(room, 10 - top) : Math.min(room, 10 - exponentOf(a.rad));
  if (lift <= 0) return round(a.mid, a.rad + small(extra.man, gap), a.exp, bits);
  const units = small(extra.man, gap + lift);
  const own = a.rad === 0 ? 0 : a.rad * powerOfTwo(lift);
  return round(a.mid << BigInt(lift), own + units, a.exp - BigInt(lift), bits);
}

/** ⌈man·2ⁿ⌉ and at least 1: a bound in whole units. */
function small(man: number, n: number): number {
  if (n < -900) return 1;
  // Scaling by a power of two is exact, or underflows to less than 1.
  return Math.max(1, Math.ceil(man * powerOfTwo(n)));
}
