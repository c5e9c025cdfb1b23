// Formulas as others print them: what check says of each, held to the equation that it is meant as, and alone.

import { describe, expect, it } from "vitest";
import { checkFormula } from "../src/verify/index.js";
import others from "./data/other-formulas.json" with { type: "json" };
import real from "./data/real-formulas.json" with { type: "json" };

interface Listed {
  readonly id: string;
  readonly latex: string;
  readonly equation: string | null;
  readonly verdict: string;
  readonly alone?: readonly string[];
  /** Verdicts that are right as well, as what stands around the formula decides. */
  readonly also?: readonly string[];
}

/** Formulas of which check does not say what is true, by name; what it says instead. */
const MISSES: Readonly<Record<string, string>> = {
  // ⊗ is a tensor product elsewhere, and is not read.
  "alone torch-glu": "unreadable",
  "alone torch-functional-glu": "unreadable",
  // Of a chain with conditional probabilities no side is read.
  "as d2l-negative-log-likelihood": "unreadable",
  // No bound, and nothing that the index is one of.
  "as optax-softmax-cross-entropy-integer-labels": "unknown",
  // j is bound twice, as it is printed.
  "as optax-issue-1040-proposed": "unknown",
  // Integrals are not read.
  "as spark-auroc": "unreadable",
  "as lil-log-kl": "unreadable",
  // Sets that an index of the left side does not bind.
  "alone spark-micro-precision": "unreadable",
  "alone spark-micro-f1": "unreadable",
};

const CORPORA: readonly (readonly [name: string, formulas: readonly Listed[]])[] = [
  ["PyTorch's, scikit-learn's and d2l's", real.formulas],
  ["others'", others.formulas],
];

describe.each(CORPORA)("%s formulas", (_, formulas) => {
  const asked = formulas.filter(({ equation }) => equation !== null);
  const verdicts = [
    ...asked.map((one) => ({ one, way: "as" as const, allowed: [one.verdict, ...(one.also ?? [])] })),
    ...formulas.map((one) => ({
      one,
      way: "alone" as const,
      allowed: one.alone ?? [one.verdict, ...(one.also ?? [])],
    })),
  ];

  it.each(verdicts.map(({ one, way, allowed }) => [`${way} ${one.id}`, allowed, one, way] as const))(
    "%s: %j",
    (name, allowed, { latex, equation }, way) => {
      const report = checkFormula(latex, way === "as" ? { as: equation! } : {});
      const miss = MISSES[name];
      if (miss === undefined)
        expect(allowed, report.diagnosis ?? report.error?.message ?? "").toContain(report.verdict);
      else {
        // A miss that is none any more is to be taken off the list.
        expect(allowed).not.toContain(report.verdict);
        expect(report.verdict).toBe(miss);
      }
    },
  );

  it("at least 95 % are read, and of at least 95 % the verdict is right; nobody is accused or acquitted wrongly", () => {
    const missed = verdicts.filter(({ one, way }) => MISSES[`${way} ${one.id}`] !== undefined);
    expect(missed.length).toBeLessThanOrEqual(0.05 * verdicts.length);
    expect(missed.filter(({ way }) => way === "as").length).toBeLessThanOrEqual(0.05 * asked.length);
    expect(Object.values(MISSES)).not.toContain("equivalent");
    expect(Object.values(MISSES)).not.toContain("differs");
  });
});
