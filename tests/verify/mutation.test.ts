// Running mutants: what is told, what is the same, and what survives where the samples or the proofs are too weak.

import { describe, expect, it } from "vitest";
import { equation, equations, withVariants, type Equation } from "../../src/equations/index.js";
import { real } from "../../src/latex/symbols.js";
import { brokenMutants, mergeMutants, SAME_MUTANTS, verifyMutants } from "../../src/verify/index.js";

const all = equations.flatMap(withVariants);
const record = (id: string): Equation => all.find((one) => one.id === id)!;

const planted = (latex: string, domain: string): Equation =>
  equation({
    id: "planted",
    name: "Planted",
    family: "activations",
    latex,
    symbols: { a: real("any", { domain }), b: real("any", { domain }) },
    numeric: () => NaN,
    maxUlps: 0,
    identities: {},
    limits: [],
    sources: [],
  });

const reasons = (one: Equation): string[] => [
  ...new Set(verifyMutants(one).survived.map(({ edit }) => edit.replace(/^[^;]*; /u, ""))),
];

describe("of a record, no mutant survives and no entry of the list is stale:", () => {
  it.each([
    "sigmoid",
    "huber",
    "log-softmax",
    "js-divergence/normalized",
    "accuracy/undefined-value",
    "jaccard",
    "ndcg",
    "rnn-encoder",
    "attention-energy",
    "scaled-dot-product-attention/masked",
    "multi-head-attention",
    "gan-objective/value",
    "minimax",
    "specificity/micro",
  ])("%s", (id) => {
    const { total, killed, same, survived, stale } = verifyMutants(record(id));
    expect({ survived, stale }).toEqual({ survived: [], stale: [] });
    expect(killed + same).toBe(total);
    expect(killed).toBeGreaterThan(0);
  });
});

describe("a mutant survives", () => {
  it("where the domain is vacuous: at 0 alone, much is the same", () => {
    const survived = verifyMutants(planted("f(a, b) = a + a b", "{0}")).survived;
    expect(survived).toContainEqual({
      id: "planted",
      latex: "f(a, b) = a + b",
      edit: expect.stringContaining("nothing tells it from the formula") as string,
    });
    expect(survived.length).toBeGreaterThan(5);
    expect(verifyMutants(planted("f(a, b) = a + a b", "[-3, 3]")).survived).toEqual([]);
  });

  it("where the formula is defined nowhere", () => {
    const { total, survived } = verifyMutants(planted(String.raw`f(a, b) = a + \log(-1 - a^2) b`, "[1, 2]"));
    expect(survived.length).toBeGreaterThan(total / 2);
  });

  it("where no precision decides the formula, whatever stands in the list", () => {
    const undecided = planted(String.raw`f(a, b) = b \mathbb{1}[e^{a} e^{-a} = 1]`, "[1, 2]");
    expect(reasons(undecided)).toEqual(["no precision tells whether it is the same"]);
    const { total, survived } = verifyMutants(undecided);
    expect(survived).toHaveLength(total);
    const mutants = { planted: survived.map(({ latex }) => latex) };
    const listed = verifyMutants(undecided, { same: [{ proof: "", mutants }] });
    expect(listed).toMatchObject({ total, killed: 0, same: 0, survived });
  });

  it("where it is the same, but the list does not say so", () => {
    const { survived } = verifyMutants(record("huber"), { same: [] });
    expect(survived.map(({ edit }) => edit)).toEqual([
      "a comparison turned; nothing tells it from the formula, and no proof in the list says that it is the same",
    ]);
  });
});

describe("the list of the same does not rot:", () => {
  it("an entry that is told from the formula is stale, and one that no mutant has", () => {
    const latex = String.raw`\text{sigmoid}(z) = 0`;
    const told = String.raw`\sigma(z) = \frac{1}{1 - e^{-z}}`;
    const { survived, stale } = verifyMutants(record("sigmoid"), {
      same: [{ proof: "", mutants: { sigmoid: [told, latex] } }],
    });
    expect(survived).toEqual([]);
    expect(stale).toEqual([
      { id: "sigmoid", latex: told, reason: "it is told from the formula" },
      { id: "sigmoid", latex, reason: "no mutant reads so" },
    ]);
  });

  it("every entry is of an equation, with a proof of its own, and none stands twice", () => {
    const ids = new Set(all.map(({ id }) => id));
    const entries = SAME_MUTANTS.flatMap(({ mutants }) => Object.entries(mutants));
    expect(entries.map(([id]) => id).filter((id) => !ids.has(id))).toEqual([]);
    const latex = entries.flatMap(([, list]) => list);
    expect(new Set(latex).size).toBe(latex.length);
    const proofs = SAME_MUTANTS.map(({ proof }) => proof);
    expect(new Set(proofs).size).toBe(proofs.length);
    expect(proofs.every((proof) => /^[^\n]{20,160}\.$/u.test(proof))).toBe(true);
  });
});

describe("reports", () => {
  it("are added up, and a record whose run breaks survives", () => {
    const broken = brokenMutants(record("relu"), new Error("It broke."));
    expect(broken).toMatchObject({ total: 1, killed: 0, same: 0 });
    expect(broken.survived[0]!.edit).toContain("It broke.");
    const merged = mergeMutants([broken, verifyMutants(record("sigmoid"))]);
    expect(merged.total).toBe(1 + merged.killed);
    expect(merged.survived).toEqual(broken.survived);
  });

  it("are the same for the same seed", () => {
    const again = verifyMutants(record("reparameterization"), { seed: 4 });
    expect(verifyMutants(record("reparameterization"), { seed: 4 })).toEqual(again);
  });
});
