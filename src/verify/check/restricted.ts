// Forms on the part of their domain that is meant: targets that are distributions, targets that are 0 or 1.

import type { SymbolDeclaration } from "../../latex/symbols.js";
import type { Form } from "./forms.js";

export interface Restricted {
  readonly form: Form;
  /** What the inputs are here. */
  readonly where: string;
  /** Whether it counts only for what is undefined elsewhere. */
  readonly onlyWhereUndefined: boolean;
}

const DISTRIBUTIONS = new Set(["targets", "predictions", "probabilities"]);

/** The form on distributions, and on targets that are 0 or 1; neither where it has no such symbols. */
export function restrictions(form: Form): readonly Restricted[] {
  const found: Restricted[] = [];
  const simplex = changed(form, (symbol) =>
    symbol.kind === "vector" &&
    symbol.domain.min === 0 &&
    symbol.domain.values === undefined &&
    DISTRIBUTIONS.has(symbol.role ?? "") &&
    !symbol.simplex
      ? { ...symbol, simplex: true }
      : undefined,
  );
  if (simplex !== undefined)
    found.push({
      form: simplex,
      where: "the entries of each distribution sum to 1",
      onlyWhereUndefined: false,
    });
  const binary = changed(form, (symbol) =>
    (symbol.kind === "vector" || symbol.kind === "probability" || symbol.kind === "matrix") &&
    symbol.role === "targets" &&
    symbol.domain.min === 0 &&
    symbol.domain.max === 1
      ? { ...symbol, domain: { ...symbol.domain, values: [0, 1] } }
      : undefined,
  );
  if (binary !== undefined)
    found.push({ form: binary, where: "targets are 0 or 1", onlyWhereUndefined: true });
  return found;
}

function changed(
  form: Form,
  change: (symbol: SymbolDeclaration) => SymbolDeclaration | undefined,
): Form | undefined {
  const entries = Object.entries(form.symbols).map(([key, symbol]) => [key, change(symbol)] as const);
  if (entries.every(([, other]) => other === undefined)) return undefined;
  const symbols = entries.map(([key, other]) => [key, other ?? form.symbols[key]!] as const);
  return { ...form, symbols: Object.fromEntries(symbols) };
}
