// Formulas in Jupyter notebooks: in the cells of Markdown, and in raw ones.

import type { Found } from "./draft.js";
import { formulasInMarkdown } from "./markdown.js";
import type { Macros } from "./macros.js";
import { Lines } from "./lines.js";

/** A notebook that is no JSON, or no notebook. */
export class DocumentError extends Error {
  override readonly name = "DocumentError";
}

/** A string of a JSON text. */
interface Literal {
  readonly value: string;
  readonly start: number;
}

/**
 * Formulas of a notebook. Lines are those of the file: where the line of the cell stands that the formula begins in, or, in
 * a file that puts a whole cell on one line, that line.
 *
 * @throws DocumentError where the text is no notebook
 */
export function* formulasInNotebook(text: string, macros: Macros, inline: boolean): Generator<Found> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new DocumentError(
      `Expected a notebook, which is JSON; ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
  if (!isNotebook(parsed)) throw new DocumentError('Expected a notebook: JSON with its "cells".');
  const lines = new Lines(text);
  for (const literals of markdownCells(text)) {
    /** For each line of the cell, the line of the file. */
    const places: number[] = [];
    let isNewLine = true;
    for (const { value, start } of literals) {
      const line = lines.at(start);
      if (value === "") continue;
      if (isNewLine) places.push(line);
      for (let at = value.indexOf("\n"); at >= 0 && at < value.length - 1; at = value.indexOf("\n", at + 1))
        places.push(line);
      isNewLine = value.endsWith("\n");
    }
    const source = literals.map(({ value }) => value).join("");
    for (const found of formulasInMarkdown(source.replace(/\r\n?/gu, "\n"), macros, inline))
      yield { ...found, line: places[found.line - 1] ?? places[0]! };
  }
}

function isNotebook(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return ("cells" in value && Array.isArray(value.cells)) || "worksheets" in value;
}

interface Frame {
  readonly object: boolean;
  /** The key whose value comes next. */
  key: string | undefined;
  /** Of a cell: its kind, and the strings of its source. */
  kind: string | undefined;
  source: Literal[] | undefined;
}

/** The sources of a notebook's cells of text; the text is known to be JSON. */
function* markdownCells(text: string): Generator<readonly Literal[]> {
  const stack: Frame[] = [];
  const tokens = /"|[{}[\],:]/gu;
  for (let found = tokens.exec(text); found !== null; found = tokens.exec(text)) {
    const top = stack.at(-1);
    const start = found.index;
    switch (found[0]) {
      case "{":
      case "[":
        stack.push({ object: found[0] === "{", key: undefined, kind: undefined, source: undefined });
        continue;
      case "}":
        stack.pop();
        if ((top?.kind === "markdown" || top?.kind === "raw") && top.source !== undefined) yield top.source;
        continue;
      case "]":
        stack.pop();
        continue;
      case ",":
        if (top?.object === true) top.key = undefined;
        continue;
      case ":":
        continue;
      default:
    }
    const end = endOfString(text, start);
    tokens.lastIndex = end;
    if (top === undefined) continue;
    // Strings that no one asks for, as pictures, are not even read.
    const read = (): Literal => ({ value: JSON.parse(text.slice(start, end)) as string, start });
    if (top.object && top.key === undefined) top.key = end - start < 40 ? read().value : "";
    else if (top.object && top.key === "cell_type") top.kind = end - start < 40 ? read().value : "";
    else if (top.object && top.key === "source") top.source = [read()];
    else if (!top.object) {
      const cell = stack.at(-2);
      if (cell?.object === true && cell.key === "source") (cell.source ??= []).push(read());
    }
  }
}

/** Behind the quote that ends the string that starts here. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (text[at - 1 - backslashes] === "\\") backslashes++;
    if (backslashes % 2 === 0) return at + 1;
  }
  return text.length;
}
