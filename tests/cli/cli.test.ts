// The command as people type it, from source.

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { equations } from "../../src/equations/index.js";
import { real } from "../../src/latex/symbols.js";
import { edgeInputs } from "../../src/verify/samples.js";

const root = join(import.meta.dirname, "../..");

function run(...words: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", join(root, "src/cli/main.ts"), ...words],
    {
      cwd: root,
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined },
    },
  );
  return { status, stdout, stderr, lines: stdout.trimEnd().split("\n") };
}

describe("verify", () => {
  it("prints a row an equation and exits with 0 where all hold", () => {
    const { status, lines, stderr } = run("verify", "--only", "relu", "tanh", "--samples", "50");
    expect(lines[0]).toMatch(
      /^equation +outcome +variants +samples +worst ulp +promised +identities +worst at$/u,
    );
    expect(lines[1]).toMatch(/^relu +holds +\d+ +0\.000 +0 +6 of 6 +z = /u);
    expect(lines[2]).toMatch(/^tanh +holds +\d+ /u);
    const samples = 2 * (50 + edgeInputs({ x: real() }, 1000).length);
    expect(lines.at(-1)).toContain(
      `2 equations: 2 hold, 0 fail, 0 not verified; ${samples} samples, seed 1, `,
    );
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });

  it("verifies an equation with its variants, in one row, and a variant alone", () => {
    const { status, lines } = run("verify", "--only", "huber", "rand-index/pairs", "--samples", "50");
    expect(lines[1]).toMatch(/^huber +holds +3 of 3 +[\d,]+ +0\.\d+ +1 +6 of 6 +/u);
    expect(lines[2]).toMatch(/^rand-index\/pairs +holds +\d+ /u);
    expect(lines.at(-1)).toMatch(/^2 equations and 3 variants: 5 hold, 0 fail, 0 not verified; /u);
    expect(status).toBe(0);
    const { stdout } = run("verify", "--only", "jaccard", "--samples", "30", "--json");
    const { equations } = JSON.parse(stdout) as { equations: { id: string }[] };
    expect(equations.map(({ id }) => id)).toEqual(["jaccard", "jaccard/undefined-value"]);
  });

  it("prints the same as JSON, and the same for the same seed", () => {
    const first = run("verify", "--only", "sigmoid", "--samples", "300", "--seed", "7", "--json");
    const report = JSON.parse(first.stdout) as { seconds: number; equations: unknown[] };
    expect(report).toMatchObject({ holds: true, seed: 7 });
    expect(report.seconds).toBeGreaterThan(0);
    expect(report.equations[0]).toMatchObject({
      id: "sigmoid",
      outcome: "holds",
      samples: 300 + edgeInputs({ z: real() }, 1000).length,
      maxUlps: expect.any(Number) as number,
      worstAt: { z: expect.any(Number) as number },
    });
    expect((report.equations[0] as { identities: unknown[] }).identities[0]).toMatchObject({
      name: "reflection",
      outcome: "holds",
    });
    const second = JSON.parse(
      run("verify", "--only", "sigmoid", "--samples", "300", "--seed", "7", "--json").stdout,
    ) as typeof report;
    expect(second.equations).toEqual(report.equations);
  });

  it("tells every mutant of a formula from it where it is asked to, and counts them", () => {
    const { status, lines } = run("verify", "--mutants", "--only", "hinge", "--samples", "20");
    expect(lines.at(-1)).toMatch(/^\d+ mutants: \d+ killed, 1 the same, 0 survived$/u);
    expect(status).toBe(0);
    const { stdout } = run("verify", "--mutants", "--only", "relu", "--samples", "20", "--json");
    const { mutants } = JSON.parse(stdout) as { mutants: { total: number } };
    expect(mutants.total).toBeGreaterThan(5);
    expect(mutants).toEqual({
      total: mutants.total,
      killed: mutants.total,
      same: 0,
      survived: [],
      stale: [],
    });
    expect(
      JSON.parse(run("verify", "--only", "relu", "--samples", "20", "--json").stdout),
    ).not.toHaveProperty("mutants");
  });

  it("refuses an unknown equation and a seed that is no number, with exit status 2", () => {
    const unknown = run("verify", "--only", "sigmod");
    expect(unknown.stderr).toContain('There is no equation "sigmod". Did you mean sigmoid?');
    expect(unknown.status).toBe(2);
    expect(run("verify", "--seed", "x")).toMatchObject({ status: 2, stdout: "" });
    expect(run("verify", "--samples", "0").status).toBe(2);
  });
});

describe("list and show", () => {
  it("names every equation", () => {
    expect(run("list").lines).toHaveLength(equations.length + 1);
    expect(JSON.parse(run("list", "--json").stdout)).toHaveLength(equations.length);
  });

  it("shows a record within 80 columns", () => {
    for (const id of ["softmax", "sigmoid", "log-softmax"]) {
      const { lines } = run("show", id);
      for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(80);
    }
  });

  it("prints only the LaTeX when asked", () => {
    expect(run("show", "sigmoid", "--latex").stdout).toBe("\\sigma(z) = \\frac{1}{1 + e^{-z}}\n");
  });

  it("shows the variants of an equation, by the options that make them", () => {
    const { stdout } = run("show", "rand-index");
    expect(stdout).toMatch(/^Variants\n {2}pairs +\\operatorname/mu);
    expect(stdout).toMatch(/^ {2}undefinedValue +\\operatorname/mu);
    const json = JSON.parse(run("show", "huber", "--json").stdout) as { variants: { id: string }[] };
    expect(json.variants.map(({ id }) => id)).toEqual(["huber/mean", "huber/sum", "huber/none"]);
    expect(run("show", "huber/none", "--latex").stdout).toContain("for");
  });

  it("finds an equation by an alias, as a suggestion", () => {
    expect(run("show", "expit").stderr).toContain("Did you mean sigmoid?");
  });
});

describe("eval", () => {
  it("shows both values of an equation and their difference in ulps", () => {
    const { lines, status } = run("eval", "sigmoid", "--input", '{"z": 2}', "--digits", "50");
    expect(lines).toEqual([
      "implementation  0.8807970779778824",
      "formula         0.88079707797788244405972914130239679520638429862897",
      "difference      0.167 ulp",
    ]);
    expect(status).toBe(0);
  });

  it("takes labels, sets and variants", () => {
    const jaccard = run("eval", "jaccard", "--input", '{"U": [1, 2], "V": [2, 3, 4]}', "--json");
    expect(JSON.parse(jaccard.stdout)).toMatchObject({ implementation: 0.25, ulps: 0 });
    const macro = run("eval", "f1/macro", "--input", '{"y": [1, 2, 3], "yHat": [1, 2, 2]}', "--json");
    expect(JSON.parse(macro.stdout)).toMatchObject({ implementation: 5 / 9 });
    const wrong = run("eval", "f1/macro", "--input", '{"y": [0, 1], "yHat": [1, 1]}');
    expect(wrong.stderr).toContain("y[0]: expected a number in [1, ∞); got 0.");
    expect(wrong.status).toBe(2);
  });

  it("takes and gives the numbers that JSON lacks as strings", () => {
    const { stdout } = run("eval", "softplus", "--input", '{"z": "Infinity"}', "--json");
    expect(JSON.parse(stdout)).toMatchObject({
      equation: "softplus",
      implementation: "Infinity",
      formula: "Infinity",
      ulps: 0,
    });
    const zero = run("eval", "tanh", "--input", '{"x": "-0"}', "--json");
    expect(JSON.parse(zero.stdout)).toMatchObject({ implementation: "-0" });
  });

  it("evaluates a formula of one's own, also one that starts with a minus", () => {
    const symbols = '{"t": "vector(K)", "p": "vector(K)"}';
    const input = '{"t": [0, 1], "p": [0.25, 0.75]}';
    const { stdout, status } = run(
      "eval",
      "--latex",
      String.raw`-\sum_i t_i \ln p_i`,
      "--symbols",
      symbols,
      "--input",
      input,
    );
    expect(stdout).toBe("0.2876820724517809\n");
    expect(status).toBe(0);
  });

  it("lets a formula of one's own call the catalogue's functions", () => {
    const { stdout } = run(
      "eval",
      "--latex",
      String.raw`\operatorname{softmax}(z)_2 - \sigma(1)`,
      "--symbols",
      '{"z": "vector(K)"}',
      "--input",
      '{"z": [0, 1]}',
    );
    expect(Number(stdout)).toBe(0);
  });

  it("says where the reader had a choice", () => {
    const { stderr } = run("eval", "--latex", "1/2x", "--symbols", '{"x": "real"}', "--input", '{"x": 3}');
    expect(stderr).toContain("note: a slash takes the one factor behind it");
  });

  it.each([
    [
      "an undeclared symbol",
      ["--latex", String.raw`\frac{1}{1 + e^{-w}}`, "--symbols", '{"z": "real"}'],
      "w is not declared",
    ],
    [
      "a missing input",
      ["--latex", "z", "--symbols", '{"z": "real"}'],
      "z: expected a number; nothing was given",
    ],
    [
      "a string for a number",
      ["--latex", "z", "--symbols", '{"z": "real"}', "--input", '{"z": "two"}'],
      'got the string "two"',
    ],
    [
      "a kind that is none",
      ["--latex", "z", "--symbols", '{"z": "reel"}'],
      "Expected real, integer, probability",
    ],
    ["JSON that is none", ["sigmoid", "--input", "{z: 2}"], "--input: expected JSON"],
    ["neither id nor formula", ["--input", "{}"], "Expected either the id"],
    ["a huge sum", ["--latex", String.raw`\sum_{i=1}^{10^{12}} i`], "an evaluation may take 2,000,000 steps"],
    [
      "a prototype's name",
      ["--latex", "z", "--symbols", '{"__proto__": "real"}', "--input", '{"__proto__": 1}'],
      "Error",
    ],
  ])("refuses %s with exit status 2", (_, words, message) => {
    const { status, stderr, stdout } = run("eval", ...words);
    expect(stderr).toContain(message);
    expect(stdout).toBe("");
    expect(status).toBe(2);
  });

  it("underlines the place of an error, and gives it in JSON", () => {
    const words = ["eval", "--latex", String.raw`\frac{1}{1 + e^{-w}}`, "--symbols", '{"z": "real"}'];
    expect(run(...words).stderr).toContain(`\n  \\frac{1}{1 + e^{-w}}\n${" ".repeat(19)}^\n`);
    const { error } = JSON.parse(run(...words, "--json").stdout) as { error: unknown };
    expect(error).toMatchObject({ name: "LatexError", code: "undeclared", start: 17, end: 18 });
  });
});
