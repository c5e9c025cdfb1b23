// KaTeX in the browser: for formulas that come about there. A stranger's is never trusted.

import katex from "katex";

/** A formula as HTML with MathML; one that KaTeX cannot draw is shown as it is written. */
export function latexHtml(latex: string, display: boolean): string {
  return katex.renderToString(latex, {
    displayMode: display,
    output: "htmlAndMathml",
    trust: false,
    strict: "ignore",
    throwOnError: false,
    maxExpand: 500,
    maxSize: 20,
  });
}
