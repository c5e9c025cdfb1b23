// What is wrong with a formula that differs, in a sentence or two.

import type { Reference } from "./reference.js";
import type { Candidate } from "./search.js";

export function diagnose(
  candidate: Candidate,
  reference: Reference,
  variant: Candidate | undefined,
  bound: Candidate | undefined,
): string | null {
  void candidate;
  void reference;
  if (variant !== undefined) return `It is the published variant ${variant.form.id}.`;
  if (bound !== undefined) return `The arguments are swapped: ${bound.objections[0]!.reason}.`;
  return null;
}
