// Whatever it is given, `check` has a verdict.

import { afterAll, expect, it } from "vitest";
import { CheckPool } from "../../src/cli/check-pool.js";
import { fuzzCases } from "./fuzz.js";

const SEED = Number(process.env["FUZZ_SEED"] ?? 1);
const COUNT = 2000;

const pool = new CheckPool({ timeout: 2, execArgv: ["--import", "tsx"] });

afterAll(() => {
  pool.kill();
});

it(
  `has a verdict for ${COUNT} random and mutated formulas (FUZZ_SEED=${SEED})`,
  { timeout: 1_800_000 },
  async () => {
    const verdicts = new Map<string, number>();
    const asked = [...fuzzCases(SEED, COUNT)].map(async ({ latex, as }) => {
      const { verdict, error } = await pool.check(latex, as === undefined ? {} : { as });
      const told = `FUZZ_SEED=${SEED}: ${JSON.stringify(latex)}${as === undefined ? "" : ` as ${as}`}`;
      expect(["equivalent", "differs", "statement", "unreadable", "unknown"], told).toContain(verdict);
      expect(error !== null, told).toBe(verdict === "unreadable");
      expect(error?.message ?? "", told).not.toContain("a defect of ml-equations");
      if (error !== null && !error.message.startsWith("too large")) {
        expect(error.start, told).toBeLessThanOrEqual(error.end);
        expect(error.end, told).toBeLessThanOrEqual(latex.length);
      }
      verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1);
    });
    const failed = (await Promise.allSettled(asked)).filter((result) => result.status === "rejected");
    expect(failed.map(({ reason }) => (reason as Error).message)).toEqual([]);
    // All kinds come up, or the mistakes are too many or too few to find anything.
    for (const verdict of ["equivalent", "differs", "unreadable", "unknown"])
      expect(verdicts.get(verdict), verdict).toBeGreaterThan(COUNT / 200);
  },
);
