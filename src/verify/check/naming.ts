// Which equation a left side names: F_1 =, KL(p ‖ q) =, \text{Huber loss} =.

import type { Equation } from "../../equations/equation.js";
import type { LeftSide } from "./names.js";
import type { Functions } from "./vocabulary.js";

/** A name without case, spaces and signs. */
function squashed(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/<(?:bold|cal|fraktur|blackboard|hat|vec) ([^<>]*)>/gu, "$1")
    .replaceAll(/[^a-z0-9]/gu, "");
}

/** Words that say that something is a loss, and not which. */
const EMPTY = new Set(["loss", "l", "error", "cost", "objective", "score", "metric", "j", "f", "e"]);

/** The equations that a left side names; a single letter names none. */
export function namedBy(
  left: LeftSide,
  catalogue: readonly Equation[],
  functions: Functions,
): readonly Equation[] {
  const { letters, sub } = left.name;
  const key = sub === "" ? letters : `${letters}_${sub}`;
  const words = [squashed(key), squashed(letters), squashed(sub)].filter(
    (word) => word.length >= 2 && !EMPTY.has(word),
  );
  const bySpelling = [key, letters].flatMap((name) => {
    const equation = /^[A-Za-z]{2,}|_/u.test(name) ? functions.get(name) : undefined;
    return equation === undefined
      ? []
      : [catalogue.find((one) => equation.id.split("/")[0] === one.id) ?? equation];
  });
  const byName = catalogue.filter((equation) => {
    const own = equation.formula.statement.lefts[0]?.name;
    const names = [
      equation.id,
      equation.name,
      ...(equation.aliases ?? []),
      ...(own === undefined || own.letters.length + own.sub.length < 2 ? [] : [`${own.letters}${own.sub}`]),
    ].map(squashed);
    return words.some((word) => names.includes(word));
  });
  return [...new Set([...bySpelling, ...byName])];
}
