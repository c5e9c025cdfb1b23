// gelu(x) = x/2 · (1 + erf(x/√2)). What is left of it in doubles, far down on the left, even with a perfect erf?

import { gelu } from "ml-equations";

// Φ(x) = (1 + erf(x/√2)) / 2, so that erf(x/√2) = 2 gelu(x)/x - 1: rounded once, which is as good as any erf can be.
const perfectErf = (x: number): number => (2 * gelu(x)) / x - 1;
const textbook = (x: number): number => (x / 2) * (1 + perfectErf(x));

const digits = (x: number): string => x.toExponential(9).padStart(19);

console.log("  x               gelu           textbook   digits right");
for (const x of [-1, -2, -4, -6, -8, -9, -10, -20]) {
  const error = Math.abs(textbook(x) / gelu(x) - 1);
  const right = Math.min(16, Math.max(0, Math.floor(-Math.log10(error))));
  console.log(`${x}`.padStart(3) + digits(gelu(x)) + digits(textbook(x)) + `${right}`.padStart(15));
}

// Near -1 doubles are 1.1e-16 apart: 1 + erf is a multiple of that, and 0 from -9 on. PyTorch 1.13 gives the same, -0 for
// gelu(-9) in double precision, and for gelu(-6) already in single precision. Nothing is lost in x · Φ(x) if Φ is computed
// by itself, exp(-x²/2) times a smooth function.
console.log(`gelu(-10) is ${gelu(-10).toExponential(15)}; the textbook form gives ${textbook(-10) + 0}`);
