// Every lesson runs as it stands, is short, and ends with the fact that it is there for.

import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = join(import.meta.dirname, "..");
const folder = join(root, "examples");

/** The last line that each lesson prints. */
const facts: Readonly<Record<string, string>> = {
  "softmax-subtracts-the-maximum":
    "softmax of 1000, 1001, 1002: 0.0900, 0.2447, 0.6652; without the subtraction: NaN, NaN, NaN",
  "attention-by-hand": '"cat" attends to itself by 0.894 and gets 0.264, 1.106; in one call, the same',
  "cross-entropy-is-negative-log-likelihood": "Cross-entropy 0.5473141019 = -log(0.1120) / 4 = 0.5473141019",
  "f1-against-the-mean": "Always saying yes: the plain mean is 0.505, F1 is 0.020",
  "tail-of-gelu": "gelu(-10) is -7.619853024160526e-23; the textbook form gives 0",
  "lstm-remembers": "After 100 steps the LSTM has kept 1.000000 of it, the simple cell 0.19",
  "gan-optimum": "At the optimum D is 0.5 and V = -1.386294361120, which is -log 4",
  "reparameterization-gradient":
    "Both are near 3: 2.97 and 2.96; the score function needs 11.1 times the draws",
};

const lessons = readdirSync(folder).filter((file) => file.endsWith(".ts"));

describe("the examples", () => {
  it("are those of which the fact is known", () => {
    expect(lessons.map((file) => file.slice(0, -".ts".length)).sort()).toEqual(Object.keys(facts).sort());
  });

  it.each(Object.entries(facts))("%s prints its fact, after some lines", (name, fact) => {
    const printed = execFileSync(process.execPath, ["--import", "tsx", `examples/${name}.ts`], {
      cwd: root,
      encoding: "utf8",
    });
    const lines = printed.trimEnd().split("\n");
    expect(lines.at(-1)).toBe(fact);
    expect(lines.length).toBeGreaterThan(3);
  });

  it.each(lessons)("%s is below 60 lines, and begins with its question", (file) => {
    const lines = readFileSync(join(folder, file), "utf8").trimEnd().split("\n");
    expect(lines.length).toBeLessThan(60);
    expect(lines[0]).toMatch(/^\/\/ .*\?/u);
  });

  it("are listed in the table, each with its fact", () => {
    const rows = readFileSync(join(folder, "README.md"), "utf8").split("\n");
    const expected = Object.entries(facts).map(([name, fact]) => `| [${name}](${name}.ts) | ${fact} |`);
    expect(rows.filter((row) => row.startsWith("| ["))).toEqual(expected);
  });
});
