// The reductions of a loss of one example over many: variants that call the equation's own formula.

import type { InputsOf, SymbolDeclarations } from "../latex/symbols.js";
import type { Reduction } from "../numeric/losses/reduction.js";
import { variant, type Limit, type NumericValue, type VariantDefinition } from "./equation.js";

/** A loss over many examples. */
export interface Reduced<S extends SymbolDeclarations> {
  /** How the loss of one example is written: `\operatorname{BCE}`. */
  readonly name: string;
  /** The arguments of the variants: `y, p`. */
  readonly arguments: string;
  /** The loss of example i: `\operatorname{BCE}(y_i, p_i)`. */
  readonly example: string;
  /** The index of the examples and their number; i and n unless said. */
  readonly index?: readonly [letter: string, count: string];
  readonly symbols: S;
  readonly numeric: (inputs: InputsOf<S>, reduction: Reduction) => NumericValue;
  readonly limits?: (reduction: Reduction) => readonly Limit[];
  readonly noLimits?: string;
  /** The largest number of entries to verify with, where the formula of each takes long. */
  readonly maxSize?: number;
  /** What the names of the variants begin with, where there are several forms. */
  readonly form?: string;
}

/** Mean, sum and none: with one more word in front where the loss has several forms. */
export function reductionsOf<const S extends SymbolDeclarations>(
  loss: Reduced<S>,
): Record<string, VariantDefinition> {
  const { name, example, symbols, numeric, limits, noLimits, form } = loss;
  const [letter, count] = loss.index ?? ["i", "n"];
  const over = String.raw`\sum_{${letter}=1}^{${count}} ${example}`;
  const bodies: Record<Reduction, (left: string) => string> = {
    mean: (left) => String.raw`${left} = \frac{1}{${count}} ${over}`,
    sum: (left) => `${left} = ${over}`,
    none: (left) =>
      String.raw`${left}_${letter} = ${example} \quad \text{for } ${letter} = 1, \dots, ${count}`,
  };
  return Object.fromEntries(
    (["mean", "sum", "none"] as const).map((reduction) => {
      const label = form === undefined ? reduction : `${form} ${reduction}`;
      const left = String.raw`${name}_{\text{${label}}}(${loss.arguments})`;
      return [
        label,
        variant({
          latex: bodies[reduction](left),
          symbols,
          options: { reduction },
          numeric: (inputs) => numeric(inputs, reduction),
          limits: limits?.(reduction) ?? [],
          ...(noLimits === undefined ? {} : { noLimits }),
          ...(loss.maxSize === undefined ? {} : { maxSize: loss.maxSize }),
        }),
      ];
    }),
  );
}
