// Tokens → layout. Fences match structurally, scripts attach to what they follow, invisible groups vanish.

import { glue, isPrime, nameOf, spanOf, upright, withFont } from "./combine-boxes.js";
import { CLOSER, command, commandNames, DELIMITERS, OPERATOR_CHARACTERS } from "./commands.js";
import { clipped, LatexError, type LatexErrorCode, type Span } from "./errors.js";
import { layoutKey, rowSpan, type Box, type FenceBox, type GridBox, type Row } from "./layout.js";
import { TokenStream } from "./macros.js";
import { nearest } from "./nearest.js";
import { tokenize, type Token } from "./tokenize.js";

/** How deep groups, fences and arguments may nest. */
const MAX_DEPTH = 200;

/** Environments that only arrange lines. */
const LINES = new Set(
  "equation align aligned alignat alignedat gather gathered split multline eqnarray flalign displaymath math dmath".split(
    " ",
  ),
);
const GRIDS = new Set(
  "matrix pmatrix bmatrix Bmatrix vmatrix Vmatrix smallmatrix array cases dcases rcases drcases subarray numcases".split(
    " ",
  ),
);
/** Environments whose name takes an argument that draws nothing. */
const WITH_ARGUMENT = new Set(["array", "alignat", "alignedat", "subarray", "numcases"]);

/** Whether a grid only arranges lines (aligned, split), rather than being a matrix or cases. */
export function isLines(grid: GridBox): boolean {
  return LINES.has(grid.name);
}

const LINE_ENDS: ReadonlySet<string> = new Set(["\\\\", "\\cr", "\\newline"]);
const SIZING = /^\\(?:big|Big)g?[lrm]?$/u;

const WRAPPERS: Readonly<Partial<Record<string, string>>> = { $: "$", "\\[": "\\]", "\\(": "\\)" };

/** Reads LaTeX into its layout. */
export function readLayout(source: string): Row {
  const all = tokenize(source);
  let wrappers = 0;
  while (2 * wrappers + 1 < all.length) {
    const closer = WRAPPERS[all[wrappers]!.text];
    if (closer === undefined || all[all.length - 1 - wrappers]!.text !== closer) break;
    wrappers++;
  }
  const tokens = all.slice(wrappers, all.length - wrappers);
  if (tokens.length === 0) {
    throw new LatexError("empty", "Expected a formula; this is empty.", source, {
      start: 0,
      end: source.length,
    });
  }
  return new LayoutReader(new TokenStream(source, tokens)).whole();
}

type Frame =
  | { readonly type: "top" }
  | { readonly type: "group" | "bracket"; readonly opener: Token }
  | { readonly type: "fence"; readonly opener: Token; readonly open: string; readonly interval: boolean }
  | { readonly type: "left"; readonly opener: Token }
  | { readonly type: "cell"; readonly opener: Token };

class LayoutReader {
  private depth = 0;

  constructor(private readonly stream: TokenStream) {}

  whole(): Row {
    return this.row({ type: "top" }, true);
  }

  private fail(code: LatexErrorCode, reason: string, span: Span): never {
    throw new LatexError(code, reason, this.stream.source, span);
  }

  private take(expected: string, after: Span): Token {
    return this.stream.next() ?? this.fail("missing", `Expected ${expected}; the formula ends here.`, after);
  }

  /** Goes one level deeper; `depth` counts back on the way out. */
  private descend(at: Span): void {
    if (++this.depth > MAX_DEPTH) {
      this.fail(
        "too-deep",
        `Groups, fences and arguments may nest ${MAX_DEPTH} deep; here they go deeper.`,
        at,
      );
    }
  }

  /** Boxes up to the end of the frame, whose last token stays; `inLines` where `&` and `\\\\` only arrange lines. */
  private row(frame: Frame, inLines: boolean): Box[] {
    const boxes: Box[] = [];
    this.descend(frame.type === "top" ? this.stream.endSpan : frame.opener);
    for (;;) {
      const token = this.stream.peek();
      if (token === undefined) {
        if (frame.type !== "top") this.unclosed(frame);
        break;
      }
      if (SIZING.test(token.text)) {
        for (const box of this.sized(token)) boxes.push(box);
        continue;
      }
      if (this.ends(frame, token)) break;
      const font = command(token.text);
      if (font?.kind === "switch") {
        // {\bf x}: the font of all that follows in the group.
        this.stream.next();
        const rest = this.row(frame, inLines);
        boxes.push(
          ...(font.name === "upright"
            ? upright(rest, rowSpan(rest, token))
            : rest.map((box) => withFont(font.name, box))),
        );
        break;
      }
      if (token.text === "\\over") {
        this.stream.next();
        const denominator = this.row(frame, inLines);
        const numerator = glue(boxes);
        boxes.length = 0;
        boxes.push({
          type: "fraction",
          numerator,
          denominator,
          line: true,
          ...spanOf(numerator, denominator, token),
        });
        break;
      }
      const separates = token.kind === "align" || LINE_ENDS.has(token.text);
      if (separates && !inLines) {
        this.fail("unexpected", `This ${token.text} stands in a group: it separates nothing.`, token);
      }
      if (separates) {
        // Of lines that are only arranged, a fence may reach over several.
        this.stream.next();
        if (frame.type === "top" && token.kind !== "align")
          boxes.push({ type: "break", start: token.start, end: token.end });
        continue;
      }
      for (const box of this.scripted(boxes, inLines)) boxes.push(box);
    }
    this.depth--;
    return glue(boxes);
  }

  private ends(frame: Frame, token: Token): boolean {
    const separator = token.kind === "align" || LINE_ENDS.has(token.text) || token.text === "\\end";
    const delimiter = token.kind === "close" ? undefined : DELIMITERS[token.text];
    switch (frame.type) {
      case "group":
        if (token.kind === "close") return true;
        break;
      case "bracket":
        if (token.text === "]") return true;
        break;
      case "fence":
        if (delimiter?.side === "close") {
          const same = delimiter.name === CLOSER[frame.open];
          const interval = frame.interval && (delimiter.name === ")" || delimiter.name === "]");
          if (!same && !interval) {
            this.fail(
              "unclosed",
              `Expected ${CLOSER[frame.open] ?? frame.open} to close ${frame.opener.text}; found ${token.text}.`,
              {
                start: frame.opener.start,
                end: token.end,
              },
            );
          }
          return true;
        }
        break;
      case "left":
        if (token.text === "\\right") return true;
        break;
      case "cell":
        if (separator || (frame.opener.kind === "open" && token.kind === "close")) return true;
        break;
      case "top":
        break;
    }
    if (token.kind === "close") {
      if (frame.type === "top") this.fail("unexpected", "This } closes nothing.", token);
      this.unclosed(frame);
    }
    if (token.text === "\\right" || token.text === "\\end") {
      if (frame.type === "top") this.fail("unexpected", `This ${token.text} closes nothing.`, token);
      this.unclosed(frame);
    }
    if (delimiter?.side === "close" && frame.type !== "left") {
      this.fail("unexpected", `This ${token.text} closes nothing.`, token);
    }
    return false;
  }

  private unclosed(frame: Exclude<Frame, { type: "top" }>): never {
    const what = frame.type === "left" ? "\\left" : frame.opener.text;
    this.fail("unclosed", `This ${what} is never closed.`, frame.opener);
  }

  /** One item with its scripts. */
  private scripted(before: readonly Box[], inLines: boolean): readonly Box[] {
    const spaced = this.stream.peek()?.spaced === true;
    const items = this.item(before, inLines);
    let sub: Row | undefined;
    let sup: Row | undefined;
    let primes = 0;
    let supFirst = false;
    let end = items.at(-1)?.end ?? 0;
    for (;;) {
      const token = this.stream.peek();
      if (token === undefined) break;
      if (token.text === "\\limits" || token.text === "\\nolimits") {
        this.stream.next();
      } else if (token.text === "'") {
        this.stream.next();
        primes++;
        end = token.end;
      } else if (token.kind === "superscript" || token.kind === "subscript") {
        if (items.length === 0)
          this.fail(
            "unexpected",
            `Expected something before ${token.text} for the script to stand on.`,
            token,
          );
        this.stream.next();
        const isSup = token.kind === "superscript";
        if ((isSup ? sup : sub) !== undefined) {
          this.fail(
            "unexpected",
            `Two ${isSup ? "superscripts" : "subscripts"} on one thing: use braces.`,
            token,
          );
        }
        const argument = this.argument(token);
        end = this.lastEnd;
        if (isSup && argument.length > 0 && argument.every(isPrime)) {
          primes += argument.length;
        } else if (isSup) {
          sup = argument;
          supFirst = sub === undefined;
        } else if (argument.length > 0) {
          // Below nothing is drawn where nothing stands: z_{} is z, not an entry of it.
          sub = argument;
        }
      } else {
        break;
      }
    }
    const base = items.at(-1);
    let result = items;
    if (base !== undefined && (sub !== undefined || sup !== undefined || primes > 0)) {
      result = [...items.slice(0, -1), ...this.attach(base, { sub, sup, primes, supFirst, end })];
    }
    if (spaced && result[0] !== undefined) result = [{ ...result[0], spaced: true }, ...result.slice(1)];
    return result;
  }

  private attach(
    base: Box,
    scripts: { sub: Row | undefined; sup: Row | undefined; primes: number; supFirst: boolean; end: number },
  ): Box[] {
    const { sub, sup, primes, supFirst, end } = scripts;
    // `{x_i}^2` and `\hat{Y_i}^2` are drawn as x_i^2.
    if (base.type === "scripts" && !(base.sub && sub) && !(base.sup && sup)) {
      return [
        {
          ...base,
          sub: base.sub ?? sub,
          sup: base.sup ?? sup,
          primes: base.primes + primes,
          supFirst: base.sub === undefined ? supFirst : base.supFirst,
          end,
        },
      ];
    }
    if (base.type === "scripts" && base.sup && sup && !sub) {
      // A power of a power in braces: keep the inner one as a base of its own.
      const inner: FenceBox = {
        type: "fence",
        open: ".",
        close: ".",
        body: [base],
        start: base.start,
        end: base.end,
      };
      return [{ type: "scripts", base: inner, sub, sup, primes, supFirst, start: base.start, end }];
    }
    return [{ type: "scripts", base, sub, sup, primes, supFirst, start: base.start, end }];
  }

  private lastEnd = 0;

  /** An argument of a command or a script: a group, or one token with what belongs to it. */
  private argument(after: Token): Row {
    const token = this.stream.peek();
    if (token === undefined)
      this.fail("missing", `Expected an argument after ${after.text}; the formula ends here.`, after);
    if (token.kind === "open") {
      this.stream.next();
      const row = this.row({ type: "group", opener: token }, false);
      this.lastEnd = this.take("}", token).end;
      return row;
    }
    if (token.kind === "close" || token.kind === "align" || token.text === "\\\\") {
      this.fail("missing", `Expected an argument after ${after.text}.`, token);
    }
    if (token.kind === "superscript" || token.kind === "subscript") {
      this.fail("unexpected", `Expected an argument after ${after.text}, found ${token.text}.`, token);
    }
    if (DELIMITERS[token.text] !== undefined) {
      this.fail(
        "unexpected",
        `TeX takes no more than ${token.text} as what ${after.text} applies to: put all of it in braces.`,
        token,
      );
    }
    this.descend(after);
    const items = this.item([], false);
    this.depth--;
    this.lastEnd = Math.max(token.end, items.at(-1)?.end ?? 0);
    return glue([...items]);
  }

  /** The text of an argument as it stands, for names of environments and colours. */
  private rawText(after: Token): string {
    const open = this.take("{", after);
    if (open.kind !== "open") return open.text;
    let text = "";
    for (let depth = 1; ;) {
      const token = this.stream.next() ?? this.fail("unclosed", "This { is never closed.", open);
      if (token.kind === "open") depth++;
      if (token.kind === "close" && --depth === 0) break;
      text += (token.spaced && text !== "" ? " " : "") + token.text;
    }
    this.lastEnd = Math.max(open.end, this.lastEnd);
    return text;
  }

  private star(): boolean {
    const token = this.stream.peek();
    if (token?.text !== "*" || token.spaced) return false;
    this.stream.next();
    return true;
  }

  private optional(): Row | undefined {
    const token = this.stream.peek();
    if (token?.text !== "[") return undefined;
    this.stream.next();
    const row = this.row({ type: "bracket", opener: token }, false);
    this.stream.next();
    return row;
  }

  private item(before: readonly Box[], inLines: boolean): readonly Box[] {
    const token = this.take("something", this.stream.endSpan);
    const { start, end } = token;
    if (token.kind === "open") {
      const row = this.row({ type: "group", opener: token }, inLines);
      const close = this.take("}", token);
      this.lastEnd = close.end;
      const only = row[0];
      if (row.length === 1 && only?.type === "operator" && only.name === ",")
        return [{ ...only, name: "{,}" }];
      return row;
    }
    if (token.kind === "superscript" || token.kind === "subscript") {
      this.fail("unexpected", `Expected something before ${token.text} for the script to stand on.`, token);
    }
    if (token.kind === "parameter")
      this.fail("unexpected", "A # stands only in the definition of a macro.", token);
    const delimiter = DELIMITERS[token.text];
    if (delimiter !== undefined) return [this.delimited(token, delimiter, before, inLines)];
    if (token.kind === "command") return this.commanded(token, inLines);
    const text = token.text;
    if (/^\p{L}$/u.test(text)) return [{ type: "symbol", name: text, start, end }];
    if (/^[0-9]$/u.test(text)) return [{ type: "number", text, start, end }];
    if (text === "~") return [{ type: "space", width: 1 / 3, start, end }];
    if (text === "'")
      this.fail("unexpected", "Expected something before ' for the prime to stand on.", token);
    if (text === "$") this.fail("unexpected", "A $ inside a formula: one formula at a time is read.", token);
    if (OPERATOR_CHARACTERS.has(text)) {
      const colonEquals = text === ":" && this.stream.peek()?.text === "=";
      if (!colonEquals) return [{ type: "operator", name: text, start, end }];
      return [{ type: "operator", name: "=", start, end: this.take("=", token).end }];
    }
    this.fail("unexpected", `The character ${JSON.stringify(text)} has no meaning in a formula.`, token);
  }

  /** A fence, matched structurally; or a bar, whose direction the layout cannot tell. */
  private delimited(
    token: Token,
    delimiter: { name: string; side: string },
    before: readonly Box[],
    inLines: boolean,
  ): Box {
    const { start, end } = token;
    if (delimiter.side === "both") return { type: "bar", name: delimiter.name as "|" | "\\|", start, end };
    if (delimiter.side === "close") this.fail("unexpected", `This ${token.text} closes nothing.`, token);
    const previous = before.at(-1);
    const interval =
      previous?.type === "operator" && (previous.name === "\\in" || previous.name === "\\notin");
    const body = this.row({ type: "fence", opener: token, open: delimiter.name, interval }, inLines);
    const closer = this.take("a closing delimiter", token);
    const close = DELIMITERS[closer.text]?.name ?? ".";
    return { type: "fence", open: delimiter.name, close, body, start, end: closer.end };
  }

  private leftRight(token: Token, inLines: boolean): Box {
    const opener = this.take("a delimiter after \\left", token);
    const open = opener.text === "." ? "." : DELIMITERS[opener.text]?.name;
    if (open === undefined)
      this.fail("missing", `Expected a delimiter after \\left, found ${opener.text}.`, opener);
    const body = this.row({ type: "left", opener: token }, inLines);
    const right = this.take("\\right", token);
    const closer = this.take("a delimiter after \\right", right);
    const close = closer.text === "." ? "." : DELIMITERS[closer.text]?.name;
    if (close === undefined)
      this.fail("missing", `Expected a delimiter after \\right, found ${closer.text}.`, closer);
    return { type: "fence", open, close, body, start: token.start, end: closer.end };
  }

  private commanded(token: Token, inLines: boolean): readonly Box[] {
    const { start, end } = token;
    const found = command(token.text);
    if (found === undefined) {
      const near = nearest(token.text, commandNames());
      this.fail(
        "unknown-command",
        `Unknown command ${clipped(token.text)}.${near ? ` Did you mean ${near}?` : ""}`,
        token,
      );
    }
    switch (found.kind) {
      case "letter":
        return [{ type: "symbol", name: LETTER_SYNONYMS[token.text] ?? token.text, start, end }];
      case "operator":
        return [{ type: "operator", name: found.name, start, end }];
      case "big":
        return [{ type: "big", name: found.name, start, end }];
      case "function":
        return [{ type: "word", text: found.name, start, end }];
      case "space":
        return [{ type: "space", width: found.width, start, end }];
      case "silent":
        return [];
      case "swallowing":
        this.star();
        this.optional();
        this.rawText(token);
        return [];
      case "transparent": {
        const arguments_: Row[] = [];
        for (let k = 0; k < found.before; k++) arguments_.push(this.argument(token));
        const body = this.argument(token);
        const under = arguments_[0];
        // \underset{x}{\max} is \max_x; what stands over something is a remark.
        const base = body.at(-1);
        if (token.text === "\\underset" && under && base) {
          const scripts = { sub: under, sup: undefined, primes: 0, supFirst: false, end: this.lastEnd };
          return [...body.slice(0, -1), ...this.attach(base, scripts)];
        }
        return body;
      }
      case "accent":
        return this.accented(found.name, this.argument(token), { start, end: this.lastEnd });
      case "font":
        return this.fonted(found.name, token);
      case "upright":
        this.star();
        return upright(this.argument(token), { start, end: this.lastEnd });
      case "text":
        return this.text(token);
      case "switch":
        return this.fail("unexpected", `${token.text} is to stand in a group with what it changes.`, token);
      case "structure":
        return this.structure(token, inLines);
    }
  }

  private fonted(font: string, token: Token): readonly Box[] {
    const boxes = this.argument(token).map((box) => withFont(font, box));
    const only = boxes[0];
    // The command belongs to the letter that it changes.
    return boxes.length === 1 && only ? [{ ...only, start: token.start, end: this.lastEnd }] : boxes;
  }

  private accented(accent: string, row: Row, span: Span): readonly Box[] {
    const only = row[0];
    if (only === undefined) this.fail("missing", `Expected something under the ${accent}.`, span);
    if (row.length === 1 && only.type === "scripts") {
      const base = {
        type: "symbol",
        name: `${accent} ${nameOf(only.base)}`,
        start: span.start,
        end: only.base.end,
      } as const;
      return [{ ...only, base, start: span.start, end: span.end }];
    }
    const name = row.length === 1 ? nameOf(only) : layoutKey(row);
    return [{ type: "symbol", name: `${accent} ${name}`, ...span }];
  }

  /** `\text{…}`: words, and formulas between dollars. */
  private text(token: Token): readonly Box[] {
    const open = this.take("{", token);
    if (open.kind !== "open") return [{ type: "word", text: open.text, start: token.start, end: open.end }];
    const boxes: Box[] = [];
    let words = "";
    let from = open.end;
    this.descend(token);
    const flush = (end: number): void => {
      const text = words.trim();
      if (text !== "") boxes.push({ type: "word", text, start: from, end, spaced: true });
      words = "";
    };
    for (let depth = 1; ;) {
      const next = this.stream.next() ?? this.fail("unclosed", "This { is never closed.", open);
      if (next.kind === "open") depth++;
      else if (next.kind === "close") {
        if (--depth === 0) {
          if (next.spaced) words += " ";
          flush(next.start);
          this.lastEnd = next.end;
          this.depth--;
          return boxes;
        }
      } else if (next.text === "$") {
        flush(next.start);
        while (this.stream.peek() !== undefined && this.stream.peek()?.text !== "$") {
          for (const box of this.scripted(boxes, false)) boxes.push(box);
        }
        from = this.take("$", next).end;
      } else {
        if (words === "") from = next.start;
        const space = next.text === "\\ " || next.text === "~" || command(next.text)?.kind === "space";
        words += (next.spaced ? " " : "") + (space ? " " : next.text.replace(/^\\/u, ""));
      }
    }
  }

  private structure(token: Token, inLines: boolean): readonly Box[] {
    const { start } = token;
    const name = token.text.slice(1);
    if (/^[dtc]?frac$/u.test(name) || /^[dt]?binom$/u.test(name)) {
      const numerator = this.argument(token);
      const denominator = this.argument(token);
      return [
        { type: "fraction", numerator, denominator, line: name.endsWith("frac"), start, end: this.lastEnd },
      ];
    }
    switch (name) {
      case "sqrt": {
        const degree = this.optional();
        const body = this.argument(token);
        return [{ type: "root", body, degree, start, end: this.lastEnd }];
      }
      case "left":
        return [this.leftRight(token, inLines)];
      case "middle": {
        const bar = this.take("a delimiter after \\middle", token);
        return [{ type: "operator", name: "\\mid", start, end: bar.end }];
      }
      case "begin":
        return [this.environment(token)];
      case "not": {
        const next = this.take("a relation after \\not", token);
        const negated = NEGATED[next.text];
        if (negated === undefined)
          this.fail("unknown-command", `Expected =, \\in or \\subset after \\not, found ${next.text}.`, next);
        return [{ type: "operator", name: negated, start, end: next.end }];
      }
      case "underbrace":
      case "overbrace": {
        const body = this.argument(token);
        const next = this.stream.peek();
        if (next?.kind === "subscript" || next?.kind === "superscript") {
          this.stream.next();
          this.argument(next);
        }
        return body;
      }
      case "color":
        this.rawText(token);
        return [];
      case "hspace":
      case "mspace":
      case "hskip":
      case "kern": {
        this.star();
        const length = this.rawText(token);
        const parsed = /^(-?[\d.]+) ?(em|ex|mu|pt|cm|mm|in)$/u.exec(length);
        const em =
          { em: 1, ex: 0.43, mu: 1 / 18, pt: 0.1, cm: 2.85, mm: 0.285, in: 7.2 }[parsed?.[2] ?? "em"] ?? 1;
        return [{ type: "space", width: parsed ? Number(parsed[1]) * em : 1, start, end: token.end }];
      }
      case "substack": {
        const open = this.take("{", token);
        const rows: Row[] = [];
        for (;;) {
          rows.push(this.row({ type: "cell", opener: open }, true));
          const next = this.take("}", open);
          if (next.kind === "close") break;
        }
        const grid: GridBox = {
          type: "grid",
          name: "substack",
          rows: rows.map((row) => [row]),
          start,
          end: this.lastEnd,
        };
        return [grid];
      }
      default:
        return this.fail("unknown-command", `${token.text} has no meaning here.`, token);
    }
  }

  /** `\big(`, `\bigl|`: the size is nothing to us; `\bigm|` separates. */
  private sized(token: Token): readonly Box[] {
    this.stream.next();
    const next = this.take(`a delimiter after ${token.text}`, token);
    const delimiter = DELIMITERS[next.text];
    if (delimiter === undefined && next.text !== "." && next.text !== "/")
      this.fail("missing", `Expected a delimiter after ${token.text}, found ${next.text}.`, next);
    if (token.text.endsWith("m"))
      return [{ type: "operator", name: "\\mid", start: token.start, end: next.end }];
    if (next.text !== ".") this.stream.unread(next);
    return [];
  }

  private environment(token: Token): Box {
    const name = this.rawText(token);
    const plain = name.replace(/\*$/u, "");
    const lines = LINES.has(plain);
    if (!lines && !GRIDS.has(plain)) {
      const near = nearest(plain, [...LINES, ...GRIDS]);
      this.fail(
        "unknown-command",
        `Unknown environment ${clipped(name)}.${near ? ` Did you mean ${near}?` : ""}`,
        token,
      );
    }
    if (this.stream.peek()?.text === "[") this.optional();
    if (WITH_ARGUMENT.has(plain)) this.rawText(token);
    const rows: Row[][] = [[]];
    for (;;) {
      rows.at(-1)!.push(this.row({ type: "cell", opener: token }, lines));
      const next = this.take(`\\end{${name}}`, token);
      if (LINE_ENDS.has(next.text)) {
        if (this.stream.peek()?.text === "[" && this.stream.peek()?.spaced === false) this.optional();
        rows.push([]);
      } else if (next.text === "\\end") {
        const closed = this.rawText(next);
        if (closed !== name) {
          this.fail("unclosed", `Expected \\end{${name}}, found \\end{${closed}}.`, {
            start: next.start,
            end: next.end,
          });
        }
        const kept = rows.filter((cells) => cells.some((cell) => cell.length > 0));
        return { type: "grid", name: plain, rows: kept, start: token.start, end: this.lastEnd };
      }
    }
  }
}

const NEGATED: Readonly<Partial<Record<string, string>>> = {
  "=": "\\ne",
  "\\in": "\\notin",
  "\\equiv": "\\ne",
};

const LETTER_SYNONYMS: Readonly<Partial<Record<string, string>>> = {
  "\\varnothing": "\\emptyset",
  "\\ast": "*",
  "\\star": "*",
  "\\bullet": "*",
};
