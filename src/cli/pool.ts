// Verifying on all cores: child processes that each take one equation after the other.

import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type { EquationReport, MutantsReport } from "../verify/index.js";

/** A part of verifying an equation. */
export interface VerifyTask {
  readonly kind: "verify";
  readonly id: string;
  /** Which part of the work: see `partsOf`. */
  readonly part: number;
  readonly samples: number;
  readonly seed: number;
}

/** All mutants of an equation. */
export interface MutantsTask {
  readonly kind: "mutants";
  readonly id: string;
  readonly seed: number;
}

/** What a worker is asked. */
export type Task = VerifyTask | MutantsTask;
type Report = EquationReport | MutantsReport;

/** What a worker answers: how many samples or mutants more it has done, and its report. */
export type Answer =
  { readonly kind: "progress"; readonly done: number } | { readonly kind: "report"; readonly report: Report };

/** Runs tasks of one kind, the first ones first; reports come back in the order of the tasks. */
export async function runTasks(
  tasks: readonly VerifyTask[],
  onProgress: (done: number) => void,
): Promise<EquationReport[]>;
export async function runTasks(
  tasks: readonly MutantsTask[],
  onProgress: (done: number) => void,
): Promise<MutantsReport[]>;
export async function runTasks(
  tasks: readonly Task[],
  onProgress: (done: number) => void,
): Promise<Report[]> {
  const reports = new Map<Task, Report>();
  const queue = [...tasks];
  const workers = Math.min(availableParallelism(), tasks.length);
  await Promise.all(Array.from({ length: workers }, () => runWorker(queue, reports, onProgress)));
  return tasks.map((task) => reports.get(task)!);
}

function runWorker(
  queue: Task[],
  reports: Map<Task, Report>,
  onProgress: (done: number) => void,
): Promise<void> {
  // From source this file is TypeScript, and the worker starts with the same loader as this process.
  const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const path = fileURLToPath(new URL(`./worker.${extension}`, import.meta.url));
  return new Promise((resolve, reject) => {
    const child = fork(path, { serialization: "advanced" });
    let current: Task | undefined;
    const next = (): void => {
      current = queue.shift();
      if (current === undefined) child.disconnect();
      else child.send(current);
    };
    child.on("message", (answer: Answer) => {
      if (answer.kind === "progress") {
        onProgress(answer.done);
        return;
      }
      reports.set(current!, answer.report);
      next();
    });
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      if (current === undefined && code === 0) resolve();
      else
        reject(
          new Error(
            `The process that verified ${current?.id ?? "nothing"} ended with ${signal ?? `status ${code}`}.`,
          ),
        );
    });
    next();
  });
}
