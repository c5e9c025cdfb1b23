// The options of entropies and divergences.

import { requireOptions } from "../choice.js";
import { requireNumber } from "../domains.js";
import { tail } from "../elementary/error-free.js";
import { exponentOf, timesPowerOfTwo } from "../elementary/exponent.js";
import { logRatioHead } from "../elementary/log-ratio.js";
import { outOfDomain } from "../errors.js";

/** The options of entropies and divergences. */
export interface DivergenceOptions {
  /** The base of the logarithm, > 0 and not 1: 2 for bits; e, for nats, unless given. */
  readonly base?: number | undefined;
  /** Whether each vector is divided by its sum first; false unless given. A sum of 0 then gives NaN. */
  readonly normalize?: boolean | undefined;
}

/**
 * ln base, by which results in nats are divided, with high and low parts; 1 if no base is given.
 *
 * @throws DomainError if the base is not positive, or 1; TypeError if it is no number, or the options are no object
 */
export function logOfBaseHead(options: { readonly base?: number | undefined }): number {
  requireOptions(options);
  const { base } = options;
  tail[0] = 0;
  if (base === undefined) return 1;
  requireNumber("base", base);
  if (base <= 0 || base === 1) {
    throw outOfDomain("base", "greater than 0 and not 1", base);
  }
  // Infinity and NaN.
  if (!(base < Infinity)) return base;
  const power = exponentOf(base);
  return logRatioHead(timesPowerOfTwo(base, -power), 0, 1, 0, power);
}
