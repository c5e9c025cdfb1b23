// Checking on all cores, each formula within a time and a memory of its own.
//
// A worker is a process: one that runs out of memory, or does not end, takes nothing else with it when it is killed, and
// another takes its place. (A thread that runs out of memory may take the whole process with it.)

import { fork, type ChildProcess } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { reportOf, type CheckOptions, type CheckReport } from "../verify/check/report.js";

/** What a worker is asked. */
export interface CheckTask {
  readonly latex: string;
  readonly options: CheckOptions;
}

/** What a worker answers: that it is ready for the first task, and then to each task a report, or that it failed. */
export type CheckAnswer =
  | { readonly kind: "ready" }
  | { readonly kind: "report"; readonly report: CheckReport }
  | { readonly kind: "broken"; readonly message: string };

export interface CheckPoolOptions {
  /** Seconds that one formula may take. */
  readonly timeout: number;
  /** Megabytes that one worker may take. */
  readonly memory?: number;
  readonly workers?: number;
  /** The worker's program, where it is not the one that checks formulas. */
  readonly script?: URL;
  readonly execArgv?: readonly string[];
}

interface Job {
  readonly task: CheckTask;
  readonly resolve: (report: CheckReport) => void;
  readonly reject: (error: Error) => void;
  /** Whether it has run out of memory in a worker that had checked others before. */
  again: boolean;
}

interface Worker {
  readonly child: ChildProcess;
  ready: boolean;
  job: Job | undefined;
  deadline: NodeJS.Timeout | undefined;
  /** The processor time that it had used when it was given its formula. */
  usedBefore: number;
  /** Whether it was killed because the time was over. */
  late: boolean;
  /** How many formulas it has checked. */
  checked: number;
  /** The end of what it wrote to its error stream. */
  errors: string;
}

const MEMORY = 512;
/** An answer that has come but could not be taken, as this process was busy, is in time. */
const GRACE = 20;
/** Where others keep the processors busy, a formula may take so many times its time, until it has had its time of them. */
const MOST_PATIENCE = 5;

export class CheckPool {
  private readonly workers = new Set<Worker>();
  private readonly waiting: Job[] = [];
  private readonly size: number;
  private closed = false;

  constructor(private readonly options: CheckPoolOptions) {
    this.size = options.workers ?? availableParallelism();
  }

  /** How many formulas to ask for at a time, so that no worker waits. */
  get window(): number {
    return 4 * this.size;
  }

  /** Starts a worker before there is something to do for it. */
  warm(): void {
    if (this.workers.size === 0) this.spawn();
  }

  /** The report on a formula: *unreadable* where it took too much time or memory. */
  check(latex: string, options: CheckOptions): Promise<CheckReport> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ task: { latex, options }, resolve, reject, again: false });
      this.assign();
    });
  }

  /** Lets the workers end. */
  close(): void {
    this.closed = true;
    for (const { child } of this.workers) if (child.connected) child.disconnect();
  }

  /** Ends the workers at once. */
  kill(): void {
    this.closed = true;
    for (const { child } of this.workers) child.kill("SIGKILL");
  }

  private assign(): void {
    for (const worker of this.workers) {
      if (this.waiting.length === 0) return;
      if (worker.ready && worker.job === undefined) this.start(worker, this.waiting.shift()!);
    }
    const starting = [...this.workers].filter(({ ready }) => !ready).length;
    if (this.waiting.length > starting && this.workers.size < this.size) this.spawn();
  }

  private spawn(): void {
    const { script, memory = MEMORY, execArgv = process.execArgv } = this.options;
    // From source this file is TypeScript, and the worker starts with the same loader as this process.
    const extension = import.meta.url.endsWith(".ts") ? "ts" : "js";
    const path = fileURLToPath(script ?? new URL(`./check-worker.${extension}`, import.meta.url));
    const child = fork(path, {
      serialization: "advanced",
      execArgv: [...execArgv, `--max-old-space-size=${memory}`],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
    });
    const worker: Worker = {
      child,
      ready: false,
      job: undefined,
      deadline: undefined,
      usedBefore: 0,
      late: false,
      checked: 0,
      errors: "",
    };
    this.workers.add(worker);
    child.stderr!.setEncoding("utf8").on("data", (text: string) => {
      worker.errors = (worker.errors + text).slice(-4000);
    });
    child.on("message", (answer: CheckAnswer) => {
      this.answered(worker, answer);
    });
    child.on("error", ({ message }) => {
      this.fail(new Error(`A process that checks formulas could not be started: ${message}.`));
    });
    // The error stream is read to its end before "close".
    child.on("close", (code, signal) => {
      this.ended(worker, signal ?? `status ${code}`);
    });
  }

  private start(worker: Worker, job: Job): void {
    worker.job = job;
    worker.child.send(job.task, (error) => {
      // A worker that is gone says so itself.
      if (error !== null) worker.errors += error.message;
    });
    worker.usedBefore = processorSeconds(worker.child.pid) ?? 0;
    this.wait(worker, this.options.timeout, performance.now());
  }

  /** Kills the worker if it has not answered in so many seconds, and has had them of a processor. */
  private wait(worker: Worker, seconds: number, since: number): void {
    worker.deadline = setTimeout(() => {
      worker.deadline = setTimeout(() => {
        this.overdue(worker, since);
      }, GRACE);
    }, seconds * 1000);
  }

  private overdue(worker: Worker, since: number): void {
    const { timeout } = this.options;
    const used = processorSeconds(worker.child.pid);
    const waited = (performance.now() - since) / 1000;
    const missing = used === undefined ? 0 : timeout - (used - worker.usedBefore);
    if (missing > timeout / 10 && waited < MOST_PATIENCE * timeout) {
      this.wait(worker, missing, since);
      return;
    }
    worker.late = true;
    worker.child.kill("SIGKILL");
  }

  private answered(worker: Worker, answer: CheckAnswer): void {
    if (answer.kind === "ready") worker.ready = true;
    else {
      const { job } = worker;
      // An answer that crossed the end of its time.
      if (job === undefined || worker.late) return;
      clearTimeout(worker.deadline);
      worker.job = undefined;
      worker.checked++;
      job.resolve(answer.kind === "report" ? answer.report : broken(job.task, answer.message));
    }
    this.assign();
  }

  private ended(worker: Worker, how: string): void {
    clearTimeout(worker.deadline);
    this.workers.delete(worker);
    const { job } = worker;
    if (job !== undefined) {
      const outOfMemory =
        !worker.late && (how === "SIGKILL" || /out of memory|Allocation failed/iu.test(worker.errors));
      if (outOfMemory && worker.checked > 0 && !job.again) {
        // What others left behind must not be held against this one.
        job.again = true;
        this.waiting.unshift(job);
      } else if (worker.late) {
        const { timeout } = this.options;
        job.resolve(
          tooLarge(
            job.task,
            `it is not checked within ${timeout} s. Check a part of it, or give it longer with --timeout.`,
          ),
        );
      } else if (outOfMemory) {
        const { memory = MEMORY } = this.options;
        job.resolve(
          tooLarge(job.task, `checking it takes more than ${memory} MB of memory. Check a part of it.`),
        );
      } else job.resolve(broken(job.task, `its process ended with ${how}\n${worker.errors}`));
    } else if (!worker.ready && !this.closed) {
      this.fail(
        new Error(`A process that checks formulas ended with ${how} before it began.\n${worker.errors}`),
      );
      return;
    }
    if (!this.closed) this.assign();
  }

  /** Without workers nothing can be checked. */
  private fail(error: Error): void {
    for (const job of this.waiting.splice(0)) job.reject(error);
  }
}

/** The processor time that a process has used, where the system tells: on Linux, in hundredths of a second. */
function processorSeconds(pid: number | undefined): number | undefined {
  if (process.platform !== "linux" || pid === undefined) return undefined;
  try {
    // Behind the name, which stands in parentheses: the fields 14 and 15 of proc(5) are the 12th and 13th.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /su, "")
      .split(" ");
    const ticks = Number(fields[11]) + Number(fields[12]);
    return Number.isFinite(ticks) ? ticks / 100 : undefined;
  } catch {
    return undefined;
  }
}

function unreadable({ latex, options }: CheckTask, message: string): CheckReport {
  return reportOf(latex, "unreadable", {
    equation: options.as ?? null,
    error: { message, start: 0, end: latex.length },
  });
}

function tooLarge(task: CheckTask, reason: string): CheckReport {
  return unreadable(task, `too large: ${reason}`);
}

/** A failure of ours is told as one, and the other formulas are checked all the same. */
function broken(task: CheckTask, message: string): CheckReport {
  return unreadable(task, `a defect of ml-equations, please report it: ${message.trim()}`);
}
