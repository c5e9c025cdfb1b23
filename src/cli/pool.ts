// Verifying on all cores: child processes that each take one equation after the other.

import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import type { EquationReport } from "../verify/index.js";

/** What a worker is asked. */
export interface Task {
  readonly id: string;
  /** Which part of the work: see `partsOf`. */
  readonly part: number;
  readonly samples: number;
  readonly seed: number;
}

/** What a worker answers: how far it is, and its report. */
export type Answer =
  | { readonly kind: "progress"; readonly samples: number }
  | { readonly kind: "report"; readonly report: EquationReport };

/** Runs the tasks, the first ones first; reports come back in the order of the tasks. */
export async function runTasks(
  tasks: readonly Task[],
  onProgress: (samples: number) => void,
): Promise<EquationReport[]> {
  const reports = new Map<Task, EquationReport>();
  const queue = [...tasks];
  const workers = Math.min(availableParallelism(), tasks.length);
  await Promise.all(Array.from({ length: workers }, () => runWorker(queue, reports, onProgress)));
  return tasks.map((task) => reports.get(task)!);
}

function runWorker(
  queue: Task[],
  reports: Map<Task, EquationReport>,
  onProgress: (samples: number) => void,
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
        onProgress(answer.samples);
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
