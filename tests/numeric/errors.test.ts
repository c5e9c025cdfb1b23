import { describe, expect, it } from "vitest";

import { DomainError, logSoftmax, ShapeError, softmax } from "../../src/index.js";

describe.each([
  ["softmax", softmax],
  ["logSoftmax", logSoftmax],
] as const)("%s refuses", (_name, f) => {
  /** As a caller without types would call it. */
  const call = (argument: unknown) => () => f(argument as number[]);

  it("an empty vector", () => {
    expect(call([])).toThrow(new ShapeError("logits must have at least one entry, but has none"));
    expect(call(new Float64Array(0))).toThrow(ShapeError);
  });

  it.each([
    [undefined, "undefined"],
    [null, "null"],
    [3, "3"],
    ["123", '"123"'],
    [() => 1, "of type function"],
    [{}, "of type object"],
    [{ length: -1 }, "of type object"],
    [{ length: 1.5 }, "of type object"],
    [{ length: 2 ** 40 }, "of type object"],
  ])("%s, which is no vector", (argument, actual) => {
    const message = `logits must be an array of numbers, but is ${actual}`;
    expect(call(argument)).toThrow(new TypeError(message));
  });

  it.each([
    [["1", 2], 'logits[0] must be a number, but is "1"'],
    [[1, null], "logits[1] must be a number, but is null"],
    [new Array(2), "logits[0] must be a number, but is undefined"],
    [[[1, 2]], "logits[0] must be a number, but is of type object"],
    [[1n], "logits[0] must be a number, but is of type bigint"],
    [BigInt64Array.of(1n), "logits[0] must be a number, but is of type bigint"],
  ])("entries that are no numbers (%#)", (argument, message) => {
    expect(call(argument)).toThrow(new TypeError(message));
  });
});

describe("the error classes", () => {
  it.each([
    ["ShapeError", ShapeError],
    ["DomainError", DomainError],
  ])("%s bears its name and is a RangeError", (name, ErrorClass) => {
    const error = new ErrorClass("what it must be, and what it was");
    expect(error).toBeInstanceOf(RangeError);
    expect(error.name).toBe(name);
    expect(String(error)).toBe(`${name}: what it must be, and what it was`);
  });
});
