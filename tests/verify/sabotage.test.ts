// The verifier is verified: what is broken on purpose must be found, with a counterexample.

import { describe, expect, it } from "vitest";
import { equation, equations, type Equation, type NumericValue } from "../../src/equations/index.js";
import type { Matrix } from "../../src/numeric/matrix.js";
import { Formula, LatexError, matrix, real, vector } from "../../src/evaluate/index.js";
import { verifyEquation, type EquationReport } from "../../src/verify/index.js";

/** The equation with another formula, implementation or identities. */
function broken(
  equation: Equation,
  change: Partial<Pick<Equation, "latex" | "numeric" | "identities" | "maxUlps" | "limits">>,
): Equation {
  const latex = change.latex ?? equation.latex;
  const formula = new Formula(latex, equation.formula.symbols, { conventions: equation.evaluation ?? {} });
  return { ...equation, identities: {}, ...change, latex, formula, asFunction: equation.asFunction };
}

/** What becomes of an equation with another formula: one that cannot be read any more is told too. */
function reportWith(equation: Equation, latex: string): EquationReport | LatexError {
  try {
    return verify(broken(equation, { latex }));
  } catch (error) {
    if (error instanceof LatexError) return error;
    throw error;
  }
}

const verify = (equation: Equation): EquationReport =>
  verifyEquation(equation, { samples: 100, maxSize: 20, catalogue: equations });

/** Every way to turn one sign of the formula. */
function turnedSigns(latex: string): string[] {
  const start = latex.indexOf("=") + 1;
  return [...latex.matchAll(/[+-]/gu)]
    .map(({ index }) => index)
    .filter((index) => index >= start)
    .map((index) => latex.slice(0, index) + (latex[index] === "+" ? "-" : "+") + latex.slice(index + 1));
}

function map(value: NumericValue, f: (x: number) => number): NumericValue {
  if (typeof value === "number") return f(value);
  if (value instanceof Float64Array) return value.map(f);
  const matrix = (member: Matrix): Matrix => ({ ...member, data: member.data.map(f) });
  return "data" in value ? matrix(value) : value.map(matrix);
}

function firstNumber(value: NumericValue): number {
  if (typeof value === "number") return value;
  if (value instanceof Float64Array) return value[0]!;
  return "data" in value ? value.data[0]! : value[0]!.data[0]!;
}

describe.each(equations.map((record) => [record.id, record] as const))("%s", (_, equation) => {
  const signs = turnedSigns(equation.latex);

  // Some formulas print no sign.
  if (signs.length > 0) {
    it("fails with any one sign of its formula turned, and says where", () => {
      for (const latex of signs) {
        const report = reportWith(equation, latex);
        if (report instanceof LatexError) {
          expect(report.end, latex).toBeGreaterThan(report.start);
          continue;
        }
        expect(report.outcome, latex).toBe("fails");
        const failure = report.failures.find(({ check }) => check === "values");
        expect(failure?.inputs, latex).toBeDefined();
        // Another value, or an index that is out of range now.
        expect(failure?.message, latex).toMatch(/ulp from the formula|out of range|the formula gives/u);
      }
    });
  }

  it.each([
    ["the sign of its result turned", (x: number) => -x],
    // Where the promise is 4 ulp of the absolute terms, by more than that.
    ["its result off by some ulp", (x: number) => x * (1 + (equation.termScale ? 32 : 3) * 2 ** -52)],
    ["its result one too large", (x: number) => x + 1],
    ["NaN for its result", () => NaN],
  ])("fails with %s", (_, f) => {
    const report = verify(broken(equation, { numeric: (inputs) => map(equation.numeric(inputs), f) }));
    expect(report.outcome).toBe("fails");
    expect(report.failures[0]?.inputs).toBeDefined();
  });

  const reaches = Object.values(equation.symbols)[0]!;
  const negative = "domain" in reaches && reaches.domain.min < -1;
  if (negative) {
    it("fails where its implementation is wrong for one sign of its inputs only", () => {
      const report = verify(
        broken(equation, {
          numeric: (inputs) => {
            const first = firstNumber(Object.values(inputs)[0] as NumericValue);
            return map(equation.numeric(inputs), (x) => (first < -1 ? x * (1 + 2 ** -48) + 1e-320 : x));
          },
        }),
      );
      expect(report.outcome).toBe("fails");
    });
  }

  const [limit] = equation.limits;
  if (limit !== undefined) {
    it("fails with a wrong limit", () => {
      const report = verify(broken(equation, { limits: [{ at: limit.at, value: 0.75 }] }));
      expect(report.failures.map(({ check }) => check)).toContain("limits");
    });
  }
});

describe("the slips that are made of models", () => {
  const slips: readonly (readonly [what: string, id: string, from: string, to: string])[] = [
    [
      "the forget gate takes the input gate's weights",
      "lstm-cell",
      String.raw`f_t &= \sigma(W_f x_t`,
      String.raw`f_t &= \sigma(W_i x_t`,
    ],
    [
      "forget and input gates exchanged",
      "lstm-cell",
      String.raw`f_t \odot c_{t-1} + i_t \odot`,
      String.raw`i_t \odot c_{t-1} + f_t \odot`,
    ],
    [
      "the cell is shown without tanh",
      "lstm-cell",
      String.raw`o_t \odot \tanh(c_t)`,
      String.raw`o_t \odot c_t`,
    ],
    [
      "the other convention of the update gate",
      "gru-cell",
      String.raw`z_t \odot h_{t-1} + (1 - z_t) \odot \tilde{h}_t`,
      String.raw`(1 - z_t) \odot h_{t-1} + z_t \odot \tilde{h}_t`,
    ],
    [
      "the reset gate after the matrix",
      "gru-cell",
      String.raw`U_h (r_t \odot h_{t-1})`,
      String.raw`r_t \odot (U_h h_{t-1})`,
    ],
    [
      "√d_k dropped",
      "scaled-dot-product-attention",
      String.raw`\frac{Q K^\top}{\sqrt{d_k}}`,
      String.raw`Q K^\top`,
    ],
    ["d_k without its root", "scaled-dot-product-attention", String.raw`\sqrt{d_k}`, "d_k"],
    [
      "keys that are values",
      "scaled-dot-product-attention",
      String.raw`\right) V`,
      String.raw`\right)^\top V`,
    ],
    ["K transposed wrongly", "scaled-dot-product-attention", String.raw`Q K^\top`, String.raw`Q^\top K`],
    ["no transpose", "scaled-dot-product-attention", String.raw`Q K^\top`, "Q K"],
    [
      "heads in the wrong order",
      "multi-head-attention",
      String.raw`Q W^Q_i, K W^K_i`,
      String.raw`K W^Q_i, Q W^K_i`,
    ],
    ["1 − log for log(1 − …)", "gan-objective", String.raw`\log(1 - D(G(z)))`, String.raw`1 - \log D(G(z))`],
    ["max min for min max", "gan-objective", String.raw`\min_G \max_D`, String.raw`\max_D \min_G`],
    ["the state before for this one", "attention-energy", "s_{i-1}", "s_i"],
    [
      "the noise without its deviation",
      "reparameterization",
      String.raw`\epsilon \cdot \sigma`,
      String.raw`\epsilon \cdot \sigma^2`,
    ],
  ];

  it.each(slips)("%s: %s fails, and says where", (_, id, from, to) => {
    const record = equations.find((one) => one.id === id)!;
    expect(record.latex).toContain(from);
    const report = reportWith(record, record.latex.replace(from, to));
    if (report instanceof LatexError) {
      expect(report.end).toBeGreaterThan(report.start);
      return;
    }
    expect(report.outcome).toBe("fails");
    expect(report.failures.find(({ check }) => check === "values")?.inputs).toBeDefined();
  });

  it("a GRU that subtracts a rounded gate from 1 fails, near a gate of 1", () => {
    const gru = equations.find(({ id }) => id === "gru-cell")!;
    const rough = (inputs: Readonly<Record<string, unknown>>) =>
      map(gru.numeric(inputs), (x) => (Math.abs(x) < 1e-3 ? x + 2 ** -56 : x));
    expect(verify(broken(gru, { numeric: rough })).outcome).toBe("fails");
  });

  it("an implementation that exchanges two gates fails, too", () => {
    const lstm = equations.find(({ id }) => id === "lstm-cell")!;
    const exchanged = (inputs: Readonly<Record<string, unknown>>) =>
      lstm.numeric({ ...inputs, W_f: inputs["W_i"], W_i: inputs["W_f"] });
    const report = verify(broken(lstm, { numeric: exchanged }));
    expect(report.failures[0]).toMatchObject({ check: "values", outcome: "fails" });
  });
});

describe("identities", () => {
  const sigmoid = equations.find(({ id }) => id === "sigmoid")!;
  const withIdentity = (identity: Equation["identities"][string]) => {
    const report = verify({
      ...sigmoid,
      formula: sigmoid.formula,
      asFunction: sigmoid.asFunction,
      identities: { claim: identity },
    });
    return { outcome: report.identities[0]!.outcome, failure: report.failures[0], report };
  };

  it("fails where it is false, with a small counterexample", () => {
    const { outcome, failure } = withIdentity({ latex: String.raw`\sigma(-z) = 1 + \sigma(z)` });
    expect(outcome).toBe("fails");
    expect(failure).toMatchObject({ check: "claim", outcome: "fails" });
    expect(failure?.message).toContain("on the left");
  });

  it("fails where it is false by a hair: a constant that is off in the twelfth digit", () => {
    expect(withIdentity({ latex: String.raw`2 \sigma(2z) - 1 = \tanh(z) + 10^{-12}` }).outcome).toBe("fails");
  });

  it("fails where a strict bound is met", () => {
    expect(withIdentity({ latex: String.raw`\sigma(z) < \sigma(z)` }).outcome).toBe("fails");
  });

  it("is not verified where hardly any input meets the assumption", () => {
    const { outcome, report } = withIdentity({
      latex: String.raw`\sigma(a) = \sigma(b)`,
      assuming: String.raw`a = b + \frac{1}{3}`,
      symbols: { a: real("any"), b: real("any") },
    });
    expect(outcome).toBe("unverified");
    expect(report.outcome).toBe("unverified");
  });

  it("is not verified where it is undefined everywhere", () => {
    expect(withIdentity({ latex: String.raw`\sqrt{-1 - \sigma(z)} = \log(-\sigma(z))` }).outcome).toBe(
      "unverified",
    );
  });

  it("is refused where it states nothing", () => {
    expect(() => withIdentity({ latex: String.raw`\sigma(z)` })).toThrow("states nothing");
  });

  it("fails where only the implementation breaks it", () => {
    const numeric = ({ z }: Readonly<Record<string, unknown>>): number =>
      (z as number) > 3 ? 0.9 : (sigmoid.numeric({ z }) as number);
    const claim = { latex: String.raw`\sigma(-z) = 1 - \sigma(z)` };
    const report = verify({
      ...sigmoid,
      formula: sigmoid.formula,
      asFunction: sigmoid.asFunction,
      numeric,
      identities: { claim },
    });
    expect(report.identities[0]!.outcome).toBe("fails");
    expect(report.failures.find(({ check }) => check === "claim")?.message).toContain(
      "the implementation gives",
    );
  });
});

describe("an identity that proves nothing", () => {
  const sigmoid = equations.find(({ id }) => id === "sigmoid")!;
  const relu = equations.find(({ id }) => id === "relu")!;
  const outcomeOf = (equation: Equation, claim: Equation["identities"][string]) => {
    const report = verify({
      ...equation,
      formula: equation.formula,
      asFunction: equation.asFunction,
      identities: { claim },
    });
    return report.identities[0]!.outcome;
  };

  it.each(["<", ">", String.raw`\ne`])("does not hold where equal sides are said to be %s", (relation) => {
    const latex = String.raw`\sigma(-z) ${relation} 1 - \sigma(z)`;
    expect(outcomeOf(sigmoid, { latex, assuming: "z > 0" })).not.toBe("holds");
  });

  it("does not hold where one side is undefined", () => {
    expect(outcomeOf(relu, { latex: String.raw`\operatorname{ReLU}(z) = \sqrt{z}^2` })).toBe("fails");
    expect(
      outcomeOf(relu, {
        latex: String.raw`\operatorname{ReLU}(z) = \sqrt{z}^2`,
        assuming: String.raw`z \ge 0`,
      }),
    ).toBe("holds");
  });

  it("does not hold by one relation of its chain alone", () => {
    expect(
      outcomeOf(sigmoid, { latex: String.raw`\sigma(z) = \frac{1}{1 + e^{-z}} = \sqrt{-1 - z^2}` }),
    ).toBe("fails");
  });

  it("is not verified where it calls no implementation", () => {
    expect(outcomeOf(sigmoid, { latex: "e^{z} > 0" })).toBe("unverified");
  });

  it("is tried at ties and at edges", () => {
    const latex = String.raw`|\operatorname{ReLU}(a) - \operatorname{ReLU}(b)| + |\operatorname{ReLU}(-a) - \operatorname{ReLU}(-b)| > 0`;
    expect(outcomeOf(relu, { latex, symbols: { a: real("any"), b: real("any") } })).toBe("fails");
  });
});

describe("a record of one's own", () => {
  const common = {
    id: "f",
    name: "f",
    family: "activations",
    identities: {},
    limits: [],
    sources: [],
    maxUlps: 1,
  } as const;
  const outcomeOf = (record: Equation) => verifyEquation(record, { samples: 100 }).outcome;

  it("is not verified where its formula is never defined, even if the implementation gives NaN", () => {
    const nowhere = equation({
      ...common,
      latex: String.raw`f(x) = \sqrt{-1 - x^2}`,
      symbols: { x: real("any") },
      numeric: () => NaN,
    });
    expect(outcomeOf(nowhere)).toBe("unverified");
  });

  it("is not verified where a member of its chain is never defined", () => {
    const chain = equation({
      ...common,
      latex: String.raw`f(x) = \sqrt{-1 - x^2} = 2x`,
      symbols: { x: real("any", { domain: "[-1, 1]" }) },
      numeric: ({ x }) => 2 * x,
    });
    expect(outcomeOf(chain)).toBe("unverified");
  });

  const doubled = {
    ...common,
    latex: "f(A) = 2A",
    symbols: { A: matrix("m", "n", "any", { domain: "[-1, 1]" }) },
  } as const;

  it("fails where the result is transposed or flat", () => {
    const right = equation({ ...doubled, numeric: ({ A }) => ({ ...A, data: A.data.map((x) => 2 * x) }) });
    const transposed = equation({
      ...doubled,
      numeric: ({ A }) => ({ rows: A.columns, columns: A.rows, data: A.data.map((x) => 2 * x) }),
    });
    const flat = equation({ ...doubled, numeric: ({ A }) => A.data.map((x) => 2 * x) });
    expect([right, transposed, flat].map(outcomeOf)).toEqual(["holds", "fails", "fails"]);
  });

  it("fails where the implementation changes its inputs", () => {
    const changing = equation({
      ...common,
      latex: "f(z) = 2z",
      symbols: { z: vector("K", "any", { domain: "[-1, 1]" }) },
      numeric: ({ z }) => {
        z.forEach((x, k) => (z[k] = 2 * x));
        return z;
      },
    });
    expect(outcomeOf(changing)).toBe("fails");
  });

  it("fails where the implementation throws, with the inputs", () => {
    const throwing = equation({
      ...common,
      latex: "f(x) = 2x",
      symbols: { x: real("any", { domain: "[-1, 1]" }) },
      numeric: ({ x }) => {
        if (x > 0.5) throw new TypeError("no");
        return 2 * x;
      },
    });
    const report = verifyEquation(throwing, { samples: 100 });
    expect(report.outcome).toBe("fails");
    expect(report.failures[0]).toMatchObject({
      message: "TypeError: no",
      inputs: { x: expect.any(Number) as number },
    });
  });

  it("fails where NaN of an entry that matters does not show, and only there", () => {
    const common2 = { ...common, symbols: { z: vector("K", "any", { domain: "[-1, 1]" }) } } as const;
    const first = equation({ ...common2, latex: "f(z) = z_1", numeric: ({ z }) => z[0]! });
    const deaf = equation({ ...common2, latex: "f(z) = z_1", numeric: ({ z }) => z[0]! || 0 });
    expect(verifyEquation(first, { samples: 50 }).failures).toEqual([]);
    expect(verifyEquation(deaf, { samples: 50 }).failures).toMatchObject([{ check: "NaN", expected: "NaN" }]);
  });

  it("may be off by exactly what it promises", () => {
    const constant = equation({
      ...common,
      latex: "f(x) = 1",
      symbols: { x: real("any") },
      numeric: () => 1 + 2 ** -52,
    });
    expect(verifyEquation(constant, { samples: 20 }).failures).toEqual([]);
  });

  it("is refused with a promise that is no number", () => {
    expect(() =>
      equation({
        ...common,
        maxUlps: NaN,
        latex: "f(x) = x",
        symbols: { x: real("any") },
        numeric: ({ x }) => x,
      }),
    ).toThrow("maxUlps");
  });
});

it("refuses a record whose formula cannot be read", () => {
  expect(() => broken(equations[0]!, { latex: String.raw`\sigma(z) = \frac{1}{1 + e^{-w}}` })).toThrow(
    LatexError,
  );
});
