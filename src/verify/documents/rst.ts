// Formulas in reStructuredText, as Sphinx reads it: `.. math::` and `:math:`.

import { Finisher, type Draft, type Found } from "./draft.js";
import type { Macros } from "./macros.js";
import type { Part } from "./rows.js";

/** Directives whose content is no reStructuredText. */
const LITERAL =
  /^\.\.[ \t]+(?:code|code-block|sourcecode|parsed-literal|literalinclude|highlight|raw|doctest|testcode|productionlist|graphviz|plot|ipython)::/u;
const MATH = /^\.\.[ \t]+math::[ \t]*/u;

/** Formulas of reStructuredText. */
export function* formulasInRst(text: string, macros: Macros, inline: boolean): Generator<Found> {
  const finisher = new Finisher(text, macros, inline);
  for (const draft of draftsOf(text)) yield* finisher.finish(draft);
}

function* draftsOf(text: string): Generator<Draft> {
  for (let at = 0; at < text.length;) {
    const end = endOfLine(text, at);
    const line = text.slice(at, end);
    const body = line.trimStart();
    const indent = line.length - body.length;
    const math = MATH.exec(body);
    if (math !== null) {
      const content = at + indent + math[0].length;
      at = endOfBlock(text, end + 1, indent);
      for (const part of blocks(text, behindOptions(text, content), at))
        yield { ...part, environment: "", display: true };
    } else if (LITERAL.test(body) || isComment(body)) at = endOfBlock(text, end + 1, indent);
    else {
      for (const { 0: role, index } of line.matchAll(/:math:`[^`]+`/gu)) {
        const start = at + index + ":math:`".length;
        yield { start, end: at + index + role.length - 1, environment: "", display: false };
      }
      at =
        /(?:^|[^.:])::\s*$/u.test(body) && !body.startsWith("..")
          ? endOfBlock(text, end + 1, indent)
          : end + 1;
    }
  }
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  return end < 0 ? text.length : end;
}

/** `.. words`, which are neither a directive, a target, a footnote nor a substitution. */
function isComment(body: string): boolean {
  return /^\.\.(?:[ \t]+(?![_[|])(?![\w:+.-]+::)|[ \t]*$)/u.test(body);
}

/** Where a block ends whose lines are blank or indented more than `indent`. */
function endOfBlock(text: string, from: number, indent: number): number {
  let at = from;
  while (at < text.length) {
    const end = endOfLine(text, at);
    const line = text.slice(at, end);
    if (line.trim() !== "" && line.length - line.trimStart().length <= indent) break;
    at = end + 1;
  }
  return Math.min(at, text.length);
}

/** Options of a directive stand right below it. */
function behindOptions(text: string, content: number): number {
  const options = /[ \t]*(?:\n[ \t]+:[\w-]+:[^\n]*)+/uy;
  options.lastIndex = content;
  return content + (options.exec(text)?.[0].length ?? 0);
}

/** Parts of a text between blank lines: each is a formula to Sphinx. */
export function* blocks(text: string, from: number, to: number): Generator<Part> {
  let start = from;
  for (const { 0: blank, index } of text.slice(from, to).matchAll(/\n(?:[ \t]*\n)+/gu)) {
    yield { start, end: from + index };
    start = from + index + blank.length;
  }
  yield { start, end: to };
}
