// Many random formulas and formulas with random mistakes through `check`: what comes of them, and the memory it takes.
//
//   npx tsx bench/fuzz-check.ts [count] [seed]

import { execFileSync } from "node:child_process";
import { CheckPool } from "../src/cli/check-pool.js";
import { fuzzCases } from "../tests/verify/fuzz.js";

const count = Number(process.argv[2] ?? 100_000);
const seed = Number(process.argv[3] ?? 1);
const LOT = Math.min(10_000, Math.ceil(count / 10));

const pool = new CheckPool({ timeout: 2 });
const outcomes = new Map<string, number>();
const slow: string[] = [];
const started = performance.now();

/** Resident megabytes of the processes that this one has started. */
function workersMegabytes(): string {
  try {
    const text = execFileSync("ps", ["-o", "rss=,comm=", "--ppid", String(process.pid)], {
      encoding: "utf8",
    });
    const sizes = text.split("\n").flatMap((line) => /^\s*(\d+) node/u.exec(line)?.[1] ?? []);
    return sizes.map((size) => Math.round(Number(size) / 1024)).join(" + ");
  } catch {
    return "unknown";
  }
}

async function one(latex: string, as: string | undefined): Promise<void> {
  const { verdict, error } = await pool.check(latex, as === undefined ? {} : { as });
  const isOurs = error?.message.startsWith("a defect of ml-equations") === true;
  const isLarge = error?.message.startsWith("too large: it is not") === true;
  const isFull = error?.message.startsWith("too large: checking it") === true;
  const outcome = isOurs ? "DEFECT" : isLarge ? "too slow" : isFull ? "out of memory" : verdict;
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  if (isOurs) console.log(JSON.stringify({ latex, as, message: error.message }));
  if (isLarge || isFull) slow.push(JSON.stringify({ latex, as }));
}

console.log(`${count} formulas, seed ${seed}`);
const asked: Promise<void>[] = [];
let done = 0;
for (const { latex, as } of fuzzCases(seed, count)) {
  asked.push(one(latex, as));
  if (asked.length < pool.window) continue;
  await asked.shift();
  if (++done % LOT !== 0) continue;
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  const own = Math.round(process.memoryUsage().rss / 2 ** 20);
  console.log(`${done}: ${seconds} s, ${own} MB, workers ${workersMegabytes()} MB`);
}
await Promise.all(asked);
pool.close();
const total = [...outcomes.values()].reduce((sum, n) => sum + n, 0);
console.log([...outcomes].map(([outcome, n]) => `${n} ${outcome}`).join(", "), `= ${total}`);
for (const line of slow.slice(0, 20)) console.log(line.slice(0, 400));
