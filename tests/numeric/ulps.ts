// Errors in ulps, against the fixtures that scripts/numeric-fixtures.py writes.

import { readFileSync } from "node:fs";

const double = new Float64Array(1);
const bits = new BigInt64Array(double.buffer);

/** Where a double stands in the order of all doubles: neighbours differ by 1, both zeros are 0. */
export function rank(x: number): bigint {
  double[0] = x;
  const size = bits[0]! & 0x7fff_ffff_ffff_ffffn;
  return bits[0]! < 0n ? -size : size;
}

/** The double that stands at a place in the order of all doubles. */
export function atRank(place: bigint): number {
  bits[0] = place < 0n ? -place : place;
  return place < 0n ? -double[0]! : double[0]!;
}

/** The error of a result whose true value lies residual ulps from its nearest double; NaN counts as infinitely wrong. */
export function errorInUlps(result: number, nearest: number, residual: number): number {
  return Number.isNaN(result) ? Infinity : Math.abs(Number(rank(result) - rank(nearest)) - residual);
}

/** The same for a result in two parts, of which the nearest double must not be subnormal. */
export function errorOfPartsInUlps(high: number, low: number, nearest: number, residual: number): number {
  // Below a power of two the doubles are twice as dense as above it.
  const towardsTruth = residual < 0 ? -1n : 1n;
  const ulp = Math.abs(atRank(rank(nearest) + towardsTruth) - nearest);
  return Math.abs((high - nearest + low) / ulp - residual);
}

export type ScalarRow = [input: number, nearest: number, residual: number];

export function scalarRows(name: string): ScalarRow[] {
  return readFixture(name) as ScalarRow[];
}

export interface VectorRow {
  logits: number[];
  nearest: number[];
  residual: number[];
}

export function vectorRows(name: string): VectorRow[] {
  const rows = readFixture(name) as Record<keyof VectorRow, (number | string)[]>[];
  return rows.map(({ logits, nearest, residual }) => ({
    logits: logits.map(Number),
    nearest: nearest.map(Number),
    residual: residual.map(Number),
  }));
}

export type LossRow = [name: string, args: unknown[], nearest: number, residual: number];

/** The rows of losses.json, with its strings for ±∞ and NaN made numbers. */
export function lossRows(): LossRow[] {
  const rows = readFixture("losses") as [string, unknown[], number | string, number][];
  return rows.map(([name, args, nearest, residual]) => [name, args, Number(nearest), residual]);
}

function readFixture(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`../fixtures/numeric/${name}.json`, import.meta.url), "utf8"));
}

/** The largest of some errors and where it occurs, for a message that can be acted on. */
export function largestError(errors: Iterable<[error: number, where: string]>): {
  error: number;
  where: string;
} {
  let largest = { error: 0, where: "nowhere" };
  for (const [error, where] of errors) if (!(error <= largest.error)) largest = { error, where };
  return largest;
}
