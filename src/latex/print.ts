// Expression → LaTeX that reads to the same expression.

import {
  substituteBound,
  type Big,
  type Binder,
  type BuiltinName,
  type Call,
  type Cases,
  type Expression,
  type Index,
  type Table,
} from "./expression.js";
import { withFreshIndices } from "./fresh-indices.js";
import { FUNCTION_LATEX } from "./functions.js";
import type { Statement } from "./read-statement.js";
import { latexOfKey } from "./symbols.js";

/** How tightly something binds: a sum, a product, one factor, or what may carry scripts. */
const SUM = 0;
const PRODUCT = 1;
const FACTOR = 2;
const BASE = 3;

/**
 * The formula as LaTeX, with the ranges of its free indices behind it; an index that needs a letter of its own takes none of
 * those that are `declared`.
 */
export function printStatement(
  statement: Pick<Statement, "lefts" | "members" | "relations" | "free">,
  declared: readonly string[] = [],
): string {
  const free = statement.free.map(({ latex }) => latex);
  const sides = statement.members.map((member) => {
    const side = member.kind === "table" || member.kind === "recurrence" ? member.body : member;
    return at(withFreshIndices(side, free, declared), SUM);
  });
  const lefts = statement.lefts.map((left) => `${left.source} = `).join("");
  const chain = sides.map((side, k) => (k === 0 ? side : ` ${statement.relations[k - 1]!} ${side}`)).join("");
  const ranges = statement.free.map((binder) => `, \\quad ${printRange(binder)}`).join("");
  return lefts + chain + ranges;
}

/** An expression as LaTeX. */
export function printExpression(expression: Expression): string {
  return at(withFreshIndices(expression), SUM);
}

function at(expression: Expression, level: number): string {
  const text = print(expression);
  return levelOf(expression) >= level ? text : `\\left(${text}\\right)`;
}

function levelOf(expression: Expression): number {
  switch (expression.kind) {
    case "add":
    case "compare":
    case "logic":
    case "table":
      return SUM;
    case "set-operation":
      return expression.operator === "intersection" ? PRODUCT : SUM;
    case "multiply":
      return PRODUCT;
    case "big":
      if (expression.operator === "expectation") return FACTOR;
      return expression.operator === "sum" || expression.operator === "product" ? PRODUCT : SUM;
    case "divide":
    case "power":
    case "cases":
    case "transpose":
      return FACTOR;
    case "apply":
      return ["sqrt", "floor", "ceil", "binomial", "factorial"].includes(expression.function) ? FACTOR : BASE;
    case "symbol":
      return /[_^(]/u.test(expression.latex) ? FACTOR : BASE;
    default:
      return BASE;
  }
}

function print(expression: Expression): string {
  switch (expression.kind) {
    case "number":
      return printNumber(expression.digits, expression.decimals);
    case "symbol":
    case "bound":
      return expression.latex;
    case "constant":
      return { e: "e", pi: "\\pi", infinity: "\\infty" }[expression.name];
    case "index":
      return printIndex(expression);
    case "add":
      return expression.terms
        .map(({ sign, value }, k) => {
          const text = at(value, PRODUCT);
          return k === 0 ? (sign < 0 ? `-${text}` : text) : ` ${sign < 0 ? "-" : "+"} ${text}`;
        })
        .join("");
    case "multiply":
      return printProduct(expression.operation, expression.factors);
    case "divide":
      return `\\frac{${print(expression.numerator)}}{${print(expression.denominator)}}`;
    case "power": {
      const base = expression.base;
      const plain = base.kind === "symbol" && /_/u.test(base.latex) && !base.latex.includes("^");
      return `${plain ? base.latex : at(base, BASE)}^{${print(expression.exponent)}}`;
    }
    case "transpose": {
      const value = expression.value;
      const plain = value.kind === "symbol" && !value.latex.includes("^");
      return `${plain ? value.latex : at(value, BASE)}^\\top`;
    }
    case "apply":
      return printApply(expression.function, expression.arguments);
    case "call":
      // The name alone takes the symbols of the same names, as it stands in the source.
      if (takesItsOwn(expression)) return expression.callee.latex;
      return `${expression.callee.latex}\\left(${expression.arguments.map(print).join(", ")}\\right)`;
    case "big":
      return printBig(expression);
    case "previous":
      return expression.latex;
    case "recurrence":
      return print(expression.body);
    case "concat":
      return `${expression.latex}\\left(${expression.parts.map(print).join(", ")}\\right)`;
    case "table":
      if (expression.listed === true) return printListed(expression);
      return `${print(expression.body)}, \\quad ${expression.binders.map(printRange).join(", \\quad ")}`;
    case "cases":
      return printCases(expression);
    case "compare":
      return expression.operands
        .map((operand, k) =>
          k === 0 ? print(operand) : ` ${expression.relations[k - 1]!} ${print(operand)}`,
        )
        .join("");
    case "logic": {
      const parts = expression.operands.map((operand) =>
        operand.kind === "logic" ? `(${print(operand)})` : print(operand),
      );
      return expression.operator === "not"
        ? `\\neg ${parts[0]!}`
        : parts.join(expression.operator === "and" ? " \\land " : " \\lor ");
    }
    case "indicator":
      return `\\mathbb{1}[${print(expression.condition)}]`;
    case "stack":
      return `[${expression.parts.map(print).join("; ")}]`;
    case "set-operation": {
      const [left, right] = expression.operands as [Expression, Expression];
      const joins = { union: "\\cup", intersection: "\\cap", difference: "\\setminus" }[expression.operator];
      // What stands on the right binds tighter, as these go from the left.
      const inner = expression.operator === "intersection" ? FACTOR : PRODUCT;
      return `${at(left, levelOf(expression))} ${joins} ${at(right, inner)}`;
    }
    case "grid":
      return `\\begin{pmatrix} ${expression.rows.map((row) => row.map(print).join(" & ")).join(" \\\\ ")} \\end{pmatrix}`;
    case "size": {
      const [open, close] = expression.of === "norm" ? ["\\lVert", "\\rVert"] : ["\\lvert", "\\rvert"];
      const order = expression.order;
      const below = order === undefined ? "" : `_{${order === "frobenius" ? "F" : print(order)}}`;
      return `${open} ${print(expression.value)} ${close}${below}`;
    }
  }
}

/** Whether a call takes just what its callee's name alone would take. */
function takesItsOwn({ callee, arguments: parts }: Call): boolean {
  if (callee.implicit !== true) return false;
  const own = callee.parameters.map(({ name, latex = latexOfKey(name) }) => latex);
  return parts.every((part, k) => part.kind === "symbol" && part.latex === own[k]);
}

const LETTERS: ReadonlySet<Expression["kind"]> = new Set(["symbol", "bound", "constant"]);

function printIndex({ base, indices, written }: Index): string {
  if (written !== undefined) return written;
  // A member of a family of functions: D(x).
  const member = base.kind === "index" ? base.written : undefined;
  const called = base.kind === "index" && base.base.kind === "symbol" && base.base.called === true;
  if (member !== undefined && called) return `${member}\\left(${indices.map(print).join("; ")}\\right)`;
  if (base.kind === "symbol" && base.called === true)
    return `${base.latex}\\left(${indices.map(print).join("; ")}\\right)`;
  const below = indices.map((index) => {
    // Two letters would be two indices, and on a matrix two factors or two digits as well.
    const letters = index.kind === "multiply" && index.factors.every(({ kind }) => LETTERS.has(kind));
    const two =
      index.kind === "multiply" || (index.kind === "number" && index.digits > 9n && index.digits < 100n);
    const whole = indices.length === 1 && (letters || (two && base.shape.kind === "matrix"));
    return whole ? `\\left(${print(index)}\\right)` : print(index).replaceAll("\\,", "\\cdot");
  });
  const bare = base.kind === "symbol" && !base.latex.includes("_") ? base.latex : undefined;
  const wrapped = base.kind === "index" && base.written === undefined;
  const above = bare ?? (wrapped ? `\\left(${print(base)}\\right)` : at(base, BASE));
  return `${above}_{${below.join(", ")}}`;
}

function printNumber(digits: bigint, decimals: number): string {
  const text = digits.toString().padStart(decimals + 1, "0");
  return decimals === 0 ? text : `${text.slice(0, -decimals)}.${text.slice(-decimals)}`;
}

function printProduct(operation: string, factors: readonly Expression[]): string {
  const parts = factors.map((factor, k) => {
    const last = k === factors.length - 1;
    const nested = factor.kind === "multiply";
    const numbers = nested && factor.operation === "scale" && factor.shape.kind === "scalar";
    // What a product begins with may be a product itself; only numbers side by side would melt into one.
    const continues =
      k === 0 &&
      nested &&
      !endsOpen(factor) &&
      !(numbers && factors.every((other) => other.shape.kind === "scalar"));
    const text = print(factor);
    const level = last && !nested ? PRODUCT : FACTOR;
    return continues || levelOf(factor) >= level ? text : `\\left(${text}\\right)`;
  });
  return parts
    .map((right, k) =>
      k === 0 ? right : `${separator(operation, factors, k, parts[k - 1]!, right)}${right}`,
    )
    .join("");
}

/** Whether what follows a product would go into an operator at its end. */
function endsOpen(expression: Expression): boolean {
  if (expression.kind === "big") return true;
  const last = expression.kind === "multiply" ? expression.factors.at(-1) : undefined;
  return last?.kind === "big" && endsOpen(last);
}

/** What stands between a factor and the one before. */
function separator(
  operation: string,
  factors: readonly Expression[],
  k: number,
  left: string,
  right: string,
): string {
  if (operation === "entrywise") return " \\odot ";
  const a = factors[k - 1]!.shape;
  const b = factors[k]!.shape;
  const sameSide = operation === "dot" && a.kind === "vector" && b.kind === "vector" && a.row === b.row;
  if (sameSide || startsWithDigit(right)) return " \\cdot ";
  // A thin space keeps letters apart that would make a name together.
  const letters = /[A-Za-z]$/u.test(left) && !endsInCommand(left) && /^[A-Za-z]/u.test(right);
  return letters ? " \\, " : " ";
}

function endsInCommand(text: string): boolean {
  let at = text.length;
  while (at > 0 && /[A-Za-z]/u.test(text[at - 1]!)) at--;
  return text[at - 1] === "\\";
}

function startsWithDigit(text: string): boolean {
  return /^[\d.]/u.test(text);
}

function printApply(name: BuiltinName, parts: readonly Expression[]): string {
  if (name === "factorial") return `${at(parts[0]!, BASE)}!`;
  const printed = parts.map(print);
  const [first, second] = printed;
  switch (name) {
    case "sqrt":
      return second === undefined ? `\\sqrt{${first!}}` : `\\sqrt[${second}]{${first!}}`;
    case "floor":
      return `\\lfloor ${first!} \\rfloor`;
    case "ceil":
      return `\\lceil ${first!} \\rceil`;
    case "binomial":
      return `\\binom{${first!}}{${second!}}`;
    case "log":
      return `\\log${second === undefined ? "" : `_{${second}}`}\\left(${first!}\\right)`;
    default:
      return `${FUNCTION_LATEX[name]}\\left(${printed.join(", ")}\\right)`;
  }
}

/** `x_1, \dots, x_n`: the first of what a list runs through, and the last. */
function printListed({ binders, body }: Table): string {
  const [{ id, from, to }] = binders as [Binder];
  const ends = [from, to].map((end) => print(substituteBound(body, new Map([[id, end]]))));
  return ends.join(", \\dots, ");
}

/** `\mathbb{E}_{x \sim p}[f(x)]` */
function printExpectation({ binders, distribution = "", body }: Big): string {
  const drawn = binders.map(({ latex }) => latex).join(", ");
  const variables = binders.length > 1 ? `(${drawn})` : drawn;
  return `\\mathbb{E}_{${variables} \\sim ${distribution}}\\left[${print(body)}\\right]`;
}

function printRange({ latex, from, to, member }: Binder): string {
  if (member === true) return latex;
  return `${latex} = ${print(from)}, \\dots, ${print(to)}`;
}

const BIG: Readonly<Record<Exclude<Big["operator"], "expectation">, string>> = {
  sum: "\\sum",
  product: "\\prod",
  max: "\\max",
  min: "\\min",
  argmax: "\\operatorname{argmax}",
  argmin: "\\operatorname{argmin}",
};

function printBig(big: Big): string {
  if (big.operator === "expectation") return printExpectation(big);
  const [first] = big.binders;
  const simple =
    big.binders.length === 1 &&
    big.conditions.length === 0 &&
    (big.operator === "sum" || big.operator === "product");
  const lines = [...big.binders.map(printRange), ...big.conditions.map(print)].join(" \\\\ ");
  const member = big.binders.length === 1 && first?.member === true && big.conditions.length === 0;
  const limits = member
    ? `_{${first.latex}}`
    : simple
      ? `_{${first!.latex} = ${print(first!.from)}}^{${print(first!.to)}}`
      : `_{\\substack{${lines}}}`;
  const toEnd = big.operator !== "sum" && big.operator !== "product";
  const negative = big.body.kind === "add" && big.body.terms.length === 1;
  return `${BIG[big.operator]}${limits} ${toEnd || negative ? print(big.body) : at(big.body, PRODUCT)}`;
}

function printCases(cases: Cases): string {
  const rows = cases.branches.map(
    ({ value, condition }) =>
      `${print(value)} & ${condition ? `\\text{if } ${print(condition)}` : "\\text{otherwise}"}`,
  );
  return `\\begin{cases} ${rows.join(" \\\\ ")} \\end{cases}`;
}
