// The formulas of one display: rows that each state something of their own are formulas of their own.
//
// The reader takes several lines as one formula whose other lines define what it uses. So rows stay together where one
// continues another (it starts with a relation, an operator or a word such as "where", or a fence is still open), and
// where one defines what another uses. Else each row with a relation and a left side of its own stands alone.

/** A part of a text, from `start` to before `end`. */
export interface Part {
  readonly start: number;
  readonly end: number;
}

/** Environments whose rows are aligned pairs: what stands behind every second & may be a formula of its own. */
const PAIRS = new Set(["align", "alignat", "flalign", "aligned", "alignedat"]);
/** Environments inside a display whose rows are the display's. */
const INNER = new Set([...PAIRS, "gather", "gathered", "split", "eqnarray", "equation"]);
/** Environments that break one formula into lines. */
const ONE_FORMULA = new Set(["multline", "dmath", "math"]);
/** A display longer than this, or of more lines, is one formula: nobody writes several like that. */
const LONGEST = 20_000;
const MOST_LINES = 300;
const WITH_ARGUMENT = new Set(["alignat", "alignedat"]);

/** Commands whose argument is nothing of the formula. */
const NOISE = "label|tag|eqref|ref|phantom|hphantom|vphantom|hspace|vspace|mspace|intertext|shortintertext";
const LETTERS =
  "text|textrm|textit|textbf|textsf|mbox|operatorname|math[a-z]+|bm|boldsymbol|hat|tilde|bar|vec";

const TOKEN = new RegExp(
  [
    String.raw`(?<skip>%[^\n]*|\s+|~|\\(?:[,;:!> ]|quad\b|qquad\b|nonumber\b|notag\b|displaystyle\b)|\\(?:${NOISE})\*?\s{0,20}\{[^{}]{0,300}\})`,
    String.raw`(?<atom>\\(?:${LETTERS})\*?\s{0,20}\{[^{}]{0,300}\}|\b(?:TP|TN|FP|FN)\b)`,
    String.raw`\\\\\*?(?:\[[^\]\n]{0,40}\])?`,
    String.raw`\\(?:begin|end)\s{0,20}\{(?<environment>[^{}]{1,40})\}`,
    String.raw`\\(?:stackrel|overset)\s{0,20}\{[^{}]{0,300}\}\s{0,20}\{?=\}?`,
    String.raw`\\[A-Za-z]+|\\[^]|:=|[^]`,
  ].join("|"),
  "guy",
);

const EQUALITIES = new Set(["=", ":=", "\\coloneqq", "\\triangleq", "\\equiv", "\\doteq", "\\coloneq"]);
const RELATIONS = new Set([
  ...EQUALITIES,
  ..."< > \\lt \\gt \\le \\leq \\leqslant \\ge \\geq \\geqslant \\ne \\neq \\approx \\simeq \\sim \\propto \\in".split(
    " ",
  ),
  ..."\\leftarrow \\gets \\to \\rightarrow \\mapsto \\Rightarrow \\implies \\iff".split(" "),
]);
const OPERATORS = new Set("+ - − * / \\cdot \\times \\pm \\odot ,".split(" "));
const WORDS =
  /^\\(?:text|textrm|mbox|mathrm)\s*\{\s*(?:where|with|for|if|when|and|subject|s\.t|such|so|or)\b/u;

interface Token extends Part {
  readonly text: string;
}

/** A row, or what stands together of several. */
interface Row extends Part {
  readonly tokens: readonly Token[];
  /** Where the first relation stands among the tokens, if there is one outside of all groups. */
  readonly relation: number | undefined;
  /** How many more fences open than close. */
  readonly fences: number;
}

/**
 * The formulas in the content of a display, in their order.
 *
 * @param environment in which the content stands, without its star; "" for \[ \] and $$ $$
 */
export function formulasOfDisplay(source: string, content: Part, environment: string): readonly Part[] {
  if (ONE_FORMULA.has(environment) || content.end - content.start > LONGEST) return whole(source, content);
  const { part, name } = unwrapped(source, content, environment);
  const lines = joined(rowsOf(source, part, PAIRS.has(name)));
  if (lines.length < 2 || lines.length > MOST_LINES) return whole(source, content);
  const groups = grouped(lines);
  return groups.length < 2 ? whole(source, content) : groups.map((group) => trimmed(source, group));
}

function whole(source: string, content: Part): readonly Part[] {
  const part = trimmed(source, content);
  return part.start < part.end ? [part] : [];
}

/** Without what is nothing at either end: space, comments before, alignment. */
function trimmed(source: string, { start, end }: Part): Part {
  const head = /(?:\s|&|%[^\n]*(?:\n|$)|\\(?:label|intertext|shortintertext)\s{0,20}\{[^{}]{0,300}\})+/uy;
  head.lastIndex = start;
  const first = Math.min(end, start + (head.exec(source)?.[0].length ?? 0));
  let last = end;
  while (last > first && /[\s&]/u.test(source[last - 1]!)) last--;
  // An escaped space or & is none to be cut off.
  if (last < end && source[last - 1] === "\\" && source[last - 2] !== "\\") last++;
  return { start: first, end: last };
}

/** The tokens of a part that mean something. */
function* tokensOf(
  source: string,
  { start, end }: Part,
): Generator<Token & { environment: string | undefined }> {
  const pattern = new RegExp(TOKEN);
  pattern.lastIndex = start;
  while (pattern.lastIndex < end) {
    const found = pattern.exec(source);
    if (found === null) return;
    if (found.groups!["skip"] !== undefined && !/intertext/u.test(found[0])) continue;
    const last = Math.min(end, pattern.lastIndex);
    yield { text: found[0], start: found.index, end: last, environment: found.groups!["environment"] };
  }
}

/** The content of an environment that is all of the content. */
function unwrapped(source: string, content: Part, environment: string): { part: Part; name: string } {
  let part = content;
  let name = environment;
  for (;;) {
    let depth = 0;
    let opening: Token | undefined;
    let closing: Token | undefined;
    let inner = "";
    for (const token of tokensOf(source, part)) {
      if (closing !== undefined) {
        if (/^[,.;]$/u.test(token.text)) continue;
        return { part, name };
      }
      if (opening === undefined) {
        inner = token.environment?.replace(/\*$/u, "") ?? "";
        if (!token.text.startsWith("\\begin") || !INNER.has(inner)) return { part, name };
        opening = token;
      }
      if (token.environment === undefined) continue;
      depth += token.text.startsWith("\\begin") ? 1 : -1;
      if (depth === 0) closing = token;
    }
    if (opening === undefined || closing === undefined) return { part, name };
    const argument = WITH_ARGUMENT.has(inner) ? /\s*(?:\[\w\])?\s*\{[^{}]{0,20}\}/uy : /\s*(?:\[\w\])?/uy;
    argument.lastIndex = opening.end;
    part = { start: opening.end + (argument.exec(source)?.[0].length ?? 0), end: closing.start };
    name = inner;
  }
}

/** Rows, and in aligned pairs the pairs of a row that are all equations. */
function rowsOf(source: string, part: Part, pairs: boolean): Row[] {
  const rows: Row[] = [];
  const row = new RowBuilder(part.start);
  const finish = (end: number, next: number): void => {
    const made = row.finish(end, next);
    if (made.tokens.length > 0) rows.push(...(pairs ? pairsOf(source, made) : [made]));
  };
  for (const token of tokensOf(source, part)) {
    const { text } = token;
    const isBreak = text.startsWith("\\\\") || text === "\\cr" || text === "\\newline";
    const between = /^\\(?:short)?intertext/u.test(text);
    if ((isBreak || between) && row.atTop) finish(token.start, token.end);
    else row.take(token);
  }
  finish(part.end, part.end);
  return rows;
}

class RowBuilder {
  private tokens: Token[] = [];
  private relation: number | undefined;
  private braces = 0;
  private environments = 0;
  private fences = 0;

  constructor(private start: number) {}

  /** Outside of braces and environments. */
  get atTop(): boolean {
    return this.braces === 0 && this.environments === 0;
  }

  take(token: Token): void {
    const { text } = token;
    if (text === "{") this.braces++;
    else if (text === "}") this.braces = Math.max(0, this.braces - 1);
    else if (text.startsWith("\\begin")) this.environments++;
    else if (text.startsWith("\\end")) this.environments = Math.max(0, this.environments - 1);
    else if (this.atTop) {
      if (text === "(" || text === "[" || text === "\\left") this.fences++;
      else if (text === ")" || text === "]" || text === "\\right") this.fences--;
      else if (this.fences <= 0 && isRelation(text)) this.relation ??= this.tokens.length;
    }
    this.tokens.push(token);
  }

  finish(end: number, next: number): Row {
    const { start, tokens, relation, fences } = this;
    this.start = next;
    this.tokens = [];
    this.relation = undefined;
    this.fences = 0;
    return { start, end, tokens, relation, fences };
  }
}

function isRelation(text: string): boolean {
  return RELATIONS.has(text) || text.startsWith("\\stackrel") || text.startsWith("\\overset");
}

/** `x &= 1 & y &= 2`: two formulas, where each of them is an equation with a left side. */
function pairsOf(source: string, row: Row): readonly Row[] {
  const marks: Token[] = [];
  let depth = 0;
  for (const token of row.tokens) {
    if (token.text === "{" || token.text.startsWith("\\begin")) depth++;
    else if (token.text === "}" || token.text.startsWith("\\end")) depth--;
    else if (token.text === "&" && depth === 0) marks.push(token);
  }
  if (marks.length < 2) return [row];
  const cuts = marks.filter((_, k) => k % 2 === 1);
  const parts = [...cuts, undefined].map((cut, k) => ({
    start: k === 0 ? row.start : cuts[k - 1]!.end,
    end: cut?.start ?? row.end,
  }));
  const pieces = parts.map((part) => rowsOf(source, part, false)[0]).filter((piece) => piece !== undefined);
  const equations = pieces.every(
    (piece) =>
      hasLeft(piece) && !startsWithWord(piece) && EQUALITIES.has(piece.tokens[piece.relation!]!.text),
  );
  return equations ? pieces : [row];
}

/** The tokens without alignment and without empty groups. */
function meaningful(tokens: readonly Token[]): readonly Token[] {
  return tokens.filter(
    ({ text }, k) =>
      text !== "&" &&
      !(text === "{" && tokens[k + 1]?.text === "}") &&
      !(text === "}" && tokens[k - 1]?.text === "{"),
  );
}

function leftOf(row: Row): readonly Token[] {
  return row.relation === undefined ? [] : meaningful(row.tokens.slice(0, row.relation));
}

function hasLeft(row: Row): boolean {
  return leftOf(row).length > 0;
}

function startsWithWord(row: Row): boolean {
  return WORDS.test(meaningful(row.tokens)[0]?.text ?? "");
}

/** Rows joined with those that they continue. */
function joined(rows: readonly Row[]): Row[] {
  const lines: Row[] = [];
  for (const row of rows) {
    const previous = lines.at(-1);
    const first = meaningful(row.tokens)[0]?.text ?? "";
    const last = previous && meaningful(previous.tokens.slice(-3)).at(-1)?.text;
    const continues = !hasLeft(row) || OPERATORS.has(first) || startsWithWord(row);
    const unfinished = last !== undefined && (isRelation(last) || (last !== "," && OPERATORS.has(last)));
    if (previous === undefined || !(continues || unfinished || previous.fences > 0)) {
      lines.push(row);
      continue;
    }
    const relation =
      previous.relation ?? (row.relation === undefined ? undefined : row.relation + previous.tokens.length);
    lines[lines.length - 1] = {
      start: previous.start,
      end: row.end,
      tokens: [...previous.tokens, ...row.tokens],
      relation,
      fences: previous.fences + row.fences,
    };
  }
  return lines;
}

/** Lines with those that they define something for, or that define something for them, and all between. */
function grouped(lines: readonly Row[]): readonly Part[] {
  const names = lines.map(nameOf);
  if (!lines.every(hasLeft)) return [{ start: lines[0]!.start, end: lines.at(-1)!.end }];
  const rights = lines.map((line) => line.tokens.slice(line.relation! + 1).map(({ text }) => text));
  /** The last line that each line is bound to. */
  const reach = lines.map((_, k) => k);
  for (let a = 0; a < lines.length; a++)
    for (let b = a + 1; b < lines.length; b++)
      if (mentions(rights[b]!, names[a]!) || mentions(rights[a]!, names[b]!)) reach[a] = b;
  const groups: Part[] = [];
  let start = 0;
  let end = 0;
  for (let k = 0; k < lines.length; k++) {
    if (k > end) {
      groups.push({ start: lines[start]!.start, end: lines[end]!.end });
      start = k;
      end = k;
    }
    end = Math.max(end, reach[k]!);
  }
  return [...groups, { start: lines[start]!.start, end: lines[end]!.end }];
}

/** What a line defines: its left side up to scripts and arguments; nothing where that is no name. */
function nameOf(row: Row): readonly string[] {
  const texts = leftOf(row).map(({ text }) => text);
  const end = texts.findIndex((text) => /^(?:[_^'([|]|\\left|\\big.*|\\mid|\\\|)$/u.test(text));
  const name = end < 0 ? texts : texts.slice(0, end);
  const isOther = (text: string): boolean => /^(?:[-+*/,]|\\[dt]?frac|\\cdot|\\nabla|\\partial)$/u.test(text);
  return name.some(isOther) || /^\d/u.test(name[0] ?? "") ? [] : name;
}

function mentions(texts: readonly string[], name: readonly string[]): boolean {
  if (name.length === 0) return false;
  return texts.some((text, k) => text === name[0] && name.every((part, j) => texts[k + j] === part));
}
