// What a test asks of an error: its class, its code, and the place that its message underlines.

import { LatexError } from "../../src/latex/errors.js";

/** The error that `run` throws; a test that expects one fails if there is none. */
export function thrownBy(run: () => unknown): Error {
  let value: unknown;
  try {
    value = run();
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
  throw new Error(`Expected an error; got ${String(value)}.`);
}

/** The LatexError that `run` throws; any other error passes through, and fails the test. */
export function latexErrorOf(run: () => unknown): LatexError {
  const error = thrownBy(run);
  if (!(error instanceof LatexError)) throw error;
  return error;
}

/** The text above the carets, cut out of the printed message as a person sees it. */
export function underlined(error: Error): string {
  const lines = error.message.split("\n");
  const carets = lines.at(-1)!;
  const shown = lines.at(-2)!;
  const from = carets.indexOf("^");
  if (from < 0) throw new Error(`Nothing is underlined in ${JSON.stringify(error.message)}.`);
  return shown.slice(from, carets.lastIndexOf("^") + 1);
}

/**
 * A guard against work that grows with the square of the input, in ms: 100 kB that is read in proportion takes a twentieth
 * of this on a slow machine, and read otherwise ten times as long.
 */
export const SOON = 10_000;

/** How long `run` keeps the processor busy, in ms: unlike the clock, it does not depend on what else runs. */
export function cpuTime(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
