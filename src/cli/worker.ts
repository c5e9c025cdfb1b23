// A worker of the pool: verifies the equations that it is sent, or runs their mutants, one after the other.

import { equations } from "../equations/index.js";
import { equationOf } from "./catalogue.js";
import {
  brokenMutants,
  brokenReport,
  verifyMutants,
  verifyPart,
  type EquationReport,
  type MutantsReport,
} from "../verify/index.js";
import type { Answer, Task } from "./pool.js";

/** Progress goes out in lots. */
const LOT = 20;

const answer = (message: Answer): void => {
  process.send!(message);
};

process.on("message", (task: Task) => {
  let pending = 0;
  const onDone = (): void => {
    if (++pending < LOT) return;
    answer({ kind: "progress", done: pending });
    pending = 0;
  };
  const report = run(task, onDone);
  answer({ kind: "progress", done: pending });
  answer({ kind: "report", report });
});

/** One broken record must not take the reports of the others with it. */
function run(task: Task, onDone: () => void): EquationReport | MutantsReport {
  const { kind, id, seed } = task;
  const equation = equationOf(id);
  if (kind === "mutants") {
    try {
      return verifyMutants(equation, { seed, onMutant: onDone });
    } catch (error) {
      return brokenMutants(equation, error);
    }
  }
  const { part, samples } = task;
  try {
    return verifyPart(equation, part, { samples, seed, onSample: onDone, catalogue: equations });
  } catch (error) {
    return brokenReport(id, error);
  }
}
