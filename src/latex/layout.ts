// The layout of a formula: boxes as they are drawn, without meaning yet.

import type { Span } from "./errors.js";

export interface SymbolBox extends Span {
  readonly type: "symbol";
  /** A letter, or its command, after its accents and its font: `x`, `\alpha`, `hat y`, `bold x`. */
  readonly name: string;
}
export interface NumberBox extends Span {
  readonly type: "number";
  readonly text: string;
}
/** Upright letters: `\mathrm{softmax}`, `\text{if}`, `\log`. */
export interface WordBox extends Span {
  readonly type: "word";
  readonly text: string;
}
/** An operator, a relation or punctuation, under one name for all synonyms. */
export interface OperatorBox extends Span {
  readonly type: "operator";
  readonly name: string;
}
/** A sum, a product, a union: what takes limits. */
export interface BigBox extends Span {
  readonly type: "big";
  readonly name: string;
}
/** `|` or `\|` whose direction the layout cannot tell. */
export interface BarBox extends Span {
  readonly type: "bar";
  readonly name: "|" | "\\|";
}
export interface ScriptsBox extends Span {
  readonly type: "scripts";
  readonly base: Box;
  readonly sub: Row | undefined;
  readonly sup: Row | undefined;
  readonly primes: number;
  /** Whether the superscript came first in the source: `A^T_{12}`, not `A_{12}^T`. */
  readonly supFirst: boolean;
}
/** Scripts without what they stand on: an index, a power, a transpose. */
export type Scripts = Pick<ScriptsBox, "sub" | "sup" | "primes" | "supFirst">;

export const NO_SCRIPTS: Scripts = { sub: undefined, sup: undefined, primes: 0, supFirst: false };

export interface FractionBox extends Span {
  readonly type: "fraction";
  readonly numerator: Row;
  readonly denominator: Row;
  /** False for a binomial coefficient. */
  readonly line: boolean;
}
export interface RootBox extends Span {
  readonly type: "root";
  readonly body: Row;
  readonly degree: Row | undefined;
}
export interface FenceBox extends Span {
  readonly type: "fence";
  /** `(`, `[`, `\{`, `|`, `\|`, `\langle`, `\lfloor`, `\lceil`, or `.` for none. */
  readonly open: string;
  readonly close: string;
  readonly body: Row;
}
/** A matrix, cases, an array: rows of cells. */
export interface GridBox extends Span {
  readonly type: "grid";
  readonly name: string;
  readonly rows: readonly (readonly Row[])[];
}
export interface SpaceBox extends Span {
  readonly type: "space";
  /** In em. */
  readonly width: number;
}
/** The end of a line of a formula of several lines. */
export interface BreakBox extends Span {
  readonly type: "break";
}

export type Box = (
  | SymbolBox
  | NumberBox
  | WordBox
  | OperatorBox
  | BigBox
  | BarBox
  | ScriptsBox
  | FractionBox
  | RootBox
  | FenceBox
  | GridBox
  | SpaceBox
  | BreakBox
) & {
  /** Whether the source has white space before it, which is not drawn. */
  readonly spaced?: boolean;
};

/** Boxes side by side. */
export type Row = readonly Box[];

/** The rows right inside a box, its scripts and what carries them aside. */
export function rowsInside(box: Box): readonly Row[] {
  switch (box.type) {
    case "fence":
    case "root":
      return [box.body];
    case "fraction":
      return [box.numerator, box.denominator];
    case "grid":
      return box.rows.flat();
    default:
      return [];
  }
}

/** The span from the first box to the last. */
export function rowSpan(row: Row, fallback: Span): Span {
  const first = row[0];
  const last = row.at(-1);
  return first && last ? { start: first.start, end: last.end } : fallback;
}

/** The name that letters side by side make: equal for `TP`, `\mathrm{TP}`, `\text{TP}` and `{T}P`. */
export function letterKey(box: Box): string | undefined {
  switch (box.type) {
    case "symbol":
      return box.name.length === 1 ? box.name : `<${box.name}>`;
    case "word":
      return box.text;
    case "number":
      return box.text;
    default:
      return undefined;
  }
}

/** A canonical text of a row: equal when two rows are drawn alike up to space and upright letters. */
export function layoutKey(row: Row): string {
  return row.map(boxKey).join("");
}

function boxKey(box: Box): string {
  switch (box.type) {
    case "symbol":
    case "word":
    case "number":
      return letterKey(box) ?? "";
    case "operator":
    case "big":
    case "bar":
      return box.name;
    case "scripts":
      return `${boxKey(box.base)}${box.sub ? `_{${layoutKey(box.sub)}}` : ""}${box.sup ? `^{${layoutKey(box.sup)}}` : ""}${"'".repeat(box.primes)}`;
    case "fraction":
      return `${box.line ? "frac" : "binom"}{${layoutKey(box.numerator)}}{${layoutKey(box.denominator)}}`;
    case "root":
      return `root[${box.degree ? layoutKey(box.degree) : ""}]{${layoutKey(box.body)}}`;
    case "fence":
      return `${box.open}${layoutKey(box.body)}${box.close}`;
    case "grid":
      return `grid{${box.rows.map((cells) => cells.map(layoutKey).join("&")).join("\\\\")}}`;
    case "space":
      return "";
    case "break":
      return "\\\\";
  }
}
