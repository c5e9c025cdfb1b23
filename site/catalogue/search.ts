// Finding equations by name, by another name, by id and by symbol.

import { latexOfKey } from "../../src/latex/symbols.js";
import type { Equation } from "../../src/equations/index.js";
import { symbolText } from "../live/symbol-text.js";

/** Everything an equation is found by, in one line. */
export function searchText({ id, name, aliases = [], family, symbols, latex }: Equation): string {
  const written = Object.entries(symbols)
    .filter(([, { kind }]) => kind !== "function")
    .flatMap(([key, symbol]) => {
      const { base, sub } = symbolText(symbol.latex ?? latexOfKey(key));
      return [key, base, base + sub];
    });
  const left = /\\operatorname\{([^}]*)\}/u.exec(latex)?.[1] ?? "";
  const words = [name, ...aliases, id, family, left, ...written];
  return [
    ...new Set(words.map((word) => word.normalize("NFC").toLowerCase()).filter((word) => word !== "")),
  ].join(" · ");
}

/**
 * How well a query fits: 4 where it is a name, 3 where a name starts with it, 2 where all its words are in one name, 1 where
 * they are in several; 0 where some word of it is nowhere.
 */
export function fitOf(query: string, text: string): number {
  const asked = query.normalize("NFC").toLowerCase().trim();
  const words = asked.split(/\s+/u).filter((word) => word !== "");
  if (words.length === 0) return 1;
  const names = text.split(" · ");
  if (names.includes(asked)) return 4;
  if (names.some((name) => name.startsWith(asked))) return 3;
  // A letter is a symbol: it is not looked for within words.
  const within = (name: string, word: string): boolean =>
    word.length > 1 ? name.includes(word) : name.split(/[\s-]/u).includes(word);
  if (names.some((name) => words.every((word) => within(name, word)))) return 2;
  return words.every((word) => names.some((name) => within(name, word))) ? 1 : 0;
}
