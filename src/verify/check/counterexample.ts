// The smallest inputs at which a stranger's formula gives something else.

import type { PlainInputs } from "../samples.js";
import { ballsAt, compareValues, shownValue } from "./compare.js";
import type { Reference } from "./reference.js";
import type { Counterexample } from "./report.js";
import type { Candidate } from "./search.js";

export function counterexampleOf(candidate: Candidate, reference: Reference): Counterexample | null {
  const inputs = smallest(candidate, reference);
  if (inputs === undefined) return null;
  const { theirs } = candidate;
  return {
    inputs,
    theirs: shownValue(theirs.formula, theirs.formula.bind(theirs.inputs(inputs)), memberAt(candidate)),
    reference: shownValue(reference.form.formula, reference.boundAt(inputs)),
  };
}

/** The side of their chain that differs. */
function memberAt({ theirs, fit }: Candidate) {
  return theirs.members[fit.other?.member ?? theirs.members.length - 1]!;
}

function smallest(candidate: Candidate, reference: Reference): PlainInputs | undefined {
  const { theirs, fit } = candidate;
  const member = memberAt(candidate);
  for (const inputs of reference.simple()) {
    const there = (bits: number) =>
      ballsAt(theirs.formula, theirs.formula.bind(theirs.inputs(inputs)), bits, member);
    const here = (bits: number) => ballsAt(reference.form.formula, reference.boundAt(inputs), bits);
    if (compareValues(here, there) === "other") return inputs;
  }
  return fit.other?.inputs ?? fit.undefinedThere[0] ?? fit.undefinedHere[0];
}
