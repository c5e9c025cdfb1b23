// One equation: its formula against its implementation on many inputs, its identities, its limits.

import type { Equation } from "../equations/equation.js";
import { UndecidedError } from "../evaluate/formula.js";
import { DEFAULT_MAX_SIZE, DEFAULT_SAMPLES, DEFAULT_SEED } from "./defaults.js";
import { verifyIdentity, type IdentityReport } from "./identities.js";
import { verifyLimits, verifyNaN } from "./limits.js";
import { Mismatch } from "./mismatch.js";
import { runProperty } from "./run-property.js";
import { edgeInputs, inputsFor, type PlainInputs } from "./samples.js";
import { compareAt } from "./values.js";

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

/** Verifies one equation: values, limits, NaN, identities. The same seed gives the same inputs. */
export function verifyEquation(equation: Equation, options: VerifyOptions = {}): EquationReport {
  const settings: Settings = {
    samples: DEFAULT_SAMPLES,
    seed: DEFAULT_SEED,
    maxSize: DEFAULT_MAX_SIZE,
    onSample: () => undefined,
    catalogue: [],
    ...options,
  };
  const { failure, ...values } = verifyValues(equation, settings);
  const identities = Object.entries(equation.identities).map(([name, identity]) =>
    verifyIdentity(equation, name, identity, settings),
  );
  const failures = [
    failure,
    verifyLimits(equation),
    verifyNaN(equation),
    ...identities.map((identity) => identity.failure),
  ].filter((found) => found !== undefined);
  const worst = (["fails", "unverified"] as const).find((outcome) =>
    failures.some((found) => found.outcome === outcome),
  );
  return {
    id: equation.id,
    outcome: worst ?? "holds",
    ...values,
    identities: identities.map(({ report }) => report),
    failures,
  };
}

/** Compares the implementation with the formula at edges and at drawn inputs. */
function verifyValues(
  equation: Equation,
  settings: Settings,
): Pick<EquationReport, "samples" | "maxUlps" | "worstAt"> & { failure: Failure | undefined } {
  let samples = 0;
  let maxUlps = 0;
  let worstAt: PlainInputs | undefined;
  const compare = (inputs: PlainInputs): boolean => {
    const error = compareAt(equation, inputs);
    samples++;
    settings.onSample();
    if (worstAt === undefined || error > maxUlps) {
      maxUlps = error;
      worstAt = inputs;
    }
    return true;
  };
  const arbitrary = inputsFor(equation.symbols, { maxSize: settings.maxSize, style: "free" });
  const edges = edgeInputs(equation.symbols);
  const counterexample = runProperty(arbitrary, compare, {
    seed: settings.seed,
    runs: settings.samples,
    edges,
  });
  if (counterexample === undefined) return { samples, maxUlps, worstAt, failure: undefined };
  const { inputs, error } = counterexample;
  if (error instanceof UndecidedError) {
    const failure: Failure = {
      check: "values",
      outcome: "unverified",
      message: error.message,
      inputs,
      expected: undefined,
      actual: undefined,
    };
    return { samples, maxUlps, worstAt, failure };
  }
  if (!(error instanceof Mismatch)) throw error;
  const failure: Failure = {
    check: "values",
    outcome: "fails",
    message: error.message,
    inputs,
    ...error.difference,
  };
  return {
    samples: samples + 1,
    maxUlps: Math.max(maxUlps, error.ulps ?? Infinity),
    worstAt: inputs,
    failure,
  };
}
