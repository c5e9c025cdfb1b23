// A generator that is perfect leaves its discriminator guessing. What is the GAN objective then, and why log 4?

import { ganObjective, jsDivergence, optimalDiscriminator } from "ml-equations";

// Three outcomes, in sixteenths: how often the data have each, and how often generators make each.
const data = [8, 4, 4];
const generators = [[1, 1, 14], [4, 4, 8], [7, 4, 5], [8, 4, 4]]; // prettier-ignore

/** Each outcome's value as often as the outcome occurs: a mean over them is an expectation. */
const samples = (values: Float64Array, counts: number[]): number[] =>
  counts.flatMap((count, i) => new Array<number>(count).fill(values[i]!));

console.log("generator      best D              V(D, G)    2 JS - log 4");
let best: { D: ArrayLike<number>; V: number } = { D: [], V: NaN };
for (const generated of generators) {
  // The best answer of the discriminator: p / (p + q), outcome by outcome.
  const D = optimalDiscriminator(data, generated);
  const V = ganObjective({ real: samples(D, data), fake: samples(D, generated) });
  const js = jsDivergence(data, generated, { normalize: true });
  best = { D, V };
  const shown = Array.from(D, (each) => each.toFixed(3)).join("  ");
  const [left, right] = [V.toFixed(6), (2 * js - Math.log(4)).toFixed(6)];
  console.log(`${generated.join(" ").padEnd(12)}${shown}${left.padStart(14)}${right.padStart(16)}`);
}

// With p = q the divergence is 0, D is ½ everywhere, and V = log ½ + log ½. No generator can get lower.
const { D, V } = best;
const same = V === -Math.log(4) ? "" : "not ";
console.log(
  `At the optimum D is ${[...new Set(Array.from(D))].join(", ")} and V = ${V.toFixed(12)}, which is ${same}-log 4`,
);
