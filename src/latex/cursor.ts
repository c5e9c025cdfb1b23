// A place in a row of boxes, and what may end an expression there.

import type { Span } from "./errors.js";
import type { BarBox, Box, Row, ScriptsBox } from "./layout.js";

/** Relations, under the names of the layout. */
export const RELATIONS = new Set(["=", "\\ne", "<", ">", "\\le", "\\ge", "\\equiv", "\\approx"]);

/** Operators that separate arguments. */
const SEPARATORS = new Set([",", ";", "\\mid", "\\parallel"]);

export class Cursor {
  at = 0;
  /** Bars that are open here, innermost last. */
  readonly bars: ("|" | "\\|" | "||")[] = [];

  constructor(
    readonly row: Row,
    /** Where to point when the row is empty. */
    readonly around: Span,
    /** Whether this is a list of arguments, in which bars may separate. */
    readonly list: boolean = false,
    /** Whether this is read as an index, where undeclared letters may be free indices. */
    readonly index: boolean = false,
  ) {}

  /** The box here, spaces skipped. */
  peek(): Box | undefined {
    while (this.row[this.at]?.type === "space") this.at++;
    return this.row[this.at];
  }

  /** The box right here, be it a space. */
  here(): Box | undefined {
    return this.row[this.at];
  }

  operator(): string | undefined {
    const box = this.peek();
    return box?.type === "operator" ? box.name : undefined;
  }

  /** Takes the operator here if it is one of `names`. */
  take(...names: string[]): string | undefined {
    const name = this.operator();
    if (name === undefined || !names.includes(name)) return undefined;
    this.at++;
    return name;
  }

  atEnd(): boolean {
    return this.peek() === undefined;
  }

  /** Where to point for something missing here. */
  get span(): Span {
    const box = this.peek() ?? this.row.at(-1);
    return box ?? this.around;
  }

  /** Whether the bar or separator here ends the current expression rather than opening something. */
  barEnds(): boolean {
    const bar = barAt(this.row[this.at]);
    if (bar === undefined) return false;
    const open = this.bars.at(-1);
    if (open === undefined) return this.list;
    if (open === bar.name) return true;
    return open === "||" && bar.name === "|" && barAt(this.row[this.at + 1])?.name === "|";
  }

  /** Takes a separator of arguments: a comma, a semicolon, a bar, two bars. */
  takeSeparator(): boolean {
    const name = this.operator();
    if (name !== undefined && SEPARATORS.has(name)) {
      this.at++;
      return true;
    }
    const bar = barAt(this.row[this.at]);
    if (bar?.scripts !== undefined || bar === undefined || !this.list) return false;
    this.at++;
    if (bar.name === "|" && barAt(this.row[this.at])?.name === "|") this.at++;
    return true;
  }
}

/** The bar that a box is, with the scripts that stand on it. */
export function barAt(
  box: Box | undefined,
): { name: BarBox["name"]; scripts: ScriptsBox | undefined } | undefined {
  if (box?.type === "bar") return { name: box.name, scripts: undefined };
  if (box?.type === "scripts" && box.base.type === "bar") return { name: box.base.name, scripts: box };
  return undefined;
}

/** Splits a row at operators of depth 0, leaving the pieces between. */
export function splitRow(row: Row, ...names: string[]): Row[] {
  const pieces: Box[][] = [[]];
  for (const box of row) {
    if (box.type === "operator" && names.includes(box.name)) pieces.push([]);
    else pieces.at(-1)!.push(box);
  }
  return pieces;
}

/** Whether a relation stands in the row at depth 0. */
export function hasRelation(row: Row): boolean {
  return row.some((box) => box.type === "operator" && RELATIONS.has(box.name));
}
