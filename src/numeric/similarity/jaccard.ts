import { type UndefinedOptions, undefinedValueOf } from "../choice.js";
import { wrongType } from "../errors.js";

/**
 * Jaccard index: J(U, V) = |U ∩ V| / |U ∪ V|.
 *
 * The quotient of two exact counts, rounded once. Of two empty sets it is 0 / 0; scikit-learn's jaccard_score, of
 * indicators of the elements, returns 0 there and warns, unless told otherwise by zero_division.
 *
 * @param U the elements of a set in any order; as in a Set, repetitions do not count, NaN is equal to itself and 0 to
 *   -0
 * @param V the elements of the other set
 * @param options.undefinedValue the result for two empty sets; NaN unless given
 * @returns a share in [0, 1]
 * @throws TypeError if U or V is not iterable
 */
export function jaccard(U: Iterable<unknown>, V: Iterable<unknown>, options?: UndefinedOptions): number {
  const undefinedValue = undefinedValueOf(options);
  const first = asSet("U", U);
  const second = asSet("V", V);
  let common = 0;
  for (const element of first) if (second.has(element)) common++;
  const all = first.size + second.size - common;
  return all === 0 ? undefinedValue : common / all;
}

function asSet(name: string, elements: Iterable<unknown>): ReadonlySet<unknown> {
  if (elements instanceof Set) return elements;
  const candidate = elements as Partial<Iterable<unknown>> | null | undefined;
  if (typeof candidate?.[Symbol.iterator] !== "function") {
    throw wrongType(name, "an iterable, such as an array or a Set", elements);
  }
  return new Set(elements);
}
