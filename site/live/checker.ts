// Asks the checking thread; a formula that takes too long is given up with its thread.

import type { CheckReport } from "../../src/verify/check/report.js";
import type { CheckAnswer, CheckTask } from "./workers.js";

/** A formula that is not decided by then is not decided at all. */
const PATIENCE = 20_000;

export class Checker {
  private worker: Worker | undefined;
  private number = 0;

  /** The report on a formula; undefined where it took too long. */
  async check(latex: string, as?: string, preamble?: string): Promise<CheckReport | undefined> {
    this.worker ??= new Worker(new URL("./check-worker.ts", import.meta.url), { type: "module" });
    const { worker } = this;
    const number = ++this.number;
    return new Promise((resolve, reject) => {
      const done = (report: CheckReport | undefined): void => {
        clearTimeout(timer);
        worker.removeEventListener("message", hear);
        worker.removeEventListener("error", fail);
        resolve(report);
      };
      const hear = ({ data }: MessageEvent<CheckAnswer>): void => {
        if (data.number === number) done(data.report);
      };
      const fail = (event: ErrorEvent): void => {
        clearTimeout(timer);
        reject(new Error(event.message));
      };
      const timer = setTimeout(() => {
        this.stop();
        done(undefined);
      }, PATIENCE);
      worker.addEventListener("message", hear);
      worker.addEventListener("error", fail);
      const task: CheckTask = { number, latex, as, preamble };
      worker.postMessage(task);
    });
  }

  stop(): void {
    this.worker?.terminate();
    this.worker = undefined;
  }
}
