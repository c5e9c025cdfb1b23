// The names in a stranger's formula, before anything says what they stand for: what is bound, what is defined, what is free.

import { splitRow, RELATIONS } from "../../latex/cursor.js";
import { EXTREMA, FUNCTIONS } from "../../latex/functions.js";
import {
  layoutKey,
  letterKey,
  type Box,
  type FenceBox,
  type Row,
  type ScriptsBox,
} from "../../latex/layout.js";
import { CLAUSE_WORDS, clausesOf, flattened, linesOf } from "../../latex/lines.js";
import { printLayout } from "../../latex/print-layout.js";
import { range } from "../../latex/read-big.js";
import { CONJUNCTIONS, trimmed, wordAt } from "../../latex/read-cases.js";
import { readLayout } from "../../latex/read-layout.js";
import { nameOfRow, type Name } from "../../latex/scope.js";

/** A place where a name stands that the formula neither binds nor defines. */
export interface Occurrence {
  /** The letters, accents and fonts included. */
  readonly letters: string;
  /** The boxes that write the letters. */
  readonly base: Row;
  readonly sub: Row | undefined;
  /** What stands above, where it is a part of the name or an index and not a power. */
  readonly sup: Row | undefined;
  /** What stands in parentheses right behind. */
  readonly fence: FenceBox | undefined;
  readonly arguments: readonly Row[] | undefined;
  /** The names below it, and in the parentheses behind it. */
  readonly below: readonly Occurrence[];
  readonly within: readonly Occurrence[];
  /** Whether it stands where an index ends: above a sum, in a range. */
  readonly limit: boolean;
  /** Whether it stands beside ∩, ∪ or ∖. */
  readonly inSets: boolean;
  /** Whether something is drawn from it: x ∼ p. */
  readonly law: boolean;
}

/** A left side: what the formula says that it defines. */
export interface LeftSide {
  readonly name: Name;
  readonly row: Row;
  /** The name with its scripts, as it is written. */
  readonly latex: string;
  readonly arguments: readonly Row[] | undefined;
  /** What separates the arguments: a comma, or bars, which tell a first one from a second. */
  readonly barred: boolean;
}

/** What a formula is made of. */
export interface Survey {
  readonly row: Row;
  readonly lefts: readonly LeftSide[];
  readonly occurrences: readonly Occurrence[];
  /** Letters that operators and clauses bind. */
  readonly bound: ReadonlySet<string>;
  /** Letters below what is defined: free indices, if they stand as indices elsewhere. */
  readonly free: ReadonlySet<string>;
  /** Letters that some range starts from 0. */
  readonly fromZero: ReadonlySet<string>;
  /** Functions that it calls by name. */
  readonly called: ReadonlySet<string>;
  /** Letters that lines and clauses define. */
  readonly defined: ReadonlySet<string>;
  /** Whether it says that something is less than something, or not equal. */
  readonly isInequality: boolean;
}

/** Which words are functions, and which letters in a row make one name. */
export interface Vocabulary {
  readonly functions: ReadonlySet<string>;
  /** Those of them that stand without arguments. */
  readonly quantities: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
}

/** The longest name in letters that is looked for. */
const LONGEST = 24;

const SILENT_WORDS = new Set([
  ...CLAUSE_WORDS,
  ...CONJUNCTIONS,
  "otherwise",
  "else",
  "if",
  "while",
  "or",
  "in",
  "is",
]);
const SET_OPERATORS = new Set(["\\cap", "\\cup", "\\setminus"]);
const INDICATORS = new Set(["<blackboard 1>", "<bold 1>", "<blackboard I>"]);
const TRANSPOSES = new Set(["T", "<\\top>", "<\\intercal>"]);

/** Surveys a formula. */
export function survey(latex: string, vocabulary: Vocabulary): Survey {
  return new Surveyor(vocabulary).survey(flattened(readLayout(latex)));
}

interface Place {
  readonly limit?: boolean;
  readonly law?: boolean;
}

class Surveyor {
  private occurrences: Occurrence[] = [];
  private readonly subLetters = new Set<string>();
  /** Letters that are arguments on a left side, and those that are arguments elsewhere. */
  private readonly leftArguments = new Set<string>();
  private readonly argumentLetters = new Set<string>();
  private readonly bound = new Set<string>();
  private readonly free = new Set<string>();
  private readonly fromZero = new Set<string>();
  private readonly called = new Set<string>();
  private readonly defined = new Set<string>();

  constructor(private readonly vocabulary: Vocabulary) {}

  survey(row: Row): Survey {
    const lefts: LeftSide[] = [];
    for (const line of linesOf(row)) {
      clausesOf(line).forEach((piece, k) => {
        const found = this.piece(piece, k > 0);
        if (found.length > 0 && k === 0) lefts.push(...found);
      });
    }
    const { occurrences, bound, fromZero, called, defined } = this;
    const bare = new Set(
      occurrences.flatMap(({ letters, sub, fence }) =>
        sub === undefined && fence === undefined ? [letters] : [],
      ),
    );
    // The x of D(x) = p(x) / … is an index of what p is of, if it is nothing else.
    const free = new Set([
      ...[...this.free].filter((letters) => this.subLetters.has(letters)),
      ...[...this.leftArguments].filter((letters) => this.argumentLetters.has(letters) && !bare.has(letters)),
    ]);
    const [first = []] = linesOf(row).map((line) => clausesOf(line)[0] ?? []);
    const isInequality = first.some(
      (box) =>
        box.type === "operator" && RELATIONS.has(box.name) && box.name !== "=" && box.name !== "\\equiv",
    );
    return { row, lefts, occurrences, bound, free, fromZero, called, defined, isInequality };
  }

  /** A line's chain, or a clause behind it; gives the left sides. */
  private piece(piece: Row, isClause: boolean): LeftSide[] {
    const word = wordAt(piece, 0);
    const forAll = piece[0]?.type === "operator" && piece[0].name === "\\forall";
    const introduced = isClause && (forAll || (word !== undefined && CLAUSE_WORDS.has(word.text)));
    const body = trimmed(introduced ? piece.slice(forAll ? 1 : (word?.next ?? 1)) : piece);
    const listed = isClause ? range(body) : undefined;
    if (listed !== undefined) {
      this.range(listed.index, listed.from, listed.to);
      return [];
    }
    if (forAll) {
      this.bind(body);
      return [];
    }
    const sides = splitRow(body, ...RELATIONS).map(trimmed);
    const relations = body.filter((box) => box.type === "operator" && RELATIONS.has(box.name));
    const lefts: LeftSide[] = [];
    while (lefts.length + 1 < sides.length) {
      const relation = relations[lefts.length];
      const left =
        relation?.type === "operator" && relation.name === "=" ? this.left(sides[lefts.length]!) : undefined;
      if (left === undefined) break;
      lefts.push(left);
    }
    // L = {l_1, …, l_N}ᵀ, l_n = …: a list of what the next clause says.
    const rest = sides.slice(lefts.length);
    for (const left of lefts) {
      for (const argument of left.arguments ?? []) {
        const letters = argument.length === 1 ? letterKey(argument[0]!) : undefined;
        if (letters !== undefined) this.leftArguments.add(letters);
      }
      this.defined.add(left.name.letters);
      this.freeIn(left.row);
    }
    for (const side of rest) if (!isListOf(side)) this.visit(side, {});
    return lefts;
  }

  private left(row: Row): LeftSide | undefined {
    const operators = row.findIndex((box) => !isExtremum(box) && box.type !== "space");
    for (const box of row.slice(0, Math.max(operators, 0)))
      if (box.type === "scripts") this.bind(box.sub ?? []);
    const boxes = row.slice(Math.max(operators, 0)).filter((box) => box.type !== "space");
    const last = boxes.at(-1);
    const fence = last?.type === "scripts" ? last.base : last;
    const isCalled =
      boxes.length > 1 && fence?.type === "fence" && (fence.open === "(" || fence.open === "[");
    const letters = isCalled ? boxes.slice(0, -1) : boxes;
    const name = nameOfRow(letters);
    if (name === undefined || /^\d/u.test(name.letters)) return undefined;
    const scripts = last?.type === "scripts" && isCalled ? last : undefined;
    const separated = isCalled ? argumentsIn(fence.body) : undefined;
    return {
      name,
      row: scripts === undefined ? boxes : [...boxes, scripts],
      latex: printLayout(letters),
      arguments: separated?.parts,
      barred: separated?.barred ?? false,
    };
  }

  /** Letters in the scripts of a left side may be free indices. */
  private freeIn(row: Row): void {
    const add = (scripts: Row): void => {
      for (const box of scripts) {
        if (box.type === "operator" && box.name === "-") return;
        if (box.type === "symbol") this.free.add(letterKey(box)!);
        if (box.type === "fence") add(box.body);
      }
    };
    for (const box of row) {
      if (box.type === "scripts") {
        add(box.sub ?? []);
        const [above] = box.sup ?? [];
        if (box.sup?.length === 1 && above?.type === "fence") add(above.body);
      }
      const fence = box.type === "scripts" ? box.base : box;
      if (fence.type === "fence")
        for (const inner of fence.body) if (inner.type === "scripts") add(inner.sub ?? []);
    }
  }

  private range(index: Row, from: Row, to: Row): void {
    this.bind(index);
    this.visit(from, { limit: true });
    this.visit(to, { limit: true });
    this.note(index, from);
  }

  /** Notes the letters that count from 0. */
  private note(index: Row, from: Row): void {
    if (layoutKey(from) !== "0") return;
    for (const piece of splitRow(index, ",").map(trimmed)) {
      const letters = nameOfRow(piece)?.letters;
      if (letters !== undefined) this.fromZero.add(letters);
    }
  }

  /** The letters that stand alone before a relation, between commas. */
  private bind(row: Row): void {
    for (const piece of splitRow(row, ",").map(trimmed)) {
      const name = piece.length === 1 ? nameOfRow(piece) : undefined;
      if (name !== undefined && !/^\d/u.test(name.letters)) this.bound.add(name.letters);
    }
  }

  /** What stands below an operator. */
  private below(row: Row): void {
    const only = row[0];
    if (row.length === 1 && only?.type === "grid") {
      for (const cells of only.rows) this.below(cells.flat());
      return;
    }
    const listed = range(row);
    if (listed !== undefined) {
      this.range(listed.index, listed.from, listed.to);
      return;
    }
    const at = row.findIndex(
      (box) => box.type === "operator" && (RELATIONS.has(box.name) || ["\\in", "\\sim"].includes(box.name)),
    );
    const first = trimmed(at < 0 ? row : row.slice(0, at));
    const relation = row[at];
    const rest = at < 0 ? [] : trimmed(row.slice(at + 1));
    const name = relation?.type === "operator" ? relation.name : undefined;
    this.bind(first);
    if (name === "=") this.note(first, rest);
    if (name === "\\sim") this.visit(rest, { law: true });
    // Of x ∈ 𝒳 the set is all that x indexes.
    else if (name === "<" || name === "\\ne" || name === "\\le") {
      for (const side of splitRow(rest, ...RELATIONS)) this.bind(trimmed(side));
    } else if (name === "=") this.visit(rest, { limit: true });
  }

  private visit(row: Row, place: Place): void {
    let k = 0;
    while (k < row.length) k = this.box(row, k, place);
  }

  /** What stands at a place of a row; gives the place behind it. */
  private box(row: Row, k: number, place: Place): number {
    const box = row[k]!;
    const scripts = box.type === "scripts" ? box : undefined;
    const base = scripts?.base ?? box;
    switch (base.type) {
      case "fraction":
        this.visit(base.numerator, place);
        this.visit(base.denominator, place);
        break;
      case "root":
        this.visit(base.body, place);
        this.visit(base.degree ?? [], place);
        break;
      case "fence":
        this.visit(base.body, place);
        break;
      case "grid":
        for (const cells of base.rows) for (const cell of cells) this.visit(cell, {});
        break;
      case "big":
        this.below(trimmed(scripts?.sub ?? []));
        this.visit(scripts?.sup ?? [], { limit: true });
        return k + 1;
      case "symbol":
      case "word":
        return this.named(row, k, place);
      default:
        break;
    }
    this.visit(scripts?.sub ?? [], {});
    if (scripts?.sup !== undefined && !isTranspose(scripts.sup)) this.visit(scripts.sup, {});
    return k + 1;
  }

  private named(row: Row, k: number, place: Place): number {
    const spelled = wordAt(row, k);
    if (spelled !== undefined && SILENT_WORDS.has(spelled.text)) return spelled.next;
    const run = lettersFrom(row, k);
    for (let length = run.length; length >= 1; length--) {
      const boxes = run.slice(0, length);
      const last = boxes.at(-1)!;
      const scripts = last.type === "scripts" ? last : undefined;
      const bases = boxes.map((box) => (box.type === "scripts" ? box.base : box));
      const letters = bases.map((box) => letterKey(box)!).join("");
      const next = k + length;
      if (length === 1 && isSilent(bases[0]!)) return next;
      if (EXTREMA.has(letters) && scripts?.sub !== undefined) {
        this.below(trimmed(scripts.sub));
        return next;
      }
      if (letters === "<blackboard E>" || (letters === "E" && hasLaw(scripts))) {
        this.below(trimmed(scripts?.sub ?? []));
        return next;
      }
      if (INDICATORS.has(letters)) {
        this.visit(scripts?.sub ?? [], {});
        return next;
      }
      const behind = fenceAt(row, next);
      const withSub = scripts?.sub === undefined ? letters : `${letters}_${layoutKey(scripts.sub)}`;
      const isFunction = this.isFunction(withSub, behind) || this.isFunction(letters, behind);
      if (FUNCTIONS.has(letters) && (letters !== "<\\Phi>" || behind !== undefined)) {
        this.visit(scripts?.sub ?? [], {});
        if (scripts?.sup !== undefined) this.visit(scripts.sup, {});
        return next;
      }
      if (isFunction) {
        this.called.add(this.isFunction(withSub, behind) ? withSub : letters);
        return next;
      }
      const spelt = bases.every(({ type }) => type !== "word") && isWord(letters, behind);
      if (length > 1 && !this.vocabulary.words.has(letters) && !spelt) continue;
      if (letters === "Concat" || letters === "concat") return next;
      if (this.isConstant(letters, scripts)) {
        if (scripts?.sup !== undefined) this.visit(scripts.sup, {});
        return next;
      }
      return this.occurrence(row, k, next, bases, letters, scripts, place);
    }
    return k + 1;
  }

  private isFunction(key: string, behind: FenceBox | undefined): boolean {
    if (!this.vocabulary.functions.has(key)) return false;
    // Most are functions only where they are called.
    return behind !== undefined || this.vocabulary.quantities.has(key) || key === "softmax";
  }

  private isConstant(letters: string, scripts: ScriptsBox | undefined): boolean {
    if (letters === "<\\pi>" || letters === "<\\infty>") return scripts?.sub === undefined;
    return letters === "e" && scripts?.sup !== undefined && scripts.sub === undefined;
  }

  private occurrence(
    row: Row,
    k: number,
    next: number,
    base: Row,
    letters: string,
    scripts: ScriptsBox | undefined,
    place: Place,
  ): number {
    const named = scripts?.sup !== undefined && isPartOfName(scripts.sup) ? scripts.sup : undefined;
    const at = named === undefined && scripts?.sup !== undefined ? undefined : fencePlace(row, next);
    const fence = at === undefined ? undefined : fenceIn(row[at]!);
    const inside = (rows: Row): readonly Occurrence[] => {
      const before = this.occurrences;
      this.occurrences = [];
      this.visit(rows, {});
      const found = this.occurrences;
      this.occurrences = before;
      return found;
    };
    for (const index of [scripts?.sub, named]) if (index !== undefined) this.lettersOf(index);
    for (const part of fence === undefined ? [] : argumentsIn(fence.body).parts) {
      const only = part.length === 1 ? letterKey(part[0]!) : undefined;
      if (only !== undefined) this.argumentLetters.add(only);
    }
    const occurrence: Occurrence = {
      letters,
      base,
      sub: scripts?.sub,
      sup: named,
      fence,
      arguments: fence && argumentsIn(fence.body).parts,
      below: inside([...(scripts?.sub ?? []), ...(named?.[0]?.type === "fence" ? named : [])]),
      within: fence === undefined ? [] : inside(fence.body),
      limit: place.limit === true,
      inSets: isSetOperator(row.slice(0, k).findLast(isInk)) || isSetOperator(row.slice(next).find(isInk)),
      law: place.law === true,
    };
    this.occurrences.push(occurrence);
    if (scripts?.sup !== undefined && named === undefined && !isTranspose(scripts.sup))
      this.visit(scripts.sup, {});
    if (at === undefined) return next;
    const behind = row[at]!;
    if (behind.type === "scripts" && behind.sup !== undefined && !isTranspose(behind.sup))
      this.visit(behind.sup, {});
    return at + 1;
  }

  /** The letters that stand below something. */
  private lettersOf(row: Row): void {
    for (const box of row) {
      if (box.type === "symbol") this.subLetters.add(letterKey(box)!);
      if (box.type === "scripts") this.lettersOf([box.base, ...(box.sub ?? [])]);
      if (box.type === "fence") this.lettersOf(box.body);
    }
  }
}

/** What stands between commas, semicolons and bars in parentheses. */
function argumentsIn(body: Row): { readonly parts: Row[]; readonly barred: boolean } {
  // One bar, or two side by side, separate; others are in pairs.
  const bars = body.flatMap((box, k) => (box.type === "bar" ? [k] : []));
  const [one, other] = bars;
  const separating = bars.length === 1 || (bars.length === 2 && other === one! + 1);
  const separated = !separating
    ? body
    : body.map((box): Box => (box.type === "bar" ? { ...box, type: "operator", name: "\\mid" } : box));
  const barred = separated.some(
    (box) => box.type === "operator" && ["\\mid", "\\parallel"].includes(box.name),
  );
  const parts = splitRow(separated, ",", ";", "\\mid", "\\parallel")
    .map(trimmed)
    .filter((piece) => piece.length > 0);
  return { parts, barred };
}

function isInk(box: Box): boolean {
  return box.type !== "space";
}

function isSetOperator(box: Box | undefined): boolean {
  return box?.type === "operator" && SET_OPERATORS.has(box.name);
}

function fenceIn(box: Box): FenceBox | undefined {
  const fence = box.type === "scripts" ? box.base : box;
  return fence.type === "fence" && (fence.open === "(" || fence.open === "[") ? fence : undefined;
}

/** Where the parentheses right behind a name stand. */
function fencePlace(row: Row, k: number): number | undefined {
  let at = k;
  for (let box = row[at]; box?.type === "space" && box.width <= 0.2; box = row[at]) at++;
  const box = row[at];
  return box !== undefined && fenceIn(box) !== undefined ? at : undefined;
}

function fenceAt(row: Row, k: number): FenceBox | undefined {
  const at = fencePlace(row, k);
  return at === undefined ? undefined : fenceIn(row[at]!);
}

/** Letters side by side, digits behind them included, scripts on the last. */
function lettersFrom(row: Row, k: number): Box[] {
  const run: Box[] = [];
  for (let at = k; at < row.length && run.length < LONGEST; at++) {
    const box = row[at]!;
    const base = box.type === "scripts" ? box.base : box;
    if (base.type !== "symbol" && base.type !== "word" && !(base.type === "number" && run.length > 0)) break;
    run.push(box);
    if (box.type === "scripts") break;
  }
  return run;
}

/** Whether letters that no vocabulary knows are a word all the same: Error(…), RNN_{enc}(…), head. */
function isWord(letters: string, behind: FenceBox | undefined): boolean {
  if (!/^[A-Za-z]{3,}\d*$/u.test(letters)) return false;
  const plain = letters.replace(/\d+$/u, "");
  const repeated = new Set(plain.toLowerCase()).size < plain.length;
  return plain.length >= 4 || (behind !== undefined && (repeated || /^[A-Z][a-z]+$/u.test(plain)));
}

function isSilent(box: Box): boolean {
  return (
    box.type === "word" &&
    (!/^[A-Za-z]/u.test(box.text.trim()) ||
      SILENT_WORDS.has(
        box.text
          .trim()
          .toLowerCase()
          .replace(/[,.:;]+$/u, ""),
      ) ||
      /\s/u.test(box.text.trim()))
  );
}

function isExtremum(box: Box): boolean {
  return box.type === "scripts" && box.base.type === "word" && EXTREMA.has(box.base.text);
}

function hasLaw(scripts: ScriptsBox | undefined): boolean {
  return (scripts?.sub ?? []).some((box) => box.type === "operator" && box.name === "\\sim");
}

function isTranspose(sup: Row): boolean {
  return sup.length === 1 && TRANSPOSES.has(letterKey(sup[0]!) ?? "");
}

/** Whether what stands above a name is no power: a word, a star, a letter for a matrix's use, an index in parentheses. */
function isPartOfName(sup: Row): boolean {
  const [only] = sup;
  if (isTranspose(sup)) return false;
  if (sup.length === 1 && only !== undefined) {
    if (only.type === "word") return true;
    if (only.type === "fence") return only.open === "(" || only.open === "[";
    if (only.type === "operator") return only.name === "*" || only.name === "+" || only.name === "-";
    if (only.type === "symbol") return /^[A-Z]$|^\\(?:ast|star|dagger|prime)$/u.test(only.name);
    return false;
  }
  return sup.length >= 3 && sup.every((box) => box.type === "symbol" && /^[a-z]$/u.test(box.name));
}

/** `{l_1, …, l_N}ᵀ`: a list of what another line defines. */
export function isListOf(row: Row): boolean {
  const box = row[0];
  const fence = box?.type === "scripts" ? box.base : box;
  return (
    trimmed(row).length === 1 &&
    fence?.type === "fence" &&
    (fence.open === "\\{" || fence.open === "(" || fence.open === "[") &&
    fence.body.some((inner) => inner.type === "operator" && inner.name === "\\dots")
  );
}
