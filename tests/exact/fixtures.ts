/** Reading the fixtures that scripts/exact-fixtures.py wrote. */
import { readFileSync } from "node:fs";
import type { FiniteBall } from "../../src/exact/index.js";

/** A fixture's arguments, and its value as a ball as wide as mpmath's rounding. */
export interface Case {
  readonly inputs: readonly number[];
  readonly value: FiniteBall;
}

/** ±0x<hexadecimal>p<exponent>, rounded to nearest at 240 bits: a ball of one unit in the 240th bit. */
export function parseValue(text: string): FiniteBall {
  const match = /^(-?)(0x[0-9a-f]+)p(-?\d+)$/.exec(text);
  if (match === null) throw new Error(`not a fixture value: ${text}`);
  const size = BigInt(match[2]!);
  // Trailing zero bits are not written; up to 240 bits they are part of the value.
  const lift = BigInt(240 - size.toString(2).length);
  if (lift < 0n) throw new Error(`more than 240 bits: ${text}`);
  const mid = (match[1] === "-" ? -size : size) << lift;
  return { kind: "finite", mid, rad: 1, exp: BigInt(match[3]!) - lift };
}

function rows(name: string): (number | string)[][] {
  const file = new URL(`../fixtures/exact/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as (number | string)[][];
}

/** All cases of a function. */
export function readCases(name: string): Case[] {
  return rows(name).map((row) => ({
    inputs: row.slice(0, -1).map(Number),
    value: parseValue(String(row.at(-1))),
  }));
}

/** The constants by name. */
export function readConstants(): { name: string; value: FiniteBall }[] {
  return rows("constants").map(([name, value]) => ({ name: String(name), value: parseValue(String(value)) }));
}
