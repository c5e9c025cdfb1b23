import { describe, expect, it } from "vitest";

import { others } from "./documented/others.js";
import {
  allclose,
  almost,
  float32,
  formatted,
  numpy,
  printsAs,
  python,
  rounded,
  tensor,
  valuesOf,
  type Printed,
} from "./documented/printed.js";
import { pytorchFamily } from "./documented/pytorch.js";
import { scikitLearn } from "./documented/scikit-learn.js";

const all = [...scikitLearn, ...pytorchFamily, ...others];

describe.each([
  ["scikit-learn", scikitLearn],
  ["PyTorch, TorchMetrics and Ignite", pytorchFamily],
  ["SciPy, Keras and NLTK", others],
])("what %s documents comes out the same", (_name, list) => {
  for (const { of, call, ours, printed, link } of list) {
    it(`${of}: ${call} → ${printed.text}`, () => {
      const result = ours();
      const values = valuesOf(result).join(", ");
      expect(printsAs(result, printed), `theirs ${printed.text}, ours ${values}: ${link}`).toBe(true);
    });
  }
});

describe("the documented examples", () => {
  it("are many of each: none was lost", () => {
    expect(scikitLearn.length).toBe(180);
    expect(pytorchFamily.length).toBe(73);
    expect(others.length).toBe(27);
  });

  it("cover every function of which there is one", () => {
    expect([...new Set(all.map(({ of }) => of))].sort()).toEqual([
      "accuracy",
      "adjustedRandIndex",
      "averagePrecision",
      "binaryCrossEntropy",
      "binaryCrossEntropyWithLogits",
      "confusionCounts",
      "confusionMatrix",
      "cosineSimilarity",
      "crossEntropy",
      "crossEntropyWithLogits",
      "dcg",
      "entropy",
      "f1",
      "hinge",
      "huber",
      "jaccard",
      "jsDivergence",
      "klDivergence",
      "l1Penalty",
      "l1Regularization",
      "l2Penalty",
      "l2Regularization",
      "meanAbsoluteError",
      "meanAveragePrecision",
      "meanSquaredError",
      "mutualInformation",
      "ndcg",
      "negativeLogLikelihood",
      "normalizedMutualInformation",
      "pointwiseMutualInformation",
      "precision",
      "precisionRecallCurve",
      "randIndex",
      "recall",
      "rocAuc",
      "rocCurve",
      "sensitivity",
      "specificity",
    ]);
  });

  it("are each documented once, at an address", () => {
    expect(new Set(all.map(({ of, link, call }) => `${of} ${link} ${call}`)).size).toBe(all.length);
    for (const { link } of all) expect(link).toMatch(/^https:\/\/\S+$/);
  });

  it("can each fail: what is printed is not printed of numbers larger by 0.15", () => {
    for (const { of, call, printed } of all) {
      expect(printed.entries.length, call).toBeGreaterThan(0);
      const numbers = printed.entries.map((entry) => Number.parseFloat(entry.replace("inf", "Infinity")));
      if (!numbers.some((each) => Number.isFinite(each))) continue;
      const larger = numbers.map((each) => each + 0.15);
      expect(printsAs(larger, printed), `${of}: ${call}`).toBe(false);
    }
  });
});

describe("a printed number admits what would be printed like it, and nothing else", () => {
  it.each<[string, Printed, number[], number[]]>([
    ["digits that are cut off", python("0.66..."), [2 / 3, 0.66, 0.669999], [0.67, 0.659999, -0.666, NaN]],
    ["a whole number that is cut off", python("1.0..."), [1, 1.0000000000000002], [0.9999999999999999, 1.1]],
    ["six decimals that are cut off", formatted("0.8..."), [0.8, 0.7999999999999999, 0.89], [0.79999, 0.9]],
    ["all digits of a double", python("0.5"), [0.5, 0.5 + 2 ** -52], [0.5 + 2 ** -49, 0.5001, NaN]],
    ["a zero", python("0.0"), [0, -0], [5e-324, NaN]],
    ["an entry of numpy", numpy("0.66666667"), [2 / 3, 0.66666667], [0.6666666, 0.6666667]],
    ["an entry of numpy without trailing zeros", numpy("0.5"), [0.5, 0.500000001], [0.5000001, 0.49]],
    ["an entry of a tensor", tensor("tensor(0.6667)"), [2 / 3, 0.66672], [0.6666, 0.66661, 0.6668]],
    ["a whole entry of a tensor", tensor("tensor(1.)"), [1, 1.00004], [1.0001, 0.9999]],
    ["a number rounded to two decimals", rounded("0.49"), [0.486, 0.494], [0.4849, 0.4951]],
    ["a float of 32 bits", float32("0.7220296859741211"), [0.72203], [0.722, 0.7221]],
    ["a number within a relative tolerance", allclose("2", 1e-4), [2.0001, 1.9999], [2.0003, -2]],
    ["a number equal to five decimals", almost("0.41022", 5), [0.410215, 0.41023], [0.41024, 0.4102]],
    ["infinity", python("inf"), [Infinity], [-Infinity, NaN, 1e308]],
    ["minus infinity", tensor("-inf"), [-Infinity], [Infinity, NaN]],
    ["nan", tensor("nan"), [NaN], [0, Infinity]],
  ])("%s", (_name, printed, right, wrong) => {
    for (const value of right) expect(printsAs([value], printed), `${printed.text} ${value}`).toBe(true);
    for (const value of wrong) expect(printsAs([value], printed), `${printed.text} ${value}`).toBe(false);
  });

  it("in each entry, as many as there are", () => {
    const printed = numpy("array([[0.66..., 1.], [-0.5, nan]])");
    expect(printed.entries).toEqual(["0.66...", "1.", "-0.5", "nan"]);
    expect(printsAs([2 / 3, 1, -0.5, NaN], printed)).toBe(true);
    expect(printsAs([2 / 3, 1, -0.5], printed)).toBe(false);
    expect(printsAs([2 / 3, 1, -0.5, NaN, 0], printed)).toBe(false);
    expect(printsAs([2 / 3, 1, 0.5, NaN], printed)).toBe(false);
  });
});
