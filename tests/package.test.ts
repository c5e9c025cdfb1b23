// The package as it is published: packed, installed in an empty project, and used from there.

import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { filterProblems } from "@arethetypeswrong/core/problems";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as library from "../src/index.js";
import {
  manifest,
  packAndInstall,
  root,
  typeTests,
  type Consumer,
  type Resolution,
} from "./package/consumer.js";

const entries = Object.keys(manifest.exports)
  .filter((entry) => entry !== "./package.json")
  .map((entry) => entry.replace(".", "ml-equations"));

/**
 * The errors that say "this type does not fit": as an assignment, an argument or a call; for a property that is not
 * there, in a literal or not, misspelt or not; for a literal without a property, without several. That an import is
 * not there is none of them.
 */
const MISMATCHES = [2322, 2345, 2769, 2339, 2353, 2561, 2741, 2739, 2820];

/**
 * What may cost more than 5 kB: logarithms of 100 bits of two vectors' means, both exp and log with the reading of matrices, and
 * models, whose gates and scores are sums that are exact where they cancel.
 */
const LARGER: Readonly<Record<string, number>> = {
  jsDivergence: 5100,
  crossEntropyWithLogits: 5600,
  bahdanauAttention: 5500,
  attentionalDecoderOutput: 9500,
  scaledDotProductAttention: 14_400,
  attentionHead: 15_700,
  multiHeadAttention: 16_500,
  rnnCell: 7500,
  lstmCell: 9200,
  gruCell: 10_200,
};

let consumer: Consumer;

beforeAll(() => {
  consumer = packAndInstall();
});

afterAll(() => {
  consumer.remove();
});

describe("the tarball", () => {
  const files = (): string[] =>
    readdirSync(consumer.installed, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name).slice(consumer.installed.length + 1));

  it("holds what is built, its sources, and the three texts; no test, script or setting", () => {
    const outside = files().filter((path) => !/^(?:dist|src)\//u.test(path));
    expect(outside.sort()).toEqual(["CHANGELOG.md", "LICENSE", "README.md", "package.json"]);
    const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" });
    const modules = sources
      .filter((path) => path.endsWith(".ts"))
      .map((path) => path.slice(0, -".ts".length));
    const built = modules.flatMap((name) =>
      [".js", ".js.map", ".d.ts", ".d.ts.map"].map((end) => `dist/${name}${end}`),
    );
    const expected = [...built, ...modules.map((name) => `src/${name}.ts`)];
    expect(
      files()
        .filter((path) => !outside.includes(path))
        .sort(),
    ).toEqual(expected.sort());
  });

  it("holds every source that a source map names", () => {
    const maps = files().filter((path) => path.endsWith(".map"));
    expect(maps.length).toBeGreaterThan(100);
    for (const map of maps) {
      const path = join(consumer.installed, map);
      const { sources } = JSON.parse(readFileSync(path, "utf8")) as { sources: string[] };
      for (const source of sources) expect(existsSync(join(dirname(path), source)), map).toBe(true);
    }
  });

  it("is packed as publint asks, its suggestions included", async () => {
    const { messages, pkg } = await publint({ strict: true, pack: { tarball: consumer.tarball.buffer } });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it("has types that are right for modules, in Node and in bundlers", async () => {
    const analysis = await checkPackage(createPackageFromTarballData(consumer.tarball));
    if (!analysis.types) throw new Error("no types were found");
    expect(Object.keys(analysis.entrypoints)).toEqual(Object.keys(manifest.exports));
    // The profile "esm-only": neither `require` nor a resolution that does not know `exports`.
    for (const resolutionKind of ["node16-esm", "bundler"] as const)
      expect(filterProblems(analysis, { resolutionKind }), resolutionKind).toEqual([]);
  });
});

describe("the installed package", () => {
  const bundle = async (source: string): Promise<string> => {
    const { outputFiles } = await build({
      stdin: { contents: source, resolveDir: consumer.folder },
      bundle: true,
      minify: true,
      format: "esm",
      write: false,
    });
    return outputFiles[0]!.text;
  };

  it("costs an importer of sigmoid less than 1.5 kB", async () => {
    const text = await bundle('import { sigmoid } from "ml-equations"; console.log(sigmoid(2));');
    expect(text.length).toBeLessThan(1500);
    expect(text.length).toBeGreaterThan(200);
  });

  it.each(Object.keys(library))("costs an importer of %s alone no more than it may", async (name) => {
    const text = await bundle(`export { ${name} } from "ml-equations";`);
    expect(text.length).toBeLessThanOrEqual(LARGER[name] ?? 5000);
  });

  it("has no function over 5 kB that is not listed", async () => {
    const sizes = await Promise.all(
      Object.keys(LARGER).map(
        async (name) => (await bundle(`export { ${name} } from "ml-equations";`)).length,
      ),
    );
    expect(Math.min(...sizes)).toBeGreaterThan(5000);
  });

  it("has no LaTeX and no other part of the project in its root", async () => {
    const text = await bundle('import * as all from "ml-equations"; globalThis.all = all;');
    for (const word of ["\\\\frac", "\\\\sum", "latex", "BigInt", "fast-check"])
      expect(text).not.toContain(word);
    expect(text.length).toBeLessThanOrEqual(61_000);
  });

  it("keeps a record out of a bundle that wants another, through the entry of the records", async () => {
    const text = await bundle('import { relu } from "ml-equations/equations"; console.log(relu.latex);');
    expect(text).toContain("ReLU");
    expect(text).not.toContain("logsoftmax");
  });

  it.each(entries)("needs nothing of Node by the entry %s: it bundles for a browser", async (entry) => {
    const text = await bundle(`import * as all from "${entry}"; globalThis.all = all;`);
    expect(text).not.toMatch(/\brequire\b|\bprocess\.|["']node:/u);
  });

  it("works from JavaScript by every entry", () => {
    const script = `
      import { sigmoid } from "ml-equations";
      import { equations } from "ml-equations/equations";
      import { formula, real } from "ml-equations/latex";
      import { verifyEquation } from "ml-equations/verify";
      const f = formula(String.raw\`\\frac{1}{1 + e^{-z}}\`, { z: real("the logit") });
      const report = verifyEquation(equations[0], { samples: 20, catalogue: equations });
      console.log(JSON.stringify([sigmoid(2), f.evaluate({ z: 2 }), f.evaluate({ z: 2 }, { digits: 30 }), report.outcome]));
    `;
    const output = execFileSync(process.execPath, ["--input-type=module", "-e", script], {
      cwd: consumer.folder,
      encoding: "utf8",
    });
    expect(JSON.parse(output)).toEqual([
      0.8807970779778824,
      0.8807970779778824,
      "0.880797077977882444059729141302",
      "holds",
    ]);
  });

  it("has a command that verifies, on all cores", () => {
    const words = ["verify", "--only", "relu", "sigmoid", "--samples", "20", "--json"];
    // As npm links it, so the file must be executable and say what runs it.
    const output = execFileSync(join(consumer.folder, "node_modules/.bin/ml-equations"), words, {
      cwd: consumer.folder,
      encoding: "utf8",
    });
    expect(JSON.parse(output)).toMatchObject({ holds: true, equations: [{ id: "relu" }, { id: "sigmoid" }] });
  });

  it("needs nothing to get softmax but small packages", () => {
    expect(Object.keys(manifest.dependencies).sort()).toEqual([
      "cli-progress",
      "cli-table3",
      "commander",
      "fast-check",
    ]);
  });
});

describe.each<Resolution>(["nodenext", "bundler"])("its types, as %s resolves them", (resolution) => {
  const DIRECTIVE = /^[ \t]*\/\/ @ts-expect-error .*$/gmu;
  /** The line after each directive, counted from 1. */
  const expectedLines = (text: string): number[] =>
    Array.from(text.matchAll(DIRECTIVE), ({ index }) => text.slice(0, index).split("\n").length + 1);

  it("compile without the types of Node, of the DOM or of anything else that is not installed with it", () => {
    const used = Object.values(typeTests()).join("\n");
    for (const entry of entries) expect(used).toContain(`from "${entry}"`);
    expect(readdirSync(join(consumer.folder, "node_modules"))).not.toContain("@types");
    expect(consumer.compile(typeTests(), resolution)).toEqual([]);
  });

  it("refuse a number for a vector, and every other line that is expected to be refused, for that reason", () => {
    // Without the directives, each of those lines shows its error, and no other line has one.
    const bare = Object.entries(typeTests()).map(([file, text]) => [file, text.replaceAll(DIRECTIVE, "")]);
    const found = consumer.compile(Object.fromEntries(bare) as Record<string, string>, resolution);
    const expected = Object.entries(typeTests()).flatMap(([file, text]) =>
      expectedLines(text).map((line) => `${file}:${line}`),
    );
    expect(expected.length).toBeGreaterThan(30);
    expect(found.map(({ file, line }) => `${file}:${line}`)).toEqual(expected);
    for (const { code, ...rest } of found) expect(MISMATCHES, JSON.stringify(rest)).toContain(code);
  });

  it("are tested by a compiler that complains where a line that should be refused is not", () => {
    const text = [
      'import { sigmoid } from "ml-equations";',
      "// @ts-expect-error a vector for a number",
      "sigmoid(1);",
      "sigmoid([1]);",
    ].join("\n");
    const found = consumer.compile({ "example.ts": text }, resolution);
    expect(found.map(({ line, code }) => [line, code])).toEqual([
      [2, 2578],
      [4, 2345],
    ]);
  });

  it("are asked for: a type that is not there is an error, not any", () => {
    const text = 'import { nothing } from "ml-equations";\nimport "ml-equations/numeric";\nnothing();\n';
    const found = consumer.compile({ "example.ts": text }, resolution);
    expect(found.map(({ line, code }) => [line, code])).toEqual([
      [1, 2305],
      [2, 2882],
    ]);
  });
});
