// Mutants: every expression that a single slip of the pen makes of one. A verifier must tell each from the original.

import type { Formula } from "../evaluate/formula.js";
import {
  children,
  withChildren,
  type Binder,
  type Call,
  type Expression,
  type SymbolReference,
} from "../latex/expression.js";
import { printStatement } from "../latex/print.js";
import { SCALAR, sameShape, showShape } from "../latex/shapes.js";
import { canonicalKey } from "./canonical.js";
import {
  distributionOf,
  editsOf,
  isImplied,
  takesSign,
  withDistribution,
  type Edit,
  type Surroundings,
} from "./edits.js";
import { openIndices } from "./index-ranges.js";
import { build, built, negative } from "./nodes.js";

/** An expression with a single edit. */
export interface Mutant {
  readonly expression: Expression;
  /** What was done, in words. */
  readonly edit: string;
  /** The smallest part that changed, as it was. */
  readonly before: Expression;
  /** The same part as it is now. */
  readonly after: Expression;
}

/**
 * Every single edit of an expression: a sign, an operator, a constant ± 1, an index or a bound shifted, a function exchanged for
 * its neighbour, arguments or symbols exchanged, a term, a factor, an absolute value, a square root, a condition or a
 * transpose dropped, a comparison turned, and functions that reach further than they should, or less far: log(1 − x)
 * and 1 − log x.
 *
 * Each has the shape of the original, takes no entry beyond a vector's end where sizes tell that, and differs from the original
 * and from every other mutant by more than the order of what commutes.
 */
export function mutantsOf(expression: Expression): readonly Mutant[] {
  const known = new Set([canonicalKey(expression)]);
  const open = openIndices(expression);
  const mutants: Mutant[] = [];
  const add = (mutant: Mutant, moves: boolean): void => {
    if (moves && openIndices(mutant.expression) > open) return;
    const key = canonicalKey(mutant.expression);
    if (known.has(key)) return;
    known.add(key);
    mutants.push(mutant);
  };
  const used = symbolsIn(expression);
  const calls = callsIn(expression);
  const visit = (node: Expression, place: Place, rebuild: (node: Expression) => Expression): void => {
    const symbol = node.kind === "big" ? distributionOf(node) : node;
    const symbols =
      symbol?.kind === "symbol"
        ? (used.get(showShape(symbol.shape)) ?? []).filter(
            (other) => other.name !== symbol.name && countsFrom(other) === countsFrom(symbol),
          )
        : [];
    const around: Surroundings = { symbols, calls, indices: place.indices, isIndex: place.isIndex };
    for (const { after, edit, moves = false } of [...editsOf(node, around), ...signsIn(node, place)]) {
      if (!sameShape(after.shape, node.shape) || (place.isBound && !isWholeNumber(after))) continue;
      const isTwice = place.parent?.kind === "transpose" && after.kind === "transpose";
      if (!isTwice)
        add({ expression: settled(rebuild(after)), edit, before: node, after }, moves || place.isIndex);
    }
    const parts = children(node);
    placesIn(node, place).forEach((inner, k) => {
      if (inner === undefined) return;
      visit(parts[k]!, inner, (part) =>
        rebuild(
          withChildren(
            node,
            parts.map((old, j) => (j === k ? part : old)),
          ),
        ),
      );
    });
  };
  visit(expression, { parent: undefined, indices: [], isIndex: false, isBound: false }, (node) => node);
  for (const [first, second] of exchangeable(used)) {
    const exchanged = withExchanged(expression, first, second);
    add(
      { expression: exchanged, edit: "two symbols exchanged everywhere", before: first, after: second },
      true,
    );
  }
  return mutants;
}

/** Where a node stands. */
interface Place {
  readonly parent: Expression | undefined;
  readonly indices: Surroundings["indices"];
  /** Whether it is an index. */
  readonly isIndex: boolean;
  /** Whether it stands in a bound, where only whole numbers may. */
  readonly isBound: boolean;
}

/** A minus where one may be missing or too many: before the whole value, an argument, an exponent, a side of a comparison. */
function signsIn(node: Expression, { parent, isIndex }: Place): Edit[] {
  if (isIndex) return [];
  const isWhole = parent === undefined ? !isOver(node) : isOver(parent);
  if (!isWhole && (parent === undefined || !takesSign(parent, node))) return [];
  const after = built(() => negative(node));
  return after === undefined ? [] : [{ after, edit: "a sign turned" }];
}

/** Whether a node holds its body over the free indices of the formula. */
function isOver(node: Expression): boolean {
  return (node.kind === "table" && node.listed !== true) || node.kind === "recurrence";
}

/** Where the children of a node stand; undefined for those that are not written, or that decide its shape. */
function placesIn(node: Expression, place: Place): readonly (Place | undefined)[] {
  const inside: Place = { ...place, parent: node };
  const parts = children(node);
  const only = (count: number, last: Place): (Place | undefined)[] => [
    ...Array<undefined>(parts.length - count).fill(undefined),
    ...Array<Place>(count).fill(last),
  ];
  switch (node.kind) {
    case "table":
    case "recurrence":
      return only(1, withIndices(inside, node.binders));
    case "big": {
      const inner = withIndices(inside, node.binders);
      if (node.operator === "expectation") return only(1, node.weight === undefined ? inside : inner);
      const bounds = node.binders.flatMap(({ from, to, member }) =>
        [from, to].map((end) => (member === true || isPlain(end) ? undefined : { ...inside, isBound: true })),
      );
      return [...bounds, ...only(parts.length - bounds.length, inner).slice(bounds.length)];
    }
    case "index": {
      if (node.written !== undefined) return only(0, inside);
      const base = place.isIndex ? undefined : inside;
      return [base, ...node.indices.map(() => ({ ...inside, isIndex: true }))];
    }
    case "call":
      return only(isImplied(node) ? 0 : parts.length, inside);
    default:
      return only(place.isIndex ? 0 : parts.length, inside);
  }
}

function withIndices(place: Place, binders: readonly Binder[]): Place {
  const own = binders
    .filter(({ member }) => member !== true)
    .map(({ id, latex }): Surroundings["indices"][number] => ({
      kind: "bound",
      id,
      latex,
      span: { start: 0, end: 0 },
      shape: SCALAR,
    }));
  return { ...place, indices: [...place.indices, ...own] };
}

/** Whether a bound is made of sizes, indices and numbers alone: then all edits of it are shifts. */
function isPlain(bound: Expression): boolean {
  return bound.kind === "add"
    ? bound.terms.every(({ value }) => isPlain(value))
    : bound.kind === "number" || bound.kind === "symbol" || bound.kind === "bound";
}

/** Whether a number is whole for all that its parts tell. */
function isWholeNumber(expression: Expression): boolean {
  switch (expression.kind) {
    case "divide":
    case "power":
    case "constant":
      return false;
    case "number":
      return expression.decimals === 0;
    case "apply":
      return ["floor", "ceil", "max", "min", "binomial", "factorial"].includes(expression.function);
    case "compare":
    case "indicator":
      return true;
    default:
      return children(expression).every(isWholeNumber);
  }
}

function symbolsIn(expression: Expression): ReadonlyMap<string, readonly SymbolReference[]> {
  const found = new Map<string, SymbolReference>();
  const visit = (node: Expression): void => {
    if (node.kind === "index" && node.written !== undefined) return;
    if (node.kind === "symbol" && !found.has(node.name)) found.set(node.name, node);
    children(node).forEach(visit);
  };
  visit(expression);
  const byShape = new Map<string, SymbolReference[]>();
  for (const symbol of found.values()) {
    const key = showShape(symbol.shape);
    byShape.set(key, [...(byShape.get(key) ?? []), symbol]);
  }
  return byShape;
}

function callsIn(expression: Expression): readonly Call[] {
  const found = new Map<string, Call>();
  const visit = (node: Expression): void => {
    if (node.kind === "call") found.set(node.callee.name, node);
    children(node).forEach(visit);
  };
  visit(expression);
  return [...found.values()];
}

/** All pairs of symbols of one shape that count from the same number. */
function* exchangeable(
  used: ReadonlyMap<string, readonly SymbolReference[]>,
): Generator<readonly [SymbolReference, SymbolReference]> {
  for (const symbols of used.values()) {
    for (const [k, first] of symbols.entries()) {
      for (const second of symbols.slice(k + 1))
        if (countsFrom(first) === countsFrom(second)) yield [first, second];
    }
  }
}

function countsFrom({ first = 1 }: SymbolReference): number {
  return first;
}

/** Each of two symbols in the place of the other, wherever they are written. */
function withExchanged(expression: Expression, first: SymbolReference, second: SymbolReference): Expression {
  const visit = (node: Expression): Expression => {
    if (node.kind === "symbol")
      return node.name === first.name ? second : node.name === second.name ? first : node;
    if (node.kind === "call" && isImplied(node)) return node;
    const exchanged = withChildren(node, children(node).map(visit));
    return exchanged.kind === "big" ? withDistribution(exchanged) : exchanged;
  };
  return visit(expression);
}

/** What steps no longer go on with the step before is no recurrence, but a table. */
function settled(expression: Expression): Expression {
  if (expression.kind !== "recurrence" || usesPrevious(expression.body)) return expression;
  const { binders, body } = expression;
  return build.table(body, binders);
}

function usesPrevious(expression: Expression): boolean {
  return expression.kind === "previous" || children(expression).some(usesPrevious);
}

/** The whole formula with a mutant in the place of its value: left sides, mutant, ranges. */
export function latexOfMutant({ statement, letters }: Formula, { expression }: Mutant): string {
  const { lefts, free } = statement;
  return printStatement({ lefts, free, members: [expression], relations: [] }, letters);
}
