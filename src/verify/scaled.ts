// Values with their scales: the sum of the absolute terms, where a formula subtracts what may cancel.

import type { Arithmetic } from "../evaluate/arithmetic.js";
import { ballArithmetic } from "../evaluate/arithmetic.js";
import type { Override } from "../evaluate/evaluator.js";
import { mapValue } from "../evaluate/value.js";
import * as exact from "../exact/index.js";
import type { Ball } from "../exact/index.js";

/** A value, and how large it would be if nothing in its sums cancelled. */
export interface Scaled {
  readonly value: Ball;
  readonly scale: Ball;
}

/** Scales need no more bits than an error in ulps does. */
const SCALE_BITS = 64;

/**
 * Balls that carry their scales. Scales add where values are added or subtracted, multiply in products, are divided by the
 * absolute denominator in quotients, and go through tanh, which is 0 at 0 and nowhere steeper than 1. Every other function
 * starts anew: its scale is its own absolute value, so that its arguments have to be right for themselves.
 */
export function scaledArithmetic(bits: number): Arithmetic<Scaled> {
  const values = ballArithmetic(bits);
  const scales = ballArithmetic(SCALE_BITS);
  const anew = (value: Ball): Scaled => ({ value, scale: exact.absolute(value) });
  return {
    fromDouble: (x) => anew(values.fromDouble(x)),
    fromInteger: (n) => anew(values.fromInteger(n)),
    fromDecimal: (digits, decimals) => anew(values.fromDecimal(digits, decimals)),
    constant: (name) => anew(values.constant(name)),
    undefined: anew(values.undefined),
    negate: ({ value, scale }) => ({ value: values.negate(value), scale }),
    absolute: ({ value, scale }) => ({ value: values.absolute(value), scale }),
    add: (a, b) => ({ value: values.add(a.value, b.value), scale: scales.add(a.scale, b.scale) }),
    multiply: (a, b) => ({
      value: values.multiply(a.value, b.value),
      scale: scales.multiply(a.scale, b.scale),
    }),
    divide: (a, b) => ({
      value: values.divide(a.value, b.value),
      scale: scales.divide(a.scale, exact.absolute(b.value)),
    }),
    power: (a, b) => anew(values.power(a.value, b.value)),
    exp: (a) => anew(values.exp(a.value)),
    apply: (name, parts) => {
      const value = values.apply(
        name,
        parts.map((part) => part.value),
      );
      return name === "tanh" ? { value, scale: scales.apply("tanh", [parts[0]!.scale]) } : anew(value);
    },
    compare: (a, b) => values.compare(a.value, b.value),
    isZero: (a) => values.isZero(a.value),
    isInfinite: (a) => values.isInfinite(a.value),
    isUndefined: (a) => values.isUndefined(a.value),
    toInteger: (a) => values.toInteger(a.value),
  };
}

/** A function of balls as one of balls with scales. */
export function scaledOverride(override: Override<Ball>): Override<Scaled> {
  return (arguments_) => {
    const plain = arguments_.map((argument) => mapValue(argument, ({ value }) => value)!);
    return mapValue(override(plain), (value): Scaled => ({ value, scale: exact.absolute(value) }))!;
  };
}
