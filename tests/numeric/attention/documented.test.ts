// What PyTorch and ONNX's reference give, as scripts/attention-fixtures.py wrote it down; each case has its link.

import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import {
  type Matrix,
  multiHeadAttention,
  scaledDotProductAttention,
  splitHeads,
  transpose,
} from "../../../src/index.js";

type Rows = number[][];

interface Case {
  readonly name: string;
  readonly link: string;
  readonly inputs: readonly [Q: Rows, K: Rows, V: Rows];
  readonly options: { mask?: (number | string)[][] | boolean[][]; causal?: boolean; scale?: number };
  readonly result: Rows;
}

interface MultiHeadCase extends Case {
  readonly heads: number;
  readonly inProjWeight: Rows;
  readonly outProjWeight: Rows;
}

const fixture = JSON.parse(
  readFileSync(new URL("../../fixtures/numeric/attention.json", import.meta.url), "utf8"),
) as { pytorch: Case[]; onnx: Case[]; multiHead: MultiHeadCase[] };

/** The options, with "-Infinity" made a number. */
function optionsOf({ options: { mask, ...others } }: Case): {
  mask?: boolean[][] | Rows;
  causal?: boolean;
  scale?: number;
} {
  if (mask === undefined) return others;
  if (typeof mask[0]![0] === "boolean") return { ...others, mask: mask as boolean[][] };
  return { ...others, mask: mask.map((each) => each.map(Number)) };
}

/** Theirs are sums of doubles: some ulps of entries that are at most ten or so. */
function expectSame(result: Matrix, { result: theirs }: Case, tolerance: number): void {
  expect([result.rows, result.columns]).toEqual([theirs.length, theirs[0]!.length]);
  theirs.flat().forEach((each, i) => {
    expect(Math.abs(result.data[i]! - each), `entry ${i}`).toBeLessThan(tolerance);
  });
}

describe("scaledDotProductAttention gives what PyTorch gives", () => {
  it.each(fixture.pytorch)("$name: $link", (each) => {
    // Scores of a hundred lose seven bits more in theirs.
    const tolerance = each.name.startsWith("scores") ? 1e-12 : 4e-15;
    expectSame(scaledDotProductAttention(...each.inputs, optionsOf(each)), each, tolerance);
  });
});

describe("scaledDotProductAttention gives what ONNX defines", () => {
  it.each(fixture.onnx)("$name: $link", (each) => {
    expectSame(scaledDotProductAttention(...each.inputs, optionsOf(each)), each, 2e-15);
  });

  it("also a row of 0 for a query without keys", () => {
    const empty = fixture.onnx.find(({ name }) => name.endsWith("a row of false"))!;
    expect(new Set(empty.result[2])).toEqual(new Set([0]));
    const { data, columns } = scaledDotProductAttention(...empty.inputs, optionsOf(empty));
    expect(new Set(data.subarray(2 * columns, 3 * columns))).toEqual(new Set([0]));
  });
});

describe("multiHeadAttention gives what PyTorch's module gives, its packed weights split", () => {
  it.each(fixture.multiHead)("$name: $link", (each) => {
    const { inputs, inProjWeight, outProjWeight, heads } = each;
    const E = inProjWeight.length / 3;
    const [WQ, WK, WV] = [0, 1, 2].map((part) =>
      splitHeads(transpose(inProjWeight.slice(part * E, (part + 1) * E)), heads),
    ) as [Matrix[], Matrix[], Matrix[]];
    const WO = transpose(outProjWeight);
    expectSame(multiHeadAttention(...inputs, { WQ, WK, WV, WO }, optionsOf(each)), each, 4e-14);
  });
});

describe("the cases are told from what is wrong", () => {
  const [plain, square] = fixture.pytorch as [Case, Case];
  const far = (result: Matrix, { result: theirs }: Case): number =>
    Math.max(...theirs.flat().map((each, i) => Math.abs(each - result.data[i]!)));

  it("a scale that is left out", () => {
    expect(far(scaledDotProductAttention(...plain.inputs, { scale: 1 }), plain)).toBeGreaterThan(0.01);
  });

  it("keys and values, or queries and keys exchanged", () => {
    const [Q, K, V] = square.inputs;
    const options = { causal: true };
    expect(far(scaledDotProductAttention(Q, V, K, options), square)).toBeGreaterThan(0.01);
    expect(far(scaledDotProductAttention(K, Q, V, options), square)).toBeGreaterThan(0.01);
  });

  it("keys that are transposed or values in another order", () => {
    const [Q, , V] = square.inputs;
    const K = square.inputs[1].slice(0, 3);
    const mask = square.inputs[0].map(() => [0, 0, 0, -Infinity]);
    const right = scaledDotProductAttention(Q, [...K, [0, 0, 0]], V, { mask });
    const wrong = scaledDotProductAttention(Q, [...K[0]!.map((_, j) => K.map((k) => k[j]!)), [0, 0, 0]], V, {
      mask,
    });
    expect(Math.max(...right.data.map((each, i) => Math.abs(each - wrong.data[i]!)))).toBeGreaterThan(0.01);
    expect(
      far(scaledDotProductAttention(Q, square.inputs[1], V.toReversed(), { causal: true }), square),
    ).toBeGreaterThan(0.01);
  });

  it("a causal mask that is left out, or moved to the other corner", () => {
    const wider = fixture.pytorch[2]!;
    expect(far(scaledDotProductAttention(...wider.inputs), wider)).toBeGreaterThan(0.01);
    const [Q, K] = wider.inputs;
    const mask = Q.map((_, i) => K.map((__, j) => j <= i + K.length - Q.length));
    expect(far(scaledDotProductAttention(...wider.inputs, { mask }), wider)).toBeGreaterThan(0.01);
  });
});
