// The option `classes`: which classes a result is about, in which order.

import { DomainError } from "../errors.js";
import { type Label, labelText, requireLabel, requireVectorOfLabels } from "../labels.js";

/**
 * For each given class its number among the classes that occur, -1 if it does not.
 *
 * @throws ShapeError if there is none; DomainError if one is given twice; TypeError if one is no label of the same type
 */
export function codesOfClasses(given: readonly Label[], occurring: readonly Label[]): Int32Array {
  requireVectorOfLabels("classes", given);
  const codeOf = new Map(occurring.map((label, code) => [label, code]));
  const placeOf = new Map<Label, number>();
  return Int32Array.from(given, (label, i) => {
    requireLabel(`classes[${i}]`, label, "labels[0]", occurring[0]);
    const twin = placeOf.get(label);
    if (twin !== undefined) {
      throw new DomainError(
        `classes[${i}] must differ from classes[${twin}], but is ${labelText(label)} too`,
      );
    }
    placeOf.set(label, i);
    return codeOf.get(label) ?? -1;
  });
}
