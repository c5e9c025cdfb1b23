// Lists of arguments: what an ellipsis runs through, and Concat, which puts its arguments together.

import { negated, sizeOfExpression, wholeNumber } from "./build.js";
import type { Cursor } from "./cursor.js";
import type { Span } from "./errors.js";
import {
  children,
  sameExpression,
  substituteBound,
  withChildren,
  type Binder,
  type Expression,
} from "./expression.js";
import type { ExpressionReader } from "./read-expression.js";
import { NO_SCRIPTS } from "./layout.js";
import { wordAt } from "./read-cases.js";
import { numeral } from "./reading.js";
import { addSizes, SCALAR, sameSize } from "./shapes.js";

/**
 * Puts all that an ellipsis stands for in the place of what is written before it: from the first (or the first few) of a
 * list to the last.
 */
export function readEllipsis(
  reader: ExpressionReader,
  before: Expression[],
  last: Expression,
  dots: Span,
): void {
  const first = before.pop();
  const id = reader.reading.draft("", "", dots, "big").id;
  const found: { from?: Expression; to?: Expression } = {};
  const body = first && generalized(first, last, id, found);
  const { from, to } = found;
  if (first === undefined || body === undefined || from === undefined || to === undefined) {
    return reader.reading.fail(
      "unexpected",
      "Expected the first and the last of this list to differ in an index alone, as in x_1, \\dots, x_n.",
      dots,
    );
  }
  const span = { start: first.span.start, end: last.span.end };
  const rise = addSizes(sizeOfExpression(to)!, negated(sizeOfExpression(from)!));
  const falls =
    rise.terms.some(([, coefficient]) => coefficient < 0) || (rise.terms.length === 0 && rise.constant < 0);
  if (falls)
    reader.reading.fail("range", "A list with an ellipsis rises from its first index to its last.", span);
  // x_1, x_2, \dots, x_n: those before are the ones that come first.
  const start = wholeNumber(from);
  let begin = from;
  for (let k = 1; before.length > 0 && start !== undefined; k++) {
    const earlier = numeral(start - k, span);
    if (!sameExpression(before.at(-1)!, substituteBound(body, new Map([[id, earlier]])))) break;
    begin = earlier;
    before.pop();
  }
  const skipped = before.at(-1);
  const alike = skipped && generalized(skipped, last, id, {});
  if (alike !== undefined && sameExpression(alike, body)) {
    reader.reading.fail("range", "A list with an ellipsis goes in steps of 1.", {
      start: before.at(-1)!.span.start,
      end: last.span.end,
    });
  }
  const binder: Binder = { id, latex: "i", from: begin, to };
  const table = reader.build.table(body, [binder]);
  before.push({ ...table, span, listed: true } as Expression);
}

/** What two expressions have in common, with an index where one has a number and the other the last of a range. */
function generalized(
  first: Expression,
  last: Expression,
  id: number,
  found: { from?: Expression; to?: Expression },
): Expression | undefined {
  if (sameExpression(first, last)) return first;
  const [from, to] = [sizeOfExpression(first), sizeOfExpression(last)];
  if (from !== undefined && to !== undefined && first.shape.kind === "scalar") {
    const again = found.from !== undefined && found.to !== undefined;
    if (
      again &&
      !(sameSize(sizeOfExpression(found.from!)!, from) && sameSize(sizeOfExpression(found.to!)!, to))
    )
      return undefined;
    found.from = first;
    found.to = last;
    return { kind: "bound", id, latex: "i", span: first.span, shape: SCALAR };
  }
  const [as, bs] = [children(first), children(last)];
  if (first.kind !== last.kind || as.length !== bs.length || as.length === 0) return undefined;
  const inner = as.map((child, k) => generalized(child, bs[k]!, id, found));
  if (inner.includes(undefined)) return undefined;
  const body = withChildren(first, inner as Expression[]);
  // What differs beside its parts is no run of one thing.
  const end = found.to;
  return end !== undefined && sameExpression(substituteBound(body, new Map([[id, end]])), last)
    ? body
    : undefined;
}

const CONCATENATIONS = new Set(["concat", "concatenate"]);

/** Whether `Concat(…)` stands here, in whatever letters. */
export function concatAt(cursor: Cursor): boolean {
  cursor.peek();
  const word = wordAt(cursor.row, cursor.at);
  const next = word && cursor.row[word.next];
  const fence = next?.type === "scripts" ? next.base : next;
  return word !== undefined && CONCATENATIONS.has(word.text.toLowerCase()) && fence?.type === "fence";
}

/** `Concat(A, B)`: matrices side by side, columns one below the other. */
export function readConcat(reader: ExpressionReader, cursor: Cursor): Expression {
  const { start } = cursor.peek()!;
  const word = wordAt(cursor.row, cursor.at)!;
  const name = cursor.row.slice(cursor.at, word.next);
  const behind = cursor.row[word.next]!;
  const fence = behind.type === "scripts" ? behind.base : behind;
  if (fence.type !== "fence") return reader.reading.fail("missing", "Expected arguments.", behind);
  cursor.at = word.next + 1;
  const span = { start, end: fence.end };
  const letters = reader.reading.source.slice(name[0]!.start, name.at(-1)!.end);
  const value = reader.build.concat(reader.list(fence.body, fence), letters, span);
  return reader.scripted(value, behind.type === "scripts" ? behind : NO_SCRIPTS, span);
}
