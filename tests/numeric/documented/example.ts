// One documented example: what their call printed, and what ours gives for the same literal inputs.

import type * as numeric from "../../../src/index.js";
import type { Printed, Result } from "./printed.js";

export interface Example {
  /** The function of ours that must come out the same. */
  readonly of: keyof typeof numeric;
  /** Where the example is documented. */
  readonly link: string;
  /** Their call, without the inputs. */
  readonly call: string;
  readonly ours: () => Result;
  readonly printed: Printed;
}

/** The examples of one function from one page. */
export const examples = (
  of: Example["of"],
  link: string,
  rows: readonly (readonly [call: string, ours: Example["ours"], printed: Printed])[],
): readonly Example[] => rows.map(([call, ours, printed]) => ({ of, link, call, ours, printed }));

export const column = (rows: readonly (readonly number[])[], j: number): number[] =>
  rows.map((entries) => entries[j]!);

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** The indices at which a binary vector is 1: the set that it stands for. */
export const setOf = (indicator: readonly number[], positive = 1): number[] =>
  indicator.flatMap((entry, i) => (entry === positive ? [i] : []));
