// What a formula means: a typed tree. Every node knows its place in the source and its shape.

import type { Span } from "./errors.js";
import type { Shape } from "./shapes.js";

interface NodeBase {
  readonly span: Span;
  readonly shape: Shape;
}

/** A decimal as printed: digits · 10^−decimals, exactly. */
export interface Numeral extends NodeBase {
  readonly kind: "number";
  readonly digits: bigint;
  readonly decimals: number;
}
/** A declared symbol, or a size that a declared vector or matrix binds. */
export interface SymbolReference extends NodeBase {
  readonly kind: "symbol";
  /** The key under which it was declared. */
  readonly name: string;
  readonly latex: string;
  /** The index of the first entry of a vector, or of the first row of a matrix; 1 unless said. */
  readonly first?: number;
  /** Whether an entry is written as a function of its indices: p(y). */
  readonly called?: boolean;
}
export interface Constant extends NodeBase {
  readonly kind: "constant";
  readonly name: "e" | "pi" | "infinity";
}
/** The index of an enclosing sum, product or table, or a parameter of a local function. */
export interface Bound extends NodeBase {
  readonly kind: "bound";
  readonly id: number;
  readonly latex: string;
}
/** An entry of a vector or matrix; a row of a matrix where there is one index. Indices start at 1. */
export interface Index extends NodeBase {
  readonly kind: "index";
  readonly base: Expression;
  readonly indices: readonly Expression[];
  /** How it is written, where a name of its own stands for it: the member D of a family, x that is drawn from a sample. */
  readonly written?: string;
}
export interface Add extends NodeBase {
  readonly kind: "add";
  readonly terms: readonly { readonly sign: 1 | -1; readonly value: Expression }[];
}
export interface Multiply extends NodeBase {
  readonly kind: "multiply";
  /** scale: numbers, with at most one vector or matrix among them; the others have two factors. */
  readonly operation: "scale" | "dot" | "outer" | "matrix" | "entrywise";
  readonly factors: readonly Expression[];
}
export interface Divide extends NodeBase {
  readonly kind: "divide";
  readonly numerator: Expression;
  readonly denominator: Expression;
}
export interface Power extends NodeBase {
  readonly kind: "power";
  readonly base: Expression;
  readonly exponent: Expression;
}
/** A function of the reader's own: entrywise on vectors and matrices. */
export interface Apply extends NodeBase {
  readonly kind: "apply";
  readonly function: BuiltinName;
  readonly arguments: readonly Expression[];
}
/** A declared function: another formula, or a function defined within this one. */
export interface Call extends NodeBase {
  readonly kind: "call";
  readonly callee: Callee;
  readonly arguments: readonly Expression[];
  /** How the call meets arguments of a higher rank than its parameters. */
  readonly over: "whole" | "entries" | "rows";
}
/** What a formula leaves open and mathematicians agree on. */
export interface Conventions {
  /** 0 · ∞ = 0 where the infinity comes from log 0: 0 log 0 = 0, and 0 log (0/0) = 0. */
  readonly zeroLogZero?: boolean;
  /** What is positive over 0 is ∞, where denominators approach 0 from above: log (p/0) = ∞. */
  readonly positiveOverZero?: boolean;
}
/** Something that can be called by name. */
export interface Callee {
  readonly name: string;
  readonly latex: string;
  readonly parameters: readonly Parameter[];
  readonly result: Shape;
  /** Absent for a function that is only known by its values, as an implementation is. */
  readonly body: Expression | undefined;
  /** The LaTeX that the body's places refer to. */
  readonly source?: string;
  /** The conventions of its own formula, which hold for it wherever it is called. */
  readonly conventions?: Conventions;
  /** Whether it is a function symbol of the formula, whose sizes are those of its symbols. */
  readonly declared?: boolean;
  /** Whether its left side has no arguments: then the name alone takes the symbols of the same names. */
  readonly implicit?: boolean;
}
export interface Parameter {
  /** The symbol's key in the callee's own body. */
  readonly name: string;
  /** How it is written there, where its key does not say. */
  readonly latex?: string;
  readonly shape: Shape;
}
export interface Binder {
  readonly id: number;
  readonly latex: string;
  readonly from: Expression;
  readonly to: Expression;
  /** Whether it runs over the members of the family that has its name: `\max_D D(x)`. */
  readonly member?: boolean;
}
export interface Big extends NodeBase {
  readonly kind: "big";
  readonly operator: "sum" | "product" | "max" | "min" | "argmax" | "argmin" | "expectation";
  readonly binders: readonly Binder[];
  /** Of an expectation: the probability of what the binders stand for; absent where each is as likely. */
  readonly weight?: Expression | undefined;
  /** Of an expectation: the distribution, as written. */
  readonly distribution?: string;
  readonly conditions: readonly Expression[];
  readonly body: Expression;
}
/** All values of the body while its binders run: what free indices make of a formula. */
export interface Table extends NodeBase {
  readonly kind: "table";
  /** Whether it stands for a list with an ellipsis, head_1, …, head_h, among the arguments of a function. */
  readonly listed?: boolean;
  readonly binders: readonly Binder[];
  readonly body: Expression;
}
/** What a recurrence gave at the step before: h_{t−1}. */
export interface Previous extends NodeBase {
  readonly kind: "previous";
  /** The index of the step. */
  readonly id: number;
  readonly latex: string;
}
/** All steps of what is defined by its step before, from the first on: h_t = f(x_t, h_{t−1}), from h_0. */
export interface Recurrence extends NodeBase {
  readonly kind: "recurrence";
  /** The step; its range starts at 1. */
  readonly binders: readonly [Binder];
  readonly initial: Expression;
  readonly body: Expression;
}
/** Matrices side by side, or vectors one below the other: Concat(A_1, …, A_h). */
export interface Concat extends NodeBase {
  readonly kind: "concat";
  readonly latex: string;
  readonly parts: readonly Expression[];
}
export interface Cases extends NodeBase {
  readonly kind: "cases";
  /** The first branch whose condition holds; the last may have none. */
  readonly branches: readonly { readonly value: Expression; readonly condition: Expression | undefined }[];
}
export type Relation = "=" | "\\ne" | "<" | ">" | "\\le" | "\\ge";
/** A chain of relations, all of which must hold: 0 ≤ x < 1. */
export interface Compare extends NodeBase {
  readonly kind: "compare";
  readonly operands: readonly Expression[];
  readonly relations: readonly Relation[];
}
export interface Logic extends NodeBase {
  readonly kind: "logic";
  readonly operator: "and" | "or" | "not";
  readonly operands: readonly Expression[];
}
/** 1 where the condition holds, else 0. */
export interface Indicator extends NodeBase {
  readonly kind: "indicator";
  readonly condition: Expression;
}
/** Vectors one below the other: [a; b]. */
export interface Stack extends NodeBase {
  readonly kind: "stack";
  readonly parts: readonly Expression[];
}
/** A matrix or vector written out. */
export interface Grid extends NodeBase {
  readonly kind: "grid";
  readonly rows: readonly (readonly Expression[])[];
}
export interface SetOperation extends NodeBase {
  readonly kind: "set-operation";
  readonly operator: "union" | "intersection" | "difference";
  readonly operands: readonly Expression[];
}
/** An absolute value, a norm by its order, or how many there are in a set or in a list of sets. */
export interface Size extends NodeBase {
  readonly kind: "size";
  readonly of: "absolute" | "norm" | "cardinality";
  readonly value: Expression;
  /** Of a norm; 2 where the source says nothing. */
  readonly order: Expression | "frobenius" | undefined;
}
export interface Transpose extends NodeBase {
  readonly kind: "transpose";
  readonly value: Expression;
}

export type Expression =
  | Numeral
  | SymbolReference
  | Constant
  | Bound
  | Index
  | Add
  | Multiply
  | Divide
  | Power
  | Apply
  | Call
  | Big
  | Table
  | Previous
  | Recurrence
  | Concat
  | Cases
  | Compare
  | Logic
  | Indicator
  | Stack
  | Grid
  | SetOperation
  | Size
  | Transpose;

/** The functions that the reader knows by name. */
export type BuiltinName =
  | "exp"
  | "log"
  | "sqrt"
  | "sin"
  | "cos"
  | "tan"
  | "sinh"
  | "cosh"
  | "tanh"
  | "erf"
  | "erfc"
  | "normalCdf"
  | "sign"
  | "floor"
  | "ceil"
  | "max"
  | "min"
  | "binomial"
  | "factorial";

function bindersIn({ binders }: { readonly binders: readonly Binder[] }): Expression[] {
  return binders.flatMap(({ from, to }) => [from, to]);
}

/** Whether an argument is a list with an ellipsis. */
export function isListed(part: Expression): part is Table {
  return part.kind === "table" && part.listed === true;
}

/** The expressions right inside one, in the order printed. */
export function children(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "number":
    case "symbol":
    case "constant":
    case "bound":
    case "previous":
      return [];
    case "recurrence":
      return [...bindersIn(expression), expression.initial, expression.body];
    case "concat":
      return expression.parts;
    case "index":
      return [expression.base, ...expression.indices];
    case "add":
      return expression.terms.map((term) => term.value);
    case "multiply":
      return expression.factors;
    case "divide":
      return [expression.numerator, expression.denominator];
    case "power":
      return [expression.base, expression.exponent];
    case "apply":
    case "call":
      return expression.arguments;
    case "big":
      return [
        ...bindersIn(expression),
        ...expression.conditions,
        ...(expression.weight ? [expression.weight] : []),
        expression.body,
      ];
    case "table":
      return [...bindersIn(expression), expression.body];
    case "cases":
      return expression.branches.flatMap((branch) =>
        branch.condition ? [branch.value, branch.condition] : [branch.value],
      );
    case "compare":
    case "logic":
    case "set-operation":
      return expression.operands;
    case "indicator":
      return [expression.condition];
    case "stack":
      return expression.parts;
    case "grid":
      return expression.rows.flat();
    case "size":
      return typeof expression.order === "object" ? [expression.value, expression.order] : [expression.value];
    case "transpose":
      return [expression.value];
  }
}

/** How many nodes an expression has, and how deep they nest. */
export function extentOf(expression: Expression): { readonly nodes: number; readonly depth: number } {
  let nodes = 1;
  let depth = 0;
  for (const child of children(expression)) {
    const inner = extentOf(child);
    nodes += inner.nodes;
    depth = Math.max(depth, inner.depth);
  }
  return { nodes, depth: depth + 1 };
}

/** The same node with each child replaced, in the order of `children`. */
export function withChildren(expression: Expression, replaced: readonly Expression[]): Expression {
  let next = 0;
  const take = (): Expression => replaced[next++]!;
  const takeBinders = (binders: readonly Binder[]): Binder[] =>
    binders.map((binder) => ({ ...binder, from: take(), to: take() }));
  switch (expression.kind) {
    case "number":
    case "symbol":
    case "constant":
    case "bound":
    case "previous":
      return expression;
    case "recurrence": {
      const [binder] = takeBinders(expression.binders);
      return { ...expression, binders: [binder!], initial: take(), body: take() };
    }
    case "concat":
      return { ...expression, parts: expression.parts.map(take) };
    case "index":
      return { ...expression, base: take(), indices: expression.indices.map(take) };
    case "add":
      return { ...expression, terms: expression.terms.map(({ sign }) => ({ sign, value: take() })) };
    case "multiply":
      return { ...expression, factors: expression.factors.map(take) };
    case "divide":
      return { ...expression, numerator: take(), denominator: take() };
    case "power":
      return { ...expression, base: take(), exponent: take() };
    case "apply":
    case "call":
      return { ...expression, arguments: expression.arguments.map(take) };
    case "big":
      return {
        ...expression,
        binders: takeBinders(expression.binders),
        conditions: expression.conditions.map(take),
        weight: expression.weight && take(),
        body: take(),
      };
    case "table":
      return { ...expression, binders: takeBinders(expression.binders), body: take() };
    case "cases":
      return {
        ...expression,
        branches: expression.branches.map(({ condition }) => ({
          value: take(),
          condition: condition && take(),
        })),
      };
    case "compare":
    case "logic":
    case "set-operation":
      return { ...expression, operands: expression.operands.map(take) };
    case "indicator":
      return { ...expression, condition: take() };
    case "stack":
      return { ...expression, parts: expression.parts.map(take) };
    case "grid":
      return { ...expression, rows: expression.rows.map((row) => row.map(take)) };
    case "size":
      return {
        ...expression,
        value: take(),
        order: typeof expression.order === "object" ? take() : expression.order,
      };
    case "transpose":
      return { ...expression, value: take() };
  }
}

/** Replaces bound indices by expressions. */
export function substituteBound(expression: Expression, values: ReadonlyMap<number, Expression>): Expression {
  if (expression.kind === "bound") return values.get(expression.id) ?? expression;
  return withChildren(
    expression,
    children(expression).map((child) => substituteBound(child, values)),
  );
}

/** Whether two expressions are the same, spans aside; bound indices match by where they are bound. */
export function sameExpression(
  a: Expression,
  b: Expression,
  bound: ReadonlyMap<number, number> = new Map(),
): boolean {
  if (a.kind !== b.kind) return false;
  if (!sameHead(a, b, bound)) return false;
  const binders = (node: Expression): readonly Binder[] => ("binders" in node ? node.binders : []);
  const inner = new Map(bound);
  const bindersB = binders(b);
  binders(a).forEach((binder, k) => {
    const other = bindersB[k];
    if (other) inner.set(binder.id, other.id);
  });
  const as = children(a);
  const bs = children(b);
  return as.length === bs.length && as.every((child, k) => sameExpression(child, bs[k]!, inner));
}

/** Compares what a node holds beside its children. */
function sameHead(a: Expression, b: Expression, bound: ReadonlyMap<number, number>): boolean {
  const head = (node: Expression): unknown[] => {
    switch (node.kind) {
      case "number":
        return [String(node.digits), node.decimals];
      case "symbol":
      case "constant":
        return [node.name];
      case "index":
        return [node.indices.length];
      case "add":
        return node.terms.map((term) => term.sign);
      case "multiply":
        return [node.operation];
      case "apply":
        return [node.function];
      case "call":
        return [node.callee.name, node.over];
      case "big":
        return [node.operator, node.binders.length, node.conditions.length, node.weight !== undefined];
      case "table":
        return [node.binders.length];
      case "cases":
        return node.branches.map((branch) => branch.condition !== undefined);
      case "compare":
        return [...node.relations];
      case "logic":
      case "set-operation":
        return [node.operator];
      case "grid":
        return node.rows.map((row) => row.length);
      case "size":
        return [node.of, typeof node.order === "object" ? "order" : node.order];
      default:
        return [];
    }
  };
  if ((a.kind === "bound" || a.kind === "previous") && (b.kind === "bound" || b.kind === "previous"))
    return (bound.get(a.id) ?? a.id) === b.id;
  const as = head(a);
  const bs = head(b);
  return as.length === bs.length && as.every((value, k) => value === bs[k]);
}

/** The indices that an expression uses and does not bind itself. */
export function boundIn(expression: Expression): Set<number> {
  const found = new Set<number>();
  const visit = (node: Expression): void => {
    if (node.kind === "bound" || node.kind === "previous") found.add(node.id);
    for (const child of children(node)) visit(child);
    if ("binders" in node) for (const binder of node.binders) found.delete(binder.id);
  };
  visit(expression);
  return found;
}
