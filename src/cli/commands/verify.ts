// ml-equations verify: every formula against its implementation.

import { SingleBar } from "cli-progress";
import { equations, withVariants, type Equation } from "../../equations/index.js";
import {
  countMutants,
  mergeMutants,
  mergeReports,
  partsOf,
  plannedSamples,
  showUlps,
  type EquationReport,
  type Failure,
  type MutantsReport,
  type Outcome,
} from "../../verify/index.js";
import { equationOf } from "../catalogue.js";
import { toJson } from "../json.js";
import { runTasks } from "../pool.js";
import { paint, showInputs, table } from "../text.js";

export interface VerifyCommandOptions {
  readonly only: readonly string[];
  readonly samples: number;
  readonly seed: number;
  readonly mutants: boolean;
  readonly json: boolean;
}

const WORDS: Readonly<Record<Outcome, string>> = {
  holds: "holds",
  fails: "FAILS",
  unverified: "NOT VERIFIED",
};
const COLOURS = { holds: "green", fails: "red", unverified: "yellow" } as const;

/** Verifies, prints, and gives the exit status: 0 where all hold and no mutant survives, else 1. */
export async function verifyCommand(options: VerifyCommandOptions): Promise<number> {
  const named = options.only.length === 0 ? equations : options.only.map(equationOf);
  const chosen = named.flatMap(withVariants);
  const started = performance.now();
  const reports = await verifyAll(chosen, options);
  const seconds = (performance.now() - started) / 1000;
  const mutants = options.mutants ? await runMutants(chosen, options) : undefined;
  const holds = reports.every((report) => report.outcome === "holds");
  if (options.json) {
    const { seed } = options;
    process.stdout.write(
      `${toJson({ holds, seed, seconds, equations: reports, ...(mutants && { mutants }) })}\n`,
    );
  } else {
    process.stdout.write(`${text(reports, named, options, seconds)}\n`);
    if (mutants !== undefined) process.stdout.write(`${mutantsText(mutants, options)}\n`);
  }
  return holds && (mutants === undefined || isClean(mutants)) ? 0 : 1;
}

function isClean({ survived, stale }: MutantsReport): boolean {
  return survived.length + stale.length === 0;
}

async function verifyAll(
  chosen: readonly Equation[],
  { samples, seed }: VerifyCommandOptions,
): Promise<EquationReport[]> {
  // Vectors take longest, so they go first; reports come back in reading order.
  const isLong = (equation: Equation): boolean =>
    Object.values(equation.symbols).some(({ kind }) => kind === "vector" || kind === "matrix");
  const order = [...chosen.filter(isLong), ...chosen.filter((equation) => !isLong(equation))];
  const tasks = order.flatMap(({ id }) =>
    partsOf(samples).map((part) => ({ kind: "verify", id, part, samples, seed }) as const),
  );
  const bar = progressBar("verifying {bar} {percentage}% | {value} of {total} samples");
  bar.start(
    chosen.reduce((sum, equation) => sum + plannedSamples(equation, samples), 0),
    0,
  );
  const reports = await runTasks(tasks, (more) => {
    bar.increment(more);
  }).finally(() => {
    bar.stop();
  });
  return chosen.map(({ id }) => mergeReports(reports.filter((report) => report.id === id)));
}

/** Runs all mutants of these equations, those first that have most. */
async function runMutants(
  chosen: readonly Equation[],
  { seed }: VerifyCommandOptions,
): Promise<MutantsReport> {
  const counts = new Map(chosen.map((equation) => [equation.id, countMutants(equation)] as const));
  const order = [...counts].sort(([, a], [, b]) => b - a);
  const bar = progressBar("mutating {bar} {percentage}% | {value} of {total} mutants");
  bar.start(
    order.reduce((sum, [, count]) => sum + count, 0),
    0,
  );
  const tasks = order.map(([id]) => ({ kind: "mutants", id, seed }) as const);
  const reports = await runTasks(tasks, (more) => {
    bar.increment(more);
  }).finally(() => {
    bar.stop();
  });
  const byId = new Map(tasks.map(({ id }, k) => [id, reports[k]!] as const));
  return mergeMutants(chosen.map(({ id }) => byId.get(id)!));
}

function progressBar(format: string): SingleBar {
  return new SingleBar({
    format,
    stream: process.stderr,
    // Without a terminal nothing but the table is printed.
    noTTYOutput: false,
    hideCursor: true,
    clearOnComplete: true,
  });
}

function mutantsText(
  { total, killed, same, survived, stale }: MutantsReport,
  { seed }: VerifyCommandOptions,
): string {
  const lines = [
    ...survived.flatMap(({ id, latex, edit }) => [
      paint("red", `${id}: a mutant survives: ${edit}`),
      `  mutant          ${latex}`,
      `  repeat with     ml-equations verify --mutants --only ${id} --seed ${seed}`,
      "",
    ]),
    ...stale.flatMap(({ id, latex, reason }) => [
      paint("red", `${id}: listed as the same, but ${reason}`),
      `  mutant          ${latex}`,
      "",
    ]),
  ];
  const count = (n: number): string => n.toLocaleString("en");
  const summary = `${count(total)} mutants: ${count(killed)} killed, ${count(same)} the same, ${count(survived.length)} survived`;
  return [...lines, summary].join("\n");
}

function text(
  reports: readonly EquationReport[],
  named: readonly Equation[],
  options: VerifyCommandOptions,
  seconds: number,
): string {
  const rows = named.map((equation) => rowOf(equation, reports));
  const head = [
    "equation",
    "outcome",
    "variants",
    "samples",
    "worst ulp",
    "promised",
    "identities",
    "worst at",
  ];
  const align = ["left", "left", "right", "right", "right", "right", "right", "left"] as const;
  const chosen = named.flatMap(withVariants);
  const failures = reports.flatMap((report, k) =>
    report.failures.map((failure) => failureText(failure, chosen[k]!, options)),
  );
  const count = (outcome: Outcome): number => reports.filter((report) => report.outcome === outcome).length;
  const samples = reports.reduce((sum, report) => sum + report.samples, 0);
  const variants = reports.length - named.length;
  const summary =
    `${named.length} equations${variants > 0 ? ` and ${variants} variants` : ""}: ${count("holds")} hold, ${count("fails")} fail, ${count("unverified")} not verified; ` +
    `${samples.toLocaleString("en")} samples, seed ${options.seed}, ${seconds.toFixed(1)} s`;
  return [table(head, rows, align), "", ...failures, summary].join("\n");
}

/** One row for an equation with all its variants: it holds if all of them hold. */
function rowOf(equation: Equation, reports: readonly EquationReport[]): string[] {
  const all = withVariants(equation);
  const own = all.map(({ id }) => reports.find((report) => report.id === id)!);
  const outcome = (["fails", "unverified"] as const).find((worst) =>
    own.some((report) => report.outcome === worst),
  );
  const holding = (list: readonly { readonly outcome: Outcome }[]): string =>
    `${list.filter((one) => one.outcome === "holds").length} of ${list.length}`;
  const worst = own.reduce((a, b) => (b.maxUlps > a.maxUlps ? b : a));
  const variant = worst === own[0] ? "" : `${worst.id.slice(equation.id.length + 1)}: `;
  return [
    equation.id,
    paint(COLOURS[outcome ?? "holds"], WORDS[outcome ?? "holds"]),
    own.length === 1 ? "" : holding(own.slice(1)),
    own.reduce((sum, report) => sum + report.samples, 0).toLocaleString("en"),
    showUlps(worst.maxUlps),
    `${Math.max(...all.map(({ maxUlps }) => maxUlps))}${all.some(({ termScale }) => termScale !== undefined) ? " of terms" : ""}`,
    holding(own.flatMap((report) => report.identities)),
    `${variant}${showInputs(worst.worstAt, 2)}`,
  ];
}

function failureText(failure: Failure, equation: Equation, { seed, samples }: VerifyCommandOptions): string {
  const lines = [
    paint(
      COLOURS[failure.outcome],
      `${equation.id}: ${failure.check} ${failure.outcome === "fails" ? "fails" : "is not verified"}`,
    ),
    `  formula         ${equation.latex}`,
    `  ${failure.message}`,
  ];
  if (failure.inputs !== undefined) lines.push(`  at              ${showInputs(failure.inputs, 20)}`);
  if (failure.expected !== undefined) lines.push(`  expected        ${failure.expected}`);
  if (failure.actual !== undefined) lines.push(`  implementation  ${failure.actual}`);
  lines.push(
    `  repeat with     ml-equations verify --only ${equation.id} --seed ${seed} --samples ${samples}`,
    "",
  );
  return lines.join("\n");
}
