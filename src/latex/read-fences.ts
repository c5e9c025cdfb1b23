// Fences, bars and indicators: what stands between delimiters.

import { barAt, hasRelation, splitRow, Cursor } from "./cursor.js";
import type { Span } from "./errors.js";
import type { Expression } from "./expression.js";
import {
  layoutKey,
  letterKey,
  NO_SCRIPTS,
  type Box,
  type FenceBox,
  type Row,
  type Scripts,
} from "./layout.js";
import { readCases, readCondition } from "./read-cases.js";
import type { ExpressionReader } from "./read-expression.js";
import type { Match } from "./read-names.js";
import { SCALAR } from "./shapes.js";

export function readFence(reader: ExpressionReader, box: FenceBox, scripts: Scripts, whole: Box): Expression {
  const { open, close, body } = box;
  const span: Span = { start: box.start, end: box.end };
  const grid = body.filter((inner) => inner.type !== "space");
  if (open === "\\{" && close === "." && grid.length === 1 && grid[0]?.type === "grid")
    return readCases(reader, grid[0]);
  if (open === "|" || open === "\\|") {
    const value = reader.row(body, box);
    return barred(reader, value, open === "\\|", scripts, span, whole);
  }
  if (open === "\\lfloor" || open === "\\lceil") {
    const value = reader.row(body, box);
    return reader.scripted(
      reader.build.apply(open === "\\lfloor" ? "floor" : "ceil", [value], span),
      scripts,
      whole,
    );
  }
  if (open === "\\langle") {
    const [left, right, ...more] = reader.list(body, box);
    if (!left || !right || more.length > 0)
      reader.reading.fail("shape", "Expected two things between angle brackets.", box);
    return reader.scripted({ ...reader.build.multiply(left, right, "\\cdot"), span }, scripts, whole);
  }
  if (open === "\\llbracket" || (open === "[" && hasRelation(body))) {
    return reader.scripted(indicatorOf(reader, body, span), scripts, whole);
  }
  if (
    open === "[" &&
    body.some((inner) => inner.type === "operator" && (inner.name === ";" || inner.name === ","))
  ) {
    return reader.scripted(reader.build.stack(reader.list(body, box), span), scripts, whole);
  }
  if (open === "\\{" && close === "\\}" && splitRow(body, ",").length > 1) {
    reader.reading.fail("unsupported", "Sets are not read yet.", box);
  }
  const inner = reader.row(body, box);
  return reader.scripted({ ...inner, span }, scripts, whole);
}

/** Bars whose direction the layout cannot tell: where an operand is due, one opens. */
export function readBars(reader: ExpressionReader, cursor: Cursor): Expression {
  const box = cursor.peek()!;
  const opening = barAt(box)!;
  if (opening.scripts)
    reader.reading.fail("unexpected", "Expected something between bars before the script.", box);
  const at = cursor.at;
  const next = barAt(cursor.row[at + 1]);
  if (opening.name === "|" && next?.name === "|" && next.scripts === undefined) {
    // `||x||` is a norm; where that cannot be read, two bars.
    const depth = cursor.bars.length;
    const norm = reader.reading.attempt(() => barsOf(reader, cursor, at + 2, "||", box), box);
    if (norm !== undefined) return norm;
    cursor.bars.length = depth;
    cursor.at = at;
  }
  return barsOf(reader, cursor, at + 1, opening.name, box);
}

function barsOf(
  reader: ExpressionReader,
  cursor: Cursor,
  from: number,
  open: "|" | "\\|" | "||",
  box: Box,
): Expression {
  cursor.at = from;
  cursor.bars.push(open);
  const value = reader.expression(cursor);
  const closer = cursor.peek();
  const close = open === "||" ? cursor.row[cursor.at + 1] : closer;
  const bar = barAt(close);
  if (!cursor.barEnds() || bar === undefined || closer === undefined || close === undefined) {
    reader.reading.fail("unclosed", "This bar is never closed.", box);
  }
  cursor.bars.pop();
  cursor.at += open === "||" ? 2 : 1;
  const scripts = bar.scripts ?? NO_SCRIPTS;
  const end = bar.scripts ? bar.scripts.base.end : close.end;
  return barred(
    reader,
    value,
    open !== "|",
    scripts,
    { start: box.start, end },
    { ...close, start: box.start },
  );
}

function barred(
  reader: ExpressionReader,
  value: Expression,
  double: boolean,
  scripts: Scripts,
  span: Span,
  whole: Span,
): Expression {
  let order: Expression | "frobenius" | undefined;
  // |x|_+ is the positive part of x, not of its absolute value.
  if (!double && scripts.sub !== undefined && layoutKey(scripts.sub) === "+")
    return reader.scripted({ ...value, span }, scripts, whole);
  if (scripts.sub !== undefined && (double || value.shape.kind !== "scalar")) {
    const only = scripts.sub[0];
    const letters = scripts.sub.length === 1 && only ? letterKey(only) : undefined;
    order =
      letters === "F"
        ? "frobenius"
        : reader.build.scalar(reader.row(scripts.sub, span), "the order of a norm");
    return reader.scripted(
      reader.build.size(value, double, order, span),
      { ...scripts, sub: undefined },
      whole,
    );
  }
  return reader.scripted(reader.build.size(value, double, order, span), scripts, whole);
}

// Indicators

/** Whether the 1 here stands in front of a condition: `1(x > 0)`. */
export function indicatorFollows(cursor: Cursor): boolean {
  const fence = fenceOf(cursor.row[cursor.at + 1]);
  return fence !== undefined && ["(", "[", "\\{"].includes(fence.open) && hasRelation(fence.body);
}

export function readIndicator(reader: ExpressionReader, cursor: Cursor, box: Box): Expression {
  const behind = cursor.row[cursor.at + 1]!;
  const fence = fenceOf(behind)!;
  cursor.at += 2;
  const value = indicatorOf(reader, fence.body, { start: box.start, end: fence.end });
  return reader.scripted(value, behind.type === "scripts" ? behind : NO_SCRIPTS, behind);
}

/** The fence that a box is, with or without scripts on it. */
function fenceOf(box: Box | undefined): FenceBox | undefined {
  const base = box?.type === "scripts" ? box.base : box;
  return base?.type === "fence" ? base : undefined;
}

function indicatorOf(reader: ExpressionReader, body: Row, span: Span): Expression {
  const condition = readCondition(reader, new Cursor(body, span));
  return { kind: "indicator", condition, span, shape: SCALAR };
}

/** `x[i]` is an entry of a declared vector. */
export function indexedByBrackets(reader: ExpressionReader, cursor: Cursor, value: Expression): Expression {
  const next = cursor.here();
  const box = next?.type === "scripts" ? next.base : next;
  if (box?.type !== "fence" || box.open !== "[" || box.close !== "]" || value.shape.kind === "scalar")
    return value;
  if (box.body.some((inner) => inner.type === "operator" && inner.name === ";")) return value;
  const indices = reader.reading.attempt(() => reader.indices(box.body, box, value), box);
  if (indices === undefined || indices.some((index) => index.shape.kind !== "scalar")) return value;
  cursor.at++;
  const span = { start: value.span.start, end: box.end };
  const entry = reader.build.index(value, indices, span);
  return next?.type === "scripts" ? reader.scripted(entry, next, next) : entry;
}

/** Whether a condition stands behind or below the sign of an indicator. */
export function indicatorAfter(cursor: Cursor, match: Match): boolean {
  const box = cursor.row[match.next - 1];
  if (box?.type === "scripts" && box.sub !== undefined) return true;
  return fenceOf(cursor.row[match.next]) !== undefined;
}

/** `\mathbb{1}[…]`, `\mathbf{1}_{\{…\}}`. */
export function readIndicatorCall(reader: ExpressionReader, cursor: Cursor, match: Match): Expression {
  const box = cursor.row[match.next - 1]!;
  cursor.at = match.next;
  if (box.type === "scripts" && box.sub !== undefined) {
    const only = box.sub[0];
    const body = box.sub.length === 1 && only?.type === "fence" ? only.body : box.sub;
    return reader.scripted(indicatorOf(reader, body, box), { ...box, sub: undefined }, box);
  }
  const behind = cursor.row[match.next]!;
  const fence = fenceOf(behind)!;
  cursor.at++;
  const value = indicatorOf(reader, fence.body, { start: box.start, end: fence.end });
  return reader.scripted(value, behind.type === "scripts" ? behind : NO_SCRIPTS, behind);
}
