// The smallest inputs at which a stranger's formula gives something else.

import type { PlainInputs } from "../samples.js";
import { shownValue } from "./compare.js";
import type { Reference } from "./reference.js";
import type { Counterexample } from "./report.js";
import type { Candidate } from "./search.js";

export function counterexampleOf(candidate: Candidate, reference: Reference): Counterexample | null {
  const inputs = smallest(candidate, reference);
  if (inputs === undefined) return null;
  const { theirs } = candidate;
  return {
    inputs: { ...inputs, ...theirs.extras },
    theirs: shownValue(theirs.formula, theirs.boundAt(inputs), memberAt(candidate)),
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
  let infinite: PlainInputs | undefined;
  for (const inputs of reference.simple()) {
    if (reference.compare(theirs, inputs, member) !== "other") continue;
    // Numbers tell more than an infinity.
    const values = [reference.at(inputs, 96), theirs.valuesAt(inputs, member)(96)];
    if (values.every(({ entries }) => entries.every(({ kind }) => kind !== "infinity"))) return inputs;
    infinite ??= inputs;
  }
  return infinite ?? fit.other?.inputs ?? fit.undefinedThere[0] ?? fit.undefinedHere[0];
}
