// The parameters of recurrent cells, and what reads them and the arguments of the cells.

import { mismatch, ShapeError, wrongSize, wrongType } from "../errors.js";
import { asMatrix, type MatrixLike } from "../matrix.js";
import { asVector } from "../vectors.js";
import { type Rows, rowsOfEntries, splitVector } from "./rows.js";

/** The parameters of one gate, or of a candidate, of a cell with m units for inputs of d entries. */
export interface Gate {
  /** m × d, for the input x. */
  readonly W: MatrixLike;
  /** m × m, for the previous state h. */
  readonly U: MatrixLike;
  /** The bias, m entries; 0 unless given. */
  readonly b?: ArrayLike<number> | undefined;
}

/** A gate that may have a bias within the term that a reset gate scales. */
export interface ResetGate extends Gate {
  /** The bias of the recurrent term, U h + d, m entries; 0 unless given. */
  readonly d?: ArrayLike<number> | undefined;
}

/**
 * Reads the parameters of a cell, and copies them.
 *
 * @param gates each with the name that messages call it by; "" for the only one of its cell
 * @throws ShapeError if the sizes do not fit; TypeError if a parameter is none
 */
export function rowsOf(gates: readonly (readonly [name: string, gate: ResetGate])[]): Rows {
  const [firstName, first] = gates[0]!;
  requireGate(firstName, first);
  const { rows: m, columns: d } = asMatrix(within(firstName, "W"), first.W);
  const columns = d + m + 2;
  const entries = new Float64Array(gates.length * m * columns);
  gates.forEach(([name, gate], g) => {
    requireGate(name, gate);
    const place = (part: string) => within(name, part);
    const W = asMatrix(place("W"), gate.W);
    const U = asMatrix(place("U"), gate.U);
    requireShape(place("W"), W, m, d, `as ${within(firstName, "W")}`);
    const reason = g === 0 ? `as ${place("W")} has ${m} rows` : `as ${within(firstName, "U")}`;
    requireShape(place("U"), U, m, m, reason);
    const biases = [gate.b, gate.d].map((bias, k) =>
      bias === undefined ? undefined : read(place("bd"[k]!), bias, m, `${place("W")} has rows`),
    );
    for (let i = 0; i < m; i++) {
      const at = (g * m + i) * columns;
      entries.set(W.data.subarray(i * d, (i + 1) * d), at);
      entries.set(U.data.subarray(i * m, (i + 1) * m), at + d + 1);
      entries[at + d] = biases[0]?.[i] ?? 0;
      entries[at + columns - 1] = biases[1]?.[i] ?? 0;
    }
  });
  return rowsOfEntries(d, m, entries);
}

function within(name: string, part: string): string {
  return name === "" ? part : `${name}.${part}`;
}

function requireGate(name: string, gate: unknown): void {
  if (typeof gate === "object" && gate !== null) return;
  throw wrongType(name === "" ? "parameters" : name, "a gate, { W, U, b }", gate);
}

function requireShape(
  name: string,
  actual: { rows: number; columns: number },
  rows: number,
  columns: number,
  reason: string,
): void {
  if (actual.rows === rows && actual.columns === columns) return;
  const expected = `${rows} × ${columns}, ${reason}`;
  throw new ShapeError(mismatch(name, expected, `${actual.rows} × ${actual.columns}`));
}

/** Reads a vector of as many entries as something else `has`. */
function read(name: string, vector: ArrayLike<number>, length: number, has: string): Float64Array {
  const entries = asVector(name, vector);
  if (entries.length !== length)
    throw wrongSize(name, `as many entries as ${has}, ${length}`, entries.length);
  return entries;
}

/** Reads a state. */
export function readState(name: string, { states }: Rows, state: ArrayLike<number>): Float64Array {
  return read(name, state, states, "the cell has units");
}

/** Makes [x; 1; h; 1] the vector that the rows are multiplied by; h is a state that was read. */
export function setVector(rows: Rows, x: ArrayLike<number>, h: Float64Array): void {
  const { inputs, vector } = rows;
  vector.values.set(read("x", x, inputs, "W has columns"));
  vector.values.set(h, inputs + 1);
  vector.rests.fill(0);
  splitVector(rows);
}
