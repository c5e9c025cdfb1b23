// A formula's LaTeX with its parts marked, for KaTeX to draw each in an element of its own.

import type { Part } from "./parts.js";

/**
 * The LaTeX with `\htmlData{part=k}{…}` around each part. Only for formulas of the catalogue: whoever renders this trusts
 * the command.
 */
export function withParts(latex: string, parts: readonly Pick<Part, "span">[]): string {
  const inserts: { readonly at: number; readonly text: string; readonly order: number }[] = [];
  parts.forEach(({ span }, k) => {
    // A script without braces takes one token: what is marked is more.
    const bare = /[_^]\s*$/u.test(latex.slice(0, span.start));
    inserts.push({ at: span.start, text: `${bare ? "{" : ""}\\htmlData{part=${k}}{`, order: k });
    // Of what ends in one place the inner parts, which come later, close first.
    inserts.push({ at: span.end, text: bare ? "}}" : "}", order: -1 - k });
  });
  inserts.sort((a, b) => a.at - b.at || a.order - b.order);
  let text = "";
  let from = 0;
  for (const { at, text: inserted } of inserts) {
    text += latex.slice(from, at) + inserted;
    from = at;
  }
  return text + latex.slice(from);
}
