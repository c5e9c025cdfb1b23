// What is wrong with a formula that differs: a factor, a sign, one edit, a part of the domain, another published variant.

import { midpoint, type Ball } from "../../exact/index.js";
import { printExpression } from "../../latex/print.js";
import { children, withChildren, type Expression } from "../../latex/expression.js";
import { latexOfKey } from "../../latex/symbols.js";
import { mutantsOf, type Mutant } from "../mutants.js";
import type { PlainInputs } from "../samples.js";
import { ballsAt, compareValues, type BallValue } from "./compare.js";
import { namesByKey } from "./conventional.js";
import { partOfDomain } from "./domain-part.js";
import { doubleAt } from "./doubles.js";
import type { Reference } from "./reference.js";
import { valueOf, type Candidate } from "./search.js";

export interface Findings {
  /** A variant of the equation that the formula is. */
  readonly variant?: Candidate | undefined;
  /** A reading that fits but that what they write rules out. */
  readonly bound?: Candidate | undefined;
}

/** Of a formula with more edits than these only those of the reference are tried. */
const MOST_MUTANTS = 300;

/** One edit between the reference and a formula. */
export interface FoundEdit {
  readonly edit: string;
  /** In their letters. */
  readonly reference: string;
  readonly theirs: string;
  /** What is edited, of the reference or of theirs. */
  readonly before: Expression;
  readonly after: Expression;
  /** Whether it is all of the formula. */
  readonly whole: boolean;
}

/** What is wrong, in a sentence or several; null where nothing simple is. */
export function diagnose(
  candidate: Candidate,
  reference: Reference,
  { variant, bound }: Findings,
): string | null {
  const said: string[] = [];
  if (variant?.form.id.endsWith("/sum") === true)
    said.push(
      `It sums where the reference takes the mean: it is larger by how many there are, ${sizeText(candidate)}. That is the variant ${variant.form.id}.`,
    );
  else if (variant !== undefined)
    said.push(
      `It is another published variant of the equation, ${variant.form.id}${variant.form.id.endsWith("/base") ? ": the base of its logarithm is another" : ""}.`,
    );
  if (bound !== undefined) said.push(`The arguments are swapped: it would be right if they changed places.`);
  const factor = variant === undefined ? constantBetween(candidate, reference) : undefined;
  if (factor !== undefined) said.push(factor);
  const edit = variant === undefined && bound === undefined ? oneEdit(candidate, reference) : undefined;
  if (edit !== undefined)
    said.push(
      `The reference has ${edit.reference} where yours has ${edit.theirs}${edit.edit === "" ? "" : ` (${edit.edit})`}.`,
    );
  if (said.length === 0 || edit !== undefined) {
    const part = partOfDomain(candidate, reference);
    if (part !== undefined) said.push(`Both are equal only where ${part}.`);
    const gap = part === undefined ? approximation(candidate, reference) : undefined;
    if (gap !== undefined && said.length === 0)
      said.push(
        `It is near the reference, as an approximation of it is: within ${gap.toPrecision(2)} where it was tried.`,
      );
  }
  return said.length === 0 ? null : said.join(" ");
}

/** The number of entries as they write it. */
function sizeText({ assignment, form }: Candidate): string {
  const named = assignment.pairs.find(([, { kind }]) => kind === "size");
  return named === undefined ? (form.sizes[0] ?? "n") : named[0].latex;
}

/** Pairs of entries of both values that are numbers, with the inputs. */
function pairsAt(
  { theirs }: Candidate,
  reference: Reference,
): { readonly inputs: PlainInputs; readonly ours: number; readonly their: number }[] {
  const pairs: { inputs: PlainInputs; ours: number; their: number }[] = [];
  for (const inputs of reference.inputs.slice(0, 24)) {
    let ours: BallValue;
    let their: BallValue;
    try {
      ours = reference.at(inputs, 96);
      their = theirs.valuesAt(inputs)(96);
    } catch {
      continue;
    }
    if (ours.shape !== their.shape) continue;
    ours.entries.forEach((entry, k) => {
      const [a, b] = [numberOf(entry), numberOf(their.entries[k]!)];
      if (a !== undefined && b !== undefined) pairs.push({ inputs, ours: a, their: b });
    });
  }
  return pairs;
}

function numberOf(ball: Ball): number | undefined {
  if (ball.kind !== "finite") return undefined;
  const value = midpoint(ball);
  return Number.isFinite(value) ? value : undefined;
}

/** How far an approximation is off at most; undefined where it is none. */
function approximation(candidate: Candidate, reference: Reference): number | undefined {
  const pairs = pairsAt(candidate, reference);
  if (pairs.length < 12) return undefined;
  const gaps = pairs.map(({ ours, their }) => Math.abs(ours - their));
  const isNear = pairs.every(({ ours }, k) => gaps[k]! <= 0.01 * Math.max(0.1, Math.abs(ours)));
  return isNear ? Math.max(...gaps) : undefined;
}

const CLOSE = 1e-11;

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= CLOSE * Math.max(Math.abs(a), Math.abs(b));
}

/** A factor between both, constant or a size, or a constant difference. */
function constantBetween(candidate: Candidate, reference: Reference): string | undefined {
  const pairs = pairsAt(candidate, reference);
  const telling = pairs.filter(({ ours, their }) => Math.abs(ours) > 1e-12 || Math.abs(their) > 1e-12);
  if (telling.length < 6) return undefined;
  const ratios = telling.map(({ ours, their }) => their / ours);
  const [first] = ratios as [number];
  if (ratios.every((ratio) => near(ratio, first))) return factorText(first);
  for (const { name, text, value } of measures(candidate, reference)) {
    const values = telling.map(({ inputs }) => value(inputs));
    if (values.every((one) => one === values[0])) continue;
    const constant = first / values[0]!;
    if (ratios.every((ratio, k) => near(ratio, constant * values[k]!)))
      return `Yours is ${near(constant, 1) ? "" : `${signedText(constant)} × `}${text} times the reference${name}.`;
    const divided = first * values[0]!;
    if (ratios.every((ratio, k) => near(ratio * values[k]!, divided)))
      return `Yours is the reference ${near(divided, 1) ? "" : `times ${signedText(divided)} and `}divided by ${text}.`;
  }
  const differences = pairs.map(({ ours, their }) => their - ours);
  const [gap] = differences as [number];
  if (Math.abs(gap) > 1e-9 && differences.every((one) => Math.abs(one - gap) <= 1e-9 * (1 + Math.abs(gap))))
    return `Yours is the reference ${gap > 0 ? "plus" : "minus"} ${constantText(Math.abs(gap))}.`;
  return undefined;
}

/** Sizes and numbers among the inputs that a factor may be. */
function measures(
  { form, assignment }: Candidate,
  reference: Reference,
): { readonly name: string; readonly text: string; readonly value: (inputs: PlainInputs) => number }[] {
  const written = new Map(
    assignment.pairs.flatMap(([name, slot]) =>
      slot.kind === "size" ? [[slot.name, name.latex] as const] : [],
    ),
  );
  const sizes = form.sizes.map((size) => ({
    name: ": a sum where a mean is meant",
    text: written.get(size) ?? `the number of entries (${latexOfKey(size)})`,
    value: (inputs: PlainInputs) => reference.boundAt(inputs).get(size) as number,
  }));
  const byKey = namesByKey(assignment);
  const numbers = Object.entries(form.symbols)
    .filter(([, { kind }]) => ["real", "integer", "probability"].includes(kind))
    .map(([key]) => ({
      name: "",
      text: byKey.get(key)?.latex ?? key,
      value: (inputs: PlainInputs) => inputs[key] as number,
    }));
  return [...sizes, ...numbers];
}

function factorText(factor: number): string | undefined {
  if (factor === 1 || factor === 0) return undefined;
  if (near(factor, -1)) return "The sign is turned: yours is minus the reference.";
  const base = [2, 10, 3].find((one) => near(Math.abs(factor), 1 / Math.log(one)));
  const sign = factor < 0 ? " and the sign is turned" : "";
  if (base !== undefined)
    return `Its logarithm is to base ${base}, the reference's is natural: a factor of 1/ln ${base} ≈ ${Math.abs(factor).toPrecision(5)}${sign}.`;
  return `Yours is the reference times the constant ${constantText(Math.abs(factor))}${sign}.`;
}

function signedText(value: number): string {
  return `${value < 0 ? "−" : ""}${constantText(Math.abs(value))}`;
}

function constantText(value: number): string {
  for (let denominator = 1; denominator <= 24; denominator++) {
    const numerator = value * denominator;
    if (near(numerator, Math.round(numerator)) && Math.round(numerator) !== 0)
      return denominator === 1 ? String(Math.round(numerator)) : `${Math.round(numerator)}/${denominator}`;
  }
  for (const [text, known] of [
    ["ln 2", Math.LN2],
    ["ln 10", Math.LN10],
    ["π", Math.PI],
    ["√2", Math.SQRT2],
    ["1/√2", Math.SQRT1_2],
    ["e", Math.E],
  ] as const)
    if (near(value, known)) return text;
  return value.toPrecision(6);
}

/** The one edit of the reference that gives theirs, or of theirs that gives the reference. */
export function oneEdit(candidate: Candidate, reference: Reference): FoundEdit | undefined {
  const { theirs, form } = candidate;
  const ours = form.formula;
  const there = (inputs: PlainInputs) => theirs.valuesAt(inputs);
  const fromOurs = equalMutant(
    mutantsOf(ours.value),
    reference,
    (inputs, mutant) => doubleAt(ours, reference.boundAt(inputs), mutant),
    (inputs) => doubleAt(theirs.formula, theirs.boundAt(inputs), valueOf(candidate)),
    (inputs, mutant) => (bits) => ballsAt(ours, reference.boundAt(inputs), bits, mutant),
    there,
  );
  if (fromOurs !== undefined) {
    const names = namesByKey(candidate.assignment);
    const written = (part: Expression): string => printExpression(renamed(part, names));
    return {
      edit: fromOurs.edit,
      reference: written(fromOurs.before),
      theirs: written(fromOurs.after),
      before: fromOurs.before,
      after: fromOurs.after,
      whole: fromOurs.before === ours.value,
    };
  }
  const theirMutants = mutantsOf(valueOf(candidate));
  if (theirMutants.length > MOST_MUTANTS) return undefined;
  const fromTheirs = equalMutant(
    theirMutants,
    reference,
    (inputs, mutant) => doubleAt(theirs.formula, theirs.boundAt(inputs), mutant),
    (inputs) => doubleAt(ours, reference.boundAt(inputs), ours.value),
    (inputs, mutant) => theirs.valuesAt(inputs, mutant),
    (inputs) => (bits) => reference.at(inputs, bits),
  );
  if (fromTheirs === undefined) return undefined;
  return {
    // The edit in words leads from theirs to ours.
    edit: "",
    reference: printExpression(fromTheirs.after),
    theirs: printExpression(fromTheirs.before),
    before: fromTheirs.after,
    after: fromTheirs.before,
    whole: fromTheirs.before === valueOf(candidate),
  };
}

type Doubles = readonly number[] | undefined;

/** The first mutant that gives the same as something else, told in doubles first and then for sure. */
function equalMutant(
  mutants: readonly Mutant[],
  reference: Reference,
  quick: (inputs: PlainInputs, mutant: Expression) => Doubles,
  wanted: (inputs: PlainInputs) => Doubles,
  sure: (inputs: PlainInputs, mutant: Expression) => (bits: number) => BallValue,
  other: (inputs: PlainInputs) => (bits: number) => BallValue,
): Mutant | undefined {
  const probes = reference.inputs.slice(0, 4).flatMap((inputs) => {
    const values = wanted(inputs);
    return values === undefined ? [] : [{ inputs, values }];
  });
  // What is always the same number says nothing.
  const [one] = probes;
  if (one === undefined || probes.every(({ values }) => String(values) === String(one.values)))
    return undefined;
  return mutants.find((mutant) => {
    for (const { inputs, values } of probes) {
      const values2 = quick(inputs, mutant.expression);
      if (values2?.length !== values.length || !values.every((value, k) => roughly(value, values2[k]!)))
        return false;
    }
    let same = 0;
    for (const inputs of reference.inputs) {
      const comparison = compareValues(sure(inputs, mutant.expression), other(inputs));
      if (comparison === "other" || comparison === "misshapen") return false;
      if (comparison === "same") same++;
    }
    return same >= reference.inputs.length / 3;
  });
}

function roughly(a: number, b: number): boolean {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) && Number.isNaN(b);
  return a === b || Math.abs(a - b) <= 1e-6 * Math.max(Math.abs(a), Math.abs(b), 1e-6);
}

/** An expression of ours in their letters. */
function renamed(expression: Expression, names: ReturnType<typeof namesByKey>): Expression {
  if (expression.kind === "symbol") {
    const name = names.get(expression.name);
    return name === undefined ? expression : { ...expression, latex: name.latex };
  }
  return withChildren(
    expression,
    children(expression).map((child) => renamed(child, names)),
  );
}
