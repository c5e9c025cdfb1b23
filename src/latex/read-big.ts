// Sums, products, maxima: what runs, from where to where, and how far the operator reaches.

import { Cursor, RELATIONS, splitRow } from "./cursor.js";
import type { Span } from "./errors.js";
import type { Big, Expression } from "./expression.js";
import { boundIn } from "./expression.js";
import { EXTREMA } from "./functions.js";
import { letterKey, rowsInside, type Box, type Row, type Scripts } from "./layout.js";
import { CONNECTIVES, hasLogic, readCondition, trimmed } from "./read-cases.js";
import { printLayout } from "./print-layout.js";
import type { ExpressionReader } from "./read-expression.js";
import type { IndexDraft, Reading } from "./reading.js";
import { nameOfRow, Scope, type Name } from "./scope.js";
import { SCALAR } from "./shapes.js";

const OPERATORS: Readonly<Partial<Record<string, Big["operator"]>>> = {
  "\\sum": "sum",
  "\\prod": "product",
  max: "max",
  min: "min",
  argmax: "argmax",
  argmin: "argmin",
};

interface Limits {
  readonly drafts: readonly IndexDraft[];
  readonly conditions: readonly Row[];
}

/** Reads the limits and the body of a big operator, whose box is already taken. */
export function readBig(
  reader: ExpressionReader,
  cursor: Cursor,
  name: string,
  scripts: Scripts,
  whole: Span,
): Expression {
  const operator = OPERATORS[name];
  const reading: Reading = reader.reading;
  if (operator === undefined) reading.fail("unsupported", `${name} is not read yet.`, whole);
  const sub = trimmed(scripts.sub ?? []);
  const scope = new Scope(reader.scope);
  const inside = reader.inside(scope);
  const from = implicitBound(reader, sub, whole);
  const families = operator !== "sum" && operator !== "product";
  const limits =
    from === undefined ? readLimits(reader, scope, sub, whole, families) : { drafts: [], conditions: [] };
  const first = limits.drafts[0];
  const to = scripts.sup && reader.build.scalar(reader.row(scripts.sup, whole), "an upper bound");
  if (to?.kind === "constant" && to.name === "infinity") {
    reading.fail("unsupported", "Sums and products without an end are not read yet.", to.span);
  }
  if (to !== undefined && first !== undefined) {
    if (first.to !== undefined || limits.drafts.length > 1) {
      reading.fail("range", "An upper bound stands above, and bounds stand below: leave one out.", whole);
    }
    first.to = to;
  }
  const freeBefore = new Set(reading.free.keys());
  reading.openOperators++;
  let body = readBody(inside, cursor, operator, limits.drafts);
  const conditions = limits.conditions.map((row) =>
    readCondition(inside, new Cursor(row, whole, false, true)),
  );
  let drafts = limits.drafts;
  if (from !== undefined) {
    const index = onlyFreeIndex(reader, body, freeBefore, whole);
    if (from !== "none") index.from = from;
    index.to = to;
    drafts = [index];
    // What follows may use the index as well, now that its name is known.
    scope.add(indexEntry(index));
    reading.free.delete(index.letters);
    body = readOn(inside, cursor, operator, body, drafts);
  }
  reading.openOperators--;
  const binders = drafts.map((draft) => reading.close(draft));
  reader.build.value(body, "what an operator runs over");
  if (operator !== "sum") reader.build.scalar(body, `what ${name} runs over`);
  const span = { start: whole.start, end: body.span.end };
  const shape = operator === "sum" ? body.shape : SCALAR;
  return { kind: "big", operator, binders, conditions, body, span, shape };
}

/** One term for a sum or a product, a leading minus included; all that follows for a maximum. */
export function readBody(
  reader: ExpressionReader,
  cursor: Cursor,
  operator: Big["operator"],
  drafts: readonly IndexDraft[],
): Expression {
  if (operator !== "sum" && operator !== "product") {
    const body = reader.expression(cursor, (at) => rebinds(reader, at, drafts));
    if (body.kind === "add" && body.terms.length > 1) {
      const reach = body.terms
        .slice(1)
        .filter(({ value }) => !drafts.some((draft) => boundIn(value).has(draft.id)));
      if (reach.length > 0) {
        reader.reading.note(
          "a maximum or minimum reaches to the end",
          "it ends before the sign",
          reach[0]!.value.span,
        );
      }
    }
    return body;
  }
  const start = cursor.span.start;
  const sign = reader.sign(cursor, true) ?? 1;
  const value = reader.term(cursor);
  const first = reader.build.add([{ sign, value }], { start, end: value.span.end });
  return readOn(reader, cursor, operator, first, drafts);
}

/** The body of a sum or a product with the terms behind it that cannot be read without its index. */
function readOn(
  reader: ExpressionReader,
  cursor: Cursor,
  operator: Big["operator"],
  body: Expression,
  drafts: readonly IndexDraft[],
): Expression {
  if (operator !== "sum" && operator !== "product") return body;
  const negative = body.kind === "add" && body.terms.length === 1;
  const terms: { sign: 1 | -1; value: Expression }[] = negative
    ? [...body.terms]
    : [{ sign: 1, value: body }];
  for (;;) {
    const next = cursor.operator();
    if ((next !== "+" && next !== "-") || !nextTermNeeds(reader, cursor, drafts)) break;
    const sign = reader.sign(cursor, false)!;
    const value = reader.term(cursor);
    reader.reading.note(
      "the operator reaches over the next term, which needs its index",
      "it ends before the sign",
      value.span,
    );
    terms.push({ sign, value });
  }
  if (terms.length === 1) return body;
  return reader.build.add(terms, { start: body.span.start, end: terms.at(-1)!.value.span.end });
}

/** Whether the term behind the sign here uses an index that only this operator binds. */
function nextTermNeeds(reader: ExpressionReader, cursor: Cursor, drafts: readonly IndexDraft[]): boolean {
  let to = cursor.at + 1;
  for (; to < cursor.row.length; to++) {
    const box = cursor.row[to]!;
    if (box.type === "operator" && (["+", "-", ","].includes(box.name) || RELATIONS.has(box.name))) break;
  }
  return mentions(reader, cursor.row.slice(cursor.at + 1, to), new Set(drafts.map((draft) => draft.letters)));
}

/** Whether the term behind the sign here binds one of these indices anew: `\max_i x_i - \min_i x_i`. */
function rebinds(reader: ExpressionReader, cursor: Cursor, drafts: readonly IndexDraft[]): boolean {
  const letters = new Set(drafts.map((draft) => draft.letters));
  for (let at = cursor.at + 1; ; at++) {
    const box = cursor.row[at];
    if (box === undefined) return false;
    if (box.type === "space") continue;
    if (bindsAnew(reader, box, letters)) return true;
    // \max_j \min_i: one operator behind the other.
    const base = box.type === "scripts" ? box.base : box;
    if (base.type !== "big" && !(base.type === "word" && EXTREMA.has(base.text))) return false;
  }
}

/** Whether a box is an operator that runs over one of these indices, or over one that it does not name. */
function bindsAnew(reader: ExpressionReader, box: Box, letters: ReadonlySet<string>): boolean {
  const base = box.type === "scripts" ? box.base : box;
  const sub = box.type === "scripts" ? (box.sub ?? []) : [];
  if (base.type === "big" && sub.every((inner) => inner.type === "number")) return true;
  return (base.type === "big" || base.type === "word") && mentions(reader, sub, letters);
}

/** Whether a row uses one of these indices before an operator in it binds one anew. */
function mentions(reader: ExpressionReader, row: Row, letters: ReadonlySet<string>): boolean {
  const cursor = new Cursor(row, { start: 0, end: 0 });
  for (let box = cursor.peek(); box !== undefined; box = cursor.peek()) {
    if (bindsAnew(reader, box, letters)) return false;
    const base = box.type === "scripts" ? box.base : box;
    const name = base.type === "symbol" || base.type === "word" ? reader.names.match(cursor) : undefined;
    if (name?.kind !== "value") {
      if (boxMentions(reader, box, letters)) return true;
      cursor.at++;
      continue;
    }
    // The letters of a longer name, and the scripts that belong to it, are no indices: d_k.
    if (name.next === cursor.at + 1 && letters.has(letterKey(base) ?? "")) return true;
    if ([name.scripts.sub, name.scripts.sup].some((script) => mentions(reader, script ?? [], letters)))
      return true;
    cursor.at = name.next;
  }
  return false;
}

function boxMentions(reader: ExpressionReader, box: Box, letters: ReadonlySet<string>): boolean {
  const inside = (...rows: readonly Row[]): boolean => rows.some((row) => mentions(reader, row, letters));
  if (box.type === "symbol") return letters.has(letterKey(box) ?? "");
  if (box.type === "scripts")
    return boxMentions(reader, box.base, letters) || inside(box.sub ?? [], box.sup ?? []);
  return inside(...rowsInside(box));
}

/** Without a name below the operator (`\sum_1^n`, a bare `\sum`): the lower bound, or "none". */
function implicitBound(reader: ExpressionReader, sub: Row, whole: Span): Expression | "none" | undefined {
  if (sub.length === 0) return "none";
  if (sub.some((box) => box.type !== "number")) return undefined;
  return reader.row(sub, whole);
}

/** The one free index of the body, which an operator that names none binds. */
function onlyFreeIndex(
  reader: ExpressionReader,
  body: Expression,
  before: ReadonlySet<string>,
  whole: Span,
): IndexDraft {
  const bound = boundIn(body);
  const added = [...reader.reading.free].filter(
    ([letters, draft]) => draft.origin === "implicit" && !before.has(letters) && bound.has(draft.id),
  );
  const only = added[0];
  if (only === undefined || added.length > 1) {
    const which =
      added.length > 1 ? `there are ${added.map(([letters]) => letters).join(" and ")}` : "there is none";
    return reader.reading.fail(
      "range",
      `This operator names no index, so it binds the only free one behind it; ${which}.`,
      whole,
    );
  }
  return only[1];
}

function indexEntry(draft: IndexDraft) {
  const name: Name = { letters: draft.letters, sub: "", sup: "", primes: 0 };
  const make = (span: Span): Expression => ({
    kind: "bound",
    id: draft.id,
    latex: draft.latex,
    span,
    shape: SCALAR,
  });
  return { name, shown: draft.latex, meaning: { kind: "value", shape: SCALAR, make } } as const;
}

/** What stands below: `i = 1`, `i`, `i, j`, `i \ne j`, `i < j`, `1 \le i \le n`, `i = 1, \dots, n`, lines of these. */
function readLimits(
  reader: ExpressionReader,
  scope: Scope,
  sub: Row,
  whole: Span,
  families: boolean,
): Limits {
  const only = sub[0];
  const rows = sub.length === 1 && only?.type === "grid" ? only.rows.map((cells) => cells.flat()) : [sub];
  const drafts: IndexDraft[] = [];
  const conditions: Row[] = [];
  for (const row of rows) {
    const members = families
      ? splitRow(row, ",").map((piece) => bindMember(reader, scope, trimmed(piece)))
      : [undefined];
    if (members.includes(undefined)) readLimit(reader, scope, row, whole, drafts, conditions);
    else drafts.push(...members.filter((member) => member !== undefined));
  }
  if (drafts.length === 0)
    reader.reading.fail("range", "Expected an index below the operator, such as i = 1.", whole);
  return { drafts, conditions };
}

function readLimit(
  reader: ExpressionReader,
  scope: Scope,
  row: Row,
  whole: Span,
  drafts: IndexDraft[],
  conditions: Row[],
): void {
  const reading: Reading = reader.reading;
  const bind = (piece: Row): IndexDraft => {
    const draft = bindIndex(reader, scope, piece, whole);
    drafts.push(draft);
    return draft;
  };
  const listed = range(row);
  if (listed !== undefined) {
    const draft = bind(listed.index);
    draft.from = reader.build.scalar(reader.row(listed.from, whole), "a lower bound");
    draft.to = reader.build.scalar(reader.row(listed.to, whole), "an upper bound");
    return;
  }
  const relations = row
    .filter((box) => box.type === "operator" && RELATIONS.has(box.name))
    .map((box) => (box.type === "operator" ? box.name : ""));
  const sides = splitRow(row, ...RELATIONS);
  const connected = row.some((box) => box.type === "operator" && CONNECTIVES.has(box.name));
  if (drafts.length > 0 && (connected || (relations.length === 0 && hasLogic(row)))) {
    conditions.push(row);
    return;
  }
  if (relations.length === 0) {
    const member = splitRow(row, "\\in").map(trimmed);
    if (member.length === 2 && isIndexName(reader, scope, member[1]!)) {
      // A set that nothing declares is all that its element is an index of.
      const set = printLayout(member[1]!);
      reading.note(
        `${set} is not declared: its elements are all that is indexed by them`,
        `declare ${set}`,
        whole,
      );
      for (const piece of splitRow(member[0]!, ",")) bind(trimmed(piece));
      return;
    }
    if (
      row.some(
        (box) => box.type === "operator" && ["\\in", "\\subset", "\\subseteq", "\\sim"].includes(box.name),
      )
    ) {
      reading.fail("unsupported", "Sums over sets are not read yet.", whole);
    }
    for (const piece of splitRow(row, ",")) bind(trimmed(piece));
    return;
  }
  const equals = relations.length === 1 && relations[0] === "=";
  const first = trimmed(sides[0]!);
  const binds = splitRow(first, ",").every((piece) => isIndexName(reader, scope, piece));
  if (equals && (binds || drafts.length === 0)) {
    // `i = j = 1` and `i, j = 1` are rare: several indices with one bound.
    for (const piece of splitRow(first, ","))
      bind(trimmed(piece)).from = reader.build.scalar(reader.row(trimmed(sides[1]!), whole), "a lower bound");
    return;
  }
  // A chain such as 1 ≤ i ≤ n or i < j: letters that nothing binds yet are bound here.
  const isNew = sides.map((side) => isIndexName(reader, scope, side));
  const middle =
    relations.length === 2 && isNew[1] === true && relations.every((name) => name === "\\le" || name === "<");
  if (middle && isNew[0] !== true && isNew[2] !== true) {
    const draft = bind(trimmed(sides[1]!));
    const low = reader.build.scalar(reader.row(trimmed(sides[0]!), whole), "a lower bound");
    const high = reader.build.scalar(reader.row(trimmed(sides[2]!), whole), "an upper bound");
    draft.from = shifted(reader, low, relations[0] === "<" ? 1 : 0);
    draft.to = shifted(reader, high, relations[1] === "<" ? -1 : 0);
    return;
  }
  let anyNew = false;
  for (const [k, side] of sides.entries()) {
    for (const piece of splitRow(side, ",")) {
      if (!(isNew[k] === true || (sides.length > 1 && isIndexName(reader, scope, piece)))) continue;
      bind(trimmed(piece));
      anyNew = true;
    }
  }
  if (!anyNew && drafts.length === 0)
    reading.fail("redefined", "Every index here is bound already: nothing is left to run over.", whole);
  conditions.push(row);
}

function shifted(reader: ExpressionReader, value: Expression, by: number): Expression {
  if (by === 0) return value;
  const one: Expression = { kind: "number", digits: 1n, decimals: 0, span: value.span, shape: SCALAR };
  return reader.build.add(
    [
      { sign: 1, value },
      { sign: by > 0 ? 1 : -1, value: one },
    ],
    value.span,
  );
}

/** Whether a row is a letter (with primes or scripts) that is neither declared nor bound yet. */
function isIndexName(reader: ExpressionReader, scope: Scope, row: Row): boolean {
  const boxes = trimmed(row);
  const name = boxes.length === 1 ? nameOfRow(boxes) : undefined;
  if (name === undefined) return false;
  const match = reader.inside(scope).names.match(new Cursor(boxes, boxes[0]!));
  const { free, candidates } = reader.reading;
  return match === undefined && !free.has(name.letters) && !candidates.has(name.letters);
}

/** `\max_D`, where D is a declared family: D stands for each of its members. */
function bindMember(reader: ExpressionReader, scope: Scope, row: Row): IndexDraft | undefined {
  const name = nameOfRow(row);
  const declared = name && scope.find(name)?.meaning;
  if (name === undefined || declared?.kind !== "value") return undefined;
  if (declared.shape.kind !== "matrix" && declared.shape.kind !== "family") return undefined;
  const shown = printLayout(row);
  const draft = reader.reading.draft(name.letters, shown, row[0]!, "big", true);
  const make = (span: Span): Expression => {
    const index: Expression = { kind: "bound", id: draft.id, latex: shown, span, shape: SCALAR };
    return { ...reader.build.index(declared.make(span), [index], span), written: shown } as Expression;
  };
  const { shape } = make(row[0]!);
  scope.add({ name, shown, meaning: { ...declared, shape, make } });
  return draft;
}

export function bindIndex(reader: ExpressionReader, scope: Scope, piece: Row, whole: Span): IndexDraft {
  const reading: Reading = reader.reading;
  const name = nameOfRow(piece);
  const span = piece[0] ?? whole;
  if (name === undefined || piece.length !== 1) {
    return reading.fail("range", "Expected an index, such as i or i = 1, below the operator.", span);
  }
  const shown = printLayout(piece);
  if (scope.find(name) !== undefined || reading.free.has(name.letters)) {
    reading.fail("redefined", `The index ${shown} has a meaning already: take another letter.`, span);
  }
  const draft = reading.draft(name.letters, shown, span, "big");
  const make = (at: Span): Expression => ({
    kind: "bound",
    id: draft.id,
    latex: shown,
    span: at,
    shape: SCALAR,
  });
  scope.add({ name, shown, meaning: { kind: "value", shape: SCALAR, make } });
  return draft;
}

/** `i = 1, 2, \dots, K` or `i \in \{1, \dots, K\}`: an index with its first and last value. */
export function range(row: Row): { index: Row; from: Row; to: Row } | undefined {
  const at = row.findIndex((box) => box.type === "operator" && (box.name === "=" || box.name === "\\in"));
  if (at <= 0) return undefined;
  let list: Row = row.slice(at + 1);
  const relation = row[at] as Box & { name: string };
  const only = list.filter((box) => box.type !== "space");
  if (relation.name === "\\in") {
    const set = only[0];
    if (only.length !== 1 || set?.type !== "fence") return undefined;
    list = set.body;
  }
  const pieces = splitRow(list, ",").map(trimmed);
  const dots = pieces.findIndex(
    (piece) => piece.length === 1 && piece[0]?.type === "operator" && piece[0].name === "\\dots",
  );
  let from = pieces[0];
  let to = pieces.at(-1);
  if (pieces.length === 1 && from !== undefined) {
    // `1 \dots K` without commas.
    const inner = from.findIndex((box) => box.type === "operator" && box.name === "\\dots");
    if (inner <= 0 || inner === from.length - 1) return undefined;
    to = from.slice(inner + 1);
    from = from.slice(0, inner);
  } else if (dots < 1 || dots !== pieces.length - 2) {
    return undefined;
  }
  if (from === undefined || to === undefined || from.length === 0 || to.length === 0) return undefined;
  return { index: trimmed(row.slice(0, at)), from, to };
}
