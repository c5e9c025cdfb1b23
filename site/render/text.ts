// The records' words as HTML.

import { escapeHtml, formulaHtml, templateSafe } from "./katex.js";
import { linkOf } from "../catalogue/bibtex.js";
import type { Source } from "../../src/equations/equation.js";
import { latexOfKey, showDomain, type SymbolDeclaration } from "../../src/latex/symbols.js";

/** Plain words with `code` between backticks. */
export function wordsHtml(text: string): string {
  return templateSafe(escapeHtml(text).replaceAll(/`([^`]+)`/gu, "<code>$1</code>"));
}

export function sourceHtml({ authors, year, title, reference, at }: Source): string {
  const place = at === undefined ? "" : `, ${escapeHtml(at)}`;
  return templateSafe(
    `${escapeHtml(authors)} (${year}). <cite>${escapeHtml(title)}</cite>. <a href="${escapeHtml(linkOf(reference))}">${escapeHtml(reference)}</a>${place}`,
  );
}

/** A symbol as it is drawn. */
export function symbolHtml(key: string, symbol: SymbolDeclaration): string {
  return formulaHtml(symbol.latex ?? latexOfKey(key));
}

/** What kind of thing a symbol is, and where its values lie. */
export function kindText(symbol: SymbolDeclaration): string {
  switch (symbol.kind) {
    case "function":
      return "a function of the catalogue";
    case "mapping":
      return `a function: ${symbol
        .among()
        .map(({ name }) => name)
        .join(" or ")}`;
    case "index":
      return `a whole number from 1 to ${symbol.size}`;
    case "labels":
      return `${symbol.size} whole numbers from 1 to ${symbol.classes}`;
    case "set":
      return "a finite set";
    case "clustering":
      return `${symbol.items} items in ${symbol.clusters} sets, given by the label of each item`;
    case "family":
      return `${symbol.count} matrices ${symbol.member.rows} × ${symbol.member.columns}${within(symbol.member)}`;
    case "vector":
      return `a vector of ${symbol.size}${within(symbol)}`;
    case "matrix":
      return `a matrix ${symbol.rows} × ${symbol.columns}${within(symbol)}`;
    case "real":
      return `a real number${within(symbol)}`;
    case "integer":
      return `a whole number${within(symbol)}`;
    case "probability":
      return `a probability${within(symbol)}`;
  }
}

function within({
  domain,
}: SymbolDeclaration & { readonly domain: Parameters<typeof showDomain>[0] }): string {
  const shown = showDomain(domain);
  return shown === "(-∞, ∞)" ? "" : ` in ${shown}`;
}
