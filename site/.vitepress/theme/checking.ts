// A formula that is checked as one types.

import { onBeforeUnmount, ref, watch, type Ref } from "vue";
import type { CheckReport } from "../../../src/verify/check/report.js";

/** So long after the last key a formula is checked. */
const PAUSE = 250;

export interface Checking {
  readonly report: Ref<CheckReport | undefined>;
  readonly state: Ref<"empty" | "waiting" | "slow" | "done">;
}

/** Checks a text whenever it has rested; the checker and its thread come with the first text. */
export function useChecking(text: Ref<string>, as: () => string | undefined): Checking {
  const report = ref<CheckReport>();
  const state = ref<"empty" | "waiting" | "slow" | "done">("empty");
  let timer: ReturnType<typeof setTimeout> | undefined;
  let checker: import("../../live/checker.js").Checker | undefined;
  let asked = 0;

  async function check(latex: string): Promise<void> {
    const number = ++asked;
    checker ??= new (await import("../../live/checker.js")).Checker();
    const found = await checker.check(latex, as());
    if (number !== asked) return;
    report.value = found;
    state.value = found === undefined ? "slow" : "done";
  }

  watch([text, as], ([latex]) => {
    clearTimeout(timer);
    if (latex.trim() === "") {
      asked++;
      report.value = undefined;
      state.value = "empty";
      return;
    }
    state.value = "waiting";
    timer = setTimeout(() => void check(latex), PAUSE);
  });
  onBeforeUnmount(() => {
    clearTimeout(timer);
    checker?.stop();
  });
  return { report, state };
}
