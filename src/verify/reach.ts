// The slip that people really make: how far a function, a product, a quotient reaches. log(1 − x) and 1 − log x.

import { boundIn, type Expression } from "../latex/expression.js";
import { wholeNumber } from "../latex/build.js";
import { build, negative, sumOf, type Term } from "./nodes.js";

interface Slip {
  readonly edit: string;
  readonly make: () => Expression;
}

/** A function of one argument, as which a node can be read: log x, e^x, x², |x|. */
interface Function1 {
  readonly argument: Expression;
  readonly of: (argument: Expression) => Expression;
}

function functionOf(node: Expression): Function1 | undefined {
  const { span } = node;
  switch (node.kind) {
    case "apply": {
      const [argument, ...rest] = node.arguments as [Expression, ...Expression[]];
      if (rest.length > 0 && node.function !== "log") return undefined;
      return { argument, of: (part) => build.apply(node.function, [part, ...rest], span) };
    }
    case "call":
      if (node.arguments.length !== 1) return undefined;
      return { argument: node.arguments[0]!, of: (part) => build.call(node.callee, [part], span) };
    case "power": {
      const { base, exponent } = node;
      if (base.kind === "constant" && base.name === "e")
        return { argument: exponent, of: (part) => build.power(base, part, span) };
      if (wholeNumber(exponent) === undefined) return undefined;
      return { argument: base, of: (part) => build.power(part, exponent, span) };
    }
    case "size":
      if (node.of !== "absolute") return undefined;
      return { argument: node.value, of: (part) => build.size(part, false, undefined, span) };
    case "transpose":
    default:
      return undefined;
  }
}

/** What a function takes less of, or more. */
export function* slips(node: Expression): Generator<Slip> {
  const own = functionOf(node);
  if (own !== undefined) yield* narrower(node, own);
  switch (node.kind) {
    case "add":
      yield* ofSum(node);
      break;
    case "multiply":
      if (node.operation === "scale") yield* ofProduct(node);
      break;
    case "divide":
      yield* ofQuotient(node);
      break;
    case "big":
      yield* ofBig(node);
      break;
    default:
  }
}

const ENDS = "a function ends before it should";
const BEGINS = "a function begins behind what it is of";
const FURTHER = "a function reaches further than it should";

/** f(a + b) as f(a) + b or a + f(b); f(a b) as f(a) b or a f(b); f(a / b) as f(a) / b; f(∑ a) as ∑ f(a). */
function* narrower(node: Expression, { argument, of }: Function1): Generator<Slip> {
  switch (argument.kind) {
    case "add": {
      const { terms } = argument;
      const [first, ...rest] = terms as [Term, ...Term[]];
      const last = terms.at(-1)!;
      if (rest.length === 0) {
        yield { edit: "a sign before a function", make: () => negative(of(first.value)) };
        return;
      }
      const begun = first.sign > 0 ? first.value : negative(first.value);
      yield { edit: ENDS, make: () => sumOf([{ sign: 1, value: of(begun) }, ...rest], node) };
      yield {
        edit: BEGINS,
        make: () => sumOf([...terms.slice(0, -1), { sign: last.sign, value: of(last.value) }], node),
      };
      return;
    }
    case "multiply": {
      if (argument.operation !== "scale") return;
      const { factors } = argument;
      yield { edit: ENDS, make: () => build.product([of(factors[0]!), ...factors.slice(1)]) };
      yield { edit: BEGINS, make: () => build.product([...factors.slice(0, -1), of(factors.at(-1)!)]) };
      return;
    }
    case "divide": {
      const { numerator, denominator, span } = argument;
      yield { edit: ENDS, make: () => build.divide(of(numerator), denominator, span) };
      yield { edit: BEGINS, make: () => build.divide(numerator, of(denominator), span) };
      return;
    }
    case "power":
      if (argument.base.kind === "constant" || wholeNumber(argument.exponent) === undefined) return;
      yield { edit: ENDS, make: () => build.power(of(argument.base), argument.exponent, argument.span) };
      return;
    case "big":
      if (argument.operator !== "sum" && argument.operator !== "product") return;
      yield { edit: BEGINS, make: () => ({ ...argument, body: of(argument.body) }) };
      return;
    default:
  }
}

/** f(a) + b as f(a + b), a + f(b) as f(a + b); a b + c as a (b + c); a + b / c as (a + b) / c. */
function* ofSum(node: Expression & { readonly kind: "add" }): Generator<Slip> {
  const { terms } = node;
  for (const [k, right] of terms.entries()) {
    const left = terms[k - 1];
    if (left === undefined) continue;
    const around = (term: Term): Expression =>
      sumOf([...terms.slice(0, k - 1), term, ...terms.slice(k + 1)], node);
    const behind = (value: Expression): Expression => sumOf([{ sign: 1, value }, right], node);
    const before = (value: Expression): Expression => sumOf([{ ...left }, { sign: right.sign, value }], node);
    const first = functionOf(left.value);
    const second = functionOf(right.value);
    if (first)
      yield {
        edit: FURTHER,
        make: () => around({ sign: left.sign, value: first.of(behind(first.argument)) }),
      };
    if (second)
      yield { edit: BEFORE, make: () => around({ sign: 1, value: second.of(before(second.argument)) }) };
    if (left.value.kind === "multiply" && left.value.operation === "scale") {
      const { factors } = left.value;
      const value = factors.at(-1)!;
      yield {
        edit: "a product reaches over the next term",
        make: () =>
          around({ sign: left.sign, value: build.product([...factors.slice(0, -1), behind(value)]) }),
      };
    }
    if (right.value.kind === "multiply" && right.value.operation === "scale") {
      const [value, ...rest] = right.value.factors as [Expression, ...Expression[]];
      yield {
        edit: "a product reaches over the term before",
        make: () => around({ sign: 1, value: build.product([before(value), ...rest]) }),
      };
    }
    if (left.value.kind === "divide") {
      const { numerator, denominator, span } = left.value;
      yield {
        edit: "a denominator reaches over the next term",
        make: () => around({ sign: left.sign, value: build.divide(numerator, behind(denominator), span) }),
      };
    }
    if (right.value.kind === "divide") {
      const { numerator, denominator, span } = right.value;
      yield {
        edit: "a numerator reaches over the term before",
        make: () => around({ sign: 1, value: build.divide(before(numerator), denominator, span) }),
      };
    }
    if (left.value.kind === "big" && left.value.operator === "sum") {
      const big = left.value;
      yield {
        edit: "a sum reaches over the next term",
        make: () => around({ sign: left.sign, value: { ...big, body: behind(big.body) } }),
      };
    }
  }
}

const BEFORE = "a function takes in what stands before it";

/** f(a) b as f(a b); a f(b) as f(a b); a (b + c) as a b + c; (a + b) c as a + b c. */
function* ofProduct(node: Expression & { readonly kind: "multiply" }): Generator<Slip> {
  const { factors } = node;
  for (const [k, right] of factors.entries()) {
    const left = factors[k - 1];
    if (left === undefined) continue;
    const around = (factor: Expression): Expression =>
      build.product([...factors.slice(0, k - 1), factor, ...factors.slice(k + 1)]);
    const first = functionOf(left);
    const second = functionOf(right);
    if (first) yield { edit: FURTHER, make: () => around(first.of(build.product([first.argument, right]))) };
    if (second) yield { edit: BEFORE, make: () => around(second.of(build.product([left, second.argument]))) };
  }
  const last = factors.at(-1)!;
  const [first, ...rest] = factors as [Expression, ...Expression[]];
  if (last.kind === "add" && last.terms.length > 1) {
    const [term, ...others] = last.terms as [Term, ...Term[]];
    yield {
      edit: "parentheses dropped",
      make: () =>
        sumOf(
          [{ sign: term.sign, value: build.product([...factors.slice(0, -1), term.value]) }, ...others],
          node,
        ),
    };
  }
  if (first.kind === "add" && first.terms.length > 1) {
    const { sign, value } = first.terms.at(-1)!;
    yield {
      edit: "parentheses dropped",
      make: () =>
        sumOf([...first.terms.slice(0, -1), { sign, value: build.product([value, ...rest]) }], node),
    };
  }
}

/** f(a) / b as f(a / b); (a + b) / c as a + b / c; a / (b + c) as a / b + c; a / (b c) as (a / b) c. */
function* ofQuotient(node: Expression & { readonly kind: "divide" }): Generator<Slip> {
  const { numerator, denominator, span } = node;
  const above = functionOf(numerator);
  if (above) yield { edit: FURTHER, make: () => above.of(build.divide(above.argument, denominator, span)) };
  if (numerator.kind === "add" && numerator.terms.length > 1) {
    const { sign, value } = numerator.terms.at(-1)!;
    yield {
      edit: "parentheses dropped",
      make: () =>
        sumOf(
          [...numerator.terms.slice(0, -1), { sign, value: build.divide(value, denominator, span) }],
          node,
        ),
    };
  }
  if (denominator.kind === "add" && denominator.terms.length > 1) {
    const [first, ...rest] = denominator.terms as [Term, ...Term[]];
    yield {
      edit: "parentheses dropped",
      make: () =>
        sumOf([{ sign: first.sign, value: build.divide(numerator, first.value, span) }, ...rest], node),
    };
  }
  if (denominator.kind === "multiply" && denominator.operation === "scale") {
    const [first, ...rest] = denominator.factors as [Expression, ...Expression[]];
    yield {
      edit: "a denominator ends after its first factor",
      make: () => build.product([build.divide(numerator, first, span), ...rest]),
    };
  }
}

/** ∑ f(a) as f(∑ a); ∑ (a + b) as ∑ a + b. */
function* ofBig(node: Expression & { readonly kind: "big" }): Generator<Slip> {
  if (node.operator !== "sum" && node.operator !== "product") return;
  const { body, binders } = node;
  const inner = functionOf(body);
  if (inner)
    yield {
      edit: BEFORE,
      make: () => inner.of({ ...node, body: inner.argument, shape: inner.argument.shape }),
    };
  if (body.kind !== "add" || body.terms.length < 2 || node.operator !== "sum") return;
  const last = body.terms.at(-1)!;
  const bound = boundIn(last.value);
  if (binders.some(({ id }) => bound.has(id))) return;
  yield {
    edit: "parentheses dropped",
    make: () =>
      sumOf([{ sign: 1, value: { ...node, body: sumOf(body.terms.slice(0, -1), body) } }, last], node),
  };
}
