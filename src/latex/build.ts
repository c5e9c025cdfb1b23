// Nodes of expressions with their shapes: here sizes clash, rows meet columns, and indices find their ranges.

import type { Span } from "./errors.js";
import {
  isListed,
  substituteBound,
  type Binder,
  type BuiltinName,
  type Callee,
  type Expression,
  type SetOperation,
} from "./expression.js";
import type { Reading } from "./reading.js";
import {
  addSizes,
  multiplySizes,
  SCALAR,
  SET,
  sameShape,
  sameSize,
  showShape,
  showSize,
  sizeOf,
  substituteSizes,
  unifyShape,
  type Shape,
  type SizeForm,
} from "./shapes.js";

/** The span from one node to another. */
export function spanning(a: { readonly span: Span }, b: { readonly span: Span }): Span {
  return { start: Math.min(a.span.start, b.span.start), end: Math.max(a.span.end, b.span.end) };
}

/** Builds nodes for one reading, so that errors know their source. */
export class Builder {
  constructor(private readonly reading: Reading) {}

  /** Refuses a condition or a set where numbers are due. */
  value(expression: Expression, what: string): Expression {
    const { kind } = expression.shape;
    if (kind === "truth" || kind === "set" || kind === "sets" || kind === "family") {
      this.reading.fail(
        "shape",
        `Expected a value as ${what}; this is ${showShape(expression.shape)}.`,
        expression.span,
      );
    }
    return expression;
  }

  scalar(expression: Expression, what: string): Expression {
    if (expression.shape.kind !== "scalar") {
      this.reading.fail(
        "shape",
        `Expected a number as ${what}; this is ${showShape(expression.shape)}.`,
        expression.span,
      );
    }
    return expression;
  }

  /** The common shape of things taken entry by entry, numbers meeting every entry. */
  private broadcast(parts: readonly Expression[], what: string): Shape {
    let shape: Shape = SCALAR;
    let from: Expression | undefined;
    for (const part of parts) {
      this.value(part, what);
      if (part.shape.kind === "scalar") continue;
      if (from === undefined) {
        shape = part.shape;
        from = part;
      } else if (!sameShape(shape, part.shape)) {
        this.reading.fail(
          "shape",
          `Sizes clash in ${what}: ${showShape(shape)} and ${showShape(part.shape)}.`,
          spanning(from, part),
        );
      }
    }
    return shape;
  }

  add(terms: readonly { sign: 1 | -1; value: Expression }[], span: Span): Expression {
    const only = terms[0]!;
    if (terms.length === 1 && only.sign === 1) return only.value;
    const shape = this.broadcast(
      terms.map((term) => term.value),
      "a sum",
    );
    return { kind: "add", terms, span, shape };
  }

  /** A product of numbers. */
  scale(factors: readonly Expression[]): Expression {
    const span = { start: factors[0]!.span.start, end: factors.at(-1)!.span.end };
    return { kind: "multiply", operation: "scale", factors, span, shape: SCALAR };
  }

  /** Factors side by side, numbers gathered into one product. */
  product(factors: readonly Expression[]): Expression {
    if (factors.length > 1 && factors.every((factor) => factor.shape.kind === "scalar"))
      return this.scale(factors);
    return factors.reduce((left, right) => this.multiply(left, right, ""));
  }

  /** Two factors side by side, or with `\cdot`, `\odot` … between them. */
  multiply(left: Expression, right: Expression, operator: string): Expression {
    const span = spanning(left, right);
    this.value(left, "a factor");
    this.value(right, "a factor");
    const a = left.shape;
    const b = right.shape;
    if (operator === "\\odot" || operator === "\\circ") {
      const shape = this.broadcast([left, right], "an entrywise product");
      if (shape.kind !== "scalar")
        return { kind: "multiply", operation: "entrywise", factors: [left, right], span, shape };
    }
    if (a.kind === "scalar" || b.kind === "scalar") {
      return {
        kind: "multiply",
        operation: "scale",
        factors: [left, right],
        span,
        shape: a.kind === "scalar" ? b : a,
      };
    }
    const clash = (inner: SizeForm, outer: SizeForm): void => {
      if (!sameSize(inner, outer)) {
        this.reading.fail(
          "shape",
          `Sizes clash in a product: ${showShape(a)} times ${showShape(b)}; ${showSize(inner)} is not ${showSize(outer)}.`,
          span,
        );
      }
    };
    const node = (operation: "dot" | "outer" | "matrix", shape: Shape): Expression => ({
      kind: "multiply",
      operation,
      factors: [left, right],
      span,
      shape,
    });
    if (a.kind === "vector" && b.kind === "vector") {
      if (a.row !== b.row) {
        if (!a.row) return node("outer", { kind: "matrix", rows: a.size, columns: b.size });
        clash(a.size, b.size);
        return node("dot", SCALAR);
      }
      if (operator === "\\cdot") {
        clash(a.size, b.size);
        return node("dot", SCALAR);
      }
      this.reading.fail(
        "shape",
        `Two ${a.row ? "rows" : "columns"} side by side have no product: write x^\\top y or x \\cdot y for the dot product, x \\odot y for entry by entry.`,
        span,
      );
    }
    if (a.kind === "matrix" && b.kind === "matrix") {
      clash(a.columns, b.rows);
      return node("matrix", { kind: "matrix", rows: a.rows, columns: b.columns });
    }
    if (a.kind === "matrix" && b.kind === "vector" && !b.row) {
      clash(a.columns, b.size);
      return node("matrix", { kind: "vector", size: a.rows, row: false });
    }
    if (a.kind === "vector" && b.kind === "matrix" && a.row) {
      clash(a.size, b.rows);
      return node("matrix", { kind: "vector", size: b.columns, row: true });
    }
    this.reading.fail(
      "shape",
      `${showShape(a)} times ${showShape(b)} has no meaning: transpose one of them.`,
      span,
    );
  }

  divide(numerator: Expression, denominator: Expression, span: Span): Expression {
    this.value(numerator, "a numerator");
    if (denominator.shape.kind !== "scalar") {
      this.reading.fail(
        "shape",
        `Expected a number as denominator; this is ${showShape(denominator.shape)}.`,
        denominator.span,
      );
    }
    return { kind: "divide", numerator, denominator, span, shape: numerator.shape };
  }

  power(base: Expression, exponent: Expression, span: Span): Expression {
    if (base.shape.kind !== "scalar") {
      this.reading.fail(
        "shape",
        `The power of ${showShape(base.shape)} has no meaning: write x^\\top x, \\|x\\|^2 or x \\odot x.`,
        span,
      );
    }
    this.value(exponent, "an exponent");
    return { kind: "power", base, exponent, span, shape: exponent.shape };
  }

  transpose(value: Expression, span: Span): Expression {
    const shape = value.shape;
    if (shape.kind === "vector")
      return { kind: "transpose", value, span, shape: { ...shape, row: !shape.row } };
    if (shape.kind === "matrix") {
      return {
        kind: "transpose",
        value,
        span,
        shape: { kind: "matrix", rows: shape.columns, columns: shape.rows },
      };
    }
    return this.reading.fail(
      "shape",
      `Only a vector or a matrix has a transpose; this is ${showShape(shape)}.`,
      span,
    );
  }

  /** Takes an entry, or a row of a matrix, and lets each index learn how far it may run. */
  index(base: Expression, indices: readonly Expression[], span: Span): Expression {
    const shape = base.shape;
    const sizes =
      shape.kind === "vector"
        ? [shape.size]
        : shape.kind === "matrix"
          ? [shape.rows, shape.columns]
          : shape.kind === "family"
            ? [shape.count, shape.member.rows, shape.member.columns]
            : shape.kind === "sets"
              ? [shape.count]
              : [];
    if (indices.length > sizes.length) {
      this.reading.fail(
        "index",
        `${showShape(shape)} takes ${sizes.length === 0 ? "no index" : `at most ${sizes.length} ${sizes.length === 1 ? "index" : "indices"}`}; here ${indices.length === 1 ? "is 1" : `are ${indices.length}`}.`,
        span,
      );
    }
    indices.forEach((index, k) => {
      this.scalar(index, "an index");
      const first =
        base.kind === "table"
          ? wholeNumber(base.binders[k]?.from ?? index)
          : base.kind === "symbol"
            ? base.first
            : undefined;
      const start = base.kind === "table" || k === 0 || shape.kind === "vector" ? (first ?? 1) - 1 : 0;
      this.use(index, sizes[k]!, start, base.kind === "table");
    });
    // An entry of what free indices define is the definition at that index, in the place where it is used.
    if (base.kind === "table" && base.binders.length === indices.length) {
      const at = new Map(base.binders.map((binder, k) => [binder.id, indices[k]!]));
      return { ...substituteBound(base.body, at), span };
    }
    const result: Shape =
      shape.kind === "sets"
        ? SET
        : shape.kind === "family" && indices.length === 1
          ? shape.member
          : shape.kind === "family" && indices.length === 2
            ? { kind: "vector", size: shape.member.columns, row: false }
            : shape.kind === "matrix" && indices.length === 1
              ? { kind: "vector", size: shape.columns, row: false }
              : SCALAR;
    return { kind: "index", base, indices, span, shape: result };
  }

  /**
   * Checks a fixed index, and lets a bound one learn how far it may run; `start` is one less than the first index. Entries
   * of what free indices `defined` are put in their places, so that no evaluation will check them.
   */
  private use(index: Expression, size: SizeForm, start: number, defined: boolean): void {
    const value = wholeNumber(index);
    if (value !== undefined) {
      const fixed = value - start;
      if (fixed < 1 || (size.terms.length === 0 && fixed > size.constant)) {
        const last = showSize({ ...size, constant: size.constant + start });
        this.reading.fail(
          "index",
          `The index ${value} is out of range: indices run from ${start + 1} to ${last}.`,
          index.span,
        );
      }
      return;
    }
    const offset = boundWithOffset(index);
    if (offset !== undefined) {
      this.reading
        .draftOf(offset.id)
        ?.uses.push({ size, offset: offset.offset - start, span: index.span, defined });
    }
  }

  apply(name: BuiltinName, given: readonly Expression[], span: Span): Expression {
    const [only] = given;
    const extremum = name === "max" || name === "min" ? name : undefined;
    if (extremum !== undefined && given.length === 1 && only && only.shape.kind !== "scalar") {
      this.value(only, "an argument");
      return { kind: "apply", function: name, arguments: given, span, shape: SCALAR };
    }
    const parts = extremum === undefined ? given : this.extremes(extremum, given);
    this.refuseLists(parts);
    const shape = this.broadcast(parts, "the arguments");
    return { kind: "apply", function: name, arguments: parts, span, shape };
  }

  /** Among the arguments of a maximum a list with an ellipsis stands for the maximum of its own: max(0, x_1, …, x_n). */
  private extremes(name: "max" | "min", parts: readonly Expression[]): readonly Expression[] {
    return parts.map((part) =>
      isListed(part) && part.shape.kind === "vector" ? this.apply(name, [part], part.span) : part,
    );
  }

  /** Refuses lists with an ellipsis where single arguments are due. */
  private refuseLists(parts: readonly Expression[]): void {
    const list = parts.find(isListed);
    if (list === undefined) return;
    this.reading.fail(
      "shape",
      "A list with an ellipsis is more arguments than this function takes.",
      list.span,
    );
  }

  call(callee: Callee, parts: readonly Expression[], span: Span): Expression {
    if (parts.length !== callee.parameters.length) {
      const expected = `${callee.parameters.length} ${callee.parameters.length === 1 ? "argument" : "arguments"}`;
      this.reading.fail(
        "shape",
        `${callee.latex} takes ${expected}; here ${parts.length === 1 ? "is 1" : `are ${parts.length}`}.`,
        span,
      );
    }
    const sizes = new Map<string, SizeForm>();
    // A function symbol takes vectors of just the sizes that it is declared with.
    if (callee.declared === true) for (const { shape } of callee.parameters) unifyShape(shape, shape, sizes);
    const whole = parts.every((part, k) => unifyShape(callee.parameters[k]!.shape, part.shape, sizes));
    const result = substituteSizes(callee.result, sizes);
    const only = parts[0];
    if (whole) {
      const rows = only?.shape.kind === "vector" && only.shape.row && result.kind === "vector";
      const shape = rows ? { ...result, row: true } : result;
      return { kind: "call", callee, arguments: parts, over: "whole", span, shape };
    }
    // A function of numbers acts on each entry; a function of a vector acts on each row of a matrix.
    if (
      callee.parameters.every((parameter) => parameter.shape.kind === "scalar") &&
      callee.result.kind === "scalar"
    ) {
      this.refuseLists(parts);
      const shape = this.broadcast(parts, "the arguments");
      return { kind: "call", callee, arguments: parts, over: "entries", span, shape };
    }
    if (
      only?.shape.kind === "matrix" &&
      parts.length === 1 &&
      callee.parameters[0]!.shape.kind === "vector"
    ) {
      const row: Shape = { kind: "vector", size: only.shape.columns, row: false };
      const rowSizes = new Map<string, SizeForm>();
      if (unifyShape(callee.parameters[0]!.shape, row, rowSizes)) {
        const each = substituteSizes(callee.result, rowSizes);
        const shape: Shape =
          each.kind === "vector"
            ? { kind: "matrix", rows: only.shape.rows, columns: each.size }
            : { kind: "vector", size: only.shape.rows, row: false };
        return { kind: "call", callee, arguments: parts, over: "rows", span, shape };
      }
    }
    const expected = callee.parameters.map((parameter) => showShape(parameter.shape)).join(", ");
    const came = parts.map((part) => showShape(part.shape)).join(", ");
    return this.reading.fail("shape", `${callee.latex} takes ${expected}; here came ${came}.`, span);
  }

  stack(parts: readonly Expression[], span: Span): Expression {
    let size: SizeForm = sizeOf(0);
    for (const part of parts) {
      const shape = memberOf(part);
      if (shape.kind !== "scalar" && !(shape.kind === "vector" && !shape.row)) {
        this.reading.fail("shape", `Expected columns to stack; this is ${showShape(shape)}.`, part.span);
      }
      const each = shape.kind === "vector" ? shape.size : sizeOf(1);
      size = addSizes(size, multiplySizes(each, countOf(part)));
    }
    return { kind: "stack", parts, span, shape: { kind: "vector", size, row: false } };
  }

  /** Free indices make a vector of numbers, a matrix of vectors or of two indices, a family of matrices. */
  table(value: Expression, free: readonly Binder[]): Expression {
    if (free.length === 0) return value;
    return { kind: "table", binders: free, body: value, span: value.span, shape: this.tabled(value, free) };
  }

  private tabled({ shape, span }: Expression, free: readonly Binder[]): Shape {
    const [first, second] = free.map(sizeOfRange) as [SizeForm, SizeForm?];
    if (shape.kind === "scalar") {
      return second
        ? { kind: "matrix", rows: first, columns: second }
        : { kind: "vector", size: first, row: false };
    }
    if (second === undefined && shape.kind === "vector")
      return { kind: "matrix", rows: first, columns: shape.size };
    if (second === undefined && shape.kind === "matrix")
      return { kind: "family", count: first, member: shape };
    return this.reading.fail("unsupported", `Free indices on ${showShape(shape)} are not read yet.`, span);
  }

  /** All steps of a recurrence, from the value before the first. */
  recurrence(body: Expression, initial: Expression, step: Binder): Expression {
    if (!sameShape(body.shape, initial.shape)) {
      this.reading.fail(
        "shape",
        `A recurrence goes on with what it begins with: ${showShape(initial.shape)} first, then ${showShape(body.shape)}.`,
        body.span,
      );
    }
    if (wholeNumber(step.from) !== 1)
      this.reading.fail("range", `A recurrence starts at its first step, ${step.latex} = 1.`, body.span);
    const shape = this.tabled(body, [step]);
    return { kind: "recurrence", binders: [step], initial, body, span: body.span, shape };
  }

  /** Matrices side by side, or vectors one below the other. */
  concat(parts: readonly Expression[], latex: string, span: Span): Expression {
    const shapes = parts.map((part) => memberOf(part));
    const counts = parts.map((part) => countOf(part));
    const first = shapes[0]!;
    const total = (sizes: readonly SizeForm[]): SizeForm =>
      sizes.map((size, k) => multiplySizes(size, counts[k]!)).reduce(addSizes);
    if (first.kind === "matrix") {
      const columns = shapes.map((shape, k) => {
        if (shape.kind === "matrix" && sameSize(shape.rows, first.rows)) return shape.columns;
        return this.reading.fail(
          "shape",
          `Expected matrices of ${showSize(first.rows)} rows to stand side by side; this is ${showShape(shape)}.`,
          parts[k]!.span,
        );
      });
      const shape: Shape = { kind: "matrix", rows: first.rows, columns: total(columns) };
      return { kind: "concat", latex, parts, span, shape };
    }
    const sizes = shapes.map((shape, k) => {
      if (shape.kind === "vector" && !shape.row) return shape.size;
      if (shape.kind === "scalar") return sizeOf(1);
      return this.reading.fail(
        "shape",
        `Expected matrices or columns to put together; this is ${showShape(shape)}.`,
        parts[k]!.span,
      );
    });
    return { kind: "concat", latex, parts, span, shape: { kind: "vector", size: total(sizes), row: false } };
  }

  /** Sets joined by ∪, ∩ or ∖. */
  setOperation(operator: SetOperation["operator"], left: Expression, right: Expression): Expression {
    for (const operand of [left, right]) {
      if (operand.shape.kind !== "set") {
        this.reading.fail(
          "shape",
          `Expected a set as a part of ${SET_OPERATIONS[operator]}; this is ${showShape(operand.shape)}.`,
          operand.span,
        );
      }
    }
    return {
      kind: "set-operation",
      operator,
      operands: [left, right],
      span: spanning(left, right),
      shape: SET,
    };
  }

  /** What bars around a thing mean is a matter of its kind: an absolute value of a number, a norm of a vector. */
  size(
    value: Expression,
    double: boolean,
    order: Expression | "frobenius" | undefined,
    span: Span,
  ): Expression {
    if (value.shape.kind === "set" || value.shape.kind === "sets") {
      if (double || order !== undefined)
        this.reading.fail("shape", `Expected single bars around ${showShape(value.shape)}.`, span);
      return { kind: "size", of: "cardinality", value, order: undefined, span, shape: SCALAR };
    }
    this.value(value, "what stands between bars");
    if (value.shape.kind === "scalar" && order === undefined) {
      return { kind: "size", of: "absolute", value, order: undefined, span, shape: SCALAR };
    }
    if (
      value.shape.kind === "scalar" ||
      (value.shape.kind === "matrix" && (!double || (order !== undefined && order !== "frobenius")))
    ) {
      this.reading.fail(
        "shape",
        `Bars around ${showShape(value.shape)} have no meaning here that is read.`,
        span,
      );
    }
    return { kind: "size", of: "norm", value, order, span, shape: SCALAR };
  }
}

/** The shape of what an argument is, or of each of those that it runs through. */
function memberOf(part: Expression): Shape {
  if (isListed(part)) return part.body.shape;
  return part.shape.kind === "family" ? part.shape.member : part.shape;
}

/** How many arguments one stands for. */
function countOf(part: Expression): SizeForm {
  if (isListed(part)) return sizeOfRange(part.binders[0]!);
  return part.shape.kind === "family" ? part.shape.count : sizeOf(1);
}

const SET_OPERATIONS: Readonly<Record<SetOperation["operator"], string>> = {
  union: "a union",
  intersection: "an intersection",
  difference: "a difference of sets",
};

/** The value of a whole number, with its sign. */
export function wholeNumber(expression: Expression): number | undefined {
  if (expression.kind === "number" && expression.decimals === 0) return Number(expression.digits);
  if (expression.kind === "add" && expression.terms.length === 1) {
    const term = expression.terms[0]!;
    const value = wholeNumber(term.value);
    return value === undefined ? undefined : term.sign * value;
  }
  return undefined;
}

/** An expression of named sizes and whole numbers as a size. */
export function sizeOfExpression(expression: Expression): SizeForm | undefined {
  const fixed = wholeNumber(expression);
  if (fixed !== undefined) return sizeOf(fixed);
  if (expression.kind === "symbol") return sizeOf(expression.name);
  if (expression.kind !== "add") return undefined;
  let sum = sizeOf(0);
  for (const { sign, value } of expression.terms) {
    const part = sizeOfExpression(value);
    if (part === undefined) return undefined;
    sum = addSizes(sum, sign === 1 ? part : negated(part));
  }
  return sum;
}

/** How many values an index takes, as a size. */
function sizeOfRange(binder: Binder): SizeForm {
  const from = sizeOfExpression(binder.from);
  const to = sizeOfExpression(binder.to);
  if (from === undefined || to === undefined) return sizeOf(`#${binder.id}`);
  return addSizes(addSizes(to, negated(from)), sizeOf(1));
}

/** Minus a size. */
export function negated({ terms, constant }: SizeForm): SizeForm {
  return { terms: terms.map(([name, coefficient]) => [name, -coefficient] as const), constant: -constant };
}

/** `i`, `i - 1`, `1 + i`: a bound index and how far from it. */
function boundWithOffset(expression: Expression): { id: number; offset: number } | undefined {
  if (expression.kind === "bound") return { id: expression.id, offset: 0 };
  if (expression.kind !== "add") return undefined;
  let id: number | undefined;
  let offset = 0;
  for (const { sign, value } of expression.terms) {
    const fixed = wholeNumber(value);
    if (fixed !== undefined) offset += sign * fixed;
    else if (value.kind === "bound" && sign === 1 && id === undefined) id = value.id;
    else return undefined;
  }
  return id === undefined ? undefined : { id, offset };
}
