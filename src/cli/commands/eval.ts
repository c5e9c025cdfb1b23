// ml-equations eval: an equation of the catalogue, or a formula of one's own, at some inputs.

import { equations, isCallable } from "../../equations/index.js";
import { Formula } from "../../evaluate/index.js";
import type { FormulaDigits, FormulaValue, InputValue } from "../../evaluate/index.js";
import {
  latexOfKey,
  parseKind,
  type FunctionSymbol,
  type SymbolDeclaration,
  type SymbolDeclarations,
} from "../../latex/symbols.js";
import { readName } from "../../latex/scope.js";
import type { PlainInputs } from "../../verify/samples.js";
import { bothAt, showUlps } from "../../verify/values.js";
import { equationOf } from "../catalogue.js";
import { objectFromJson, toJson, UsageError } from "../json.js";
import { showNumber, table } from "../text.js";

export interface EvalCommandOptions {
  readonly latex: string | undefined;
  readonly symbols: string | undefined;
  readonly input: string;
  readonly digits: number | undefined;
  readonly json: boolean;
}

export function evalCommand(id: string | undefined, options: EvalCommandOptions): void {
  if ((id === undefined) === (options.latex === undefined)) {
    throw new UsageError("Expected either the id of an equation or --latex with a formula of your own.");
  }
  const inputs = objectFromJson(options.input, "--input") as Readonly<Record<string, InputValue>>;
  if (id !== undefined) evaluateEquation(id, inputs, options);
  else evaluateFormula(options.latex!, inputs, options);
}

/** Decimals of the formula's value that are shown unless asked otherwise. */
const DIGITS = 25;

function evaluateEquation(
  id: string,
  inputs: Readonly<Record<string, InputValue>>,
  options: EvalCommandOptions,
): void {
  if (options.symbols !== undefined)
    throw new UsageError("--symbols goes with --latex: an equation has its own symbols.");
  const equation = equationOf(id);
  const bound = equation.formula.bind(inputs);
  const plain = Object.fromEntries(
    Object.keys(equation.symbols).map((key) => [key, bound.get(key)!]),
  ) as PlainInputs;
  const { formula, implementation, ulps } = bothAt(equation, plain, options.digits ?? DIGITS);
  const scalar = equation.formula.shape.kind === "scalar";
  if (options.json) {
    const one = <T>(values: readonly T[]): T | readonly T[] => (scalar ? values[0]! : values);
    process.stdout.write(
      `${toJson({ equation: id, implementation: one(implementation), formula: one(formula), ulps: one(ulps) })}\n`,
    );
    return;
  }
  if (scalar) {
    const rows = [
      ["implementation", showNumber(implementation[0]!)],
      ["formula", formula[0]!],
      ["difference", `${showUlps(ulps[0]!)} ulp`],
    ];
    process.stdout.write(`${table([], rows, ["left", "left"])}\n`);
    return;
  }
  const rows = implementation.map((value, k) => [
    String(k + 1),
    showNumber(value),
    formula[k]!,
    showUlps(ulps[k]!),
  ]);
  process.stdout.write(
    `${table(["entry", "implementation", "formula", "ulp"], rows, ["right", "left", "left", "right"])}\n`,
  );
}

function evaluateFormula(
  latex: string,
  inputs: Readonly<Record<string, InputValue>>,
  options: EvalCommandOptions,
): void {
  const declared = Object.entries(objectFromJson(options.symbols ?? "{}", "--symbols")).map(
    ([key, kind]): [string, SymbolDeclaration] => {
      if (typeof kind !== "string")
        throw new UsageError(
          `--symbols: expected a kind such as "real" for ${key}; got ${JSON.stringify(kind)}.`,
        );
      return [key, parseKind(kind)];
    },
  );
  const formula = new Formula(latex, { ...catalogueFunctions(declared), ...Object.fromEntries(declared) });
  const value =
    options.digits === undefined
      ? formula.evaluate(inputs)
      : formula.evaluate(inputs, { digits: options.digits });
  if (options.json) {
    const notes = formula.notes.map(({ message, alternative, start, end }) => ({
      message,
      alternative,
      start,
      end,
    }));
    process.stdout.write(`${toJson({ latex, value, reads: formula.toLatex(), notes })}\n`);
    return;
  }
  process.stdout.write(`${showValue(value)}\n`);
  for (const note of formula.notes) {
    const place = latex.slice(note.start, note.end);
    process.stderr.write(`note: ${note.message}, at ${place}; the other reading: ${note.alternative}\n`);
  }
}

/** The catalogue's functions, for formulas of one's own to call, unless a symbol has their name. */
function catalogueFunctions(declared: readonly (readonly [string, SymbolDeclaration])[]): SymbolDeclarations {
  const names = new Set(declared.map(([key]) => readName(latexOfKey(key), key).letters));
  const functions: [string, FunctionSymbol][] = equations
    .filter(isCallable)
    .map(({ id, asFunction }): [string, FunctionSymbol] => [`function ${id}`, asFunction])
    .filter(([key, { callee }]) => !names.has(readName(callee.latex, key).letters));
  return Object.fromEntries(functions);
}

function showValue(value: FormulaValue | FormulaDigits): string {
  if (typeof value === "number") return showNumber(value);
  if (typeof value === "string" || typeof value === "boolean") return String(value);
  return toJson(value);
}
