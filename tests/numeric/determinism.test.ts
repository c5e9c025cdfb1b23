import { readdirSync, readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import * as library from "../../src/index.js";

const root = new URL("../../src/numeric/", import.meta.url);
const sources = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) =>
  path.endsWith(".ts"),
);

/** What every engine must round correctly, or gives without rounding. */
const exactMembersOfMath = ["abs", "sqrt", "fround", "max", "min", "floor"];

describe("the same bits in every engine", () => {
  it("there are sources to look at", () => {
    expect(sources).toContain("activations/sigmoid.ts");
    expect(sources.length).toBeGreaterThan(12);
  });

  it.each(sources)("%s uses no function whose last digits the language leaves open", (path) => {
    const source = readFileSync(new URL(path, root), "utf8");
    const members = Array.from(source.matchAll(/\bMath\s*\.\s*(\w+)/g), ([, member]) => member);
    expect(members.filter((member) => !exactMembersOfMath.includes(member!))).toEqual([]);
    expect(source).not.toMatch(/\bMath\s*\[|\{[^}]*\}\s*=\s*Math\b/);
    // x ** y is Math.pow.
    expect(source.replace(/\/\*[^]*?\*\//g, "")).not.toContain("**");
  });

  it("results have the bits that they had on the first machine", () => {
    const { gelu, logSigmoid, logSoftmax, sigmoid, softmax, softplus, tanh } = library;
    // Exact in every engine: no transcendental function, no random number.
    const inputs = Float64Array.from({ length: 5000 }, (_, i) => ((i * 7919) % 5000) / 61 - 41 + 1 / (i + 1));
    const outputs = [gelu, logSigmoid, sigmoid, softplus, tanh].map((f) => inputs.map(f));
    const all = [...outputs, softmax(inputs), logSoftmax(inputs)];
    expect(hashOf(all.flatMap((values) => [...values]))).toBe("8388d1b");
  });

  it("so have losses, divergences and similarities", () => {
    const x = Array.from({ length: 500 }, (_, i) => ((i * 7919) % 500) / 61 - 4 + 1 / (i + 1));
    const y = x.map((each, i) => each * (1 + 1 / (i + 3)) - 1 / (7 * i + 2));
    const p = x.map((each) => (each + 5) / 16);
    const q = y.map((each) => (each * each) / 128);
    const { huber, crossEntropyWithLogits, binaryCrossEntropy, binaryCrossEntropyWithLogits } = library;
    const { entropy, klDivergence, jsDivergence, cosineSimilarity, pointwiseMutualInformation } = library;
    const reduction = "none";
    const options = [{}, { base: 3 }, { normalize: true }];
    const all = [
      ...huber(x, y, { delta: 0.3, reduction }),
      ...binaryCrossEntropy(p, q, { reduction }),
      ...binaryCrossEntropyWithLogits(p, y, { reduction }),
      ...options.flatMap((each) => [entropy(p, each), klDivergence(p, q, each), jsDivergence(p, q, each)]),
      ...p.map((each, i) => pointwiseMutualInformation(each * q[i]!, each, q[i]! / 2 + 0.5)),
      library.meanAbsoluteError(x, y),
      library.meanSquaredError(x, y),
      library.l1Regularization(0.3, x, 0.1),
      library.l2Regularization(0.3, x, 0.1),
      crossEntropyWithLogits(p, y),
      library.crossEntropy(p, q),
      library.minimumNegativeLogLikelihood(p.map((each, i) => [each, 3 * q[i]!])),
      library.maximumLikelihood(p.map((each, i) => [2 * each, 3 * q[i]!])),
      entropy([2, 0.3, 0.2, 0.1]),
      cosineSimilarity(x, y),
      cosineSimilarity([1e200, 1e200, 1], [1e-200, -1e-200, 0.3]),
    ];
    expect(all).not.toContain(NaN);
    expect(hashOf(all)).toBe("daab22af");
  });

  it("so have attentions, of few keys, of many, and of scores and values of all sizes", () => {
    const draw = (rows: number, columns: number, factor: number): library.Matrix => {
      const entry = (_: unknown, i: number): number =>
        (((i * 7919) % 4999) / 2500 - 1 + 1 / (i + 7)) * factor;
      return { rows, columns, data: Float64Array.from({ length: rows * columns }, entry) };
    };
    const { scaledDotProductAttention, attentionalDecoderOutput, bahdanauAttention } = library;
    const all = [
      ...scaledDotProductAttention(draw(9, 5, 2), draw(20, 5, 1), draw(20, 3, 1)).data,
      ...scaledDotProductAttention(draw(9, 16, 1), draw(300, 16, 1.5), draw(300, 6, 1)).data,
      ...scaledDotProductAttention(draw(100, 3, 50), draw(100, 3, 70), draw(100, 2, 1e300), { causal: true })
        .data,
      ...scaledDotProductAttention(draw(5, 3, 1e200), draw(7, 3, 1e180), draw(7, 2, 1e-310), { scale: 3 })
        .data,
      ...attentionalDecoderOutput(draw(1, 9, 3).data, { V: draw(50, 9, 2) }),
      ...bahdanauAttention(draw(1, 4, 3).data, draw(6, 4, 1), { W: draw(5, 8, 1), v: draw(1, 5, 1).data }),
    ];
    expect(all).not.toContain(NaN);
    expect(hashOf(all)).toBe("e4551ac3");
  });

  it("so have recurrent cells and generative models", () => {
    const x = Array.from({ length: 12 }, (_, i) => ((i * 7919) % 12) / 3 - 2 + 1 / (i + 1));
    const rows = (n: number) =>
      x.map((each, i) => x.slice(0, n).map((other, j) => each * other - 1 / (i + 2 * j + 1)));
    const gate = { W: rows(5), U: rows(12), b: x };
    const y = x.slice(0, 5);
    const lstm = library.lstmCell({ input: gate, forget: gate, candidate: gate, output: gate });
    const state = lstm(y, { h: x, c: x });
    const gates = { reset: gate, update: gate, candidate: gate };
    const p = x.map((each) => (each + 3) / 8);
    const all = [
      ...library.rnnCell(gate)(y, x),
      ...state.h,
      ...state.c,
      ...library.gruCell(gates)(y, x),
      ...library.gruCell(gates, { resetAfter: true })(y, x),
      ...library.reparameterization(x, p, x),
      ...library.optimalDiscriminator(p, p.toReversed()),
      library.ganObjective({ real: p, fake: p }),
    ];
    expect(all).not.toContain(NaN);
    expect(hashOf(all)).toBe("e9e769cb");
  });

  /** FNV-1a over the bytes of all results, in little-endian order. */
  function hashOf(results: number[]): string {
    let hash = 0x811c9dc5;
    const view = new DataView(new ArrayBuffer(8));
    for (const x of results) {
      view.setFloat64(0, x, true);
      for (let byte = 0; byte < 8; byte++) hash = Math.imul(hash ^ view.getUint8(byte), 0x01000193);
    }
    return (hash >>> 0).toString(16);
  }
});
