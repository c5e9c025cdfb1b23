// The lines of a formula, and the clauses behind each: where they begin and end.

import { RELATIONS, splitRow } from "./cursor.js";
import type { Box, GridBox, Row } from "./layout.js";
import { trimmed, wordAt } from "./read-cases.js";
import { isLines } from "./read-layout.js";

/** Words that begin a clause. */
export const CLAUSE_WORDS = new Set(["where", "for", "if", "with", "when", "forall", "for all", "and"]);
/** A gap as wide as this, in em, ends a formula. */
const GAP = 0.9;

/** Environments that only arrange lines become breaks; so does an array of equations that is all there is. */
export function flattened(row: Row): Row {
  const ink = row.filter((box) => box.type !== "space");
  return row.flatMap((box): Row => {
    if (box.type !== "grid" || !(isLines(box) || (ink.length === 1 && isSystem(box)))) return [box];
    const at: Box = { type: "break", start: box.start, end: box.start };
    return box.rows.flatMap((cells, k) => [...(k > 0 ? [at] : []), ...flattened(cells.flat())]);
  });
}

/** Whether an array or a matrix holds equations, one a row, rather than entries. */
function isSystem({ name, rows }: GridBox): boolean {
  if (name !== "array" && name !== "matrix") return false;
  return rows.some((cells) => cells.flat().some((box) => box.type === "operator" && box.name === "="));
}

/** Lines; one that starts with a relation or a sign continues the line before. */
export function linesOf(row: Row): Row[] {
  const lines: Box[][] = [[]];
  for (const box of row) {
    if (box.type === "break") lines.push([]);
    else lines.at(-1)!.push(box);
  }
  const joined: Box[][] = [];
  for (const line of lines) {
    const at = line.findIndex((box) => box.type !== "space");
    const first = line[at];
    if (first === undefined) continue;
    const previous = joined.at(-1);
    const last = previous?.at(-1);
    const continues =
      first.type === "operator" &&
      (RELATIONS.has(first.name) || ["+", "-", "\\cdot", "\\times", "*", "/"].includes(first.name));
    const unfinished =
      last?.type === "operator" &&
      (RELATIONS.has(last.name) || ["+", "-", "\\cdot", "\\times"].includes(last.name));
    if (previous !== undefined && (continues || unfinished)) previous.push(...line.slice(at));
    else joined.push(line);
  }
  return joined;
}

/** The chain and the clauses behind it, split at gaps and at words. */
export function clausesOf(line: Row): Row[] {
  const pieces: Box[][] = [[]];
  let gap = 0;
  for (let k = 0; k < line.length; k++) {
    const box = line[k]!;
    if (box.type === "space") {
      gap += box.width;
      pieces.at(-1)!.push(box);
      continue;
    }
    const piece = pieces.at(-1)!;
    const before = piece.findLast((inner) => inner.type !== "space");
    const open =
      before === undefined || (before.type === "operator" && ![",", ".", ";"].includes(before.name));
    const continues = box.type === "operator" && box.name !== "\\forall";
    const bounded =
      gap > 0 ||
      box.spaced === true ||
      before === undefined ||
      before.type === "operator" ||
      box.type === "word";
    const word = bounded ? wordAt(line, k) : undefined;
    const clauseWord =
      word !== undefined && CLAUSE_WORDS.has(word.text) && (word.text !== "and" || pieces.length > 1);
    const forAll = box.type === "operator" && box.name === "\\forall";
    if (before !== undefined && (clauseWord || forAll || (gap >= GAP && !open && !continues)))
      pieces.push([]);
    gap = 0;
    pieces.at(-1)!.push(box);
  }
  return pieces.map(trimmed).filter((piece) => piece.length > 0);
}

/** What stands behind the first = of a line; all of it where there is none. */
export function rightOf(row: Row): Row {
  const left = splitRow(row, "=")[0]!;
  return left.length < row.length ? row.slice(left.length + 1) : row;
}
