// Formulas that do not end, or that take all memory, are stopped, and take nothing else with them.

import { afterEach, describe, expect, it } from "vitest";
import { CheckPool, type CheckPoolOptions } from "../../src/cli/check-pool.js";

const hostile = new URL("./hostile-worker.ts", import.meta.url);
let pool: CheckPool;

function open(options: Partial<CheckPoolOptions>): CheckPool {
  pool = new CheckPool({
    timeout: 60,
    memory: 64,
    script: hostile,
    execArgv: ["--import", "tsx"],
    ...options,
  });
  return pool;
}

/** What comes of each formula: the verdict, or the message of the error. */
async function outcomes(formulas: readonly string[]): Promise<string[]> {
  const reports = await Promise.all(formulas.map((latex) => pool.check(latex, {})));
  return reports.map(({ latex, verdict, error }) => `${latex}: ${error?.message ?? verdict}`);
}

afterEach(() => {
  pool.kill();
});

describe("the pool", () => {
  it("stops at the deadline what does not end, and goes on with another worker", async () => {
    open({ timeout: 0.5, workers: 1 });
    const late =
      "forever: too large: it is not checked within 0.5 s. Check a part of it, or give it longer with --timeout.";
    expect(await outcomes(["a", "forever", "b", "forever"])).toEqual([
      "a: unknown",
      late,
      "b: unknown",
      late,
    ]);
  });

  it("stops what takes too much memory, and goes on", async () => {
    open({ workers: 2 });
    const full = "memory: too large: checking it takes more than 64 MB of memory. Check a part of it.";
    expect(await outcomes(["memory", "a", "memory", "b"])).toEqual([full, "a: unknown", full, "b: unknown"]);
  });

  it("does not hold against a formula what others left in memory", async () => {
    open({ workers: 1 });
    expect(await outcomes(["keep", "much", "a"])).toEqual(["keep: unknown", "much: unknown", "a: unknown"]);
  });

  it("tells a failure of its own as one, and goes on", async () => {
    open({ workers: 1 });
    const [thrown, ended, next] = await outcomes(["throw", "exit", "a"]);
    expect(thrown).toBe("throw: a defect of ml-equations, please report it: it failed");
    expect(ended).toMatch(
      /^exit: a defect of ml-equations, please report it: its process ended with status 3/u,
    );
    expect(next).toBe("a: unknown");
  });

  it("checks many formulas in one worker, on several at a time", async () => {
    open({ workers: 2 });
    const formulas = Array.from({ length: 100 }, (_, k) => String(k));
    const reports = await Promise.all(formulas.map((latex) => pool.check(latex, {})));
    expect(reports.map(({ latex }) => latex)).toEqual(formulas);
    expect(new Set(reports.map(({ diagnosis }) => diagnosis)).size).toBeLessThanOrEqual(2);
  });

  it("fails where no worker can begin", async () => {
    open({ script: new URL("./no-such-worker.ts", import.meta.url) });
    await expect(pool.check("a", {})).rejects.toThrow(/ended with status 1 before it began/u);
  });
});
