// The option `classes`: which classes a result is about, in which order.

import { describe, DomainError } from "../errors.js";
import { type Label, requireLabel } from "../labels.js";
import { requireVector } from "../vectors.js";

/**
 * For each given class its number among the classes that occur, -1 if it does not.
 *
 * @throws ShapeError if there is none; DomainError if one is given twice; TypeError if one is no label of the same type
 */
export function codesOfClasses(given: readonly Label[], occurring: readonly Label[]): number[] {
  requireVector("classes", given, "labels");
  const codeOf = new Map(occurring.map((label, code) => [label, code]));
  const seen = new Set<Label>();
  return Array.from(given, (label, i) => {
    requireLabel(`classes[${i}]`, label, "labels[0]", occurring[0]);
    seen.add(label);
    if (seen.size === i) {
      throw new DomainError(`classes[${i}] must differ from those before, but is ${describe(label)}`);
    }
    return codeOf.get(label) ?? -1;
  });
}
