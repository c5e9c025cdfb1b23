// Layout → expression: sums, products, factors, functions, fences and bars.

import { Builder, spanning } from "./build.js";
import { barAt, Cursor, hasRelation, RELATIONS, splitRow } from "./cursor.js";
import type { Span } from "./errors.js";
import { boundIn, type BuiltinName, type Expression } from "./expression.js";
import { FUNCTIONS } from "./functions.js";
import {
  letterKey,
  type Box,
  type FenceBox,
  type FractionBox,
  type GridBox,
  type Row,
  type ScriptsBox,
} from "./layout.js";
import { NameReader, type Match } from "./read-names.js";
import { readBig } from "./read-big.js";
import { readCases, readCondition } from "./read-cases.js";
import { MAX_NESTING, type Reading } from "./reading.js";
import type { Scope } from "./scope.js";
import { SCALAR, showShape } from "./shapes.js";

/** Scripts that a name did not use up: an index, a power, a transpose. */
export type Scripts = Pick<ScriptsBox, "sub" | "sup" | "primes" | "supFirst">;

export const NO_SCRIPTS: Scripts = { sub: undefined, sup: undefined, primes: 0, supFirst: false };

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
    this.reading.fail("unexpected", `Expected the end of the expression, found ${shown}.`, box);
  }

  /** [±] term {± term}, up to a sign at which `ends` says so. */
  expression(cursor: Cursor, ends: (cursor: Cursor) => boolean = () => false): Expression {
    const terms: { sign: 1 | -1; value: Expression }[] = [];
    const start = cursor.peek()?.start ?? cursor.around.start;
    let sign = this.sign(cursor, true);
    for (;;) {
      terms.push({ sign: sign ?? 1, value: this.term(cursor) });
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
    if (name === "\\cup" || name === "\\cap" || name === "\\setminus" || name === "\\oplus") {
      this.reading.fail("unsupported", `${name} is not read: sets are not read yet.`, cursor.span);
    }
    const taken = cursor.take("+", "-");
    if (taken === undefined) return undefined;
    if (!leading && (cursor.operator() === "+" || cursor.operator() === "-")) {
      this.reading.fail("unexpected", "Two signs follow each other: use parentheses.", cursor.span);
    }
    return taken === "-" ? -1 : 1;
  }

  /** factor {(·|×|*|/|⊙) factor | factor} */
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
    return (
      !["operator", "break", "space"].includes(box.type) && !(barAt(box) !== undefined && cursor.barEnds())
    );
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
        if (base.text === "1" && box.type === "number" && this.indicatorFollows(cursor))
          return this.indicator(cursor, box);
        cursor.at++;
        return this.scripted(numeralOf(base.text, base), scripts, box);
      case "fraction":
        cursor.at++;
        return this.scripted(this.fraction(base), scripts, box);
      case "root": {
        cursor.at++;
        const radicand = this.build.scalar(this.row(base.body, base), "a radicand");
        const degree = base.degree && [this.build.scalar(this.row(base.degree, base), "a degree")];
        return this.scripted(this.build.apply("sqrt", [radicand, ...(degree ?? [])], base), scripts, box);
      }
      case "fence":
        cursor.at++;
        return this.fence(base, scripts, box);
      case "grid":
        cursor.at++;
        return this.scripted(this.grid(base), scripts, box);
      case "big":
        cursor.at++;
        return readBig(this, cursor, base.name, scripts, box);
      case "bar":
        return this.bars(cursor);
      case "operator":
        return this.reading.fail(
          "unexpected",
          `Expected a number, a symbol or a function, found ${base.name}.${UNREAD[base.name] ?? ""}`,
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
    if (/cases$/u.test(box.name)) return readCases(this, box);
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

  // Fences and bars

  private fence(box: FenceBox, scripts: Scripts, whole: Box): Expression {
    const { open, close, body } = box;
    const span: Span = { start: box.start, end: box.end };
    const grid = body.filter((inner) => inner.type !== "space");
    if (open === "\\{" && close === "." && grid.length === 1 && grid[0]?.type === "grid")
      return readCases(this, grid[0]);
    if (open === "|" || open === "\\|") {
      const value = this.row(body, box);
      return this.barred(value, open === "\\|", scripts, span, whole);
    }
    if (open === "\\lfloor" || open === "\\lceil") {
      const value = this.build.scalar(this.row(body, box), "what is rounded");
      return this.scripted(
        this.build.apply(open === "\\lfloor" ? "floor" : "ceil", [value], span),
        scripts,
        whole,
      );
    }
    if (open === "\\langle") {
      const [left, right, ...more] = this.list(body, box);
      if (!left || !right || more.length > 0)
        this.reading.fail("shape", "Expected two things between angle brackets.", box);
      return this.scripted({ ...this.build.multiply(left, right, "\\cdot"), span }, scripts, whole);
    }
    if (open === "\\llbracket" || (open === "[" && hasRelation(body))) {
      return this.scripted(this.indicatorOf(body, span), scripts, whole);
    }
    if (
      open === "[" &&
      body.some((inner) => inner.type === "operator" && (inner.name === ";" || inner.name === ","))
    ) {
      return this.scripted(this.build.stack(this.list(body, box), span), scripts, whole);
    }
    if (open === "\\{" && close === "\\}" && splitRow(body, ",").length > 1) {
      this.reading.fail("unsupported", "Sets are not read yet.", box);
    }
    const inner = this.row(body, box);
    return this.scripted({ ...inner, span }, scripts, whole);
  }

  /** Bars whose direction the layout cannot tell: where an operand is due, one opens. */
  private bars(cursor: Cursor): Expression {
    const box = cursor.peek()!;
    const opening = barAt(box)!;
    if (opening.scripts)
      this.reading.fail("unexpected", "Expected something between bars before the script.", box);
    const at = cursor.at;
    const next = barAt(cursor.row[at + 1]);
    if (opening.name === "|" && next?.name === "|" && next.scripts === undefined) {
      // `||x||` is a norm; where that cannot be read, two bars.
      const depth = cursor.bars.length;
      const norm = this.reading.attempt(() => this.barsOf(cursor, at + 2, "||", box), box);
      if (norm !== undefined) return norm;
      cursor.bars.length = depth;
      cursor.at = at;
    }
    return this.barsOf(cursor, at + 1, opening.name, box);
  }

  private barsOf(cursor: Cursor, from: number, open: "|" | "\\|" | "||", box: Box): Expression {
    cursor.at = from;
    cursor.bars.push(open);
    const value = this.expression(cursor);
    const closer = cursor.peek();
    const close = open === "||" ? cursor.row[cursor.at + 1] : closer;
    const bar = barAt(close);
    if (!cursor.barEnds() || bar === undefined || closer === undefined || close === undefined) {
      this.reading.fail("unclosed", "This bar is never closed.", box);
    }
    cursor.bars.pop();
    cursor.at += open === "||" ? 2 : 1;
    const scripts = bar.scripts ?? NO_SCRIPTS;
    const end = bar.scripts ? bar.scripts.base.end : close.end;
    return this.barred(
      value,
      open !== "|",
      scripts,
      { start: box.start, end },
      { ...close, start: box.start },
    );
  }

  private barred(value: Expression, double: boolean, scripts: Scripts, span: Span, whole: Span): Expression {
    let order: Expression | "frobenius" | undefined;
    if (scripts.sub !== undefined && (double || value.shape.kind !== "scalar")) {
      const only = scripts.sub[0];
      const letters = scripts.sub.length === 1 && only ? letterKey(only) : undefined;
      order =
        letters === "F" ? "frobenius" : this.build.scalar(this.row(scripts.sub, span), "the order of a norm");
      return this.scripted(
        this.build.size(value, double, order, span),
        { ...scripts, sub: undefined },
        whole,
      );
    }
    return this.scripted(this.build.size(value, double, order, span), scripts, whole);
  }

  // Indicators

  private indicatorFollows(cursor: Cursor): boolean {
    const next = cursor.row[cursor.at + 1];
    return (
      next?.type === "fence" &&
      (next.open === "(" || next.open === "[" || next.open === "\\{") &&
      hasRelation(next.body)
    );
  }

  private indicator(cursor: Cursor, box: Box): Expression {
    const fence = cursor.row[cursor.at + 1] as FenceBox;
    cursor.at += 2;
    return this.indicatorOf(fence.body, { start: box.start, end: fence.end });
  }

  private indicatorOf(body: Row, span: Span): Expression {
    const condition = readCondition(this, new Cursor(body, span));
    return { kind: "indicator", condition, span, shape: SCALAR };
  }

  // Names and functions

  private named(cursor: Cursor): Expression {
    const start = cursor.span.start;
    const match = this.names.match(cursor);
    if (match === undefined) {
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
      if (!this.indicatorAfter(cursor, match)) return this.names.undeclared(cursor);
      return this.indicatorCall(cursor, match);
    }
    cursor.at = match.next;
    const span: Span = { start, end: match.end };
    const whole: Span = { start, end: cursor.row[match.next - 1]!.end };
    switch (match.kind) {
      case "value":
        return this.indexedByBrackets(cursor, this.scripted(match.make(span), match.scripts, whole));
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
          return this.applied(cursor, match.operator, match, whole);
        return this.reading.fail("missing", `Expected an index below ${match.shown}.`, whole);
      case "builtin":
        return this.applied(cursor, match.name, match, whole);
      case "function":
        return this.called(cursor, match, whole);
    }
  }

  /** `x[i]` is an entry of a declared vector. */
  private indexedByBrackets(cursor: Cursor, value: Expression): Expression {
    const next = cursor.here();
    const box = next?.type === "scripts" ? next.base : next;
    if (box?.type !== "fence" || box.open !== "[" || box.close !== "]" || value.shape.kind === "scalar")
      return value;
    if (box.body.some((inner) => inner.type === "operator" && inner.name === ";")) return value;
    const indices = this.reading.attempt(() => this.indices(box.body, box, value), box);
    if (indices === undefined || indices.some((index) => index.shape.kind !== "scalar")) return value;
    cursor.at++;
    const span = { start: value.span.start, end: box.end };
    const entry = this.build.index(value, indices, span);
    return next?.type === "scripts" ? this.scripted(entry, next, next) : entry;
  }

  /** The fence right behind, as a list of arguments, with the scripts that stand on it. */
  private fencedArguments(cursor: Cursor): { parts: Expression[]; scripts: Scripts; span: Span } | undefined {
    const box = cursor.peek();
    const fence = box?.type === "scripts" ? box.base : box;
    if (box === undefined || fence?.type !== "fence" || !["(", "[", "\\{"].includes(fence.open))
      return undefined;
    cursor.at++;
    return {
      parts: this.list(fence.body, fence),
      scripts: box.type === "scripts" ? box : NO_SCRIPTS,
      span: box,
    };
  }

  /** A list of values with commas, semicolons or bars between. */
  list(row: Row, around: Span): Expression[] {
    const cursor = new Cursor(row, around, true);
    const parts: Expression[] = [];
    do parts.push(this.expression(cursor));
    while (cursor.takeSeparator());
    this.finish(cursor);
    return parts;
  }

  private applied(
    cursor: Cursor,
    name: BuiltinName,
    match: Match & { scripts: Scripts; shown: string },
    whole: Span,
  ): Expression {
    // \log_2 has its base below, \sin^2 its power above.
    const { sub, sup, primes } = match.scripts;
    if (primes > 0) this.reading.fail("unsupported", "Derivatives are not read yet.", whole);
    let base: Expression | undefined;
    if (sub !== undefined) {
      if (name !== "log") this.reading.fail("unexpected", `${match.shown} takes nothing below it.`, whole);
      base = this.build.scalar(this.row(sub, whole), "a base");
    }
    if (sup !== undefined && isMinusOne(sup)) {
      this.reading.fail(
        "unsupported",
        `${match.shown}^{-1} may be an inverse or a reciprocal: write which.`,
        whole,
      );
    }
    const fenced = this.fencedArguments(cursor);
    const parts = fenced?.parts ?? [this.juxtaposed(cursor, match.shown)];
    const limits = [...FUNCTIONS.values()].find((known) => known.name === name);
    if (limits && (parts.length < limits.least || parts.length > limits.most)) {
      this.reading.fail(
        "shape",
        `${match.shown} takes ${limits.least} argument; here are ${parts.length}.`,
        whole,
      );
    }
    const end = fenced?.span.end ?? parts.at(-1)!.span.end;
    const span = { start: whole.start, end };
    const value = this.build.apply(name, base ? [...parts, base] : parts, span);
    const powered = sup === undefined ? value : this.build.power(value, this.row(sup, whole), span);
    return fenced ? this.scripted(powered, fenced.scripts, span) : powered;
  }

  private called(cursor: Cursor, match: Match & { kind: "function" }, whole: Span): Expression {
    const { callee, scripts, shown } = match;
    if (scripts.primes > 0) this.reading.fail("unsupported", "Derivatives are not read yet.", whole);
    const next = cursor.peek();
    const fence = next?.type === "scripts" ? next.base : next;
    const parenthesised = fence?.type === "fence" && ["(", "[", "\\{"].includes(fence.open);
    if (!parenthesised && shown.length < 2) {
      this.reading.fail("missing", `Expected the arguments of ${shown} in parentheses.`, next ?? whole);
    }
    const fenced = this.fencedArguments(cursor);
    const parts = fenced?.parts ?? [this.juxtaposed(cursor, shown)];
    const span = { start: whole.start, end: fenced?.span.end ?? parts.at(-1)!.span.end };
    const value = this.build.call(callee, parts, span);
    // softmax_i(z), σ(z)_i and σ(z_i)^2: scripts of the name and of the fence both stand on the result.
    return this.scripted(this.scripted(value, scripts, span), fenced?.scripts ?? NO_SCRIPTS, span);
  }

  /** What a function without parentheses takes: factors up to an operator, a space, a function or `(`. */
  private juxtaposed(cursor: Cursor, shown: string): Expression {
    while (cursor.here()?.type === "space") cursor.at++;
    if (cursor.atEnd() || !this.startsFactor(cursor)) {
      this.reading.fail("missing", `Expected an argument after ${shown}.`, cursor.span);
    }
    const factors = [this.factor(cursor)];
    for (;;) {
      const box = cursor.here();
      const base = box?.type === "scripts" ? box.base : box;
      if (box === undefined || base?.type === "space" || !this.startsFactor(cursor)) break;
      if (
        (base?.type === "fence" && base.open === "(") ||
        base?.type === "big" ||
        this.names.startsFunction(cursor)
      )
        break;
      factors.push(this.factor(cursor));
    }
    const argument = this.build.product(factors);
    const after = cursor.here();
    const behind = after?.type === "scripts" ? after.base : after;
    const span = { start: argument.span.start, end: after?.end ?? argument.span.end };
    if (factors.length > 1)
      this.reading.note(
        `${shown} takes all factors behind it`,
        `${shown} takes only the first factor`,
        argument.span,
      );
    if (behind?.type === "operator" && behind.name === "/") {
      this.reading.note(`${shown} ends before the slash`, `${shown} takes the whole quotient`, span);
    }
    if (behind?.type === "fence" && behind.open === "(") {
      this.reading.note(`${shown} ends before the parenthesis`, `${shown} takes the product`, span);
    }
    return argument;
  }

  // Scripts

  /** Applies what is left of the scripts: an index first, then a transpose or a power, unless the source has it the other way. */
  scripted(value: Expression, scripts: Scripts, whole: Span): Expression {
    const { sub, sup, primes, supFirst } = scripts;
    const span: Span = { start: value.span.start, end: Math.max(whole.end, value.span.end) };
    let result = value;
    if (primes > 0) {
      if (value.shape.kind === "scalar")
        this.reading.fail("unsupported", "A prime on a number has no meaning here.", span);
      for (let k = 0; k < primes; k++) result = this.build.transpose(result, span);
    }
    const transposed = sup !== undefined && this.isTranspose(sup, value);
    if (transposed && supFirst && sub !== undefined) {
      return this.build.index(this.build.transpose(result, span), this.indices(sub, span, result), span);
    }
    if (sub !== undefined) {
      if (result.shape.kind === "scalar") {
        const shown = this.reading.source.slice(value.span.start, value.span.end);
        this.reading.fail("index", `${shown} is ${showShape(result.shape)} and takes no index.`, span);
      }
      result = this.build.index(result, this.indices(sub, span, result), span);
    }
    if (sup === undefined) return result;
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
  private indices(sub: Row, around: Span, value: Expression): Expression[] {
    const rank = value.shape.kind === "matrix" ? 2 : 1;
    const pieces = splitRow(sub, ",").filter((piece) => piece.length > 0);
    if (pieces.length === 1 && rank === 2) {
      const boxes = sub.filter((box) => box.type !== "space");
      const digits =
        boxes.length === 1 && boxes[0]?.type === "number" && boxes[0].text.length === 2
          ? boxes[0]
          : undefined;
      if (digits) return digits.text.split("").map((digit) => numeralOf(digit, digits));
      const atoms = boxes.every((box) => box.type === "symbol" || box.type === "number");
      if (boxes.length === 2 && atoms) return boxes.map((box) => this.row([box], around, true));
    }
    if (pieces.length === 1) {
      const letters = sub.filter((box) => box.type !== "space");
      if (letters.length === 2 && letters.every((box) => box.type === "symbol") && rank === 1) {
        // `x_{ij}` on a vector: two indices, one too many.
        const both = letters.map((box) => this.row([box], around, true));
        return this.reading.fail(
          "index",
          `${showShape(value.shape)} takes at most 1 index; here are ${both.length}.`,
          around,
        );
      }
    }
    return pieces.map((piece) => this.row(piece, around, true));
  }

  private indicatorAfter(cursor: Cursor, match: Match): boolean {
    const box = cursor.row[match.next - 1];
    if (box?.type === "scripts" && box.sub !== undefined) return true;
    const next = cursor.row[match.next];
    return next?.type === "fence";
  }

  /** `\mathbb{1}[…]`, `\mathbf{1}_{\{…\}}`. */
  private indicatorCall(cursor: Cursor, match: Match): Expression {
    const box = cursor.row[match.next - 1]!;
    cursor.at = match.next;
    if (box.type === "scripts" && box.sub !== undefined) {
      const only = box.sub[0];
      const body = box.sub.length === 1 && only?.type === "fence" ? only.body : box.sub;
      return this.indicatorOf(body, box);
    }
    const fence = cursor.row[match.next] as FenceBox;
    cursor.at++;
    return this.indicatorOf(fence.body, { start: box.start, end: fence.end });
  }
}

const UNREAD: Readonly<Partial<Record<string, string>>> = {
  "\\sim": " Statements of distribution are not read yet.",
  "\\in": " Sets are not read yet.",
};

function isMinusOne(row: Row): boolean {
  return (
    row.length === 2 &&
    row[0]?.type === "operator" &&
    row[0].name === "-" &&
    row[1]?.type === "number" &&
    row[1].text === "1"
  );
}

/** A decimal as printed. */
export function numeralOf(text: string, span: Span): Expression {
  const [whole = "", fraction = ""] = text.split(".");
  return {
    kind: "number",
    digits: BigInt(whole + fraction),
    decimals: fraction.length,
    span: { start: span.start, end: span.end },
    shape: SCALAR,
  };
}
