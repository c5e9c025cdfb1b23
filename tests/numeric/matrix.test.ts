import { describe, expect, it } from "vitest";

import { matrix, row, ShapeError, toArray, type Matrix } from "../../src/index.js";
import { asMatrix } from "../../src/numeric/matrix.js";

describe("matrix", () => {
  it("puts rows one after the other, and toArray takes them apart again", () => {
    const M = matrix([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(M).toEqual({ rows: 2, columns: 3, data: Float64Array.of(1, 2, 3, 4, 5, 6) });
    expect(toArray(M)).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
  });

  it("takes rows of any kind of array, and does not keep them", () => {
    const first = Float32Array.of(0.5, 1);
    const M = matrix([first, [2, 3]]);
    first[0] = 7;
    expect(toArray(M)).toEqual([
      [0.5, 1],
      [2, 3],
    ]);
  });

  it.each([
    [[], ShapeError, "rows must have at least one entry, but has none"],
    [[[]], ShapeError, "rows[0] must have at least one entry, but has none"],
    [[[1, 2], [3]], ShapeError, "rows[1] must have as many entries as rows[0], 2, but has 1"],
    [[1, 2], TypeError, "rows[0] must be an array of numbers, but is 1"],
    [[["1"]], TypeError, 'rows[0][0] must be a number, but is "1"'],
    ["no", TypeError, 'rows must be an array of rows, but is "no"'],
  ])("refuses %j", (rows, ErrorClass, message) => {
    expect(() => matrix(rows as number[][])).toThrow(new ErrorClass(message));
  });
});

describe("row", () => {
  const M = matrix([
    [1, 2],
    [3, 4],
  ]);

  it("is a view of one row, counted from 0", () => {
    expect(row(M, 1)).toEqual(Float64Array.of(3, 4));
    expect(row(M, 1).buffer).toBe(M.data.buffer);
    const small: Matrix<Float32Array> = { rows: 1, columns: 2, data: Float32Array.of(5, 6) };
    expect(row(small, 0)).toEqual(Float32Array.of(5, 6));
  });

  it.each([2, -1, 0.5, NaN])("refuses row %d of two", (i) => {
    expect(() => row(M, i)).toThrow(new RangeError(`i must be a whole number from 0 to 1, but is ${i}`));
  });
});

describe("what the functions take for a matrix", () => {
  it("is a matrix of doubles itself, of 32 bits in doubles, or rows", () => {
    const M = matrix([[1, 2]]);
    expect(asMatrix("M", M).data).toBe(M.data);
    expect(asMatrix("M", { rows: 1, columns: 2, data: Float32Array.of(1, 2) })).toMatchObject(M);
    expect(asMatrix("M", [[1, 2]])).toMatchObject(M);
    expect(asMatrix("M", [[1, 2]]).at(1)).toBe("M[0][1]");
  });

  it.each([
    [3, TypeError, "M must be a matrix, { rows, columns, data } or an array of rows, but is 3"],
    [
      { rows: 2, columns: 2, data: Float64Array.of(1) },
      ShapeError,
      "M must have 2 · 2 entries in data, but has 1",
    ],
    [
      { rows: 0, columns: 0, data: new Float64Array() },
      ShapeError,
      "M.data must have at least one entry, but has none",
    ],
  ])("is not %j", (value, ErrorClass, message) => {
    expect(() => asMatrix("M", value as never)).toThrow(new ErrorClass(message));
  });
});
