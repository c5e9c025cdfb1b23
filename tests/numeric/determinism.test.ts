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
    // FNV-1a over the bytes of all results, in little-endian order.
    let hash = 0x811c9dc5;
    const view = new DataView(new ArrayBuffer(8));
    for (const x of all.flatMap((values) => [...values])) {
      view.setFloat64(0, x, true);
      for (let byte = 0; byte < 8; byte++) hash = Math.imul(hash ^ view.getUint8(byte), 0x01000193);
    }
    expect((hash >>> 0).toString(16)).toBe("8388d1b");
  });
});
