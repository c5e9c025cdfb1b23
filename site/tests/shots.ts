// Screenshots to look at: `npx tsx tests/shots.ts FOLDER`.

import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { startSession } from "./browser.js";

const folder = process.argv[2] ?? "shots";
const only = process.argv[3];
mkdirSync(folder, { recursive: true });

const pages = {
  home: "/index.html",
  sigmoid: "/equations/sigmoid.html",
  "scaled-dot-product-attention": "/equations/scaled-dot-product-attention.html",
  "roc-auc": "/equations/roc-auc.html",
  check: `/check.html?latex=${encodeURIComponent(String.raw`\operatorname{softmax}\left(\frac{QK^\top}{d_k}\right) V`)}`,
  errata: "/errata.html",
};
const kinds = {
  light: { colorScheme: "light", viewport: { width: 1280, height: 900 } },
  dark: { colorScheme: "dark", viewport: { width: 1280, height: 900 } },
  phone: { colorScheme: "light", viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true },
} as const;

const session = await startSession();
for (const [name, path] of Object.entries(pages)) {
  if (only !== undefined && name !== only) continue;
  for (const [kind, options] of Object.entries(kinds)) {
    const { page, complaints, close } = await session.open(path, options);
    await page.waitForTimeout(1500);
    await page.screenshot({ path: join(folder, `${name}-${kind}.png`), fullPage: name !== "home" });
    if (complaints.length > 0)
      console.log(
        name,
        kind,
        complaints.map((text) => text.slice(0, 200)),
      );
    await close();
  }
}
await session.close();
