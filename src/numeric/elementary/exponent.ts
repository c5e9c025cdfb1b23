import { LOWEST_POWER, powersOfTwo } from "./powers-of-two.js";

/** A double seen as two words, of which words[exponentWord] holds its exponent. */
export const view = /* @__PURE__ */ createView();

function createView(): { double: Float64Array; words: Int32Array; exponentWord: number } {
  const double = new Float64Array(1);
  const words = new Int32Array(double.buffer);
  double[0] = 1;
  return { double, words, exponentWord: words[0] === 0 ? 1 : 0 };
}

/** The e for which 2ᵉ ≤ |x| < 2ᵉ⁺¹, for finite x ≠ 0, subnormals included. */
export function exponentOf(x: number): number {
  const lift = Math.abs(x) < 1e-270 ? 128 : 0;
  view.double[0] = lift === 0 ? x : x * 3.402823669209385e38;
  return ((view.words[view.exponentWord]! >> 20) & 0x7ff) - 1023 - lift;
}

/** x · 2ᵏ for any integer k, rounded once at most if 2⁻¹⁰⁰ ≤ |x| ≤ 2¹⁰⁰ or if the result is a normal double. */
export function timesPowerOfTwo(x: number, k: number): number {
  let value = x;
  let left = k;
  for (; left > 1000 && value !== 0; left -= 1000) value *= powersOfTwo[1000 - LOWEST_POWER]!;
  for (; left < -900 && value !== 0; left += 900) value *= powersOfTwo[-900 - LOWEST_POWER]!;
  return value === 0 ? value : value * powersOfTwo[left - LOWEST_POWER]!;
}
