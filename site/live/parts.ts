// The parts of a formula: what of its source is a value of its own, and over which indices it runs.

import type { Equation } from "../../src/equations/index.js";
import type { Span } from "../../src/latex/errors.js";
import {
  boundIn,
  children,
  type Binder,
  type Expression,
  type Recurrence,
} from "../../src/latex/expression.js";
import { Formula } from "../../src/evaluate/index.js";

/** A piece of the source that has a value. */
export interface Part {
  readonly expression: Expression;
  readonly span: Span;
  /** The indices that its value depends on, outermost first. */
  readonly binders: readonly Binder[];
  /** The recurrence whose steps it is evaluated in. */
  readonly recurrence: Recurrence | undefined;
  /** What it is a part of, by its place among the parts. */
  readonly parent: number | undefined;
}

type Draft = Omit<Part, "parent">;

/**
 * The parts of an equation's formula in the order of the source, the larger before the smaller: the same list wherever it
 * is asked for, so that the page that was rendered before and the script that runs later mean the same by a number.
 */
export function partsOf({ formula }: Equation): readonly Part[] {
  const { latex } = formula;
  const drafts = new Map<string, Draft>();
  for (const reading of readingsOf(formula)) {
    for (const member of reading.statement.members) collect(member, [], undefined, latex, drafts);
  }
  const sorted = [...drafts.values()].sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
  const parts: Part[] = [];
  const open: number[] = [];
  for (const draft of sorted) {
    while (open.length > 0 && parts[open.at(-1)!]!.span.end <= draft.span.start) open.pop();
    const parent = open.at(-1);
    // What reaches over the end of what it starts in cannot be drawn as one piece.
    if (parent !== undefined && parts[parent]!.span.end < draft.span.end) continue;
    open.push(parts.length);
    parts.push({ ...draft, parent });
  }
  return parts;
}

/** The formula, and of several lines each as the value: what a line defines is a part where it is defined too. */
function readingsOf(formula: Formula): readonly Formula[] {
  const lines = leftSidesOf(formula.latex);
  if (lines.length < 2) return [formula];
  const others = lines.map(
    (line) => new Formula(formula.latex, formula.symbols, { ...formula.options, line }),
  );
  return [formula, ...others];
}

/** The left sides of the lines of an aligned formula. */
function leftSidesOf(latex: string): readonly string[] {
  const body = /^\\begin\{aligned\}(.*)\\end\{aligned\}$/su.exec(latex.trim())?.[1];
  if (body === undefined) return [];
  return (
    linesOf(body)
      .filter((line) => line.includes("&="))
      .map((line) => line.slice(0, line.indexOf("&=")).trim())
      // A line is asked for by its name: one with arguments is the value already.
      .filter((left) => left !== "" && !left.includes("("))
  );
}

/** The lines of an aligned formula: those of cases within it are none. */
function linesOf(body: string): readonly string[] {
  const lines: string[] = [];
  let depth = 0;
  let from = 0;
  for (const match of body.matchAll(/\\(?:begin|end)(?![A-Za-z])|\\\\/gu)) {
    if (match[0] === "\\begin") depth++;
    else if (match[0] === "\\end") depth--;
    else if (depth === 0) {
      lines.push(body.slice(from, match.index));
      from = match.index + 2;
    }
  }
  return [...lines, body.slice(from)];
}

/** What is so short or so plain that it needs no part of its own. */
const PLAIN: ReadonlySet<Expression["kind"]> = new Set([
  "number",
  "constant",
  "bound",
  "compare",
  "logic",
  "table",
]);

function collect(
  expression: Expression,
  binders: readonly Binder[],
  recurrence: Recurrence | undefined,
  source: string,
  drafts: Map<string, Draft>,
): void {
  const { span, shape } = expression;
  const drawn =
    !PLAIN.has(expression.kind) &&
    shape.kind !== "truth" &&
    isWhole(source, span) &&
    !(
      expression.kind === "symbol" &&
      (carriesScripts(source, span) || !isWritten(expression.latex, source, span))
    );
  if (drawn) {
    const key = `${span.start}-${span.end}`;
    // The outermost of those with one place, and the first reading of it.
    if (!drafts.has(key)) {
      drafts.set(key, { expression, span, binders: bindersOf(expression, binders), recurrence });
    }
  }
  const inner = "binders" in expression ? [...binders, ...expression.binders] : binders;
  const steps = expression.kind === "recurrence" ? expression : recurrence;
  for (const child of children(expression)) {
    // What has no place of its own: the weights of an expectation, and what a recurrence starts from.
    if (expression.kind === "big" && child === expression.weight) continue;
    if (expression.kind === "recurrence" && child === expression.initial) continue;
    collect(child, inner, steps, source, drafts);
  }
}

/** Whether a symbol itself stands there, and not an index whose range is its value. */
function isWritten(latex: string, source: string, { start, end }: Span): boolean {
  const bare = (text: string): string => text.replaceAll(/[\s{}]|\\,|\\(?:mathrm|text|operatorname)/gu, "");
  return bare(source.slice(start, end)) === bare(latex);
}

/** Whether scripts stand on a stretch: they are set by what carries them, which therefore stays as it is. */
function carriesScripts(source: string, { end }: Span): boolean {
  return /^\s*[_^']/u.test(source.slice(end));
}

/** The binders that a value depends on, and those that their ranges depend on, outermost first. */
function bindersOf(expression: Expression, open: readonly Binder[]): readonly Binder[] {
  const needed = new Set(boundIn(expression));
  for (const binder of [...open].reverse()) {
    if (!needed.has(binder.id)) continue;
    for (const end of [binder.from, binder.to]) for (const id of boundIn(end)) needed.add(id);
  }
  return open.filter(({ id }) => needed.has(id));
}

/** Whether a stretch of LaTeX is one piece: its braces, fences and environments close within, no cell or line ends in it. */
export function isWhole(source: string, { start, end }: Span): boolean {
  if (!(start >= 0 && start < end && end <= source.length)) return false;
  let depth = 0;
  let fences = 0;
  let environments = 0;
  const tokens = /\\(?:begin|end|left|right)(?![A-Za-z])|\\[A-Za-z]+|\\.|[{}&]/gsu;
  for (const [token] of source.slice(start, end).matchAll(tokens)) {
    if (token === "{") depth++;
    if (token === "}") depth--;
    if (token === "\\left") fences++;
    if (token === "\\right") fences--;
    if (token === "\\begin") environments++;
    if (token === "\\end") environments--;
    if (depth < 0 || fences < 0 || environments < 0) return false;
    if (depth === 0 && environments === 0 && (token === "&" || token === "\\\\")) return false;
  }
  // A stretch must not begin with a script, nor in the middle of a command.
  return (
    depth === 0 &&
    fences === 0 &&
    environments === 0 &&
    !/^[_^]/u.test(source.slice(start)) &&
    !/\\[A-Za-z]*$/u.test(source.slice(0, start)) &&
    !(/\\[A-Za-z]+$/u.test(source.slice(start, end)) && /^[A-Za-z]/u.test(source.slice(end)))
  );
}
