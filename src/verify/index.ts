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
export { bothAt, showUlps, type Comparison } from "./values.js";
export type { PlainInputs } from "./samples.js";
export { errorInUlps, type UlpError } from "./ulps.js";
