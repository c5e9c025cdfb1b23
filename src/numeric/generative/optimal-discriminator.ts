import { entryOf, requireNonNegative } from "../domains.js";
import { tail, twoSum } from "../elementary/error-free.js";
import { asVector, requireSameLength } from "../vectors.js";

/**
 * Optimal discriminator: D*(x) = p(x) / (p(x) + q(x)).
 *
 * Of all discriminators it has the largest value of the game (see ganObjective) for data of the density p and a generator
 * of the density q: 2 JS(p, q) - ln 4. Within 1 ulp; it neither overflows nor underflows on the way. If one density is ∞, it
 * is the limit, 1 or 0; ∞ / ∞ and 0 / 0 give NaN, and so does NaN.
 *
 * @param p density or probability of the data, at one x or a vector of them; it is not changed
 * @param q density or probability of what is generated, at the same x
 * @returns a probability, or as many as p has entries
 * @throws DomainError if an entry is negative; ShapeError if the lengths differ or are 0; TypeError if the arguments are not
 * both vectors or both numbers
 *
 * Source: I. Goodfellow et al., Generative adversarial nets, Advances in Neural Information Processing Systems 27 (2014),
 * proposition 1.
 */
export function optimalDiscriminator(p: number, q: number): number;
export function optimalDiscriminator(p: ArrayLike<number>, q: ArrayLike<number>): Float64Array;
export function optimalDiscriminator(
  p: number | ArrayLike<number>,
  q: number | ArrayLike<number>,
): number | Float64Array {
  if (typeof p === "number" && typeof q === "number") {
    requireNonNegative(() => "p", Float64Array.of(p));
    requireNonNegative(() => "q", Float64Array.of(q));
    return share(p, q);
  }
  const ofData = asVector("p", p as ArrayLike<number>);
  const generated = asVector("q", q as ArrayLike<number>);
  requireSameLength("p", ofData, "q", generated);
  requireNonNegative(entryOf("p"), ofData);
  requireNonNegative(entryOf("q"), generated);
  return ofData.map((each, i) => share(each, generated[i]!));
}

function share(p: number, q: number): number {
  if (p === Infinity && q < Infinity) return 1;
  const scale = Math.max(p, q) > 1e300 ? 0.25 : 1;
  const part = p * scale;
  const whole = twoSum(part, q * scale);
  const quotient = part / whole;
  // A quotient of 0 may be one by ∞, whose tail is NaN.
  return quotient > 0 ? quotient - quotient * (tail[0]! / whole) : quotient;
}
