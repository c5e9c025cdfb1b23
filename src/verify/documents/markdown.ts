// Formulas in Markdown, as GitHub, Jupyter, Pandoc and MyST read it.
//
// One pass over the text, never back: what is not closed is given up at the end of its paragraph.

import { DISPLAYS, Finisher, type Draft, type Found } from "./draft.js";
import { isDefiner, type Macros } from "./macros.js";
import { blocks } from "./rst.js";

/** The end of a paragraph: a blank line, or a fence of code. */
const PARAGRAPH_END = String.raw`\n(?=[ \t]*(?:\n|$|${"`{3}|~{3}"}))`;

const TOKEN = new RegExp(
  [
    String.raw`^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?<fence>${"`{3,}|~{3,}|:{3,}"})(?<info>[^\n]*)`,
    PARAGRAPH_END,
    "(?<code>`+)",
    "<!--",
    String.raw`<(?<tag>pre|code|script|style|kbd)\b`,
    String.raw`\\\\[[(]`,
    String.raw`\\(?<edge>begin|end)\s{0,20}\{(?<environment>[^{}\n]{1,40})\}`,
    String.raw`\\[A-Za-z]+\*?`,
    String.raw`\\[^]`,
    String.raw`\$\$?`,
  ].join("|"),
  "gimu",
);

/** Directives of MyST whose content is Markdown again. */
const TRANSPARENT =
  /^\{(?:note|tip|warning|important|admonition|hint|attention|caution|danger|error|seealso|dropdown|exercise|solution|theorem|proof|definition|example|prf:[a-z]+)\}/u;

/** Formulas of Markdown, and the macros on the way. */
export function* formulasInMarkdown(text: string, macros: Macros, inline: boolean): Generator<Found> {
  const plain = withoutQuotes(text);
  const finisher = new Finisher(plain, macros, inline);
  for (const draft of new MarkdownReader(plain, macros).drafts()) {
    yield* finisher.finish(draft);
    defineInside(plain, draft, macros);
  }
}

/** What a formula defines is in effect behind it. */
function defineInside(text: string, { start, end }: Draft, macros: Macros): void {
  const formula = text.slice(start, end);
  const commands = /\\(?:[A-Za-z]+\*?|[^])/gu;
  for (let found = commands.exec(formula); found !== null; found = commands.exec(formula)) {
    if (isDefiner(found[0]))
      commands.lastIndex = macros.define(formula, found[0], commands.lastIndex) ?? commands.lastIndex;
  }
}

/** The text without the > of quotes; each line stays a line. */
function withoutQuotes(text: string): string {
  if (!/^[ \t]*>/mu.test(text)) return text;
  let fence: { readonly mark: string; readonly depth: number } | undefined;
  return text
    .split("\n")
    .map((line) => {
      let rest = line;
      let depth = 0;
      // Inside of a fence of code a > more than those around it is code.
      for (; depth < (fence?.depth ?? 100); depth++) {
        const quote = /^[ \t]*> ?/u.exec(rest);
        if (quote === null) break;
        rest = rest.slice(quote[0].length);
      }
      const mark = /^[ \t]*(`{3,}|~{3,})([^\n]*)$/u.exec(rest);
      if (fence !== undefined && depth < fence.depth) fence = undefined;
      if (mark !== null) {
        if (fence === undefined) fence = { mark: mark[1]!, depth };
        else if (mark[1]!.startsWith(fence.mark) && mark[2]!.trim() === "") fence = undefined;
      }
      return rest;
    })
    .join("\n");
}

class MarkdownReader {
  private readonly pattern = new RegExp(TOKEN);
  /** Ends that are known to come nowhere behind. */
  private readonly absent = new Set<string>();
  /** Fences whose content is Markdown, the innermost last. */
  private readonly containers: string[] = [];
  /** Where an inline formula may end next, or else the end of the paragraph, as far as that has been looked for. */
  private nextDollar = -1;
  /** Where runs of backticks start, and where the code ends that each begins; 0 where it begins none. */
  private readonly runs: number[] = [];
  private readonly codeEnds: number[] = [];

  constructor(
    private readonly text: string,
    private readonly macros: Macros,
  ) {
    // A run begins code that the next run as long ends, in the same paragraph.
    const last = new Map<number, number>();
    for (const { 0: found, index } of text.matchAll(new RegExp(`\`+|${PARAGRAPH_END}`, "gmu"))) {
      if (found === "\n") {
        last.clear();
        continue;
      }
      const before = last.get(found.length);
      if (before !== undefined) this.codeEnds[before] = index + found.length;
      last.set(found.length, this.runs.length);
      this.runs.push(index);
      this.codeEnds.push(0);
    }
  }

  *drafts(): Generator<Draft> {
    const { text, pattern } = this;
    // Settings at the head of a file.
    const head = /^---[ \t]*\n(?:(?!---|\.\.\.)[^\n]*\n){0,500}(?:---|\.\.\.)[ \t]*(?:\n|$)/u.exec(text);
    if (head !== null) pattern.lastIndex = head[0].length;
    for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
      const { fence, info = "", code, tag, edge, environment } = found.groups!;
      const token = found[0];
      if (fence !== undefined && !(fence.startsWith("`") && info.includes("`"))) {
        yield* this.fenced(fence, info.trim());
      } else if (fence !== undefined) {
        pattern.lastIndex = found.index + token.indexOf(fence);
        const end = this.codeEnd(pattern.lastIndex);
        pattern.lastIndex = end ?? pattern.lastIndex + fence.length;
      } else if (code !== undefined) {
        const end = this.codeEnd(found.index);
        if (end === undefined) continue;
        pattern.lastIndex = end;
        if (text.slice(Math.max(0, found.index - 6), found.index) === "{math}")
          yield inlineDraft(found.index + code.length, end - code.length);
      } else if (token === "<!--") this.skipPast("-->");
      else if (tag !== undefined) this.skipPast(`</${tag}`);
      else if (edge === "begin") {
        const plain = environment!.replace(/\*$/u, "");
        if (DISPLAYS.has(plain)) yield* this.upTo(`\\end{${environment!}}`, plain, true);
      } else if (token === "$$") yield* this.dollars();
      else if (token === "$") yield* this.dollar(found.index);
      else if (token === "\\\\[" || token === "\\[") yield* this.bracket(found.index, token);
      else if (token === "\\\\(" || token === "\\(") yield* this.parenthesis(token);
      else if (isDefiner(token)) {
        pattern.lastIndex = this.macros.define(text, token, pattern.lastIndex) ?? pattern.lastIndex;
      }
    }
  }

  /** Skips up to behind `end`, if it comes. */
  private skipPast(end: string): void {
    if (this.absent.has(end)) return;
    const at = this.text.indexOf(end, this.pattern.lastIndex);
    if (at < 0) this.absent.add(end);
    else this.pattern.lastIndex = at + end.length;
  }

  /** Where the code ends that the run of backticks at `start` begins. */
  private codeEnd(start: number): number | undefined {
    let low = 0;
    let high = this.runs.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.runs[middle]! <= start) low = middle;
      else high = middle;
    }
    const end = this.runs[low] === start ? this.codeEnds[low]! : 0;
    return end === 0 ? undefined : end;
  }

  /** A block between fences: a formula in ```math, else code. */
  private *fenced(mark: string, info: string): Generator<Draft> {
    const { text, pattern } = this;
    const isColon = mark.startsWith(":");
    const container = this.containers.at(-1);
    if (container !== undefined && info === "" && mark.startsWith(container)) {
      this.containers.pop();
      return;
    }
    const math = /^(?:math\b|\{math\})/iu.test(info);
    if (!math && (TRANSPARENT.test(info) || isColon)) {
      if (!isColon) this.containers.push(mark);
      return;
    }
    const start = Math.min(text.length, pattern.lastIndex + 1);
    const closing = new RegExp(`^[ \\t]*${mark[0]!}{${mark.length},}[ \\t]*$`, "gmu");
    closing.lastIndex = start;
    const found = closing.exec(text);
    const end = found?.index ?? text.length;
    pattern.lastIndex = found === null ? text.length : closing.lastIndex;
    if (!math) return;
    if (!info.startsWith("{")) {
      yield { start, end, environment: "", display: true };
      return;
    }
    const options = /(?:[ \t]*:[\w-]+:[^\n]*\n|---[ \t]*\n(?:(?!---)[^\n]*\n){0,50}---[ \t]*\n)*/uy;
    options.lastIndex = start;
    const from = start + (options.exec(text)?.[0].length ?? 0);
    for (const part of blocks(text, from, end)) yield { ...part, environment: "", display: true };
  }

  /** Up to a closer in the same paragraph. */
  private *upTo(closer: string, environment: string, display: boolean): Generator<Draft> {
    const { text, pattern } = this;
    const start = pattern.lastIndex;
    const stop = new RegExp(`${escaped(closer)}|\\\\\\\\|${PARAGRAPH_END}`, "gmu");
    stop.lastIndex = start;
    for (let found = stop.exec(text); found !== null; found = stop.exec(text)) {
      if (found[0] === closer) {
        pattern.lastIndex = stop.lastIndex;
        yield { start, end: found.index, environment, display };
        return;
      }
      if (found[0] === "\n") {
        pattern.lastIndex = found.index;
        return;
      }
    }
    pattern.lastIndex = text.length;
  }

  /** `$$ … $$`. Blank lines may stand right behind the first and right before the second. */
  private *dollars(): Generator<Draft> {
    const { text, pattern } = this;
    const start = pattern.lastIndex;
    const stop = new RegExp(String.raw`\\[^]|\$\$|${PARAGRAPH_END}`, "gmu");
    stop.lastIndex = start;
    const alone = /\$\$[ \t]*[,.;:]?[ \t]*(?:\n|$)/uy;
    let empty = true;
    let checked = start;
    for (let found = stop.exec(text); found !== null; found = stop.exec(text)) {
      if (found[0] === "$$") {
        pattern.lastIndex = stop.lastIndex;
        yield { start, end: found.index, environment: "", display: true };
        return;
      }
      if (found[0] !== "\n") continue;
      empty &&= text.slice(checked, found.index).trim() === "";
      checked = found.index;
      const next = found.index + /^\s*/u.exec(text.slice(found.index))![0].length;
      alone.lastIndex = next;
      const isFence = text.startsWith("```", next) || text.startsWith("~~~", next);
      if (isFence || !(empty || alone.test(text))) {
        pattern.lastIndex = found.index;
        return;
      }
      stop.lastIndex = next;
    }
    pattern.lastIndex = text.length;
  }

  /** `$…$` and GitHub's `` $`…`$ ``. A price is no formula: "$5 and $6". */
  private *dollar(at: number): Generator<Draft> {
    const { text, pattern } = this;
    const start = at + 1;
    if (text[start] === "`") {
      const end = this.codeEnd(start);
      if (end === undefined || text[end] !== "$") return;
      const ticks = /^`+/u.exec(text.slice(start, end))![0].length;
      pattern.lastIndex = end + 1;
      yield inlineDraft(start + ticks, end - ticks);
      return;
    }
    if (/\s/u.test(text[start] ?? " ") || /[\p{L}\p{N}]/u.test(text[at - 1] ?? "")) return;
    const end = this.dollarEnd(start);
    if (end === undefined) return;
    pattern.lastIndex = end + 1;
    yield inlineDraft(start, end);
  }

  /** The $ that may end a formula that starts here: no space before it, no digit behind, in the same paragraph. */
  private dollarEnd(start: number): number | undefined {
    if (this.nextDollar < start) this.nextDollar = this.findDollar(start);
    return this.text[this.nextDollar] === "$" ? this.nextDollar : undefined;
  }

  /** That $, or the end of the paragraph that has none. */
  private findDollar(start: number): number {
    const { text } = this;
    const stop = new RegExp(String.raw`\\[^]|\$\$?|(?<code>${"`+"})|${PARAGRAPH_END}`, "gmu");
    stop.lastIndex = start;
    for (let found = stop.exec(text); found !== null; found = stop.exec(text)) {
      const at = found.index;
      if (found[0] === "\n") return at;
      const { code } = found.groups!;
      if (code !== undefined) stop.lastIndex = this.codeEnd(at) ?? stop.lastIndex;
      if (!found[0].startsWith("$")) continue;
      // $a$$b$: the first of the two ends a formula.
      if (at > start && !/\s/u.test(text[at - 1]!) && !/\d/u.test(text[at + 1] ?? "")) return at;
    }
    return text.length;
  }

  /** `\[ … \]`, also with its backslashes escaped. Elsewhere `\[` is a bracket: it must be what its line begins with. */
  private *bracket(at: number, token: string): Generator<Draft> {
    const { text } = this;
    const before = text.slice(Math.max(0, at - 200), at);
    if (!/(?:^|\n)[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?$/u.test(before)) return;
    yield* this.asMath(token === "\\[" ? "\\]" : "\\\\]", true);
  }

  private *parenthesis(token: string): Generator<Draft> {
    yield* this.asMath(token === "\\(" ? "\\)" : "\\\\)", false);
  }

  /** Up to the closer, if what stands between looks like a formula rather than like words in escaped brackets. */
  private *asMath(closer: string, display: boolean): Generator<Draft> {
    for (const draft of this.upTo(closer, "", display)) {
      const content = this.text.slice(draft.start, Math.min(draft.end, draft.start + 2000));
      if (/[\\=^_<>+]/u.test(content) || /^\s*\p{L}\s*$/u.test(content)) yield draft;
    }
  }
}

function inlineDraft(start: number, end: number): Draft {
  return { start, end, environment: "", display: false };
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/gu, "\\$&");
}
