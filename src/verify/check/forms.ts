// What a stranger's formula may state: the formula of each equation and variant, and the first lines of those that have several.

import { withVariants, type Equation } from "../../equations/equation.js";
import { formula, type Formula } from "../../evaluate/formula.js";
import { clausesOf, flattened, linesOf } from "../../latex/lines.js";
import { printLayout } from "../../latex/print-layout.js";
import { readLayout } from "../../latex/read-layout.js";
import { declaredSizes } from "../../latex/scope.js";
import { family, matrix, vector, type SymbolDeclarations } from "../../latex/symbols.js";

/** A formula of ours that theirs may be. */
export interface Form {
  /** The equation or the variant whose formula it is. */
  readonly id: string;
  readonly equation: Equation;
  readonly formula: Formula;
  /** Its symbols, functions aside. */
  readonly symbols: SymbolDeclarations;
  readonly sizes: readonly string[];
  /** Whether it is the first line alone, whose other lines' names are given. */
  readonly opened: boolean;
  /** Whether its equation is of one item, so that a sum or a mean over a batch states it too. */
  readonly perItem: boolean;
}

function makeForm(equation: Equation, read: Formula, opened: boolean, perItem: boolean): Form {
  const symbols = Object.fromEntries(
    Object.entries(read.symbols).filter(([, symbol]) => symbol.kind !== "function"),
  );
  return {
    id: equation.id,
    equation,
    formula: read,
    symbols,
    sizes: declaredSizes(symbols),
    opened,
    perItem,
  };
}

/** All forms of an equation: its own, those of its variants, and first lines. */
export function formsOf(equation: Equation): readonly Form[] {
  const perItem = equation.variants.some(({ id }) => id === `${equation.id}/mean`);
  return withVariants(equation).flatMap((one) => [
    makeForm(one, one.formula, false, perItem),
    ...openedForms(one, perItem),
  ]);
}

/** Variants that are the same equation, printed of a batch, of classes, of labels, of vectors. */
const SAME = new Set(
  (
    "none mean labels pairs area binary class-index class-mean class-sum class-none " +
    "value densities samples vectors isotropic"
  ).split(" "),
);

/** Whether a form states an equation or a variant that is named, rather than another of its variants. */
export function isMain({ id, perItem }: Form, named: string, { id: base }: Equation): boolean {
  if (named !== base) return id === named;
  const variant = id.slice(base.length + 1);
  return id === base || SAME.has(variant) || (variant === "sum" && perItem);
}

/** Forms whose definitions of other lines are given as symbols of their own. */
function openedForms(equation: Equation, perItem: boolean): readonly Form[] {
  const symbols = OPENED[equation.id];
  if (symbols === undefined) return [];
  const { evaluation = {} } = equation;
  const read = formula(firstLine(equation.latex), symbols, { conventions: evaluation });
  return [makeForm(equation, read, true, perItem)];
}

/** What stands on the first line of such a formula, by the names that the lines below define. */
const OPENED: Readonly<Partial<Record<string, SymbolDeclarations>>> = {
  "average-precision": {
    R: vector("n + 1", "the recall behind each threshold, from R_0 on", { first: 0 }),
    P: vector("n", "the precision behind each threshold"),
  },
  "multi-head-attention": {
    head: family("h", matrix("n", "d_v"), "the heads", { latex: "\\text{head}" }),
    WO: matrix("h·d_v", "d", "what the heads are multiplied by", { latex: "W^O", role: "weights" }),
  },
};

/** The first line of a formula, without what stands behind it. */
function firstLine(latex: string): string {
  const [line] = linesOf(flattened(readLayout(latex)));
  return printLayout(clausesOf(line!)[0]!);
}
