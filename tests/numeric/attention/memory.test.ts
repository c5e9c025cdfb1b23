import { afterEach, describe, expect, it, vi } from "vitest";

import { scaledDotProductAttention } from "../../../src/index.js";

describe("scaledDotProductAttention of 2,048 queries and keys of 64 entries", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it("allocates less than a quarter of its weights, counting all that it ever allocates", () => {
    const size = 2048;
    const columns = 64;
    const data = Float64Array.from({ length: size * columns }, (_, i) => ((i * 7919) % 1999) / 1000 - 1);
    const M = { rows: size, columns, data };
    let bytes = 0;
    class Counted extends Float64Array {
      constructor(...given: [number]) {
        super(...given);
        // Views allocate nothing.
        if (typeof given[0] === "number") bytes += this.byteLength;
      }
    }
    vi.stubGlobal("Float64Array", Counted);
    // An instance of the stub, as results are.
    const input = { ...M, data: new Counted(data.length) };
    input.data.set(data);
    bytes = 0;
    const result = scaledDotProductAttention(input, input, input);
    vi.unstubAllGlobals();
    expect(result.data.length).toBe(size * columns);
    expect(bytes).toBeGreaterThan(result.data.byteLength);
    expect(bytes).toBeLessThan((size * size * 8) / 4);
  });
});
