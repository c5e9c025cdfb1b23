// What a stranger's names may be: which scripts are indices and which are parts of names, what parentheses behind them mean.

import { splitRow } from "../../latex/cursor.js";
import { layoutKey, letterKey, type Box, type Row } from "../../latex/layout.js";
import { printLayout } from "../../latex/print-layout.js";
import { trimmed } from "../../latex/read-cases.js";
import type { Occurrence, Survey } from "./names.js";
import { plainKey } from "./roles.js";

/** A name, and what its uses tell of it; all are lower bounds. */
export interface TheirName {
  /** As it is declared. */
  readonly latex: string;
  /** Other ways in which the formula writes it: **o** for all of o_i. */
  readonly aliases: readonly string[];
  readonly letters: string;
  /** How many indices it takes at least. */
  readonly rank: number;
  /** How many arguments in parentheses are its indices; 0 where it is not written so. */
  readonly called: number;
  /** Whether it is a function of other names: of how many arguments. */
  readonly applied: number;
  /** Whether what stands in parentheses behind it belongs to the name: p(x, y). */
  readonly opaque: boolean;
  readonly inSets: boolean;
  /** Whether it stands where an index ends. */
  readonly limit: boolean;
  /** Whether it stands as an index of another name. */
  readonly asIndex: boolean;
  /** Whether something is drawn from it. */
  readonly law: boolean;
  /** The first index that its uses show. */
  readonly first: 0 | 1;
  /** Whether it is where a recurrence begins: h_0. */
  readonly initial: boolean;
}

/** One way to understand all names of a formula. */
export interface Interpretation {
  readonly names: readonly TheirName[];
}

/** How scripts and parentheses are understood. */
interface Mode {
  /** Letters that are indices. */
  readonly indices: ReadonlySet<string>;
  /** Whether other names may stand as indices: p_y. */
  readonly symbols: boolean;
  readonly calls: "opaque" | "entries" | "functions" | "products";
}

/** Letters that index things where nothing binds them. */
const LOOSE = new Set("ijklmnotcsrqu");

/** The ways to understand a formula's names, the likeliest first. */
export function interpretations(survey: Survey): readonly Interpretation[] {
  const { bound, free } = survey;
  const loose = new Set([...bound, ...free, ...LOOSE]);
  const usual = new Set([...bound, ...free]);
  const found = new Map<string, Interpretation>();
  for (const calls of ["entries", "opaque", "functions", "products"] as const) {
    for (const [indices, symbols] of [
      [usual, false],
      [loose, false],
      [bound, false],
      [usual, true],
    ] as const) {
      const names = namesIn(survey, { indices, symbols, calls });
      const merged = mergedFonts(names);
      for (const one of merged === undefined ? [names] : [merged, names])
        found.set(JSON.stringify(one), { names: one });
    }
  }
  return [...found.values()];
}

type Draft = { -readonly [K in keyof TheirName]: TheirName[K] };

/** The same with names that differ in font alone as one: all of **o**, and o_i; the law P, and p(x). */
function mergedFonts(names: readonly TheirName[]): readonly TheirName[] | undefined {
  const groups = new Map<string, TheirName[]>();
  for (const name of names) {
    const isLaw = names.some(
      (other) => other.law && other.letters.toLowerCase() === name.letters.toLowerCase(),
    );
    const key = isLaw ? plainKey(name.latex).toLowerCase() : plainKey(name.latex);
    groups.set(key, [...(groups.get(key) ?? []), name]);
  }
  if (groups.size === names.length) return undefined;
  return [...groups.values()].map((group) => {
    const [first, ...others] = group.sort((a, b) => b.rank + b.called - a.rank - a.called) as [
      TheirName,
      ...TheirName[],
    ];
    return { ...first, law: group.some(({ law }) => law), aliases: others.map(({ latex }) => latex) };
  });
}

function namesIn(survey: Survey, mode: Mode): readonly TheirName[] {
  const drafts = new Map<string, Draft>();
  const add = (draft: Draft): void => {
    const known = drafts.get(draft.latex);
    if (known === undefined) {
      drafts.set(draft.latex, draft);
      return;
    }
    known.rank = Math.max(known.rank, draft.rank);
    known.called = Math.max(known.called, draft.called);
    known.applied = Math.max(known.applied, draft.applied);
    known.first = known.first === 0 || draft.first === 0 ? 0 : 1;
    for (const key of ["opaque", "inSets", "limit", "asIndex", "law", "initial"] as const)
      known[key] = known[key] || draft[key];
  };
  const laws = new Set(
    survey.occurrences.flatMap(({ law, letters, sub }) =>
      law && sub !== undefined ? [`${letters}_${layoutKey(sub)}`] : [],
    ),
  );
  const visit = (occurrence: Occurrence, asIndex: boolean): void => {
    const { letters, sub, sup, fence, arguments: parts } = occurrence;
    const bare = sub === undefined && fence === undefined;
    const isBound = survey.bound.has(letters) || mode.indices.has(letters);
    if (bare && survey.bound.has(letters)) return;
    if (bare && isBound && (asIndex || survey.free.has(letters))) return;
    // What is drawn from p_z is drawn from all of it.
    const indexed =
      sub === undefined
        ? []
        : occurrence.law || laws.has(`${letters}_${layoutKey(sub)}`)
          ? undefined
          : indicesIn(sub, mode);
    const above = sup === undefined ? undefined : fencedIndex(sup, mode);
    const isDefined = survey.defined.has(letters);
    if (isDefined) {
      const left = survey.lefts.find(({ name }) => name.letters === letters);
      const before = left !== undefined && sub !== undefined && layoutKey(sub) !== left.name.sub;
      if (!before) return;
      if (indexed !== undefined) {
        add({ ...plain(`${printLayout(occurrence.base)}_0`, letters, occurrence), initial: true });
        return;
      }
    }
    const whole: Box[] = [...occurrence.base];
    if (indexed === undefined || (sup !== undefined && above === undefined)) {
      const last = whole.pop()!;
      whole.push({
        type: "scripts",
        base: last,
        sub: indexed === undefined ? sub : undefined,
        sup: above === undefined ? sup : undefined,
        primes: 0,
        supFirst: false,
        start: last.start,
        end: last.end,
      });
    }
    if (indexed !== undefined) for (const inner of occurrence.below) visit(inner, true);
    const below = (indexed?.length ?? 0) + (above ?? 0);
    const zero = firstIndex(sub, survey);
    const base = {
      ...plain(printLayout(whole), letters, occurrence),
      rank: below,
      asIndex,
      first: zero,
    };
    if (fence === undefined || parts === undefined || parts.length === 0) {
      add(base);
      return;
    }
    const simple = parts.every((part) => isIndexPiece(part, mode));
    // A word is a function; y_n (…) and λ (a + b) are products.
    const isWord = /^[A-Za-z]{2,}/u.test(letters);
    const isProduct = !isWord && (below > 0 || (parts.length === 1 && !simple && isSum(parts[0]!)));
    if (mode.calls === "products" || fence.open === "[" || (isProduct && mode.calls !== "functions")) {
      add(base);
      for (const inner of occurrence.within) visit(inner, false);
      return;
    }
    if (simple && mode.calls !== "functions") {
      add({ ...base, called: parts.length });
      return;
    }
    if (mode.calls === "opaque") {
      add({ ...base, latex: printLayout([...whole, fence]), opaque: true });
      return;
    }
    if (mode.calls === "entries") {
      add({ ...base, called: parts.length });
      for (const inner of occurrence.within) visit(inner, true);
      return;
    }
    add({ ...base, applied: parts.length });
    for (const inner of occurrence.within) visit(inner, false);
  };
  for (const occurrence of survey.occurrences) visit(occurrence, false);
  return [...drafts.values()];
}

function plain(latex: string, letters: string, { limit, inSets, law }: Occurrence): Draft {
  return {
    latex,
    aliases: [],
    letters,
    rank: 0,
    called: 0,
    applied: 0,
    opaque: false,
    inSets,
    limit,
    asIndex: false,
    law,
    first: 1,
    initial: false,
  };
}

/** The indices below a name, or undefined where what stands below belongs to the name. */
function indicesIn(sub: Row, mode: Mode): readonly Row[] | undefined {
  const pieces = splitRow(sub, ",")
    .map(trimmed)
    .filter((piece) => piece.length > 0);
  if (!pieces.every((piece) => isIndexPiece(piece, mode))) return undefined;
  const [only] = pieces;
  const adjacent = pieces.length === 1 && only!.length > 1 && only!.every((box) => box.type === "symbol");
  // More than two letters in a row are a word.
  if (adjacent && only.length > 2) return undefined;
  return adjacent ? only.map((box) => [box]) : pieces;
}

/** How many indices stand in parentheses above a name: x^{(t)}; undefined where there are none. */
function fencedIndex(sup: Row, mode: Mode): number | undefined {
  const [fence] = sup;
  if (sup.length !== 1 || fence?.type !== "fence") return undefined;
  return isIndexPiece(fence.body, mode) ? 1 : undefined;
}

/** Whether a piece may be an index: bound letters and numbers, or what may be another name. */
function isIndexPiece(piece: Row, mode: Mode): boolean {
  let letters = 0;
  for (const box of piece) {
    if (box.type === "space") continue;
    if (box.type === "number") {
      if (piece.length === 1) return true;
      continue;
    }
    if (box.type === "operator" && (box.name === "+" || box.name === "-")) continue;
    const base = box.type === "scripts" ? box.base : box;
    if (base.type !== "symbol") return false;
    const key = letterKey(base)!;
    const isIndex = mode.indices.has(key);
    // y_i as an index: the class of item i.
    const isName = box.type === "scripts" || (mode.symbols && /^[a-z]$/u.test(key));
    if (!isIndex && !isName) return false;
    letters++;
  }
  return letters > 0;
}

function isSum(row: Row): boolean {
  return row.some((box, k) => k > 0 && box.type === "operator" && (box.name === "+" || box.name === "-"));
}

/** 0 where an index runs from there. */
function firstIndex(sub: Row | undefined, { fromZero }: Survey): 0 | 1 {
  const zero = (sub ?? []).some((box) => box.type === "symbol" && fromZero.has(letterKey(box)!));
  return zero ? 0 : 1;
}
