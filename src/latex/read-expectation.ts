// Expectations: over a distribution on finitely many values, or over a sample.

import { splitRow, type Cursor } from "./cursor.js";
import type { Big, Expression } from "./expression.js";
import { letterKey, NO_SCRIPTS, type Box, type Row, type ScriptsBox } from "./layout.js";
import { printLayout } from "./print-layout.js";
import { bindIndex, readBody } from "./read-big.js";
import { trimmed } from "./read-cases.js";
import type { ExpressionReader } from "./read-expression.js";
import type { Match } from "./read-names.js";
import { insideOf, nameOfRow, Scope, type Meaning } from "./scope.js";
import type { Span } from "./errors.js";

/** The letters of an expectation; italic and upright ones only where something below says so. */
const BLACKBOARD = "<blackboard E>";
const LETTERS = new Set([BLACKBOARD, "E"]);

/** `\mathbb{E}_{x \sim p}[f(x)]`, where it stands here. */
export function readExpectation(
  reader: ExpressionReader,
  cursor: Cursor,
  match: Match | undefined,
): Expression | undefined {
  const box = cursor.peek()!;
  const base = box.type === "scripts" ? box.base : box;
  const letters = letterKey(base);
  if (match !== undefined || letters === undefined || !LETTERS.has(letters)) return undefined;
  const below = box.type === "scripts" ? trimmed(box.sub ?? []) : [];
  const sides = splitRow(below, "\\sim").map(trimmed);
  if (sides.length !== 2 && letters !== BLACKBOARD) return undefined;
  const scripts = box.type === "scripts" ? box : undefined;
  const [drawn, from] = sides.length === 2 ? [sides[0]!, sides[1]!] : [undefined, below];
  if (from.length === 0 || sides.length > 2) {
    return reader.reading.fail(
      "range",
      "Expected below an expectation what is drawn and how it is distributed, as in \\mathbb{E}_{x \\sim p}.",
      box,
    );
  }
  cursor.at++;
  return expectation(reader, cursor, { drawn, from, scripts, whole: box });
}

interface Parts {
  readonly drawn: Row | undefined;
  readonly from: Row;
  readonly scripts: ScriptsBox | undefined;
  readonly whole: Span;
}

function expectation(
  reader: ExpressionReader,
  cursor: Cursor,
  { drawn, from, scripts, whole }: Parts,
): Expression {
  const { build, reading } = reader;
  const last = from.at(-1);
  const argument = insideOf(last) === undefined || from.length < 2 ? undefined : last;
  const letters = argument === undefined ? from : from.slice(0, -1);
  const distribution = distributionOf(reader, letters, whole);
  // p(x) below alone names what is drawn in its parentheses.
  const variables = drawn ?? (argument?.type === "fence" ? argument.body : undefined);
  if (variables === undefined)
    return reading.fail("range", "Expected what is drawn, as in \\mathbb{E}_{x \\sim p}.", whole);
  const scope = new Scope(reader.scope);
  const [only] = variables;
  const grouped = variables.length === 1 && only?.type === "fence" ? only.body : variables;
  const drafts = splitRow(grouped, ",").map((piece) => bindIndex(reader, scope, trimmed(piece), whole));
  const values = distribution.make(whole);
  const indices = drafts.map(({ id, latex }): Expression => ({
    kind: "bound",
    id,
    latex,
    span: whole,
    shape: { kind: "scalar" },
  }));
  const entry = build.scalar(build.index(values, indices, whole), "a probability");
  if (distribution.sample === true) {
    // What is drawn from a sample is one of its entries.
    const name = nameOfRow(trimmed(grouped))!;
    const written = drafts[0]!.latex;
    const make = (span: Span): Expression => ({ ...entry, written, span }) as Expression;
    scope.add({ name, shown: written, meaning: { kind: "value", shape: entry.shape, make } });
  }
  const inside = reader.inside(scope);
  const next = cursor.peek();
  const fence = next?.type === "scripts" ? next.base : next;
  let body: Expression;
  let behind: Box | undefined;
  reading.openOperators++;
  // A parenthesis begins a term, which may go on behind it: 𝔼 (x - μ)².
  if (fence?.type === "fence" && ["[", "\\{"].includes(fence.open)) {
    cursor.at++;
    behind = next;
    body = inside.row(fence.body, fence);
  } else body = readBody(inside, cursor, "sum", drafts);
  reading.openOperators--;
  for (const { letters } of drafts) reading.drawn.add(letters);
  build.value(body, "what an expectation is of");
  const span = { start: whole.start, end: behind?.end ?? body.span.end };
  const node: Big = {
    kind: "big",
    operator: "expectation",
    binders: drafts.map((draft) => reading.close(draft)),
    conditions: [],
    weight: distribution.sample === true ? undefined : entry,
    distribution: printLayout(letters),
    body,
    span,
    shape: body.shape,
  };
  const powered = scripts?.sup === undefined ? node : build.power(node, reader.row(scripts.sup, span), span);
  return reader.scripted(powered, behind?.type === "scripts" ? behind : NO_SCRIPTS, span);
}

/** The declared distribution that a row names. */
function distributionOf(reader: ExpressionReader, letters: Row, whole: Span): Meaning & { kind: "value" } {
  const name = nameOfRow(letters);
  const meaning = name && reader.names.find(name);
  const known = meaning?.kind === "value" && ["vector", "matrix"].includes(meaning.shape.kind);
  if (!known || (meaning.called !== true && meaning.sample !== true)) {
    const shown = printLayout(letters);
    return reader.reading.fail(
      meaning === undefined ? "undeclared" : "shape",
      `${shown} is no declared distribution: declare it as one on finitely many values, or as a sample.`,
      letters[0] ?? whole,
    );
  }
  return meaning;
}
