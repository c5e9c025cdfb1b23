// Measures each activation beside its textbook form, in one run; README.md says how to read the table.

import * as library from "../src/index.js";

const textbook = {
  sigmoid: (z: number) => 1 / (1 + Math.exp(-z)),
  tanh: (x: number) => Math.tanh(x),
  relu: (z: number) => Math.max(0, z),
  gelu: (x: number) => 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x))),
  softplus: (z: number) => Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))),
  logSigmoid: (z: number) => -(Math.max(-z, 0) + Math.log1p(Math.exp(-Math.abs(z)))),
  softmax: (logits: Float64Array) => {
    const result = new Float64Array(logits.length);
    const largest = largestOf(logits);
    let sum = 0;
    for (let i = 0; i < logits.length; i++) sum += result[i] = Math.exp(logits[i]! - largest);
    for (let i = 0; i < logits.length; i++) result[i] = result[i]! / sum;
    return result;
  },
  logSoftmax: (logits: Float64Array) => {
    const result = new Float64Array(logits.length);
    const largest = largestOf(logits);
    let sum = 0;
    for (const z of logits) sum += Math.exp(z - largest);
    const logSum = largest + Math.log(sum);
    for (let i = 0; i < logits.length; i++) result[i] = logits[i]! - logSum;
    return result;
  },
};

function largestOf(logits: Float64Array): number {
  let largest = -Infinity;
  for (const z of logits) largest = Math.max(largest, z);
  return largest;
}

/** A loop over all inputs. */
type Loop = (inputs: Float64Array, outputs: Float64Array) => void;

let loopNumber = 0;

/** Built from text, and each text different, so that the engine compiles each loop for the one function that it calls. */
function scalarLoop(f: (x: number) => number): Loop {
  const body = "for (let i = 0; i < inputs.length; i++) outputs[i] = f(inputs[i]);";
  const text = `return function loop${loopNumber++}(inputs, outputs) { ${body} };`;
  // eslint-disable-next-line @typescript-eslint/no-implied-eval
  const build = new Function("f", text) as (f: (x: number) => number) => Loop;
  return build(f);
}

function rowLoop(f: (logits: Float64Array) => Float64Array, size: number): Loop {
  return (inputs, outputs) => {
    for (let start = 0; start + size <= inputs.length; start += size) {
      outputs[start] = f(inputs.subarray(start, start + size))[0]!;
    }
  };
}

interface Contest {
  name: string;
  loops: Loop[];
  times: number[][];
}

const contest = (name: string, ...loops: Loop[]): Contest => ({ name, loops, times: loops.map(() => []) });

const contests = [
  contest("sigmoid", scalarLoop(library.sigmoid), scalarLoop(textbook.sigmoid)),
  contest("tanh", scalarLoop(library.tanh), scalarLoop(textbook.tanh)),
  contest("relu", scalarLoop(library.relu), scalarLoop(textbook.relu)),
  contest("gelu", scalarLoop(library.gelu), scalarLoop(textbook.gelu)),
  contest("softplus", scalarLoop(library.softplus), scalarLoop(textbook.softplus)),
  contest("logSigmoid", scalarLoop(library.logSigmoid), scalarLoop(textbook.logSigmoid)),
  ...[10, 100, 1000].flatMap((size) => [
    contest(`softmax of ${size}`, rowLoop(library.softmax, size), rowLoop(textbook.softmax, size)),
    contest(`logSoftmax of ${size}`, rowLoop(library.logSoftmax, size), rowLoop(textbook.logSoftmax, size)),
  ]),
];

/** Repeats that do not count, in which the engine compiles. */
const WARM_UP = 30;
const REPEATS = 60;
const PASSES = 10;
const inputs = Float64Array.from({ length: 4000 }, () => 16 * Math.random() - 8);
const outputs = new Float64Array(inputs.length);

for (let repeat = -WARM_UP; repeat < REPEATS; repeat++) {
  for (const { loops, times } of contests) {
    loops.forEach((loop, i) => {
      const start = process.hrtime.bigint();
      for (let pass = 0; pass < PASSES; pass++) loop(inputs, outputs);
      const time = Number(process.hrtime.bigint() - start) / (PASSES * inputs.length);
      if (repeat >= 0) times[i]!.push(time);
    });
  }
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

console.log("ns per element       ml-equations  textbook  ratio");
for (const { name, times } of contests) {
  const [ours, theirs] = times as [number[], number[]];
  // The two halves of a repeat follow upon each other, so that other work on the machine slows both.
  const ratio = median(ours.map((time, repeat) => time / theirs[repeat]!));
  const columns = [
    median(ours).toFixed(1).padStart(13),
    median(theirs).toFixed(1).padStart(10),
    ratio.toFixed(2).padStart(7),
  ];
  console.log(name.padEnd(20) + columns.join(""));
}
