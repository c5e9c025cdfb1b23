/** Holding formulas against implementations. */
export { DEFAULT_SAMPLES, DEFAULT_SEED } from "./defaults.js";
export {
  brokenReport,
  mergeReports,
  partsOf,
  plannedSamples,
  verifyEquation,
  verifyPart,
} from "./verify-equation.js";
export type { EquationReport, Failure, Outcome, VerifyOptions } from "./verify-equation.js";
export type { IdentityReport } from "./identities.js";
export { brokenMutants, countMutants, mergeMutants, verifyMutants } from "./mutation.js";
export type { MutantsReport, MutationOptions, StaleEntry, Survivor } from "./mutation.js";
export { latexOfMutant, mutantsOf, type Mutant } from "./mutants.js";
export { SAME_MUTANTS, type SameMutants } from "./same-mutants.js";
export { checkFormula } from "./check/check.js";
export type { CheckOptions, CheckReport, Counterexample, Verdict } from "./check/report.js";
export { formulasIn, type DocumentKind, type Found } from "./documents.js";
export { bothAt, showUlps, type Comparison } from "./values.js";
export type { PlainInputs } from "./samples.js";
export { errorInUlps, type UlpError } from "./ulps.js";
