// `check` as people type it, from source.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkArguments } from "../../src/cli/check-arguments.js";
import {
  annotation,
  reportText,
  summaryText,
  visible,
  visibleJson,
  type PlacedReport,
} from "../../src/cli/check-format.js";
import { itemsOf, sourcesOf } from "../../src/cli/check-sources.js";

const root = join(import.meta.dirname, "../..");
const raw = String.raw;

function run(words: readonly string[], options: { input?: string; cwd?: string } = {}) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      "--import",
      join(root, "node_modules/tsx/dist/loader.mjs"),
      join(root, "src/cli/main.ts"),
      "check",
      ...words,
    ],
    {
      cwd: options.cwd ?? root,
      input: options.input ?? "",
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined },
    },
  );
  return { status, stdout, stderr, lines: stdout.trimEnd().split("\n") };
}

/** As the reports of `--json`. */
function reports(stdout: string): Record<string, unknown>[] {
  return JSON.parse(stdout) as Record<string, unknown>[];
}

const unknown: PlacedReport = {
  latex: "x",
  file: "a.md",
  line: 3,
  verdict: "unknown",
  holds: null,
  equation: null,
  nearest: null,
  mapping: {},
  counterexample: null,
  diagnosis: null,
  error: null,
  notes: [],
};

describe("a formula on the command line", () => {
  it("may begin with a minus, and is held to the equation that is named", () => {
    const { status, lines, stderr } = run([raw`-\sum_i t_i \ln p_i`, "--as", "cross-entropy"]);
    expect(lines[0]).toBe("equivalent to cross-entropy");
    expect(lines.at(-1)).toBe("1 formula: 1 equivalent, 0 different, 0 statements, 0 unreadable, 0 unknown");
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });

  it("is told from options wherever it stands", () => {
    const split = (...words: string[]): string[] =>
      checkArguments(["node", "main", "check", ...words]).slice(3);
    expect(split("-x", "--as", "f1", "-", "--json", "-p \\log p")).toEqual([
      "--as",
      "f1",
      "--json",
      "--",
      "-x",
      "-",
      "-p \\log p",
    ]);
    expect(split("--as=f1", "a", "--", "--json", "-h")).toEqual(["--as=f1", "--", "a", "--json", "-h"]);
    expect(split("--symbols", "{}", "-h", "--no-such")).toEqual(["--symbols", "{}", "-h", "--no-such", "--"]);
    expect(checkArguments(["node", "main", "eval", "-x"])).toEqual(["node", "main", "eval", "-x"]);
  });

  it("gives status 1 where it differs, and where it is unreadable or unknown only if --strict", () => {
    const differs = run([raw`-\sum_i t_i (1 - \ln p_i)`, "--as", "cross-entropy", "--json"]);
    const [report] = reports(differs.stdout);
    expect(report).toMatchObject({
      latex: raw`-\sum_i t_i (1 - \ln p_i)`,
      file: null,
      line: null,
      verdict: "differs",
      holds: false,
      equation: "cross-entropy",
      error: null,
    });
    expect(Object.keys(report!)).toEqual(
      expect.arrayContaining(["mapping", "counterexample", "diagnosis", "nearest", "notes"]),
    );
    expect(differs.status).toBe(1);
    const unreadable = run([raw`\frac{1}{1 + \exq(-x)}`]);
    expect(unreadable.stdout).toContain(
      `unreadable\n  Unknown command \\exq. Did you mean \\exp?\n  | \\frac{1}{1 + \\exq(-x)}\n  | ${" ".repeat(13)}^^^^\n`,
    );
    expect(unreadable.status).toBe(0);
    expect(run([raw`\exq`, "--strict"]).status).toBe(1);
  });

  it("is stopped at the deadline", () => {
    const { stdout, status } = run([raw`\frac{2PR}{P+R}`, "--timeout", "0.001"]);
    expect(stdout).toContain("too large: it is not checked within 0.001 s.");
    expect(status).toBe(0);
  });
});

describe("wrong usage", () => {
  it.each([
    ["an unknown equation", ["x", "--as", "cross-entorpy"], "Did you mean cross-entropy?"],
    ["a kind that is none", ["x", "--symbols", '{"x": "reel"}'], "Expected real, integer"],
    ["a file that is not there", ["paper.tex"], "paper.tex: there is no such file."],
    ["an unknown option", ["x", "--strct"], "unknown option '--strct'"],
    ["no formula", [], "missing required argument"],
    ["two formats", ["x", "--json", "--format", "github"], "Expected either --json or --format github."],
  ])("is %s: status 2", (_, words, message) => {
    const { status, stderr, stdout } = run(
      words.includes("--json") ? words.filter((word) => word !== "") : words,
    );
    expect(stderr + stdout).toContain(message);
    expect(status).toBe(2);
  });
});

describe("files", () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "check-"));
    for (const inner of ["paper", "paper/parts", "paper/.git", "paper/node_modules", "empty"])
      mkdirSync(join(folder, inner));
    const files = {
      "paper/a.tex": `\\newcommand{\\F}{\\frac{2PR}{P+R}}\n% \\[ no \\]\n\\[ \\F \\]\n\\input{../secret}\n`,
      "paper/b.md":
        "# Title\n\n$$ \\frac{2PR}{P+R} $$\n\n$x$ and \u001b[31m\n\n$$\n\\exq{\u001b]0;title\u0007}\n$$\n",
      "paper/parts/c.ipynb": JSON.stringify({
        cells: [{ cell_type: "markdown", source: ["$$ 17 $$"] }],
      }),
      "paper/broken.ipynb": '{"cells": [',
      "paper/.git/d.md": "$$ a $$",
      "paper/node_modules/e.md": "$$ a $$",
      "paper/plain.txt": "no document",
      "secret.tex": "\\[ secret \\]",
    };
    for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
    symlinkSync("..", join(folder, "paper/loop"));
    symlinkSync("../secret.tex", join(folder, "paper/link.tex"));
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it("are all documents of a folder: not what is hidden or linked", () => {
    const paths = sourcesOf([join(folder, "paper")]).map((source) =>
      source.kind === "file" ? source.path : "",
    );
    expect(paths.map((path) => path.slice(folder.length + 1))).toEqual([
      "paper/a.tex",
      "paper/b.md",
      "paper/broken.ipynb",
      "paper/parts/c.ipynb",
    ]);
    expect(() => sourcesOf([join(folder, "empty")])).toThrow(
      "no .tex, .md, .ipynb or .rst file in this folder",
    );
    expect(() => sourcesOf(["no-such-folder/"])).toThrow("no-such-folder/: there is no such folder.");
  });

  it("are named in front of what is a formula", () => {
    expect(
      sourcesOf([join(folder, "paper/plain.txt"), "x", "-", "x\u0000", "x".repeat(10_000)]).map(
        ({ kind }) => kind,
      ),
    ).toEqual(["file", "formula", "input", "formula", "formula"]);
    expect(() => sourcesOf([" "])).toThrow("got an empty argument");
  });

  it("give a report for each formula in its place, and status 2 where one cannot be read", () => {
    const { stdout, stderr, status } = run(["paper", "--json"], { cwd: folder });
    const places = reports(stdout).map(({ file, line }) => [file, line]);
    expect(places).toEqual([
      ["paper/a.tex", 3],
      ["paper/b.md", 3],
      ["paper/b.md", 8],
      ["paper/parts/c.ipynb", 1],
    ]);
    expect(reports(stdout).slice(0, 3)).toMatchObject([
      { verdict: "equivalent", equation: "f1" },
      { verdict: "equivalent", equation: "f1" },
      { verdict: "unreadable", equation: null },
    ]);
    // Nothing that a terminal obeys.
    expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/u);
    expect(stderr).toMatch(/^paper\/broken\.ipynb: Expected a notebook, which is JSON; /u);
    expect(status).toBe(2);
  });

  it("are annotated for GitHub, and counted", () => {
    const { lines, status } = run(["paper/b.md", "--format", "github"], { cwd: folder });
    expect(lines).toEqual([
      "::warning file=paper/b.md,line=8,title=ml-equations%3A unreadable::Unknown command \\exq. Did you mean \\exp?%0A\\exq{␛]0;title␇}",
      "2 formulas in 1 file: 1 equivalent, 0 different, 0 statements, 1 unreadable, 0 unknown",
    ]);
    expect(status).toBe(0);
  });

  it("may come from standard input: a document, or a formula a paragraph", () => {
    const document = run(["-", "--json"], { input: "Text\n$$\n\\frac{2PR}{P+R}\n$$\n" });
    expect(reports(document.stdout)).toMatchObject([{ file: "-", line: 3, verdict: "equivalent" }]);
    const formulas = run(["-", "--json", "--as", "f1"], { input: "\\frac{2PR}\n{P+R}\n\n\n2 P R\n" });
    expect(reports(formulas.stdout)).toMatchObject([
      { file: "-", line: 1, latex: "\\frac{2PR}\n{P+R}" },
      { file: "-", line: 5, latex: "2 P R" },
    ]);
    expect(run(["-", "--json"], { input: "" }).stdout).toBe("[]\n");
  });

  it("of any other name are read as what they hold", async () => {
    const path = join(folder, "paper/plain.txt");
    const items = [];
    for await (const item of itemsOf({ kind: "file", path }, false)) items.push(item);
    expect(items).toEqual([{ latex: "no document", file: path, line: 1, preamble: "" }]);
  });
});

describe("what is printed", () => {
  it("shows both values of a counterexample in as many digits as tell them apart", () => {
    const text = reportText({
      ...unknown,
      verdict: "differs",
      equation: "f1",
      mapping: { P: "P", q: "R" },
      counterexample: { inputs: { P: 0.1, v: [1, 2] }, theirs: 0.30000000000000004, reference: 0.3 },
      diagnosis: "The reference has + where yours has -.",
      notes: ["a slash takes the one factor behind it"],
    });
    expect(text.split("\n")).toEqual([
      "a.md:3: differs from f1",
      "  formula    x",
      "  reads      q as R",
      "  at         P = 0.1, v = (1, 2)",
      "  yours      0.30000000000000004",
      "  reference  0.3",
      "  because    The reference has + where yours has -.",
      "  note       a slash takes the one factor behind it",
    ]);
  });

  it("counts each verdict", () => {
    const counts = { equivalent: 1, differs: 2, statement: 1, unreadable: 0, unknown: 1200 };
    expect(summaryText(counts, 2)).toBe(
      "1,204 formulas in 2 files: 1 equivalent, 2 different, 1 statement, 0 unreadable, 1,200 unknown",
    );
  });

  it("gives no orders to a terminal or to GitHub", () => {
    expect(visible("a\u001b[31mb\u009b\u202e\u007f\r\n\tc")).toBe("a␛[31mb��␡␍\n\tc");
    expect(JSON.parse(visibleJson(JSON.stringify("\u009b\u001b\u202eé")))).toBe("\u009b\u001b\u202eé");
    expect(visibleJson(JSON.stringify("\u009b\u202e"))).toBe('"\\u009b\\u202e"');
    const report: PlacedReport = { ...unknown, latex: "x\n::error::y ##[error] 100%", file: "a,b:c\n.md" };
    expect(annotation(report, false)).toBe(
      "::notice file=a%2Cb%3Ac%0A.md,line=3,title=ml-equations%3A unknown::x ::error::y ## [error] 100%25",
    );
    expect(annotation(report, true)).toMatch(/^::error /u);
    expect(annotation({ ...report, verdict: "equivalent", holds: true }, true)).toBeUndefined();
    const unreadable = {
      ...report,
      verdict: "unreadable",
      error: { message: "bad", start: 2, end: 4 },
    } as const;
    for (const line of reportText(unreadable).split("\n").slice(1)) expect(line).toMatch(/^ {2}(?:bad|\|)/u);
  });
});
