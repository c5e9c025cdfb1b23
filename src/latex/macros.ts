// Macro expansion: a stream of tokens in which \newcommand, \def, \let and \DeclareMathOperator have taken effect.

import { LatexError, type Span } from "./errors.js";
import type { Token } from "./tokenize.js";

/** The most tokens that macros may expand to: as many again as the longest formula has. */
const MAX_EXPANSION = 100_000;

interface Macro {
  readonly parameters: number;
  readonly optional: readonly Token[] | undefined;
  readonly body: readonly Token[];
}

/** Commands that define macros. */
const DEFINERS = new Set([
  "\\newcommand",
  "\\renewcommand",
  "\\providecommand",
  "\\def",
  "\\gdef",
  "\\let",
  "\\DeclareMathOperator",
]);

/** Reads tokens one by one, expanding as it goes. */
export class TokenStream {
  readonly source: string;
  /** What is still to be read, last first. */
  private readonly pending: Token[];
  private readonly macros = new Map<string, Macro>();
  private expanded = 0;

  constructor(source: string, tokens: readonly Token[]) {
    this.source = source;
    this.pending = [...tokens].reverse();
  }

  /** The next token after expansion, left in place. */
  peek(): Token | undefined {
    for (;;) {
      const token = this.pending.at(-1);
      if (token?.kind !== "command") return token;
      if (DEFINERS.has(token.text)) {
        this.pending.pop();
        this.define(token);
        continue;
      }
      const macro = this.macros.get(token.text);
      if (macro === undefined) return token;
      this.pending.pop();
      this.expand(token, macro);
    }
  }

  /** The next token after expansion. */
  next(): Token | undefined {
    const token = this.peek();
    this.pending.pop();
    return token;
  }

  /** Puts a token back, to be read next. */
  unread(token: Token): void {
    this.pending.push(token);
  }

  /** Where the source ends, for errors about something missing. */
  get endSpan(): Span {
    return { start: Math.max(0, this.source.length - 1), end: this.source.length };
  }

  private fail(reason: string, span: Span): never {
    throw new LatexError("missing", reason, this.source, span);
  }

  private raw(after: Token): Token {
    return (
      this.pending.pop() ?? this.fail(`Expected more after ${after.text}; the formula ends here.`, after)
    );
  }

  /** One undelimited argument: a group without its braces, or a single token. */
  private argument(after: Token): Token[] {
    const first = this.raw(after);
    if (first.kind !== "open") return [first];
    const tokens: Token[] = [];
    for (let depth = 1; ;) {
      const token = this.pending.pop();
      if (token === undefined)
        throw new LatexError("unclosed", "This { is never closed.", this.source, first);
      if (token.kind === "open") depth++;
      if (token.kind === "close" && --depth === 0) return tokens;
      tokens.push(token);
    }
  }

  private bracketed(after: Token): Token[] | undefined {
    const first = this.pending.at(-1);
    if (first?.text !== "[") return undefined;
    this.pending.pop();
    const tokens: Token[] = [];
    for (let depth = 0; ;) {
      const token = this.raw(after);
      if (token.kind === "open") depth++;
      if (token.kind === "close") depth--;
      if (token.text === "]" && depth === 0) return tokens;
      tokens.push(token);
    }
  }

  private star(): void {
    if (this.pending.at(-1)?.text === "*") this.pending.pop();
  }

  private define(definer: Token): void {
    this.star();
    const named = this.argument(definer);
    const name = named[0];
    if (named.length !== 1 || name?.kind !== "command") {
      this.fail(`Expected the command that ${definer.text} defines.`, name ?? definer);
    }
    if (definer.text === "\\let") {
      if (this.pending.at(-1)?.text === "=") this.pending.pop();
      const target = this.raw(definer);
      const macro = this.macros.get(target.text);
      this.macros.set(name.text, macro ?? { parameters: 0, optional: undefined, body: [target] });
      return;
    }
    if (definer.text === "\\DeclareMathOperator") {
      const group = (kind: "open" | "close", text: string): Token => ({ ...name, kind, text });
      const operator: Token = { ...name, text: "\\operatorname" };
      const body = [operator, group("open", "{"), ...this.argument(definer), group("close", "}")];
      this.macros.set(name.text, { parameters: 0, optional: undefined, body });
      return;
    }
    let parameters = 0;
    let optional: Token[] | undefined;
    if (definer.text === "\\def" || definer.text === "\\gdef") {
      while (this.pending.at(-1)?.kind === "parameter") {
        this.pending.pop();
        const digit = this.raw(definer);
        parameters++;
        if (digit.text !== String(parameters)) this.fail(`Expected #${parameters} here.`, digit);
      }
      const next = this.pending.at(-1);
      if (next?.kind !== "open") {
        this.fail(
          `Expected { and what ${name.text} stands for; delimited parameters are not read.`,
          next ?? name,
        );
      }
    } else {
      const count = this.bracketed(definer);
      if (count !== undefined) {
        parameters = Number(count.map((token) => token.text).join(""));
        if (!Number.isInteger(parameters) || parameters < 0 || parameters > 9) {
          this.fail("Expected a number of parameters from 0 to 9.", count[0] ?? definer);
        }
      }
      optional = this.bracketed(definer);
    }
    this.macros.set(name.text, { parameters, optional, body: this.argument(definer) });
  }

  private expand(call: Token, macro: Macro): void {
    const values: Token[][] = [];
    if (macro.optional !== undefined) values.push(this.bracketed(call) ?? [...macro.optional]);
    while (values.length < macro.parameters) values.push(this.argument(call));
    // Tokens of the body are placed at the call: that is what the reader of the formula sees.
    const output: Token[] = [];
    for (let k = 0; k < macro.body.length; k++) {
      const token = macro.body[k]!;
      if (token.kind === "parameter") {
        const digit = macro.body[++k];
        const value = digit === undefined ? undefined : values[Number(digit.text) - 1];
        if (value === undefined) this.fail(`${call.text} has no parameter #${digit?.text ?? ""}.`, call);
        for (const inner of value) output.push(inner);
      } else {
        output.push({ ...token, start: call.start, end: call.end });
      }
      this.count(output.length, call);
    }
    this.expanded += output.length + 1;
    this.count(0, call);
    for (let k = output.length - 1; k >= 0; k--) this.pending.push(output[k]!);
  }

  private count(more: number, call: Token): void {
    if (this.expanded + more > MAX_EXPANSION) {
      throw new LatexError(
        "too-many-tokens",
        `Macros may expand to ${MAX_EXPANSION.toLocaleString("en")} tokens; ${call.text} goes beyond.`,
        this.source,
        call,
      );
    }
  }
}
