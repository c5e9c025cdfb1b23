/** What a ball is, and how one is made. */
import { bitLength, exponentOf, powerOfTwo } from "./bits.js";

/** A real number known to lie in [(mid − rad)·2^exp, (mid + rad)·2^exp]. Exact where rad = 0. */
export interface FiniteBall {
  readonly kind: "finite";
  readonly mid: bigint;
  /** A non-negative integer below 2³²: more bits of a radius would tell nothing. */
  readonly rad: number;
  /** Unbounded, so that e^(10³⁰⁸) is a number like any other. */
  readonly exp: bigint;
}

/**
 * A number known to lie within a radius of a midpoint, (mid ± rad)·2^exp; or ±∞; or *undefined*, as 0/0 is; or
 * *unknown*, where at this precision nothing can be said and more bits are needed.
 *
 * Midpoint-radius arithmetic after F. Johansson, "Arb: efficient arbitrary-precision midpoint-radius interval
 * arithmetic", IEEE Transactions on Computers 66 (2017).
 */
export type Ball =
  | FiniteBall
  | { readonly kind: "infinity"; readonly sign: 1 | -1 }
  | { readonly kind: "undefined" }
  | { readonly kind: "unknown" };

export const UNDEFINED: Ball = { kind: "undefined" };
export const UNKNOWN: Ball = { kind: "unknown" };
export const POSITIVE_INFINITY: Ball = { kind: "infinity", sign: 1 };
export const NEGATIVE_INFINITY: Ball = { kind: "infinity", sign: -1 };
export const ZERO: FiniteBall = { kind: "finite", mid: 0n, rad: 0, exp: 0n };
export const ONE: FiniteBall = { kind: "finite", mid: 1n, rad: 0, exp: 0n };

/** mid·2^exp, without error. */
export function exact(mid: bigint, exp: bigint): FiniteBall {
  return mid === 0n ? ZERO : { kind: "finite", mid, rad: 0, exp };
}

/**
 * The ball (mid ± rad)·2^exp, its midpoint rounded to `bits` bits.
 *
 * `rad` may be any finite double ≥ 0; where it is 2³⁰ or more it may be too small by a factor of 1 − 2⁻⁴⁰, so callers
 * may add and multiply radii in double arithmetic without rounding upwards.
 */
export function round(mid: bigint, rad: number, exp: bigint, bits: number): FiniteBall {
  let drop = bitLength(mid) - bits;
  if (rad >= 0x40000000) drop = Math.max(drop, exponentOf(rad) - 30);
  if (drop <= 0) return mid === 0n && rad === 0 ? ZERO : { kind: "finite", mid, rad, exp };
  const count = BigInt(drop);
  const kept = mid >> count;
  if (rad === 0) {
    // Only an exact number can stay exact, and does if nothing but zeros is dropped.
    return { kind: "finite", mid: kept, rad: kept << count === mid ? 0 : 1, exp: exp + count };
  }
  // Dropping bits moves the midpoint by less than 1; 1 + 2⁻³⁹ pays for the caller's rounding and for this product's.
  const scaled = drop > 1022 ? rad * powerOfTwo(-1000) * powerOfTwo(1000 - drop) : rad * powerOfTwo(-drop);
  return {
    kind: "finite",
    mid: kept,
    rad: Math.max(1, Math.ceil(scaled * (1 + 2 ** -39))) + 1,
    exp: exp + count,
  };
}

/** a·2ⁿ, without error. */
export function scale(a: FiniteBall, n: number | bigint): FiniteBall {
  return a.mid === 0n && a.rad === 0 ? a : { kind: "finite", mid: a.mid, rad: a.rad, exp: a.exp + BigInt(n) };
}

/** The lower end of a ball, as an exact one. */
export function lowerEnd(a: FiniteBall): FiniteBall {
  return a.rad === 0 ? a : exact(a.mid - BigInt(a.rad), a.exp);
}

/** The upper end of a ball, as an exact one. */
export function upperEnd(a: FiniteBall): FiniteBall {
  return a.rad === 0 ? a : exact(a.mid + BigInt(a.rad), a.exp);
}

/** The midpoint of a ball, as an exact one. */
export function centre(a: FiniteBall): FiniteBall {
  return a.rad === 0 ? a : exact(a.mid, a.exp);
}

/**
 * Where a finite ball lies: 1 above zero, −1 below, 0 exactly zero, undefined where it holds zero and other numbers.
 */
export function side(a: FiniteBall): -1 | 0 | 1 | undefined {
  if (a.rad === 0) return a.mid > 0n ? 1 : a.mid < 0n ? -1 : 0;
  const radius = BigInt(a.rad);
  if (a.mid > radius) return 1;
  if (a.mid < -radius) return -1;
  return undefined;
}

/** An integer t with |x| < 2ᵗ for every x of a non-zero ball, as a double: exact below 2⁵³, near beyond. */
export function topOf(a: FiniteBall): number {
  const length = a.rad === 0 ? bitLength(a.mid) : Math.max(bitLength(a.mid), exponentOf(a.rad)) + 1;
  return length + Number(a.exp);
}

/** An integer t with rad·2^exp < 2ᵗ for a ball with a radius, as a double. */
export function spreadOf(a: FiniteBall): number {
  return exponentOf(a.rad) + Number(a.exp);
}
