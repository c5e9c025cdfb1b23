// Measures the ranking functions beside a comparator sort of the same scores, in turn and in one run, and prints the medians.

import { averagePrecision, dcg, precisionRecallCurve, rocAuc, rocCurve } from "../src/index.js";

const SIZES = [10, 100, 1000, 10_000, 100_000, 1_000_000];
/** Numbers that each repeat goes through, in as many calls as that takes. */
const WORK = 1_000_000;
const WARM_UP = 2;
const REPEATS = 5;

const scoreKinds: Record<string, () => number> = {
  uniform: () => Math.random(),
  "with ties": () => Math.floor(1000 * Math.random()) / 1000,
  logits: () => 20 * Math.random() - 10,
};

/** The indices of the scores, the largest score first: what a textbook starts with. */
function comparatorSort(_labels: ArrayLike<number>, scores: Float64Array): Uint32Array {
  return Uint32Array.from(scores, (_, i) => i).sort((a, b) => scores[b]! - scores[a]!);
}

/** The same with an index array that is not typed. */
function comparatorSortOfArray(_labels: ArrayLike<number>, scores: Float64Array): number[] {
  return Array.from(scores, (_, i) => i).sort((a, b) => scores[b]! - scores[a]!);
}

type Contestant = (labels: Uint8Array, scores: Float64Array) => unknown;

const contestants: Record<string, Contestant> = {
  "sort (typed)": comparatorSort,
  "sort (array)": comparatorSortOfArray,
  rocAuc,
  averagePrecision,
  rocCurve,
  precisionRecallCurve,
  dcg,
};

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

const names = Object.keys(contestants);
console.log("ns per score; below, the median ratio to the faster of the two sorts");
console.log("scores".padEnd(20) + names.map((name) => name.padStart(22)).join(""));

for (const [kind, score] of Object.entries(scoreKinds)) {
  for (const size of SIZES) {
    const scores = Float64Array.from({ length: size }, score);
    const labels = Uint8Array.from({ length: size }, () => (Math.random() < 0.5 ? 1 : 0));
    const calls = WORK / size;
    const times = names.map((): number[] => []);
    for (let repeat = -WARM_UP; repeat < REPEATS; repeat++) {
      Object.values(contestants).forEach((contestant, c) => {
        const start = process.hrtime.bigint();
        for (let call = 0; call < calls; call++) contestant(labels, scores);
        if (repeat >= 0) times[c]!.push(Number(process.hrtime.bigint() - start) / WORK);
      });
    }
    // All of a repeat follow upon each other, so that other work on the machine slows them alike.
    const ratios = times.map((ofOne) =>
      median(ofOne.map((time, repeat) => time / Math.min(times[0]![repeat]!, times[1]![repeat]!))),
    );
    const cells = (values: number[], digits: number) =>
      values.map((value) => value.toFixed(digits).padStart(22)).join("");
    console.log(`${size} ${kind}`.padEnd(20) + cells(times.map(median), 1));
    console.log("".padEnd(20) + cells(ratios, 2));
  }
}
