// A stranger's formula read with the kinds of one of ours: which of its sides can be read, and what it gives.

import { Formula } from "../../evaluate/formula.js";
import type { PlainValue } from "../../evaluate/inputs.js";
import { LatexError } from "../../latex/errors.js";
import type { Expression } from "../../latex/expression.js";
import type { Note } from "../../latex/reading.js";
import {
  clustering,
  DeclarationError,
  latexOfKey,
  matrix,
  real,
  set,
  vector,
  type SymbolDeclaration,
  type SymbolDeclarations,
} from "../../latex/symbols.js";
import type { PlainInputs } from "../samples.js";
import { latexOfSlot, sizeNames, theirDeclaration, type Assignment } from "./assign.js";
import { ballsAt, type BallValue } from "./compare.js";
import type { Interpretation, TheirName } from "./interpret.js";
import type { Survey } from "./names.js";
import { plainKey } from "./roles.js";
import { withLatex, type Functions } from "./vocabulary.js";

/** Their formula with the symbols that an assignment gives. */
export class Theirs {
  private readonly bound = new Map<PlainInputs, ReadonlyMap<string, PlainValue>>();

  constructor(
    readonly formula: Formula,
    readonly assignment: Assignment,
    /** Their keys of our symbols. */
    private readonly keys: ReadonlyMap<string, readonly string[]>,
    /** What stands for names that the equation has not. */
    readonly extras: Readonly<Record<string, number>>,
    /** The sides of their chain that must all hold. */
    readonly members: readonly Expression[],
  ) {}

  get notes(): readonly Note[] {
    return this.formula.notes;
  }

  /** The same symbols in another formula; undefined where it cannot be read with them. */
  again(latex: string): Theirs | undefined {
    try {
      const formula = new Formula(latex, this.formula.symbols, this.formula.options);
      return new Theirs(formula, this.assignment, this.keys, this.extras, formula.statement.members);
    } catch (error) {
      if (error instanceof LatexError) return undefined;
      throw error;
    }
  }

  /** Our inputs under their names. */
  private inputs(ours: PlainInputs): PlainInputs {
    const theirs: Record<string, PlainValue> = {};
    for (const [key, value] of Object.entries(ours)) {
      for (const name of this.keys.get(key) ?? []) theirs[name] = value;
    }
    for (const [name, value] of Object.entries(this.extras)) {
      const declaration = this.formula.symbols[name]!;
      if (declaration.kind !== "vector") {
        theirs[name] = value;
        continue;
      }
      const size = this.sizeAt(String(declaration.size), ours);
      theirs[name] = Array<number>(size).fill(value);
    }
    return theirs;
  }

  /** A size by their name, at our inputs. */
  private sizeAt(name: string, ours: PlainInputs): number {
    const bound = this.assignment.form.formula.bind(ours);
    const own = [...sizeNames(this.assignment)].find(([, theirs]) => theirs === name)?.[0];
    return own === undefined ? 1 : (bound.get(own) as number);
  }

  /** Our inputs bound in their formula, once for all that is evaluated there. */
  boundAt(ours: PlainInputs): ReadonlyMap<string, PlainValue> {
    let bound = this.bound.get(ours);
    if (bound === undefined) this.bound.set(ours, (bound = this.formula.bind(this.inputs(ours))));
    return bound;
  }

  /** Their value at our inputs, of one side of the chain or of the last. */
  valuesAt(ours: PlainInputs, member: Expression = this.members.at(-1)!): (bits: number) => BallValue {
    return (bits) => ballsAt(this.formula, this.boundAt(ours), bits, member);
  }
}

/** How many characters are read for one formula, in all its readings together. */
const MOST_READ = 200_000;

/** What is wrong with LaTeX rather than with a guess at its symbols. */
const SYNTAX = new Set([
  "empty",
  "too-long",
  "too-deep",
  "too-many-tokens",
  "too-large",
  "unclosed",
  "unexpected",
  "missing",
  "unknown-command",
  "unsupported",
]);

/** Reads one formula in many ways, each but once. */
export class Readings {
  private readonly known = new Map<string, Formula | LatexError>();
  /** What stood in the way of the likeliest reading. */
  firstError: LatexError | undefined;
  private cost = 0;
  private readonly exhausted = new LatexError("too-large", "It has too many readings.", "", {
    start: 0,
    end: 0,
  });
  /** Whether it could be read in any way. */
  anyRead = false;

  constructor(
    private readonly latex: string,
    private readonly survey: Survey,
    private readonly functions: Functions,
  ) {}

  /** Their formula with the symbols of an assignment; undefined where it cannot be read so. */
  read(assignment: Assignment, extra = 1): Theirs | undefined {
    const { form, pairs } = assignment;
    const sizes = sizeNames(assignment);
    const symbols: Record<string, SymbolDeclaration> = {};
    const keys = new Map<string, readonly string[]>();
    const extras: Record<string, number> = {};
    for (const [name, slot] of pairs) {
      if (slot.kind === "symbol") {
        symbols[name.latex] = theirDeclaration(form.symbols[slot.key]!, name, name.latex, sizes);
        for (const alias of name.aliases)
          symbols[alias] = theirDeclaration(form.symbols[slot.key]!, name, alias, sizes);
        keys.set(slot.key, [name.latex, ...name.aliases]);
      } else if (slot.kind === "quantity") {
        symbols[`quantity ${name.latex}`] = withLatex(slot.equation, name.latex);
      } else if (slot.kind === "extra") {
        if (name.called > 0 || name.applied > 0 || name.inSets || name.rank > 1) return undefined;
        const [size] = sizes.values();
        if (name.rank === 1 && size === undefined) return undefined;
        symbols[name.latex] =
          name.rank === 0 ? real("", { latex: name.latex }) : vector(size!, "", { latex: name.latex });
        extras[name.latex] = extra;
      }
    }
    // What they do without still tells sizes; and precision needs the TP that nobody wrote.
    for (const [k, key] of Object.keys(form.symbols).entries()) {
      if (keys.has(key)) continue;
      const declaration = form.symbols[key]!;
      const own = latexOfSlot(form, { kind: "symbol", key });
      const isTaken = Object.hasOwn(symbols, own) || this.isUsed(own);
      const latex = isTaken && !declaration.fixed ? `\\mathfrak{${"xyzuvwrst"[k % 9]!}}` : own;
      if (Object.hasOwn(symbols, latex)) continue;
      symbols[latex] = theirDeclaration(declaration, undefined, latex, sizes);
      keys.set(key, [latex]);
    }
    const formula = this.readWith(symbols, form.equation.evaluation ?? {});
    if (formula instanceof LatexError) {
      this.firstError ??= formula;
      return undefined;
    }
    if (assignment.extra.length === 0) this.anyRead = true;
    return new Theirs(formula, assignment, keys, extras, formula.statement.members);
  }

  /** What is wrong with the LaTeX itself, however its symbols are read: there is nothing to be read then. */
  unreadable(interpretations: readonly Interpretation[]): LatexError | undefined {
    // Whatever the names may be, they can be numbers, vectors and matrices.
    for (const { names } of interpretations) this.readWith(loosely(names), {});
    const errors = [...this.known.values()];
    const read = errors.some((one) => !(one instanceof LatexError));
    const [first] = errors.filter((one): one is LatexError => one instanceof LatexError);
    if (read || first === undefined) return undefined;
    return errors.every((one) => one instanceof LatexError && SYNTAX.has(one.code)) ? first : undefined;
  }

  /** Whether a name of ours is one of something else in their formula. */
  private isUsed(latex: string): boolean {
    const [letters = ""] = plainKey(latex).split(/[_^(]/u);
    const { bound, free, defined } = this.survey;
    return [bound, free, defined].some((names) => names.has(letters));
  }

  /** Their formula with symbols of one's own. */
  readWith(
    symbols: SymbolDeclarations,
    conventions: NonNullable<ConstructorParameters<typeof Formula>[2]>["conventions"],
  ): Formula | LatexError {
    const { called, defined } = this.survey;
    const all = { ...symbols, ...this.functions.symbols(called, defined) };
    const id = `${signature(all)} ${JSON.stringify(conventions)}`;
    let known = this.known.get(id);
    if (known === undefined) {
      this.cost += this.latex.length;
      if (this.cost > MOST_READ) return this.exhausted;
      try {
        known = new Formula(this.latex, all, conventions === undefined ? {} : { conventions });
      } catch (error) {
        if (error instanceof LatexError) known = error;
        else if (error instanceof DeclarationError)
          known = new LatexError("declaration", error.message, this.latex, {
            start: 0,
            end: this.latex.length,
          });
        else throw error;
      }
      this.known.set(id, known);
    }
    return known;
  }
}

/** Names as the least that their uses ask for. */
function loosely(names: readonly TheirName[]): SymbolDeclarations {
  const ends = names.filter(({ limit, rank }) => limit && rank === 0);
  const size = ends.length === 1 ? ends[0]!.latex.replaceAll(/\s+/gu, "") : "\\mathfrak{n}";
  const symbols: Record<string, SymbolDeclaration> = {};
  for (const { latex, rank, called, opaque, first, inSets } of names) {
    if (latex === size || !/^[^+·-]+$/u.test(size)) continue;
    const indices = rank + called;
    const options = { latex, first, called: called > 0 };
    if (opaque || indices === 0) symbols[latex] = inSets ? set("", { latex }) : real("", { latex });
    else if (indices === 1)
      symbols[latex] = inSets ? clustering("\\mathfrak{N}", size, "", { latex }) : vector(size, "", options);
    else symbols[latex] = matrix("\\mathfrak{m}", size, "", options);
  }
  return symbols;
}

function signature(symbols: SymbolDeclarations): string {
  return Object.entries(symbols)
    .map(([key, declaration]) => {
      if (declaration.kind === "function") return key;
      if (declaration.kind === "mapping") {
        const { parameters, result } = declaration;
        const choices = declaration.among().map(({ name }) => name);
        return JSON.stringify([key, parameters, result, choices]);
      }
      const rest = { ...declaration, meaning: "", role: "" };
      return JSON.stringify([key, rest, declaration.latex ?? latexOfKey(key)]);
    })
    .sort()
    .join(";");
}
