import fc from "fast-check";
import { describe, expect, it } from "vitest";

import {
  attentionContext,
  attentionEnergy,
  attentionWeights,
  luongDotAttention,
  scaledDotProductAttention,
  toArray,
} from "../../../src/index.js";

const numbers = fc.oneof(
  fc.double({ min: -3, max: 3, noNaN: true }),
  fc.integer({ min: -9, max: 9 }),
  fc.double({ min: -1e4, max: 1e4, noNaN: true }),
);

const rows = (count: number, columns: number, entry = numbers): fc.Arbitrary<number[][]> =>
  fc.array(fc.array(entry, { minLength: columns, maxLength: columns }), {
    minLength: count,
    maxLength: count,
  });

/** n queries and m keys of d entries, m values of c entries. */
const inputs = fc
  .tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 1, max: 20 }), fc.nat(5), fc.nat(5))
  .chain(([n, m, d, c]) => fc.tuple(rows(n, d + 1), rows(m, d + 1), rows(m, c + 1)));

const PARAMETERS = { seed: 4, numRuns: 200 };

/** What two results may differ by that are each within 4 ulp of Σ wⱼ |Vⱼ|, which is at most the largest |Vⱼ|. */
function bound(V: readonly number[][]): number {
  return 8 * 2 ** -52 * Math.max(...V.flat().map(Math.abs));
}

function difference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Math.max(...Array.from(a, (each, i) => Math.abs(each - b[i]!)));
}

describe("scaledDotProductAttention", () => {
  it("has weights that sum to one, shown by values of 1", () => {
    fc.assert(
      fc.property(inputs, ([Q, K]) => {
        const { data } = scaledDotProductAttention(
          Q,
          K,
          K.map(() => [1, -3]),
        );
        for (let i = 0; i < Q.length; i++) {
          expect(Math.abs(data[2 * i]! - 1)).toBeLessThanOrEqual(2 ** -51);
          expect(Math.abs(data[2 * i + 1]! + 3)).toBeLessThanOrEqual(2 ** -49);
        }
      }),
      PARAMETERS,
    );
  });

  it("of equal keys is the mean of the values", () => {
    fc.assert(
      fc.property(inputs, ([Q, K, V]) => {
        const { data, columns } = scaledDotProductAttention(
          Q,
          K.map(() => K[0]!),
          V,
        );
        const mean = attentionContext(
          V.map(() => 1 / V.length),
          V,
        );
        for (let i = 0; i < Q.length; i++) {
          expect(difference(data.subarray(i * columns, (i + 1) * columns), mean)).toBeLessThanOrEqual(
            bound(V),
          );
        }
      }),
      PARAMETERS,
    );
  });

  it("does not change if keys and values are permuted together", () => {
    fc.assert(
      fc.property(inputs, fc.infiniteStream(fc.nat()), ([Q, K, V], keys) => {
        const order = K.map((_, j) => j).sort((a, b) => a - b);
        for (let j = order.length - 1; j > 0; j--) {
          const other = keys.next().value! % (j + 1);
          [order[j], order[other]] = [order[other]!, order[j]!];
        }
        const permuted = scaledDotProductAttention(
          Q,
          order.map((j) => K[j]!),
          order.map((j) => V[j]!),
        );
        expect(difference(permuted.data, scaledDotProductAttention(Q, K, V).data)).toBeLessThanOrEqual(
          bound(V),
        );
      }),
      PARAMETERS,
    );
  });

  it("that is causal does not see ahead: not a bit changes with later keys and values", () => {
    fc.assert(
      fc.property(inputs, fc.nat(19), numbers, ([Q, K, V], from, other) => {
        const ahead = (M: number[][]): number[][] =>
          M.map((each, j) => (j > from ? each.map((x) => (x + other) * 1e5) : each));
        const options = { causal: true };
        const before = toArray(scaledDotProductAttention(Q, K, V, options));
        const after = toArray(scaledDotProductAttention(Q, ahead(K), ahead(V), options));
        const seen = Math.min(from + 1, Q.length);
        for (let i = 0; i < seen; i++) {
          expect(difference(after[i]!, before[i]!)).toBeLessThanOrEqual(bound(V.slice(0, from + 1)));
        }
      }),
      PARAMETERS,
    );
  });

  it("that is causal is what a triangular mask gives, boolean or additive", () => {
    fc.assert(
      fc.property(inputs, ([Q, K, V]) => {
        const causal = scaledDotProductAttention(Q, K, V, { causal: true });
        const mask = Q.map((_, i) => K.map((__, j) => j <= i));
        expect(scaledDotProductAttention(Q, K, V, { mask })).toEqual(causal);
        const additive = mask.map((each) => each.map((may) => (may ? 0 : -Infinity)));
        expect(scaledDotProductAttention(Q, K, V, { mask: additive })).toEqual(causal);
      }),
      PARAMETERS,
    );
  });

  it("does not depend on what is added to all scores of a query", () => {
    fc.assert(
      fc.property(inputs, fc.constantFrom(-1e9, 7.3, 1e300), ([Q, K, V], constant) => {
        const mask = Q.map(() => K.map(() => constant));
        const shifted = scaledDotProductAttention(Q, K, V, { mask });
        expect(difference(shifted.data, scaledDotProductAttention(Q, K, V).data)).toBeLessThanOrEqual(
          bound(V),
        );
      }),
      PARAMETERS,
    );
  });

  it("is the context of the weights of the energies, where scores are moderate", () => {
    fc.assert(
      fc.property(inputs, ([Q, K, V]) => {
        const moderate = (M: number[][]): number[][] => M.map((each) => each.map((x) => x / 1e4));
        const keys = moderate(K);
        const energies = attentionEnergy(
          (s, h) => luongDotAttention(s, [h])[0]! / Math.sqrt(h.length),
          moderate(Q),
          keys,
        );
        const context = attentionContext(attentionWeights(energies), V);
        const result = scaledDotProductAttention(moderate(Q), keys, V);
        // The energies are rounded here, at most 6 in size.
        expect(difference(result.data, context.data)).toBeLessThanOrEqual(2 * bound(V));
      }),
      PARAMETERS,
    );
  });
});
