// A stranger's formula without what is not of its value: memberships, lists of what the next line says, f(x_i) for a prediction.

import { RELATIONS, splitRow } from "../../latex/cursor.js";
import { FUNCTIONS } from "../../latex/functions.js";
import { layoutKey, letterKey, rowsInside, type Box, type Row } from "../../latex/layout.js";
import { CLAUSE_WORDS, clausesOf, linesOf } from "../../latex/lines.js";
import { printLayout } from "../../latex/print-layout.js";
import { range } from "../../latex/read-big.js";
import { trimmed, wordAt } from "../../latex/read-cases.js";
import { nameOfRow } from "../../latex/scope.js";
import { isListOf, type Survey } from "./names.js";

/** A formula in other words, with what was done to it. */
export interface Prepared {
  readonly latex: string;
  readonly remark: string | undefined;
  /** Whether something was left out that the formula says: what is found then is found of the rest. */
  readonly partial: boolean;
}

type Clauses = readonly Row[];

/** A formula with what is beside its value left out, and other ways to read it if that cannot be read. */
export function preparations(source: string, survey: Survey): readonly Prepared[] {
  const lines = linesOf(survey.row).map(clausesOf);
  const kept = withoutLists(lines.map((line) => withoutLaws(line).map(withoutMembership)));
  const said = withoutApplications(kept, survey).map((line) =>
    line.map((row) => countedFromOne(row, lines.flat())),
  );
  const changed = print(said) !== print(lines);
  const first: Prepared = { latex: changed ? print(said) : source, remark: undefined, partial: false };
  return [first, ...withoutExplanations(said), ...singleMembers(said)];
}

function print(lines: readonly Clauses[]): string {
  return lines.map((clauses) => clauses.map(printLayout).join(", \\quad ")).join(" \\\\ ");
}

/** Without clauses that say how something is distributed: they say nothing of the value. */
function withoutLaws(clauses: Clauses): Clauses {
  return clauses.filter((row, k) => k === 0 || splitRow(row, "\\sim").length === 1);
}

/** A sum from 0 to n − 1 whose index does nothing but count is one from 1 to n. */
function countedFromOne(row: Row, all: readonly Row[]): Row {
  return row.map((box) => {
    if (box.type !== "scripts" || box.base.type !== "big")
      return inside(box, (inner) => countedFromOne(inner, all));
    const [index = [], from = []] = splitRow(box.sub ?? [], "=").map(trimmed);
    const above = trimmed(box.sup ?? []);
    const [minus, one] = above.slice(-2);
    const letter = index.length === 1 ? letterKey(index[0]!) : undefined;
    const zero =
      layoutKey(from) === "0" &&
      minus?.type === "operator" &&
      minus.name === "-" &&
      one?.type === "number" &&
      one.text === "1";
    if (letter === undefined || !zero || all.some((other) => standsAlone(other, letter))) return box;
    const equals = (box.sub ?? []).filter((inner) => inner.type === "operator");
    return { ...box, sub: [...index, ...equals, { ...one, text: "1" }], sup: trimmed(above.slice(0, -2)) };
  });
}

/** Whether a letter stands for a number somewhere, rather than below a name alone. */
function standsAlone(row: Row, letter: string): boolean {
  return row.some((box) => {
    if (box.type === "symbol") return letterKey(box) === letter;
    if (box.type !== "scripts") return rowsInside(box).some((inner) => standsAlone(inner, letter));
    if (box.base.type === "big") return false;
    const above = box.sup ?? [];
    const isIndex = above.length === 1 && above[0]!.type === "fence";
    const shifted = (box.sub ?? []).some((inner) => inner.type === "operator" && inner.name !== ",");
    return (
      standsAlone([box.base], letter) ||
      (!isIndex && standsAlone(above, letter)) ||
      (shifted && standsAlone(box.sub ?? [], letter))
    );
  });
}

/** `… \in \mathbb{R}^n` behind a value says where it lies. */
function withoutMembership(row: Row): Row {
  const at = row.findLastIndex((box) => box.type === "operator" && box.name === "\\in");
  if (at <= 0 || range(row) !== undefined) return row;
  const before = trimmed(row.slice(0, at));
  return nameOfRow(before) === undefined && before.length > 1 ? before : row;
}

/** `L = \{l_1, …, l_N\}^\top, l_n = …`: what counts is l_n. */
function withoutLists(lines: readonly Clauses[]): readonly Clauses[] {
  return lines.map((clauses) => {
    const [first, ...rest] = clauses;
    const sides = first === undefined ? [] : splitRow(first, "=").map(trimmed);
    return rest.length > 0 && sides.length > 1 && isListOf(sides.at(-1)!) ? rest : clauses;
  });
}

/** h_θ(x^{(i)}) and f(x_i) of an unknown function are what it says of item i: h_i and f_i. */
function withoutApplications(lines: readonly Clauses[], survey: Survey): readonly Clauses[] {
  const indices = new Set([...survey.bound, ...survey.free]);
  /** Of each name, whether it is used otherwise than as a function of an item. */
  const applied = new Map<string, boolean[]>();
  for (const { letters, sub, fence, arguments: parts } of survey.occurrences) {
    const uses = applied.get(letters) ?? [];
    applied.set(letters, uses);
    const own = fence?.body.some((box) => (box.type === "scripts" ? box.base : box).type === "big") === true;
    const single = !own && fence?.open === "(" && splitRow(fence.body, ",", ";").length === 1;
    const inside = !single ? "" : indicesBelow(fence.body, indices);
    const bare = parts?.every((part) => part.length === 1 && part[0]!.type === "symbol") === true;
    uses.push(
      fence === undefined ||
        bare ||
        inside === "" ||
        (sub !== undefined && indicesBelow(sub, indices, true) !== ""),
    );
  }
  const functions = new Set(
    [...applied].filter(([, uses]) => !uses.includes(true)).map(([letters]) => letters),
  );
  if (functions.size === 0) return lines;
  const visit = (row: Row): Row => {
    const result: Box[] = [];
    for (let k = 0; k < row.length; k++) {
      const box = row[k]!;
      const base = box.type === "scripts" ? box.base : box;
      const letters = letterKey(base);
      let next = k + 1;
      while (row[next]?.type === "space") next++;
      const behind = row[next];
      const fence = behind?.type === "scripts" ? behind.base : behind;
      if (
        letters !== undefined &&
        functions.has(letters) &&
        !FUNCTIONS.has(letters) &&
        fence?.type === "fence"
      ) {
        const sub = rowBelow(fence.body, indices);
        const sup = behind?.type === "scripts" ? behind.sup : undefined;
        result.push({
          type: "scripts",
          base,
          sub,
          sup,
          primes: 0,
          supFirst: false,
          start: box.start,
          end: behind!.end,
        });
        k = next;
        continue;
      }
      result.push(inside(box, visit));
    }
    return result;
  };
  return lines.map((clauses) => clauses.map((row) => sidesFrom(row, visit)));
}

/** Applies a change to all sides but the first where there are several: a left side stays what it is. */
function sidesFrom(row: Row, visit: (row: Row) => Row): Row {
  const at = row.findIndex((box) => box.type === "operator" && RELATIONS.has(box.name));
  return at < 0 ? visit(row) : [...row.slice(0, at + 1), ...visit(row.slice(at + 1))];
}

function inside(box: Box, visit: (row: Row) => Row): Box {
  switch (box.type) {
    case "fraction":
      return { ...box, numerator: visit(box.numerator), denominator: visit(box.denominator) };
    case "root":
      return { ...box, body: visit(box.body) };
    case "fence":
      return { ...box, body: visit(box.body) };
    case "grid":
      return { ...box, rows: box.rows.map((cells) => cells.map(visit)) };
    case "scripts":
      return {
        ...box,
        base: inside(box.base, visit),
        sub: box.sub && visit(box.sub),
        sup: box.sup && visit(box.sup),
      };
    default:
      return box;
  }
}

/** The first scripts in a row that are made of indices: the i of x^{(i)} and of x_i. */
function rowBelow(row: Row, indices: ReadonlySet<string>): Row | undefined {
  for (const box of row) {
    if (box.type === "scripts") {
      for (const script of [box.sub, box.sup]) {
        if (script === undefined) continue;
        const [only] = script;
        const inner = script.length === 1 && only?.type === "fence" ? only.body : script;
        if (inner.some((one) => one.type === "symbol" && indices.has(letterKey(one)!))) return inner;
      }
    }
    if (box.type === "fence") {
      const found = rowBelow(box.body, indices);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

function indicesBelow(row: Row, indices: ReadonlySet<string>, direct = false): string {
  const found = direct
    ? row.filter((box) => box.type === "symbol" && indices.has(letterKey(box)!))
    : rowBelow(row, indices);
  return found === undefined ? "" : layoutKey(found);
}

/** Without clauses that only say in words or in other names what a name is: where p_i = P(X_i). */
function withoutExplanations(lines: readonly Clauses[]): Prepared[] {
  const kept = lines.map((clauses) => clauses.filter((row, k) => k === 0 || !isExplanation(row)));
  if (print(kept) === print(lines)) return [];
  return [{ latex: print(kept), remark: "a clause that explains a name is not read", partial: true }];
}

function isExplanation(row: Row): boolean {
  const word = wordAt(row, 0);
  const body = trimmed(word !== undefined && CLAUSE_WORDS.has(word.text) ? row.slice(word.next) : row);
  const sides = splitRow(body, "=").map(trimmed);
  const right = sides.at(-1)!;
  const last = right.at(-1);
  return sides.length === 2 && last?.type === "fence" && nameOfRow(right.slice(0, -1)) !== undefined;
}

/** Of a chain each right side alone: one that cannot be read must not take the others with it. */
function singleMembers(lines: readonly Clauses[]): Prepared[] {
  const [first, ...others] = lines;
  const [chain, ...clauses] = first ?? [];
  if (chain === undefined) return [];
  const sides = splitRow(chain, "=").map(trimmed);
  if (sides.length < 2) return [];
  const isLeft = nameOfRow(withoutFence(sides[0]!)) !== undefined;
  const members = isLeft ? sides.slice(1) : sides;
  const equals = chain.find((box) => box.type === "operator" && box.name === "=")!;
  if (members.length < 2) return [];
  return [...members].reverse().map((member) => ({
    latex: print([[isLeft ? [...sides[0]!, equals, ...member] : member, ...clauses], ...others]),
    remark: `only one side of the chain is read: ${clip(printLayout(member))}`,
    partial: true,
  }));
}

function withoutFence(row: Row): Row {
  return row.at(-1)?.type === "fence" && row.length > 1 ? row.slice(0, -1) : row;
}

function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** `\sqrt(x)` as people mean it, though TeX draws it otherwise. */
export function mendedRoot(source: string): string | undefined {
  const mended = source.replaceAll(/\\sqrt\s*\(((?:[^()]|\([^()]*\))*)\)/gu, "\\sqrt{$1}");
  return mended === source ? undefined : mended;
}
