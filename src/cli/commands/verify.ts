// ml-equations verify: every formula against its implementation.

import { SingleBar } from "cli-progress";
import { equations, withVariants, type Equation } from "../../equations/index.js";
import {
  mergeReports,
  partsOf,
  plannedSamples,
  showUlps,
  type EquationReport,
  type Failure,
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
  readonly json: boolean;
}

const WORDS: Readonly<Record<Outcome, string>> = {
  holds: "holds",
  fails: "FAILS",
  unverified: "NOT VERIFIED",
};
const COLOURS = { holds: "green", fails: "red", unverified: "yellow" } as const;

/** Verifies, prints, and gives the exit status: 0 where all hold, else 1. */
export async function verifyCommand(options: VerifyCommandOptions): Promise<number> {
  const named = options.only.length === 0 ? equations : options.only.map(equationOf);
  const chosen = named.flatMap(withVariants);
  const started = performance.now();
  const reports = await verifyAll(chosen, options);
  const seconds = (performance.now() - started) / 1000;
  const holds = reports.every((report) => report.outcome === "holds");
  if (options.json) {
    process.stdout.write(`${toJson({ holds, seed: options.seed, seconds, equations: reports })}\n`);
  } else {
    process.stdout.write(`${text(reports, chosen, options, seconds)}\n`);
  }
  return holds ? 0 : 1;
}

async function verifyAll(
  chosen: readonly Equation[],
  { samples, seed }: VerifyCommandOptions,
): Promise<EquationReport[]> {
  // Vectors take longest, so they go first; reports come back in reading order.
  const isLong = (equation: Equation): boolean =>
    Object.values(equation.symbols).some(({ kind }) => kind === "vector" || kind === "matrix");
  const order = [...chosen.filter(isLong), ...chosen.filter((equation) => !isLong(equation))];
  const tasks = order.flatMap(({ id }) => partsOf(samples).map((part) => ({ id, part, samples, seed })));
  const bar = new SingleBar({
    format: "verifying {bar} {percentage}% | {value} of {total} samples",
    stream: process.stderr,
    // Without a terminal nothing but the table is printed.
    noTTYOutput: false,
    hideCursor: true,
    clearOnComplete: true,
  });
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

function text(
  reports: readonly EquationReport[],
  chosen: readonly Equation[],
  options: VerifyCommandOptions,
  seconds: number,
): string {
  const rows = reports.map((report, k) => {
    const held = report.identities.filter(({ outcome }) => outcome === "holds").length;
    return [
      report.id,
      paint(COLOURS[report.outcome], WORDS[report.outcome]),
      report.samples.toLocaleString("en"),
      showUlps(report.maxUlps),
      String(chosen[k]!.maxUlps),
      `${held} of ${report.identities.length}`,
      showInputs(report.worstAt, 2),
    ];
  });
  const head = ["equation", "outcome", "samples", "worst ulp", "promised", "identities", "worst at"];
  const align = ["left", "left", "right", "right", "right", "right", "left"] as const;
  const count = (outcome: Outcome): number => reports.filter((report) => report.outcome === outcome).length;
  const samples = reports.reduce((sum, report) => sum + report.samples, 0);
  const failures = reports.flatMap((report, k) =>
    report.failures.map((failure) => failureText(failure, chosen[k]!, options)),
  );
  const summary =
    `${reports.length} equations: ${count("holds")} hold, ${count("fails")} fail, ${count("unverified")} not verified; ` +
    `${samples.toLocaleString("en")} samples, seed ${options.seed}, ${seconds.toFixed(1)} s`;
  return [table(head, rows, align), "", ...failures, summary].join("\n");
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
