// Whether a formula that nobody names says by itself which equation it is: y = mx + b is no reparameterization.

import { children, type Expression } from "../../latex/expression.js";
import { latexOfSlot } from "./assign.js";
import { likeness } from "./roles.js";
import { valueOf, type Candidate } from "./search.js";

/** Whether the letters say of every symbol what it is. */
export function isTold({ form, assignment }: Candidate): boolean {
  const symbols = assignment.pairs.filter(([, { kind }]) => kind === "symbol");
  if (symbols.length === 1 && Object.keys(form.symbols).length === 1) return true;
  return assignment.pairs.every(
    ([name, slot]) =>
      slot.kind !== "symbol" || likeness(name.latex, latexOfSlot(form, slot), form.symbols[slot.key]) >= 1.5,
  );
}

/** Families whose formulas are made of plain products: their letters must say what they are. */
const PLAIN = new Set(["attention", "recurrent", "generative", "regularization"]);

export function isDistinctive(candidate: Candidate): boolean {
  const { form, assignment } = candidate;
  const scores = assignment.pairs.flatMap(([name, slot]) =>
    slot.kind === "symbol"
      ? [likeness(name.latex, latexOfSlot(form, slot), form.symbols[slot.key])]
      : slot.kind === "quantity"
        ? [3]
        : [],
  );
  const told = scores.filter((score) => score >= 1.5).length;
  if (scores.length > 0 && told === scores.length) return true;
  if (PLAIN.has(form.equation.family)) return told >= 0.6 * scores.length && scores.length > 1;
  return isTelling(valueOf(candidate));
}

const FUNCTIONS = new Set([
  "exp",
  "log",
  "tanh",
  "sinh",
  "cosh",
  "erf",
  "erfc",
  "normalCdf",
  "max",
  "min",
  "binomial",
]);

/** Whether an expression has more than sums, products and quotients in it. */
export function isTelling(expression: Expression): boolean {
  switch (expression.kind) {
    case "apply":
      if (FUNCTIONS.has(expression.function)) return true;
      break;
    case "call":
    case "cases":
    case "indicator":
    case "set-operation":
      return true;
    case "size":
      if (expression.of !== "absolute") return true;
      break;
    default:
      break;
  }
  return children(expression).some(isTelling);
}
