// The single edits of one node: what a slip of the pen makes of it.

import { wholeNumber } from "../latex/build.js";
import {
  boundIn,
  type Apply,
  type Big,
  type BuiltinName,
  type Call,
  type Callee,
  type Compare,
  type Expression,
  type Index,
  type Relation,
  type SymbolReference,
} from "../latex/expression.js";
import { numeral } from "../latex/reading.js";
import type { Shape } from "../latex/shapes.js";
import { build, built, negative, sumOf, type Term } from "./nodes.js";
import { slips } from "./reach.js";

/** What an edit makes of a node, and what it is, in words. */
export interface Edit {
  readonly after: Expression;
  readonly edit: string;
  /** Whether the indices may run elsewhere than before. */
  readonly moves?: boolean;
}

/** What an edit may use of the formula around the node. */
export interface Surroundings {
  /** The other symbols of the formula that could stand in the place of this one, or of this distribution. */
  readonly symbols: readonly SymbolReference[];
  /** The functions that it calls, each with a call of it. */
  readonly calls: readonly Call[];
  /** The indices that are bound around the node. */
  readonly indices: readonly (Expression & { readonly kind: "bound" })[];
  /** Whether the node is an index: nothing but a shift or another index keeps it one. */
  readonly isIndex: boolean;
}

function productOf(factors: readonly Expression[], entrywise: boolean): Expression {
  if (factors.length > 1 && factors.every(({ shape }) => shape.kind === "scalar"))
    return build.scale(factors);
  return factors.reduce((left, right) => build.multiply(left, right, entrywise ? "\\odot" : ""));
}

/** Whether two things may stand in one product, as numbers or entry by entry. */
function timesOf(left: Expression, right: Expression): Expression {
  const scalars = left.shape.kind === "scalar" || right.shape.kind === "scalar";
  return productOf([left, right], !scalars);
}

/** A list without one of its members. */
function without<T>(list: readonly T[], k: number): T[] {
  return list.filter((_, j) => j !== k);
}

function replaced<T>(list: readonly T[], k: number, by: T): T[] {
  return list.map((item, j) => (j === k ? by : item));
}

/** A whole number, or a sum with one, so many more. */
export function shifted(expression: Expression, by: number): Expression {
  const fixed = wholeNumber(expression);
  if (fixed !== undefined) return numeral(fixed + by, expression.span);
  const terms: Term[] = expression.kind === "add" ? [...expression.terms] : [{ sign: 1, value: expression }];
  const at = terms.findIndex(({ value }) => wholeNumber(value) !== undefined);
  const known = at < 0 ? 0 : terms[at]!.sign * wholeNumber(terms[at]!.value)!;
  const sum = known + by;
  const last: Term = { sign: sum < 0 ? -1 : 1, value: numeral(Math.abs(sum), expression.span) };
  if (at < 0) terms.push(last);
  else if (sum === 0 && terms.length > 1) terms.splice(at, 1);
  else terms[at] = last;
  return sumOf(terms, expression);
}

/** All edits of a node itself, those of the nodes inside it aside. */
export function editsOf(node: Expression, around: Surroundings): Edit[] {
  const edits: Edit[] = [];
  const push = (edit: string, make: () => Expression | undefined, moves = false): void => {
    const after = built(() => make() ?? node);
    if (after !== undefined && after !== node) edits.push({ after, edit, ...(moves ? { moves } : {}) });
  };
  if (around.isIndex) {
    indexEdits(node, around, push);
    return edits;
  }
  for (const { edit, make } of slips(node)) push(edit, make);
  switch (node.kind) {
    case "number":
      numberEdits(node, push);
      break;
    case "symbol":
      symbolEdits(around, push);
      break;
    case "constant":
      if (node.name !== "infinity")
        push("a constant replaced", () =>
          node.name === "e" ? numeral(2, node.span) : numeral(3, node.span),
        );
      break;
    case "bound":
      for (const index of around.indices)
        if (index.id !== node.id) push("an index replaced by another", () => index);
      break;
    case "index":
      entryEdits(node, push);
      break;
    case "add":
      sumEdits(node, push);
      break;
    case "multiply":
      productEdits(node, push);
      break;
    case "divide": {
      const { numerator, denominator, span } = node;
      push("numerator and denominator exchanged", () => build.divide(denominator, numerator, span));
      push("a division read as a product", () => timesOf(numerator, denominator));
      push("a denominator dropped", () => numerator);
      if (numerator.kind !== "number")
        push("a numerator dropped", () => build.divide(numeral(1, span), denominator, span));
      break;
    }
    case "power": {
      const { base, exponent, span } = node;
      if (base.kind === "constant" && base.name === "e") {
        push("an exponential dropped", () => exponent);
        push("an exponential replaced by a logarithm", () => build.apply("log", [exponent], span));
        break;
      }
      push("a power dropped", () => base);
      if (wholeNumber(exponent) === 2)
        push("a square replaced by an absolute value", () => build.size(base, false, undefined, span));
      if (exponent.kind !== "number")
        push("base and exponent exchanged", () => build.power(exponent, base, span));
      break;
    }
    case "apply":
      functionEdits(node, around, push);
      break;
    case "call":
      callEdits(node, push);
      break;
    case "big":
      bigEdits(node, push);
      for (const other of around.symbols)
        push("a distribution replaced by another", () => withDistribution(node, other));
      break;
    case "cases": {
      const { branches } = node;
      const [first, second] = branches;
      if (second !== undefined)
        push("the values of two cases exchanged", () => ({
          ...node,
          branches: branches.map((branch, k) =>
            k > 1 ? branch : { ...branch, value: (k === 0 ? second : first!).value },
          ),
        }));
      if (branches.length === 2) for (const { value } of branches) push("a case dropped", () => value);
      else if (branches.length > 2)
        branches.forEach((_, k) => {
          push("a case dropped", () => ({ ...node, branches: without(branches, k) }));
        });
      break;
    }
    case "compare":
      comparisonEdits(node, push);
      break;
    case "logic": {
      const { operator, operands } = node;
      if (operator === "not") {
        push("a negation dropped", () => operands[0]!);
        break;
      }
      const other = operator === "and" ? "or" : "and";
      push(`“${operator}” replaced by “${other}”`, () => ({ ...node, operator: other }));
      operands.forEach((_, k) => {
        const rest = without(operands, k);
        push("a condition dropped", () => (rest.length === 1 ? rest[0]! : { ...node, operands: rest }));
      });
      break;
    }
    case "indicator":
      push("an indicator's condition dropped", () => numeral(1, node.span));
      break;
    case "stack":
    case "concat": {
      const { parts } = node;
      parts.slice(1).forEach((part, k) => {
        const exchanged = replaced(replaced(parts, k, part), k + 1, parts[k]!);
        push("two parts exchanged", () =>
          node.kind === "stack"
            ? build.stack(exchanged, node.span)
            : build.concat(exchanged, node.latex, node.span),
        );
      });
      break;
    }
    case "set-operation": {
      const { operands, operator } = node;
      const [left, right] = operands as [Expression, Expression];
      const others = (["union", "intersection", "difference"] as const).filter((other) => other !== operator);
      for (const other of others)
        push(`${WORDS[operator]} replaced by ${WORDS[other]}`, () => build.setOperation(other, left, right));
      if (operator === "difference")
        push("the sets of a difference exchanged", () => build.setOperation(operator, right, left));
      for (const operand of operands) push("a set dropped", () => operand);
      break;
    }
    case "size":
      if (node.of === "absolute") {
        push("an absolute value dropped", () => node.value);
        push("an absolute value replaced by a square", () =>
          build.power(node.value, numeral(2, node.span), node.span),
        );
      }
      if (node.of === "norm") {
        const isSecond = node.order === undefined || wholeOrder(node.order) === 2;
        const vector = node.value.shape.kind === "vector";
        if (isSecond || node.order === "frobenius")
          push("a norm's square root dropped", () => build.power(node, numeral(2, node.span), node.span));
        if (isSecond && vector) push("another norm", () => ({ ...node, order: numeral(1, node.span) }));
      }
      break;
    case "transpose":
      push("a transpose dropped", () => node.value);
      break;
    case "grid":
    case "table":
    case "previous":
    case "recurrence":
      break;
  }
  if (node.kind === "symbol" && node.shape.kind === "matrix")
    push("a transpose too many", () => build.transpose(node, node.span));
  return edits;
}

type Push = (edit: string, make: () => Expression | undefined, moves?: boolean) => void;

const WORDS = { union: "a union", intersection: "an intersection", difference: "a difference" } as const;

function wholeOrder(order: Expression | "frobenius"): number | undefined {
  return order === "frobenius" ? undefined : wholeNumber(order);
}

/** An index, or a bound: one more, one less, or another index. */
function indexEdits(node: Expression, around: Surroundings, push: Push): void {
  if (node.kind === "number" || node.kind === "bound" || node.kind === "add")
    for (const by of [1, -1]) push("an index shifted by one", () => shifted(node, by));
  if (node.kind !== "bound") return;
  for (const index of around.indices)
    if (index.id !== node.id) push("an index replaced by another", () => index);
}

function numberEdits(node: Expression & { readonly kind: "number" }, push: Push): void {
  const unit = 10n ** BigInt(node.decimals);
  push("a constant greater by one", () => ({ ...node, digits: node.digits + unit }));
  push("a constant less by one", () =>
    node.digits >= unit
      ? { ...node, digits: node.digits - unit }
      : negative({ ...node, digits: unit - node.digits }),
  );
}

function symbolEdits(around: Surroundings, push: Push): void {
  for (const other of around.symbols) push("a symbol replaced by another", () => other);
}

/** An entry with its indices exchanged. */
function entryEdits(node: Index, push: Push): void {
  const { base, indices, span } = node;
  if (node.written !== undefined || indices.length < 2) return;
  push(
    "two indices exchanged",
    () => build.index(base, replaced(replaced(indices, 0, indices[1]!), 1, indices[0]!), span),
    true,
  );
}

function sumEdits(node: Expression & { readonly kind: "add" }, push: Push): void {
  const { terms } = node;
  terms.forEach((term, k) => {
    const sign = -term.sign as 1 | -1;
    push("a sign turned", () => sumOf(replaced(terms, k, { ...term, sign }), node));
    if (terms.length > 1) push("a term dropped", () => sumOf(without(terms, k), node));
  });
  terms.slice(1).forEach((right, k) => {
    const left = terms[k]!;
    const word = right.sign > 0 ? "a sum read as a product" : "a difference read as a product";
    push(word, () => {
      const product = { sign: left.sign, value: timesOf(left.value, right.value) };
      return sumOf([...terms.slice(0, k), product, ...terms.slice(k + 2)], node);
    });
  });
}

function productEdits(node: Expression & { readonly kind: "multiply" }, push: Push): void {
  const { operation, factors, span } = node;
  const entrywise = operation === "entrywise";
  factors.forEach((factor, k) => {
    push("a factor dropped", () => productOf(without(factors, k), entrywise));
    if (operation === "scale" && wholeNumber(factor) !== 1)
      push("a product read as a division", () =>
        build.divide(productOf(without(factors, k), false), factor, span),
      );
  });
  factors.slice(1).forEach((right, k) => {
    const left = factors[k]!;
    push("a product read as a sum", () =>
      productOf(
        [
          ...factors.slice(0, k),
          sumOf(
            [
              { sign: 1, value: left },
              { sign: 1, value: right },
            ],
            node,
          ),
          ...factors.slice(k + 2),
        ],
        entrywise,
      ),
    );
  });
  if (operation === "matrix" || operation === "outer") {
    const [left, right] = factors as [Expression, Expression];
    push("the order of two factors exchanged", () => build.multiply(right, left, ""));
  }
}

/** Functions that are taken for one another. */
const NEIGHBOURS: Readonly<Partial<Record<BuiltinName, BuiltinName>>> = {
  exp: "log",
  log: "exp",
  sin: "cos",
  cos: "sin",
  tan: "sin",
  sinh: "cosh",
  cosh: "sinh",
  erf: "erfc",
  erfc: "erf",
  normalCdf: "erf",
  floor: "ceil",
  ceil: "floor",
  max: "min",
  min: "max",
};

function functionEdits(node: Apply, around: Surroundings, push: Push): void {
  const { function: name, arguments: parts, span } = node;
  const [first, second] = parts as [Expression, Expression?];
  const neighbour = NEIGHBOURS[name];
  if (neighbour !== undefined && !(name === "log" && second !== undefined))
    push("a function replaced by its neighbour", () => build.apply(neighbour, parts, span));
  if (name === "tanh") {
    const sigmoid = around.calls.find(({ callee }) => isSigmoid(callee));
    push("a function replaced by its neighbour", () =>
      sigmoid === undefined
        ? build.apply("max", [numeral(0, span), first], span)
        : build.call(sigmoid.callee, [first], span),
    );
  }
  if (name === "sign")
    push("a function replaced by its neighbour", () => build.size(first, false, undefined, span));
  if (name === "log") {
    if (second === undefined)
      push("another base of a logarithm", () => build.apply("log", [first, numeral(2, span)], span));
    else push("the base of a logarithm dropped", () => build.apply("log", [first], span));
  }
  if ((name === "binomial" || name === "log" || name === "sqrt") && second !== undefined)
    push("two arguments exchanged", () => build.apply(name, [second, first], span));
  if (name === "max" || name === "min") {
    if (parts.length > 1)
      parts.forEach((_, k) => {
        const rest = without(parts, k);
        push("an argument dropped", () => (rest.length === 1 ? rest[0] : build.apply(name, rest, span)));
      });
  } else if (second === undefined) push(`${FUNCTION_WORDS[name] ?? "a function"} dropped`, () => first);
}

const FUNCTION_WORDS: Readonly<Partial<Record<BuiltinName, string>>> = {
  sqrt: "a square root",
  log: "a logarithm",
  exp: "an exponential",
};

function isSigmoid({ latex, parameters }: Callee): boolean {
  return parameters.length === 1 && /^(?:\\sigma|\\operatorname\{sigmoid\})$/u.test(latex);
}

function callEdits(node: Call, push: Push): void {
  const { callee, arguments: parts, span } = node;
  if (isImplied(node)) return;
  if (isSigmoid(callee)) push("a function replaced by its neighbour", () => build.apply("tanh", parts, span));
  if (parts.length === 1) push("a function dropped", () => parts[0]!);
  for (let j = 0; j < parts.length; j++) {
    for (let k = j + 1; k < parts.length; k++) {
      const exchanged = replaced(replaced(parts, j, parts[k]!), k, parts[j]!);
      push("two arguments exchanged", () => build.call(callee, exchanged, span));
    }
  }
}

/** Whether the arguments of a call are not written: the name alone takes the symbols of the same names. */
export function isImplied({ callee, arguments: parts }: Call): boolean {
  return callee.implicit === true && parts.every((part, k) => isOwn(part, callee.parameters[k]));
}

function isOwn(part: Expression, parameter: Callee["parameters"][number] | undefined): boolean {
  return part.kind === "symbol" && part.name === parameter?.name;
}

const OPERATORS: Readonly<Partial<Record<Big["operator"], Big["operator"]>>> = {
  sum: "product",
  product: "sum",
  max: "min",
  min: "max",
  argmax: "argmin",
  argmin: "argmax",
};

function bigEdits(node: Big, push: Push): void {
  const { operator, binders, conditions, body } = node;
  const neighbour = OPERATORS[operator];
  if (neighbour !== undefined && (operator !== "sum" || body.shape.kind === "scalar"))
    push("an operator replaced by its neighbour", () => ({ ...node, operator: neighbour }));
  conditions.forEach((_, k) => {
    push("a condition dropped", () => ({ ...node, conditions: without(conditions, k) }));
  });
  if (operator !== "expectation") {
    for (const [k, binder] of binders.entries()) {
      for (const by of binder.member === true ? [] : [1, -1]) {
        const from = shifted(binder.from, by);
        const to = shifted(binder.to, by);
        push(
          "a bound shifted by one",
          () => ({ ...node, binders: replaced(binders, k, { ...binder, from }) }),
          true,
        );
        push(
          "a bound shifted by one",
          () => ({ ...node, binders: replaced(binders, k, { ...binder, to }) }),
          true,
        );
      }
    }
  }
  // min max and max min.
  if (body.kind !== "big" || body.operator === operator || operator === "expectation") return;
  if (body.operator === "expectation" || body.weight !== undefined) return;
  const outer = new Set(binders.map(({ id }) => id));
  const ranges = body.binders.flatMap(({ from, to }) => [from, to]);
  if ([...ranges, ...body.conditions].some((part) => [...boundIn(part)].some((id) => outer.has(id)))) return;
  const inner: Big = { ...node, body: body.body, shape: body.body.shape };
  push("the order of two operators exchanged", () => ({ ...body, body: inner, shape: inner.shape }));
}

/** The symbol whose entries are the probabilities of an expectation. */
export function distributionOf({ weight }: Big): SymbolReference | undefined {
  return weight?.kind === "index" && weight.base.kind === "symbol" ? weight.base : undefined;
}

/** An expectation over another distribution, or with its own as it is written. */
export function withDistribution(big: Big, by: SymbolReference | undefined = distributionOf(big)): Big {
  if (big.weight?.kind !== "index" || by === undefined) return big;
  return { ...big, weight: { ...big.weight, base: by }, distribution: by.latex };
}

const TURNED: Readonly<Record<Relation, readonly Relation[]>> = {
  "<": [">", "\\le"],
  ">": ["<", "\\ge"],
  "\\le": ["\\ge", "<"],
  "\\ge": ["\\le", ">"],
  "=": ["\\ne"],
  "\\ne": ["="],
};

function comparisonEdits(node: Compare, push: Push): void {
  const { operands, relations } = node;
  relations.forEach((relation, k) => {
    for (const other of TURNED[relation])
      push("a comparison turned", () => ({ ...node, relations: replaced(relations, k, other) }));
  });
  if (operands.length < 3) return;
  push("a condition dropped", () => ({
    ...node,
    operands: operands.slice(1),
    relations: relations.slice(1),
  }));
  push("a condition dropped", () => ({
    ...node,
    operands: operands.slice(0, -1),
    relations: relations.slice(0, -1),
  }));
}

/** Whether a sign before it could be missing or too many: an argument, an exponent, a side of a comparison. */
export function takesSign(parent: Expression, child: Expression): boolean {
  if (!VALUES.has(child.shape.kind) || child.kind === "number") return false;
  switch (parent.kind) {
    case "apply":
    case "call":
    case "compare":
      return true;
    case "power":
      return child === parent.exponent;
    default:
      return false;
  }
}

const VALUES: ReadonlySet<Shape["kind"]> = new Set(["scalar", "vector", "matrix"]);
