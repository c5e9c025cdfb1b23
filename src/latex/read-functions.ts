// Functions and their arguments, in parentheses or without.

import { splitRow, type Cursor } from "./cursor.js";
import type { Span } from "./errors.js";
import type { BuiltinName, Callee, Expression } from "./expression.js";
import { FUNCTIONS } from "./functions.js";
import { NO_SCRIPTS, type Box, type Row, type Scripts } from "./layout.js";
import type { ExpressionReader } from "./read-expression.js";
import type { Match } from "./read-names.js";
import { readName } from "./scope.js";
import { latexOfKey } from "./symbols.js";

/** The fence right behind, as a list of arguments, with the scripts that stand on it. */
function fencedArguments(
  reader: ExpressionReader,
  cursor: Cursor,
): { parts: Expression[]; scripts: Scripts; span: Span } | undefined {
  const box = cursor.peek();
  const fence = box?.type === "scripts" ? box.base : box;
  if (box === undefined || fence?.type !== "fence" || !["(", "[", "\\{"].includes(fence.open))
    return undefined;
  cursor.at++;
  return {
    parts: reader.list(fence.body, fence),
    scripts: box.type === "scripts" ? box : NO_SCRIPTS,
    span: box,
  };
}

export function readApplied(
  reader: ExpressionReader,
  cursor: Cursor,
  name: BuiltinName,
  match: Match & { scripts: Scripts; shown: string },
  whole: Span,
): Expression {
  // \log_2 has its base below, \sin^2 its power above.
  const { sub, sup, primes } = match.scripts;
  if (primes > 0) reader.reading.fail("unsupported", "Derivatives are not read yet.", whole);
  let base: Expression | undefined;
  if (sub !== undefined) {
    if (name !== "log") reader.reading.fail("unexpected", `${match.shown} takes nothing below it.`, whole);
    base = reader.build.scalar(reader.row(sub, whole), "a base");
  }
  if (sup !== undefined && isMinusOne(sup)) {
    reader.reading.fail(
      "unsupported",
      `${match.shown}^{-1} may be an inverse or a reciprocal: write which.`,
      whole,
    );
  }
  const fenced = fencedArguments(reader, cursor);
  const parts = fenced?.parts ?? [juxtaposed(reader, cursor, match.shown)];
  const limits = [...FUNCTIONS.values()].find((known) => known.name === name);
  if (limits && (parts.length < limits.least || parts.length > limits.most)) {
    reader.reading.fail(
      "shape",
      `${match.shown} takes ${limits.least} argument; here are ${parts.length}.`,
      whole,
    );
  }
  const end = fenced?.span.end ?? parts.at(-1)!.span.end;
  const span = { start: whole.start, end };
  const value = reader.build.apply(name, base ? [...parts, base] : parts, span);
  const powered = sup === undefined ? value : reader.build.power(value, reader.row(sup, whole), span);
  return fenced ? reader.scripted(powered, fenced.scripts, span) : powered;
}

export function readCalled(
  reader: ExpressionReader,
  cursor: Cursor,
  match: Match & { kind: "function" },
  whole: Span,
): Expression {
  const { callee, scripts, shown } = match;
  if (scripts.primes > 0) reader.reading.fail("unsupported", "Derivatives are not read yet.", whole);
  const next = cursor.peek();
  const fence = next?.type === "scripts" ? next.base : next;
  if (callee.implicit === true && !hasArguments(fence, callee.parameters.length))
    return reader.scripted(implicitCall(reader, callee, whole), scripts, whole);
  const parenthesised = fence?.type === "fence" && ["(", "[", "\\{"].includes(fence.open);
  if (!parenthesised && shown.length < 2) {
    reader.reading.fail("missing", `Expected the arguments of ${shown} in parentheses.`, next ?? whole);
  }
  const fenced = fencedArguments(reader, cursor);
  const parts = fenced?.parts ?? [juxtaposed(reader, cursor, shown)];
  const span = { start: whole.start, end: fenced?.span.end ?? parts.at(-1)!.span.end };
  const value = reader.build.call(callee, parts, span);
  // softmax_i(z), σ(z)_i and σ(z_i)^2: scripts of the name and of the fence both stand on the result.
  return reader.scripted(reader.scripted(value, scripts, span), fenced?.scripts ?? NO_SCRIPTS, span);
}

/** Whether as many arguments stand in parentheses as a function takes that may also do without. */
function hasArguments(box: Box | undefined, count: number): boolean {
  return box?.type === "fence" && box.open === "(" && splitRow(box.body, ",", ";").length === count;
}

/** `\text{Precision}` for the precision of the TP and FP that are declared here. */
function implicitCall(reader: ExpressionReader, callee: Callee, whole: Span): Expression {
  const parts = callee.parameters.map(({ name, latex = latexOfKey(name) }) => {
    const meaning = reader.names.find(readName(latex, name));
    if (meaning?.kind !== "value") {
      return reader.reading.fail(
        "undeclared",
        `${callee.latex} needs ${latex}, which is not declared.`,
        whole,
      );
    }
    return meaning.make(whole);
  });
  return reader.build.call(callee, parts, whole);
}

/** What a function without parentheses takes: factors up to an operator, a space, a function or `(`. */
function juxtaposed(reader: ExpressionReader, cursor: Cursor, shown: string): Expression {
  while (cursor.here()?.type === "space") cursor.at++;
  if (cursor.atEnd() || !reader.startsFactor(cursor)) {
    reader.reading.fail("missing", `Expected an argument after ${shown}.`, cursor.span);
  }
  const factors = [reader.factor(cursor)];
  for (;;) {
    const box = cursor.here();
    const base = box?.type === "scripts" ? box.base : box;
    if (box === undefined || spaceBefore(cursor) || !reader.startsFactor(cursor)) break;
    if (
      (base?.type === "fence" && base.open === "(") ||
      base?.type === "big" ||
      reader.names.startsFunction(cursor)
    )
      break;
    factors.push(reader.factor(cursor));
  }
  const argument = reader.build.product(factors);
  const after = cursor.here();
  const behind = after?.type === "scripts" ? after.base : after;
  const span = { start: argument.span.start, end: after?.end ?? argument.span.end };
  if (factors.length > 1)
    reader.reading.note(
      `${shown} takes all factors behind it`,
      `${shown} takes only the first factor`,
      argument.span,
    );
  if (behind?.type === "operator" && behind.name === "/") {
    reader.reading.note(`${shown} ends before the slash`, `${shown} takes the whole quotient`, span);
  }
  if (behind?.type === "fence" && behind.open === "(") {
    reader.reading.note(`${shown} ends before the parenthesis`, `${shown} takes the product`, span);
  }
  return argument;
}

/** Whether a space was skipped on the way here; a negative one joins. */
function spaceBefore(cursor: Cursor): boolean {
  const before = cursor.row[cursor.at - 1];
  return before?.type === "space" && before.width > 0;
}

function isMinusOne(row: Row): boolean {
  return (
    row.length === 2 &&
    row[0]?.type === "operator" &&
    row[0].name === "-" &&
    row[1]?.type === "number" &&
    row[1].text === "1"
  );
}
