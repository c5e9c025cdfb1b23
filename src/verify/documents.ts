// Formulas in documents: where they stand in LaTeX, Markdown, reStructuredText and notebooks, and with which macros.

import type { Found } from "./documents/draft.js";
import { withPlainLineEnds } from "./documents/lines.js";
import { Macros } from "./documents/macros.js";
import { formulasInMarkdown } from "./documents/markdown.js";
import { formulasInNotebook } from "./documents/notebook.js";
import { formulasInRst } from "./documents/rst.js";
import { formulasInTex } from "./documents/tex.js";

export type { Found } from "./documents/draft.js";
export { DocumentError } from "./documents/notebook.js";

/** The kinds of documents that are read. */
export type DocumentKind = "tex" | "md" | "ipynb" | "rst";

export interface DocumentOptions {
  /** Also the formulas inside lines of text, as $x$; else only those that are displayed. */
  readonly inline?: boolean;
}

const READERS: Readonly<
  Record<DocumentKind, (text: string, macros: Macros, inline: boolean) => Generator<Found>>
> = { tex: formulasInTex, md: formulasInMarkdown, ipynb: formulasInNotebook, rst: formulasInRst };

/**
 * The formulas of a document, in their order. They are found one after the other, so that a long document is never held
 * twice; `[...formulasIn(text, "md")]` has them all.
 *
 * Of a display of several rows each row is a formula that has a relation with a left side of its own, unless it continues
 * the row before or one defines what the other uses: what belongs together is one formula.
 *
 * @example
 * [...formulasIn("The $F_1$ is\n$$\\frac{2PR}{P+R}$$", "md")];
 * // [{ latex: "\\frac{2PR}{P+R}", line: 2, preamble: "", display: true }]
 * @throws DocumentError where a notebook is none
 */
export function formulasIn(
  text: string,
  kind: DocumentKind,
  { inline = false }: DocumentOptions = {},
): Generator<Found> {
  return READERS[kind](withPlainLineEnds(text), new Macros(), inline);
}

/** The kind of document that a file is by its name, if it is one. */
export function documentKindOf(path: string): DocumentKind | undefined {
  const extension = /\.([A-Za-z]+)$/u.exec(path)?.[1]?.toLowerCase();
  switch (extension) {
    case "tex":
    case "ltx":
      return "tex";
    case "md":
    case "markdown":
    case "qmd":
    case "rmd":
      return "md";
    case "ipynb":
      return "ipynb";
    case "rst":
      return "rst";
    default:
      return undefined;
  }
}

const DISPLAY = String.raw`\\begin\s*\{(?:equation|align|alignat|flalign|gather|multline|eqnarray|displaymath)\*?\}`;

/** The kind of document that a text is which no name tells, or undefined where it is a formula. */
export function documentKindOfText(text: string, inline: boolean): DocumentKind | undefined {
  if (/^\uFEFF?\s*\{\s*"/u.test(text)) return "ipynb";
  if (/\\(?:documentclass|usepackage|section|subsection|chapter)\b|\\begin\s*\{document\}/u.test(text))
    return "tex";
  const delimited = new RegExp(
    String.raw`\$\$|(?:^|\n)[ \t]*\\?\\\[[^]*\\\]|${"```"}|\.\. math::|${DISPLAY}`,
    "u",
  );
  if (!delimited.test(text) && !(inline && /\$|\\\(/u.test(text))) return undefined;
  if (/\.\. math::/u.test(text)) return "rst";
  return "md";
}
