// A formula that a document's reader has come upon, and what becomes of it.

import { Lines } from "./lines.js";
import { withoutDefinitions, type Macros } from "./macros.js";
import { formulasOfDisplay, type Part } from "./rows.js";

/** A formula of a document. */
export interface Found {
  /** As it stands in the document, without what delimits it. */
  readonly latex: string;
  /** The line of its first character, counted from 1. */
  readonly line: number;
  /** The definitions of the macros that it uses, as they are in effect where it stands. */
  readonly preamble: string;
  /** Whether it is displayed, rather than inside a line of text. */
  readonly display: boolean;
}

/** Where a formula stands in a text. */
export interface Draft extends Part {
  /** The environment, without its star; "" where there is none. */
  readonly environment: string;
  readonly display: boolean;
}

/** The environments that display. */
export const DISPLAYS: ReadonlySet<string> = new Set(
  "equation align alignat flalign gather multline eqnarray displaymath dmath IEEEeqnarray empheq".split(" "),
);
/** Behind \begin{…} of these stand arguments. */
const ARGUMENTS: Readonly<Partial<Record<string, RegExp>>> = {
  alignat: /\s*\{[^{}\n]{0,20}\}/uy,
  IEEEeqnarray: /\s*(?:\[[^[\]\n]{0,40}\])?\s*\{[^{}\n]{0,40}\}/uy,
  empheq: /\s*(?:\[[^[\]\n]{0,80}\])?\s*\{[^{}\n]{0,40}\}/uy,
};

/** Turns drafts into formulas. */
export class Finisher {
  private readonly lines: Lines;

  constructor(
    private readonly text: string,
    private readonly macros: Macros,
    private readonly inline: boolean,
  ) {
    this.lines = new Lines(text);
  }

  /** The formulas of a draft: none where only macros are defined, or where inline ones are not asked for. */
  *finish(draft: Draft): Generator<Found> {
    if (!draft.display && !this.inline) return;
    const { text } = this;
    const start = this.behindArguments(draft);
    const parts = draft.display
      ? formulasOfDisplay(text, { start, end: draft.end }, draft.environment)
      : [trimmedPart(text, draft)];
    for (const part of parts) {
      const latex = text.slice(part.start, part.end);
      if (isNothing(latex)) continue;
      yield {
        latex,
        line: this.lines.at(part.start),
        preamble: this.macros.neededBy(latex),
        display: draft.display,
      };
    }
  }

  private behindArguments({ environment, start }: Draft): number {
    const pattern = ARGUMENTS[environment];
    if (pattern === undefined) return start;
    pattern.lastIndex = start;
    return start + (pattern.exec(this.text)?.[0].length ?? 0);
  }
}

function trimmedPart(text: string, { start, end }: Part): Part {
  const inside = text.slice(start, end);
  const from = start + inside.length - inside.trimStart().length;
  return { start: from, end: Math.max(from, start + inside.trimEnd().length) };
}

/** Whether nothing of a formula is left without comments, definitions, labels and punctuation. */
function isNothing(latex: string): boolean {
  const left = withoutDefinitions(latex)
    .replace(/%[^\n]*/gu, "")
    .replace(/\\(?:label|tag|nonumber|notag)\b\*?(?:\{[^{}]*\})?/gu, "");
  return !/[^\s,.;:&{}\\]/u.test(left);
}
