import { entryOf, requireNonNegative } from "../domains.js";
import { tail, twoProduct, twoSum } from "../elementary/error-free.js";
import { asVector, requireSameLength } from "../vectors.js";

/**
 * Reparameterization: z = μ + ε · σ.
 *
 * For ε drawn from N(0, 1) it is a draw from N(μ, σ²), as a function of μ and σ that has derivatives: ∂z/∂μ = 1 and
 * ∂z/∂σ = ε. Within 0.51 ulp (1 ulp if z is subnormal), also where μ and ε · σ cancel, and though ε · σ overflows. 0 · ∞ and
 * ∞ - ∞ give NaN, and so does NaN.
 *
 * @param mu μ, a mean, or a vector of them with at least one entry; it is not changed
 * @param sigma σ, standard deviations (not variances), as many
 * @param epsilon ε, noise, as many
 * @returns a sample of each
 * @throws DomainError if an entry of sigma is negative; ShapeError if the lengths differ or are 0; TypeError if the
 * arguments are not all vectors or all numbers
 *
 * Source: D. P. Kingma and M. Welling, Auto-encoding variational Bayes, International Conference on Learning
 * Representations (2014), section 2.4.
 */
export function reparameterization(mu: number, sigma: number, epsilon: number): number;
export function reparameterization(
  mu: ArrayLike<number>,
  sigma: ArrayLike<number>,
  epsilon: ArrayLike<number>,
): Float64Array;
export function reparameterization(
  mu: number | ArrayLike<number>,
  sigma: number | ArrayLike<number>,
  epsilon: number | ArrayLike<number>,
): number | Float64Array {
  if (typeof mu === "number" && typeof sigma === "number" && typeof epsilon === "number") {
    requireNonNegative(() => "sigma", Float64Array.of(sigma));
    return moved(mu, sigma, epsilon);
  }
  const means = asVector("mu", mu as ArrayLike<number>);
  const deviations = asVector("sigma", sigma as ArrayLike<number>);
  const noise = asVector("epsilon", epsilon as ArrayLike<number>);
  requireSameLength("mu", means, "sigma", deviations);
  requireSameLength("mu", means, "epsilon", noise);
  requireNonNegative(entryOf("sigma"), deviations);
  return means.map((mean, i) => moved(mean, deviations[i]!, noise[i]!));
}

function moved(mu: number, sigma: number, epsilon: number): number {
  if (mu - mu !== 0 || sigma - sigma !== 0 || epsilon - epsilon !== 0) return mu + sigma * epsilon;
  // Near the ends of the range of doubles the sum is taken of terms that are scaled by 1/8 or 2³⁰⁰.
  const size = Math.max(Math.abs(mu), Math.abs(sigma * epsilon));
  const scale = size > 1e300 ? 0.125 : size < 1e-270 ? 2.037035976334486e90 : 1;
  // It is the larger factor that is made less, or the smaller one that is made more.
  const isOfSigma = sigma < Math.abs(epsilon) === scale > 1;
  const product = twoProduct(isOfSigma ? sigma * scale : sigma, isOfSigma ? epsilon : epsilon * scale);
  const productTail = tail[0]!;
  const sum = twoSum(mu * scale, product);
  // If it is infinite still, so is the result, and its tail NaN.
  return (sum - sum === 0 ? sum + (tail[0]! + productTail) : sum) / scale;
}
