import { requireNumber, requireProbabilities } from "../domains.js";
import { logOfBaseHead } from "../divergences/options.js";
import { tail, twoProduct } from "../elementary/error-free.js";
import { exponentOf, timesPowerOfTwo } from "../elementary/exponent.js";
import { logRatioHead } from "../elementary/log-ratio.js";
import { quotientOf } from "../elementary/quotient.js";

/** The options of {@link pointwiseMutualInformation}. */
export interface PointwiseMutualInformationOptions {
  /** The base of the logarithm, > 0 and not 1: 2 for bits; e, for nats, unless given. */
  readonly base?: number | undefined;
}

/**
 * Pointwise mutual information: PMI(x, y) = log(p(x, y) / (p(x) p(y))).
 *
 * Within 1 ulp, also where p(x, y) is near p(x) p(y), or that product below all doubles. The limits: -∞ for p(x, y) = 0
 * < p(x) p(y), ∞ for p(x, y) > 0 = p(x) p(y). 0 / 0 gives NaN, and so does NaN.
 *
 * @param pxy p(x, y), the joint probability
 * @param px p(x)
 * @param py p(y)
 * @param options base of the logarithm: e, for nats, by default
 * @returns any real number, or ±∞
 * @throws DomainError if a probability is not in [0, 1] or the base is none; TypeError if an argument is no number
 *
 * Source: K. W. Church and P. Hanks, Word association norms, mutual information, and lexicography, Computational
 * Linguistics 16 (1990) 22–29.
 */
export function pointwiseMutualInformation(
  pxy: number,
  px: number,
  py: number,
  options: PointwiseMutualInformationOptions = {},
): number {
  requireProbability("pxy", pxy);
  requireProbability("px", px);
  requireProbability("py", py);
  const logOfBase = logOfBaseHead(options);
  const logOfBaseTail = tail[0]!;
  if (!(pxy > 0 && px > 0 && py > 0)) {
    // ln 0 = -∞, where the product is 0 only if a factor is: here NaN stays NaN, and -∞ + ∞ becomes NaN.
    const limit = (p: number) => (p > 0 ? 0 : p === 0 ? -Infinity : p);
    return (limit(pxy) - (limit(px) + limit(py))) / logOfBase;
  }
  const jointPower = exponentOf(pxy);
  const xPower = exponentOf(px);
  const yPower = exponentOf(py);
  const joint = timesPowerOfTwo(pxy, -jointPower);
  const product = twoProduct(timesPowerOfTwo(px, -xPower), timesPowerOfTwo(py, -yPower));
  const logarithm = logRatioHead(joint, 0, product, tail[0]!, jointPower - xPower - yPower);
  return quotientOf(logarithm, tail[0]!, logOfBase, logOfBaseTail);
}

function requireProbability(name: string, p: number): void {
  requireNumber(name, p);
  requireProbabilities(() => name, Float64Array.of(p));
}
