// What callers without types may hand in: each function says which argument is wrong, what it must be and what came.

import { describe, expect, it } from "vitest";

import * as library from "../../src/index.js";

type Untyped = (...args: unknown[]) => unknown;

const functions = library as unknown as Record<string, Untyped>;

describe("a scalar activation takes a number", () => {
  it.each([
    ["gelu", "x"],
    ["logSigmoid", "z"],
    ["relu", "z"],
    ["sigmoid", "z"],
    ["softplus", "z"],
    ["tanh", "x"],
  ])("%s", (name, argument) => {
    for (const [value, text] of [
      ["1", '"1"'],
      [null, "null"],
      [undefined, "undefined"],
      [true, "true"],
      [[1], "of type object"],
      [1n, "of type bigint"],
    ]) {
      expect(() => functions[name]!(value)).toThrow(
        new TypeError(`${argument} must be a number, but is ${text as string}`),
      );
    }
  });
});

const vector = [1, 0];

const gate = { W: [[1]], U: [[1]] };
const cell = { reset: gate, update: gate, candidate: gate };

/** Valid arguments before the options. */
const before: Readonly<Record<string, unknown[]>> = {
  accuracy: [vector, vector],
  adjustedRandIndex: [vector, vector],
  averagePrecision: [vector, vector],
  binaryCrossEntropy: [vector, vector],
  binaryCrossEntropyWithLogits: [vector, vector],
  confusionCounts: [vector, vector],
  confusionMatrix: [vector, vector],
  cosineSimilarity: [vector, vector],
  crossEntropy: [vector, vector],
  crossEntropyWithLogits: [vector, vector],
  dcg: [vector, vector],
  entropy: [vector],
  f1: [vector, vector],
  gruCell: [cell],
  attentionHead: [[[1]], [[1]], [[1]], { WQ: [[1]], WK: [[1]], WV: [[1]] }],
  multiHeadAttention: [[[1]], [[1]], [[1]], { WQ: [[[1]]], WK: [[[1]]], WV: [[[1]]], WO: [[1]] }],
  scaledDotProductAttention: [[[1]], [[1]], [[1]]],
  hinge: [[1], [1]],
  huber: [vector, vector],
  jaccard: [vector, vector],
  jsDivergence: [vector, vector],
  klDivergence: [vector, vector],
  meanAbsoluteError: [vector, vector],
  meanAveragePrecision: [[{ labels: vector, scores: vector }]],
  meanSquaredError: [vector, vector],
  ndcg: [vector, vector],
  negativeLogLikelihood: [vector, vector],
  normalizedMutualInformation: [vector, vector],
  pointwiseMutualInformation: [0.5, 0.5, 0.5],
  precision: [vector, vector],
  precisionRecallCurve: [vector, vector],
  randIndex: [vector, vector],
  recall: [vector, vector],
  rocAuc: [vector, vector],
  rocCurve: [vector, vector],
  sensitivity: [vector, vector],
  specificity: [vector, vector],
};

describe("options are an object", () => {
  it.each(Object.keys(before))("of %s", (name) => {
    const call = (options: unknown) => () => functions[name]!(...before[name]!, options);
    for (const valid of [undefined, {}]) expect(call(valid)).not.toThrow();
    for (const [options, text] of [
      ["sum", '"sum"'],
      [null, "null"],
      [2, "2"],
      [[1, 2], "of type object"],
      [Float64Array.of(1, 2), "of type object"],
    ]) {
      expect(call(options)).toThrow(new TypeError(`options must be an object, but is ${text as string}`));
    }
  });

  it("of counts, too", () => {
    const counts = { TP: 1, FP: 0, FN: 0, TN: 1 };
    for (const name of ["accuracy", "precision", "recall", "f1", "sensitivity", "specificity"]) {
      expect(() => functions[name]!(counts, 0)).toThrow(TypeError);
    }
  });

  it("so every function with an option is in this list: none ignores what it is not made for", () => {
    const others = ["ShapeError", "DomainError", "gelu", "logSigmoid", "relu", "sigmoid", "softplus", "tanh"];
    const without = [
      ...["softmax", "logSoftmax", "matrix", "row", "toArray", "maximumLikelihood", "mutualInformation"],
      ...["transpose", "rnnCell", "lstmCell", "rnnEncoder", "rnnDecoder"],
      ...["ganObjective", "minimax", "optimalDiscriminator", "reparameterization"],
      ...["attentionWeights", "attentionContext", "attentionEnergy", "attentionalDecoderState"],
      ...["attentionalDecoderOutput", "bahdanauAttention", "luongDotAttention", "luongGeneralAttention"],
      ...["splitHeads"],
      ...["minimumNegativeLogLikelihood", "l1Penalty", "l2Penalty", "l1Regularization", "l2Regularization"],
    ];
    expect(Object.keys(library).sort()).toEqual([...Object.keys(before), ...others, ...without].sort());
  });
});

describe("an option of a wrong type is refused, not taken for its default", () => {
  it.each([
    ["entropy", { normalize: "false" }, 'normalize must be true or false, but is "false"'],
    ["klDivergence", { normalize: 1 }, "normalize must be true or false, but is 1"],
    ["jsDivergence", { normalize: null }, "normalize must be true or false, but is null"],
    ["entropy", { base: "2" }, 'base must be a number, but is "2"'],
    ["pointwiseMutualInformation", { base: null }, "base must be a number, but is null"],
    ["dcg", { k: "1" }, 'k must be a number, but is "1"'],
    ["huber", { delta: null }, "delta must be a number, but is null"],
    ["cosineSimilarity", { undefinedValue: "0" }, 'undefinedValue must be a number, but is "0"'],
    ["rocAuc", { positive: "1" }, 'positive must be a number, as labels[0] is, but is "1"'],
    ["confusionMatrix", { classes: null }, "classes must be an array of labels, but is null"],
  ])("%s with %o", (name, options, message) => {
    expect(() => functions[name]!(...before[name]!, options)).toThrow(new TypeError(message));
  });

  it("and a value that is none of an option's is told with those it has", () => {
    const one = 'must be one of "mean", "sum", "none", but is';
    for (const [reduction, text] of [
      ["Mean", '"Mean"'],
      [null, "null"],
      [true, "true"],
    ]) {
      const message = `reduction ${one} ${text as string}`;
      expect(() => functions.crossEntropy!(0, [1], { reduction })).toThrow(new library.DomainError(message));
    }
  });
});

describe("vectors and matrices that are none are refused before anything is read of them", () => {
  it("in both arguments of a divergence", () => {
    for (const name of ["klDivergence", "jsDivergence"]) {
      expect(() => functions[name]!(null, [1])).toThrow(
        new TypeError("p must be an array of numbers, but is null"),
      );
      expect(() => functions[name]!([1])).toThrow(
        new TypeError("q must be an array of numbers, but is undefined"),
      );
    }
  });

  it("in cross-entropies, of one observation and of several", () => {
    for (const name of ["crossEntropy", "negativeLogLikelihood"]) {
      const call = functions[name]!;
      expect(() => call(0, null)).toThrow(
        new TypeError("predictions must be an array of numbers, but is null"),
      );
      expect(() => call(0, 3)).toThrow(new TypeError("predictions must be an array of numbers, but is 3"));
      expect(() => call([0, "1"], [[1], [1]])).toThrow(
        new TypeError('targets[1] must be a number, but is "1"'),
      );
      expect(() => call(null, [[1], [1]])).toThrow(
        new TypeError("targets must be an array of numbers, but is null"),
      );
      expect(() => call([[1]], [0.5])).toThrow(TypeError);
    }
  });

  it("in row and toArray", () => {
    expect(() => functions.row!([[1]], 0)).toThrow(
      new TypeError("M must be a matrix, { rows, columns, data }, but is of type object"),
    );
    expect(() => functions.toArray!(3)).toThrow(TypeError);
  });

  it("lengths beyond all arrays are no lengths", () => {
    for (const length of [2 ** 32, 2 ** 53, Infinity]) {
      expect(() => functions.softmax!({ length })).toThrow(TypeError);
      expect(() => functions.confusionCounts!({ length }, { length })).toThrow(TypeError);
    }
  });
});
