// Why does every softmax subtract the largest logit first, when that changes nothing in the formula?

import { softmax } from "ml-equations";

const naive = (z: number[]): number[] => {
  const powers = z.map((each) => Math.exp(each));
  const sum = powers.reduce((a, b) => a + b);
  return powers.map((power) => power / sum);
};

const show = (values: ArrayLike<number>): string =>
  Array.from(values, (value) => value.toFixed(4).padStart(8)).join("");

// exp(z - m) / Σ exp(z - m) is the same for every m: e⁻ᵐ is a factor of numerator and denominator.
// But exp(710) is beyond the doubles, ∞, and ∞ / ∞ is NaN. With m the largest logit no power is above 1.
console.log("logits               naive                   softmax");
for (const shift of [0, 100, 700, 1000]) {
  const z = [shift, shift + 1, shift + 2];
  console.log(`${z.join(" ").padEnd(17)}${show(naive(z))}${show(softmax(z))}`);
}

// It fails at the other end as well: all powers are 0, and 0 / 0 is NaN.
const low = [-1000, -999, -998];
console.log(`${low.join(" ").padEnd(17)}${show(naive(low))}${show(softmax(low))}`);

const z = [1000, 1001, 1002];
const [right, wrong] = [softmax(z), naive(z)].map((values) => show(values).trim().replace(/ +/g, ", "));
console.log(`softmax of ${z.join(", ")}: ${right!}; without the subtraction: ${wrong!}`);
