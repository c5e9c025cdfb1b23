// What the site gives to take along and to find: sheets, BibTeX, the search, the policy.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { bibtexKey } from "../catalogue/bibtex.js";
import { families } from "../catalogue/families.js";
import { fitOf, searchText } from "../catalogue/search.js";
import { bibtexSheet, markdownSheet, texSheet } from "../catalogue/sheet.js";
import { readValue, writeValue } from "../live/url-state.js";
import { withPolicy } from "../render/policy.js";
import { equations } from "../../src/equations/index.js";

const hasLatex = spawnSync("pdflatex", ["--version"]).status === 0;
const inCi = process.env["CI"] !== undefined && process.env["CI"] !== "";
if (!hasLatex) console.warn("There is no pdflatex: whether the sheets compile is left out.");

describe("sheets", () => {
  it("hold every equation once", () => {
    expect(families.flatMap((family) => family.equations)).toEqual(equations);
    const markdown = markdownSheet("all", families);
    for (const { latex } of equations) expect(markdown.split(`\n${latex}\n`)).toHaveLength(2);
  });

  it("have a key of its own for every work", () => {
    const works = new Map(
      equations.flatMap(({ sources }) => sources.map((source) => [source.reference, source])),
    );
    const keys = [...works.values()].map(bibtexKey);
    expect(new Set(keys).size).toBe(keys.length);
    expect(bibtexSheet(families).match(/^@misc/gmu)).toHaveLength(keys.length);
  });

  it.runIf(hasLatex || inCi)("compile with a real LaTeX", () => {
    const folder = mkdtempSync(join(tmpdir(), "sheet-"));
    writeFileSync(join(folder, "sheet.tex"), texSheet("Equations of machine learning", families));
    execFileSync("pdflatex", ["-interaction=nonstopmode", "-halt-on-error", "sheet.tex"], { cwd: folder });
    const log = readFileSync(join(folder, "sheet.log"), "latin1");
    expect(log).not.toMatch(/^! /mu);
    // A glyph that no font has is missing on the page without any error.
    expect(log).not.toContain("Missing character");
  });
});

describe("search", () => {
  const firstFor = (query: string): string | undefined =>
    equations
      .map((equation) => ({ id: equation.id, fit: fitOf(query, searchText(equation)) }))
      .filter(({ fit }) => fit > 0)
      .sort((a, b) => b.fit - a.fit)[0]?.id;

  it.each([
    ["log loss", "binary-cross-entropy"],
    ["MAE", "mean-absolute-error"],
    ["AUROC", "roc-auc"],
    ["Lasso", "l1-regularization"],
    ["softmax", "softmax"],
    ["self-attention", "scaled-dot-product-attention"],
    ["δ", "huber"],
    ["σ", "sigmoid"],
  ])("finds %s", (query, id) => {
    expect(firstFor(query)).toBe(id);
  });

  it("finds nothing where there is nothing", () => {
    expect(firstFor("perplexed zebra")).toBeUndefined();
  });
});

describe("addresses", () => {
  it("writes values that one can read", () => {
    expect(writeValue([1, 2.5, -3e-20])).toBe("1,2.5,-3e-20");
    expect(writeValue([[1, 2], [3, 4]])).toBe("1,2;3,4"); // prettier-ignore
  });

  it.each(["", "1,2,", "1,x", "1;2", "{}", "NaN", "__proto__", "1e", "<b>"])(
    "refuses %j for a vector",
    (text) => {
      expect(readValue(text, [1, 2]) ?? []).toEqual([]);
    },
  );
});

it("allows the inline scripts of a page by their hashes, and no other", () => {
  const html = withPolicy(
    '<html><head><script id="a">let x = 1;</script><script src="/x.js"></script></head></html>',
  );
  expect(html.match(/'sha256-[^']+'/gu)).toEqual(["'sha256-qtc3jf64UXA5J6U02kfQ0Cvn9Uz4wXUaN3NNUVgR2v4='"]);
  expect(html).not.toContain("unsafe-eval");
});
