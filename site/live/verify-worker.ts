// The verifier in a thread of its own: equations one after the other, with word of how far it is.

import { equations, withVariants } from "../../src/equations/index.js";
import { brokenReport, verifyEquation, type EquationReport } from "../../src/verify/index.js";
import type { VerifyAnswer, VerifyTask } from "./workers.js";

/** Progress is told in lots. */
const LOT = 10;

const answer = (message: VerifyAnswer): void => {
  postMessage(message);
};
const all = equations.flatMap(withVariants);

addEventListener("message", ({ data: { id, samples } }: MessageEvent<VerifyTask>) => {
  let pending = 0;
  const onSample = (): void => {
    if (++pending < LOT) return;
    answer({ kind: "progress", samples: pending });
    pending = 0;
  };
  let report: EquationReport;
  try {
    const equation = all.find((each) => each.id === id)!;
    report = verifyEquation(equation, { samples, maxSize: 100, onSample, catalogue: equations });
  } catch (error) {
    report = brokenReport(id, error);
  }
  // Inputs may hold functions by name and large arrays; the page shows the message alone.
  answer({ kind: "report", report: { ...report, worstAt: undefined } });
});
