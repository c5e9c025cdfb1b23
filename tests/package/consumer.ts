// An empty project in which the package is installed as npm would install it: packed, then unpacked.

import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const root = join(import.meta.dirname, "../..");

interface Manifest {
  readonly version: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean }>>;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}

export const manifest = readJson(join(root, "package.json")) as Manifest;

/** What tsc reports: where, and which error. */
export interface Diagnostic {
  readonly file: string;
  readonly line: number;
  readonly code: number;
  readonly message: string;
}

export type Resolution = "nodenext" | "bundler";

/** A project of somebody who has installed the package. */
export interface Consumer {
  /** The project's folder. */
  readonly folder: string;
  /** The package inside it. */
  readonly installed: string;
  /** The bytes that npm would publish. */
  readonly tarball: Uint8Array<ArrayBuffer>;
  /** Compiles files of the project, by name, and says what the compiler says. */
  compile(files: Readonly<Record<string, string>>, resolution: Resolution): readonly Diagnostic[];
  remove(): void;
}

/** Packs the package, which builds it, and installs it in an empty project. */
export function packAndInstall(): Consumer {
  const place = mkdtempSync(join(tmpdir(), "ml-equations-"));
  try {
    return installedIn(place);
  } catch (error) {
    rmSync(place, { recursive: true, force: true });
    throw error;
  }
}

function installedIn(place: string): Consumer {
  const folder = join(place, "project");
  mkdirSync(folder);

  npm(["pack", "--pack-destination", place], root);
  const [name, ...others] = readdirSync(place).filter((file) => file.endsWith(".tgz"));
  if (name === undefined || others.length > 0) throw new Error("npm pack must make one tarball");

  const dependencies = { "ml-equations": `file:../${name}` };
  writeJson(join(folder, "package.json"), { name: "project", private: true, type: "module", dependencies });
  // The dependencies are those of our own lock file, not whatever is newest today: `npm ci` has them in npm's cache.
  const lock = readJson(join(root, "package-lock.json")) as Lock;
  const locked = Object.entries(lock.packages).filter(([path, { dev }]) => path !== "" && dev !== true);
  writeJson(join(folder, "package-lock.json"), {
    name: "project",
    lockfileVersion: 3,
    requires: true,
    packages: {
      "": { name: "project", dependencies },
      "node_modules/ml-equations": {
        version: manifest.version,
        resolved: dependencies["ml-equations"],
        dependencies: manifest.dependencies,
        bin: manifest.bin,
      },
      ...Object.fromEntries(locked),
    },
  });
  npm(["install", "--prefer-offline", "--no-audit", "--no-fund"], folder);

  return {
    folder,
    installed: join(folder, "node_modules/ml-equations"),
    tarball: Uint8Array.from(readFileSync(join(place, name))),
    compile: (files, resolution) => compile(folder, files, resolution),
    remove: () => {
      rmSync(place, { recursive: true, force: true });
    },
  };
}

/** The files that stand for what a consumer writes, by name. */
export function typeTests(): Readonly<Record<string, string>> {
  const types = join(import.meta.dirname, "types");
  return Object.fromEntries(
    readdirSync(types)
      .sort()
      .map((file) => [file, readFileSync(join(types, file), "utf8")]),
  );
}

function npm(words: readonly string[], cwd: string): void {
  const { status, stdout, stderr, error } = spawnSync("npm", words, { cwd, encoding: "utf8" });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`npm ${words.join(" ")}\n${stdout}${stderr}`);
}

function writeJson(path: string, value: unknown): void {
  writeFileSync(path, JSON.stringify(value, undefined, 2));
}

function compile(
  folder: string,
  files: Readonly<Record<string, string>>,
  resolution: Resolution,
): readonly Diagnostic[] {
  const sources = join(folder, "sources");
  rmSync(sources, { recursive: true, force: true });
  mkdirSync(sources);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(sources, name), text);
  writeJson(join(sources, "tsconfig.json"), {
    compilerOptions: {
      module: resolution === "nodenext" ? "nodenext" : "esnext",
      moduleResolution: resolution,
      target: "ES2022",
      // No DOM, nothing of Node: only what the language has.
      lib: ["ES2022"],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      skipLibCheck: false,
      noEmit: true,
    },
    files: Object.keys(files),
  });
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsc, "-p", ".", "--pretty", "false"], {
    cwd: sources,
    encoding: "utf8",
  });
  const diagnostics = Array.from(
    stdout.matchAll(/^(?:(\S.*?)\((\d+),\d+\): )?error TS(\d+): (.*)$/gmu),
    ([, file = "", line = "0", code, message]) => ({
      file,
      line: Number(line),
      code: Number(code),
      message: message!,
    }),
  );
  if ((status === 0) !== (diagnostics.length === 0)) throw new Error(`tsc: ${stdout}${stderr}`);
  return diagnostics;
}
