// The symbols of recurrent cells: what goes in at a step, and the weights of each gate.

import { matrix, vector, type MatrixSymbol, type VectorSymbol } from "../latex/symbols.js";

/** The input at a step, and the state before. */
export const stepSymbols = {
  x: vector("d", "the input at this step", { latex: "x_t", role: "input" }),
  h: vector("m", "the state before", { latex: "h_{t-1}", role: "state" }),
};

/** W_k, U_k and b_k of a gate k. */
export function gateSymbols<const K extends string>(
  k: K,
  what: string,
): Record<`W_${K}` | `U_${K}`, MatrixSymbol> & Record<`b_${K}`, VectorSymbol> {
  return {
    [`W_${k}`]: matrix("m", "d", `the ${what}'s weights of the input`, { role: "weights" }),
    [`U_${k}`]: matrix("m", "m", `the ${what}'s weights of the state`, { role: "weights" }),
    [`b_${k}`]: vector("m", `the ${what}'s bias`, { role: "bias" }),
  } as Record<`W_${K}` | `U_${K}`, MatrixSymbol> & Record<`b_${K}`, VectorSymbol>;
}
