// Runs a script of the site's own package, whose tools are installed there the first time.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const site = fileURLToPath(new URL("../site/", import.meta.url));

function npm(...words) {
  const { status } = spawnSync("npm", words, {
    cwd: site,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  if (status !== 0) process.exit(status ?? 1);
}

if (!existsSync(`${site}node_modules`)) npm("ci", "--no-audit", "--no-fund");
npm("run", process.argv[2] ?? "dev");
