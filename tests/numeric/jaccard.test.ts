import { describe, expect, it } from "vitest";

import { jaccard } from "../../src/index.js";

describe("jaccard", () => {
  it("is the share of common elements in all elements", () => {
    expect(jaccard([1, 2, 3], [2, 3, 4, 5])).toBe(2 / 5);
    expect(jaccard(new Set(["a", "b"]), ["b", "a"])).toBe(1);
    expect(jaccard("abc", "bcd")).toBe(0.5);
    expect(jaccard([1], [])).toBe(0);
  });

  it("compares elements as a Set does: repetitions do not count, NaN is NaN, 0 is -0", () => {
    expect(jaccard([1, 1, 1, 2], [1])).toBe(0.5);
    expect(jaccard([NaN, 0], [NaN, -0])).toBe(1);
    expect(jaccard([1], ["1"])).toBe(0);
  });

  it("takes any iterable, and reads each once", () => {
    const U = new Map([[1, "one"]]).keys();
    expect(jaccard(U, Uint8Array.of(1, 2))).toBe(0.5);
  });

  it("of two empty sets is undefined", () => {
    expect(jaccard([], new Set())).toBeNaN();
    expect(jaccard([], [], { undefinedValue: 1 })).toBe(1);
  });

  it.each([
    [3, [1], "U must be an iterable, such as an array or a Set, but is 3"],
    [[1], null, "V must be an iterable, such as an array or a Set, but is null"],
    [{}, [1], "U must be an iterable, such as an array or a Set, but is of type object"],
  ])("refuses %o, %o", (U, V, message) => {
    const call = () => jaccard(U as Iterable<unknown>, V as Iterable<unknown>);
    expect(call).toThrow(new TypeError(message));
  });
});
