// One evaluator over an arithmetic: an expression and its inputs → a value. What does not depend on an inner index is computed once.

import { LatexError, type LatexErrorCode, type Span } from "../latex/errors.js";
import {
  boundIn,
  isListed,
  type Big,
  type Binder,
  type Callee,
  type Compare,
  type Conventions,
  type Expression,
  type Recurrence,
  type SetOperation,
} from "../latex/expression.js";
import { nameOfSize, valueOfSize, type Shape, type SizeForm } from "../latex/shapes.js";
import type { Arithmetic } from "./arithmetic.js";
import { entriesOf, mapValue, transposed, zipValues, type Elements, type Value } from "./value.js";

/** A function known by its values: an implementation in the place of a formula. */
export type Override<V> = (arguments_: readonly Value<V>[]) => Value<V>;

/** The inputs of one evaluation, as values of the arithmetic, sizes among them. */
export type Bindings<V> = ReadonlyMap<string, Value<V>>;

/** Thrown where a comparison needs more bits than there are; the driver doubles them. */
export class NeedsMoreBits extends Error {
  override readonly name = "NeedsMoreBits";
}

/** The most steps that nested operators may take together. */
const MAX_ITERATIONS = 2_000_000;

/** A node remembers so many values at most. */
const MAX_REMEMBERED = 100_000;

interface Open {
  readonly id: number;
  value: number;
  readonly count: number;
}

export interface EvaluatorOptions<V> {
  readonly source: string;
  readonly conventions?: Conventions | undefined;
  readonly overrides?: ReadonlyMap<string, Override<V>> | undefined;
}

export class Evaluator<V> {
  private readonly open: Open[] = [];
  /** What each recurrence that runs gave at the step before. */
  private readonly previous = new Map<number, Value<V>>();
  /** What a node was at each state of the indices that it depends on. */
  private readonly memo = new Map<Expression, Map<string, Value<V>>>();

  constructor(
    private readonly arithmetic: Arithmetic<V>,
    private readonly bindings: Bindings<V>,
    private readonly options: EvaluatorOptions<V>,
    /** The steps taken so far, with those of the formulas that call this one. */
    private readonly budget = { steps: 0 },
  ) {}

  /** What a formula with a name gives where all its symbols are bound. */
  static call<V>(arithmetic: Arithmetic<V>, callee: Callee, bindings: Map<string, Value<V>>): Value<V> {
    const { body, source = "", conventions, parameters } = callee;
    if (body === undefined) throw new TypeError(`${callee.latex} has no formula.`);
    const evaluator = new Evaluator(arithmetic, bindings, { source, conventions });
    for (const { name, shape } of parameters) evaluator.bindSizes(shape, bindings.get(name)!, bindings);
    return evaluator.evaluate(body);
  }

  private fail(code: LatexErrorCode, reason: string, span: Span): never {
    throw new LatexError(code, reason, this.options.source, span);
  }

  /** The value of an expression; a condition has none. */
  evaluate(expression: Expression): Value<V> {
    switch (expression.shape.kind) {
      case "scalar":
        return this.scalar(expression);
      case "vector":
        return this.vector(expression);
      case "matrix":
        return this.matrix(expression);
      case "family":
      case "set":
      case "sets":
        return this.value(expression);
      case "truth":
        return this.fail("shape", "Expected a value; this is a condition.", expression.span);
    }
  }

  scalar(expression: Expression): V {
    return this.value(expression) as V;
  }

  vector(expression: Expression): readonly V[] {
    return this.value(expression) as readonly V[];
  }

  matrix(expression: Expression): readonly (readonly V[])[] {
    return this.value(expression) as readonly (readonly V[])[];
  }

  private set(expression: Expression): Elements {
    return this.value(expression) as Elements;
  }

  /** Computes a node once for each state of the indices that it depends on. */
  private value(expression: Expression): Value<V> {
    if (this.open.length === 0 || LEAVES.has(expression.kind)) return this.compute(expression);
    const depends = dependencies(expression);
    if (depends.size >= this.open.length) return this.compute(expression);
    let state = "";
    for (const { id, value } of this.open) if (depends.has(id)) state += `${value},`;
    let values = this.memo.get(expression);
    if (values === undefined) this.memo.set(expression, (values = new Map<string, Value<V>>()));
    let value = values.get(state);
    if (value === undefined) {
      value = this.compute(expression);
      if (values.size >= MAX_REMEMBERED) values.clear();
      values.set(state, value);
    }
    return value;
  }

  private compute(expression: Expression): Value<V> {
    const A = this.arithmetic;
    switch (expression.kind) {
      case "number":
        return A.fromDecimal(expression.digits, expression.decimals);
      case "constant":
        return A.constant(expression.name);
      case "symbol": {
        const value = this.bindings.get(expression.name);
        if (value === undefined)
          this.fail("undeclared", `${expression.latex} has no value.`, expression.span);
        return value;
      }
      case "bound":
        return A.fromInteger(this.boundValue(expression.id, expression.span));
      case "add":
        return this.entrywise(
          expression.shape,
          expression.terms.map((term) => term.value),
          (values) => {
            let sum: V | undefined;
            values.forEach((value, k) => {
              const signed = expression.terms[k]!.sign < 0 ? A.negate(value) : value;
              sum = sum === undefined ? signed : A.add(sum, signed);
            });
            return sum!;
          },
        );
      case "multiply":
        return this.multiply(expression.operation, expression.factors, expression.shape);
      case "divide":
        return this.entrywise(expression.shape, [expression.numerator, expression.denominator], ([a, b]) =>
          this.quotient(a!, b!),
        );
      case "power": {
        const { base, exponent } = expression;
        if (base.kind === "constant" && base.name === "e") {
          return this.entrywise(expression.shape, [exponent], ([x]) => A.exp(x!));
        }
        return this.entrywise(expression.shape, [base, exponent], ([a, b]) => A.power(a!, b!));
      }
      case "apply": {
        const { function: name, arguments: parts } = expression;
        const only = parts[0]!;
        if ((name === "max" || name === "min") && parts.length === 1 && only.shape.kind !== "scalar") {
          const entries = this.entries(only);
          return entries.length === 0 ? A.undefined : A.apply(name, entries);
        }
        return this.entrywise(expression.shape, parts, (values) =>
          name === "exp" ? A.exp(values[0]!) : A.apply(name, values),
        );
      }
      case "call":
        return this.call(
          expression.callee,
          expression.arguments,
          expression.over,
          expression.shape,
          expression.span,
        );
      case "index":
        return this.index(expression.base, expression.indices, expression.span);
      case "big":
        return this.big(expression);
      case "table":
        return this.table(expression.binders, expression.body);
      case "recurrence":
        return this.recurrence(expression);
      case "previous":
        return (
          this.previous.get(expression.id) ??
          this.fail("index", `${expression.latex} has no value here.`, expression.span)
        );
      case "concat": {
        const parts = expression.parts.flatMap((part) => this.listed(part));
        if (parts.length === 0) this.fail("range", "Nothing stands in this list.", expression.span);
        if (expression.shape.kind === "vector") return parts.flatMap((part) => entriesOf(part));
        const [first, ...rest] = parts as readonly (readonly (readonly V[])[])[];
        return first!.map((row, i) =>
          rest.reduce<readonly V[]>((whole, part) => [...whole, ...part[i]!], row),
        );
      }
      case "cases": {
        for (const { value, condition } of expression.branches) {
          const holds = condition === undefined ? true : this.truth(condition);
          if (holds === undefined) return this.undefinedOf(expression.shape);
          if (holds) return this.entrywise(expression.shape, [value], ([x]) => x!);
        }
        return this.undefinedOf(expression.shape);
      }
      case "indicator": {
        const holds = this.truth(expression.condition);
        return holds === undefined ? A.undefined : A.fromInteger(holds ? 1 : 0);
      }
      case "stack":
        return expression.parts.flatMap((part) => this.listed(part)).flatMap((part) => entriesOf(part));
      case "grid": {
        const rows = expression.rows.map((row) => row.map((entry) => this.scalar(entry)));
        return expression.shape.kind === "vector" ? rows.flat() : rows;
      }
      case "set-operation":
        return this.setOperation(expression.operator, expression.operands);
      case "size": {
        const { of, value, order } = expression;
        if (of === "cardinality") return A.fromInteger(this.cardinality(value));
        return this.norm(value, of, order);
      }
      case "transpose": {
        if (expression.value.shape.kind === "vector") return this.vector(expression.value);
        return transposed(this.matrix(expression.value));
      }
      case "compare":
      case "logic":
        return this.fail("shape", "Expected a value; this is a condition.", expression.span);
    }
  }

  /** Applies `f` entry by entry, numbers meeting every entry. */
  private entrywise(shape: Shape, parts: readonly Expression[], f: (values: readonly V[]) => V): Value<V> {
    return this.entrywiseValues(
      shape,
      parts,
      parts.map((part) => this.evaluate(part)),
      f,
    );
  }

  private entrywiseValues(
    shape: Shape,
    parts: readonly Expression[],
    values: readonly Value<V>[],
    f: (values: readonly V[]) => V,
  ): Value<V> {
    if (shape.kind === "scalar") return f(values as readonly V[]);
    const isScalar = parts.map((part) => part.shape.kind === "scalar");
    const model = values[isScalar.indexOf(false)] ?? this.undefinedOf(shape);
    if (shape.kind === "vector") {
      return (model as readonly V[]).map((_, i) =>
        f(values.map((value, k) => (isScalar[k] ? value : (value as readonly V[])[i]!) as V)),
      );
    }
    return (model as readonly (readonly V[])[]).map((row, i) =>
      row.map((_, j) =>
        f(
          values.map((value, k) => (isScalar[k] ? value : (value as readonly (readonly V[])[])[i]![j]!) as V),
        ),
      ),
    );
  }

  private undefinedOf(shape: Shape): Value<V> {
    const { undefined: none } = this.arithmetic;
    const fill = (size: SizeForm): number => this.sizeValue(size);
    switch (shape.kind) {
      case "family":
        return Array.from(
          { length: fill(shape.count) },
          () => this.undefinedOf(shape.member) as readonly (readonly V[])[],
        );
      case "vector":
        return Array.from({ length: fill(shape.size) }, () => none);
      case "matrix":
        return Array.from({ length: fill(shape.rows) }, () =>
          Array.from({ length: fill(shape.columns) }, () => none),
        );
      default:
        return none;
    }
  }

  private sizeValue(size: SizeForm): number {
    return valueOfSize(size, (name) => {
      const bound = this.bindings.get(name);
      const value = bound === undefined ? undefined : this.arithmetic.toInteger(bound as V);
      return typeof value === "number" ? value : NaN;
    });
  }

  /** What an argument stands for: the members of a family or of a list with an ellipsis, else itself. */
  private listed(part: Expression): readonly Value<V>[] {
    const value = this.evaluate(part);
    const many = part.shape.kind === "family" || isListed(part);
    return many ? (value as readonly Value<V>[]) : [value];
  }

  private entries(expression: Expression): readonly V[] {
    return entriesOf(this.evaluate(expression));
  }

  private sum(values: Iterable<V>): V {
    let sum: V | undefined;
    for (const value of values) sum = sum === undefined ? value : this.arithmetic.add(sum, value);
    return sum ?? this.arithmetic.fromInteger(0);
  }

  private dot(a: readonly V[], b: readonly V[]): V {
    return this.sum(a.map((value, k) => this.times(value, b[k]!)));
  }

  private times(a: V, b: V): V {
    const A = this.arithmetic;
    if (this.options.conventions?.zeroLogZero === true) {
      if ((A.isZero(a) && A.isInfinite(b)) || (A.isInfinite(a) && A.isZero(b))) return A.fromInteger(0);
    }
    return A.multiply(a, b);
  }

  /** A product of numbers, of which some are known to be logarithms: 0 log (0/0) = 0 as 0 log 0. */
  private product(values: readonly V[], isLogarithm: readonly boolean[]): V {
    const A = this.arithmetic;
    const undefinedLogarithm =
      this.options.conventions?.zeroLogZero === true &&
      values.some((value, k) => isLogarithm[k] === true && A.isUndefined(value));
    if (undefinedLogarithm && values.some(A.isZero)) return A.fromInteger(0);
    return values.reduce((a, b) => this.times(a, b));
  }

  private quotient(a: V, b: V): V {
    const A = this.arithmetic;
    const pole = this.options.conventions?.positiveOverZero === true && A.isZero(b);
    return pole && A.compare(a, A.fromInteger(0)) === 1 ? A.constant("infinity") : A.divide(a, b);
  }

  private setOperation(operator: SetOperation["operator"], operands: readonly Expression[]): Elements {
    const [left, right] = operands.map((operand) => this.set(operand)) as [Elements, Elements];
    switch (operator) {
      case "union":
        return new Set([...left, ...right]);
      case "intersection":
        return new Set([...left].filter((element) => right.has(element)));
      case "difference":
        return new Set([...left].filter((element) => !right.has(element)));
    }
  }

  private cardinality(value: Expression): number {
    return value.shape.kind === "set"
      ? this.set(value).size
      : (this.value(value) as readonly Elements[]).length;
  }

  private multiply(operation: string, factors: readonly Expression[], shape: Shape): Value<V> {
    const [left, right] = factors as [Expression, Expression];
    switch (operation) {
      case "dot":
        return this.dot(this.vector(left), this.vector(right));
      case "outer": {
        const row = this.vector(right);
        return this.vector(left).map((a) => row.map((b) => this.times(a, b)));
      }
      case "matrix":
        return this.matrixProduct(left, right);
      default: {
        const isLogarithm = factors.map((factor) => factor.kind === "apply" && factor.function === "log");
        return this.entrywise(shape, factors, (values) => this.product(values, isLogarithm));
      }
    }
  }

  private matrixProduct(left: Expression, right: Expression): Value<V> {
    if (left.shape.kind === "vector") {
      const columns = transposed(this.matrix(right));
      const row = this.vector(left);
      return columns.map((column) => this.dot(row, column));
    }
    const rows = this.matrix(left);
    if (right.shape.kind === "vector") {
      const column = this.vector(right);
      return rows.map((row) => this.dot(row, column));
    }
    const columns = transposed(this.matrix(right));
    return rows.map((row) => columns.map((column) => this.dot(row, column)));
  }

  private norm(value: Expression, of: "absolute" | "norm", order: Expression | "frobenius" | undefined): V {
    const A = this.arithmetic;
    if (of === "absolute") return A.absolute(this.scalar(value));
    const magnitudes = this.entries(value).map(A.absolute);
    if (order !== undefined && order !== "frobenius") {
      const p = this.scalar(order);
      if (A.isInfinite(p)) return A.apply("max", magnitudes);
      if (A.compare(p, A.fromInteger(1)) === 0) return this.sum(magnitudes);
      if (A.compare(p, A.fromInteger(2)) !== 0) {
        const powers = magnitudes.map((x) => A.power(x, p));
        return A.power(this.sum(powers), A.divide(A.fromInteger(1), p));
      }
    }
    return A.apply("sqrt", [this.sum(magnitudes.map((x) => A.multiply(x, x)))]);
  }

  // Indices and what runs

  private boundValue(id: number, span: Span): number {
    const open = this.open.find((candidate) => candidate.id === id);
    return open?.value ?? this.fail("index", "This index has no value here.", span);
  }

  private index(base: Expression, indices: readonly Expression[], span: Span): Value<V> {
    let value: Value<V> = this.evaluate(base);
    for (const [k, index] of indices.entries()) {
      const first = base.kind === "symbol" && k === 0 ? (base.first ?? 1) : 1;
      const row = value as readonly Value<V>[];
      const position = this.integer(index, "an index");
      const entry = row[position - first];
      if (entry === undefined) {
        this.fail(
          "index",
          `The index ${position} is out of range: indices run from ${first} to ${row.length + first - 1}.`,
          index.span.end > 0 ? index.span : span,
        );
      }
      value = entry;
    }
    return value;
  }

  private integer(expression: Expression, what: string): number {
    const value = this.arithmetic.toInteger(this.scalar(expression));
    if (value === "unknown") throw new NeedsMoreBits();
    return value ?? this.fail("index", `Expected a whole number as ${what}.`, expression.span);
  }

  /** Runs the binders, innermost last. */
  private run(
    binders: readonly Binder[],
    depends: ReadonlySet<number>,
    span: Span,
    visit: (values: readonly number[]) => void,
  ): void {
    const [binder, ...inner] = binders;
    if (binder === undefined) {
      visit([]);
      return;
    }
    const from = this.integer(binder.from, "a lower bound");
    const to = this.integer(binder.to, "an upper bound");
    const count = Math.max(0, to - from + 1);
    const outer = this.open
      .filter(({ id }) => depends.has(id))
      .reduce((product, { count: times }) => product * times, 1);
    const refuse = (): never =>
      this.fail(
        "too-large",
        `${binder.latex} would run from ${from} to ${to}: an evaluation may take ${MAX_ITERATIONS.toLocaleString("en")} steps.`,
        span,
      );
    // What is plainly too much is refused before it starts; what adds up to too much, when it has.
    if (outer * count > MAX_ITERATIONS) refuse();
    const open: Open = { id: binder.id, value: from, count: Math.max(1, count) };
    this.open.push(open);
    const nested = new Set(depends).add(binder.id);
    for (let value = from; value <= to; value++) {
      if (++this.budget.steps > MAX_ITERATIONS) refuse();
      open.value = value;
      this.run(inner, nested, span, (rest) => {
        visit([value, ...rest]);
      });
    }
    this.open.pop();
  }

  private big(big: Big): Value<V> {
    const A = this.arithmetic;
    const { operator, binders, body, conditions, span } = big;
    const depends = dependencies(big);
    let result: Value<V> | undefined;
    const seen = { undefined: false };
    let best: number | undefined;
    let count = 0;
    this.run(binders, depends, span, (values) => {
      for (const condition of conditions) {
        const holds = this.truth(condition);
        if (holds === undefined) seen.undefined = true;
        if (holds !== true) return;
      }
      const value = operator === "expectation" ? this.weighted(big) : this.evaluate(body);
      count++;
      if (operator.startsWith("arg") && A.isUndefined(value as V)) seen.undefined = true;
      if (result === undefined) {
        result = value;
        best = values[0];
        return;
      }
      switch (operator) {
        case "sum":
        case "expectation":
          result = zipValues(result, value, A.add);
          break;
        case "product":
          result = A.multiply(result as V, value as V);
          break;
        case "max":
        case "min":
          result = A.apply(operator, [result as V, value as V]);
          break;
        case "argmax":
        case "argmin": {
          const order = A.compare(value as V, result as V);
          if (order === "unknown") throw new NeedsMoreBits();
          if (order === "undefined") seen.undefined = true;
          else if (operator === "argmax" ? order > 0 : order < 0) {
            result = value;
            best = values[0];
          }
        }
      }
    });
    if (seen.undefined) return this.undefinedOf(big.shape);
    if (operator === "argmax" || operator === "argmin")
      return best === undefined ? A.undefined : A.fromInteger(best);
    if (operator === "expectation" && big.weight === undefined && result !== undefined)
      return mapValue(result, (sum) => A.divide(sum, A.fromInteger(count)))!;
    if (result !== undefined) return result;
    // An empty sum is 0 and an empty product 1; an empty maximum is nothing.
    if (operator === "sum") return mapValue(this.undefinedOf(big.shape), () => A.fromInteger(0))!;
    return operator === "product" ? A.fromInteger(1) : A.undefined;
  }

  /** What stands in an expectation, times its probability. */
  private weighted({ weight, body }: Big): Value<V> {
    const value = this.evaluate(body);
    if (weight === undefined) return value;
    const probability = this.scalar(weight);
    return mapValue(value, (entry) => this.times(probability, entry))!;
  }

  private recurrence({ binders, initial, body }: Recurrence): Value<V> {
    const steps: Value<V>[] = [];
    const [{ id }] = binders;
    const outer = this.previous.get(id);
    this.previous.set(id, this.evaluate(initial));
    this.run(binders, dependencies(body), body.span, () => {
      const step = this.evaluate(body);
      this.previous.set(id, step);
      steps.push(step);
    });
    if (outer === undefined) this.previous.delete(id);
    else this.previous.set(id, outer);
    return steps as readonly V[];
  }

  private table(binders: readonly Binder[], body: Expression): Value<V> {
    const [first, second] = binders as [Binder, Binder?];
    const rows: Value<V>[] = [];
    this.run([first], new Set(), body.span, () => {
      if (second === undefined) {
        rows.push(this.evaluate(body));
        return;
      }
      const row: Value<V>[] = [];
      this.run([second], new Set([first.id]), body.span, () => row.push(this.evaluate(body)));
      rows.push(row as readonly V[]);
    });
    return rows as readonly V[];
  }

  // Calls

  private call(
    callee: Callee,
    parts: readonly Expression[],
    over: "whole" | "entries" | "rows",
    shape: Shape,
    span: Span,
  ): Value<V> {
    const values = parts.map((part) => this.evaluate(part));
    switch (over) {
      case "whole":
        return this.callWith(callee, values, span);
      case "rows":
        return (values[0] as readonly (readonly V[])[]).map((row) =>
          this.callWith(callee, [row], span),
        ) as readonly V[];
      case "entries":
        return this.entrywiseValues(
          shape,
          parts,
          values,
          (entries) => this.callWith(callee, entries, span) as V,
        );
    }
  }

  private callWith(callee: Callee, values: readonly Value<V>[], span: Span): Value<V> {
    const override = this.options.overrides?.get(callee.name);
    if (override !== undefined) return override(values);
    const body = callee.body;
    if (body === undefined)
      this.fail("undeclared", `${callee.latex} is declared, but not what it computes.`, span);
    const bindings = new Map<string, Value<V>>();
    callee.parameters.forEach((parameter, k) => {
      bindings.set(parameter.name, values[k]!);
      this.bindSizes(parameter.shape, values[k]!, bindings);
    });
    if (++this.budget.steps > MAX_ITERATIONS) {
      this.fail(
        "too-large",
        `An evaluation may take ${MAX_ITERATIONS.toLocaleString("en")} steps; here are more.`,
        span,
      );
    }
    const { source = this.options.source, conventions } = callee;
    const options = { ...this.options, source, conventions };
    return new Evaluator(this.arithmetic, bindings, options, this.budget).evaluate(body);
  }

  private bindSizes(shape: Shape, value: Value<V>, bindings: Map<string, Value<V>>): void {
    const bind = (size: SizeForm, length: number): void => {
      const name = nameOfSize({ ...size, constant: 0 });
      if (name !== undefined) bindings.set(name, this.arithmetic.fromInteger(length - size.constant));
    };
    const rows = value as readonly (readonly V[])[];
    if (shape.kind === "vector") bind(shape.size, rows.length);
    if (shape.kind === "matrix") {
      bind(shape.rows, rows.length);
      bind(shape.columns, rows[0]?.length ?? 0);
    }
    if (shape.kind === "family") {
      bind(shape.count, rows.length);
      this.bindSizes(shape.member, (rows as unknown as readonly Value<V>[])[0]!, bindings);
    }
    if (shape.kind === "sets") {
      const sets = value as readonly Elements[];
      bind(shape.count, sets.length);
      bind(
        shape.items,
        sets.reduce((sum, { size }) => sum + size, 0),
      );
    }
  }

  // Conditions

  /** Whether a condition holds; undefined where one of its sides is undefined. */
  truth(expression: Expression): boolean | undefined {
    switch (expression.kind) {
      case "compare":
        return this.compared(expression);
      case "logic": {
        const { operator, operands } = expression;
        if (operator === "not") {
          const holds = this.truth(operands[0]!);
          return holds === undefined ? undefined : !holds;
        }
        const stop = operator === "or";
        for (const operand of operands) {
          const holds = this.truth(operand);
          if (holds === undefined || holds === stop) return holds;
        }
        return !stop;
      }
      default:
        return this.fail("shape", "Expected a condition; this is a value.", expression.span);
    }
  }

  private compared({ operands, relations }: Compare): boolean | undefined {
    const columns = operands.map((operand) => this.entries(operand));
    const length = Math.max(...columns.map((column) => column.length));
    const entry = (k: number, i: number): V => columns[k]![columns[k]!.length === 1 ? 0 : i]!;
    for (let i = 0; i < length; i++) {
      for (const [k, relation] of relations.entries()) {
        const order = this.arithmetic.compare(entry(k, i), entry(k + 1, i));
        if (order === "unknown") throw new NeedsMoreBits();
        if (order === "undefined") return undefined;
        const holds = {
          "=": order === 0,
          "\\ne": order !== 0,
          "<": order < 0,
          ">": order > 0,
          "\\le": order <= 0,
          "\\ge": order >= 0,
        }[relation];
        if (!holds) return false;
      }
    }
    return true;
  }
}

const LEAVES: ReadonlySet<Expression["kind"]> = new Set(["number", "symbol", "constant", "bound"]);

const known = new WeakMap<Expression, ReadonlySet<number>>();

/** The indices that a node depends on, worked out once for each node. */
function dependencies(expression: Expression): ReadonlySet<number> {
  let found = known.get(expression);
  if (found === undefined) {
    found = boundIn(expression);
    known.set(expression, found);
  }
  return found;
}
