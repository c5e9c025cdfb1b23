import { requireNumber } from "../domains.js";
import { tail } from "../elementary/error-free.js";
import { expHead } from "../elementary/exp.js";
import { reciprocalOfOnePlus } from "../elementary/reciprocal.js";

/**
 * Hyperbolic tangent: tanh(x) = (eˣ - e⁻ˣ) / (eˣ + e⁻ˣ).
 *
 * Within 0.55 ulp; the same bits in every engine.
 *
 * @param x any real number; ±∞ gives ±1, ±0 gives ±0, NaN gives NaN
 * @returns a value in [-1, 1]
 * @throws TypeError if x is not a number
 */
export function tanh(x: number): number {
  requireNumber("x", x);
  const size = Math.abs(x);
  if (size < 0.125) {
    // The Taylor series x - x³ / 3 + 2x⁵ / 15 - …, as 1 - e would cancel.
    const s = x * x;
    // So small that only x shows; and -0 would lose its sign in a sum.
    if (s === 0) return x;
    const far =
      62 / 2835 +
      s * (-1382 / 155925 + s * (21844 / 6081075 + s * (-929569 / 638512875 + s * (6404582 / 10854718875))));
    const near = -1 / 3 + s * (2 / 15 + s * (-17 / 315 + s * far));
    return x + x * s * near;
  }
  if (!(size < 22)) return x > 0 ? 1 : x < 0 ? -1 : x;
  // tanh |x| = 1 - 2e / (1 + e) with e = high + low = e^(-2|x|).
  const high = expHead(-2 * size, 0);
  const low = tail[0]!;
  const quotient = reciprocalOfOnePlus(high, low);
  const exact = 2 * quotient * high;
  const correction = 2 * quotient * (low + tail[0]! * (high + low));
  const head = 1 - exact;
  const value = head + (1 - head - exact - correction);
  return x < 0 ? -value : value;
}
