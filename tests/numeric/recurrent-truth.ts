// Recurrent cells in balls, as their formulas say, and the scale that each of their values carries: the sum of the sizes of
// terms, through products and tanh; of σ its own value.

import * as exact from "../../src/exact/index.js";
import type { Ball, FiniteBall } from "../../src/exact/index.js";
import { atRank, rank } from "./ulps.js";

/** A true value, and its scale. */
export interface Scaled {
  readonly value: Ball;
  readonly scale: Ball;
}

export interface PlainGate {
  W: number[][];
  U: number[][];
  b: number[];
  d?: number[];
}

const BITS = 2500;
/** Enough for sums of products of any two doubles, which are exact then. */
const SUM_BITS = 4400;

const times = (a: Scaled, b: Scaled): Scaled => ({
  value: exact.multiply(a.value, b.value, SUM_BITS),
  scale: exact.multiply(a.scale, b.scale, BITS),
});

const plus = (a: Scaled, b: Scaled): Scaled => ({
  value: exact.add(a.value, b.value, SUM_BITS),
  scale: exact.add(a.scale, b.scale, BITS),
});

const ofDouble = (x: number): Scaled => ({
  value: exact.fromDouble(x),
  scale: exact.absolute(exact.fromDouble(x)),
});

const sizeOf = (value: Ball): Scaled => ({ value, scale: exact.absolute(value) });

/** Beyond 3000, σ and tanh are 0 or 1 to more bits than are asked for. */
const clamped = (a: Ball): Ball =>
  exact.minimum(exact.fromInteger(3000), exact.maximum(exact.fromInteger(-3000), a));

function sigmoid({ value }: Scaled): Scaled {
  const power = exact.exp(exact.negate(clamped(value)), BITS);
  return sizeOf(exact.divide(exact.ONE, exact.add(exact.ONE, power, SUM_BITS), BITS));
}

const tanh = ({ value, scale }: Scaled): Scaled => ({
  value: exact.tanh(clamped(value), BITS),
  scale: exact.tanh(clamped(scale), BITS),
});

/** 1 - σ(a) is σ(-a). */
const complement = (a: Scaled): Scaled => sigmoid({ value: exact.negate(a.value), scale: a.scale });

function dot(row: readonly number[], vector: readonly Scaled[]): Scaled {
  return row.map((w, j) => times(ofDouble(w), vector[j]!)).reduce(plus, ofDouble(0));
}

/** W x + U h + b, of one row of a gate. */
function argument({ W, U, b }: PlainGate, i: number, x: readonly Scaled[], h: readonly Scaled[]): Scaled {
  return plus(plus(dot(W[i]!, x), dot(U[i]!, h)), ofDouble(b[i]!));
}

export function trueRnn(gate: PlainGate, x: number[], h: number[]): Scaled[] {
  const [input, state] = [x.map(ofDouble), h.map(ofDouble)];
  return h.map((_, i) => tanh(argument(gate, i, input, state)));
}

export function trueLstm(
  gates: Record<"input" | "forget" | "candidate" | "output", PlainGate>,
  x: number[],
  { h, c }: { h: number[]; c: number[] },
): { h: Scaled[]; c: Scaled[] } {
  const [input, state] = [x.map(ofDouble), h.map(ofDouble)];
  const of = (name: keyof typeof gates, i: number) => argument(gates[name], i, input, state);
  const cell = c.map((each, i) =>
    plus(
      times(sigmoid(of("forget", i)), ofDouble(each)),
      times(sigmoid(of("input", i)), tanh(of("candidate", i))),
    ),
  );
  return { c: cell, h: cell.map((each, i) => times(sigmoid(of("output", i)), tanh(each))) };
}

export function trueGru(
  gates: Record<"reset" | "update" | "candidate", PlainGate>,
  x: number[],
  h: number[],
  resetAfter: boolean,
): Scaled[] {
  const [input, state] = [x.map(ofDouble), h.map(ofDouble)];
  const r = h.map((_, i) => sigmoid(argument(gates.reset, i, input, state)));
  const shown = state.map((each, j) => times(r[j]!, each));
  const { W, U, b, d = h.map(() => 0) } = gates.candidate;
  return h.map((_, i) => {
    const ofUpdate = argument(gates.update, i, input, state);
    const candidate = tanh(
      resetAfter
        ? plus(
            plus(dot(W[i]!, input), ofDouble(b[i]!)),
            times(r[i]!, plus(dot(U[i]!, state), ofDouble(d[i]!))),
          )
        : argument(gates.candidate, i, input, shown),
    );
    return plus(times(sigmoid(ofUpdate), state[i]!), times(complement(ofUpdate), candidate));
  });
}

/** The error, at most, in ulps of the scale. */
export function errorInScale(result: number, { value, scale }: Scaled): number {
  if (!Number.isFinite(result)) return Infinity;
  if (scale.kind !== "finite") return Infinity;
  const size = exact.toDouble(exact.upperEnd(scale));
  const error = exact.absolute(exact.subtract(exact.fromDouble(result), value, SUM_BITS));
  if (size === undefined || error.kind !== "finite") return Infinity;
  const ulp = atRank(rank(size) + 1n) - size;
  return exact.toDouble(exact.upperEnd(exact.divide(error, exact.fromDouble(ulp), 60) as FiniteBall))!;
}
