// Statements of distribution: z ∼ N(μ, σ²), what is drawn and how.

import { Cursor, splitRow } from "./cursor.js";
import { LatexError, type Span } from "./errors.js";
import type { Expression } from "./expression.js";
import { layoutKey, letterKey, rowSpan, type Row } from "./layout.js";
import { flattened } from "./lines.js";
import { printLayout } from "./print-layout.js";
import { trimmed } from "./read-cases.js";
import { ExpressionReader } from "./read-expression.js";
import { readLayout } from "./read-layout.js";
import { numeral, Reading, Shared } from "./reading.js";
import { insideOf, nameOfRow, scopeOf, type Name } from "./scope.js";
import type { SymbolDeclarations } from "./symbols.js";

/** How something is distributed: normal by its mean and its variance, uniform by its ends. */
export interface Distributed {
  readonly source: string;
  /** What is drawn, as written. */
  readonly variable: { readonly latex: string; readonly name: Name };
  readonly family: "normal" | "uniform";
  /** Of a normal distribution the mean and the variance; of a uniform one the least and the largest value. */
  readonly parameters: readonly [Expression, Expression];
  /** Whether it is a vector, whose entries are independent and have the same variance: σ² I. */
  readonly isotropic: boolean;
}

const FAMILIES: ReadonlyMap<string, Distributed["family"]> = new Map([
  ["<cal N>", "normal"],
  ["N", "normal"],
  ["Normal", "normal"],
  ["<cal U>", "uniform"],
  ["U", "uniform"],
  ["Uniform", "uniform"],
]);

const IDENTITIES = new Set(["I", "<bold I>", "<blackboard I>"]);

/** Reads `z \sim q(z) = \mathcal{N}(\mu, \sigma^2)` and the like. */
export function readDistributed(source: string, symbols: SymbolDeclarations): Distributed {
  const row = trimmed(flattened(readLayout(source)));
  const everything: Span = { start: 0, end: source.length };
  const fail = (code: LatexError["code"], reason: string, span: Span): never => {
    throw new LatexError(code, reason, source, span);
  };
  const sides = splitRow(row, "\\sim").map(trimmed);
  const [left, right] = sides;
  const name = left && nameOfRow(left);
  if (left === undefined || right === undefined || sides.length !== 2 || name === undefined)
    return fail(
      "unexpected",
      "Expected a statement such as z \\sim \\mathcal{N}(\\mu, \\sigma^2).",
      everything,
    );
  // z ∼ q(z) = N(…): the last says what it is, the others are names for it.
  const names = splitRow(right, "=").map((side) => withoutStop(trimmed(side)));
  const law = names.pop()!;
  for (const side of names) {
    const plain = insideOf(side.at(-1)) === undefined ? side : side.slice(0, -1);
    if (nameOfRow(plain) === undefined || familyOf(side) !== undefined)
      return fail(
        "unexpected",
        "Expected names for the distribution before the last =, as in q(z) = …",
        rowSpan(side, everything),
      );
  }
  const fence = law.at(-1);
  const family = familyOf(law);
  if (fence?.type !== "fence" || fence.open !== "(" || family === undefined) {
    return fail(
      "unsupported",
      "Expected a normal distribution, \\mathcal{N}(\\mu, \\sigma^2), or a uniform one, \\mathcal{U}(a, b).",
      rowSpan(law, everything),
    );
  }
  // N(z; μ, σ²) names what is drawn first.
  const named = splitRow(fence.body, ";", "\\mid").map(trimmed);
  const parts = splitRow(named.at(-1)!, ",").map(trimmed);
  const [first, second] = parts;
  if (named.length === 2 && layoutKey(named[0]!) !== layoutKey(left))
    return fail(
      "unexpected",
      `Expected ${printLayout(left)}, what is drawn, before the semicolon.`,
      rowSpan(named[0]!, fence),
    );
  if (named.length > 2 || first === undefined || second === undefined || parts.length !== 2) {
    const wanted = family === "normal" ? "a mean and a variance" : "the least and the largest value";
    return fail("shape", `Expected ${wanted}; here are ${parts.length} parameters.`, fence);
  }
  const reader = new ExpressionReader(new Reading(source, () => undefined, new Shared()), scopeOf(symbols));
  const scale = family === "normal" ? withoutIdentity(second, reader) : undefined;
  const parameters = [
    reader.row(first, fence),
    scale === undefined
      ? reader.row(second, fence)
      : scale.length === 0
        ? numeral(1, rowSpan(second, fence))
        : reader.row(scale, fence),
  ] as const;
  reader.build.scalar(parameters[1], family === "normal" ? "a variance" : "an end");
  if (scale === undefined) reader.build.scalar(parameters[0], "a mean, where the variance is a number");
  return {
    source,
    variable: { latex: printLayout(left), name },
    family,
    parameters,
    isotropic: scale !== undefined,
  };
}

/** The family that a row names before its parameters. */
function familyOf(row: Row): Distributed["family"] | undefined {
  return FAMILIES.get(
    row
      .slice(0, -1)
      .map((box) => letterKey(box) ?? "?")
      .join(""),
  );
}

/** What the identity matrix at the end of a covariance is multiplied by; undefined where none stands there. */
function withoutIdentity(row: Row, reader: ExpressionReader): Row | undefined {
  const last = row.at(-1);
  const base = last?.type === "scripts" && last.sup === undefined ? last.base : last;
  const letters = base && letterKey(base);
  if (last === undefined || letters === undefined || !IDENTITIES.has(letters)) return undefined;
  return reader.names.match(new Cursor([last], last)) === undefined ? trimmed(row.slice(0, -1)) : undefined;
}

/** Without the comma or the full stop that ends a sentence. */
function withoutStop(row: Row): Row {
  const last = row.at(-1);
  const stop = last?.type === "operator" && (last.name === "," || last.name === ".");
  return stop ? trimmed(row.slice(0, -1)) : row;
}
