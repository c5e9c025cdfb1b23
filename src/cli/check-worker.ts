// A worker of the pool that checks formulas: one after the other, as they are sent.

import { checkFormula } from "../verify/check/check.js";
import type { CheckAnswer, CheckTask } from "./check-pool.js";

const answer = (message: CheckAnswer): void => {
  process.send!(message);
};

process.on("message", ({ latex, options }: CheckTask) => {
  try {
    answer({ kind: "report", report: checkFormula(latex, options) });
  } catch (error) {
    answer({
      kind: "broken",
      message: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  }
});

// The catalogue is loaded: from now on time counts.
answer({ kind: "ready" });
