import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import * as library from "../../src/index.js";
import { errorInUlps, largestError } from "./ulps.js";

/** A true value: the nearest double, and what it lacks in ulps; null where it is undefined. */
type Truth = [nearest: number, residual: number] | null;
type Averages = Record<"macro" | "micro" | "weighted", Truth> & { none: Truth[] };

interface Fixture {
  classification: (Record<"precision" | "recall" | "f1" | "specificity", Averages> & {
    labels: number[];
    predictions: number[];
    classes: number[];
    accuracy: Truth;
  })[];
  ranking: { labels: number[]; scores: number[]; auc: Truth; averagePrecision: Truth }[];
  gains: (Record<`${"linear" | "exponential"} ${"average" | "order"}`, [Truth, Truth]> & {
    relevances: number[];
    scores: number[];
    k: number;
  })[];
  clustering: {
    U: number[];
    V: number[];
    mutualInformation: Truth;
    randIndex: Truth;
    adjustedRandIndex: Truth;
    normalized: Record<"arithmetic" | "geometric" | "min" | "max", Truth>;
  }[];
}

const fixture = JSON.parse(
  readFileSync(new URL("../fixtures/numeric/metrics.json", import.meta.url), "utf8"),
) as Fixture;

function error(result: number, truth: Truth): number {
  if (truth === null) return Number.isNaN(result) ? 0 : Infinity;
  return errorInUlps(result, ...truth);
}

function expectWithin(ulps: number, errors: [error: number, where: string][]): void {
  const largest = largestError(errors);
  expect(largest.error, largest.where).toBeLessThanOrEqual(ulps);
}

describe("measures of classification are within 0.51 ulp of the rational numbers that they are", () => {
  it("accuracy", () => {
    expectWithin(
      0.51,
      fixture.classification.map((row, i) => [
        error(library.accuracy(row.labels, row.predictions), row.accuracy),
        `case ${i}`,
      ]),
    );
  });

  it.each(["precision", "recall", "f1", "specificity"] as const)("%s", (name) => {
    const measure = library[name];
    expectWithin(
      0.51,
      fixture.classification.flatMap((row, i) => {
        const { labels, predictions } = row;
        const averages = (["macro", "micro", "weighted"] as const).map((average): [number, string] => [
          error(measure(labels, predictions, { average, undefinedValue: 0 }), row[name][average]),
          `case ${i}, ${average}`,
        ]);
        const values = measure(labels, predictions, { average: "none", undefinedValue: 0 });
        expect(values.length).toBe(row.classes.length);
        return [
          ...averages,
          ...Array.from(values, (value, c): [number, string] => [
            error(value, row[name].none[c]!),
            `case ${i}, class ${c}`,
          ]),
        ];
      }),
    );
  });
});

describe("measures of rankings are within 0.51 ulp of the rational numbers that they are", () => {
  it.each([
    ["rocAuc", library.rocAuc, "auc"],
    ["averagePrecision", library.averagePrecision, "averagePrecision"],
  ] as const)("%s", (_name, f, field) => {
    expectWithin(
      0.51,
      fixture.ranking.map((row, i) => [error(f(row.labels, row.scores), row[field]), `case ${i}`]),
    );
  });
});

describe("discounted cumulative gains are within 1 ulp", () => {
  const kinds = (["linear", "exponential"] as const).flatMap((gain) =>
    (["average", "order"] as const).map((ties) => ({ gain, ties })),
  );

  it.each(kinds)("gain $gain, ties $ties", ({ gain, ties }) => {
    expectWithin(
      1,
      fixture.gains.flatMap((row, i): [number, string][] => {
        const { relevances, scores, k } = row;
        const [truth, normalized] = row[`${gain} ${ties}`];
        return [
          [error(library.dcg(relevances, scores, { gain, ties, k }), truth), `case ${i}, dcg`],
          [error(library.ndcg(relevances, scores, { gain, ties, k }), normalized), `case ${i}, ndcg`],
        ];
      }),
    );
  });
});

describe("measures of clusterings are within 0.51 ulp", () => {
  it.each(["mutualInformation", "randIndex", "adjustedRandIndex"] as const)("%s", (name) => {
    expectWithin(
      0.51,
      fixture.clustering.map(({ U, V, [name]: truth }, i) => [
        error(library[name](U, V), truth),
        `case ${i}`,
      ]),
    );
  });

  it.each(["arithmetic", "geometric", "min", "max"] as const)("normalizedMutualInformation, %s", (mean) => {
    expectWithin(
      0.51,
      fixture.clustering.map(({ U, V, normalized }, i) => [
        error(library.normalizedMutualInformation(U, V, { mean }), normalized[mean]),
        `case ${i}`,
      ]),
    );
  });
});
