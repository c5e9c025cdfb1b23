// Measures scaled dot-product attention beside a register-blocked loop with Math.exp, in one run; README.md says how to read it.

import { scaledDotProductAttention, type Matrix } from "../src/index.js";

/** Columns in panels of four, each row after row. */
function packed(
  data: Float64Array,
  rows: number,
  columns: number,
  byRow: number,
  byColumn: number,
): Float64Array {
  const panels = new Float64Array(rows * 4 * Math.ceil(columns / 4));
  for (let c = 0; c < columns; c++) {
    for (let k = 0; k < rows; k++) {
      panels[(c - (c & 3)) * rows + 4 * k + (c & 3)] = data[k * byRow + c * byColumn]!;
    }
  }
  return panels;
}

const BLOCK = 8;

/** C = A · B for BLOCK rows of A, two rows by four columns in registers. */
function product(
  A: Float64Array,
  from: number,
  inner: number,
  B: Float64Array,
  columns: number,
  C: Float64Array,
  to: number,
): void {
  for (let c = 0; c < columns; c += 4) {
    for (let r = 0; r < BLOCK; r += 2) {
      let b = c * inner;
      let a = from + r * inner;
      const end = a + inner;
      let s0 = 0;
      let s1 = 0;
      let s2 = 0;
      let s3 = 0;
      let t0 = 0;
      let t1 = 0;
      let t2 = 0;
      let t3 = 0;
      for (; a < end; a++, b += 4) {
        const x = A[a]!;
        const y = A[a + inner]!;
        const b0 = B[b]!;
        const b1 = B[b + 1]!;
        const b2 = B[b + 2]!;
        const b3 = B[b + 3]!;
        s0 += x * b0;
        s1 += x * b1;
        s2 += x * b2;
        s3 += x * b3;
        t0 += y * b0;
        t1 += y * b1;
        t2 += y * b2;
        t3 += y * b3;
      }
      const i = to + r * columns + c;
      C[i] = s0;
      C[i + 1] = s1;
      C[i + 2] = s2;
      C[i + 3] = s3;
      const j = i + columns;
      C[j] = t0;
      C[j + 1] = t1;
      C[j + 2] = t2;
      C[j + 3] = t3;
    }
  }
}

/** The peer: n a multiple of 8, m and d of 4, nothing checked, no mask. */
function plain(Q: Matrix, K: Matrix, V: Matrix): Float64Array {
  const n = Q.rows;
  const d = Q.columns;
  const m = K.rows;
  const keys = packed(K.data, d, m, 1, d);
  const values = packed(V.data, m, V.columns, V.columns, 1);
  const scale = 1 / Math.sqrt(d);
  const scores = new Float64Array(BLOCK * m);
  const result = new Float64Array(n * V.columns);
  for (let i = 0; i < n; i += BLOCK) {
    product(Q.data, i * d, d, keys, m, scores, 0);
    for (let r = 0; r < BLOCK; r++) {
      const start = r * m;
      const end = start + m;
      let largest = -Infinity;
      for (let j = start; j < end; j++) if (scores[j]! > largest) largest = scores[j]!;
      let sum = 0;
      for (let j = start; j < end; j++) {
        const e = Math.exp((scores[j]! - largest) * scale);
        scores[j] = e;
        sum += e;
      }
      const reciprocal = 1 / sum;
      for (let j = start; j < end; j++) scores[j] = scores[j]! * reciprocal;
    }
    product(scores, 0, m, values, V.columns, result, i * V.columns);
  }
  return result;
}

function normal(): number {
  return Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());
}

function random(rows: number, columns: number, draw: () => number): Matrix {
  return { rows, columns, data: Float64Array.from({ length: rows * columns }, draw) };
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1]!;
}

interface Contest {
  readonly name: string;
  readonly ours: () => unknown;
  readonly theirs: () => unknown;
  readonly times: [number[], number[]];
}

function contest(name: string, [n, m, d]: [number, number, number], draw: () => number): Contest {
  const Q = random(n, d, draw);
  const K = random(m, d, draw);
  const V = random(m, d, draw);
  return {
    name,
    ours: () => scaledDotProductAttention(Q, K, V),
    theirs: () => plain(Q, K, V),
    times: [[], []],
  };
}

const contests = [
  contest("512 × 512 × 64, normal", [512, 512, 64], normal),
  contest("512 × 512 × 64, uniform", [512, 512, 64], () => 2 * Math.random() - 1),
  contest("64 × 64 × 64, normal", [64, 64, 64], normal),
  contest("512 × 512 × 64, scores to 20", [512, 512, 64], () => 2 * normal()),
  contest("512 × 512 × 64, scores to 10⁴", [512, 512, 64], () => 45 * normal()),
];

/** Repeats that do not count, in which the engine compiles. */
const WARM_UP = 8;
const REPEATS = 40;

function milliseconds(run: () => unknown): number {
  const start = process.hrtime.bigint();
  run();
  return Number(process.hrtime.bigint() - start) / 1e6;
}

for (let repeat = -WARM_UP; repeat < REPEATS; repeat++) {
  for (const { ours, theirs, times } of contests) {
    const pair = [milliseconds(ours), milliseconds(theirs)] as const;
    if (repeat >= 0) pair.forEach((time, i) => times[i]!.push(time));
  }
}

console.log("ms                              ml-equations     plain  ratio");
for (const { name, times } of contests) {
  const [ours, theirs] = times;
  // The two halves of a repeat follow upon each other, so that other work on the machine slows both.
  const ratio = median(ours.map((time, repeat) => time / theirs[repeat]!));
  const columns = [
    median(ours).toFixed(2).padStart(13),
    median(theirs).toFixed(2).padStart(10),
    ratio.toFixed(2).padStart(7),
  ];
  console.log(name.padEnd(31) + columns.join(""));
}
