import { wrongSize, wrongType } from "../errors.js";
import { asMatrix, type MatrixLike } from "../matrix.js";
import { requireVector } from "../vectors.js";

/**
 * Which keys a query may attend to, n×m with a row for each query: booleans, true where it may; or numbers that are added
 * to the scores, of which -∞ forbids.
 */
export type AttentionMask = readonly ArrayLike<boolean>[] | MatrixLike;

/** The options of attention. */
export interface AttentionOptions {
  /** Which keys each query may attend to; all unless given. */
  readonly mask?: AttentionMask | undefined;
  /** Whether query i may attend to keys 0, …, i only; false unless given. With a mask, both must allow it. */
  readonly causal?: boolean | undefined;
}

/** A mask that was checked: writes what is added to the scores of query i into `bias`. */
export type MaskRow = (i: number, bias: Float64Array) => void;

/**
 * Reads a mask, which is not copied if it is one of booleans or a matrix of doubles.
 *
 * @throws ShapeError if it is not n×m; TypeError if it is no mask
 */
export function readMask(mask: AttentionMask, n: number, m: number): MaskRow {
  if (Array.isArray(mask) && typeof (mask[0] as ArrayLike<unknown> | undefined)?.[0] === "boolean") {
    const rows = mask as readonly ArrayLike<boolean>[];
    requireSize(n, m, rows.length, m);
    for (let i = 0; i < n; i++) {
      const allowed = rows[i]!;
      requireVector(`mask[${i}]`, allowed, "booleans");
      requireSize(n, m, n, allowed.length);
      for (let j = 0; j < m; j++) {
        if (typeof allowed[j] !== "boolean") throw wrongType(`mask[${i}][${j}]`, "a boolean", allowed[j]);
      }
    }
    return (i, bias) => {
      for (let j = 0; j < m; j++) bias[j] = rows[i]![j]! ? 0 : -Infinity;
    };
  }
  const { rows, columns, data } = asMatrix("mask", mask as MatrixLike);
  requireSize(n, m, rows, columns);
  return (i, bias) => {
    bias.set(data.subarray(i * m, (i + 1) * m));
  };
}

function requireSize(n: number, m: number, rows: number, columns: number): void {
  if (rows === n && columns === m) return;
  throw wrongSize("mask", `a row for each query and a column for each key, ${n}×${m}`, `${rows}×${columns}`);
}
