// A worker that does what it is told: formulas that no limit of the reader's stops.

import type { CheckAnswer, CheckTask } from "../../src/cli/check-pool.js";

const kept: unknown[] = [];

const answer = (message: CheckAnswer): void => {
  process.send!(message);
};

process.on("message", ({ latex }: CheckTask) => {
  if (latex === "forever") for (;;);
  if (latex === "memory") for (;;) kept.push(Array.from({ length: 1000 }, Math.random));
  if (latex === "keep") for (let k = 0; k < 3000; k++) kept.push(Array.from({ length: 1000 }, Math.random));
  // Enough for a new worker, too much for one that has kept something.
  if (latex === "much") for (let k = 0; k < 5000; k++) kept.push(Array.from({ length: 1000 }, Math.random));
  if (latex === "exit") process.exit(3);
  if (latex === "throw") {
    answer({ kind: "broken", message: "it failed" });
    return;
  }
  answer({
    kind: "report",
    report: {
      latex,
      verdict: "unknown",
      holds: null,
      equation: null,
      nearest: null,
      mapping: {},
      counterexample: null,
      diagnosis: String(process.pid),
      error: null,
      notes: [],
    },
  });
});

answer({ kind: "ready" });
