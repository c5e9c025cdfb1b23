// Measures the recurrent cells beside plain loops of the same formulas, in turn and in one run, and prints the medians.

import { gruCell, lstmCell, rnnCell, type Gate } from "../src/index.js";

const WARM_UP = 20;
const REPEATS = 60;

interface PlainGate extends Gate {
  readonly W: Float64Array[];
  readonly U: Float64Array[];
  readonly b: Float64Array;
}

/** Entries as layers begin with, of a size of 1 / √m. */
function gateOf(m: number, d: number): PlainGate {
  const vector = (n: number) =>
    Float64Array.from({ length: n }, () => (2 * Math.random() - 1) / Math.sqrt(m));
  const rows = (n: number) => Array.from({ length: m }, () => vector(n));
  return { W: rows(d), U: rows(m), b: vector(m) };
}

/** W x + U h + b of row i, as it is written without a thought of rounding. */
function plainSum({ W, U, b }: PlainGate, i: number, x: Float64Array, h: Float64Array): number {
  const w = W[i]!;
  const u = U[i]!;
  let sum = b[i]!;
  for (let j = 0; j < x.length; j++) sum += w[j]! * x[j]!;
  for (let j = 0; j < h.length; j++) sum += u[j]! * h[j]!;
  return sum;
}

const plainSigmoid = (a: number): number => 1 / (1 + Math.exp(-a));

function plainLstm(gates: Record<"input" | "forget" | "candidate" | "output", PlainGate>) {
  const { input, forget, candidate, output } = gates;
  return (x: Float64Array, state: { h: Float64Array; c: Float64Array }) => {
    const h = new Float64Array(state.h.length);
    const c = new Float64Array(h.length);
    for (let k = 0; k < h.length; k++) {
      const i = plainSigmoid(plainSum(input, k, x, state.h));
      const f = plainSigmoid(plainSum(forget, k, x, state.h));
      const o = plainSigmoid(plainSum(output, k, x, state.h));
      c[k] = f * state.c[k]! + i * Math.tanh(plainSum(candidate, k, x, state.h));
      h[k] = o * Math.tanh(c[k]!);
    }
    return { h, c };
  };
}

function plainGru(gates: Record<"reset" | "update" | "candidate", PlainGate>, resetAfter: boolean) {
  const { reset, update, candidate } = gates;
  const none = new Float64Array(0);
  return (x: Float64Array, h: Float64Array) => {
    const r = h.map((_, k) => plainSigmoid(plainSum(reset, k, x, h)));
    const shown = h.map((each, k) => r[k]! * each);
    return h.map((each, k) => {
      const z = plainSigmoid(plainSum(update, k, x, h));
      const a = resetAfter
        ? plainSum(candidate, k, x, none) + r[k]! * (plainSum(candidate, k, none, h) - candidate.b[k]!)
        : plainSum(candidate, k, x, shown);
      return z * each + (1 - z) * Math.tanh(a);
    });
  };
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

console.log("µs a step                   ml-equations     plain  ratio");
for (const size of [8, 32, 128, 256]) {
  const gate = () => gateOf(size, size);
  const own = gate();
  const four = { input: gate(), forget: gate(), candidate: gate(), output: gate() };
  const three = { reset: gate(), update: gate(), candidate: gate() };
  const x = Float64Array.from({ length: size }, () => 4 * Math.random() - 2);
  const h = Float64Array.from({ length: size }, () => 2 * Math.random() - 1);
  const state = { h, c: Float64Array.from({ length: size }, () => 4 * Math.random() - 2) };
  const ours = lstmCell(four);
  const theirs = plainLstm(four);
  const rnn = rnnCell(own);
  const gru = gruCell(three);
  const gruAfter = gruCell(three, { resetAfter: true });
  const plain = plainGru(three, false);
  const plainAfter = plainGru(three, true);
  const contests: [string, () => unknown, () => unknown][] = [
    ["rnnCell", () => rnn(x, h), () => h.map((_, i) => Math.tanh(plainSum(own, i, x, h)))],
    ["lstmCell", () => ours(x, state), () => theirs(x, state)],
    ["gruCell", () => gru(x, h), () => plain(x, h)],
    ["gruCell, resetAfter", () => gruAfter(x, h), () => plainAfter(x, h)],
  ];
  const steps = Math.ceil(200_000 / (size * size));
  for (const [name, ...both] of contests) {
    const times: number[][] = [[], []];
    for (let repeat = -WARM_UP; repeat < REPEATS; repeat++) {
      both.forEach((step, k) => {
        const start = process.hrtime.bigint();
        for (let n = 0; n < steps; n++) step();
        if (repeat >= 0) times[k]!.push(Number(process.hrtime.bigint() - start) / steps / 1000);
      });
    }
    const [accurate, quick] = times as [number[], number[]];
    // The two follow upon each other, so that other work on the machine slows both.
    const ratio = median(accurate.map((time, repeat) => time / quick[repeat]!));
    const cells = [median(accurate).toFixed(1).padStart(14), median(quick).toFixed(1).padStart(10)];
    console.log(`${size} ${name}`.padEnd(26) + cells.join("") + ratio.toFixed(2).padStart(7));
  }
}
