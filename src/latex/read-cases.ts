// Cases and conditions.

import { Cursor, RELATIONS } from "./cursor.js";
import type { Span } from "./errors.js";
import type { Expression, Relation } from "./expression.js";
import { type Box, type GridBox, type Row } from "./layout.js";
import type { ExpressionReader } from "./read-expression.js";
import { sameShape, showShape, TRUTH } from "./shapes.js";

const INTRODUCING = new Set(["if", "for", "when", "where", "with", "while", "provided"]);
const OTHERWISE = new Set(["otherwise", "else", "otherwise.", "else."]);

/** Words between conditions, which end an expression. */
export const CONJUNCTIONS = new Set(["and", "or"]);
/** Operators between conditions. */
export const CONNECTIVES = new Set(["\\land", "\\lor", "\\neg"]);

/** No word that means something here is longer. */
const LONGEST_WORD = 12;

/** A word in the row at `at`: upright, or spelled in letters that no letter continues. */
export function wordAt(row: Row, at: number): { text: string; next: number } | undefined {
  const box = row[at];
  if (box?.type === "word")
    return {
      text: box.text
        .replace(/[,.:;]+$/u, "")
        .replace(/^[,;]\s*/u, "")
        .toLowerCase(),
      next: at + 1,
    };
  if (box?.type !== "symbol" || box.name.length !== 1) return undefined;
  let text = "";
  let next = at;
  for (let k = at; k < row.length; k++) {
    const letter = row[k]!;
    if (letter.type !== "symbol" || letter.name.length !== 1 || (k > at && letter.spaced === true)) break;
    text += letter.name;
    next = k + 1;
    if (text.length > LONGEST_WORD) return undefined;
  }
  const before = row[at - 1];
  if (before?.type === "symbol" && box.spaced !== true) return undefined;
  return text.length > 1 ? { text, next } : undefined;
}

/** Cases: the value of the first row whose condition holds. */
export function readCases(reader: ExpressionReader, box: GridBox): Expression {
  const branches = box.rows.map((cells) => {
    const [first = [], ...rest] = cells;
    const behind = rest.flat();
    const at = behind.length > 0 ? -1 : splitWord(first);
    const value = reader.build.value(
      reader.row(trimmed(at < 0 ? first : first.slice(0, at)), box),
      "the value of a case",
    );
    const condition = trimmed(at < 0 ? behind : first.slice(at));
    return { value, condition: readCaseCondition(reader, condition, box) };
  });
  const first = branches[0];
  if (first === undefined) reader.reading.fail("missing", "Expected at least one case.", box);
  const early = branches.slice(0, -1).findIndex((branch) => branch.condition === undefined);
  if (early >= 0) {
    reader.reading.fail(
      "missing",
      "Only the last case may do without a condition.",
      branches[early]!.value.span,
    );
  }
  const shape =
    branches.find((branch) => branch.value.shape.kind !== "scalar")?.value.shape ?? first.value.shape;
  for (const { value } of branches) {
    if (value.shape.kind !== "scalar" && !sameShape(value.shape, shape)) {
      reader.reading.fail(
        "shape",
        `The cases differ in shape: ${showShape(shape)} and ${showShape(value.shape)}.`,
        value.span,
      );
    }
  }
  return { kind: "cases", branches, span: { start: box.start, end: box.end }, shape };
}

/** Where a word such as `if` starts the condition within one cell, or −1. */
function splitWord(row: Row): number {
  return row.findIndex((_, k) => {
    const word = wordAt(row, k);
    return word !== undefined && (INTRODUCING.has(word.text) || OTHERWISE.has(word.text));
  });
}

function readCaseCondition(reader: ExpressionReader, row: Row, around: Span): Expression | undefined {
  if (row.length === 0) return undefined;
  const cursor = new Cursor(row, around);
  cursor.peek();
  const word = wordAt(row, cursor.at);
  if (word !== undefined && OTHERWISE.has(word.text)) {
    if (trimmed(row.slice(word.next)).length > 0) {
      reader.reading.fail("unexpected", `Expected nothing behind ${word.text}.`, row[word.next] ?? around);
    }
    return undefined;
  }
  if (word !== undefined && INTRODUCING.has(word.text)) cursor.at = word.next;
  return readCondition(reader, cursor);
}

/** or-joined and-joined chains of relations. */
export function readCondition(reader: ExpressionReader, cursor: Cursor): Expression {
  const condition = anyOf(reader, cursor);
  reader.finish(cursor);
  return condition;
}

function anyOf(reader: ExpressionReader, cursor: Cursor): Expression {
  const parts = [allOf(reader, cursor)];
  while (takeWord(cursor, "or", "\\lor")) parts.push(allOf(reader, cursor));
  return joined("or", parts);
}

function allOf(reader: ExpressionReader, cursor: Cursor): Expression {
  const parts = [negation(reader, cursor)];
  while (takeWord(cursor, "and", "\\land") || cursor.take(",") !== undefined)
    parts.push(negation(reader, cursor));
  return joined("and", parts);
}

function negation(reader: ExpressionReader, cursor: Cursor): Expression {
  const start = cursor.span;
  if (!takeWord(cursor, "not", "\\neg")) return chain(reader, cursor);
  const operand = reader.reading.nested(start, () => negation(reader, cursor));
  return {
    kind: "logic",
    operator: "not",
    operands: [operand],
    span: { start: start.start, end: operand.span.end },
    shape: TRUTH,
  };
}

function chain(reader: ExpressionReader, cursor: Cursor): Expression {
  const box = cursor.peek();
  if (box?.type === "fence" && box.open === "(" && hasLogic(box.body)) {
    cursor.at++;
    return readCondition(reader, new Cursor(box.body, box));
  }
  const operands = [reader.expression(cursor)];
  const relations: Relation[] = [];
  for (;;) {
    const relation = cursor.take(...RELATIONS);
    if (relation === undefined) break;
    relations.push(plainRelation(reader, relation, cursor));
    operands.push(reader.expression(cursor));
  }
  if (relations.length === 0) {
    reader.reading.fail(
      "missing",
      "Expected a condition, such as x > 0; this is a value.",
      operands[0]!.span,
    );
  }
  return comparison(reader, operands, relations);
}

/** A chain of relations between values of one shape. */
export function comparison(
  reader: ExpressionReader,
  operands: readonly Expression[],
  relations: readonly Relation[],
  /** Whether it is the formula itself: an inequality of vectors is meant entry by entry. */
  inChain = false,
): Expression {
  const span = { start: operands[0]!.span.start, end: operands.at(-1)!.span.end };
  const shape = operands.find((operand) => operand.shape.kind !== "scalar")?.shape;
  const ordered = relations.find((relation) => relation !== "=" && relation !== "\\ne");
  for (const operand of operands) {
    reader.build.value(operand, "a side of a relation");
    if (ordered !== undefined && !inChain && operand.shape.kind !== "scalar") {
      reader.reading.fail(
        "shape",
        `Expected numbers beside ${ordered}; this is ${showShape(operand.shape)}.`,
        operand.span,
      );
    }
    if (shape !== undefined && operand.shape.kind !== "scalar" && !sameShape(shape, operand.shape)) {
      reader.reading.fail(
        "shape",
        `A relation between ${showShape(shape)} and ${showShape(operand.shape)}.`,
        operand.span,
      );
    }
  }
  return { kind: "compare", operands, relations, span, shape: TRUTH };
}

export function plainRelation(reader: ExpressionReader, name: string, cursor: Cursor): Relation {
  if (name === "\\equiv") return "=";
  if (name === "\\approx")
    reader.reading.fail(
      "unsupported",
      "An approximation is no equation: it can be neither right nor wrong.",
      cursor.span,
    );
  return name as Relation;
}

function joined(operator: "and" | "or", operands: readonly Expression[]): Expression {
  if (operands.length === 1) return operands[0]!;
  const span = { start: operands[0]!.span.start, end: operands.at(-1)!.span.end };
  return { kind: "logic", operator, operands, span, shape: TRUTH };
}

function takeWord(cursor: Cursor, text: string, command: string): boolean {
  if (cursor.take(command) !== undefined) return true;
  cursor.peek();
  const word = wordAt(cursor.row, cursor.at);
  if (word?.text !== text) return false;
  cursor.at = word.next;
  return true;
}

/** Whether what stands in parentheses is a condition. */
export function hasLogic(row: Row): boolean {
  const boxes = row.filter((box) => box.type !== "space");
  const only = boxes[0];
  if (boxes.length === 1 && only?.type === "fence" && only.open === "(") return hasLogic(only.body);
  return boxes.some(
    (box) => box.type === "operator" && (RELATIONS.has(box.name) || CONNECTIVES.has(box.name)),
  );
}

/** Without spaces at both ends and without punctuation at the end. */
export function trimmed(row: Row): Row {
  let from = 0;
  let to = row.length;
  const punctuation = (box: Box | undefined): boolean =>
    box?.type === "operator" && [",", ".", ";"].includes(box.name);
  while (row[from]?.type === "space") from++;
  while (
    to > from &&
    (row[to - 1]?.type === "space" || row[to - 1]?.type === "break" || punctuation(row[to - 1]))
  )
    to--;
  return row.slice(from, to);
}
