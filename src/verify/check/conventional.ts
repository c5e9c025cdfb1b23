// Whether giving their names our meanings is what people would do, or a renaming that only makes the formula fit.

import type { FenceBox } from "../../latex/layout.js";
import { printLayout } from "../../latex/print-layout.js";
import { latexOfSlot, type Assignment } from "./assign.js";
import type { Form } from "./forms.js";
import type { TheirName } from "./interpret.js";
import type { LeftSide } from "./names.js";
import { plainKey, sideOf, targetness } from "./roles.js";

/** What speaks against an assignment. */
export interface Objection {
  /** Whether what they write rules it out, rather than making it unusual. */
  readonly binding: boolean;
  readonly reason: string;
}

/** Their name for each of our symbols. */
export function namesByKey({ pairs }: Assignment): ReadonlyMap<string, TheirName> {
  return new Map(
    pairs.flatMap(([name, slot]) => (slot.kind === "symbol" ? [[slot.key, name] as const] : [])),
  );
}

/** What speaks against an assignment; nothing where it is what the letters say. `left` names the equation, if one does. */
export function objections(assignment: Assignment, left: LeftSide | undefined): readonly Objection[] {
  const found: Objection[] = [];
  const { form } = assignment;
  const byKey = namesByKey(assignment);
  const order = left === undefined ? undefined : orderOf(form, left, byKey);
  for (const [key, expected, name] of order?.clashes ?? []) {
    found.push({
      binding: true,
      reason: `on the left side ${expected} stands where the equation has ${shown(form, key)}, for which ${name} would have to stand`,
    });
  }
  // Bars on a left side say what comes first, whatever the letters are.
  if (order?.binds !== true) found.push(...swappedSides(assignment, byKey));
  found.push(...swappedLetters(assignment, byKey));
  return found;
}

/** What the order of the arguments on a left side says. */
function orderOf(
  form: Form,
  left: LeftSide,
  byKey: ReadonlyMap<string, TheirName>,
): { readonly binds: boolean; readonly clashes: readonly (readonly [string, string, string])[] } | undefined {
  const parameters = form.equation.formula.statement.lefts[0]?.parameters;
  const written = left.arguments?.map(printLayout);
  if (parameters === undefined || written === undefined || parameters.length !== written.length)
    return undefined;
  const ours = new Map(
    Object.keys(form.symbols).map((key) => [plainKey(latexOfSlot(form, { kind: "symbol", key })), key]),
  );
  const clashes: [string, string, string][] = [];
  let matched = 0;
  for (const [k, parameter] of parameters.entries()) {
    const key = ours.get(plainKey(parameter));
    const name = key === undefined ? undefined : byKey.get(key);
    const theirs = plainKey(written[k]!);
    const isName = [...byKey.values()].some(({ latex }) => plainKey(latex) === theirs);
    if (key === undefined || name === undefined || !isName) continue;
    matched++;
    if (plainKey(name.latex) !== theirs) clashes.push([key, written[k]!, name.latex]);
  }
  if (matched === 0) return undefined;
  // f(p, y) with letters whose roles are plain: the letters decide, unless bars make the first argument the first.
  const [first, second] = written.map(targetness);
  const sided = clashes.every(([key]) => sideOf(form.symbols[key]!) !== undefined);
  const lettersDecide =
    !left.barred &&
    sided &&
    clashes.length > 0 &&
    first !== undefined &&
    second !== undefined &&
    first !== second;
  return lettersDecide && swappedSidesOf(form, byKey).length === 0
    ? { binds: false, clashes: [] }
    : { binds: clashes.length === 0 && matched === parameters.length, clashes };
}

function swappedSides({ form }: Assignment, byKey: ReadonlyMap<string, TheirName>): Objection[] {
  return swappedSidesOf(form, byKey);
}

/** Targets that are written with a letter for predictions beside predictions with one for targets. */
function swappedSidesOf(form: Form, byKey: ReadonlyMap<string, TheirName>): Objection[] {
  const found: Objection[] = [];
  const sides = [...byKey].map(([key, name]) => ({
    key,
    name,
    side: sideOf(form.symbols[key]!),
    rank: targetness(name.latex),
  }));
  for (const target of sides.filter(({ side }) => side === "target")) {
    for (const prediction of sides.filter(({ side }) => side === "prediction")) {
      if (target.rank === undefined || prediction.rank === undefined || target.rank <= prediction.rank)
        continue;
      const roles = `${form.symbols[target.key]!.role ?? "targets"} and ${prediction.name.latex} for ${form.symbols[prediction.key]!.role ?? "predictions"}`;
      found.push({
        binding: false,
        reason: `${target.name.latex} would have to stand for ${roles}`,
      });
    }
  }
  return found;
}

/** Letters that are those of another symbol of the same equation. */
function swappedLetters(assignment: Assignment, byKey: ReadonlyMap<string, TheirName>): Objection[] {
  const { form } = assignment;
  const own = new Map(
    Object.keys(form.symbols).map((key) => [plainKey(latexOfSlot(form, { kind: "symbol", key })), key]),
  );
  const found: Objection[] = [];
  for (const [key, name] of byKey) {
    const other = own.get(plainKey(name.latex));
    if (other === undefined || other === key) continue;
    const [mine, its] = [sideOf(form.symbols[key]!), sideOf(form.symbols[other]!)];
    // Targets and predictions have been compared by their letters; of alike roles neither is the other.
    if (mine !== undefined && its !== undefined) continue;
    if (
      form.symbols[key]!.role !== undefined &&
      form.symbols[key]!.role === form.symbols[other]!.role &&
      !byKey.has(other)
    )
      continue;
    const identical = [...own.keys()].every((letters) =>
      [...byKey.values()].some(({ latex }) => plainKey(latex) === letters),
    );
    const listed = form.equation.formula.statement.lefts[0]?.parameters !== undefined;
    found.push({
      // Where all their letters are ours and the equation itself goes by its letters, they are what they are.
      binding: identical && !listed,
      reason: `${name.latex} would have to stand for ${shown(form, key)}`,
    });
  }
  return found;
}

function shown(form: Form, key: string): string {
  const latex = latexOfSlot(form, { kind: "symbol", key });
  const { meaning } = form.symbols[key]!;
  return meaning === "" ? latex : `${latex}, ${meaning}`;
}

export type { FenceBox };
