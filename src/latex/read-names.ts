// Which name stands at a place: the longest declared one wins, letters in a row included.

import { Cursor } from "./cursor.js";
import { clipped, type Span } from "./errors.js";
import type { BuiltinName, Callee, Expression } from "./expression.js";
import { CONSTANTS, EXTREMA, FUNCTIONS } from "./functions.js";
import { layoutKey, letterKey, NO_SCRIPTS, type Box, type Scripts, type ScriptsBox } from "./layout.js";
import { nearest } from "./nearest.js";
import { printLayout } from "./print-layout.js";
import type { IndexDraft, Reading } from "./reading.js";
import { insideOf, type Meaning, type Name, type Scope } from "./scope.js";

interface MatchBase {
  /** The position behind the name. */
  readonly next: number;
  /** Where the name itself ends in the source. */
  readonly end: number;
  readonly shown: string;
  /** The scripts that the name did not use up. */
  readonly scripts: Scripts;
}

export type Match = MatchBase &
  (
    | { readonly kind: "value"; readonly make: (span: Span) => Expression; readonly called: boolean }
    | { readonly kind: "function"; readonly callee: Callee }
    | { readonly kind: "builtin"; readonly name: BuiltinName }
    | { readonly kind: "extremum"; readonly operator: "max" | "min" | "argmax" | "argmin" }
    | { readonly kind: "constant"; readonly name: "e" | "pi" | "infinity" }
    | { readonly kind: "indicator" }
  );

/** How far a message looks for the word around a letter. */
const LONGEST = 40;
/** The longest word that the reader knows. */
const LONGEST_WORD = 6;
const INDICATORS = new Set(["<blackboard 1>", "<bold 1>", "<blackboard I>"]);

/** Names that mathematicians know and whose formulas come later, with what to say of them. */
const UNREAD: ReadonlyMap<string, string> = new Map([
  ["<blackboard E>", "Expectations"],
  ["<\\partial>", "Derivatives"],
  ["<\\nabla>", "Derivatives"],
  ["det", "Determinants"],
  ["Pr", "Probabilities of events"],
  ...["lim", "limsup", "liminf"].map((name) => [name, "Limits"] as const),
  ...["cot", "sec", "csc", "coth", "arcsin", "arccos", "arctan"].map(
    (name) => [name, `\\${name} and the like`] as const,
  ),
  ...["dim", "ker", "gcd", "deg", "hom"].map((name) => [name, `\\${name} and the like`] as const),
]);

export class NameReader {
  constructor(
    private readonly reading: Reading,
    private readonly scope: Scope,
  ) {}

  /** The longest name at the cursor, which stays where it is. */
  match(cursor: Cursor): Match | undefined {
    cursor.peek();
    const run = letterRun(cursor, Math.max(LONGEST_WORD, this.scope.mostLetters, this.reading.mostLetters));
    const prefixes: string[] = [];
    for (const box of run)
      prefixes.push((prefixes.at(-1) ?? "") + letterKey(box.type === "scripts" ? box.base : box)!);
    for (let length = run.length; length >= 1; length--) {
      const last = run[length - 1]!;
      const letters = prefixes[length - 1]!;
      const scripts: ScriptsBox | undefined = last.type === "scripts" ? last : undefined;
      const next = cursor.at + length;
      const nameEnd = scripts ? scripts.base.end : last.end;
      const from = run[0]!.start;
      const inside = insideOf(cursor.row[next]);
      const whole = inside === undefined ? undefined : this.find({ ...nameWith(letters, scripts), inside });
      if (whole?.kind === "value") {
        const { end } = cursor.row[next]!;
        const shown = clipped(this.reading.source.slice(from, end));
        return {
          kind: "value",
          make: whole.make,
          called: false,
          next: next + 1,
          end,
          shown,
          scripts: NO_SCRIPTS,
        };
      }
      const declared = this.declared(letters, scripts);
      if (declared !== undefined) {
        const { meaning, left, used } = declared;
        const end = used ? last.end : nameEnd;
        const shown = clipped(this.reading.source.slice(from, end));
        if (meaning.kind === "value") {
          const { make, called = false } = meaning;
          return { kind: "value", make, called, next, end, shown, scripts: left };
        }
        return { kind: "function", callee: meaning.callee, next, end, shown, scripts: left };
      }
      const known = this.known(letters, length, cursor, next, scripts);
      if (known !== undefined) {
        const shown = clipped(this.reading.source.slice(from, nameEnd));
        const base = { next, end: nameEnd, shown, scripts: scripts ?? NO_SCRIPTS };
        if (length > 1 && run.slice(0, length).every((box) => this.standsAlone(box))) {
          this.reading.note(`${letters} is read as one word`, "the letters are factors", {
            start: from,
            end: nameEnd,
          });
        }
        return { ...base, ...known };
      }
    }
    return this.joined(cursor, run);
  }

  /** `\arg\max`, with or without a space between. */
  private joined(cursor: Cursor, run: readonly Box[]): Match | undefined {
    const first = run[0];
    if (first?.type !== "word" || first.text !== "arg") return undefined;
    const after = new Cursor(cursor.row, cursor.around, cursor.list);
    after.at = cursor.at + 1;
    const behind = after.peek();
    if (behind?.type === "word" && behind.text === "arg") return undefined;
    const second = this.match(after);
    if (
      second?.kind !== "extremum" &&
      !(second?.kind === "builtin" && (second.name === "max" || second.name === "min"))
    ) {
      return undefined;
    }
    const which = second.kind === "extremum" ? second.operator : second.name;
    return { ...second, kind: "extremum", operator: which === "max" ? "argmax" : "argmin" };
  }

  /** A declared name with as many of the scripts as belong to it, and what is left of them. */
  private declared(
    letters: string,
    scripts: ScriptsBox | undefined,
  ): { meaning: Meaning; left: Scripts; used: boolean } | undefined {
    const { sub, sup } = nameWith(letters, scripts);
    if (scripts === undefined) {
      const meaning = this.find({ letters, sub, sup, primes: 0 });
      return meaning && { meaning, left: NO_SCRIPTS, used: true };
    }
    for (const primes of scripts.primes > 0 ? [scripts.primes, 0] : [0]) {
      for (const [withSub, withSup] of [
        [true, true],
        [true, false],
        [false, true],
        [false, false],
      ] as const) {
        if ((withSub && sub === "") || (withSup && sup === "")) continue;
        const meaning = this.find({ letters, sub: withSub ? sub : "", sup: withSup ? sup : "", primes });
        if (meaning === undefined) continue;
        const left: Scripts = {
          sub: withSub ? undefined : scripts.sub,
          sup: withSup ? undefined : scripts.sup,
          primes: scripts.primes - primes,
          supFirst: scripts.supFirst,
        };
        const used = left.sub === undefined && left.sup === undefined && left.primes === 0;
        return { meaning, left, used };
      }
    }
    return undefined;
  }

  /** What the recurrence that is being read gave at the step before, where that stands here: h_{t-1}. */
  previous(cursor: Cursor): { value: Expression; scripts: Scripts } | undefined {
    const { recurrence } = this.reading;
    if (recurrence === undefined) return undefined;
    cursor.peek();
    const run = letterRun(cursor, recurrence.letters.length);
    const last = run.at(-1);
    const letters = run.map((box) => letterKey(box.type === "scripts" ? box.base : box)).join("");
    if (last?.type !== "scripts" || letters !== recurrence.letters) return undefined;
    const { initial, index } = recurrence;
    const span = { start: run[0]!.start, end: last.end };
    const above = last.sub === undefined;
    const before = layoutKey((above ? last.sup : last.sub) ?? []);
    if (before !== (above ? `(${index.letters}-1)` : `${index.letters}-1`)) {
      this.reading.fail(
        "unsupported",
        `A recurrence may use the step before alone, with ${index.latex} - 1 below; this is ${clipped(this.reading.source.slice(span.start, span.end))}.`,
        span,
      );
    }
    cursor.at += run.length;
    const own = above ? last : { ...last, sup: undefined };
    const latex = printLayout([...run.slice(0, -1), own]);
    const value: Expression = { kind: "previous", id: index.id, latex, span, shape: initial.shape };
    return { value, scripts: { ...last, sub: undefined, sup: above ? undefined : last.sup } };
  }

  find(name: Name): Meaning | undefined {
    return this.scope.find(name)?.meaning ?? this.reading.resolve(name);
  }

  private known(
    letters: string,
    length: number,
    cursor: Cursor,
    next: number,
    scripts: ScriptsBox | undefined,
  ) {
    const follows = cursor.row[next];
    const followed =
      follows?.type === "fence" || (follows?.type === "scripts" && follows.base.type === "fence");
    const extremum = EXTREMA.get(letters);
    if (extremum !== undefined && (scripts?.sub !== undefined || !FUNCTIONS.has(letters))) {
      return { kind: "extremum", operator: extremum } as const;
    }
    const builtin = FUNCTIONS.get(letters);
    if (builtin !== undefined && (letters !== "<\\Phi>" || followed))
      return { kind: "builtin", name: builtin.name } as const;
    const constant = length === 1 ? CONSTANTS.get(letters) : undefined;
    if (constant !== undefined && scripts?.sub === undefined)
      return { kind: "constant", name: constant } as const;
    if (length === 1 && INDICATORS.has(letters)) return { kind: "indicator" } as const;
    return undefined;
  }

  private standsAlone(box: Box): boolean {
    const letters = letterKey(box.type === "scripts" ? box.base : box);
    return letters !== undefined && this.scope.find({ letters, sub: "", sup: "", primes: 0 }) !== undefined;
  }

  /** Whether a function's name stands here, which ends the argument of a function without parentheses. */
  startsFunction(cursor: Cursor): boolean {
    const box = cursor.here();
    const base = box?.type === "scripts" ? box.base : box;
    if (base?.type !== "symbol" && base?.type !== "word") return false;
    const match = this.match(cursor);
    return match?.kind === "builtin" || match?.kind === "function" || match?.kind === "extremum";
  }

  /** A letter that is a free index here: announced on the left side or in a clause, or standing as an index. */
  freeIndex(cursor: Cursor): { draft: IndexDraft; scripts: Scripts; end: number } | undefined {
    const box = cursor.peek();
    const base = box?.type === "scripts" ? box.base : box;
    if (box === undefined || base?.type !== "symbol") return undefined;
    const letters = letterKey(base)!;
    let draft = this.reading.free.get(letters);
    if (draft === undefined) {
      const announced = this.reading.candidates.has(letters);
      if (!cursor.index && !announced) return undefined;
      if (!announced && this.reading.drawn.has(letters)) {
        this.reading.fail(
          "index",
          `${printLayout([base])} is drawn by an expectation that ends before this: use brackets around all that it is of.`,
          base,
        );
      }
      draft = this.reading.draft(letters, printLayout([base]), base, announced ? "left" : "implicit");
      this.reading.free.set(letters, draft);
    }
    cursor.at++;
    return { draft, scripts: box.type === "scripts" ? box : NO_SCRIPTS, end: base.end };
  }

  /** The error for a name that nothing declares, with the nearest that something does. */
  undeclared(cursor: Cursor): never {
    const box = cursor.peek()!;
    const run = wholeRun(cursor);
    const letters = run.map((inner) => letterKey(inner.type === "scripts" ? inner.base : inner)).join("");
    const word = run.length >= 3 && box.type === "symbol" ? run : [box];
    const first = word[0]!;
    const last = word.at(-1)!;
    const span = {
      start: first.start,
      end: last.type === "scripts" && word.length > 1 ? last.base.end : last.end,
    };
    const shown = clipped(this.reading.source.slice(span.start, span.end));
    const key = letterKey(box.type === "scripts" ? box.base : box) ?? "";
    const unread = UNREAD.get(key);
    if (unread !== undefined) this.reading.fail("unsupported", `${unread} are not read yet.`, span);
    if (this.reading.defined.has(key)) {
      this.reading.fail(
        "redefined",
        `${shown} stands on both sides: for a recurrence declare what it begins with, ${clipped(printLayout([box.type === "scripts" ? box.base : box]))}_0; if all of it is given, declare it.`,
        span,
      );
    }
    const names = [
      ...this.scope.shown(),
      ...[...FUNCTIONS.keys()].filter((name) => name.length > 2 && !name.startsWith("<")),
    ];
    const declared = this.scope.shown("value");
    const near =
      shown.length === 1
        ? (declared.find((name) => name.toLowerCase().includes(shown.toLowerCase())) ??
          (declared.length === 1 ? declared[0] : undefined))
        : (nearest(word === run && run.length > 1 ? letters : shown, names) ?? nearest(shown, names));
    const hint = near
      ? ` Did you mean ${near}?`
      : declared.length > 0
        ? ` Declared ${declared.length === 1 ? "is" : "are"} ${declared.slice(0, 12).join(", ")}${declared.length > 12 ? ", …" : ""}.`
        : " Nothing is declared.";
    return this.reading.fail("undeclared", `${shown} is not declared.${hint}`, span);
  }
}

/** The name that letters with all their scripts make. */
function nameWith(letters: string, scripts: ScriptsBox | undefined): Name {
  return {
    letters,
    sub: scripts?.sub ? layoutKey(scripts.sub) : "",
    sup: scripts?.sup ? layoutKey(scripts.sup) : "",
    primes: scripts?.primes ?? 0,
  };
}

/** The boxes from the cursor on that may write one name: letters side by side, scripts on the last. */
function letterRun(cursor: Cursor, longest: number): Box[] {
  const run: Box[] = [];
  for (let k = cursor.at; k < cursor.row.length && run.length < longest; k++) {
    const box = cursor.row[k]!;
    const base = box.type === "scripts" ? box.base : box;
    const isLetter =
      base.type === "symbol" || base.type === "word" || (base.type === "number" && run.length > 0);
    if (!isLetter) break;
    run.push(box);
    if (box.type === "scripts") break;
  }
  return run;
}

/** The run of letters around the cursor, for a message about a whole word. */
function wholeRun(cursor: Cursor): Box[] {
  const start = new Cursor(cursor.row, cursor.around);
  start.at = cursor.at;
  for (let k = cursor.at - 1; k >= 0 && cursor.at - k < LONGEST; k--) {
    if (cursor.row[k]?.type !== "symbol") break;
    start.at = k;
  }
  return letterRun(start, LONGEST).filter(
    (box) => (box.type === "scripts" ? box.base : box).type !== "number",
  );
}
