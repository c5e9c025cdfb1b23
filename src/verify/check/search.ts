// Trying the readings of a stranger's formula against forms of ours.

import type { Expression } from "../../latex/expression.js";
import type { SymbolDeclaration } from "../../latex/symbols.js";
import type { PlainInputs } from "../samples.js";
import { assignments, type Assignment } from "./assign.js";
import { objections, type Objection } from "./conventional.js";
import type { Form } from "./forms.js";
import type { Interpretation, TheirName } from "./interpret.js";
import type { LeftSide } from "./names.js";
import { Reference } from "./reference.js";
import { plainKey } from "./roles.js";
import type { Readings, Theirs } from "./theirs.js";

/** How a reading compares with a form over all its inputs. */
export interface Fit {
  readonly fits: boolean;
  /** Where they first give different values, and which side of theirs. */
  readonly other: { readonly inputs: PlainInputs; readonly member: number } | undefined;
  /** How many inputs told anything. */
  readonly same: number;
  /** Where theirs alone, or ours alone, is undefined. */
  readonly undefinedThere: readonly PlainInputs[];
  readonly undefinedHere: readonly PlainInputs[];
  readonly undecided: number;
  /** Whether its value is of another shape. */
  readonly misshapen: boolean;
}

/** A reading that a form allows, with what it comes to. */
export interface Candidate {
  readonly form: Form;
  readonly theirs: Theirs;
  readonly assignment: Assignment;
  readonly fit: Fit;
  readonly objections: readonly Objection[];
}

/** Forms with their references, made once for all formulas. */
export class References {
  private readonly known = new Map<Form, Reference>();

  of(form: Form): Reference {
    let reference = this.known.get(form);
    if (reference === undefined) this.known.set(form, (reference = new Reference(form)));
    return reference;
  }
}

export interface Attempt {
  readonly readings: Readings;
  readonly interpretations: readonly Interpretation[];
  readonly kinds: ReadonlyMap<string, SymbolDeclaration>;
  /** The left side whose arguments bind, if one does. */
  readonly left: LeftSide | undefined;
  readonly references: References;
}

/** The share of inputs that may be undefined on one side alone: 0/0 where a convention says 0. */
const EDGES = 0.15;

/** Compares a reading with a form, up to the first difference. */
export function fitOf(theirs: Theirs, reference: Reference): Fit {
  let same = 0;
  let undecided = 0;
  const undefinedThere: PlainInputs[] = [];
  const undefinedHere: PlainInputs[] = [];
  const last = theirs.members.length - 1;
  let count = 0;
  for (let at = reference.inputAt(0); at !== undefined; at = reference.inputAt(count)) {
    count++;
    let told = false;
    for (const [k, member] of theirs.members.entries()) {
      const comparison = reference.compare(theirs, at, member);
      if (comparison === "other" || comparison === "misshapen")
        return {
          fits: false,
          other: { inputs: at, member: k },
          same,
          undefinedThere,
          undefinedHere,
          undecided,
          misshapen: comparison === "misshapen",
        };
      if (comparison === "same") told = true;
      if (k !== last) continue;
      if (comparison === "undecided") undecided++;
      if (comparison === "undefined there") undefinedThere.push(at);
      if (comparison === "undefined here") undefinedHere.push(at);
    }
    if (told) same++;
  }
  const edges = Math.max(undefinedThere.length, undefinedHere.length);
  const fits =
    same >= Math.max(1, Math.min(8, count / 3)) && edges <= EDGES * count + 1 && undecided <= EDGES * count;
  return { fits, other: undefined, same, undefinedThere, undefinedHere, undecided, misshapen: false };
}

export interface Search {
  /** Readings that give the same as a form. */
  readonly fitting: readonly Candidate[];
  /** Readings that do not. */
  readonly differing: readonly Candidate[];
}

/** Tries all readings that some forms allow; stops at the first that fits and to which nothing is to be said. */
export function search(
  forms: readonly Form[],
  attempt: Attempt,
  options: { readonly loose: boolean; readonly most: number; readonly extra?: number },
): Search {
  const fitting: Candidate[] = [];
  const differing: Candidate[] = [];
  for (const form of forms) {
    const seen = new Set<string>();
    for (const { names } of attempt.interpretations) {
      for (const assignment of assignments(names, form, options)) {
        if (!kindsAllow(assignment, attempt.kinds)) continue;
        const id = idOf(assignment);
        if (seen.has(id)) continue;
        seen.add(id);
        const theirs = attempt.readings.read(assignment, options.extra);
        if (theirs === undefined) continue;
        const fit = fitOf(theirs, attempt.references.of(form));
        if (fit.misshapen) continue;
        const candidate: Candidate = {
          form,
          theirs,
          assignment,
          fit,
          objections: objections(assignment, attempt.left),
        };
        if (!fit.fits) {
          // Without inputs at which they differ nobody is said to be wrong.
          if (fit.other !== undefined || fit.undefinedThere.length + fit.undefinedHere.length > 0)
            differing.push(candidate);
          continue;
        }
        fitting.push(candidate);
        if (candidate.objections.length === 0) return { fitting, differing };
      }
    }
  }
  return { fitting, differing };
}

function idOf({ pairs }: Assignment): string {
  return pairs
    .map(
      ([name, slot]) =>
        `${describe(name)}=${JSON.stringify(slot, (key, value: unknown) => (key === "equation" ? "" : value))}`,
    )
    .sort()
    .join(";");
}

function describe({ latex, rank, called, applied, first }: TheirName): string {
  return `${latex}:${rank}:${called}:${applied}:${first}`;
}

const NUMBERS = new Set(["real", "integer", "probability"]);

/** Whether the kinds that a person gives for their symbols allow an assignment. */
function kindsAllow({ pairs, form }: Assignment, kinds: ReadonlyMap<string, SymbolDeclaration>): boolean {
  if (kinds.size === 0) return true;
  return pairs.every(([name, slot]) => {
    const given = kinds.get(plainKey(name.latex));
    if (given === undefined || slot.kind !== "symbol") return true;
    const { kind } = form.symbols[slot.key]!;
    return kind === given.kind || (NUMBERS.has(kind) && NUMBERS.has(given.kind));
  });
}

/** The expression of theirs that is compared. */
export function valueOf({ theirs }: Candidate): Expression {
  return theirs.members.at(-1)!;
}
