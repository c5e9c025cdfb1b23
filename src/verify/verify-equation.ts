// One equation: its formula against its implementation on many inputs, its identities, its limits.

import type { Equation } from "../equations/equation.js";
import { UndecidedError } from "../evaluate/formula.js";
import { DEFAULT_MAX_SIZE, DEFAULT_SAMPLES, DEFAULT_SEED } from "./defaults.js";
import { verifyIdentity, type IdentityReport } from "./identities.js";
import { verifyLimits, verifyNaN } from "./limits.js";
import { Mismatch } from "./mismatch.js";
import { runProperty } from "./run-property.js";
import { refuteStatement, STATEMENT_DRAWS } from "./statements.js";
import { edgeInputs, inputsFor, type PlainInputs } from "./samples.js";
import { compareAt, type Agreement } from "./values.js";

/** Three outcomes; the last is never counted as the first. */
export type Outcome = "holds" | "fails" | "unverified";

/** What is wrong, or could not be told, and with which inputs. */
export interface Failure {
  /** What was checked: "values", "limits", "NaN", or an identity by its name. */
  readonly check: string;
  readonly outcome: Outcome;
  readonly message: string;
  /** The inputs, made as simple as they get. */
  readonly inputs: PlainInputs | undefined;
  /** What the formula gives there, in decimals. */
  readonly expected: string | undefined;
  /** What the implementation gives there. */
  readonly actual: string | undefined;
}

export interface EquationReport {
  readonly id: string;
  readonly outcome: Outcome;
  /** How many inputs the formula and the implementation were compared at. */
  readonly samples: number;
  /** The largest error met, in ulps of the true result. */
  readonly maxUlps: number;
  /** Where it was met. */
  readonly worstAt: PlainInputs | undefined;
  readonly identities: readonly IdentityReport[];
  readonly failures: readonly Failure[];
}

export interface VerifyOptions {
  /** How many inputs to draw, beside the edges. */
  readonly samples?: number;
  readonly seed?: number;
  /** The largest size of a vector. */
  readonly maxSize?: number;
  /** Called at every input compared. */
  readonly onSample?: () => void;
  /** Equations that identities may call by id. */
  readonly catalogue?: readonly Equation[];
}

export type Settings = Required<VerifyOptions>;

/** How many drawn inputs one part of the work takes: parts may run side by side. */
const PART = 250;
const SEED_STRIDE = 1_000_003;

/** The parts into which verifying an equation with so many samples falls: drawn inputs, and one for all the rest. */
export function partsOf(samples: number): readonly number[] {
  return Array.from({ length: Math.ceil(samples / PART) + 1 }, (_, k) => k);
}

/** How many inputs verifying an equation takes, the edges included. */
export function plannedSamples(equation: Equation, samples: number): number {
  const maxSize = Math.min(DEFAULT_MAX_SIZE, equation.maxSize ?? Infinity);
  return samples + edgeInputs(equation.symbols, maxSize).length;
}

/** Verifies one equation: values, limits, NaN, identities. The same seed gives the same inputs. */
export function verifyEquation(equation: Equation, options: VerifyOptions = {}): EquationReport {
  const parts = partsOf(options.samples ?? DEFAULT_SAMPLES);
  return mergeReports(parts.map((part) => verifyPart(equation, part, options)));
}

/** The report of an equation on which verifying itself broke: it fails, and says how. */
export function brokenReport(id: string, error: unknown): EquationReport {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const failure = failing("record", message, undefined);
  return {
    id,
    outcome: "fails",
    samples: 0,
    maxUlps: 0,
    worstAt: undefined,
    identities: [],
    failures: [failure],
  };
}

/** One part of the work: part 0 checks edges, limits, NaN and identities, the others drawn inputs, each with its own seed. */
export function verifyPart(equation: Equation, part: number, options: VerifyOptions = {}): EquationReport {
  const settings: { -readonly [K in keyof Settings]: Settings[K] } = {
    samples: DEFAULT_SAMPLES,
    seed: DEFAULT_SEED,
    maxSize: DEFAULT_MAX_SIZE,
    onSample: () => undefined,
    catalogue: [],
    ...options,
  };
  settings.maxSize = Math.min(settings.maxSize, equation.maxSize ?? Infinity);
  if (part > 0) {
    const runs = Math.min(PART, settings.samples - (part - 1) * PART);
    // Parts of neighbouring seeds have no seed in common; fast-check mixes what is left.
    return reportOf(
      equation,
      verifyValues(equation, { ...settings, seed: Math.imul(settings.seed, SEED_STRIDE) + part }, runs, []),
      [],
      [],
    );
  }
  const values = verifyValues(equation, settings, 0, edgeInputs(equation.symbols, settings.maxSize));
  const identities = Object.entries(equation.identities).map(([name, identity]) =>
    verifyIdentity(equation, name, identity, settings),
  );
  const statements = Object.entries(equation.statements ?? {}).map(([name, latex]) =>
    verifyStatement(equation, name, latex, settings.seed),
  );
  const claims = [...identities, ...statements];
  const found = [verifyLimits(equation), verifyNaN(equation), ...claims.map(({ failure }) => failure)];
  return reportOf(
    equation,
    values,
    claims.map(({ report }) => report),
    found.filter((failure) => failure !== undefined),
  );
}

/** Holds one statement of distribution against draws. */
function verifyStatement(
  equation: Equation,
  name: string,
  latex: string,
  seed: number,
): { report: IdentityReport; failure: Failure | undefined } {
  const refutation = refuteStatement(equation, latex, seed);
  const outcome = refutation === undefined ? "holds" : "fails";
  const report = {
    name,
    latex,
    outcome,
    samples: STATEMENT_DRAWS,
  } as const;
  if (refutation === undefined) return { report, failure: undefined };
  const { message, inputs } = refutation;
  return { report, failure: failing(name, `${latex}: ${message}`, inputs) };
}

/** The parts of one equation's report as one. */
export function mergeReports(parts: readonly EquationReport[]): EquationReport {
  const worst = parts.reduce((a, b) =>
    b.worstAt !== undefined && (a.worstAt === undefined || b.maxUlps > a.maxUlps) ? b : a,
  );
  const failures = parts.flatMap((part) => part.failures);
  return {
    id: parts[0]!.id,
    outcome: outcomeOf(failures),
    samples: parts.reduce((sum, part) => sum + part.samples, 0),
    maxUlps: worst.maxUlps,
    worstAt: worst.worstAt,
    identities: parts.flatMap((part) => part.identities),
    failures: firstOfEach(failures),
  };
}

/** The values of several parts may fail alike: one failure of each check says it, one that fails rather than one undecided. */
function firstOfEach(failures: readonly Failure[]): Failure[] {
  const found = new Map<string, Failure>();
  for (const failure of failures) {
    const known = found.get(failure.check);
    if (known === undefined || (known.outcome === "unverified" && failure.outcome === "fails"))
      found.set(failure.check, failure);
  }
  return [...found.values()];
}

function outcomeOf(failures: readonly Failure[]): Outcome {
  const worst = (["fails", "unverified"] as const).find((outcome) =>
    failures.some((failure) => failure.outcome === outcome),
  );
  return worst ?? "holds";
}

function reportOf(
  equation: Equation,
  { failure, ...values }: ValuesReport,
  identities: readonly IdentityReport[],
  others: readonly Failure[],
): EquationReport {
  const failures = failure === undefined ? others : [failure, ...others];
  return { id: equation.id, outcome: outcomeOf(failures), ...values, identities, failures };
}

type ValuesReport = Pick<EquationReport, "samples" | "maxUlps" | "worstAt"> & {
  readonly failure: Failure | undefined;
};

/** A formula that is defined at a smaller share of its inputs is not verified. */
const LEAST_DEFINED = 0.2;
/** So many undecided inputs are enough to say that the values are not verified. */
const MOST_UNDECIDED = 3;

/** Compares the implementation with the formula at edges and at drawn inputs. */
function verifyValues(
  equation: Equation,
  settings: Settings,
  runs: number,
  edges: readonly PlainInputs[],
): ValuesReport {
  const defined = equation.formula.statement.members.map(() => 0);
  let samples = 0;
  let maxUlps = 0;
  let worstAt: PlainInputs | undefined;
  const undecided: { inputs: PlainInputs; error: UndecidedError }[] = [];
  const compare = (inputs: PlainInputs): boolean => {
    // Some inputs that cannot be decided must not hide what is wrong elsewhere; many would take for ever.
    if (undecided.length >= MOST_UNDECIDED) return true;
    let agreement: Agreement;
    try {
      agreement = compareAt(equation, inputs);
    } catch (problem) {
      if (!(problem instanceof UndecidedError)) throw problem;
      undecided.push({ inputs, error: problem });
      return true;
    }
    settings.onSample();
    agreement.defined.forEach((isDefined, k) => (defined[k]! += Number(isDefined)));
    // NaN where nothing is defined is right, but no sample.
    if (agreement.defined.at(-1) === true) samples++;
    if (worstAt === undefined || agreement.ulps > maxUlps) {
      maxUlps = agreement.ulps;
      worstAt = inputs;
    }
    return true;
  };
  const arbitrary = inputsFor(equation.symbols, {
    maxSize: settings.maxSize,
    leastSizes: equation.leastSizes,
    style: "free",
  });
  const counterexample = runProperty(arbitrary, compare, { seed: settings.seed, runs, edges });
  if (counterexample !== undefined) {
    const { inputs, error } = counterexample;
    if (!(error instanceof Mismatch)) {
      const failure = failing("values", String(error), inputs);
      return { samples, maxUlps, worstAt, failure };
    }
    const failure: Failure = {
      check: "values",
      outcome: "fails",
      message: error.message,
      inputs,
      ...error.difference,
    };
    return { samples, maxUlps: Math.max(maxUlps, error.ulps ?? Infinity), worstAt: inputs, failure };
  }
  const [first] = undecided;
  if (first !== undefined) {
    const failure: Failure = {
      ...failing("values", first.error.message, first.inputs),
      outcome: "unverified",
    };
    return { samples, maxUlps, worstAt, failure };
  }
  const seldom = defined.findIndex((count) => count < LEAST_DEFINED * (runs + edges.length));
  if (seldom >= 0) {
    const member = defined.length > 1 ? `member ${seldom + 1} of the chain` : "the formula";
    const message = `${member} is defined at only ${defined[seldom]!} of ${runs + edges.length} inputs: declare the domain`;
    const failure: Failure = { ...failing("values", message, undefined), outcome: "unverified" };
    return { samples, maxUlps, worstAt, failure };
  }
  return { samples, maxUlps, worstAt, failure: undefined };
}

function failing(check: string, message: string, inputs: PlainInputs | undefined): Failure {
  return { check, outcome: "fails", message, inputs, expected: undefined, actual: undefined };
}
