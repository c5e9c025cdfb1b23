import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  accuracy,
  type Average,
  confusionCounts,
  confusionMatrix,
  DomainError,
  f1,
  precision,
  recall,
  sensitivity,
  ShapeError,
  specificity,
  toArray,
} from "../../src/index.js";

const measures = { precision, recall, sensitivity, specificity, f1 };
const labels = [0, 1, 1, 0, 2, 2, 1];
const predictions = [0, 1, 2, 0, 2, 1, 1];

/** As a caller without types would call it. */
const untyped = (f: unknown) => f as (...args: unknown[]) => unknown;

describe("confusionCounts", () => {
  it("counts right and wrong predictions of the positive class", () => {
    expect(confusionCounts([1, 1, 0, 0, 0, 1], [1, 0, 1, 0, 0, 1])).toEqual({ TP: 2, FP: 1, FN: 1, TN: 2 });
    expect(confusionCounts(labels, predictions, { positive: 2 })).toEqual({ TP: 1, FP: 1, FN: 1, TN: 4 });
  });

  it("takes booleans, strings, typed arrays and labels ±1", () => {
    const counts = { TP: 1, FP: 1, FN: 0, TN: 1 };
    expect(confusionCounts([true, false, false], [true, true, false])).toEqual(counts);
    expect(confusionCounts(["b", "a", "a"], ["b", "b", "a"], { positive: "b" })).toEqual(counts);
    expect(confusionCounts(Uint8Array.of(1, 0, 0), Float64Array.of(1, 1, 0))).toEqual(counts);
    expect(confusionCounts([1, -1, -1], [1, 1, -1])).toEqual(counts);
  });

  it("takes labels that are far apart or not whole", () => {
    const far = [1e300, -1e300, 0.5, 0.5, Infinity];
    expect(confusionCounts(far, far, { positive: 0.5 })).toEqual({ TP: 2, FP: 0, FN: 0, TN: 3 });
    expect(confusionCounts([0, -0], [-0, 0], { positive: -0 })).toEqual({ TP: 2, FP: 0, FN: 0, TN: 0 });
  });

  it("of a positive class that does not occur has only true negatives", () => {
    expect(confusionCounts([0, 0], [0, 0])).toEqual({ TP: 0, FP: 0, FN: 0, TN: 2 });
    expect(confusionCounts(labels, predictions, { positive: 5 })).toEqual({ TP: 0, FP: 0, FN: 0, TN: 7 });
  });

  it.each([
    [[], [], ShapeError, "labels must have at least one entry, but has none"],
    [[1], [1, 0], ShapeError, "predictions must have as many entries as labels, 1, but has 2"],
    ["01", [1], TypeError, 'labels must be an array of labels, but is "01"'],
    [[1], null, TypeError, "predictions must be an array of labels, but is null"],
    [[1, NaN], [1, 1], DomainError, "labels[1] must be a label, but is NaN"],
    [Float64Array.of(NaN), [1], DomainError, "labels[0] must be a label, but is NaN"],
    [[1, 0], [1, "0"], TypeError, 'predictions[1] must be a number, as labels[0] is, but is "0"'],
    [[true, 0], [true, true], TypeError, "labels[1] must be a boolean, as labels[0] is, but is 0"],
    [[1, null], [1, 1], TypeError, "labels[1] must be a number, a string or a boolean, but is null"],
    [[1n], [1n], TypeError, "labels[0] must be a number, a string or a boolean, but is of type bigint"],
    [["a"], ["a"], DomainError, "positive must be given where the labels are strings"],
    [[2, 0], [0, 1], DomainError, "positive must be given for the classes 0, 1, 2"],
    [[0, 2], [0, 2], DomainError, "positive must be given for the classes 0, 2"],
  ])("refuses %o, %o", (first, second, ErrorClass, message) => {
    expect(() => untyped(confusionCounts)(first, second)).toThrow(new ErrorClass(message));
  });

  it("refuses a positive class of another type, or NaN", () => {
    const call = (positive: unknown) => () => untyped(confusionCounts)([1, 0], [1, 1], { positive });
    expect(call("1")).toThrow(new TypeError('positive must be a number, as labels[0] is, but is "1"'));
    expect(call(NaN)).toThrow(new DomainError("positive must be a label, but is NaN"));
  });
});

describe("confusionMatrix", () => {
  it("has a row a true class and a column a predicted one, sorted", () => {
    const { classes, counts } = confusionMatrix([10, 9, 9, 10, 2], [10, 9, 2, 9, 2]);
    expect(classes).toEqual([2, 9, 10]);
    expect(toArray(counts)).toEqual([
      [1, 0, 0],
      [1, 1, 0],
      [0, 1, 1],
    ]);
  });

  it("sorts strings by code units, and false before true", () => {
    expect(confusionMatrix(["b", "é", "Z"], ["a", "b", "Z"]).classes).toEqual(["Z", "a", "b", "é"]);
    expect(confusionMatrix([true, false], [true, true]).classes).toEqual([false, true]);
  });

  it("takes the classes as given, also such as do not occur", () => {
    const { classes, counts } = confusionMatrix(["a", "b"], ["a", "a"], { classes: ["b", "c", "a"] });
    expect(classes).toEqual(["b", "c", "a"]);
    expect(toArray(counts)).toEqual([
      [0, 0, 1],
      [0, 0, 0],
      [0, 0, 1],
    ]);
  });

  it.each([
    [[1], DomainError, "labels[0] must be one of the given classes, but is 0"],
    [[0], DomainError, "predictions[1] must be one of the given classes, but is 1"],
    [[], ShapeError, "classes must have at least one entry, but has none"],
    [[0, 1, 0], DomainError, "classes[2] must differ from those before, but is 0"],
    [[0, "1"], TypeError, 'classes[1] must be a number, as labels[0] is, but is "1"'],
    [3, TypeError, "classes must be an array of labels, but is 3"],
  ])("refuses the classes %o", (classes, ErrorClass, message) => {
    const call = () => untyped(confusionMatrix)([0, 0], [0, 1], { classes });
    expect(call).toThrow(new ErrorClass(message));
  });
});

describe("measures of counts", () => {
  it("are the shares that their names say", () => {
    const counts = { TP: 6, FP: 2, FN: 3, TN: 9 };
    expect(accuracy(counts)).toBe(15 / 20);
    expect(precision(counts)).toBe(6 / 8);
    expect(recall(counts)).toBe(6 / 9);
    expect(sensitivity(counts)).toBe(6 / 9);
    expect(specificity(counts)).toBe(9 / 11);
    expect(f1(counts)).toBe(12 / 17);
  });

  it.each([1e308, 5e-324, Number.MAX_VALUE])(
    "neither overflow nor underflow on the way: counts of %d",
    (n) => {
      const counts = { TP: n, FP: n, FN: n, TN: n };
      expect(accuracy(counts)).toBe(0.5);
      expect(f1(counts)).toBe(0.5);
      for (const measure of Object.values(measures)) expect(measure(counts)).toBe(0.5);
    },
  );

  it("round once: each is the double nearest to the quotient", () => {
    // 2⁵⁴ / (2⁵⁴ + 3) = 1 - 1.499… · 2⁻⁵³, where the sum is no double.
    expect(f1({ TP: 2 ** 53, FP: 1, FN: 2, TN: 0 })).toBe(1 - 2 ** -53);
    expect(precision({ TP: 1, FP: 2 ** 60 + 2 ** 8, FN: 0, TN: 0 })).toBe(1 / (2 ** 60 + 2 ** 8));
  });

  it("are the limit where a count is ∞, and NaN where there is none", () => {
    expect(precision({ TP: Infinity, FP: 3, FN: 0, TN: 0 })).toBe(1);
    expect(precision({ TP: 3, FP: Infinity, FN: 0, TN: 0 })).toBe(0);
    expect(f1({ TP: 1e308, FP: Infinity, FN: 0, TN: 0 })).toBe(0);
    expect(precision({ TP: Infinity, FP: Infinity, FN: 0, TN: 0 }, { undefinedValue: 0 })).toBeNaN();
  });

  it("of NaN are NaN, whatever undefinedValue is; of 0 / 0 they are undefinedValue", () => {
    const none = { TP: 0, FP: 0, FN: 0, TN: 0 };
    for (const measure of [...Object.values(measures), accuracy]) {
      expect(measure({ TP: NaN, FP: NaN, FN: NaN, TN: NaN }, { undefinedValue: 1 })).toBeNaN();
      expect(measure(none)).toBeNaN();
      expect(measure(none, { undefinedValue: 1 })).toBe(1);
    }
  });

  it("refuse what is no count", () => {
    const call = (counts: unknown) => () => untyped(recall)(counts);
    expect(call({ TP: 1, FP: -1, FN: 0, TN: 0 })).toThrow(
      new DomainError("FP must be a count, at least 0, but is -1"),
    );
    expect(call({ TP: 1, FP: 1, FN: "1", TN: 0 })).toThrow(new TypeError('FN must be a number, but is "1"'));
    expect(call({ TP: 1, FP: 1, FN: 1 })).toThrow(new TypeError("TN must be a number, but is undefined"));
  });
});

describe("measures of labels", () => {
  it.each(Object.entries(measures))(
    "%s of two classes is that of their confusion counts",
    (_name, measure) => {
      const y = [1, 0, 1, 1, 0, 0, 1];
      const p = [1, 1, 1, 0, 0, 1, 1];
      expect(measure(y, p)).toBe(measure(confusionCounts(y, p)));
      expect(measure(y, p, { positive: 0 })).toBe(measure(confusionCounts(y, p, { positive: 0 })));
      expect(measure(labels, predictions, { positive: 2 })).toBe(
        measure(confusionCounts(labels, predictions, { positive: 2 })),
      );
    },
  );

  it("accuracy is the share of right predictions, of any number of classes", () => {
    expect(accuracy(labels, predictions)).toBe(5 / 7);
    expect(accuracy(["a", "b"], ["a", "c"])).toBe(0.5);
  });

  it("average over the classes, as scikit-learn 1.2 does", () => {
    expect(precision(labels, predictions, { average: "none" })).toEqual(Float64Array.of(1, 2 / 3, 1 / 2));
    expect(precision(labels, predictions, { average: "macro" })).toBe(0.7222222222222222);
    expect(recall(labels, predictions, { average: "weighted" })).toBe(0.7142857142857143);
    expect(f1(labels, predictions, { average: "micro" })).toBe(0.7142857142857143);
  });

  it("average over the given classes, in their order", () => {
    const classes = [2, 7, 0];
    expect(recall(labels, predictions, { average: "none", classes })).toEqual(Float64Array.of(0.5, NaN, 1));
    expect(recall(labels, predictions, { average: "macro", classes })).toBeNaN();
    expect(recall(labels, predictions, { average: "macro", classes, undefinedValue: 0 })).toBe(0.5);
    expect(recall(labels, predictions, { average: "macro", classes: [2, 0] })).toBe(0.75);
    expect(recall(labels, predictions, { average: "micro", classes: [2, 0] })).toBe(0.75);
  });

  it("put undefinedValue in the place of each 0 / 0 before averaging", () => {
    // Nothing is predicted to be 1; scikit-learn 1.2: 0.25 with zero_division=0, 0.75 with zero_division=1.
    const options = { average: "macro" } as const;
    expect(precision([0, 1], [0, 0], options)).toBeNaN();
    expect(precision([0, 1], [0, 0], { ...options, undefinedValue: 0 })).toBe(0.25);
    expect(precision([0, 1], [0, 0], { ...options, undefinedValue: 1 })).toBe(0.75);
    expect(precision([0, 1], [0, 0], { ...options, undefinedValue: Infinity })).toBe(Infinity);
    expect(precision([0, 1], [0, 0], { average: "none" })).toEqual(Float64Array.of(0.5, NaN));
  });

  it("weighted by no true labels at all are undefined", () => {
    const options = { average: "weighted", classes: [5] } as const;
    expect(recall([0, 1], [0, 1], options)).toBeNaN();
    expect(recall([0, 1], [0, 1], { ...options, undefinedValue: 1 })).toBe(1);
  });

  it.each(Object.entries(measures))("%s refuses options that are none", (_name, measure) => {
    const call = (options: unknown) => () => untyped(measure)(labels, predictions, options);
    expect(call({ average: "mean" })).toThrow(
      new DomainError('average must be one of "binary", "macro", "micro", "weighted", "none", but is "mean"'),
    );
    expect(call({})).toThrow(
      new DomainError('positive must be given for the classes 0, 1, 2, or another average than "binary"'),
    );
    expect(call({ average: "macro", undefinedValue: "0" })).toThrow(
      new TypeError('undefinedValue must be a number, but is "0"'),
    );
    expect(call({ average: "macro", classes: [1, 1] })).toThrow(
      new DomainError("classes[1] must differ from those before, but is 1"),
    );
  });

  it("names five classes at most", () => {
    const many = [0, 1, 2, 3, 4, 5, 6];
    expect(() => confusionCounts(many, many)).toThrow(
      new DomainError("positive must be given for the classes 0, 1, 2, 3, 4, …"),
    );
  });

  it("do not change their arguments", () => {
    const y = Object.freeze([1, 0, 2]);
    const classes = Object.freeze([2, 0]);
    f1(y, y, Object.freeze({ average: "macro", classes }));
    confusionMatrix(y, y);
    expect(y).toEqual([1, 0, 2]);
  });

  it("do not depend on the order of the items, nor on the names of the classes", () => {
    const items = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(items, fc.constantFrom(...Object.values(measures)), (pairs, measure) => {
        const y = pairs.map(([label]) => label);
        const p = pairs.map(([, prediction]) => prediction);
        for (const average of ["macro", "micro", "weighted"] as const) {
          const options = { average, undefinedValue: 0 };
          const value = measure(y, p, options);
          expect(measure(y.toReversed(), p.toReversed(), options)).toBe(value);
          const name = (code: number) => `class ${code}`;
          expect(measure(y.map(name), p.map(name), options)).toBe(value);
          expect(
            measure(
              y.map((c) => c * 1e200),
              p.map((c) => c * 1e200),
              options,
            ),
          ).toBe(value);
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe("the types of results", () => {
  it("are numbers, or vectors where there is no average", () => {
    const vector: Float64Array = f1(labels, predictions, { average: "none" });
    const number: number = f1(labels, predictions, { average: "macro" });
    const average = "none" as Average;
    const either: number | Float64Array = f1(labels, predictions, { average });
    expect(either).toEqual(vector);
    expect(number).toBeCloseTo((vector[0]! + vector[1]! + vector[2]!) / 3, 15);
  });
});
