// What `check` prints for each formula: for people, and for annotations on GitHub.

import { underline } from "../latex/errors.js";
import type { CheckReport, Verdict } from "../verify/check/check.js";
import { paint, pairs, showInputs, showNumber } from "./text.js";

/** A report and the place of the formula. */
export type PlacedReport = CheckReport & { readonly file: string | null; readonly line: number | null };

export type Counts = Readonly<Record<Verdict, number>>;

/** A formula longer than this is shown by its beginning. */
const LONGEST = 240;

/** `paper.tex:12: differs from cross-entropy`, and why. */
export function reportText(report: PlacedReport): string {
  const { file, line, error, counterexample, diagnosis } = report;
  const place = file === null ? "" : `${file}:${line ?? 1}: `;
  const rows: (readonly [string, string])[] = [];
  if (error === null) rows.push(["formula", shortened(report.latex)]);
  const renamed = Object.entries(report.mapping).filter(([theirs, ours]) => theirs !== ours);
  if (renamed.length > 0)
    rows.push(["reads", renamed.map(([theirs, ours]) => `${theirs} as ${ours}`).join(", ")]);
  if (counterexample !== null) {
    rows.push(["at", showInputs(counterexample.inputs, 8)]);
    const [theirs, reference] = shownValues(counterexample.theirs, counterexample.reference);
    rows.push(["yours", theirs], ["reference", reference]);
  }
  if (diagnosis !== null) rows.push(["because", diagnosis]);
  for (const note of report.notes) rows.push(["note", note]);
  const parts = [`${visible(place).replaceAll("\n", "␊")}${paint(colourOf(report), titleOf(report))}`];
  if (error !== null) parts.push(`  ${visible(error.message)}`, ...underlined(report.latex, error));
  if (rows.length > 0) parts.push(pairs(rows.map(([key, value]) => [key, visible(value)])));
  return parts.join("\n");
}

/** The line of the formula with the place below it, behind a bar: no line begins with a stranger's text. */
function underlined(latex: string, error: NonNullable<CheckReport["error"]>): readonly string[] {
  if (latex.trim() === "") return [];
  const lines = underline(visible(latex), error).split("\n");
  return lines.map((line) => `  |${line.slice(1)}`);
}

function titleOf({ verdict, equation, nearest, holds }: CheckReport): string {
  switch (verdict) {
    case "equivalent":
      return `equivalent to ${equation ?? "?"}`;
    case "differs":
      return `differs from ${equation ?? "?"}`;
    case "statement":
      return holds === null ? "a statement, not decided" : `a statement, ${holds ? "true" : "false"}`;
    case "unreadable":
      return "unreadable";
    case "unknown":
      return nearest === null ? "unknown" : `unknown, nearest to ${nearest}`;
  }
}

function colourOf({ verdict, holds }: CheckReport): Parameters<typeof paint>[0] {
  if (verdict === "differs" || holds === false) return "red";
  return verdict === "equivalent" || holds === true ? "green" : "yellow";
}

type Value = NonNullable<CheckReport["counterexample"]>["theirs"];

/** Both values, in as many digits as tell them apart. */
function shownValues(theirs: Value, reference: Value): readonly [string, string] {
  const short = [shownValue(theirs, 6), shownValue(reference, 6)] as const;
  return short[0] === short[1] ? [shownValue(theirs, 17), shownValue(reference, 17)] : short;
}

function shownValue(value: Value, digits: number): string {
  if (typeof value === "number") return showNumber(Number(value.toPrecision(digits)));
  if (typeof value === "string") return value;
  return `(${(value as readonly Value[]).map((entry) => shownValue(entry, digits)).join(", ")})`;
}

function shortened(latex: string): string {
  const line = latex.replace(/\s+/gu, " ").trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

/** `3 formulas in 2 files: 1 equivalent, …`: each verdict is counted, also where it is 0. */
export function summaryText(counts: Counts, files: number): string {
  const { equivalent, differs, statement, unreadable, unknown } = counts;
  const total = equivalent + differs + statement + unreadable + unknown;
  const shown = (count: number): string => count.toLocaleString("en");
  const several = (count: number, word: string): string => `${shown(count)} ${word}${count === 1 ? "" : "s"}`;
  return (
    `${several(total, "formula")}${files === 0 ? "" : ` in ${several(files, "file")}`}: ` +
    `${shown(equivalent)} equivalent, ${shown(differs)} different, ${several(statement, "statement")}, ` +
    `${shown(unreadable)} unreadable, ${shown(unknown)} unknown`
  );
}

/** A workflow command of GitHub that annotates the formula's line, if there is something to say. */
export function annotation(report: PlacedReport, strict: boolean): string | undefined {
  const level = levelOf(report, strict);
  if (level === undefined) return undefined;
  const { file, line, counterexample, error, diagnosis } = report;
  const place =
    file === null || file === "-" ? "" : `file=${property(file.replaceAll("\\", "/"))},line=${line ?? 1},`;
  const message = [error?.message, diagnosis];
  if (counterexample !== null) {
    const [theirs, reference] = shownValues(counterexample.theirs, counterexample.reference);
    message.push(
      `At ${showInputs(counterexample.inputs, 8)}: yours is ${theirs}, the reference ${reference}.`,
    );
  }
  message.push(shortened(report.latex));
  const text = data(message.filter((part) => part !== undefined && part !== null).join("\n"));
  return `::${level} ${place}title=${property(`ml-equations: ${titleOf(report)}`)}::${text}`;
}

function levelOf(
  { verdict, holds }: CheckReport,
  strict: boolean,
): "error" | "warning" | "notice" | undefined {
  if (verdict === "differs") return "error";
  if (verdict === "unreadable") return strict ? "error" : "warning";
  if (verdict === "unknown") return strict ? "error" : "notice";
  return holds === false ? "warning" : undefined;
}

/** Text behind the :: of a workflow command; what begins an old form of command is taken apart. */
function data(text: string): string {
  return visible(text).replaceAll("%", "%25").replaceAll("\n", "%0A").replaceAll("##[", "## [");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

/** What no one sees, or what gives orders to a terminal. */
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Control characters made visible: a stranger's text must not give orders to a terminal, nor turn its direction around.
 * Line ends and tabulators stay.
 */
export function visible(text: string): string {
  return text.replace(CONTROLS, (found) => {
    const code = found.codePointAt(0)!;
    return String.fromCodePoint(code < 0x20 ? 0x2400 + code : code === 0x7f ? 0x2421 : 0xfffd);
  });
}

/** JSON in which they stand as \u escapes. */
export function visibleJson(json: string): string {
  return json.replace(CONTROLS, (found) => `\\u${found.codePointAt(0)!.toString(16).padStart(4, "0")}`);
}
