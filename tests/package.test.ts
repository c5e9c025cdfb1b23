// The package as it is published: built, small, and free of LaTeX where importers meet it.

import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  version: string;
  dependencies: Record<string, string>;
};

describe("the built package", () => {
  let place: string;
  let installed: string;

  beforeAll(() => {
    place = mkdtempSync(join(tmpdir(), "ml-equations-"));
    installed = join(place, "node_modules/ml-equations");
    mkdirSync(installed, { recursive: true });
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    execFileSync(
      process.execPath,
      [tsc, "-p", join(root, "tsconfig.build.json"), "--outDir", join(installed, "dist")],
      { cwd: root },
    );
    cpSync(join(root, "package.json"), join(installed, "package.json"));
    // What npm would install beside it, with what that needs in turn.
    symlinkSync(join(root, "node_modules"), join(installed, "node_modules"));
  });

  afterAll(() => {
    rmSync(place, { recursive: true, force: true });
  });

  const bundle = async (source: string): Promise<string> => {
    const { outputFiles } = await build({
      stdin: { contents: source, resolveDir: place },
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

  it("has no LaTeX and no other part of the project in its root", async () => {
    const text = await bundle('import * as all from "ml-equations"; globalThis.all = all;');
    for (const word of ["\\\\frac", "\\\\sum", "latex", "BigInt", "fast-check"])
      expect(text).not.toContain(word);
    expect(text.length).toBeLessThan(20_000);
  });

  it("keeps a record out of a bundle that wants another, through the entry of the records", async () => {
    const text = await bundle('import { relu } from "ml-equations/equations"; console.log(relu.latex);');
    expect(text).toContain("ReLU");
    expect(text).not.toContain("logsoftmax");
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
      cwd: place,
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
    const output = execFileSync(process.execPath, [join(installed, "dist/cli/main.js"), ...words], {
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
