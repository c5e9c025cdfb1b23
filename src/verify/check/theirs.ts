// A stranger's formula read with the kinds of one of ours: which of its sides can be read, and what it gives.

import { Formula } from "../../evaluate/formula.js";
import type { PlainValue } from "../../evaluate/inputs.js";
import { LatexError } from "../../latex/errors.js";
import type { Expression } from "../../latex/expression.js";
import type { Note } from "../../latex/reading.js";
import {
  DeclarationError,
  latexOfKey,
  real,
  vector,
  type SymbolDeclaration,
  type SymbolDeclarations,
} from "../../latex/symbols.js";
import type { PlainInputs } from "../samples.js";
import { latexOfSlot, sizeNames, theirDeclaration, type Assignment } from "./assign.js";
import { ballsAt, type BallValue } from "./compare.js";
import type { Survey } from "./names.js";
import { withLatex, type Functions } from "./vocabulary.js";

/** Their formula with the symbols that an assignment gives. */
export class Theirs {
  constructor(
    readonly formula: Formula,
    readonly assignment: Assignment,
    /** Their keys of our symbols. */
    private readonly keys: ReadonlyMap<string, readonly string[]>,
    /** What stands for names that the equation has not. */
    private readonly extras: Readonly<Record<string, number>>,
    /** The sides of their chain that must all hold. */
    readonly members: readonly Expression[],
  ) {}

  get notes(): readonly Note[] {
    return this.formula.notes;
  }

  /** Our inputs under their names. */
  inputs(ours: PlainInputs): PlainInputs {
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

  /** Their value at our inputs, of one side of the chain or of the last. */
  valuesAt(ours: PlainInputs, member: Expression = this.members.at(-1)!): (bits: number) => BallValue {
    let bound: Map<string, PlainValue> | undefined;
    return (bits) => ballsAt(this.formula, (bound ??= this.formula.bind(this.inputs(ours))), bits, member);
  }
}

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
    const hasQuantities = pairs.some(([, slot]) => slot.kind === "quantity") || this.survey.called.size > 0;
    if (hasQuantities) {
      // Precision needs the TP that nobody wrote.
      for (const key of assignment.missing.concat(Object.keys(form.symbols))) {
        if (keys.has(key)) continue;
        const declaration = form.symbols[key]!;
        if (!declaration.fixed) continue;
        const latex = latexOfSlot(form, { kind: "symbol", key });
        if (Object.hasOwn(symbols, latex)) continue;
        symbols[latex] = theirDeclaration(declaration, undefined, latex, sizes);
        keys.set(key, [latex]);
      }
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
  unreadable(): LatexError | undefined {
    const errors = [...this.known.values()];
    const read = errors.some((one) => !(one instanceof LatexError));
    const [first] = errors.filter((one): one is LatexError => one instanceof LatexError);
    if (read || first === undefined) return undefined;
    return errors.every((one) => one instanceof LatexError && SYNTAX.has(one.code)) ? first : undefined;
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

function signature(symbols: SymbolDeclarations): string {
  return Object.entries(symbols)
    .map(([key, declaration]) => {
      if (declaration.kind === "function") return key;
      if (declaration.kind === "mapping") {
        const { parameters, result } = declaration;
        const choices = declaration.among().map(({ name }) => name);
        return JSON.stringify([key, parameters, result, choices]);
      }
      const { meaning, role, ...rest } = declaration;
      void meaning;
      void role;
      return JSON.stringify([key, rest, declaration.latex ?? latexOfKey(key)]);
    })
    .sort()
    .join(";");
}
