// Whether KaTeX draws a formula as it is read: both trees in one common form, side by side.

import katex from "katex";
import type { Box, Row } from "../../src/latex/layout.js";
import { readLayout } from "../../src/latex/read-layout.js";

export type Agreement =
  { readonly agrees: true } | { readonly agrees: false; readonly katex: string; readonly layout: string };

/** Holds KaTeX's parse tree of a formula against our layout of it. Where they differ, both are shown. */
export function agreesWithKatex(latex: string): Agreement {
  return compare(katexForm(latex), layoutForm(readLayout(latex)));
}

/** The comparison itself, so that a test can plant a disagreement. */
export function compare(katexText: string, layoutText: string): Agreement {
  return katexText === layoutText
    ? { agrees: true }
    : { agrees: false, katex: katexText, layout: layoutText };
}

/*
 * The common form is a row of marks in the order drawn, each with its scripts. It leaves out what neither tree can
 * say (KaTeX does not match fences) and what is not drawn: space, invisible groups, which of two synonyms was typed.
 * An upright letter is the letter; a word is its letters.
 */
interface Mark {
  readonly text: string;
  readonly sub: string | undefined;
  readonly sup: string | undefined;
}

const mark = (text: string): Mark => ({ text, sub: undefined, sup: undefined });
const marks = (text: string): Mark[] => Array.from(text.replace(/\s/gu, ""), mark);

/** Scripts stand on the last mark; where that has one already, on all as a group. */
function scripted(base: readonly Mark[], sub: string | undefined, sup: string | undefined): Mark[] {
  const last = base.at(-1) ?? mark("");
  const clash =
    (last.sub !== undefined && sub !== undefined) || (last.sup !== undefined && sup !== undefined);
  if (clash) return [...base.slice(0, -1), { text: `{${show([last])}}`, sub, sup }];
  return [...base.slice(0, -1), { text: last.text, sub: last.sub ?? sub, sup: last.sup ?? sup }];
}

function show(row: readonly Mark[]): string {
  return row
    .map(
      ({ text, sub, sup }) =>
        text + (sub === undefined ? "" : `_{${sub}}`) + (sup === undefined ? "" : `^{${sup}}`),
    )
    .join(" ");
}

/** An accent on one letter, with its scripts outside; on several, over all. */
function accented(accent: string, row: readonly Mark[]): Mark[] {
  const only = row[0];
  if (row.length === 1 && only) return [{ ...only, text: `${accent} ${only.text}` }];
  return [mark(`${accent} ${row.map(({ text }) => (text.length === 1 ? text : `<${text}>`)).join("")}`)];
}

function grid(rows: readonly (readonly string[])[]): string {
  const drawn = rows.filter((cells) => cells.some((cell) => cell !== ""));
  return `grid{${drawn.map((cells) => cells.join(" & ")).join(" \\\\ ")}}`;
}

function fenced(open: string, inner: readonly Mark[], close: string): Mark[] {
  return open === "." && close === "." ? [...inner] : [mark(open), ...inner, mark(close)];
}

// Our layout

/** What stands around the environments that draw delimiters of their own. */
const AROUND: Readonly<Partial<Record<string, readonly [string, string]>>> = {
  cases: ["\\{", "."],
  dcases: ["\\{", "."],
  rcases: [".", "\\}"],
  drcases: [".", "\\}"],
  pmatrix: ["(", ")"],
  bmatrix: ["[", "]"],
  Bmatrix: ["\\{", "\\}"],
  vmatrix: ["|", "|"],
  Vmatrix: ["\\|", "\\|"],
};

/** The common form of our layout. */
export function layoutForm(row: Row): string {
  return show(layoutMarks(row));
}

function layoutMarks(row: Row): Mark[] {
  return row.flatMap(boxMarks);
}

function boxMarks(box: Box): Mark[] {
  switch (box.type) {
    case "symbol":
      return [mark(box.name)];
    case "number":
    case "word":
      return marks(box.text);
    case "operator":
    case "big":
    case "bar":
      return [mark(box.name)];
    case "space":
      return [];
    case "break":
      return [mark("\\\\")];
    case "scripts": {
      const primes = Array.from({ length: box.primes }, () => mark("\\prime"));
      const above = [...primes, ...layoutMarks(box.sup ?? [])];
      const hasSup = box.sup !== undefined || box.primes > 0;
      return scripted(boxMarks(box.base), box.sub && layoutForm(box.sub), hasSup ? show(above) : undefined);
    }
    case "fraction":
      return [
        mark(`${box.line ? "frac" : "binom"}{${layoutForm(box.numerator)}}{${layoutForm(box.denominator)}}`),
      ];
    case "root":
      return [mark(`root[${box.degree ? layoutForm(box.degree) : ""}]{${layoutForm(box.body)}}`)];
    case "fence":
      return fenced(box.open, layoutMarks(box.body), box.close);
    case "grid": {
      const [open, close] = AROUND[box.name] ?? [".", "."];
      return fenced(open, [mark(grid(box.rows.map((cells) => cells.map(layoutForm))))], close);
    }
  }
}

// KaTeX's parse tree

/** A node of KaTeX's parse tree: what is needed of it. KaTeX publishes no types for it. */
interface Node {
  readonly type: string;
  readonly [property: string]: unknown;
}

const parse = (katex as unknown as { __parse: (latex: string, options: object) => readonly Node[] }).__parse;

/** The common form of KaTeX's parse tree. */
export function katexForm(latex: string): string {
  return show(katexRow(parse(latex, { strict: "ignore", displayMode: true, throwOnError: true }), ""));
}

/** Marks that are drawn alike, or nearly, and mean the same: written out here, independent of our reader's table. */
const SYNONYMS: Readonly<Partial<Record<string, string>>> = {
  "\\leq": "\\le",
  "\\leqslant": "\\le",
  "\\geq": "\\ge",
  "\\geqslant": "\\ge",
  "\\lt": "<",
  "\\gt": ">",
  "\\neq": "\\ne",
  "≠": "\\ne",
  "≔": "=",
  "⟦": "\\llbracket",
  "⟧": "\\rrbracket",
  "\\ldots": "\\dots",
  "\\@cdots": "\\dots",
  "\\ldotp": "\\dots",
  "\\vdots": "\\dots",
  "\\lvert": "|",
  "\\rvert": "|",
  "\\vert": "|",
  "\\lVert": "\\|",
  "\\rVert": "\\|",
  "\\Vert": "\\|",
  "\\lbrace": "\\{",
  "\\rbrace": "\\}",
  "\\lbrack": "[",
  "\\rbrack": "]",
  "\\wedge": "\\land",
  "\\vee": "\\lor",
  "\\lnot": "\\neg",
  "\\gets": "\\leftarrow",
  "\\rightarrow": "\\to",
  "\\longrightarrow": "\\to",
  "\\Longrightarrow": "\\Rightarrow",
  "\\Longleftrightarrow": "\\Leftrightarrow",
  "\\triangleq": "=",
  "\\doteq": "=",
  "\\div": "/",
  "∗": "*",
  "−": "-",
};

const FONTS: Readonly<Partial<Record<string, string>>> = {
  mathbf: "bold",
  boldsymbol: "bold",
  "\\textbf": "bold",
  mathcal: "cal",
  mathscr: "cal",
  mathbb: "blackboard",
  mathfrak: "fraktur",
};

const ACCENTS: Readonly<Partial<Record<string, string>>> = {
  "\\hat": "hat",
  "\\widehat": "hat",
  "\\bar": "bar",
  "\\tilde": "tilde",
  "\\widetilde": "tilde",
  "\\vec": "vec",
  "\\overrightarrow": "vec",
  "\\dot": "dot",
  "\\ddot": "ddot",
  "\\check": "check",
  "\\breve": "breve",
  "\\mathring": "ring",
};

const nodes = (value: unknown): readonly Node[] =>
  Array.isArray(value) ? (value as Node[]) : [value as Node];
const text = (value: unknown): string => {
  if (typeof value !== "string") throw new TypeError(`Expected text in KaTeX's tree; got ${typeof value}.`);
  return SYNONYMS[value] ?? value;
};

function katexRow(row: readonly Node[], font: string): Mark[] {
  return joined(row.flatMap((node) => katexNode(node, font)));
}

/** Marks that our layout takes together: `:=`, `…` from three stops, a stroke through a relation, a bare `.5`. */
function joined(row: readonly Mark[]): Mark[] {
  const result: Mark[] = [];
  for (let k = 0; k < row.length; k++) {
    const here = row[k]!;
    const [next, afterNext] = [row[k + 1], row[k + 2]];
    if (here.text === ":" && next?.text === "=") continue;
    if (here.text === "̸" && next?.text === "=") {
      result.push(mark("\\ne"));
      k++;
    } else if (here.text === "." && next?.text === "." && afterNext?.text === ".") {
      result.push(mark("\\dots"));
      k += 2;
    } else if (here.text === "{,}") {
      // The comma of 1{,}000 is part of the number; any other in braces is a comma.
      const between = /^\d$/u.test(result.at(-1)?.text ?? "") && /^\d$/u.test(next?.text ?? "");
      if (!between) result.push(mark(","));
    } else {
      if (here.text === "." && /^\d$/u.test(next?.text ?? "") && !/^\d$/u.test(result.at(-1)?.text ?? ""))
        result.push(mark("0"));
      result.push(here);
    }
  }
  return result;
}

function katexForms(value: unknown, font: string): string {
  return show(katexRow(nodes(value), font));
}

function katexNode(node: Node, font: string): Mark[] {
  const inner = (value: unknown = node["body"]): Mark[] => katexRow(nodes(value), font);
  switch (node.type) {
    case "mathord":
    case "textord": {
      const letter = text(node["text"]);
      return letter.trim() === "" ? [] : [mark(font === "" ? letter : `${font} ${letter}`)];
    }
    case "atom":
      return [mark(text(node["text"]))];
    case "spacing":
    case "kern":
    case "phantom":
    case "lap":
    case "internal":
      return [];
    case "cr":
      return [mark("\\\\")];
    case "ordgroup": {
      const only = nodes(node["body"])[0];
      if (nodes(node["body"]).length === 1 && only?.type === "atom" && only["text"] === ",")
        return [mark("{,}")];
      return inner();
    }
    case "styling":
    case "color":
    case "enclose":
    case "operatorname":
    case "mclass":
      return inner();
    case "text":
    case "font": {
      const name = FONTS[text(node["font"] ?? "")];
      return katexRow(nodes(node["body"]), name ?? font);
    }
    case "op": {
      if (node["name"] === undefined) return inner();
      const name = text(node["name"]);
      return node["symbol"] === true ? [mark(name)] : marks(name.slice(1));
    }
    case "supsub":
      return katexScripts(node, font);
    case "genfrac": {
      const kind = node["hasBarLine"] === true ? "frac" : "binom";
      return [mark(`${kind}{${katexForms(node["numer"], font)}}{${katexForms(node["denom"], font)}}`)];
    }
    case "sqrt": {
      const degree =
        node["index"] === null || node["index"] === undefined ? "" : katexForms(node["index"], font);
      return [mark(`root[${degree}]{${katexForms(node["body"], font)}}`)];
    }
    case "accent": {
      const label = text(node["label"]);
      const accent = ACCENTS[label];
      if (accent === undefined)
        throw new TypeError(`The accent ${label} of KaTeX's tree is not compared yet.`);
      return accented(accent, inner(node["base"]));
    }
    case "overline":
      return accented("bar", inner());
    case "underline":
      return accented("underline", inner());
    case "horizBrace":
      return inner(node["base"]);
    case "leftright":
      return fenced(text(node["left"]), inner(), text(node["right"]));
    case "middle":
      return [mark("\\mid")];
    case "delimsizing":
      return node["mclass"] === "mrel" ? [mark("\\mid")] : [mark(text(node["delim"]))];
    case "array": {
      const rows = (node["body"] as readonly (readonly Node[])[]).map((cells) =>
        cells.map((cell) => katexForms(cell, font)),
      );
      return [mark(grid(rows))];
    }
    case "htmlmathml":
      return inner(node["mathml"]);
    default:
      throw new TypeError(`A ${node.type} of KaTeX's tree is not compared yet.`);
  }
}

function katexScripts(node: Node, font: string): Mark[] {
  const base = node["base"] as Node | null | undefined;
  // What a brace says, and what stands over a relation, are remarks: the reading leaves them out.
  if (base?.type === "horizBrace") return katexNode(base, font);
  const over = base?.type === "op" && base["suppressBaseShift"] !== undefined;
  const below = node["sub"] === undefined ? undefined : katexForms(node["sub"], "");
  const above = node["sup"] === undefined || over ? undefined : katexForms(node["sup"], "");
  return scripted(base ? katexNode(base, font) : [], below, above);
}
