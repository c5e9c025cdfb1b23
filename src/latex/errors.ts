// Errors of reading and evaluating LaTeX: each knows its place in the source and shows it underlined.

/** A half-open range of the source, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What went wrong, for programs; the message is for people. */
export type LatexErrorCode =
  | "empty"
  | "too-long"
  | "too-deep"
  | "too-many-tokens"
  | "too-large"
  | "unclosed"
  | "unexpected"
  | "missing"
  | "unknown-command"
  | "undeclared"
  | "redefined"
  | "shape"
  | "index"
  | "range"
  | "unsupported"
  | "declaration";

const WINDOW = 72;
const LONGEST_SHOWN = 40;

/** Text of a formula as a message shows it: the beginning, where it is long. */
export function clipped(text: string): string {
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

/** The line of `source` that holds the span, clipped to a window, with carets below the span. */
export function underline(source: string, span: Span): string {
  // A place at the end, or in blank lines, is shown behind the last visible character.
  const start = Math.min(span.start, source.trimEnd().length);
  const lineStart = start === 0 ? 0 : source.lastIndexOf("\n", start - 1) + 1;
  const newline = source.indexOf("\n", start);
  const lineEnd = newline === -1 ? source.length : newline;
  const end = Math.min(Math.max(span.end, start + 1), Math.max(lineEnd, start + 1));
  const from = Math.max(lineStart, Math.min(start - 20, lineEnd - WINDOW));
  const to = Math.min(lineEnd, from + WINDOW);
  const before = from > lineStart ? "…" : "";
  const after = to < lineEnd ? "…" : "";
  const text = source.slice(from, to).replaceAll("\t", " ");
  const caretCount = Math.max(1, Math.min(end, Math.max(to, start + 1)) - start);
  return `  ${before}${text}${after}\n  ${" ".repeat(before.length + start - from)}${"^".repeat(caretCount)}`;
}

/** An error in a formula, with its place: `message` holds the reason and the source underlined. */
export class LatexError extends Error implements Span {
  override readonly name = "LatexError";
  readonly code: LatexErrorCode;
  /** What is wrong, in one line, without the excerpt. */
  readonly reason: string;
  /** The formula as it was given. */
  readonly source: string;
  readonly start: number;
  readonly end: number;

  constructor(code: LatexErrorCode, reason: string, source: string, span: Span) {
    super(source === "" ? reason : `${reason}\n\n${underline(source, span)}`);
    this.code = code;
    this.reason = reason;
    this.source = source;
    this.start = span.start;
    this.end = span.end;
  }
}
