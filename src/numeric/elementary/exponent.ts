import { LOWEST_POWER, powersOfTwo } from "./powers-of-two.js";

/** The bytes of a double, of which the first two begin with its sign and its exponent. */
const bytes = /* @__PURE__ */ new DataView(/* @__PURE__ */ new ArrayBuffer(8));

/** The e for which 2ᵉ ≤ |x| < 2ᵉ⁺¹, for finite x ≠ 0, subnormals included. */
export function exponentOf(x: number): number {
  // 2¹²⁸ lifts the subnormals.
  const isSmall = Math.abs(x) < 1e-270;
  bytes.setFloat64(0, isSmall ? x * 3.402823669209385e38 : x);
  return ((bytes.getUint16(0) >> 4) & 0x7ff) - (isSmall ? 1151 : 1023);
}

/** x · 2ᵏ for |k| ≤ 2000, or any k if 2⁻¹⁰⁰ ≤ |x| ≤ 2¹⁰⁰; rounded once at most if that is so or the result is a normal double. */
export function timesPowerOfTwo(x: number, k: number): number {
  const power = Math.max(-2000, Math.min(2000, k));
  const half = power >> 1;
  return x * powersOfTwo[half - LOWEST_POWER]! * powersOfTwo[power - half - LOWEST_POWER]!;
}
