// The macros that a document defines, and which of them a formula needs.

/** One definition, as the reader of formulas takes it. */
interface Definition {
  readonly order: number;
  readonly text: string;
  /** What it stands for, where it takes no arguments; of \let the other name. */
  readonly body: string | undefined;
  /** Commands in its body, looked up when a formula uses it. */
  readonly commands: readonly string[];
  /** Of \let: what the other name stood for at that time. */
  readonly frozen: Definition | undefined;
}

/** A definition longer than this is not a macro for formulas; an unclosed brace is not looked for any further. */
const LONGEST = 20_000;
/** The definitions that a formula needs may be so many, of so many characters in all; the rest is left out. */
const MOST = 200;
const MOST_CHARACTERS = 20_000;

const COMMAND = /\\(?:[A-Za-z]+|[^])/gu;

/** Commands that define a macro. */
const DEFINERS: ReadonlySet<string> = new Set(
  [
    "newcommand renewcommand providecommand DeclareRobustCommand",
    "def gdef edef xdef let DeclareMathOperator DeclarePairedDelimiter",
    "NewDocumentCommand RenewDocumentCommand ProvideDocumentCommand DeclareDocumentCommand",
  ]
    .join(" ")
    .split(" ")
    .map((name) => `\\${name}`),
);

/** Whether a command, with its backslash, defines a macro. */
export function isDefiner(command: string): boolean {
  return DEFINERS.has(command.replace(/\*$/u, ""));
}

/** A formula without the definitions that stand in it. */
export function withoutDefinitions(latex: string): string {
  const pattern = new RegExp(COMMAND);
  let rest = "";
  let from = 0;
  for (let found = pattern.exec(latex); found !== null; found = pattern.exec(latex)) {
    if (!isDefiner(found[0])) continue;
    const end = new Macros().define(latex, found[0], pattern.lastIndex);
    if (end === undefined) continue;
    rest += latex.slice(from, found.index);
    from = end;
    pattern.lastIndex = end;
  }
  return rest + latex.slice(from);
}

/** The macros in effect at one place of a document. */
export class Macros {
  private readonly current = new Map<string, Definition>();
  private count = 0;
  /** Where the search for a closing brace was given up: up to there nothing else is taken for a definition. */
  private runaway = { source: "", end: -1 };
  private readonly cache = new Map<string, string>();

  /**
   * Takes the definition whose command ends at `at`.
   *
   * @param command the command that defines, with its star if it has one
   * @returns where the definition ends, or undefined where there is none
   */
  define(source: string, command: string, at: number): number | undefined {
    if (at < this.runaway.end && source === this.runaway.source) return undefined;
    const reader = new ArgumentReader(source, at);
    const definition = this.read(reader, command.replace(/\*$/u, ""), command.endsWith("*"));
    if (reader.runaway) this.runaway = { source, end: at + LONGEST };
    if (definition === undefined) return undefined;
    const { name, text } = definition;
    // A form that is not read is no reason to go on with what the name meant before.
    if (text === undefined) this.current.delete(name);
    else if (!(command === "\\providecommand" && this.current.has(name)) && definition.body !== name) {
      const { body } = definition;
      const frozen = command === "\\let" ? this.current.get(body ?? "") : undefined;
      const commands = command === "\\let" ? [] : (text.match(COMMAND) ?? []).filter((used) => used !== name);
      const order = this.count++;
      this.current.set(name, { order, text, body, commands: [...new Set(commands)], frozen });
    }
    return reader.at;
  }

  private read(
    reader: ArgumentReader,
    command: string,
    starred: boolean,
  ): { name: string; text: string | undefined; body: string | undefined } | undefined {
    if (!starred) reader.skip("*");
    const name = reader.name();
    if (name === undefined) return undefined;
    switch (command) {
      case "\\let": {
        reader.skip("=");
        const target = reader.token();
        return target === undefined ? undefined : { name, text: `\\let${name}=${target}`, body: target };
      }
      case "\\def":
      case "\\gdef":
      case "\\edef":
      case "\\xdef": {
        const parameters = reader.upToBrace();
        const body = reader.group();
        if (parameters === undefined || body === undefined) return undefined;
        // Delimited parameters (\def\x#1.{…}) are not read.
        const plain = /^(?:#\d)*$/u.test(parameters);
        const text = plain ? `\\def${name}${parameters}{${body}}` : undefined;
        return { name, text, body: parameters === "" ? body : undefined };
      }
      case "\\DeclareMathOperator": {
        const body = reader.group();
        return body === undefined
          ? undefined
          : { name, text: `\\DeclareMathOperator${starred ? "*" : ""}{${name}}{${body}}`, body: undefined };
      }
      case "\\DeclarePairedDelimiter": {
        const open = reader.group();
        const close = open === undefined ? undefined : reader.group();
        if (open === undefined || close === undefined) return undefined;
        return {
          name,
          text: `\\newcommand{${name}}[1]{\\left${open || "."} #1 \\right${close || "."}}`,
          body: undefined,
        };
      }
      case "\\NewDocumentCommand":
      case "\\RenewDocumentCommand":
      case "\\ProvideDocumentCommand":
      case "\\DeclareDocumentCommand": {
        const kinds = reader.group();
        const body = kinds === undefined ? undefined : reader.group();
        if (kinds === undefined || body === undefined) return undefined;
        const form = /^\s*(?:O\s*\{([^{}]*)\}\s*)?((?:m\s*)*)$/u.exec(kinds);
        if (form === null) return { name, text: undefined, body: undefined };
        const mandatory = form[2]!.replace(/\s/gu, "").length;
        const count = mandatory + (form[1] === undefined ? 0 : 1);
        return { name, text: newCommand(name, String(count), form[1], body), body: count ? undefined : body };
      }
      default: {
        const count = reader.bracketed();
        const optional = reader.bracketed();
        const body = reader.group();
        if (body === undefined) return undefined;
        return {
          name,
          text: newCommand(name, count, optional, body),
          body: count === undefined ? body : undefined,
        };
      }
    }
  }

  /** What a command without arguments stands for: `\begin{equation}` for a document's \be. */
  bodyOf(command: string): string | undefined {
    return this.current.get(command)?.body?.trim();
  }

  /** The definitions that a formula needs, in the order of the document. */
  neededBy(latex: string): string {
    if (this.current.size === 0) return "";
    const needed = new Set<Definition>();
    const waiting: Definition[] = [];
    let length = 0;
    const want = (definition: Definition | undefined): void => {
      if (definition === undefined || needed.has(definition)) return;
      length += definition.text.length;
      if (length > MOST_CHARACTERS || needed.size >= MOST) return;
      needed.add(definition);
      waiting.push(definition);
    };
    for (const command of new Set(latex.match(COMMAND))) want(this.current.get(command));
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      want(next.frozen);
      for (const command of next.commands) want(this.current.get(command));
    }
    const inOrder = [...needed].sort((a, b) => a.order - b.order);
    // Formulas that need the same share one text.
    const key = inOrder.map(({ order }) => order).join(" ");
    const known = this.cache.get(key);
    if (known !== undefined) return known;
    // The line end keeps the last one apart from the formula: \let\b=\a and then b.
    const text = inOrder.map((definition) => `${definition.text}\n`).join("");
    if (this.cache.size >= 1000) this.cache.clear();
    this.cache.set(key, text);
    return text;
  }
}

function newCommand(
  name: string,
  count: string | undefined,
  optional: string | undefined,
  body: string,
): string {
  const parameters = count === undefined || count === "0" ? "" : `[${count}]`;
  return `\\newcommand{${name}}${parameters}${optional === undefined ? "" : `[${optional}]`}{${body}}`;
}

/** Reads the arguments of a definition, one after the other. */
class ArgumentReader {
  /** Whether a brace was opened that nothing closes nearby. */
  runaway = false;

  constructor(
    private readonly source: string,
    public at: number,
  ) {}

  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source);
    if (found === null) return undefined;
    this.at += found[0].length;
    return found;
  }

  skip(character: string): void {
    this.match(/\s{0,100}(?:%[^\n]{0,200}\n\s{0,100})?/uy);
    if (this.source[this.at] === character) this.at++;
  }

  /** `\x` or `{\x}` */
  name(): string | undefined {
    this.skip("");
    const found = this.match(/\{\s{0,100}(\\(?:[A-Za-z]+|[^]))\s{0,100}\}|(\\(?:[A-Za-z]+|[^]))/uy);
    return found?.[1] ?? found?.[2];
  }

  /** A command or a character. */
  token(): string | undefined {
    this.skip("");
    return this.match(/\\(?:[A-Za-z]+|[^])|[^\s{}]/uy)?.[0];
  }

  /** Parameters of \def. */
  upToBrace(): string | undefined {
    const found = this.match(/[^{}\n]{0,100}(?=\{)/uy);
    return found?.[0].replace(/\s/gu, "");
  }

  bracketed(): string | undefined {
    this.skip("");
    return this.match(/\[([^[\]{}\n]{0,200}|\{[^{}\n]{0,200}\})\]/uy)?.[1];
  }

  /** A group, or a single token, without its braces. */
  group(): string | undefined {
    this.skip("");
    if (this.source[this.at] !== "{") return this.token();
    const window = this.source.slice(this.at + 1, this.at + 1 + LONGEST);
    let depth = 1;
    for (const { 0: found, index } of window.matchAll(/\\[^]|[{}]|%[^\n]*/gu)) {
      if (found === "{") depth++;
      if (found !== "}" || --depth > 0) continue;
      this.at += index + 2;
      return window.slice(0, index);
    }
    this.runaway = true;
    return undefined;
  }
}
