import { tail } from "./error-free.js";

/**
 * Reciprocal with its remainder: 1 / (1 + head + rest) = c · (1 + δ), for head + rest ≥ 0.
 *
 * c has 24 bits, so that its product with another number of 24 bits is exact, and the relative error of c · (1 + δ) is
 * below 2⁻⁶⁰. This is the correction step of a division, with the quotient made short instead of split.
 *
 * @param head a number of at most 24 significant bits, or one below 2⁻⁸⁰
 * @param rest what head lacks of the exact summand, |rest| ≤ head / 256
 * @returns c; δ is left in {@link tail}
 *
 * Source: T. J. Dekker, A floating-point technique for extending the available precision, Numerische Mathematik 18
 * (1971) 224–242.
 */
export function reciprocalOfOnePlus(head: number, rest: number): number {
  const quotient = Math.fround(1 / (1 + (head + rest)));
  const remainder = 1 - quotient - quotient * head - quotient * rest;
  tail[0] = remainder + remainder * remainder;
  return quotient;
}
