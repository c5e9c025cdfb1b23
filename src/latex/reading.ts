// What is shared while one formula is read: the source, the notes, the indices that are still open.

import { LatexError, type LatexErrorCode, type Span } from "./errors.js";
import type { Binder, Expression } from "./expression.js";
import type { Meaning, Name } from "./scope.js";
import { negated, sizeOfExpression } from "./build.js";
import { addSizes, SCALAR, showSize, sizeOf, type SizeForm } from "./shapes.js";
import { latexOfKey } from "./symbols.js";

/** A place where the reader chose between two readings that mathematicians might make. */
export interface Note extends Span {
  readonly message: string;
  /** The reading that was not taken, in LaTeX or in words. */
  readonly alternative: string;
}

/** An index whose range may still be open: what uses it will tell. */
export interface IndexDraft {
  readonly id: number;
  /** The key of its letters in a row of boxes. */
  readonly letters: string;
  /** As it is written. */
  readonly latex: string;
  readonly span: Span;
  from: Expression | undefined;
  to: Expression | undefined;
  readonly uses: {
    readonly size: SizeForm;
    readonly offset: number;
    readonly span: Span;
    /** Whether it is an index of a definition within the formula. */
    readonly defined: boolean;
  }[];
  /** Whether it runs over the members of a declared family, whose name it has. */
  readonly member?: boolean;
  /** Where a free index was announced: on the left side, in a clause, or nowhere. */
  readonly origin: "big" | "left" | "clause" | "implicit";
}

/** How deep expressions may nest: functions without parentheses and bars nest without groups. */
export const MAX_NESTING = 400;

/** What all lines and clauses of a formula have in common. */
export class Shared {
  readonly notes: Note[] = [];
  nextId = 1;
  /** How deep the expression that is being read nests, definitions that it uses included. */
  depth = 0;
  /** How many nodes definitions have put in the places of their names. */
  inlined = 0;
}

/** The most nodes that definitions may put in the places of their names: each may use others twice. */
const MAX_INLINED = 100_000;

/** More notes than this help nobody. */
const MAX_NOTES = 100;

/** How many readings may be tried and given up. */
const MAX_FAILURES = 1000;

export class Reading {
  readonly notes: Note[];
  /** Free indices by their letters. */
  readonly free = new Map<string, IndexDraft>();
  /** What expectations drew that were read: behind them these letters mean nothing. */
  readonly drawn = new Set<string>();
  /** The names that the left side defines. */
  readonly defined = new Set<string>();
  /** Letters on the left side that become free indices when they are used as such. */
  readonly candidates = new Set<string>();
  /** What the left side defines by its step before, if it does: h_t, from h_0 on. */
  recurrence:
    { readonly letters: string; readonly index: IndexDraft; readonly initial: Expression } | undefined;
  private readonly drafts = new Map<number, IndexDraft>();
  private failures = 0;
  /** How many big operators are open. */
  openOperators = 0;

  constructor(
    readonly source: string,
    /** Names that other lines and clauses of the formula define. */
    readonly resolve: (name: Name) => Meaning | undefined,
    private readonly shared: Shared,
    /** The most letters of a name that `resolve` knows. */
    readonly mostLetters: number = 0,
  ) {
    this.notes = shared.notes;
  }

  fail(code: LatexErrorCode, reason: string, span: Span): never {
    throw new LatexError(code, reason, this.source, span);
  }

  /** Reads something nested, down to a depth that the stack bears. */
  nested<T>(span: Span, read: () => T): T {
    this.refuseDepth(++this.shared.depth, span);
    const result = read();
    this.shared.depth--;
    return result;
  }

  /** Counts what a definition puts in the place of its name. */
  inline(definition: { readonly depth: number; readonly nodes: number }, span: Span): void {
    this.refuseDepth(this.shared.depth + definition.depth, span);
    this.shared.inlined += definition.nodes;
    if (this.shared.inlined > MAX_INLINED) {
      this.fail(
        "too-large",
        `Definitions within a formula may unfold to ${MAX_INLINED.toLocaleString("en")} parts; here they go beyond.`,
        span,
      );
    }
  }

  private refuseDepth(depth: number, span: Span): void {
    if (depth > MAX_NESTING)
      this.fail("too-deep", `Expressions may nest ${MAX_NESTING} deep; here they go deeper.`, span);
  }

  note(message: string, alternative: string, span: Span): void {
    // A place that is looked at twice is noted once.
    const again = this.notes.some((other) => other.start === span.start && other.message === message);
    if (!again && this.notes.length < MAX_NOTES)
      this.notes.push({ message, alternative, start: span.start, end: span.end });
  }

  draft(
    letters: string,
    latex: string,
    span: Span,
    origin: IndexDraft["origin"],
    member = false,
  ): IndexDraft {
    const draft: IndexDraft = {
      id: this.shared.nextId++,
      letters,
      latex,
      span,
      from: undefined,
      to: undefined,
      uses: [],
      origin,
      member,
    };
    this.drafts.set(draft.id, draft);
    return draft;
  }

  draftOf(id: number): IndexDraft | undefined {
    return this.drafts.get(id);
  }

  /** Tries `attempt`; if it is no formula, restores what it noted and gives undefined. */
  attempt<T>(attempt: () => T, span: Span): T | undefined {
    const { openOperators } = this;
    const { depth } = this.shared;
    const notes = this.notes.length;
    const free = [...this.free];
    try {
      return attempt();
    } catch (error) {
      if (!(error instanceof LatexError)) throw error;
      if (++this.failures > MAX_FAILURES)
        this.fail("too-deep", "Bars nest too deeply to be told apart: use \\lvert and \\rvert.", span);
      this.notes.length = notes;
      this.shared.depth = depth;
      this.openOperators = openOperators;
      this.free.clear();
      for (const [letters, draft] of free) this.free.set(letters, draft);
      return undefined;
    }
  }

  /** Refuses printed bounds that plainly go beyond the range of a definition that they run over. */
  private refuseBeyond({ latex, uses }: IndexDraft, from: Expression, to: Expression): void {
    const lowest = sizeOfExpression(from);
    const highest = sizeOfExpression(to);
    for (const { size, offset, span, defined } of uses) {
      if (!defined) continue;
      const first = 1 - offset;
      const last = { ...size, constant: size.constant - offset };
      const below = lowest?.terms.length === 0 && lowest.constant < first;
      const excess = highest && addSizes(highest, negated(last));
      if (below || (excess?.terms.length === 0 && excess.constant > 0)) {
        this.fail(
          "range",
          `${latex} runs from ${showSize(lowest ?? sizeOf(first))} to ${showSize(highest ?? last)}, but what it is an index of is defined from ${first} to ${showSize(last)}.`,
          span,
        );
      }
    }
  }

  /** Closes an index: its printed bounds, else what everything that uses it allows. */
  close(draft: IndexDraft): Binder {
    const { id, latex, span } = draft;
    const member = draft.member === true ? { member: true } : {};
    if (draft.from !== undefined && draft.to !== undefined) {
      this.refuseBeyond(draft, draft.from, draft.to);
      return { id, latex, from: draft.from, to: draft.to };
    }
    const first = draft.uses[0];
    if (first === undefined) {
      this.fail(
        "range",
        `Nothing says how far ${latex} runs: give it bounds, as in \\sum_{${latex}=1}^{n}, or use it as an index.`,
        span,
      );
    }
    let lowest = 1 - first.offset;
    let highest = first.offset;
    for (const use of draft.uses) {
      if (showSize({ ...use.size, constant: 0 }) !== showSize({ ...first.size, constant: 0 })) {
        this.fail(
          "range",
          `${latex} runs to ${showSize(first.size)} in one place and to ${showSize(use.size)} here.`,
          use.span,
        );
      }
      lowest = Math.max(lowest, 1 - use.offset);
      highest = Math.max(highest, use.offset - (use.size.constant - first.size.constant));
    }
    return {
      id,
      latex,
      ...member,
      from: draft.from ?? numeral(lowest, span),
      to: draft.to ?? sizeExpression({ ...first.size, constant: first.size.constant - highest }, span),
    };
  }
}

/** A whole number as an expression; a negative one is a sum of one term. */
export function numeral(value: number, span: Span): Expression {
  const magnitude: Expression = {
    kind: "number",
    digits: BigInt(Math.abs(value)),
    decimals: 0,
    span,
    shape: SCALAR,
  };
  return value < 0
    ? { kind: "add", terms: [{ sign: -1, value: magnitude }], span, shape: SCALAR }
    : magnitude;
}

/** A size as an expression of the symbols that name it. */
function sizeExpression(size: SizeForm, span: Span): Expression {
  const terms: { sign: 1 | -1; value: Expression }[] = size.terms.map(([name, coefficient]) => {
    const symbol: Expression = { kind: "symbol", name, latex: latexOfKey(name), span, shape: SCALAR };
    const magnitude = Math.abs(coefficient);
    const value: Expression =
      magnitude === 1
        ? symbol
        : {
            kind: "multiply",
            operation: "scale",
            factors: [numeral(magnitude, span), symbol],
            span,
            shape: SCALAR,
          };
    return { sign: coefficient < 0 ? -1 : 1, value };
  });
  if (size.constant !== 0 || terms.length === 0) {
    terms.push({ sign: size.constant < 0 ? -1 : 1, value: numeral(Math.abs(size.constant), span) });
  }
  const only = terms[0]!;
  if (terms.length === 1 && only.sign === 1) return only.value;
  return { kind: "add", terms, span, shape: SCALAR };
}
