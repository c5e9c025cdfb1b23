// The pages of the API in the sidebar: typedoc writes one for each entry point.

import { existsSync } from "node:fs";
import { join } from "node:path";
import { SITE } from "./measured.js";

export const ENTRIES = [
  {
    file: "functions",
    name: "ml-equations",
    source: "index.ts",
    what: "the functions, on numbers and arrays",
  },
  {
    file: "equations",
    name: "ml-equations/equations",
    source: "equations/index.ts",
    what: "the catalogue as data",
  },
  {
    file: "latex",
    name: "ml-equations/latex",
    source: "evaluate/index.ts",
    what: "formulas of your own, read and evaluated",
  },
  {
    file: "verify",
    name: "ml-equations/verify",
    source: "verify/index.ts",
    what: "formulas held against implementations",
  },
] as const;

export const API = join(SITE, "api");

export const apiSidebar = existsSync(API)
  ? ENTRIES.map(({ file, name }) => ({ text: name, link: `/api/${file}` }))
  : [];
