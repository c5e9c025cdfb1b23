// The site: VitePress, its own fonts left out, and what comes from the catalogue put in.

import { defineConfig } from "vitepress";
import { equations } from "../../src/equations/index.js";
import { apiSidebar } from "../build/api-pages.js";
import { families } from "../catalogue/families.js";
import { withPolicy } from "../render/policy.js";
import { insertions, woff2Only } from "../render/insertions.js";

export default defineConfig({
  title: "ml-equations",
  description: `${equations.length} classical equations of machine learning: the formula that you read is the formula that runs.`,
  lang: "en",
  base: process.env["SITE_BASE"] ?? "/",
  outDir: "dist",
  cacheDir: ".cache/vitepress",
  srcExclude: ["README.md", "tests/**"],
  metaChunk: true,
  // A page is read for what it says: the next one is fetched when it is asked for.
  router: { prefetchLinks: false },
  head: [
    ["link", { rel: "icon", type: "image/svg+xml", href: `${process.env["SITE_BASE"] ?? "/"}icon.svg` }],
  ],
  themeConfig: {
    outline: { level: 2, label: "On this page" },
    nav: [
      { text: "Equations", link: "/" },
      { text: "Check", link: "/check" },
      { text: "Errata", link: "/errata" },
      { text: "API", link: "/api/" },
    ],
    sidebar: {
      "/equations/": families.map(({ name, equations: members }) => ({
        text: name,
        items: members.map(({ id, name: text }) => ({ text, link: `/equations/${id}` })),
      })),
      "/api/": apiSidebar,
    },
    docFooter: { prev: "Before", next: "Next" },
  },
  transformHtml: withPolicy,
  vite: {
    plugins: [insertions(), woff2Only()],
    resolve: { dedupe: ["fast-check"] },
    worker: { format: "es" },
    // Fonts in a style sheet as data would need a wider policy.
    build: { target: "es2022", chunkSizeWarningLimit: 1000, assetsInlineLimit: 0 },
  },
});
