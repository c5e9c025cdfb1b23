// What pages of Markdown take from the catalogue: a line `<!-- @name -->` stands for it.

import type { Plugin } from "vitepress";
import { errataPage } from "./errata.js";
import { catalogueHtml, exampleHtml } from "./home.js";

const INSERTIONS: Readonly<Record<string, () => string>> = {
  catalogue: catalogueHtml,
  example: exampleHtml,
  errata: errataPage,
};

export function insertions(): Plugin {
  return {
    name: "catalogue-insertions",
    enforce: "pre",
    transform(code, id) {
      if (!id.endsWith(".md")) return undefined;
      return code.replaceAll(/<!-- @([a-z]+) -->/gu, (_, name: string) => {
        const insertion = INSERTIONS[name];
        if (insertion === undefined) throw new Error(`${id}: there is nothing called ${name} to insert.`);
        return insertion();
      });
    },
  };
}

/** KaTeX's style without the fonts for browsers that are no more. */
export function woff2Only(): Plugin {
  return {
    name: "katex-woff2-only",
    enforce: "pre",
    transform(code, id) {
      if (!id.includes("katex.min.css")) return undefined;
      return code.replaceAll(/,url\([^)]*\.(?:woff|ttf)\) format\("[a-z]+"\)/gu, "");
    },
  };
}
