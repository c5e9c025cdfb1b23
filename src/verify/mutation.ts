// The verifier verified: whether its samples tell every mutant of a formula from the formula.

import * as fc from "fast-check";
import type { Equation } from "../equations/equation.js";
import { ballArithmetic } from "../evaluate/arithmetic.js";
import { undecided, UndecidedError, withBits, type Formula } from "../evaluate/formula.js";
import type { PlainValue } from "../evaluate/inputs.js";
import { entriesOf } from "../evaluate/value.js";
import * as exact from "../exact/index.js";
import type { Ball } from "../exact/index.js";
import { declaredSizes } from "../latex/scope.js";
import { LatexError } from "../latex/errors.js";
import type { Expression } from "../latex/expression.js";
import { DEFAULT_SEED } from "./defaults.js";
import { latexOfMutant, mutantsOf, type Mutant } from "./mutants.js";
import { SAME_MUTANTS, type SameMutants } from "./same-mutants.js";
import { edgeInputs, inputsFor, type PlainInputs, type SampleOptions } from "./samples.js";

/** A mutant that is neither told from its formula nor known to be the same. */
export interface Survivor {
  /** The equation, or the variant. */
  readonly id: string;
  readonly latex: string;
  /** What was done, and why that is a hole. */
  readonly edit: string;
}

/** An entry of the list of the same that the list must not have. */
export interface StaleEntry {
  readonly id: string;
  readonly latex: string;
  readonly reason: string;
}

export interface MutantsReport {
  readonly total: number;
  /** Told from the formula at an input that the verifier draws. */
  readonly killed: number;
  /** The same function, with a proof in the list, and agreeing on both samples. */
  readonly same: number;
  /** Neither. */
  readonly survived: readonly Survivor[];
  readonly stale: readonly StaleEntry[];
}

export interface MutationOptions {
  readonly seed?: number;
  /** Called for every mutant that is done. */
  readonly onMutant?: () => void;
  /** The mutants that are known to be the same. */
  readonly same?: SameMutants;
}

/** How many inputs are drawn, beside the edges; nearly all mutants are told at the first. */
const SAMPLES = 100;
/** The second sample is so many times larger. */
const TIMES = 10;
/** Its seed is far from that of the first. */
const SECOND_SEED = 500_009;
/** Vectors this long are enough to tell an entry from its neighbour. */
const MAX_SIZE = 12;
/** Of several sizes each is mostly between these: a softmax of one entry tells nothing. */
const LEAST_OF_EACH = 2;
const MOST_OF_EACH = 4;

/** What becomes of a mutant: told at once, told by the second sample alone, never told, or not to be decided. */
type Fate = "killed" | "late" | "agrees" | "undecided";

const REASONS: Readonly<Record<Exclude<Fate, "killed">, string>> = {
  late: "only the larger sample tells it from the formula",
  agrees: "nothing tells it from the formula, and no proof in the list says that it is the same",
  undecided: "no precision tells whether it is the same",
};

/**
 * Runs every mutant of an equation, or of a variant, against its own formula; each member of a chain for itself.
 *
 * A mutant is killed where the ball of its value and that of the formula are disjoint, or where one of them alone is undefined,
 * at an input that the verifier draws. It is the same only if nothing tells it on a second sample either, ten times as
 * large, and if the list has a proof.
 */
export function verifyMutants(equation: Equation, options: MutationOptions = {}): MutantsReport {
  const { seed = DEFAULT_SEED, onMutant, same = SAME_MUTANTS } = options;
  const { formula, id, symbols } = equation;
  const listed = new Set(same.flatMap(({ mutants }) => mutants[id] ?? []));
  const samples: Samples = {
    first: lazily(() => [...draw(equation, "free", SAMPLES, seed), ...edgeInputs(symbols, MAX_SIZE)]),
    second: lazily(() => draw(equation, "moderate", TIMES * SAMPLES, seed + SECOND_SEED)),
  };
  const count = { total: 0, killed: 0, same: 0 };
  const survived: Survivor[] = [];
  const fates = new Map<string, Fate>();
  for (const member of formula.statement.members) {
    const original = new Original(formula, member);
    for (const mutant of mutantsOf(member)) {
      const latex = latexOfMutant(formula, mutant);
      const fate = fateOf(original, mutant, samples);
      fates.set(latex, fate);
      count.total++;
      if (fate === "killed") count.killed++;
      else if (fate === "agrees" && listed.has(latex)) count.same++;
      else survived.push({ id, latex, edit: `${mutant.edit}; ${REASONS[fate]}` });
      onMutant?.();
    }
  }
  const stale = [...listed].flatMap((latex): StaleEntry[] => {
    const fate = fates.get(latex);
    if (fate === undefined) return [{ id, latex, reason: "no mutant reads so" }];
    return fate === "killed" ? [{ id, latex, reason: "it is told from the formula" }] : [];
  });
  return { ...count, survived, stale };
}

/** The report of an equation whose mutants could not be run: its formula survives itself, with what went wrong. */
export function brokenMutants({ id, latex }: Equation, error: unknown): MutantsReport {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { total: 1, killed: 0, same: 0, survived: [{ id, latex, edit: message }], stale: [] };
}

/** How many mutants an equation has. */
export function countMutants({ formula }: Equation): number {
  return formula.statement.members.reduce((sum, member) => sum + mutantsOf(member).length, 0);
}

/** Several reports as one. */
export function mergeMutants(reports: readonly MutantsReport[]): MutantsReport {
  const sum = (of: (report: MutantsReport) => number): number =>
    reports.reduce((total, report) => total + of(report), 0);
  return {
    total: sum(({ total }) => total),
    killed: sum(({ killed }) => killed),
    same: sum(({ same }) => same),
    survived: reports.flatMap(({ survived }) => survived),
    stale: reports.flatMap(({ stale }) => stale),
  };
}

interface Samples {
  readonly first: () => readonly PlainInputs[];
  readonly second: () => readonly PlainInputs[];
}

function fateOf(original: Original, mutant: Mutant, { first, second }: Samples): Fate {
  let open = false;
  for (const inputs of first()) {
    const told = original.compare(mutant.expression, inputs);
    if (told === "differs") return "killed";
    open ||= told === "undecided";
  }
  for (const inputs of second()) {
    const told = original.compare(mutant.expression, inputs);
    if (told === "differs") return "late";
    open ||= told === "undecided";
  }
  // What is open at one input is open.
  return open ? "undecided" : "agrees";
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function draw(
  { symbols, leastSizes = {} }: Equation,
  style: SampleOptions["style"],
  count: number,
  seed: number,
): PlainInputs[] {
  const names = declaredSizes(symbols);
  const least = Object.fromEntries(names.map((name) => [name, LEAST_OF_EACH]));
  const arbitrary = inputsFor(symbols, {
    maxSize: Math.max(MAX_SIZE, MOST_OF_EACH ** names.length),
    leastSizes: { ...least, ...leastSizes },
    style,
  });
  return fc.sample(arbitrary, { seed, numRuns: count });
}

/** Balls start with so many bits, and end with so many. */
const FIRST_BITS = 64;
const MOST_BITS = 4096;

/** A member of a formula, with what it is at the inputs that were met. */
class Original {
  private readonly known = new Map<PlainInputs, Known>();

  constructor(
    private readonly formula: Formula,
    private readonly member: Expression,
  ) {}

  /** Whether another expression is told from this one at some inputs. */
  compare(other: Expression, inputs: PlainInputs): "differs" | "agrees" | "undecided" {
    let known = this.known.get(inputs);
    if (known === undefined) {
      known = { bound: this.formula.bind(inputs), balls: new Map() };
      this.known.set(inputs, known);
    }
    const { bound } = known;
    const attempt = (bits: number): "differs" | "agrees" | undefined => {
      const balls = this.at(known, bits);
      let others: readonly Ball[];
      try {
        others = this.balls(other, bound, bits);
      } catch (error) {
        // What asks for an entry that is not there has no value where the formula has one.
        if (error instanceof LatexError) return "differs";
        throw error;
      }
      return told(balls, others);
    };
    try {
      const result = withBits(attempt, FIRST_BITS, MOST_BITS);
      return result === undecided ? "undecided" : result;
    } catch (error) {
      if (error instanceof UndecidedError) return "undecided";
      throw error;
    }
  }

  /** The formula's own entries, computed once for all mutants. */
  private at({ bound, balls }: Known, bits: number): readonly Ball[] {
    let found = balls.get(bits);
    if (found === undefined) balls.set(bits, (found = this.balls(this.member, bound, bits)));
    return found;
  }

  private balls(
    expression: Expression,
    bound: ReadonlyMap<string, PlainValue>,
    bits: number,
  ): readonly Ball[] {
    return entriesOf(this.formula.evaluator(ballArithmetic(bits), bound).evaluate(expression));
  }
}

/** Inputs as bound, and the formula's entries there by the bits that they were computed with. */
interface Known {
  readonly bound: ReadonlyMap<string, PlainValue>;
  readonly balls: Map<number, readonly Ball[]>;
}

/** Whether two lists of balls are told apart, agree as far as balls can, or need more bits. */
function told(balls: readonly Ball[], others: readonly Ball[]): "differs" | "agrees" | undefined {
  if (balls.length !== others.length) return "differs";
  let narrow = true;
  for (const [k, ball] of balls.entries()) {
    const other = others[k]!;
    const isUndefined = ball.kind === "undefined";
    if (ball.kind === "unknown" || other.kind === "unknown") narrow = false;
    else if (isUndefined !== (other.kind === "undefined")) return "differs";
    else if (!isUndefined && !exact.overlaps(ball, other)) return "differs";
    else narrow &&= isNarrow(ball) && isNarrow(other);
  }
  return narrow ? "agrees" : undefined;
}

/** Agreement means so much of a value, or so small an absolute width where the value may be 0. */
const NEAR = exact.fromDouble(2 ** -40);
const TINY = exact.fromDouble(2 ** -256);

function isNarrow(ball: Ball): boolean {
  if (ball.kind !== "finite" || exact.isExact(ball)) return true;
  const width = exact.absolute(exact.subtract(ball, ball, FIRST_BITS));
  const size = exact.maximum(exact.multiply(exact.absolute(ball), NEAR, FIRST_BITS), TINY);
  return exact.compare(width, size) === -1;
}
