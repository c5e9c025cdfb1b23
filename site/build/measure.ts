// Verifies every equation and variant on a few drawn inputs, and writes the largest errors met for the pages to state.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { equations, withVariants } from "../../src/equations/index.js";
import { verifyPart } from "../../src/verify/index.js";
import { MEASURED, type Measured } from "./measured.js";

/** Few, as every build does it; `npm run verify` takes a thousand and the edges. */
const SAMPLES = 40;
const MAX_SIZE = 100;

const measured: Record<string, Measured> = {};
for (const equation of equations.flatMap(withVariants)) {
  const report = verifyPart(equation, 1, { samples: SAMPLES, maxSize: MAX_SIZE, catalogue: equations });
  if (report.outcome !== "holds")
    throw new Error(
      `${equation.id} ${report.outcome}: ${report.failures.map(({ message }) => message).join("; ")}`,
    );
  measured[equation.id] = { samples: report.samples, maxUlps: report.maxUlps };
}
mkdirSync(dirname(MEASURED), { recursive: true });
writeFileSync(MEASURED, `${JSON.stringify(measured, undefined, 1)}\n`);
