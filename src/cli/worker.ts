// A worker of the pool: verifies the equations that it is sent, one after the other.

import { equations } from "../equations/index.js";
import { equationOf } from "./catalogue.js";
import { brokenReport, verifyPart, type EquationReport } from "../verify/index.js";
import type { Answer, Task } from "./pool.js";

/** Progress goes out in lots. */
const LOT = 20;

const answer = (message: Answer): void => {
  process.send!(message);
};

process.on("message", ({ id, part, samples, seed }: Task) => {
  const equation = equationOf(id);
  let pending = 0;
  const onSample = (): void => {
    if (++pending < LOT) return;
    answer({ kind: "progress", samples: pending });
    pending = 0;
  };
  let report: EquationReport;
  try {
    report = verifyPart(equation, part, { samples, seed, onSample, catalogue: equations });
  } catch (error) {
    // One broken record must not take the reports of the others with it.
    report = brokenReport(id, error);
  }
  answer({ kind: "progress", samples: pending });
  answer({ kind: "report", report });
});
