import { entryOf, requireProbabilities } from "../domains.js";
import { tail, twoSum } from "../elementary/error-free.js";
import { addHead, productHead } from "../elementary/parts.js";
import { quotientHead } from "../elementary/quotient.js";
import { complementSurprisalHead, surprisalHead } from "../elementary/surprisal.js";
import { asVector, requireSameLength } from "../vectors.js";

/** What a discriminator says of real and of generated examples. */
export interface DiscriminatorOutputs {
  /** D(x), the probability of being real, of each example x of the data. */
  readonly real: ArrayLike<number>;
  /** D(G(z)), the probability of being real, of each generated example. There may be more or fewer of them. */
  readonly fake: ArrayLike<number>;
  /** How likely each of the real examples is, as many probabilities; each as likely as the others unless given. */
  readonly realWeights?: ArrayLike<number> | undefined;
  /** The same of the generated ones. */
  readonly fakeWeights?: ArrayLike<number> | undefined;
}

/**
 * Value of the game between a generator and a discriminator, over samples: V(D, G) = E[ln D(x)] + E[ln(1 - D(G(z)))].
 *
 * The discriminator maximises it, the generator minimises it. A discriminator that cannot tell, D = ½, has -ln 4; so has
 * the best one (see optimalDiscriminator) against a perfect generator. Within 1 ulp for any number of examples; nothing is
 * clamped: ln 0 = -∞. NaN gives NaN. With weights an expectation is their sum, Σ w ln D: they should sum to one, and are not
 * made to; an example of weight 0 adds nothing, even ln 0.
 *
 * @param outputs real and fake: vectors of probabilities with at least one entry each; realWeights and fakeWeights, if given, as
 * many probabilities each; they are not changed
 * @returns a number ≤ 0, in nats
 * @throws DomainError if an entry or a weight is not in [0, 1]; ShapeError if a vector is empty or lengths differ; TypeError if it is none
 *
 * Source: I. Goodfellow et al., Generative adversarial nets, Advances in Neural Information Processing Systems 27 (2014),
 * eq. 1.
 */
export function ganObjective(outputs: DiscriminatorOutputs): number {
  const loss = lossOf(outputs, 1);
  // Weighted terms near the smallest doubles have lost digits: they are taken larger.
  return loss > SMALL || loss === 0 ? 0 - loss : -lossOf(outputs, SCALE) / SCALE;
}

/** 2⁻⁹⁰⁰ and 2⁶⁰⁰ */
const SMALL = 1.1830521861667747e-271;
const SCALE = 4.149515568880993e180;

/** Minus the value, with the weights multiplied by a power of two, where there are weights; else the scale is 1. */
function lossOf({ real, fake, realWeights, fakeWeights }: DiscriminatorOutputs, scale: number): number {
  const ofReal = meanHead("real", real, realWeights, scale, surprisalHead);
  const ofRealTail = tail[0]!;
  const ofFake = meanHead("fake", fake, fakeWeights, scale, complementSurprisalHead);
  const ofFakeTail = tail[0]!;
  const loss = twoSum(ofReal, ofFake);
  // The tails of an infinite loss are NaN.
  return loss < Infinity ? loss + (tail[0]! + (ofRealTail + ofFakeTail)) : loss;
}

/** The mean of a surprisal, by the weights if there are any, with high and low parts; the low part is left in {@link tail}. */
function meanHead(
  name: string,
  probabilities: ArrayLike<number>,
  weights: ArrayLike<number> | undefined,
  scale: number,
  head: (p: number) => number,
): number {
  const p = asVector(name, probabilities);
  requireProbabilities(entryOf(name), p);
  const sum = new Float64Array(2);
  if (weights !== undefined) {
    const w = asVector(`${name}Weights`, weights);
    requireSameLength(name, p, `${name}Weights`, w);
    requireProbabilities(entryOf(`${name}Weights`), w);
    for (let i = 0; i < p.length; i++) {
      // What cannot come weighs nothing, were it infinite.
      if (w[i] === 0 && !Number.isNaN(p[i])) continue;
      const surprisal = head(p[i]!);
      addHead(sum, productHead(w[i]! * scale, 0, surprisal, tail[0]!));
    }
    tail[0] = sum[1]!;
    return sum[0]!;
  }
  for (let i = 0; i < p.length; i++) addHead(sum, head(p[i]!));
  if (!(sum[0]! < Infinity)) return sum[0]!;
  const mean = quotientHead(sum[0]!, sum[1]!, p.length, 0);
  tail[0] = tail[0]! * scale;
  return mean * scale;
}
