import { describe, expectTypeOf, it } from "vitest";

import {
  binaryCrossEntropy,
  crossEntropy,
  huber,
  meanSquaredError,
  negativeLogLikelihood,
  type LossOptions,
  type Matrix,
  type Reduction,
} from "../../src/index.js";

describe("the reduction decides the type", () => {
  const y = [1, 0];
  const options = {} as LossOptions;

  it("of losses of vectors", () => {
    expectTypeOf(meanSquaredError(y, y)).toEqualTypeOf<number>();
    expectTypeOf(meanSquaredError(y, y, { reduction: "sum" })).toEqualTypeOf<number>();
    expectTypeOf(meanSquaredError(y, y, { reduction: "none" })).toEqualTypeOf<Float64Array>();
    expectTypeOf(meanSquaredError(y, y, options)).toEqualTypeOf<number | Float64Array>();
    expectTypeOf(huber(y, y, { delta: 2, reduction: "none" })).toEqualTypeOf<Float64Array>();
    expectTypeOf(huber(y, y, { delta: 2 })).toEqualTypeOf<number>();
    expectTypeOf<Reduction>().toEqualTypeOf<"mean" | "sum" | "none">();
  });

  it("but two numbers give a number", () => {
    expectTypeOf(binaryCrossEntropy(1, 0.5)).toEqualTypeOf<number>();
    expectTypeOf(binaryCrossEntropy(1, 0.5, { reduction: "none" })).toEqualTypeOf<number>();
  });

  it("of losses over classes", () => {
    const P = { rows: 1, columns: 2, data: new Float64Array(2) } satisfies Matrix;
    expectTypeOf(crossEntropy(0, y, { reduction: "none" })).toEqualTypeOf<number>();
    expectTypeOf(crossEntropy([0], P)).toEqualTypeOf<number>();
    expectTypeOf(crossEntropy([0], [y])).toEqualTypeOf<number>();
    expectTypeOf(negativeLogLikelihood([0], P, { reduction: "none" })).toEqualTypeOf<Float64Array>();
    expectTypeOf(negativeLogLikelihood([y], [y], options)).toEqualTypeOf<number | Float64Array>();
  });

  it("and a number does not go with a vector", () => {
    // @ts-expect-error: targets and predictions are both numbers or both vectors
    expectTypeOf(() => meanSquaredError(1, [1])).toBeFunction();
  });
});
