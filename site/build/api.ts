// The API's pages, written by typedoc from the doc comments: one page an entry point.

import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Application, type TypeDocOptions } from "typedoc";
import type { PluginOptions } from "typedoc-plugin-markdown";
import { API, ENTRIES } from "./api-pages.js";
import { SITE } from "./measured.js";

const ROOT = join(SITE, "..");
const OUT = join(SITE, ".cache/api");

const options: Partial<TypeDocOptions> & Partial<PluginOptions> = {
  name: "ml-equations",
  entryPoints: ENTRIES.map(({ source }) => join(ROOT, "src", source)),
  basePath: join(ROOT, "src"),
  tsconfig: join(ROOT, "tsconfig.json"),
  plugin: ["typedoc-plugin-markdown"],
  out: OUT,
  readme: "none",
  disableSources: true,
  excludePrivate: true,
  excludeInternal: true,
  excludeExternals: true,
  // The root's own check has found the types to be right.
  skipErrorChecking: true,
  validation: false,
  logLevel: "Error",
  hidePageHeader: true,
  hideBreadcrumbs: true,
  useCodeBlocks: true,
  parametersFormat: "table",
  router: "module",
  modulesFileName: "index",
};
rmSync(OUT, { recursive: true, force: true });
rmSync(API, { recursive: true, force: true });
mkdirSync(API, { recursive: true });
const app = await Application.bootstrapWithPlugins(options);
const project = await app.convert();
if (project === undefined) throw new Error("typedoc could not read the sources.");
await app.generateOutputs(project);

const written = readdirSync(OUT, { recursive: true, encoding: "utf8" }).filter((path) =>
  path.endsWith(".md"),
);
const front = (title: string): string => `---\ntitle: ${title}\noutline: [2, 3]\n---\n\n`;
const moduleOf = (source: string): string => source.replace(/(?:\/index)?\.ts$/u, "");
for (const { file, name, source } of ENTRIES) {
  const path = written.find((candidate) => candidate === `${moduleOf(source)}.md`) ?? "";
  if (path === "") throw new Error(`typedoc wrote no page for ${source}, but ${written.join(", ")}.`);
  const text = readFileSync(join(OUT, path), "utf8");
  // Pages have other names here than their sources.
  const linked = ENTRIES.reduce(
    (page, entry) => page.replaceAll(`](${moduleOf(entry.source)}.md`, `](${entry.file}.md`),
    text,
  );
  const [, ...body] = linked.split("\n");
  writeFileSync(join(API, `${file}.md`), `${front(name)}# ${name}\n${body.join("\n")}`);
}
const list = ENTRIES.map(({ file, name, what }) => `- [\`${name}\`](./${file}): ${what}`).join("\n");
writeFileSync(
  join(API, "index.md"),
  `${front("API")}# API\n\nGenerated from the doc comments of the sources.\n\n${list}\n`,
);
