// Statements of distribution: what is true of the draws holds, and what is not is told, with the setting.

import { describe, expect, it } from "vitest";
import { equation, equations, type Equation } from "../../src/equations/index.js";
import { matrix, real, vector } from "../../src/evaluate/index.js";
import { readDistributed } from "../../src/latex/read-distribution.js";
import { verifyEquation } from "../../src/verify/index.js";
import { FALSE_ALARM, refuteStatement } from "../../src/verify/statements.js";
import { latexErrorOf, underlined } from "../latex/errors.js";

const r = String.raw;
const record = (id: string): Equation =>
  equations.flatMap((one) => [one, ...one.variants]).find((one) => one.id === id)!;
const scalar = record("reparameterization");

describe("statements that are true", () => {
  it.each([
    ["reparameterization", r`z \sim \mathcal{N}(\mu, \sigma^2)`],
    ["reparameterization", r`z \sim q_{\mu, \sigma}(z) = \mathcal{N}(\mu, \sigma^2)`],
    ["reparameterization", r`z \sim \mathcal{N}(z; \mu, \sigma \cdot \sigma).`],
    ["reparameterization", r`\epsilon \sim \mathcal{N}(0, 1)`],
    ["reparameterization/isotropic", r`\vec{z} \sim \mathcal{N}(\vec{\mu}, \sigma^2 \mathbf{I})`],
    ["reparameterization/isotropic", r`\vec{\epsilon} \sim \mathcal{N}(0, I)`],
  ])("%s: %s", (id, latex) => {
    expect(refuteStatement(record(id), latex, 1)).toBeUndefined();
  });

  it("hold at other seeds, as a false alarm is as rare as said", () => {
    expect(FALSE_ALARM).toBe(1e-9);
    for (let seed = 2; seed <= 6; seed++)
      expect(refuteStatement(scalar, r`z \sim \mathcal{N}(\mu, \sigma^2)`, seed)).toBeUndefined();
  });
});

describe("statements that are false", () => {
  it.each([
    ["reparameterization", r`z \sim \mathcal{N}(\mu, \sigma)`, "the variance of 20000 draws"],
    ["reparameterization", r`z \sim \mathcal{N}(\mu, 1.1 \sigma^2)`, "the variance of 20000 draws"],
    ["reparameterization", r`z \sim \mathcal{N}(0, \sigma^2)`, "the mean of 20000 draws"],
    ["reparameterization", r`z \sim \mathcal{N}(\mu + 0.1 \sigma, \sigma^2)`, "the mean of 20000 draws"],
    [
      "reparameterization",
      r`\epsilon \sim \mathcal{U}(-\sqrt{3}, \sqrt{3})`,
      "the distribution function of 20000 draws",
    ],
    ["reparameterization", r`z \sim \mathcal{N}(\mu, 0)`, "a variance of 0 is claimed"],
    ["reparameterization", r`z \sim \mathcal{N}(\mu, -\sigma)`, "a variance of -"],
    [
      "reparameterization/isotropic",
      r`\vec{z} \sim \mathcal{N}(\vec{\mu}, \sigma \mathbf{I})`,
      "the variance of 20000 draws",
    ],
    [
      "reparameterization/isotropic",
      r`\vec{z} \sim \mathcal{N}(0, \sigma^2 \mathbf{I})`,
      "the mean of 20000 draws",
    ],
  ])("%s: %s: %s", (id, latex, words) => {
    const found = refuteStatement(record(id), latex, 1);
    expect(found?.message).toContain(words);
    expect(found?.inputs).not.toHaveProperty("epsilon");
  });

  it("fail the verification of a record, with the setting", () => {
    const wrong = equation({
      id: "reparameterization",
      name: "with a deviation for a variance",
      family: "generative",
      latex: scalar.latex,
      symbols: { mu: real(), sigma: real("", { domain: "[0, ∞)" }), epsilon: real() },
      numeric: ({ mu, sigma, epsilon }) => scalar.numeric({ mu, sigma, epsilon }),
      maxUlps: 1,
      random: { epsilon: r`\epsilon \sim \mathcal{N}(0, 1)` },
      statements: { posterior: r`z \sim \mathcal{N}(\mu, \sigma)` },
      identities: {},
      limits: [],
      sources: [],
    });
    const report = verifyEquation(wrong, { samples: 20 });
    expect(report.outcome).toBe("fails");
    expect(report.failures[0]).toMatchObject({ check: "posterior", outcome: "fails" });
    expect(report.failures[0]!.message).toContain(
      r`z \sim \mathcal{N}(\mu, \sigma): z by the implementation`,
    );
  });

  it("a wrong formula or implementation makes the statement false, too", () => {
    const halved: Equation = {
      ...scalar,
      formula: scalar.formula,
      asFunction: scalar.asFunction,
      numeric: (inputs) => (scalar.numeric(inputs) as number) / 2,
    };
    expect(refuteStatement(halved, r`z \sim \mathcal{N}(\mu, \sigma^2)`, 1)?.message).toContain(
      "by the implementation",
    );
  });

  it("entries that depend on each other are no σ² I", () => {
    // Each entry is N(0, 1), and all are the same.
    const same = equation({
      id: "same",
      name: "one draw for all entries",
      family: "generative",
      latex: r`\vec{z} = (v^\top \vec{\epsilon}) u + w`,
      symbols: {
        w: vector("n", "", { domain: "{0}" }),
        u: vector("n", "", { domain: "{1}" }),
        v: vector("m", "", { domain: "{1}" }),
        epsilon: vector("m", "", { latex: r`\vec{\epsilon}` }),
      },
      numeric: ({ w, epsilon }) => w.map(() => epsilon.reduce((a, b) => a + b, 0)),
      maxUlps: 4,
      random: { epsilon: r`\vec{\epsilon} \sim \mathcal{N}(0, \mathbf{I})` },
      identities: {},
      limits: [],
      sources: [],
    });
    // The variance is that of m entries.
    const found = refuteStatement(same, r`\vec{z} \sim \mathcal{N}(0, m \mathbf{I})`, 3);
    expect(found?.message).toContain("are not independent");
  });
});

describe("statements are read", () => {
  const symbols = {
    mu: real(),
    sigma: real(),
    m: vector("n", "", { latex: r`\vec{\mu}` }),
    S: matrix("n", "n", "", { latex: r`\Sigma` }),
  };

  it.each([
    [r`z \sim p`, "Expected a normal distribution", "p"],
    [
      r`z \sim \mathcal{N}(\mu, \sigma) = \mathcal{N}(\mu, \sigma^2)`,
      "Expected names for the distribution",
      r`\mathcal{N}(\mu, \sigma)`,
    ],
    [r`z \sim \mathcal{N}(x; \mu, \sigma^2)`, "Expected z, what is drawn", "x"],
    [r`z \sim \mathcal{U}\{1, 6\}`, "Expected a normal distribution", r`\mathcal{U}\{1, 6\}`],
    [r`z \sim \mathcal{N}(\mu)`, "Expected a mean and a variance; here are 1 parameters", r`(\mu)`],
    [r`z \sim \mathcal{N}(\mu, \tau)`, r`\tau is not declared`, r`\tau`],
    [r`z \sim \mathcal{N}(\vec{\mu}, \sigma^2)`, "Expected a number as a mean", r`\vec{\mu}`],
    [r`z \sim \mathcal{N}(\vec{\mu}, \Sigma)`, "Expected a number as a variance", r`\Sigma`],
  ])("%s: %s", (latex, words, place) => {
    const error = latexErrorOf(() => readDistributed(latex, symbols));
    expect(error.reason).toContain(words);
    expect(underlined(error)).toBe(place);
  });

  it("of something that the equation does not draw, it says so", () => {
    expect(() => refuteStatement(scalar, r`x \sim \mathcal{N}(0, 1)`, 1)).toThrow(
      r`x is not what reparameterization draws, which is z and \epsilon.`,
    );
  });
});
