// Which equation a formula that states none is nearest to: one edit away from it.

import { children, type Expression } from "../../latex/expression.js";
import { isTold } from "./evidence.js";
import { oneEdit, type FoundEdit } from "./diagnose.js";
import type { References } from "./search.js";
import { valueOf, type Candidate } from "./search.js";

/** How many candidates are looked at closely. */
const MOST = 6;
/** How many functions and operators may be different. */
const MOST_APART = 4;

/** The candidate that is one edit from its equation, the likeliest first. */
export function nearest(
  candidates: readonly Candidate[],
  references: References,
): { readonly candidate: Candidate; readonly edit: FoundEdit } | undefined {
  const close = candidates
    .map((candidate) => ({
      candidate,
      apart: distance(featuresOf(valueOf(candidate)), featuresOf(candidate.form.formula.value)),
    }))
    .filter(({ apart }) => apart <= MOST_APART)
    .sort(
      (a, b) =>
        Number(isTold(b.candidate)) - Number(isTold(a.candidate)) ||
        a.apart - b.apart ||
        b.candidate.assignment.likeness - a.candidate.assignment.likeness,
    );
  const seen = new Map<string, number>();
  let tried = 0;
  for (const { candidate } of close) {
    const times = seen.get(candidate.form.id) ?? 0;
    if (times >= 2) continue;
    seen.set(candidate.form.id, times + 1);
    if (++tried > MOST) return undefined;
    const edit = oneEdit(candidate, references.of(candidate.form));
    if (edit !== undefined) return { candidate, edit };
  }
  return undefined;
}

/** How often each function and operator stands in an expression. */
function featuresOf(expression: Expression): Map<string, number> {
  const counts = new Map<string, number>();
  const visit = (node: Expression): void => {
    const feature = featureOf(node);
    if (feature !== undefined) counts.set(feature, (counts.get(feature) ?? 0) + 1);
    for (const child of children(node)) visit(child);
  };
  visit(expression);
  return counts;
}

function featureOf(node: Expression): string | undefined {
  switch (node.kind) {
    case "apply":
      return node.function;
    case "call":
      return node.callee.name;
    case "big":
      return node.operator;
    case "size":
      return node.of;
    case "power":
      return node.base.kind === "constant" ? "exp" : undefined;
    case "cases":
    case "indicator":
    case "transpose":
    case "stack":
      return node.kind;
    default:
      return undefined;
  }
}

function distance(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const feature of new Set([...a.keys(), ...b.keys()]))
    sum += Math.abs((a.get(feature) ?? 0) - (b.get(feature) ?? 0));
  return sum;
}
