// Formulas in LaTeX documents.
//
// One pass over the text, never back: what is not closed is given up at the end of its paragraph, as TeX does.

import { DISPLAYS, Finisher, type Draft, type Found } from "./draft.js";
import { isDefiner, type Macros } from "./macros.js";

/** Environments whose content is no LaTeX. */
const LITERAL = new Set(
  "verbatim Verbatim BVerbatim LVerbatim SaveVerbatim lstlisting minted comment filecontents alltt luacode".split(
    " ",
  ),
);

const TOKEN = new RegExp(
  [
    String.raw`%[^\n]*`,
    String.raw`\n(?=[ \t]*\n)`,
    String.raw`\\verb\*?(?<verb>[^A-Za-z\s*])`,
    String.raw`\\(?<edge>begin|end)\s{0,20}\{(?<environment>[^{}\n]{1,40})\}`,
    String.raw`\\[A-Za-z@]+\*?`,
    String.raw`\\[^]`,
    String.raw`\$\$?`,
    String.raw`[{}]`,
  ].join("|"),
  "gu",
);

/** A formula that has begun. */
interface Open {
  /** What ends it: `$`, `$$`, `\]`, `\)`, or `end` and the name of an environment. */
  readonly closer: string;
  readonly start: number;
  readonly environment: string;
  readonly display: boolean;
}

/** Formulas of LaTeX, and the macros on the way. */
export function* formulasInTex(text: string, macros: Macros, inline: boolean): Generator<Found> {
  const finisher = new Finisher(text, macros, inline);
  for (const draft of draftsOf(text, macros)) yield* finisher.finish(draft);
}

function* draftsOf(text: string, macros: Macros): Generator<Draft> {
  const pattern = new RegExp(TOKEN);
  let open: Open | undefined;
  let braces = 0;
  /** Environments that are known to be closed nowhere behind. */
  const unclosed = new Set<string>();
  const begin = (closer: string, environment: string, display: boolean): void => {
    open = { closer, start: pattern.lastIndex, environment, display };
    braces = 0;
  };
  const close = (end: number): Draft => {
    const { start, environment, display } = open!;
    open = undefined;
    return { start, end, environment, display };
  };
  /** Text that is skipped as a whole, by what ends it. */
  const skipPast = (end: string): void => {
    if (unclosed.has(end)) return;
    const at = text.indexOf(end, pattern.lastIndex);
    if (at < 0) unclosed.add(end);
    else pattern.lastIndex = at + end.length;
  };
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    const at = found.index;
    let token = found[0];
    let { edge, environment } = found.groups!;
    const { verb } = found.groups!;
    if (verb !== undefined) {
      const [line] = text.slice(pattern.lastIndex, pattern.lastIndex + 1000).split("\n", 1);
      const end = line!.indexOf(verb);
      if (end >= 0) pattern.lastIndex += end + 1;
      continue;
    }
    // \be, where the document defines it as \begin{equation}.
    if (token.startsWith("\\") && edge === undefined) {
      const body = macros.bodyOf(token);
      const alias = body === undefined ? null : /^\\(begin|end)\s*\{([^{}\n]{1,40})\}$/u.exec(body);
      if (alias !== null) [, edge, environment] = alias;
      else if (body === "\\[" || body === "\\]" || body === "$$") token = body;
    }
    if (edge !== undefined && environment !== undefined) {
      const plain = environment.replace(/\*$/u, "");
      if (edge === "end") {
        if (environment === "document") return;
        if (open?.closer === `end ${environment}`) yield close(at);
      } else if (LITERAL.has(plain)) skipPast(`\\end{${environment}}`);
      else if (DISPLAYS.has(plain)) {
        // Inside \[ and $$ an environment is a part of the formula; elsewhere what was open is never closed.
        if (open?.closer !== "\\]" && open?.closer !== "$$") begin(`end ${environment}`, plain, true);
      } else if (plain === "math" && open === undefined) begin(`end ${environment}`, plain, false);
      continue;
    }
    switch (token) {
      case "{":
        braces++;
        continue;
      case "}":
        braces = Math.max(0, braces - 1);
        continue;
      case "\n":
        if (open !== undefined && !open.closer.startsWith("end")) open = undefined;
        continue;
      case "\\[":
        begin("\\]", "", true);
        continue;
      case "\\(":
        if (open === undefined) begin("\\)", "", false);
        continue;
      case "\\]":
      case "\\)":
        if (open?.closer === token) yield close(at);
        continue;
      case "$":
        if (open === undefined) begin("$", "", false);
        else if (open.closer === "$" && braces === 0) yield close(at);
        continue;
      case "$$":
        if (open === undefined || open.closer === "\\]") begin("$$", "", true);
        else if (open.closer === "$$") yield close(at);
        else if (open.closer === "$" && braces === 0) {
          // $a$$b$: one ends, and the next begins.
          yield close(at);
          begin("$", "", false);
        }
        continue;
      case "\\iffalse":
        skipConditional(text, pattern);
        continue;
      case "\\url":
      case "\\nolinkurl":
      case "\\path":
      case "\\href":
      case "\\lstinline":
      case "\\mintinline":
        skipLiteral(text, pattern, token);
        continue;
      case "\\section":
      case "\\section*":
      case "\\subsection":
      case "\\subsection*":
      case "\\chapter":
      case "\\bibliography":
        open = undefined;
        continue;
      default:
        if (open === undefined && isDefiner(token)) {
          const end = macros.define(text, token, pattern.lastIndex);
          if (end !== undefined) pattern.lastIndex = end;
        }
    }
  }
}

/** Behind \iffalse: up to its \fi or \else. */
function skipConditional(text: string, pattern: RegExp): void {
  const conditional = /%[^\n]*|\\(?:if(?!f\b|thenelse)[A-Za-z]*|else|fi)(?![A-Za-z])|\\[^]/gu;
  conditional.lastIndex = pattern.lastIndex;
  for (let depth = 1; ;) {
    const found = conditional.exec(text);
    if (found === null) {
      pattern.lastIndex = text.length;
      return;
    }
    if (found[0].startsWith("\\if")) depth++;
    const ends = found[0] === "\\fi" ? --depth === 0 : found[0] === "\\else" && depth === 1;
    if (!ends) continue;
    pattern.lastIndex = conditional.lastIndex;
    return;
  }
}

/** The argument of a command that takes it as it stands: in it % begins no comment, and $ no formula. */
function skipLiteral(text: string, pattern: RegExp, command: string): void {
  const language = command === "\\mintinline" ? String.raw`(?:\{[^{}\n]{0,40}\})` : "";
  const bars =
    command === "\\lstinline" || command === "\\mintinline" ? String.raw`|([^\sA-Za-z{])[^\n]{0,500}?\1` : "";
  const argument = new RegExp(
    String.raw`(?:\[[^[\]\n]{0,200}\])?${language}(?:\s{0,20}\{[^{}\n]{0,2000}\}${bars})`,
    "uy",
  );
  argument.lastIndex = pattern.lastIndex;
  const found = argument.exec(text);
  if (found !== null) pattern.lastIndex += found[0].length;
}
