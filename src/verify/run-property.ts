// Running a check on drawn inputs, and shrinking the inputs where it fails.

import * as fc from "fast-check";
import { UndecidedError } from "../evaluate/formula.js";
import type { PlainInputs } from "./samples.js";

/** Shrinking stops after so many more evaluations: inputs may be vectors of a thousand entries. */
const MOST_SHRINKS = 400;

/** Inputs at which a check failed, made as simple as they get, and what it threw there. */
export interface Counterexample {
  readonly inputs: PlainInputs;
  readonly error: unknown;
}

/**
 * Runs `check` on `edges` and on `runs` drawn inputs. It throws where it fails, and gives false for inputs that do not
 * count, as when they do not meet an assumption.
 */
export function runProperty(
  arbitrary: fc.Arbitrary<PlainInputs>,
  check: (inputs: PlainInputs) => boolean,
  settings: { readonly seed: number; readonly runs: number; readonly edges: readonly PlainInputs[] },
): Counterexample | undefined {
  if (settings.runs + settings.edges.length === 0) return undefined;
  let failed = false;
  let left = MOST_SHRINKS;
  const property = fc.property(arbitrary, (inputs) => {
    if (failed && left-- <= 0) return;
    try {
      fc.pre(check(inputs));
    } catch (error) {
      failed ||= !fc.PreconditionFailure.isFailure(error);
      throw error;
    }
  });
  const details = fc.check(property, {
    seed: settings.seed,
    numRuns: settings.runs + settings.edges.length,
    examples: settings.edges.map((inputs) => [inputs]),
    maxSkipsPerRun: 100,
  });
  if (!details.failed) return undefined;
  if (details.counterexample === null) {
    return {
      inputs: {},
      error: new UndecidedError(`Only ${details.numRuns} of the drawn inputs meet the assumptions.`),
    };
  }
  return { inputs: details.counterexample[0], error: details.errorInstance };
}
