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

/** How well a query fits: 3 for the beginning of a name, 2 of a word, 1 within; 0 where some word of it is nowhere. */
export function fitOf(query: string, text: string): number {
  const words = query
    .normalize("NFC")
    .toLowerCase()
    .split(/\s+/u)
    .filter((word) => word !== "");
  if (words.length === 0) return 1;
  if (text.split(" · ").some((name) => name === query.trim().normalize("NFC").toLowerCase())) return 4;
  const fits = words.map((word) => {
    if (text.startsWith(word)) return 3;
    if (text.includes(` ${word}`) || text.includes(`-${word}`)) return 2;
    return word.length > 1 && text.includes(word) ? 1 : 0;
  });
  return Math.min(...fits);
}
