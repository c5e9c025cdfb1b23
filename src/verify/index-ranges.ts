// How far indices run, as sizes: whether every entry that an expression takes is there.

import { children, type Binder, type Expression } from "../latex/expression.js";
import { negated, wholeNumber } from "../latex/build.js";
import { addSizes, sizeOf, type Shape, type SizeForm } from "../latex/shapes.js";

/** The least and the greatest value of a whole number, as far as sizes tell. */
interface Extent {
  readonly low: SizeForm;
  readonly high: SizeForm;
}

/** The indices around a place. */
export type Around = ReadonlyMap<number, Binder>;

export function withBinders(around: Around, binders: readonly Binder[]): Around {
  return new Map([...around, ...binders.map((binder) => [binder.id, binder] as const)]);
}

function extentOf(expression: Expression, around: Around): Extent | undefined {
  const exactly = (size: SizeForm): Extent => ({ low: size, high: size });
  const fixed = wholeNumber(expression);
  if (fixed !== undefined) return exactly(sizeOf(fixed));
  switch (expression.kind) {
    case "symbol":
      return exactly(sizeOf(expression.name));
    case "size": {
      const { shape } = expression.value;
      return expression.of === "cardinality" && shape.kind === "sets" ? exactly(shape.count) : undefined;
    }
    case "bound": {
      const binder = around.get(expression.id);
      const from = binder && extentOf(binder.from, around);
      const to = binder && extentOf(binder.to, around);
      return from && to && { low: from.low, high: to.high };
    }
    case "add": {
      let [low, high] = [sizeOf(0), sizeOf(0)];
      for (const { sign, value } of expression.terms) {
        const part = extentOf(value, around);
        if (part === undefined) return undefined;
        low = addSizes(low, sign > 0 ? part.low : negated(part.high));
        high = addSizes(high, sign > 0 ? part.high : negated(part.low));
      }
      return { low, high };
    }
    default:
      return undefined;
  }
}

/** How many entries each index of a thing counts. */
function sizesOfShape(shape: Shape): readonly SizeForm[] {
  switch (shape.kind) {
    case "vector":
      return [shape.size];
    case "matrix":
      return [shape.rows, shape.columns];
    case "family":
      return [shape.count, shape.member.rows, shape.member.columns];
    case "sets":
      return [shape.count];
    default:
      return [];
  }
}

/** Whether a number is 0 or more, whatever the sizes are. */
function isCertain({ terms, constant }: SizeForm): boolean {
  return terms.length === 0 && constant >= 0;
}

/** How many of the indices in an expression may be out of range for all that sizes tell. */
export function openIndices(expression: Expression, around: Around = new Map()): number {
  let count = 0;
  const inner = "binders" in expression ? withBinders(around, expression.binders) : around;
  if (expression.kind === "index") {
    const { base, indices } = expression;
    const sizes = sizesOfShape(base.shape);
    for (const [k, index] of indices.entries()) {
      const first = base.kind === "symbol" && k === 0 ? (base.first ?? 1) : 1;
      const extent = extentOf(index, around);
      const below = extent && addSizes(extent.low, sizeOf(-first));
      const above = extent && addSizes(addSizes(sizes[k]!, sizeOf(first - 1)), negated(extent.high));
      if (below === undefined || above === undefined || !isCertain(below) || !isCertain(above)) count++;
    }
  }
  for (const child of children(expression)) count += openIndices(child, inner);
  return count;
}
