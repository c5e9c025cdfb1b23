// Layout → expression: sums, products, factors, functions, fences and bars.

import { Builder, spanning } from "./build.js";
import { barAt, Cursor, hasRelation, RELATIONS, splitRow } from "./cursor.js";
import { clipped, type Span } from "./errors.js";
import { boundIn, type Expression } from "./expression.js";
import {
  layoutKey,
  letterKey,
  NO_SCRIPTS,
  type FenceBox,
  type FractionBox,
  type GridBox,
  type Row,
  type Scripts,
} from "./layout.js";
import { NameReader } from "./read-names.js";
import { readBig } from "./read-big.js";
import { concatAt, readConcat, readEllipsis } from "./read-lists.js";
import { readExpectation } from "./read-expectation.js";
import { CONJUNCTIONS, readCases, wordAt } from "./read-cases.js";
import {
  indexedByBrackets,
  indicatorAfter,
  indicatorFollows,
  readBars,
  readFence,
  readIndicator,
  readIndicatorCall,
} from "./read-fences.js";
import { readApplied, readCalled } from "./read-functions.js";
import { MAX_NESTING, numeral, type Reading } from "./reading.js";
import type { Scope } from "./scope.js";
import { SCALAR, showShape } from "./shapes.js";

export class ExpressionReader {
  readonly build: Builder;
  readonly names: NameReader;

  constructor(
    readonly reading: Reading,
    readonly scope: Scope,
  ) {
    this.build = new Builder(reading);
    this.names = new NameReader(reading, scope);
  }

  /** The same reading with more names in scope. */
  inside(scope: Scope): ExpressionReader {
    return new ExpressionReader(this.reading, scope);
  }

  /** A whole row as one expression. */
  row(row: Row, around: Span, index = false): Expression {
    const cursor = new Cursor(row, around, false, index);
    const expression = this.expression(cursor);
    this.finish(cursor);
    return expression;
  }

  /** Refuses what is left over. */
  finish(cursor: Cursor): void {
    const box = cursor.peek();
    if (box === undefined) return;
    const shown = box.type === "operator" ? box.name : box.type;
    if (box.type === "operator" && RELATIONS.has(box.name)) {
      this.reading.fail("unexpected", `A relation ${shown} has no meaning inside a value.`, box);
    }
    const unread = box.type === "operator" ? UNREAD[box.name] : undefined;
    if (unread !== undefined) this.reading.fail("unsupported", unread, box);
    this.reading.fail("unexpected", `Expected the end of the expression, found ${shown}.`, box);
  }

  /** [±] term {± term}, up to a sign at which `ends` says so. */
  expression(cursor: Cursor, ends: (cursor: Cursor) => boolean = () => false): Expression {
    const terms: { sign: 1 | -1; value: Expression }[] = [];
    const start = cursor.peek()?.start ?? cursor.around.start;
    let sign = this.sign(cursor, true);
    for (;;) {
      const value = this.term(cursor);
      const joined = cursor.operator() === "\\cup" || cursor.operator() === "\\setminus";
      if (joined || (value.shape.kind === "set" && sign === undefined)) return this.union(cursor, value);
      terms.push({ sign: sign ?? 1, value });
      if (cursor.atEnd() || ends(cursor)) break;
      sign = this.sign(cursor, false);
      if (sign === undefined) break;
    }
    return this.build.add(terms, { start, end: terms.at(-1)!.value.span.end });
  }

  /** The sign here, if there is one; signs may follow each other only at the start of a term: a + -b is an error. */
  sign(cursor: Cursor, leading: boolean): 1 | -1 | undefined {
    const name = cursor.operator();
    if (name === "\\pm" || name === "\\mp") {
      this.reading.fail("unsupported", `${name} stands for two formulas: write one of them.`, cursor.span);
    }
    const taken = cursor.take("+", "-");
    if (taken === undefined) return undefined;
    if (!leading && (cursor.operator() === "+" || cursor.operator() === "-")) {
      this.reading.fail("unexpected", "Two signs follow each other: use parentheses.", cursor.span);
    }
    return taken === "-" ? -1 : 1;
  }

  /** Sets joined by ∪ and ∖, from the left. */
  private union(cursor: Cursor, first: Expression): Expression {
    let result = first;
    for (;;) {
      const operator = cursor.take("\\cup", "\\setminus");
      if (operator === undefined) return result;
      result = this.build.setOperation(
        operator === "\\cup" ? "union" : "difference",
        result,
        this.term(cursor),
      );
    }
  }

  /** factor {(·|×|*|/|⊙|∩) factor | factor} */
  term(cursor: Cursor): Expression {
    let product = this.factor(cursor);
    // Numbers side by side make one product of many factors, however long.
    let run: Expression[] | undefined;
    let folds = 0;
    const fold = (): void => {
      if (++folds > MAX_NESTING) {
        this.reading.fail(
          "too-deep",
          `A product of vectors or a row of quotients may have ${MAX_NESTING} parts; here are more.`,
          cursor.span,
        );
      }
    };
    const flush = (): Expression => {
      if (run !== undefined) product = this.build.scale(run);
      run = undefined;
      this.refuseRepeatedIndex(product);
      return product;
    };
    for (;;) {
      if (cursor.atEnd() || cursor.barEnds()) return flush();
      if (cursor.take("\\cap") !== undefined) {
        fold();
        product = this.build.setOperation("intersection", flush(), this.factor(cursor));
        continue;
      }
      const operator = cursor.take("\\cdot", "\\times", "*", "/", "\\odot", "\\circ");
      if (operator === undefined && !this.startsFactor(cursor)) return flush();
      if (operator === "/") {
        fold();
        const left = flush();
        const denominator = this.signedFactor(cursor);
        product = this.build.divide(left, denominator, spanning(left, denominator));
        if (!cursor.atEnd() && !cursor.barEnds() && this.startsFactor(cursor)) {
          this.reading.note(
            "a slash takes the one factor behind it: what follows multiplies the whole",
            "the following factors belong to the denominator",
            spanning(product, { span: cursor.span }),
          );
        }
        continue;
      }
      const right = operator === undefined ? this.factor(cursor) : this.signedFactor(cursor);
      if ((run !== undefined || product.shape.kind === "scalar") && right.shape.kind === "scalar") {
        run ??= [product];
        run.push(right);
      } else {
        fold();
        product = this.build.multiply(flush(), right, operator ?? "");
      }
    }
  }

  /** A free index that nothing announces and that stands in two factors is a sum that somebody forgot. */
  private refuseRepeatedIndex(product: Expression): void {
    const implicit = [...this.reading.free.values()].filter((draft) => draft.origin === "implicit");
    if (implicit.length === 0 || product.kind !== "multiply" || this.reading.openOperators > 0) return;
    const seen = new Set<number>();
    for (const factor of product.factors) {
      const bound = boundIn(factor);
      const repeated = implicit.find((draft) => bound.has(draft.id) && seen.has(draft.id));
      if (repeated) {
        this.reading.fail(
          "index",
          `The index ${repeated.latex} is repeated in a product but nothing sums over it: write \\sum_{${repeated.latex}} if a sum is meant.`,
          product.span,
        );
      }
      for (const id of bound) seen.add(id);
    }
  }

  private signedFactor(cursor: Cursor): Expression {
    const start = cursor.span.start;
    const sign = this.sign(cursor, true);
    const value = this.factor(cursor);
    return sign === -1 ? this.build.add([{ sign, value }], { start, end: value.span.end }) : value;
  }

  startsFactor(cursor: Cursor): boolean {
    const box = cursor.peek();
    if (box === undefined) return false;
    if (["operator", "break", "space"].includes(box.type) || (barAt(box) !== undefined && cursor.barEnds()))
      return false;
    const word = wordAt(cursor.row, cursor.at);
    return word === undefined || !CONJUNCTIONS.has(word.text) || this.names.match(cursor) !== undefined;
  }

  /** One factor with the scripts and factorials behind it. */
  factor(cursor: Cursor): Expression {
    let value = this.reading.nested(cursor.span, () => this.primary(cursor));
    for (let count = 1; cursor.operator() === "!"; count++) {
      if (count > 2)
        this.reading.fail("unexpected", "Expected at most two factorials in a row.", cursor.span);
      const span = { start: value.span.start, end: cursor.span.end };
      cursor.at++;
      value = this.build.apply("factorial", [this.build.scalar(value, "what ! stands behind")], span);
    }
    return value;
  }

  private primary(cursor: Cursor): Expression {
    const box = cursor.peek();
    if (box === undefined) {
      this.reading.fail(
        "missing",
        "Expected a number, a symbol or a function; the expression ends here.",
        cursor.span,
      );
    }
    const scripts: Scripts = box.type === "scripts" ? box : NO_SCRIPTS;
    const base = box.type === "scripts" ? box.base : box;
    switch (base.type) {
      case "symbol":
      case "word":
        return this.named(cursor);
      case "number":
        if (base.text === "1" && box.type === "number" && indicatorFollows(cursor))
          return readIndicator(this, cursor, box);
        cursor.at++;
        return this.scripted(numeralOf(base.text, base), scripts, box);
      case "fraction":
        cursor.at++;
        return this.scripted(this.fraction(base), scripts, box);
      case "root": {
        cursor.at++;
        const radicand = this.row(base.body, base);
        const degree = base.degree && [this.build.scalar(this.row(base.degree, base), "a degree")];
        return this.scripted(this.build.apply("sqrt", [radicand, ...(degree ?? [])], base), scripts, box);
      }
      case "fence":
        cursor.at++;
        return readFence(this, base, scripts, box);
      case "grid":
        cursor.at++;
        return this.scripted(this.grid(base), scripts, box);
      case "big":
        cursor.at++;
        return readBig(this, cursor, base.name, scripts, box);
      case "bar":
        return readBars(this, cursor);
      case "operator":
        if (UNREAD[base.name] !== undefined) this.reading.fail("unsupported", UNREAD[base.name]!, box);
        return this.reading.fail(
          "unexpected",
          `Expected a number, a symbol or a function, found ${base.name}.`,
          box,
        );
      default:
        return this.reading.fail("unexpected", "Expected a number, a symbol or a function.", box);
    }
  }

  private fraction(box: FractionBox): Expression {
    const numerator = this.row(box.numerator, box);
    const denominator = this.row(box.denominator, box);
    if (box.line) return this.build.divide(numerator, denominator, box);
    const parts = [numerator, denominator].map((part) =>
      this.build.scalar(part, "a binomial coefficient's part"),
    );
    return this.build.apply("binomial", parts, box);
  }

  private grid(box: GridBox): Expression {
    const isCases =
      box.name === "Bmatrix" &&
      box.rows.every(([, condition]) => condition !== undefined && isCondition(condition));
    if (/cases$/u.test(box.name) || isCases) return readCases(this, box);
    if (!/matrix$|array/u.test(box.name)) {
      this.reading.fail("unexpected", `A ${box.name} has no meaning inside an expression.`, box);
    }
    if (/^v/iu.test(box.name)) this.reading.fail("unsupported", "Determinants are not read yet.", box);
    const rows = box.rows.map((cells) =>
      cells.map((cell) => this.build.scalar(this.row(cell, box), "an entry")),
    );
    const width = rows[0]?.length ?? 0;
    if (width === 0 || rows.some((row) => row.length !== width)) {
      this.reading.fail("shape", "Expected rows of the same length, at least one.", box);
    }
    const size = (count: number) => ({ terms: [], constant: count });
    if (rows.length === 1 || width === 1) {
      const vectorSize = size(Math.max(rows.length, width));
      return {
        kind: "grid",
        rows,
        span: box,
        shape: { kind: "vector", size: vectorSize, row: rows.length === 1 && width > 1 },
      };
    }
    return {
      kind: "grid",
      rows,
      span: box,
      shape: { kind: "matrix", rows: size(rows.length), columns: size(width) },
    };
  }

  // Names and functions

  private named(cursor: Cursor): Expression {
    const start = cursor.span.start;
    const match = this.names.match(cursor);
    const expectation = readExpectation(this, cursor, match);
    if (expectation !== undefined) return expectation;
    if (match === undefined) {
      const previous = this.names.previous(cursor);
      if (previous !== undefined) return this.scripted(previous.value, previous.scripts, previous.value.span);
      if (concatAt(cursor)) return readConcat(this, cursor);
      const free = this.names.freeIndex(cursor);
      if (free !== undefined) {
        const span = { start, end: free.end };
        return this.scripted(
          { kind: "bound", id: free.draft.id, latex: free.draft.latex, span, shape: SCALAR },
          free.scripts,
          span,
        );
      }
      return this.names.undeclared(cursor);
    }
    if (match.kind === "indicator") {
      if (!indicatorAfter(cursor, match)) return this.names.undeclared(cursor);
      return readIndicatorCall(this, cursor, match);
    }
    cursor.at = match.next;
    const span: Span = { start, end: match.end };
    const whole: Span = { start, end: cursor.row[match.next - 1]!.end };
    switch (match.kind) {
      case "value": {
        const value = this.scripted(match.make(span), match.scripts, whole);
        return match.called ? this.entryCalled(cursor, value) : indexedByBrackets(this, cursor, value);
      }
      case "constant":
        return this.scripted(
          { kind: "constant", name: match.name, span, shape: SCALAR },
          match.scripts,
          whole,
        );
      case "extremum":
        if (match.scripts.sub !== undefined)
          return readBig(this, cursor, match.operator, match.scripts, whole);
        if (match.operator === "max" || match.operator === "min")
          return readApplied(this, cursor, match.operator, match, whole);
        return this.reading.fail("missing", `Expected an index below ${match.shown}.`, whole);
      case "builtin":
        return readApplied(this, cursor, match.name, match, whole);
      case "function":
        return readCalled(this, cursor, match, whole);
    }
  }

  /** `p(y)`, `p(y; θ)`: an entry of what is written as a function of its indices; without parentheses all of it. */
  private entryCalled(cursor: Cursor, value: Expression): Expression {
    const box = cursor.peek();
    const fence = box?.type === "scripts" ? box.base : box;
    if (box === undefined || fence?.type !== "fence" || fence.open !== "(") return value;
    cursor.at++;
    const span = { start: value.span.start, end: fence.end };
    const indices = this.list(fence.body, fence, true);
    const rank = value.shape.kind === "family" ? 3 : value.shape.kind === "matrix" ? 2 : 1;
    if (indices.length < rank) {
      const shown = clipped(this.reading.source.slice(value.span.start, value.span.end));
      this.reading.fail(
        "index",
        `${shown} takes ${rank} indices in parentheses; here is ${indices.length}.`,
        span,
      );
    }
    const entry = this.build.index(value, indices, span);
    return this.scripted(entry, box.type === "scripts" ? box : NO_SCRIPTS, { ...box, start: span.start });
  }

  /** A list of values with commas, semicolons or bars between. */
  list(row: Row, around: Span, index = false): Expression[] {
    const cursor = new Cursor(row, around, true, index);
    const parts: Expression[] = [];
    do {
      const dots = cursor.span;
      if (cursor.take("\\dots") === undefined) {
        parts.push(this.expression(cursor));
        continue;
      }
      if (!cursor.takeSeparator())
        this.reading.fail("missing", "Expected the last of the list behind the ellipsis.", dots);
      const last = this.expression(cursor);
      if (parts.length === 0)
        this.reading.fail("missing", "Expected the first of the list before the ellipsis.", dots);
      readEllipsis(this, parts, last, dots);
    } while (cursor.takeSeparator());
    this.finish(cursor);
    return parts;
  }

  // Scripts

  /** Applies what is left of the scripts: an index first, then a transpose or a power, unless the source has it the other way. */
  scripted(value: Expression, scripts: Scripts, whole: Span): Expression {
    const { sub, sup, primes, supFirst } = scripts;
    const span: Span = { start: value.span.start, end: Math.max(whole.end, value.span.end) };
    // (x)^+ and |x|_+: the positive part.
    for (const [script, rest] of [
      [sup, { ...scripts, sup: undefined }],
      [sub, { ...scripts, sub: undefined }],
    ] as const) {
      if (script === undefined || layoutKey(script) !== "+") continue;
      const positive = this.build.apply(
        "max",
        [numeral(0, span), this.build.scalar(value, "what a + stands on")],
        span,
      );
      return this.scripted(positive, rest, whole);
    }
    let result = value;
    if (primes > 0) {
      if (value.shape.kind === "scalar")
        this.reading.fail("unsupported", "A prime on a number has no meaning here.", span);
      if (primes > 1) this.reading.fail("unexpected", "Expected one prime: a transpose.", span);
      result = this.build.transpose(result, span);
    }
    const transposed = sup !== undefined && this.isTranspose(sup, value);
    if (transposed && supFirst && sub !== undefined) {
      return this.build.index(this.build.transpose(result, span), this.indices(sub, span, result), span);
    }
    if (sup !== undefined && isFenced(sup) && ["vector", "matrix", "family"].includes(result.shape.kind)) {
      // x^{(t)}_j: the index of a family, then the others.
      const [fence] = sup as [FenceBox];
      const first = this.row(fence.body, fence, true);
      const member = this.build.index(result, [first], span);
      return sub === undefined
        ? member
        : this.build.index(result, [first, ...this.indices(sub, span, member)], span);
    }
    if (sub !== undefined) {
      if (result.shape.kind === "scalar") {
        const shown = clipped(this.reading.source.slice(value.span.start, value.span.end));
        this.reading.fail("index", `${shown} is ${showShape(result.shape)} and takes no index.`, span);
      }
      result = this.build.index(result, this.indices(sub, span, result), span);
    }
    if (sup === undefined) return result;
    if ((value.kind === "symbol" || value.kind === "bound") && isFenced(sup)) {
      this.reading.fail(
        "unsupported",
        "A superscript in parentheses indexes a family, and this is a number; for a power, leave the parentheses out.",
        span,
      );
    }
    return transposed
      ? this.build.transpose(result, span)
      : this.build.power(result, this.row(sup, span), span);
  }

  private isTranspose(sup: Row, value: Expression): boolean {
    const only = sup[0];
    if (sup.length !== 1 || only === undefined) return false;
    const key = letterKey(only);
    if (key === "<\\top>" || key === "<\\intercal>" || key === "T") {
      if (key !== "T" || value.shape.kind !== "scalar") return true;
      return this.names.match(new Cursor(sup, only)) === undefined;
    }
    return false;
  }

  /** Indices: between commas; without commas, on a matrix, one box each. */
  indices(sub: Row, around: Span, value: Expression): Expression[] {
    const rank = value.shape.kind === "matrix" ? 2 : 1;
    const pieces = splitRow(sub, ",").filter((piece) => piece.length > 0);
    const boxes = sub.filter((box) => box.type !== "space");
    // Letters that make a declared name together are one index.
    if (this.names.match(new Cursor(boxes, around))?.next === boxes.length)
      return [this.row(boxes, around, true)];
    if (pieces.length === 1 && rank === 2) {
      const digits =
        boxes.length === 1 && boxes[0]?.type === "number" && boxes[0].text.length === 2
          ? boxes[0]
          : undefined;
      if (digits) return digits.text.split("").map((digit) => numeralOf(digit, digits));
      const atoms = boxes.every((box) => box.type === "symbol" || box.type === "number");
      if (boxes.length === 2 && atoms) return boxes.map((box) => this.row([box], around, true));
    }
    if (pieces.length === 1) {
      if (boxes.length === 2 && boxes.every((box) => box.type === "symbol") && rank === 1) {
        // `x_{ij}` on a vector: two indices, one too many.
        const both = boxes.map((box) => this.row([box], around, true));
        return this.reading.fail(
          "index",
          `${showShape(value.shape)} takes at most 1 index; here are ${both.length}.`,
          around,
        );
      }
    }
    return pieces.map((piece) => this.row(piece, around, true));
  }
}

/** Whether a cell says when: a relation, or otherwise. */
function isCondition(row: Row): boolean {
  return hasRelation(row) || row.some((box) => box.type === "word");
}

/** Whether a superscript is all in parentheses or brackets, as `^{(t)}` is. */
function isFenced(sup: Row): boolean {
  const only = sup[0];
  return sup.length === 1 && only?.type === "fence" && (only.open === "(" || only.open === "[");
}

/** Operators whose formulas come later, with what to say of them. */
const UNREAD: Readonly<Partial<Record<string, string>>> = {
  "\\sim": "Statements of distribution are not read yet.",
  "\\in": "Statements about sets are not read yet.",
  "\\notin": "Statements about sets are not read yet.",
  "\\subset": "Statements about sets are not read yet.",
  "\\subseteq": "Statements about sets are not read yet.",
  "\\supset": "Statements about sets are not read yet.",
  "\\supseteq": "Statements about sets are not read yet.",
  "\\oplus": "Direct sums are not read yet.",
  "\\otimes": "Tensor products are not read yet.",
  "\\to": "Limits and maps are not read yet.",
  "\\mapsto": "Limits and maps are not read yet.",
  "\\propto": "Proportions are not read yet.",
  "\\Rightarrow": "Implications are not read yet.",
  "\\Leftrightarrow": "Implications are not read yet.",
  "\\leftarrow": "Assignments are not read yet.",
  "\\dots": "An ellipsis is read between the first and the last of a list, x_1, \\dots, x_n.",
};

/** A decimal as printed. */
function numeralOf(text: string, span: Span): Expression {
  const [whole = "", fraction = ""] = text.split(".");
  return {
    kind: "number",
    digits: BigInt(whole + fraction),
    decimals: fraction.length,
    span: { start: span.start, end: span.end },
    shape: SCALAR,
  };
}
