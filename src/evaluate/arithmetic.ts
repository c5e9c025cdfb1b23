// The two arithmetics that formulas are evaluated in: doubles, and balls with a proven bound.

import * as exact from "../exact/index.js";
import type { Ball } from "../exact/index.js";
import type { BuiltinName } from "../latex/expression.js";

/** How two values compare: a sign, or that one of them is undefined, or that more bits are needed to tell. */
export type Comparison = -1 | 0 | 1 | "undefined" | "unknown";

/** What the evaluator needs of numbers. */
export interface Arithmetic<V> {
  readonly fromDouble: (x: number) => V;
  readonly fromInteger: (n: number) => V;
  /** digits · 10^−decimals */
  readonly fromDecimal: (digits: bigint, decimals: number) => V;
  readonly constant: (name: "e" | "pi" | "infinity") => V;
  readonly undefined: V;
  readonly negate: (a: V) => V;
  readonly absolute: (a: V) => V;
  readonly add: (a: V, b: V) => V;
  readonly multiply: (a: V, b: V) => V;
  readonly divide: (a: V, b: V) => V;
  readonly power: (a: V, b: V) => V;
  readonly exp: (a: V) => V;
  readonly apply: (name: Exclude<BuiltinName, "exp">, parts: readonly V[]) => V;
  readonly compare: (a: V, b: V) => Comparison;
  readonly isZero: (a: V) => boolean;
  readonly isInfinite: (a: V) => boolean;
  readonly isUndefined: (a: V) => boolean;
  /** The value where it is a whole number that a double holds; undefined where it is not, "unknown" where that is open. */
  readonly toInteger: (a: V) => number | undefined | "unknown";
}

/** The arithmetic of balls at a working precision. */
export function ballArithmetic(bits: number): Arithmetic<Ball> {
  const one = exact.ONE;
  return {
    fromDouble: exact.fromDouble,
    fromInteger: exact.fromInteger,
    fromDecimal: (digits, decimals) =>
      decimals === 0 ? exact.fromInteger(digits) : exact.fromRational(digits, 10n ** BigInt(decimals), bits),
    constant: (name) =>
      name === "e" ? exact.e(bits) : name === "pi" ? exact.pi(bits) : exact.POSITIVE_INFINITY,
    undefined: exact.UNDEFINED,
    negate: exact.negate,
    absolute: exact.absolute,
    add: (a, b) => exact.add(a, b, bits),
    multiply: (a, b) => exact.multiply(a, b, bits),
    divide: (a, b) => exact.divide(a, b, bits),
    power: (a, b) => exact.power(a, b, bits),
    exp: (a) => exact.exp(a, bits),
    apply: (name, parts) => {
      const a = parts[0]!;
      const b = parts[1];
      switch (name) {
        case "log":
          if (b === undefined) return exact.log(a, bits);
          // To base 0 or ∞ nothing has a logarithm.
          return exact.log(b, bits).kind === "infinity"
            ? exact.UNDEFINED
            : exact.divide(exact.log(a, bits), exact.log(b, bits), bits);
        case "sqrt":
          return b === undefined ? exact.sqrt(a, bits) : exact.power(a, exact.divide(one, b, bits), bits);
        case "sin":
          return exact.sin(a, bits);
        case "cos":
          return exact.cos(a, bits);
        case "tan":
          return exact.divide(exact.sin(a, bits), exact.cos(a, bits), bits);
        case "sinh":
          return exact.sinh(a, bits);
        case "cosh":
          return exact.cosh(a, bits);
        case "tanh":
          return exact.tanh(a, bits);
        case "erf":
          return exact.erf(a, bits);
        case "erfc":
          return exact.erfc(a, bits);
        case "normalCdf":
          return exact.normalCdf(a, bits);
        case "sign": {
          if (a.kind === "undefined") return a;
          const sign = exact.sign(a);
          return sign === undefined ? exact.UNKNOWN : exact.fromInteger(sign);
        }
        case "floor":
          return exact.floor(a);
        case "ceil":
          return exact.ceil(a);
        case "max":
          return parts.reduce(exact.maximum);
        case "min":
          return parts.reduce(exact.minimum);
        case "binomial":
          return binomial(a, b!, {
            integer: ballInteger,
            undefined: exact.UNDEFINED,
            unknown: exact.UNKNOWN,
            of: (n) => exact.fromInteger(n),
          });
        case "factorial": {
          const n = ballInteger(a);
          if (n === "unknown") return exact.UNKNOWN;
          if (n === undefined || n < 0) return exact.UNDEFINED;
          return n > MOST_FACTORIAL ? exact.UNKNOWN : exact.fromInteger(factorial(n));
        }
      }
    },
    compare: (a, b) => {
      if (a.kind === "undefined" || b.kind === "undefined") return "undefined";
      return exact.compare(a, b) ?? "unknown";
    },
    isZero: (a) => a.kind === "finite" && a.mid === 0n && exact.isExact(a),
    isInfinite: (a) => a.kind === "infinity",
    isUndefined: (a) => a.kind === "undefined",
    toInteger: ballInteger,
  };
}

function ballInteger(a: Ball): number | undefined | "unknown" {
  if (a.kind === "unknown") return "unknown";
  if (a.kind !== "finite") return undefined;
  if (!exact.isExact(a)) return "unknown";
  const value = exact.toDouble(a);
  return value !== undefined &&
    Number.isSafeInteger(value) &&
    exact.compare(a, exact.fromInteger(value)) === 0
    ? value
    : undefined;
}

/** The arithmetic of doubles, with Math.*: fast, and as inaccurate as the formula makes it. */
export const doubleArithmetic: Arithmetic<number> = {
  fromDouble: (x) => x,
  fromInteger: (n) => n,
  fromDecimal: (digits, decimals) => Number(`${digits}e${-decimals}`),
  constant: (name) => (name === "e" ? Math.E : name === "pi" ? Math.PI : Infinity),
  undefined: NaN,
  negate: (a) => -a,
  absolute: Math.abs,
  add: (a, b) => a + b,
  multiply: (a, b) => a * b,
  divide: (a, b) => (b === 0 ? NaN : a / b),
  power: (a, b) => a ** b,
  exp: Math.exp,
  apply: (name, parts) => {
    const a = parts[0]!;
    const b = parts[1];
    switch (name) {
      case "log":
        if (b === undefined) return Math.log(a);
        return b === 0 || b === Infinity ? NaN : Math.log(a) / Math.log(b);
      case "sqrt":
        return b === undefined ? Math.sqrt(a) : a ** (1 / b);
      case "sin":
        return Math.sin(a);
      case "cos":
        return Math.cos(a);
      case "tan":
        return Math.tan(a);
      case "sinh":
        return Math.sinh(a);
      case "cosh":
        return Math.cosh(a);
      case "tanh":
        return Math.tanh(a);
      case "erf":
      case "erfc":
      case "normalCdf":
        // JavaScript has no error function: the ball's midpoint at 64 bits is within a rounding of it.
        return exact.midpoint(ballArithmetic(64).apply(name, [exact.fromDouble(a)]));
      case "sign":
        return Math.sign(a);
      case "floor":
        return Math.floor(a);
      case "ceil":
        return Math.ceil(a);
      case "max":
        return Math.max(...parts);
      case "min":
        return Math.min(...parts);
      case "binomial":
        return binomial(a, b!, { integer: doubleInteger, undefined: NaN, unknown: NaN, of: Number });
      case "factorial": {
        const n = doubleInteger(a);
        if (n === undefined || n < 0) return NaN;
        return n > 170 ? Infinity : Number(factorial(n));
      }
    }
  },
  compare: (a, b) => (Number.isNaN(a) || Number.isNaN(b) ? "undefined" : a < b ? -1 : a > b ? 1 : 0),
  isZero: (a) => a === 0,
  isInfinite: (a) => a === Infinity || a === -Infinity,
  isUndefined: Number.isNaN,
  toInteger: doubleInteger,
};

function doubleInteger(a: number): number | undefined {
  return Number.isSafeInteger(a) ? a : undefined;
}

/** Factorials and binomial coefficients beyond this are not worked out. */
const MOST_FACTORIAL = 10_000;

function factorial(n: number): bigint {
  let product = 1n;
  for (let k = 2; k <= n; k++) product *= BigInt(k);
  return product;
}

/** The number of ways to choose k of n; 0 for k > n. Whole numbers of either arithmetic. */
function binomial<V>(
  a: V,
  b: V,
  numbers: {
    integer: (value: V) => number | undefined | "unknown";
    undefined: V;
    unknown: V;
    of: (n: bigint) => V;
  },
): V {
  const n = numbers.integer(a);
  const k = numbers.integer(b);
  if (n === "unknown" || k === "unknown") return numbers.unknown;
  if (n === undefined || k === undefined || n < 0 || k < 0) return numbers.undefined;
  if (k > n) return numbers.of(0n);
  const least = Math.min(k, n - k);
  if (least > MOST_FACTORIAL) return numbers.unknown;
  let product = 1n;
  for (let j = 1; j <= least; j++) product = (product * BigInt(n - least + j)) / BigInt(j);
  return numbers.of(product);
}
