// How does a gradient get through a random draw? By two ways to estimate d/dσ E[z²] for z from N(μ, σ²), which is 2σ.

import { reparameterization } from "ml-equations";

const [mu, sigma, n] = [1, 1.5, 20_000];

// Noise that is the same on each run: a linear congruential generator, and the Box–Muller transform.
let seed = 1;
const uniform = (): number => (seed = (seed * 48271) % 2147483647) / 2147483647;
const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());

const epsilon = Float64Array.from({ length: n }, normal);
const z = reparameterization(new Float64Array(n).fill(mu), new Float64Array(n).fill(sigma), epsilon);

// The reparameterization trick: z = μ + ε σ is a function of σ, and dz²/dσ = 2z · ε is a mean over samples.
const pathwise = z.map((each, i) => 2 * each * epsilon[i]!);

// Without it: the draw stays a draw, and its probability has the gradient. z² · d log q(z)/dσ, q the density.
const score = z.map((each) => each ** 2 * ((each - mu) ** 2 / sigma ** 3 - 1 / sigma));

const mean = (values: Float64Array): number => values.reduce((a, b) => a + b) / values.length;
const deviation = (values: Float64Array): number => {
  const center = mean(values);
  return Math.sqrt(mean(values.map((value) => (value - center) ** 2)));
};

console.log(`d/dσ E[z²] = 2σ = ${2 * sigma}, from ${n} draws`);
console.log("                     mean   deviation of one draw");
for (const [name, values] of Object.entries({ pathwise, "score function": score })) {
  console.log(
    name.padEnd(16) + mean(values).toFixed(3).padStart(9) + deviation(values).toFixed(2).padStart(24),
  );
}

const ratio = (deviation(score) / deviation(pathwise)) ** 2;
console.log(
  `Both are near ${2 * sigma}: ${mean(pathwise).toFixed(2)} and ${mean(score).toFixed(2)}; the score function needs ` +
    `${ratio.toFixed(1)} times the draws`,
);
