// What pages and their workers say to each other.

import type { CheckReport } from "../../src/verify/check/report.js";
import type { EquationReport } from "../../src/verify/index.js";

/** To the verifier: which equation or variant, and at how many inputs. */
export interface VerifyTask {
  readonly id: string;
  readonly samples: number;
}
export type VerifyAnswer =
  | { readonly kind: "progress"; readonly samples: number }
  | { readonly kind: "report"; readonly report: EquationReport };

/** To the checker: a formula, and the equation that it is held to. */
export interface CheckTask {
  readonly number: number;
  readonly latex: string;
  readonly as: string | undefined;
  readonly preamble: string | undefined;
}
export interface CheckAnswer {
  readonly number: number;
  readonly report: CheckReport;
}
