// A whole formula: lines, clauses, left sides, chains, free indices.

import { Cursor, RELATIONS, splitRow } from "./cursor.js";
import { LatexError, type Span } from "./errors.js";
import { boundIn, children, extentOf, type Binder, type Expression, type Relation } from "./expression.js";
import { EXTREMA } from "./functions.js";
import { layoutKey, letterKey, rowsInside, rowSpan, type Box, type Row, type ScriptsBox } from "./layout.js";
import { comparison, plainRelation, trimmed, wordAt } from "./read-cases.js";
import { range } from "./read-big.js";
import { printLayout } from "./print-layout.js";
import { CLAUSE_WORDS, clausesOf, flattened, linesOf, rightOf } from "./lines.js";
import { ExpressionReader } from "./read-expression.js";
import { readLayout } from "./read-layout.js";
import { Reading, Shared, type IndexDraft, type Note } from "./reading.js";
import { nameOfRow, readName, Scope, scopeOf, type Meaning, type Name } from "./scope.js";
import { sameShape, showShape, type Shape } from "./shapes.js";
import { DeclarationError, type SymbolDeclarations } from "./symbols.js";

/** A left side: what the formula defines. */
export interface Left {
  /** All of it. */
  readonly source: string;
  /** The name without scripts and arguments, as written. */
  readonly latex: string;
  /** The name with its scripts, as written. */
  readonly scripted: string;
  readonly name: Name;
  /** The arguments as written; undefined where there are no parentheses. */
  readonly parameters: readonly string[] | undefined;
}

/** A formula as read. */
export interface Statement {
  readonly source: string;
  /** The names that the formula defines; several in `A = B = …`. */
  readonly lefts: readonly Left[];
  /** The sides of the chain, all over the free indices. The last is the value; all must agree where they are defined. */
  readonly members: readonly Expression[];
  /** What stands between the members; equations only, unless the formula states a condition. */
  readonly relations: readonly Relation[];
  /** The free indices, in the order of the left side. */
  readonly free: readonly Binder[];
  /** The chain as a condition, where it has two members or more. */
  readonly condition: Expression | undefined;
  readonly notes: readonly Note[];
  readonly shape: Shape;
}

/** Reads a formula with its declared symbols; of several lines its value is the `line` with that left side. */
export function readStatement(source: string, symbols: SymbolDeclarations, line?: string): Statement {
  return new StatementReader(source, scopeOf(symbols), line).read();
}

function sameName(a: Name, b: Name): boolean {
  return a.letters === b.letters && a.sub === b.sub && a.sup === b.sup && a.primes === b.primes;
}

interface Definition {
  readonly name: Name;
  readonly shown: string;
  readonly row: Row;
  readonly left: Row;
  readonly ranges: Ranges;
  state:
    | "unread"
    | "reading"
    | {
        readonly value: Expression;
        readonly indexed: boolean;
        readonly extent: { readonly nodes: number; readonly depth: number };
      };
}

/** Where indices run that the clauses behind a line announce, by their letters. */
type Ranges = Map<string, { readonly from: Row; readonly to: Row }>;

class StatementReader {
  private readonly shared = new Shared();
  private readonly definitions: Definition[] = [];
  /** Where indices run that clauses announce, of all lines. */
  private readonly ranges: Ranges = new Map();

  constructor(
    private readonly source: string,
    private readonly scope: Scope,
    /** The left side of the line that is the value, where it is not the one that no other uses. */
    private readonly line: string | undefined,
  ) {}

  private fail(code: LatexError["code"], reason: string, span: Span): never {
    throw new LatexError(code, reason, this.source, span);
  }

  read(): Statement {
    const layout = flattened(readLayout(this.source));
    const everything: Span = { start: 0, end: this.source.length };
    const lines = linesOf(layout);
    const pieces = lines.map(clausesOf);
    const main = this.main(pieces);
    if (main === undefined) this.fail("empty", "Expected a formula; this is empty.", everything);
    const reading: Reading = new Reading(
      this.source,
      (name) => this.resolve(name, reading),
      this.shared,
      this.mostLetters(pieces.flat().filter((row) => row !== main)),
    );
    const reader = new ExpressionReader(reading, this.scope);
    // Last to first: a clause may use what a later one says.
    for (const line of [...pieces].reverse()) {
      const ranges: Ranges = new Map();
      for (const clause of [...line].reverse())
        if (clause !== main) this.clause(clause, reader, ranges, line.includes(main));
    }
    return this.statement(main, reader, everything);
  }

  private mostLetters(clauses: readonly Row[]): number {
    return clauses.reduce((most, row) => Math.max(most, this.leftName(row)?.letters.length ?? 0), 0);
  }

  /** The main chain: the line that is asked for, else the first that no other line uses. */
  private main(lines: readonly (readonly Row[])[]): Row | undefined {
    const chains = lines.map((clauses) => clauses[0]).filter((row): row is Row => row !== undefined);
    const names = chains.map((row) => this.leftName(row));
    if (this.line !== undefined) {
      const wanted = readName(this.line, this.line);
      const line = names.findIndex((name) => name !== undefined && sameName(name, wanted));
      if (line < 0) throw new DeclarationError(`No line of the formula defines ${this.line}.`);
      return chains[line];
    }
    const used = (k: number): boolean => {
      const name = names[k];
      return name !== undefined && chains.some((other, j) => j !== k && this.mentions(rightOf(other), name));
    };
    const found = chains.findIndex((_, k) => !used(k));
    return chains[Math.max(found, 0)];
  }

  /** Whether a row uses a name, not as a part of a declared one: the h of h_{t-1} where that is declared. */
  private mentions(row: Row, name: Name): boolean {
    const { letters } = name;
    const inside = (...rows: readonly Row[]): boolean => rows.some((inner) => this.mentions(inner, name));
    return row.some((box, k) => {
      let text = "";
      for (let at = k; text.length < letters.length; at++) {
        const here = row[at];
        const scripts = here?.type === "scripts" ? here : undefined;
        const key = here && letterKey(scripts?.base ?? here);
        if (key === undefined) break;
        text += key;
        const sub = scripts?.sub ? layoutKey(scripts.sub) : "";
        const sup = scripts?.sup ? layoutKey(scripts.sup) : "";
        const found = text === letters && this.scope.find({ letters, sub, sup, primes: 0 }) === undefined;
        if (found) return true;
        if (scripts !== undefined) break;
      }
      if (box.type !== "scripts") return inside(...rowsInside(box));
      const [base, sub, sup] = [letterKey(box.base), box.sub ?? [], box.sup ?? []];
      if (base === undefined) return inside([box.base], sub, sup);
      // The h of W_h is a part of that name.
      const whole = { letters: base, sub: layoutKey(sub), sup: layoutKey(sup), primes: box.primes };
      return this.scope.find(whole) === undefined && inside(sub, sup);
    });
  }

  private leftName(row: Row): Name | undefined {
    const left = splitRow(row, "=")[0];
    return left && row.length > left.length ? this.asLeft(left)?.name : undefined;
  }

  // Clauses

  private clause(row: Row, reader: ExpressionReader, ranges: Ranges, ofMain: boolean): void {
    const word = wordAt(row, 0);
    const forAll = row[0]?.type === "operator" && row[0].name === "\\forall";
    const introduced = forAll || (word !== undefined && CLAUSE_WORDS.has(word.text));
    const body = trimmed(introduced ? row.slice(word?.next ?? 1) : row);
    if (body.length === 0) return;
    if (this.rangeClause(body, reader, forAll, ranges, ofMain)) return;
    const left = splitRow(body, "=")[0]!;
    const defined = left.length < body.length ? this.asLeft(left) : undefined;
    if (defined !== undefined) {
      const right = trimmed(body.slice(left.length + 1));
      const { name, latex: shown } = defined;
      this.definitions.push({ name, shown, row: right, left, ranges, state: "unread" });
      return;
    }
    if (body.some((_, k) => wordAt(body, k) !== undefined && body[k]?.type === "word")) {
      reader.reading.note("words behind the formula are not read", "", rowSpan(body, { start: 0, end: 0 }));
      return;
    }
    this.fail(
      "unexpected",
      "Expected a range such as i = 1, …, n, or a definition, behind the formula.",
      rowSpan(body, body[0]!),
    );
  }

  /** `i = 1, \dots, K`, `1 \le i \le K`, `\forall i`. Behind a definition it is for that definition's indices. */
  private rangeClause(
    row: Row,
    reader: ExpressionReader,
    forAll: boolean,
    ranges: Ranges,
    ofMain: boolean,
  ): boolean {
    const sides = splitRow(row, "\\le").map(trimmed);
    const given =
      range(row) ??
      (sides.length === 3 && sides[1]!.length === 1
        ? { index: sides[1]!, from: sides[0]!, to: sides[2]! }
        : undefined);
    if (given === undefined && !forAll) return false;
    const pieces = splitRow(given?.index ?? row, ",").map(trimmed);
    const names = pieces.map((piece) => this.indexName(piece));
    if (names.includes(undefined)) return false;
    for (const [k, piece] of pieces.entries()) {
      const { letters } = names[k]!;
      if (given !== undefined) {
        ranges.set(letters, given);
        if (!this.ranges.has(letters)) this.ranges.set(letters, given);
      }
      if (!ofMain) continue;
      const { free } = reader.reading;
      const shown = printLayout(piece);
      if (free.has(letters)) this.fail("redefined", `The index ${shown} has a range already.`, piece[0]!);
      free.set(letters, reader.reading.draft(letters, shown, piece[0]!, "clause"));
      // Bounds are read now, so that what is wrong in them is refused even if nothing uses the index.
      if (given !== undefined) this.bound(free.get(letters)!, given, reader);
    }
    return true;
  }

  /** The name of an index that a clause announces: one letter that nothing declares. */
  private indexName(piece: Row): Name | undefined {
    const name = nameOfRow(piece);
    return piece.length !== 1 || name === undefined || this.scope.find(name) !== undefined ? undefined : name;
  }

  private bound(
    draft: IndexDraft,
    { from, to }: { readonly from: Row; readonly to: Row },
    reader: ExpressionReader,
  ): void {
    draft.from = reader.build.scalar(reader.row(from, draft.span), "a lower bound");
    draft.to = reader.build.scalar(reader.row(to, draft.span), "an upper bound");
  }

  // Definitions within the formula

  private resolve(name: Name, reading: Reading): Meaning | undefined {
    for (const definition of this.definitions) {
      const own = definition.name;
      if (own.letters !== name.letters || own.sup !== name.sup || own.primes !== name.primes) continue;
      // h_1 = …, h_2 = … h_1: other names with the same letters.
      if (/^\d+$/u.test(own.sub) && name.sub !== own.sub) continue;
      if (definition.state === "reading") {
        if (reading.recurrence?.letters === name.letters) return undefined;
        this.fail(
          "redefined",
          `${definition.shown} is defined by itself; a recurrence is read within one line, from a declared ${definition.shown}_0 on.`,
          rowSpan(definition.left, { start: 0, end: 0 }),
        );
      }
      if (definition.state === "unread") this.readDefinition(definition);
      const state = definition.state as Exclude<Definition["state"], string>;
      if (name.sub !== (state.indexed ? "" : own.sub)) continue;
      const make = (span: Span): Expression => {
        reading.inline(state.extent, span);
        // What stands there is the definition's; the place is that of the use.
        return { ...state.value, span };
      };
      return { kind: "value", shape: state.value.shape, make };
    }
    return undefined;
  }

  private readDefinition(definition: Definition): void {
    definition.state = "reading";
    const mostLetters = Math.max(...this.definitions.map((other) => other.name.letters.length));
    const reading: Reading = new Reading(
      this.source,
      (name) => this.resolve(name, reading),
      this.shared,
      mostLetters,
    );
    const reader = new ExpressionReader(reading, this.scope);
    this.candidates(definition.left, reading);
    this.expectRecurrence([definition], definition.left, reading);
    const span = rowSpan(definition.left, { start: 0, end: 0 });
    const value = reader.row(definition.row, span);
    const free = this.closeFree(reader, [value], definition.left, definition.ranges);
    const whole = this.overFree(value, free, reader);
    definition.state = { value: whole, indexed: free.length > 0, extent: extentOf(whole) };
  }

  // Left sides

  /** A row that names something undeclared: `L`, `e_{ij}`, `\sigma(z_i)`, `D_{KL}(P \| Q)`, `F1`. */
  private asLeft(row: Row): Left | undefined {
    const boxes = trimmed(row).filter((box) => box.type !== "space");
    const last = boxes.at(-1);
    const fence = last?.type === "scripts" ? last.base : last;
    const called = fence?.type === "fence" && (fence.open === "(" || fence.open === "[") && boxes.length > 1;
    const letters = called ? boxes.slice(0, -1) : boxes;
    const name = nameOfRow(letters);
    if (name === undefined || this.covered(letters, called)) return undefined;
    const shown = printLayout([...letters.slice(0, -1), withoutScripts(letters.at(-1)!)]);
    const parameters = called ? argumentsIn(fence.body).map(printLayout) : undefined;
    return { source: printLayout(boxes), latex: shown, scripted: printLayout(letters), name, parameters };
  }

  /** Whether declared names make up all these letters. A function's name without arguments is free for another use. */
  private covered(letters: Row, called: boolean): boolean {
    const probe = new ExpressionReader(new Reading(this.source, () => undefined, new Shared()), this.scope);
    const cursor = new Cursor(letters, { start: 0, end: 0 });
    const isDeclared = (text: string): boolean =>
      this.scope.find({ letters: text, sub: "", sup: "", primes: 0 }) !== undefined;
    while (!cursor.atEnd()) {
      const match = probe.names.match(cursor);
      // e^{…} is a power of Euler's number, whatever stands behind it.
      if (match?.kind === "constant" && match.scripts.sup !== undefined) return true;
      if (match?.kind === "function" && !called && match.callee.implicit !== true) return false;
      // A word below makes another name of a function's: \operatorname{CE}_{\text{mean}}.
      if (match?.kind === "function" && match.scripts.sub?.some(({ type }) => type === "word") === true)
        return false;
      if (match?.kind !== "value" && match?.kind !== "function") {
        const box = withoutScripts(cursor.peek()!);
        if (!isDeclared(letterKey(box) ?? "")) return false;
        cursor.at++;
        continue;
      }
      cursor.at = match.next;
    }
    return true;
  }

  /** Letters in scripts on the left may be free indices. */
  private candidates(left: Row, reading: Reading): void {
    const visit = (row: Row): void => {
      for (const box of row) {
        if (box.type === "symbol") {
          const letters = letterKey(box)!;
          if (this.scope.find({ letters, sub: "", sup: "", primes: 0 }) === undefined)
            reading.candidates.add(letters);
        } else if (box.type === "scripts") {
          visit(box.sub ?? []);
        } else if (box.type === "operator" && box.name === "-") {
          return;
        }
      }
    };
    for (const box of left) {
      if (box.type === "scripts") visit(box.sub ?? []);
      const fence = withoutScripts(box);
      if (fence.type === "fence")
        for (const inner of fence.body) if (inner.type === "scripts") visit(inner.sub ?? []);
    }
  }

  // The chain

  private statement(row: Row, reader: ExpressionReader, everything: Span): Statement {
    const { reading } = reader;
    const sides = splitRow(row, ...RELATIONS).map(trimmed);
    const relationBoxes = row.filter((box) => box.type === "operator" && RELATIONS.has(box.name));
    const names = relationBoxes.map((box) => (box.type === "operator" ? box.name : ""));
    const lefts: Left[] = [];
    const before = this.operatorsBefore(sides[0]!, names[0]);
    sides[0] = sides[0]!.slice(before.length);
    while (lefts.length + 1 < sides.length && names[lefts.length] === "=") {
      const left = this.asLeft(sides[lefts.length]!);
      if (left === undefined) break;
      lefts.push(left);
      reading.defined.add(left.name.letters);
    }
    const left = sides.splice(0, lefts.length).flat();
    names.splice(0, lefts.length);
    const [equals] = relationBoxes.splice(0, lefts.length).slice(-1);
    this.candidates(left, reading);
    this.expectRecurrence(lefts, left, reading);
    const empty = sides.findIndex((side) => side.length === 0);
    if (empty >= 0) {
      const behind = empty === 0 ? equals : relationBoxes[empty - 1];
      this.fail(
        "missing",
        `Expected an expression ${behind === undefined ? "before" : "after"} this relation.`,
        behind ?? relationBoxes[0] ?? everything,
      );
    }
    const values = sides.map((side) =>
      reader.build.value(reader.row([...before, ...side], everything), "a side of the formula"),
    );
    const relations = names.map((name, k) =>
      plainRelation(reader, name, new Cursor([relationBoxes[k]!], everything)),
    );
    const free = this.closeFree(reader, values, left, this.ranges);
    const members = values.map((value) => this.overFree(value, free, reader));
    const shape = members.at(-1)!.shape;
    const clash = members.find((member) => !sameShape(member.shape, shape));
    if (clash !== undefined && relations.includes("=") && clash.shape.kind !== "scalar") {
      this.fail(
        "shape",
        `The sides differ in shape: ${showShape(clash.shape)} and ${showShape(shape)}.`,
        clash.span,
      );
    }
    const condition = values.length > 1 ? comparison(reader, members, relations, true) : undefined;
    return {
      source: this.source,
      lefts,
      members,
      relations,
      free,
      condition,
      notes: this.shared.notes,
      shape,
    };
  }

  /** `\min_G V(G) = …`: what runs stands before what is defined, and is of the value. */
  private operatorsBefore(side: Row, relation: string | undefined): Row {
    const named = side.findIndex(
      (box) =>
        box.type !== "space" &&
        !(box.type === "scripts" && box.base.type === "word" && EXTREMA.has(box.base.text)),
    );
    const isLeft = relation === "=" && named > 0 && this.asLeft(side.slice(named)) !== undefined;
    return isLeft ? side.slice(0, named) : [];
  }

  /** `h_t = …` where h_0 is declared: the right side may use h_{t-1}. */
  private expectRecurrence(lefts: readonly Pick<Left, "name">[], left: Row, reading: Reading): void {
    const box = left.find((inner) => inner.type === "scripts");
    const name = lefts[0]?.name;
    if (name === undefined || box?.type !== "scripts") return;
    // h_t, or h^{(t)}.
    const fence = box.sup?.length === 1 ? box.sup[0] : undefined;
    const above = fence?.type === "fence" && box.sub === undefined;
    const [index, ...more] = (above ? fence.body : box.sub) ?? [];
    const letters = index?.type === "symbol" && more.length === 0 ? letterKey(index) : undefined;
    if (index === undefined || letters === undefined) return;
    const initial = this.scope.find({ ...name, ...(above ? { sup: "(0)" } : { sub: "0" }) })?.meaning;
    const declared = this.scope.find({ letters, sub: "", sup: "", primes: 0 }) !== undefined;
    if (initial?.kind !== "value" || declared) return;
    const draft = reading.free.get(letters) ?? reading.draft(letters, printLayout([index]), index, "left");
    reading.free.set(letters, draft);
    reading.recurrence = { letters: name.letters, index: draft, initial: initial.make(index) };
  }

  /** A side over its free indices: all its values, or all steps of a recurrence. */
  private overFree(value: Expression, free: readonly Binder[], reader: ExpressionReader): Expression {
    const { recurrence } = reader.reading;
    const [step] = free;
    if (recurrence === undefined || step === undefined || !usesPrevious(value))
      return reader.build.table(value, free);
    if (free.length > 1)
      this.fail("unsupported", "A recurrence has one free index, that of its step.", value.span);
    return reader.build.recurrence(value, recurrence.initial, step);
  }

  /** The free indices that the values use, with their ranges, in the order of the left side. */
  private closeFree(
    reader: ExpressionReader,
    values: readonly Expression[],
    left: Row,
    ranges: Ranges,
  ): Binder[] {
    const { reading } = reader;
    const used = new Set(values.flatMap((value) => [...boundIn(value)]));
    const order = layoutKey(left);
    const place = (draft: IndexDraft): number => {
      const at = order.indexOf(draft.letters, order.indexOf("_"));
      return at < 0 ? order.length : at;
    };
    // f(x)_i = 1 for i = 1, …, n is n ones: what stands on the left and has its range runs, used or not.
    const runs = (draft: IndexDraft): boolean =>
      draft.origin === "clause" && draft.to !== undefined && reading.candidates.has(draft.letters);
    const drafts = [...reading.free.values()].filter((draft) => used.has(draft.id) || runs(draft));
    drafts.sort((a, b) => place(a) - place(b) || a.span.start - b.span.start);
    if (drafts.length > 2) {
      this.fail("unsupported", "More than two free indices are not read yet.", drafts[2]!.span);
    }
    for (const draft of drafts) {
      const given = ranges.get(draft.letters) ?? this.ranges.get(draft.letters);
      if (given !== undefined && draft.from === undefined && draft.to === undefined)
        this.bound(draft, given, reader);
    }
    return drafts.map((draft) => reading.close(draft));
  }
}

/** What stands between commas, semicolons and bars in parentheses. */
function argumentsIn(body: Row): Row[] {
  const separated = body.map((box): Box =>
    box.type === "bar" ? { ...box, type: "operator", name: "," } : box,
  );
  return splitRow(separated, ",", ";", "\\mid", "\\parallel").filter((piece) => trimmed(piece).length > 0);
}

function usesPrevious(expression: Expression): boolean {
  return expression.kind === "previous" || children(expression).some(usesPrevious);
}

function withoutScripts(box: Box): Exclude<Box, ScriptsBox> {
  return box.type === "scripts" ? withoutScripts(box.base) : box;
}
