/** √x. */
import {
  type Ball,
  type FiniteBall,
  POSITIVE_INFINITY,
  UNDEFINED,
  UNKNOWN,
  ZERO,
  centre,
  lowerEnd,
  round,
  side,
  upperEnd,
} from "./ball.js";
import { bitLength, integerSquareRoot, shift } from "./bits.js";
import { magnitudeOf, product, widen } from "./magnitude.js";
import { between } from "./order.js";

/** √x for an exact x ≥ 0; exact where the root has no more than `bits` bits. */
export function sqrtExact(x: FiniteBall, bits: number): FiniteBall {
  if (x.mid === 0n) return ZERO;
  // An even exponent, and a radicand of at least 2·bits + 2 bits.
  let lift = Math.max(0, 2 * bits + 2 - bitLength(x.mid));
  if ((x.exp - BigInt(lift)) % 2n !== 0n) lift++;
  const radicand = shift(x.mid, lift);
  const root = integerSquareRoot(radicand);
  return round(root, root * root === radicand ? 0 : 1, (x.exp - BigInt(lift)) / 2n, bits);
}

/** √x; of a negative number undefined, of a ball with numbers on both sides of 0 unknown. */
export function sqrt(a: Ball, bits: number): Ball {
  if (a.kind === "infinity") return a.sign === 1 ? POSITIVE_INFINITY : UNDEFINED;
  if (a.kind !== "finite") return a;
  if (a.rad === 0) return a.mid < 0n ? UNDEFINED : sqrtExact(a, bits);
  const where = side(a);
  if (where === -1) return UNDEFINED;
  const low = lowerEnd(a);
  if (low.mid < 0n) return UNKNOWN;
  const length = bitLength(a.mid);
  const ratio = Number(a.mid) / a.rad;
  if (ratio < 8) return between(lowerEnd(sqrtExact(low, 64)), upperEnd(sqrtExact(upperEnd(a), 64)), 64);
  // More bits than the argument has would be noise.
  const useful = Math.min(bits, length + 4);
  const value = sqrtExact(centre(a), useful);
  // |√(m + t) − √m| = |t|/(√(m + t) + √m) ≤ √m·(r/m)/(1 + √(7/8)) < 0.52·√m·r/m for |t| ≤ r ≤ m/8.
  const relative =
    ratio < 2 ** 900 ? { man: 0.52 / ratio, exp: 0n } : { man: 0.52 * a.rad, exp: BigInt(1 - length) };
  return widen(value, product(magnitudeOf(value), relative), useful);
}
