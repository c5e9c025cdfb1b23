// The value of any expression of a formula at some inputs: right to the last digit shown, whatever the doubles would make of it.

import { ballArithmetic, doubleArithmetic, type Arithmetic } from "../../src/evaluate/arithmetic.js";
import { undecided, withBits, type Formula } from "../../src/evaluate/formula.js";
import type { PlainValue } from "../../src/evaluate/inputs.js";
import { mapValue, type Value } from "../../src/evaluate/value.js";
import { toDouble, type Ball } from "../../src/exact/index.js";
import { children, withChildren, type Expression, type Recurrence } from "../../src/latex/expression.js";
import { sizeOf } from "../../src/latex/shapes.js";
import type { Part } from "./parts.js";

export type Bound = ReadonlyMap<string, PlainValue>;

/** More bits than this would make a reader wait: what they do not decide is computed in doubles. */
const MOST_BITS = 1024;

/** The value of an expression that no open index is in; NaN is what is undefined. */
export function valueOf(formula: Formula, bound: Bound, expression: Expression): Value<number> {
  const isSet = expression.shape.kind === "set" || expression.shape.kind === "sets";
  if (!isSet) {
    const found = withBits(
      (bits) => mapValue(evaluated<Ball>(formula, ballArithmetic(bits), bound, expression), toDouble),
      64,
      MOST_BITS,
    );
    if (found !== undecided) return found;
  }
  return evaluated(formula, doubleArithmetic, bound, expression);
}

function evaluated<V>(
  formula: Formula,
  arithmetic: Arithmetic<V>,
  bound: Bound,
  expression: Expression,
): Value<V> {
  return formula.evaluator(arithmetic, bound).evaluate(expression);
}

/** Whether a condition that no open index is in holds; undefined where that cannot be told. */
export function holds(formula: Formula, bound: Bound, condition: Expression): boolean | undefined {
  const found = withBits(
    (bits) => ({ holds: formula.evaluator(ballArithmetic(bits), bound).truth(condition) }),
    64,
    MOST_BITS,
  );
  return found === undecided ? undefined : found.holds;
}

/** A part's value at every value of the indices that it depends on: nested arrays, the outermost index outside. */
export function partValue(formula: Formula, bound: Bound, part: Part): Value<number> {
  const { binders, recurrence } = part;
  const inside = recurrence !== undefined && part.expression !== recurrence;
  const [steps, body] = inside
    ? withSteps(formula, bound, recurrence, part.expression)
    : [bound, part.expression];
  const { span } = body;
  const listed = [...binders].reverse().reduce<Expression>(
    (inner, binder) => ({
      kind: "table",
      binders: [binder],
      body: inner,
      span,
      shape: { kind: "vector", size: sizeOf("…"), row: false },
    }),
    body,
  );
  return valueOf(formula, steps, listed);
}

/** The symbol that stands for what a recurrence has given so far, its start included. */
const STEPS = "steps of the recurrence";

/** An expression within a recurrence, with what the step before gave looked up among all steps. */
function withSteps(
  formula: Formula,
  bound: Bound,
  recurrence: Recurrence,
  expression: Expression,
): [Bound, Expression] {
  const first = valueOf(formula, bound, recurrence.initial) as readonly number[];
  const rest = valueOf(formula, bound, recurrence) as readonly (readonly number[])[];
  const [{ id }] = recurrence.binders;
  const replaced = (node: Expression): Expression => {
    if (node.kind !== "previous" || node.id !== id) return withChildren(node, children(node).map(replaced));
    const { span, latex } = node;
    const scalar = { kind: "scalar" } as const;
    const base: Expression = { kind: "symbol", name: STEPS, latex, span, shape: recurrence.shape };
    // All steps have the start before them: the step before number t is entry t.
    const index: Expression = { kind: "bound", id, latex, span, shape: scalar };
    return { kind: "index", base, indices: [index], span, shape: node.shape };
  };
  return [new Map([...bound, [STEPS, [first, ...rest]]]), replaced(expression)];
}
