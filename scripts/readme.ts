// Puts real outputs into the README: what its commands print, and what its lines of code give.
//
//     npm run readme
//
// A test holds that the README is what this makes of it.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = join(import.meta.dirname, "..");
export const README = join(root, "README.md");

const ENTRIES: Readonly<Record<string, string>> = {
  "ml-equations": "src/index.ts",
  "ml-equations/equations": "src/equations/index.ts",
  "ml-equations/latex": "src/evaluate/index.ts",
  "ml-equations/verify": "src/verify/index.ts",
};

/** The README with the outputs of its `console` blocks and the values in the comments of its `ts` blocks. */
export function withRealOutputs(readme: string): string {
  return readme
    .replaceAll(/```console\n([^]*?)```/gu, (_, block: string) => {
      const commands = block.split("\n").filter((line) => line.startsWith("$ "));
      return `\`\`\`console\n${commands.map((line) => `${line}\n${outputOf(line.slice(2))}`).join("\n")}\`\`\``;
    })
    .replaceAll(/```ts\n([^]*?)```/gu, (_, block: string) => `\`\`\`ts\n${withValues(block)}\`\`\``);
}

/** What a command prints, as one sees it in a terminal: errors too. */
function outputOf(command: string): string {
  const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined };
  return execFileSync("bash", ["-c", `${command} 2>&1 || true`], { cwd: root, encoding: "utf8", env });
}

const VALUE = /^(?!const |import |\/\/)(.+); \/\/ .*$/u;

function withValues(block: string): string {
  const lines = block.split("\n");
  const script = lines
    .map((line) => line.replace(VALUE, "shown.push(inspect($1));"))
    .join("\n")
    .replaceAll(
      /from "(ml-equations[^"]*)"/gu,
      (_, entry: string) => `from "${pathToFileURL(join(root, ENTRIES[entry]!)).href}"`,
    );
  const folder = mkdtempSync(join(tmpdir(), "readme-"));
  try {
    const file = join(folder, "block.mts");
    writeFileSync(
      file,
      `import { inspect } from "node:util";\nconst shown = [];\n${script}\nconsole.log(JSON.stringify(shown));\n`,
    );
    const output = execFileSync(process.execPath, ["--import", "tsx", file], { cwd: root, encoding: "utf8" });
    const values = JSON.parse(output) as string[];
    return lines
      .map((line) =>
        line.replace(VALUE, (_, code: string) => `${code}; // ${values.shift()!.replaceAll(/\s+/gu, " ")}`),
      )
      .join("\n");
  } finally {
    rmSync(folder, { recursive: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(README, withRealOutputs(readFileSync(README, "utf8")));
}
