// Which of their names stands for which of our symbols: all ways that are consistent, the likeliest first.

import type { Equation } from "../../equations/equation.js";
import { namesIn, parseSize } from "../../latex/shapes.js";
import {
  clustering,
  family,
  index,
  labels,
  latexOfKey,
  matrix,
  real,
  set,
  vector,
  type MatrixSymbol,
  type SymbolDeclaration,
} from "../../latex/symbols.js";
import type { Form } from "./forms.js";
import type { TheirName } from "./interpret.js";
import { likeness, plainKey } from "./roles.js";
import { QUANTITIES } from "./vocabulary.js";

/** What a name stands for. */
export type Slot =
  | { readonly kind: "symbol"; readonly key: string }
  | { readonly kind: "size"; readonly name: string }
  | { readonly kind: "quantity"; readonly equation: Equation }
  /** Something that the equation has not. */
  | { readonly kind: "extra" };

export interface Assignment {
  readonly form: Form;
  readonly pairs: readonly (readonly [name: TheirName, slot: Slot])[];
  /** Symbols of ours that no name of theirs stands for. */
  readonly missing: readonly string[];
  readonly extra: readonly TheirName[];
  /** How well the letters fit, summed. */
  readonly likeness: number;
}

export interface AssignOptions {
  /** Whether names may be left over, and symbols of ours without a name. */
  readonly loose: boolean;
  readonly most: number;
}

/** The written form of a symbol of ours. */
export function latexOfSlot(form: Form, slot: Slot): string {
  switch (slot.kind) {
    case "symbol":
      return form.symbols[slot.key]!.latex ?? latexOfKey(slot.key);
    case "size":
      return latexOfKey(slot.name);
    case "quantity":
      return slot.equation.formula.statement.lefts[0]!.scripted;
    case "extra":
      return "";
  }
}

interface Candidate {
  readonly slot: Slot;
  readonly likeness: number;
}

/** All consistent ways to give their names a meaning in a form. */
export function assignments(names: readonly TheirName[], form: Form, options: AssignOptions): Assignment[] {
  const keys = Object.keys(form.symbols);
  const quantities = (form.equation.calls ?? []).filter(
    (called) => called.asFunction.callee.implicit === true,
  );
  const lists: { name: TheirName; candidates: Candidate[] }[] = [];
  for (const name of names) {
    let candidates: Candidate[] = [];
    for (const key of keys) {
      const declaration = form.symbols[key]!;
      if (!fits(name, declaration)) continue;
      const slot: Slot = { kind: "symbol", key };
      const score = likeness(name.latex, latexOfSlot(form, slot), declaration);
      if (declaration.fixed && score < 3) continue;
      candidates.push({ slot, likeness: score });
    }
    if (isNumber(name)) {
      for (const size of form.sizes) {
        if (Object.hasOwn(form.symbols, size)) continue;
        const score = likeness(name.latex, latexOfKey(size), undefined);
        if (!name.limit && score < 3 && !isCount(name.latex)) continue;
        candidates.push({
          slot: { kind: "size", name: size },
          likeness: name.limit ? score + 1 : score - 0.5,
        });
      }
      for (const equation of quantities)
        if (QUANTITIES[equation.id]?.includes(plainKey(name.latex)) === true)
          candidates.push({ slot: { kind: "quantity", equation }, likeness: 3 });
    }
    candidates.sort((a, b) => b.likeness - a.likeness);
    // Of many symbols the letters alone tell which is which.
    const best = candidates[0]?.likeness ?? 0;
    if (names.length > 6) candidates = candidates.filter((one) => one.likeness >= Math.min(best, 3));
    if (options.loose) candidates.push({ slot: { kind: "extra" }, likeness: -2 });
    if (candidates.length === 0) return [];
    lists.push({ name, candidates });
  }
  lists.sort((a, b) => a.candidates.length - b.candidates.length);
  const found: Assignment[] = [];
  const required = keys.filter((key) => !form.symbols[key]!.fixed || quantities.length === 0);
  const taken = new Map<string, Slot>();
  const chosen: [TheirName, Slot][] = [];
  let steps = 0;
  const choose = (k: number, score: number): void => {
    if (found.length >= options.most || ++steps > 4000) return;
    const entry = lists[k];
    if (entry === undefined) {
      const used = new Set(chosen.flatMap(([, slot]) => (slot.kind === "symbol" ? [slot.key] : [])));
      const missing = required.filter((key) => !used.has(key));
      if (missing.length > 0 && !options.loose && quantities.length === 0) return;
      const extra = chosen.flatMap(([name, slot]) => (slot.kind === "extra" ? [name] : []));
      if (used.size === 0 && quantities.length === 0 && !options.loose) return;
      found.push({ form, pairs: [...chosen], missing, extra, likeness: score });
      return;
    }
    for (const { slot, likeness: fit } of entry.candidates) {
      const id = slotId(slot);
      if (id !== undefined && taken.has(id)) continue;
      if (id !== undefined) taken.set(id, slot);
      chosen.push([entry.name, slot]);
      choose(k + 1, score + fit);
      chosen.pop();
      if (id !== undefined) taken.delete(id);
    }
  };
  choose(0, 0);
  return found.sort((a, b) => b.likeness - a.likeness);
}

function slotId(slot: Slot): string | undefined {
  switch (slot.kind) {
    case "symbol":
      return `symbol ${slot.key}`;
    case "size":
      return `size ${slot.name}`;
    case "quantity":
      return `quantity ${slot.equation.id}`;
    case "extra":
      return undefined;
  }
}

function isNumber(name: TheirName): boolean {
  return name.rank === 0 && name.called === 0 && name.applied === 0 && !name.inSets && !name.opaque;
}

/** Whether a name is one that people give to numbers of things: n, N, d_k, n_{\text{samples}}. */
function isCount(latex: string): boolean {
  return /^(?:[nNmMkKCDdTBJLSQ]|\\vert )(?:[_^].*)?$/u.test(plainKey(latex));
}

/** Whether a name's uses allow a kind: they are lower bounds. */
function fits(name: TheirName, declaration: SymbolDeclaration): boolean {
  const { rank, called, applied, opaque, inSets, initial } = name;
  const whole = rank + called;
  if (declaration.kind === "mapping") return applied === declaration.parameters.length;
  if (applied > 0) return false;
  switch (declaration.kind) {
    case "real":
    case "integer":
    case "probability":
      return whole === 0 && !inSets && !initial && !name.law;
    case "index":
      return whole === 0 && !inSets && !opaque && !initial;
    case "vector":
    case "labels":
      return whole <= 1 && !inSets && !opaque;
    case "matrix":
      return whole <= 2 && !inSets && !opaque;
    case "family":
      return whole <= 3 && called === 0 && !inSets && !opaque;
    case "set":
      return whole === 0 && inSets;
    case "clustering":
      return whole <= 1 && !opaque && called === 0;
    case "function":
      return false;
  }
}

/** What sizes of ours are called in their formula: by their names where they have one, else by letters that nobody uses. */
export function sizeNames({ form, pairs }: Assignment): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  form.sizes.forEach((size, k) => names.set(size, `\\mathfrak{${"nmklhdabcefg"[k % 12]!}}`));
  for (const [name, slot] of pairs)
    if (slot.kind === "size") names.set(slot.name, name.latex.replaceAll(/\s+/gu, ""));
  return names;
}

/** A symbol of ours as they write it: its kind and sizes, whatever its domain. */
export function theirDeclaration(
  declaration: SymbolDeclaration,
  name: TheirName | undefined,
  latex: string,
  sizes: ReadonlyMap<string, string>,
): SymbolDeclaration {
  const size = (printed: string | number): string | number => renamed(printed, sizes);
  const called = name !== undefined && name.called > 0;
  const first = (own: number): number => (name?.first === 0 ? 0 : own);
  switch (declaration.kind) {
    case "real":
    case "integer":
    case "probability":
      return real("", { latex });
    case "index":
      return index(size(declaration.size), "", { latex });
    case "vector": {
      const isLaw = name?.law === true && !declaration.sample;
      return vector(size(declaration.size), "", {
        latex,
        first: first(declaration.first),
        called: called || isLaw,
        sample: declaration.sample && !called,
      });
    }
    case "labels":
      return labels(size(declaration.size), size(declaration.classes), "", {
        latex,
        called,
        first: first(declaration.first),
      });
    case "matrix":
      return renamedMatrix(declaration, latex, called, first(declaration.first), size);
    case "family": {
      const { member } = declaration;
      return family(
        size(declaration.count),
        renamedMatrix(member, undefined, member.called, member.first, size),
        "",
        { latex },
      );
    }
    case "set":
      return set("", { latex });
    case "clustering":
      return clustering(size(declaration.items), size(declaration.clusters), "", { latex });
    case "mapping":
      return {
        ...declaration,
        latex,
        parameters: declaration.parameters.map((one) =>
          theirDeclaration(one, undefined, "p", sizes),
        ) as never,
        result: theirDeclaration(declaration.result, undefined, "p", sizes) as never,
      };
    case "function":
      return declaration;
  }
}

function renamedMatrix(
  { rows, columns, classes }: MatrixSymbol,
  latex: string | undefined,
  called: boolean,
  first: number,
  size: (printed: string | number) => string | number,
): MatrixSymbol {
  return matrix(size(rows), size(columns), "", {
    called,
    first,
    ...(latex === undefined ? {} : { latex }),
    ...(classes === undefined ? {} : { classes: size(classes) }),
  });
}

/** A size in which names are replaced. */
function renamed(printed: string | number, sizes: ReadonlyMap<string, string>): string | number {
  if (typeof printed === "number") return printed;
  const form = parseSize(printed)!;
  const terms = form.terms.map(([term, count]) => {
    const names = namesIn(term).map((name) => sizes.get(name) ?? name);
    return `${count === 1 ? "" : count}${names.join("·")}`;
  });
  return [...terms, ...(form.constant === 0 ? [] : [String(form.constant)])].join(" + ");
}
