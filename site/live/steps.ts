// A formula worked out by hand: the numbers put in, then from the inside out, a line a step, as LaTeX.

import type { Formula } from "../../src/evaluate/formula.js";
import { mapValue, type Value } from "../../src/evaluate/value.js";
import {
  boundIn,
  children,
  substituteBound,
  withChildren,
  type Binder,
  type Expression,
} from "../../src/latex/expression.js";
import { printExpression } from "../../src/latex/print.js";
import { numeral } from "../../src/latex/reading.js";
import { SCALAR, type Shape } from "../../src/latex/shapes.js";
import { holds, valueOf, type Bound } from "./evaluate.js";
import { isShort, rounded } from "./show.js";

const SPAN = { start: 0, end: 0 };
/** A sum of more terms than these is worked out in one step. */
const MOST_TERMS = 4;
/** So much LaTeX is a page of it. */
const LONGEST = 4000;

/** One line: how it follows from the one before, and its LaTeX. */
export interface Step {
  readonly relation: "=" | "\\approx";
  readonly latex: string;
}

/** A node as it is worked out: what it is in truth, and what is shown of it. */
interface Node {
  readonly truth: Expression;
  readonly shown: Expression;
  /** Whether it is a value already. */
  readonly done: boolean;
}

/** How many entries the formula's value has that are worked out each for itself: one for each value of its free indices. */
export function freeEntries(formula: Formula, bound: Bound): readonly (readonly number[])[] {
  const runs = (binders: readonly Binder[], before: readonly number[]): (readonly number[])[] => {
    const [binder, ...rest] = binders;
    if (binder === undefined) return [before];
    const [from, to] = [binder.from, binder.to].map((end) => valueOf(formula, bound, end) as number) as [
      number,
      number,
    ];
    return Array.from({ length: to - from + 1 }, (_, k) => runs(rest, [...before, from + k])).flat();
  };
  const { value } = formula;
  return value.kind === "table" ? runs(value.binders, []) : [[]];
}

/** The steps of the formula's value, or of the entry with these indices; the first line is the formula itself. */
export function stepsOf(formula: Formula, bound: Bound, entry: readonly number[]): readonly Step[] {
  let value = formula.value;
  if (value.kind === "table") {
    const at = value.binders.map(({ id }, k) => [id, numeral(entry[k]!, SPAN)] as const);
    value = substituteBound(value.body, new Map(at));
  }
  const context = { formula, bound };
  const steps: Step[] = [{ relation: "=", latex: printExpression(value) }];
  let node = nodeFor(expanded(value, context), context);
  for (;;) {
    const latex = printExpression(node.shown);
    if (latex !== steps.at(-1)!.latex && latex.length <= LONGEST)
      steps.push({ relation: isExact(node) ? "=" : "\\approx", latex });
    if (node.done) return steps;
    const next = stepped(node, context);
    // What does not move any more is worked out at once.
    node = next.done || printExpression(next.shown) !== latex ? next : stepped(next, context);
    if (!node.done && printExpression(node.shown) === latex) node = literal(value, context);
  }
}

/** The steps as LaTeX to paste. */
export function stepsLatex(left: string | undefined, steps: readonly Step[]): string {
  const lines = steps.map(({ relation, latex }, k) => {
    if (k === 0) return left === undefined ? `& ${latex}` : `${left} &= ${latex}`;
    return `&${relation} ${latex}`;
  });
  return String.raw`\begin{aligned} ${lines.join(" \\\\\n")} \end{aligned}`;
}

interface Context {
  readonly formula: Formula;
  readonly bound: Bound;
}

/** Short sums and products written out, outermost first. */
function expanded(expression: Expression, context: Context): Expression {
  if (expression.kind === "big") {
    const [binder] = expression.binders;
    const { operator, conditions, binders } = expression;
    const plain =
      conditions.length === 0 && binders.length === 1 && isClosed(binder!.from) && isClosed(binder!.to);
    if ((operator === "sum" || operator === "product") && plain) {
      const from = valueOf(context.formula, context.bound, binder!.from) as number;
      const to = valueOf(context.formula, context.bound, binder!.to) as number;
      const count = to - from + 1;
      if (count >= 1 && count <= MOST_TERMS) {
        const terms = Array.from({ length: count }, (_, k) =>
          expanded(
            substituteBound(expression.body, new Map([[binder!.id, numeral(from + k, SPAN)]])),
            context,
          ),
        );
        return operator === "sum" ? sumOf(terms, expression.shape) : productOf(terms);
      }
    }
    return expression;
  }
  if (expression.kind === "table" || expression.kind === "recurrence") return expression;
  return withChildren(
    expression,
    children(expression).map((child) => expanded(child, context)),
  );
}

function sumOf(terms: readonly Expression[], shape: Shape): Expression {
  const [only] = terms;
  if (terms.length === 1 && only !== undefined) return only;
  return { kind: "add", terms: terms.map((value) => ({ sign: 1, value })), span: SPAN, shape };
}

function productOf(factors: readonly Expression[]): Expression {
  const [only] = factors;
  if (factors.length === 1 && only !== undefined) return only;
  return { kind: "multiply", operation: "scale", factors, span: SPAN, shape: SCALAR };
}

function isClosed(expression: Expression): boolean {
  return boundIn(expression).size === 0;
}

/** The numbers put in for the symbols. */
function started(expression: Expression, context: Context): Node {
  const { kind } = expression;
  const asItIs = { truth: expression, shown: expression, done: true };
  if (kind === "number" || kind === "constant") return asItIs;
  const isEntry = kind === "index" && isEntryPart(expression);
  if (kind === "symbol" || isEntry)
    return isShowable(expression.shape) ? literal(expression, context) : asItIs;
  // The entries that an open index names stay as they are written.
  if (kind === "index" && !isClosed(expression)) return { ...asItIs, done: false };
  return { truth: expression, shown: rebuilt(expression, context), done: false };
}

/** Whether an entry is named by numbers alone. */
function isEntryPart(expression: Expression): boolean {
  if (expression.kind === "index") return children(expression).every(isEntryPart);
  return isClosed(expression) && ["number", "symbol", "add"].includes(expression.kind);
}

/** One step: everything whose parts are values becomes a value. */
function stepped(node: Node, context: Context): Node {
  const { truth } = node;
  if (node.done) return node;
  const parts = partsFor(truth, context);
  if (!canStep(truth) || parts.every((part) => part.done)) return finished(truth, context);
  // Of cases the one that holds is what there is, as soon as it is known which.
  if (truth.kind === "cases") {
    const conditions = truth.branches.flatMap(({ condition }) => (condition ? [condition] : []));
    if (conditions.every((condition) => nodeFor(condition, context).done)) {
      const chosen = truth.branches.find(
        ({ condition }) =>
          condition === undefined || holds(context.formula, context.bound, condition) === true,
      );
      return chosen === undefined ? literal(truth, context) : nodeFor(chosen.value, context);
    }
  }
  // The branches wait for their conditions.
  const moving = (child: Expression): boolean => truth.kind !== "cases" || child.shape.kind === "truth";
  const next = children(truth).map((child) => {
    const part = nodeFor(child, context);
    const moved = moving(child) ? stepped(part, context) : part;
    known(context).set(child, moved);
    return moved.shown;
  });
  return { truth, shown: withChildren(truth, next), done: false };
}

/** What is worked out: a number, a vector or a matrix; conditions and sets stay as they are written. */
function finished(truth: Expression, context: Context): Node {
  if (isShowable(truth.shape)) return isClosed(truth) ? literal(truth, context) : nodeFor(truth, context);
  return {
    truth,
    shown: withChildren(
      truth,
      children(truth).map((child) => nodeFor(child, context).shown),
    ),
    done: true,
  };
}

/** How far each node of the truth has come. */
const progress = new WeakMap<Context, Map<Expression, Node>>();

function known(context: Context): Map<Expression, Node> {
  let found = progress.get(context);
  if (found === undefined) progress.set(context, (found = new Map<Expression, Node>()));
  return found;
}

function nodeFor(expression: Expression, context: Context): Node {
  const found = known(context).get(expression);
  if (found !== undefined) return found;
  const node = started(expression, context);
  known(context).set(expression, node);
  return node;
}

function partsFor(expression: Expression, context: Context): readonly Node[] {
  return children(expression).map((child) => nodeFor(child, context));
}

/** Whether its parts are worked out one by one: not what runs over an index. */
function canStep(expression: Expression): boolean {
  return (
    isClosed(expression) &&
    !["table", "recurrence", "big", "previous"].includes(expression.kind) &&
    children(expression).every(isClosed)
  );
}

function rebuilt(expression: Expression, context: Context): Expression {
  return withChildren(
    expression,
    partsFor(expression, context).map(({ shown }) => shown),
  );
}

// Values as expressions

function isShowable(shape: Shape): boolean {
  return shape.kind === "scalar" || shape.kind === "vector" || shape.kind === "matrix";
}

const exact = new WeakMap<Expression, boolean>();

function literal(truth: Expression, { formula, bound }: Context): Node {
  if (!isShowable(truth.shape)) return { truth, shown: truth, done: true };
  const value = valueOf(formula, bound, truth);
  const shown = valueExpression(value, truth.shape);
  exact.set(shown, mapValue(value, (x) => (isShort(x) ? x : undefined)) !== undefined);
  return { truth, shown, done: true };
}

/** Whether every value that is shown is all of itself. */
function isExact(node: Node): boolean {
  const walk = (shown: Expression): boolean => (exact.get(shown) ?? true) && children(shown).every(walk);
  return walk(node.shown);
}

function valueExpression(value: Value<number>, shape: Shape): Expression {
  if (typeof value === "number") return numberExpression(value);
  const rows = value as readonly (number | readonly number[])[];
  const row = shape.kind === "vector" && shape.row;
  const cells = rows.map((entry) => (typeof entry === "number" ? [entry] : entry));
  const grid = row ? [cells.flat()] : cells;
  return { kind: "grid", rows: grid.map((cell) => cell.map(numberExpression)), span: SPAN, shape };
}

function numberExpression(x: number): Expression {
  if (Number.isNaN(x))
    return {
      kind: "symbol",
      name: "undefined",
      latex: String.raw`\text{undefined}`,
      span: SPAN,
      shape: SCALAR,
    };
  if (x < 0)
    return { kind: "add", terms: [{ sign: -1, value: numberExpression(-x) }], span: SPAN, shape: SCALAR };
  if (x === Infinity) return { kind: "constant", name: "infinity", span: SPAN, shape: SCALAR };
  const { text, exponent } = rounded(x);
  const [whole = "", fraction = ""] = text.split(".");
  const digits: Expression = {
    kind: "number",
    digits: BigInt(whole + fraction),
    decimals: fraction.length,
    span: SPAN,
    shape: SCALAR,
  };
  if (exponent === 0) return digits;
  const power: Expression = {
    kind: "power",
    base: numeral(10, SPAN),
    exponent: numeral(exponent, SPAN),
    span: SPAN,
    shape: SCALAR,
  };
  return productOf([digits, power]);
}
