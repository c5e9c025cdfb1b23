// Nothing is exported that nobody imports, and no package is declared that nobody needs.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { manifest, root } from "./package/consumer.js";
import { dependencyProblems, exportsOf, neededOnlyByTests, neededByNobody } from "./unused.js";

/** Exports that only tests need, each with its reason. */
const FOR_TESTS = [
  // How the tests of the exact layer ask whether an enclosure is right and tight.
  "src/exact/order.ts: contains",
  "src/exact/order.ts: hull",
  "src/exact/order.ts: isFinite",
  // Functions and constants of the exact layer that no formula asks for by name.
  "src/exact/exponential.ts: expm1",
  "src/exact/index.ts: NEGATIVE_INFINITY",
  "src/exact/index.ts: ln10",
  "src/exact/index.ts: ln2",
  "src/exact/logarithm.ts: log1p",
  // What the tests hold of statements.
  "src/verify/statements.ts: FALSE_ALARM",
];

/** The sources of the modules that `package.json` exports. */
const entries = Object.values(manifest.exports).flatMap((entry) =>
  typeof entry === "string" ? [] : [entry.default.replace(/^\.\/dist\/(.+)\.js$/u, "src/$1.ts")],
);

describe("this project", () => {
  it("exports nothing that no other module needs, save what is listed with its reason", () => {
    const all = exportsOf(root, entries);
    expect(all.length).toBeGreaterThan(400);
    const expected = [...FOR_TESTS].sort();
    expect([...neededByNobody(all), ...neededOnlyByTests(all)].sort()).toEqual(expected);
  });

  it("declares each package that it imports, and imports or runs each that it declares", () => {
    expect(dependencyProblems(root, ["eslint.config.js"])).toEqual({ undeclared: [], unneeded: [] });
  });
});

describe("the search for what is unused, in a small project", () => {
  let project: string;

  const files: Readonly<Record<string, string>> = {
    "tsconfig.json": JSON.stringify({
      compilerOptions: { module: "NodeNext", strict: true, types: [], paths: { small: ["./src/index.ts"] } },
      include: ["src", "tests"],
    }),
    "package.json": JSON.stringify({
      name: "small",
      type: "module",
      scripts: { test: "run-tests --all" },
      dependencies: { "@scope/used": "1", unused: "1", "for-tests": "1" },
      devDependencies: {
        runner: "1",
        "@types/scope__used": "1",
        "@types/plain": "1",
        "@types/unused": "1",
        idle: "1",
        helper: "1",
        plain: "1",
      },
    }),
    "node_modules/runner/package.json": JSON.stringify({ name: "runner", bin: { "run-tests": "run.js" } }),
    "node_modules/idle/package.json": JSON.stringify({ name: "idle", bin: "idle.js" }),
    "src/index.ts": `
      import used from "@scope/used/part";
      export { published } from "./barrel.js";
      export const here: unknown = used;`,
    "src/barrel.ts": `
      export { byNobody, inFixtures, onlyPassedOn, published } from "./things.js";
      export { shared as alias } from "./shared.js";`,
    "src/things.ts": `
      import * as all from "./shared.js";
      import type { Whole } from "helper";
      export interface Part { readonly part: number }
      export interface Lonely { readonly lonely: Whole }
      export interface Inner { readonly inner: number }
      const inner: Inner = { inner: 1 };
      export const own = inner.inner;
      export function published(part: Part): number { return part.part + own + all.byProperty; }
      export function byNobody(): void {}
      export function onlyPassedOn(): void {}
      export function inFixtures(): void {}`,
    "src/shared.ts": `
      export const shared = 1;
      export const byProperty = 1;
      export const byPattern = 1;
      export const notByPattern = 1;
      export default class Main {}`,
    "src/dynamic.ts": `
      export interface Options { readonly main: import("./shared.js").default }
      export async function load(): Promise<number> {
        const { byPattern } = await import("./shared.js");
        return byPattern;
      }`,
    "src/whole.ts": "export const a = 1;\nexport const b = 2;",
    "tests/some.test.ts": `
      import { here, published } from "small";
      import { inFixtures as renamed } from "../src/barrel.js";
      import { alias } from "../src/barrel.js";
      import { load } from "../src/dynamic.js";
      import * as whole from "../src/whole.js";
      import "for-tests";
      import "plain";
      import "not-declared";
      import "node:fs";
      void [here, published, renamed, { alias }, load, Object.keys(whole)];`,
  };

  beforeAll(() => {
    project = mkdtempSync(join(tmpdir(), "ml-equations-unused-"));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(project, path)), { recursive: true });
      writeFileSync(join(project, path), text);
    }
  });

  afterAll(() => {
    rmSync(project, { recursive: true, force: true });
  });

  it("finds exports that nobody imports, though a barrel passes them on or their own file uses them", () => {
    expect(neededByNobody(exportsOf(project, ["src/index.ts"]))).toEqual([
      "src/dynamic.ts: Options",
      "src/shared.ts: notByPattern",
      "src/things.ts: Inner",
      "src/things.ts: Lonely",
      "src/things.ts: byNobody",
      "src/things.ts: onlyPassedOn",
      "src/things.ts: own",
    ]);
  });

  it("finds exports that only tests import, under another name or as a whole", () => {
    expect(neededOnlyByTests(exportsOf(project, ["src/index.ts"]))).toEqual([
      "src/dynamic.ts: load",
      "src/shared.ts: shared",
      "src/things.ts: inFixtures",
      "src/whole.ts: a",
      "src/whole.ts: b",
    ]);
  });

  it("finds packages that are imported but not declared, or declared and not needed", () => {
    expect(dependencyProblems(project)).toEqual({
      undeclared: ["src/things.ts: helper", "tests/some.test.ts: not-declared", "tests/some.test.ts: node"],
      unneeded: ["unused", "for-tests", "@types/unused", "idle"],
    });
  });
});
