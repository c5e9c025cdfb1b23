// One text for all expressions that say the same in another order: a + b and b + a, |a − b| and |b − a|, ∑ᵢ xᵢ and ∑ⱼ xⱼ.

import {
  children,
  withChildren,
  type Big,
  type Binder,
  type Callee,
  type Expression,
} from "../latex/expression.js";

/** A text without its sign: (a − b) and (b − a) have the same, with opposite signs. */
interface Signed {
  readonly sign: 1 | -1;
  readonly key: string;
}

/** The names of indices by their ids: by where they are bound. */
type Names = ReadonlyMap<number, string>;

/** More orders of operators than this are not tried. */
const MOST_ORDERS = 6;

/** The same text for two expressions only if they are the same function, order and names of indices aside. */
export function canonicalKey(expression: Expression): string {
  return keyOf(expression, new Map());
}

function keyOf(expression: Expression, names: Names): string {
  const { sign, key } = signed(expression, names);
  return sign < 0 ? `-${key}` : key;
}

const positive = (key: string): Signed => ({ sign: 1, key });

/** Functions with f(−x) = f(x), and with f(−x) = −f(x). */
const EVEN: ReadonlySet<string> = new Set(["cos", "cosh"]);
const ODD: ReadonlySet<string> = new Set(["sin", "sinh", "tan", "tanh", "erf", "sign"]);

function signed(expression: Expression, names: Names): Signed {
  switch (expression.kind) {
    case "number":
      return positive(numberKey(expression.digits, expression.decimals));
    case "symbol":
    case "constant":
      return positive(expression.name);
    case "bound":
    case "previous":
      return positive(`${expression.kind}:${names.get(expression.id) ?? expression.id}`);
    case "add":
      return sumKey(expression, names);
    case "multiply":
      if (expression.operation === "scale" || expression.operation === "entrywise")
        return productKey(expression, names);
      return factorsInOrder(expression.operation, expression.factors, names);
    case "divide":
      return productKey(expression, names);
    case "power":
      return powerKey(expression.base, expression.exponent, names);
    case "transpose": {
      const { sign, key } = signed(expression.value, names);
      return { sign, key: `transpose(${key})` };
    }
    case "apply": {
      const { function: name, arguments: parts } = expression;
      const [only] = parts;
      if (name === "max" || name === "min")
        return positive(`${name}(${sorted(parts.map((part) => keyOf(part, names)))})`);
      if (parts.length === 1 && (EVEN.has(name) || ODD.has(name))) {
        const { sign, key } = signed(only!, names);
        return { sign: ODD.has(name) ? sign : 1, key: `${name}(${key})` };
      }
      return positive(`${name}(${parts.map((part) => keyOf(part, names)).join(",")})`);
    }
    case "size": {
      const order = typeof expression.order === "object" ? keyOf(expression.order, names) : expression.order;
      // ‖−x‖ = ‖x‖, and what a norm is without its order is its second.
      const { key } = signed(expression.value, names);
      return positive(`${expression.of}_${order === "2" ? "" : (order ?? "")}(${key})`);
    }
    case "compare":
      return positive(compareKey(expression.operands, expression.relations, names));
    case "logic":
      return positive(
        `${expression.operator}(${sorted(expression.operands.map((part) => keyOf(part, names)))})`,
      );
    case "set-operation": {
      const parts = expression.operands.map((part) => keyOf(part, names));
      const ordered = expression.operator === "difference" ? parts.join(",") : sorted(parts);
      return positive(`${expression.operator}(${ordered})`);
    }
    case "big":
      return bigKey(expression, names);
    case "call": {
      const parts = expression.arguments.map((part) => keyOf(part, names));
      for (const [j, k] of symmetriesOf(expression.callee))
        if (parts[j]! > parts[k]!) [parts[j], parts[k]] = [parts[k]!, parts[j]!];
      return positive(`call ${expression.callee.name} ${expression.over}(${parts.join(",")})`);
    }
    default:
      return positive(plainKey(expression, names));
  }
}

/** What is in an order that matters, whatever holds it. */
function plainKey(expression: Expression, names: Names): string {
  const inner = "binders" in expression ? withNames(expression.binders, names) : names;
  const parts = children(expression).map((child) => keyOf(child, inner));
  const head =
    expression.kind === "cases"
      ? `cases ${expression.branches.map(({ condition }) => (condition ? "if" : "else")).join(" ")}`
      : expression.kind === "grid"
        ? `grid ${expression.rows.length}`
        : expression.kind;
  return `${head}(${parts.join(",")})`;
}

const known = new WeakMap<Callee, readonly (readonly [number, number])[]>();

/** The pairs of arguments that a function plainly does not tell apart: those of a loss that is of their difference squared. */
function symmetriesOf(callee: Callee): readonly (readonly [number, number])[] {
  const before = known.get(callee);
  if (before !== undefined) return before;
  const { body, parameters } = callee;
  const found: (readonly [number, number])[] = [];
  if (body !== undefined) {
    const key = canonicalKey(body);
    for (let j = 0; j < parameters.length; j++)
      for (let k = j + 1; k < parameters.length; k++)
        if (canonicalKey(withExchanged(body, parameters[j]!.name, parameters[k]!.name)) === key)
          found.push([j, k]);
  }
  known.set(callee, found);
  return found;
}

function withExchanged(node: Expression, first: string, second: string): Expression {
  if (node.kind === "symbol")
    return node.name === first
      ? { ...node, name: second }
      : node.name === second
        ? { ...node, name: first }
        : node;
  return withChildren(
    node,
    children(node).map((child) => withExchanged(child, first, second)),
  );
}

function withNames(binders: readonly Binder[], names: Names): Names {
  const inner = new Map(names);
  for (const { id } of binders) inner.set(id, String(inner.size));
  return inner;
}

function sorted(keys: readonly string[]): string {
  return [...keys].sort().join(",");
}

function numberKey(digits: bigint, decimals: number): string {
  let [significant, places] = [digits, decimals];
  while (places > 0 && significant % 10n === 0n) {
    significant /= 10n;
    places--;
  }
  return places === 0 ? String(significant) : `${significant}e-${places}`;
}

/** Terms in one order, whole numbers among them added up, and the first one positive. */
function sumKey(expression: Expression, names: Names): Signed {
  const terms: Signed[] = [];
  let constant = 0n;
  const collect = (node: Expression, sign: 1 | -1): void => {
    if (node.kind === "add") {
      for (const term of node.terms) collect(term.value, (sign * term.sign) as 1 | -1);
      return;
    }
    if (node.kind === "number" && node.decimals === 0) {
      constant += BigInt(sign) * node.digits;
      return;
    }
    const part = signed(node, names);
    terms.push({ sign: (sign * part.sign) as 1 | -1, key: part.key });
  };
  collect(expression, 1);
  if (constant !== 0n || terms.length === 0)
    terms.push({ sign: constant < 0n ? -1 : 1, key: String(constant < 0n ? -constant : constant) });
  if (terms.length === 1) return terms[0]!;
  terms.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.sign - b.sign));
  const { sign } = terms[0]!;
  const text = terms.map((term) => `${term.sign === sign ? "+" : "-"}${term.key}`).join("");
  return { sign, key: `(${text})` };
}

/** Factors above and below the line, each in one order, whole numbers multiplied. */
function productKey(expression: Expression, names: Names): Signed {
  const above: string[] = [];
  const below: string[] = [];
  let sign: 1 | -1 = 1;
  const numbers = { above: 1n, below: 1n };
  const collect = (node: Expression, isAbove: boolean): void => {
    if (node.kind === "multiply" && (node.operation === "scale" || node.operation === "entrywise")) {
      for (const factor of node.factors) collect(factor, isAbove);
    } else if (node.kind === "divide") {
      collect(node.numerator, isAbove);
      collect(node.denominator, !isAbove);
    } else if (node.kind === "number" && node.decimals === 0) {
      numbers[isAbove ? "above" : "below"] *= node.digits;
    } else {
      const part = signed(node, names);
      sign = (sign * part.sign) as 1 | -1;
      (isAbove ? above : below).push(part.key);
    }
  };
  collect(expression, true);
  if (numbers.above !== 1n || above.length === 0) above.push(String(numbers.above));
  if (numbers.below !== 1n) below.push(String(numbers.below));
  if (below.length === 0 && above.length === 1) return { sign, key: above[0]! };
  const text = `${above.sort().join("*")}${below.length === 0 ? "" : `/(${below.sort().join("*")})`}`;
  return { sign, key: `(${text})` };
}

function factorsInOrder(operation: string, factors: readonly Expression[], names: Names): Signed {
  const parts = factors.map((factor) => signed(factor, names));
  const sign = parts.reduce<number>((product, part) => product * part.sign, 1) < 0 ? -1 : 1;
  // x · y and y^⊤ x are one number.
  const plain = parts.map(({ key }) =>
    operation === "dot" ? key.replace(/^transpose\((.*)\)$/u, "$1") : key,
  );
  return { sign, key: `${operation}(${operation === "dot" ? sorted(plain) : plain.join(",")})` };
}

function powerKey(base: Expression, exponent: Expression, names: Names): Signed {
  const above = keyOf(exponent, names);
  if (base.kind === "constant" && base.name === "e") return positive(`exp(${above})`);
  const part = signed(base, names);
  if (above === "1") return part;
  if (!/^\d+$/u.test(above)) return positive(`(${keyOf(base, names)})^${above}`);
  const even = Number(above.at(-1)) % 2 === 0;
  return { sign: even ? 1 : part.sign, key: `(${part.key})^${above}` };
}

const TURNED: Readonly<Record<string, string>> = { "<": ">", ">": "<", "\\le": "\\ge", "\\ge": "\\le" };

/** `a < b` and `b > a` are one condition, and so are `a = b` and `b = a`. */
function compareKey(operands: readonly Expression[], relations: readonly string[], names: Names): string {
  const keys = operands.map((operand) => keyOf(operand, names));
  const text = (parts: readonly string[], signs: readonly string[]): string =>
    parts.map((part, k) => (k === 0 ? part : `${signs[k - 1]!}${part}`)).join("");
  const back = text(
    [...keys].reverse(),
    [...relations].reverse().map((relation) => TURNED[relation] ?? relation),
  );
  return `[${[text(keys, relations), back].sort()[0]!}]`;
}

/** Sums in sums are one sum over several indices, in whatever order these can go. */
function bigKey(big: Big, names: Names): Signed {
  const nests = ["sum", "product", "max", "min"].includes(big.operator);
  const binders = [...big.binders];
  const conditions = [...big.conditions];
  let body = big.body;
  while (nests && body.kind === "big" && body.operator === big.operator) {
    binders.push(...body.binders);
    conditions.push(...body.conditions);
    body = body.body;
  }
  const keys = (nests ? orders(binders) : [binders]).map((order): Signed => {
    let inner = names;
    const ranges: string[] = [];
    for (const binder of order) {
      const { from, to, id } = binder;
      ranges.push(`${keyOf(from, inner)}..${keyOf(to, inner)}`);
      inner = new Map(inner).set(id, String(inner.size));
    }
    const part = signed(body, inner);
    const when = sorted(conditions.map((condition) => keyOf(condition, inner)));
    const weight = big.weight === undefined ? "" : keyOf(big.weight, inner);
    const linear = big.operator === "sum" || big.operator === "expectation";
    const of = linear ? part.key : keyOf(body, inner);
    const key = `${big.operator}{${ranges.join(";")}|${when}|${weight}}(${of})`;
    return { sign: linear ? part.sign : 1, key };
  });
  return keys.reduce((a, b) => (b.key < a.key ? b : a));
}

/** The orders in which operators may run, as far as no bound uses another's index. */
function orders(binders: readonly Binder[]): (readonly Binder[])[] {
  const uses = (binder: Binder, id: number): boolean =>
    [binder.from, binder.to].some((end) => refersTo(end, id));
  const found: (readonly Binder[])[] = [];
  const extend = (order: readonly Binder[], rest: readonly Binder[]): void => {
    if (rest.length === 0) found.push(order);
    for (const next of rest) {
      if (found.length >= MOST_ORDERS) return;
      if (rest.some((other) => other !== next && uses(next, other.id))) continue;
      extend(
        [...order, next],
        rest.filter((other) => other !== next),
      );
    }
  };
  extend([], binders);
  return found.length === 0 ? [binders] : found;
}

function refersTo(expression: Expression, id: number): boolean {
  if (expression.kind === "bound") return expression.id === id;
  return children(expression).some((child) => refersTo(child, id));
}
