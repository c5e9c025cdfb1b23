// Where the reader chose between two readings: what the other one comes to.

import { LatexError } from "../../latex/errors.js";
import { rowsInside, type Box, type Row } from "../../latex/layout.js";
import { readLayout } from "../../latex/read-layout.js";
import type { Note } from "../../latex/reading.js";
import { fitOf, type Candidate, type References } from "./search.js";

/** What the reader noted of a formula, with what the other reading would change, where it can be put in LaTeX. */
export function remarksOf(candidate: Candidate, references: References): string[] {
  const { theirs, fit } = candidate;
  return theirs.notes.map((note) => {
    const said =
      note.alternative === "" ? note.message : `${note.message}; the other reading: ${note.alternative}`;
    const put = otherReading(theirs.formula.latex, note);
    const other = put === undefined ? undefined : theirs.again(put);
    if (other === undefined) return said;
    const { fits } = fitOf(other, references.of(candidate.form));
    if (fits === fit.fits) return `${said} (the verdict would be the same)`;
    return `${said} (read so it ${fits ? "is equivalent" : "differs"})`;
  });
}

/** The formula with parentheses that make the other reading of a place the only one; undefined where none do. */
function otherReading(source: string, { message, start, end }: Note): string | undefined {
  const boxes = boxesOf(source);
  const inParentheses = (to: number): string =>
    `${source.slice(0, start)}\\left(${source.slice(start, to)}\\right)${source.slice(to)}`;
  if (message.includes("takes all factors behind it")) {
    // The first factor alone.
    const first = boxes.find((box) => box.start === start && box.end < end);
    return first && inParentheses(first.end);
  }
  if (message.includes("ends before the slash")) {
    const denominator = boxes.find((box) => box.start >= end && box.type !== "space");
    return denominator && inParentheses(denominator.end);
  }
  return message.includes("ends before the parenthesis") ? inParentheses(end) : undefined;
}

/** All boxes of a formula, the outer ones first. */
function boxesOf(source: string): readonly Box[] {
  const found: Box[] = [];
  const visit = (row: Row): void => {
    for (const box of row) {
      found.push(box);
      if (box.type === "scripts") visit([box.base, ...(box.sub ?? []), ...(box.sup ?? [])]);
      for (const inner of rowsInside(box)) visit(inner);
    }
  };
  try {
    visit(readLayout(source));
  } catch (error) {
    if (!(error instanceof LatexError)) throw error;
  }
  return found;
}
