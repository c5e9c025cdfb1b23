// The engine of a page: everything that reads and evaluates formulas, loaded when it is first needed.

import { defaultInputs, generated, type PlainInputs } from "../catalogue/default-inputs.js";
import { equations, withVariants, type Equation } from "../../src/equations/index.js";
import type { PlainValue } from "../../src/evaluate/inputs.js";
import { declaredSizes } from "../../src/latex/scope.js";
import { partValue } from "./evaluate.js";
import { partsOf, type Part } from "./parts.js";
import { showValue } from "./show.js";
import { freeEntries, stepsLatex, stepsOf } from "./steps.js";

export { fieldsOf } from "./fields.js";
export { resultAt } from "./result.js";

const all = equations.flatMap(withVariants);

/** An equation or a variant by its id. */
export function equationOf(id: string): Equation {
  const found = all.find((equation) => equation.id === id);
  if (found === undefined) throw new RangeError(`There is no equation ${id}.`);
  return found;
}

/** The equation that a variant is one of, or the equation itself. */
export function ownerOf(id: string): Equation {
  return equationOf(id.split("/")[0]!);
}

/** The inputs that the page of an equation, or of a variant, starts with. */
export function startInputs(id: string): PlainInputs {
  return defaultInputs(equationOf(id), ownerOf(id));
}

// Sizes

export interface SizeOf {
  readonly name: string;
  readonly value: number;
}

const MOST_PER_SIZE = 12;

/** The named sizes that can be changed, with their values. */
export function sizesAt(equation: Equation, inputs: PlainInputs): readonly SizeOf[] {
  const bound = equation.formula.bind(inputs);
  return declaredSizes(equation.symbols).flatMap((name): SizeOf[] => {
    const value = bound.get(name);
    const counted = Object.values(equation.symbols).every(
      (symbol) => !("classes" in symbol) || symbol.classes !== name,
    );
    return typeof value === "number" && counted && !Object.hasOwn(equation.symbols, name)
      ? [{ name, value }]
      : [];
  });
}

/** The inputs with another size: what was there stays where it fits. */
export function resized(equation: Equation, inputs: PlainInputs, name: string, size: number): PlainInputs {
  const wanted = Math.min(Math.max(1, size), MOST_PER_SIZE);
  const sizes = new Map<string, number>();
  for (const each of sizesAt(equation, inputs)) sizes.set(each.name, each.value);
  sizes.set(name, wanted);
  const next = numbers();
  return Object.fromEntries(
    Object.entries(inputs).map(([key, value]) => {
      const symbol = equation.symbols[key]!;
      if (typeof value === "number" || symbol.kind === "set") return [key, value];
      const fresh = generated(symbol, new Map(sizes), next);
      return [key, symbol.kind === "vector" && symbol.simplex ? fresh : overlaid(fresh, value)];
    }),
  );
}

/** Numbers for entries that are new. */
function numbers(): () => number {
  let at = 0;
  return () => [0.5, 1.5, -0.8, 0.2, -1.1, 1][at++ % 6]!;
}

/** A new value with the entries of an old one wherever both have one. */
function overlaid(fresh: PlainValue, old: PlainValue | undefined): PlainValue {
  if (old === undefined || typeof fresh === "number") return old ?? fresh;
  if (!Array.isArray(fresh)) return fresh;
  const rows = old as readonly PlainValue[];
  return (fresh as readonly PlainValue[]).map((entry, k) => overlaid(entry, rows[k])) as readonly number[];
}

/** The inputs with another function for a function symbol, at weights of its own. */
export function withFunction(
  equation: Equation,
  inputs: PlainInputs,
  key: string,
  name: string,
): PlainInputs {
  const symbol = equation.symbols[key]!;
  if (symbol.kind !== "mapping") throw new TypeError(`${key} is no function symbol.`);
  const sizes = new Map<string, number>();
  for (const each of sizesAt(equation, inputs)) sizes.set(each.name, each.value);
  const chosen = generated(
    { ...symbol, among: () => symbol.among().filter((choice) => choice.name === name) },
    sizes,
    numbers(),
  );
  return { ...inputs, [key]: chosen };
}

// Parts

export interface ShownPart {
  readonly latex: string;
  readonly value: string;
  /** The indices over which the value is listed. */
  readonly over: readonly string[];
  readonly parent: number | undefined;
}

const parts = new Map<string, readonly Part[]>();

/** The parts of a formula with their places alone. */
export function partsFor(equation: Equation): readonly Part[] {
  let found = parts.get(equation.id);
  if (found === undefined) parts.set(equation.id, (found = partsOf(equation)));
  return found;
}

/** One part of a formula with its value at some inputs. */
export function partAt(equation: Equation, inputs: PlainInputs, k: number): ShownPart {
  const part = partsFor(equation)[k]!;
  const { span, binders, parent } = part;
  return {
    latex: equation.latex.slice(span.start, span.end),
    value: showValue(partValue(equation.formula, equation.formula.bind(inputs), part)),
    over: binders.map(({ latex }) => latex),
    parent,
  };
}

// Steps

/** The entries of the value that have steps of their own, as they are written: `i = 1`. */
export function entriesOf(equation: Equation, inputs: PlainInputs): readonly string[] {
  const { free } = equation.formula.statement;
  return freeEntries(equation.formula, equation.formula.bind(inputs)).map((entry) =>
    entry.map((value, k) => `${free[k]!.latex} = ${value}`).join(", "),
  );
}

/** The steps of one entry as LaTeX. */
export function stepsAt(equation: Equation, inputs: PlainInputs, entry: number): string {
  const { formula } = equation;
  const bound = formula.bind(inputs);
  const indices = freeEntries(formula, bound)[entry] ?? [];
  const left = formula.statement.lefts[0]?.source;
  const { free } = formula.statement;
  // The left side of one entry names that entry.
  const named = free.reduce(
    (text, { latex }, k) =>
      text.replaceAll(/_\{([^{}]*)\}/gu, (whole, below: string) =>
        indices[k] === undefined || !below.includes(latex)
          ? whole
          : `_{${below.replace(latex, `${k > 0 ? "," : ""}${indices[k]}`)}}`,
      ),
    left ?? "",
  );
  return stepsLatex(left === undefined ? undefined : named, stepsOf(formula, bound, indices));
}
