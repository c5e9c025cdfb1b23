// The largest errors, in ulps, of the activations and of the usual ways to write them in JavaScript, against exact values.
//
//     npx tsx bench/accuracy.ts [points]

import * as root from "../src/index.js";
import { equations, exportName } from "../src/equations/index.js";
import { ballArithmetic } from "../src/evaluate/arithmetic.js";
import type { Formula } from "../src/evaluate/index.js";
import type { Ball } from "../src/exact/index.js";
import { errorInUlps } from "../src/verify/index.js";

/** How each function is usually written. */
const USUAL: Readonly<Record<string, readonly [string, (x: number) => number][]>> = {
  sigmoid: [["1 / (1 + exp(-z))", (z) => 1 / (1 + Math.exp(-z))]],
  tanh: [
    ["Math.tanh(x)", Math.tanh],
    [
      "(exp(x) - exp(-x)) / (exp(x) + exp(-x))",
      (x) => (Math.exp(x) - Math.exp(-x)) / (Math.exp(x) + Math.exp(-x)),
    ],
  ],
  relu: [["max(0, z)", (z) => Math.max(0, z)]],
  softplus: [
    ["max(z, 0) + log1p(exp(-|z|))", (z) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z)))],
    ["log(1 + exp(z))", (z) => Math.log(1 + Math.exp(z))],
  ],
  "log-sigmoid": [["log(1 / (1 + exp(-z)))", (z) => Math.log(1 / (1 + Math.exp(-z)))]],
  gelu: [
    [
      "tanh approximation",
      (x) => 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3))),
    ],
  ],
};

const points = Number(process.argv[2] ?? 20_000);
let state = 1;
/** Numbers from 0 to 1, the same every time (Park and Miller's generator). */
const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;

const exactly = (formula: Formula, key: string, x: number, bits: number): Ball =>
  formula.evaluator(ballArithmetic(bits), new Map([[key, x]])).scalar(formula.value);

const widths = [14, 44, 12, 24];
const line = (cells: readonly string[]): void => {
  console.log(
    cells
      .map((cell, k) => cell.padEnd(widths[k]!))
      .join("")
      .trimEnd(),
  );
};

line(["function", "form", "worst ulp", "at"]);
for (const [id, usual] of Object.entries(USUAL)) {
  const equation = equations.find((candidate) => candidate.id === id)!;
  const { formula } = equation;
  const key = Object.keys(equation.symbols)[0]!;
  const own: [string, (x: number) => number] = ["ml-equations", root[exportName(id) as "sigmoid"]];
  const forms = [own, ...usual].map(([name, f]) => ({ name, f, worst: 0, at: 0 }));
  for (let k = 0; k < points; k++) {
    // Half in [-40, 40], half of any magnitude up to 745.
    const sign = random() < 0.5 ? -1 : 1;
    const x = sign * (k % 2 === 0 ? 40 * random() : 745 * 2 ** (-40 * random()));
    let bits = 128;
    let truth = exactly(formula, key, x, bits);
    for (const form of forms) {
      let error = errorInUlps(form.f(x), truth)!;
      while (error.high - error.low > 0.001 * Math.max(1, error.low)) {
        bits *= 2;
        truth = exactly(formula, key, x, bits);
        error = errorInUlps(form.f(x), truth)!;
      }
      if (error.high > form.worst) {
        form.worst = error.high;
        form.at = x;
      }
    }
  }
  for (const { name, worst, at } of forms)
    line([id, name, worst >= 1e4 ? worst.toExponential(1) : worst.toFixed(3), String(at)]);
}

/** The usual forms for vectors, with the largest entry subtracted. */
const USUAL_VECTORS: Readonly<
  Record<"softmax" | "logSoftmax", readonly [string, (z: Float64Array) => Float64Array]>
> = {
  softmax: [
    "exp(z - max) / sum",
    (z) => {
      const numerators = z.map((entry) => Math.exp(entry - Math.max(...z)));
      const sum = numerators.reduce((a, b) => a + b, 0);
      return numerators.map((entry) => entry / sum);
    },
  ],
  logSoftmax: [
    "z - max - log(sum(exp(z - max)))",
    (z) => {
      const largest = Math.max(...z);
      const sum = z.reduce((a, b) => a + Math.exp(b - largest), 0);
      return z.map((entry) => entry - largest - Math.log(sum));
    },
  ],
};

for (const name of ["softmax", "logSoftmax"] as const) {
  const { formula } = equations.find(({ id }) => exportName(id) === name)!;
  const forms = [["ml-equations", root[name]] as const, USUAL_VECTORS[name]].map(([form, f]) => ({
    form,
    f,
    worst: 0,
    size: 0,
  }));
  for (let k = 0; k < points / 100; k++) {
    const size = Math.round(10 ** (3 * random()));
    const width = 10 ** (3 * random());
    const z = Float64Array.from({ length: size }, () => width * (random() - 0.5));
    const bound = formula.bind({ z });
    const truth = formula.evaluator(ballArithmetic(2048), bound).vector(formula.value);
    for (const form of forms) {
      form.f(z).forEach((entry, i) => {
        const error = errorInUlps(entry, truth[i]!)!.high;
        if (error <= form.worst) return;
        form.worst = error;
        form.size = size;
      });
    }
  }
  for (const { form, worst, size } of forms)
    line([name, form, worst >= 1e4 ? worst.toExponential(1) : worst.toFixed(3), `size ${size}`]);
}
