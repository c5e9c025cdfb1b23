// Formulas as HTML with MathML, at build time.

import katex, { type KatexOptions } from "katex";
import { partsOf } from "../live/parts.js";
import { withParts } from "../live/mark.js";
import type { Equation } from "../../src/equations/index.js";

const OPTIONS: KatexOptions = { output: "htmlAndMathml", throwOnError: true, strict: "error", trust: false };

/** A formula as HTML in one line, safe within a template: no brace of it opens an interpolation. */
export function formulaHtml(latex: string, options: { readonly display?: boolean } = {}): string {
  return templateSafe(katex.renderToString(latex, { ...OPTIONS, displayMode: options.display === true }));
}

/** An equation's own formula with an element around each of its parts: `data-part` is the part's number. */
export function takenApartHtml(equation: Equation): string {
  const marked = withParts(equation.latex, partsOf(equation));
  const html = katex.renderToString(marked, {
    ...OPTIONS,
    displayMode: true,
    // The formulas are the catalogue's own, and so are the marks.
    trust: ({ command }) => command === "\\htmlData",
    strict: (code) => (code === "htmlExtension" ? "ignore" : "error"),
  });
  // What is copied with the formula is the formula, without marks.
  return templateSafe(html.replace(escapeHtml(marked), () => escapeHtml(equation.latex)));
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#x27;");
}

/** HTML that Markdown and templates leave alone: in one line, and without double braces. */
export function templateSafe(html: string): string {
  return html
    .replaceAll(/\s*\n\s*/gu, " ")
    .replaceAll("{", "&#123;")
    .replaceAll("}", "&#125;");
}
