// Sheets of the catalogue or of a family, made when they are asked for.

import { families } from "../catalogue/families.js";
import { bibtexSheet, markdownSheet, texSheet } from "../catalogue/sheet.js";

export type SheetKind = "tex" | "markdown" | "bibtex";

export function sheetOf(kind: SheetKind, family: string | undefined): string {
  const chosen = family === undefined ? families : families.filter(({ id }) => id === family);
  const title = family === undefined ? "Equations of machine learning" : chosen[0]!.name;
  if (kind === "bibtex") return bibtexSheet(chosen);
  return kind === "tex" ? texSheet(title, chosen) : markdownSheet(title, chosen);
}
