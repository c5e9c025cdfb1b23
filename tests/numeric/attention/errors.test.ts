import { describe, expect, it } from "vitest";

import {
  attentionalDecoderOutput,
  attentionalDecoderState,
  attentionContext,
  attentionEnergy,
  attentionHead,
  attentionWeights,
  bahdanauAttention,
  DomainError,
  luongDotAttention,
  luongGeneralAttention,
  multiHeadAttention,
  scaledDotProductAttention,
  ShapeError,
  splitHeads,
} from "../../../src/index.js";

const one = [[1]];
const wide = [[1, 2]];
const two = [[1], [2]];
/** What callers without types may hand in. */
const wrong = (value: unknown): never => value as never;

describe("attention says what is wrong", () => {
  it.each<[string, () => unknown, new (message: string) => Error, string]>([
    [
      "energies",
      () => attentionWeights([]),
      ShapeError,
      "energies must have at least one entry, but has none",
    ],
    [
      "energies",
      () => attentionWeights(wrong(3)),
      TypeError,
      "energies must be an array of numbers, but is 3",
    ],
    [
      "energies",
      () => attentionWeights(wrong(null)),
      TypeError,
      "energies must be an array of numbers, but is null",
    ],
    [
      "energies",
      () => attentionWeights([[1], [1, 2]]),
      ShapeError,
      "energies[1] must have as many entries as energies[0], 1, but has 2",
    ],
    [
      "values",
      () => attentionContext([1, 2], one),
      ShapeError,
      "values must have as many rows as there are weights in a row, 2, but has 1",
    ],
    [
      "values",
      () => attentionContext(wide, one),
      ShapeError,
      "values must have as many rows as there are weights in a row, 2, but has 1",
    ],
    [
      "score",
      () => attentionEnergy(wrong(1), [1], one),
      TypeError,
      "score must be a function of two vectors, but is 1",
    ],
    [
      "W",
      () => bahdanauAttention([1], one, { W: one, v: [1] }),
      ShapeError,
      "W must have as many columns as s and a row of H have entries, 2, but has 1",
    ],
    [
      "v",
      () => bahdanauAttention([1], one, { W: wide, v: [1, 2] }),
      ShapeError,
      "v must have as many entries as a column of W, 1, but has 2",
    ],
    [
      "H",
      () => luongDotAttention([1], wide),
      ShapeError,
      "H must have as many columns as s has entries, 1, but has 2",
    ],
    [
      "W",
      () => luongGeneralAttention([1], wide, { W: two }),
      ShapeError,
      "W must have as many rows as s has entries, 1, but has 2",
    ],
    [
      "W",
      () => luongGeneralAttention([1], wide, { W: one }),
      ShapeError,
      "W must have as many columns as a row of H has entries, 2, but has 1",
    ],
    [
      "W",
      () => attentionalDecoderState([1], [1], [1], { W: wide }),
      ShapeError,
      "W must have as many columns as s, y and c have entries, 3, but has 2",
    ],
    [
      "V",
      () => attentionalDecoderOutput([1], { V: wide }),
      ShapeError,
      "V must have as many columns as s has entries, 1, but has 2",
    ],
    [
      "K",
      () => scaledDotProductAttention(one, wide, one),
      ShapeError,
      "K must have as many columns as Q, 1, but has 2",
    ],
    [
      "V",
      () => scaledDotProductAttention(one, one, two),
      ShapeError,
      "V must have as many rows as K, 1, but has 2",
    ],
    [
      "Q",
      () => scaledDotProductAttention(wrong(1), one, one),
      TypeError,
      "Q must be a matrix, { rows, columns, data } or an array of rows, but is 1",
    ],
    [
      "mask",
      () => scaledDotProductAttention(one, one, one, { mask: wide }),
      ShapeError,
      "mask must have a row for each query and a column for each key, 1×1, but has 1×2",
    ],
    [
      "mask",
      () => scaledDotProductAttention(one, one, one, { mask: [[true, false]] }),
      ShapeError,
      "mask must have a row for each query and a column for each key, 1×1, but has 1×2",
    ],
    [
      "mask",
      () => scaledDotProductAttention(one, one, one, { mask: [[true], [true]] }),
      ShapeError,
      "mask must have a row for each query and a column for each key, 1×1, but has 2×1",
    ],
    [
      "mask",
      () => scaledDotProductAttention(two, one, one, { mask: wrong([[true], [1]]) }),
      TypeError,
      "mask[1][0] must be a boolean, but is 1",
    ],
    [
      "mask",
      () => scaledDotProductAttention(two, one, one, { mask: wrong([[1], [true]]) }),
      TypeError,
      "mask[1][0] must be a number, but is true",
    ],
    [
      "causal",
      () => scaledDotProductAttention(one, one, one, { causal: wrong(1) }),
      TypeError,
      "causal must be a boolean, but is 1",
    ],
    [
      "scale",
      () => scaledDotProductAttention(one, one, one, { scale: wrong("1") }),
      TypeError,
      'scale must be a number, but is "1"',
    ],
    [
      "WQ",
      () => attentionHead(one, one, one, { WQ: two, WK: one, WV: one }),
      ShapeError,
      "WQ must have as many rows as Q has columns, 1, but has 2",
    ],
    [
      "WK",
      () => attentionHead(one, one, one, { WQ: wide, WK: one, WV: one }),
      ShapeError,
      "WK must have as many columns as WQ, 2, but has 1",
    ],
    [
      "V",
      () => attentionHead(one, one, two, { WQ: one, WK: one, WV: one }),
      ShapeError,
      "V must have as many rows as K, 1, but has 2",
    ],
    [
      "WQ",
      () => multiHeadAttention(one, one, one, { WQ: wrong(1), WK: [], WV: [], WO: one }),
      TypeError,
      "WQ must be an array of matrices, one for a head, but is 1",
    ],
    [
      "WQ",
      () => multiHeadAttention(one, one, one, { WQ: [], WK: [], WV: [], WO: one }),
      ShapeError,
      "WQ must have a matrix for each head, but has none",
    ],
    [
      "WK",
      () => multiHeadAttention(one, one, one, { WQ: [one], WK: [one, one], WV: [one], WO: one }),
      ShapeError,
      "WK must have as many matrices as WQ, 1, but has 2",
    ],
    [
      "WV[0]",
      () => multiHeadAttention(one, one, one, { WQ: [one], WK: [one], WV: [two], WO: one }),
      ShapeError,
      "WV[0] must have as many rows as V has columns, 1, but has 2",
    ],
    [
      "WO",
      () => multiHeadAttention(one, one, one, { WQ: [one], WK: [one], WV: [one], WO: two }),
      ShapeError,
      "WO must have as many rows as Concat(heads) has columns, 1, but has 2",
    ],
    ["heads", () => splitHeads(wide, 0), DomainError, "heads must be a whole number from 1 on, but is 0"],
    ["heads", () => splitHeads(wide, 1.5), DomainError, "heads must be a whole number from 1 on, but is 1.5"],
    ["packed", () => splitHeads(wide, 3), ShapeError, "packed must have a multiple of 3 columns, but has 2"],
  ])("of %s", (_name, call, kind, message) => {
    expect(call).toThrow(new kind(message));
    expect(call).toThrow(kind);
  });
});
