// The functions and constants that the reader knows by name, when nothing declared has that name.

import type { BuiltinName } from "./expression.js";

/** Functions by the letters that write them, with the numbers of arguments they take. */
export const FUNCTIONS: ReadonlyMap<
  string,
  { readonly name: BuiltinName; readonly least: number; readonly most: number }
> = new Map(
  (
    [
      ["exp", "exp", 1, 1],
      ["log", "log", 1, 1],
      ["ln", "log", 1, 1],
      ["sqrt", "sqrt", 1, 1],
      ["sin", "sin", 1, 1],
      ["cos", "cos", 1, 1],
      ["tan", "tan", 1, 1],
      ["sinh", "sinh", 1, 1],
      ["cosh", "cosh", 1, 1],
      ["tanh", "tanh", 1, 1],
      ["erf", "erf", 1, 1],
      ["erfc", "erfc", 1, 1],
      ["<\\Phi>", "normalCdf", 1, 1],
      ["sgn", "sign", 1, 1],
      ["sign", "sign", 1, 1],
      ["Tanh", "tanh", 1, 1],
      ["Exp", "exp", 1, 1],
      ["Log", "log", 1, 1],
      ["max", "max", 1, Infinity],
      ["min", "min", 1, Infinity],
    ] as const
  ).map(([letters, name, least, most]) => [letters, { name, least, most }]),
);

/** How each function prints. */
export const FUNCTION_LATEX: Readonly<
  Record<Exclude<BuiltinName, "sqrt" | "floor" | "ceil" | "binomial" | "factorial">, string>
> = {
  exp: "\\exp",
  log: "\\log",
  sin: "\\sin",
  cos: "\\cos",
  tan: "\\tan",
  sinh: "\\sinh",
  cosh: "\\cosh",
  tanh: "\\tanh",
  erf: "\\operatorname{erf}",
  erfc: "\\operatorname{erfc}",
  normalCdf: "\\Phi",
  sign: "\\operatorname{sgn}",
  max: "\\max",
  min: "\\min",
};

/** Constants by the letters that write them. */
export const CONSTANTS: ReadonlyMap<string, "e" | "pi" | "infinity"> = new Map([
  ["e", "e"],
  ["<\\pi>", "pi"],
  ["<\\infty>", "infinity"],
]);

/** Words that take an index below and run over it. */
export const EXTREMA: ReadonlyMap<string, "max" | "min" | "argmax" | "argmin"> = new Map([
  ["max", "max"],
  ["min", "min"],
  ["argmax", "argmax"],
  ["argmin", "argmin"],
  ["sup", "max"],
  ["inf", "min"],
]);
