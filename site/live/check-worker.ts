// Checking formulas in a thread of its own: typing goes on while a formula is searched for.

import { checkFormula } from "../../src/verify/check/check.js";
import type { CheckAnswer, CheckTask } from "./workers.js";

addEventListener("message", ({ data: { number, latex, as, preamble } }: MessageEvent<CheckTask>) => {
  const options = { ...(as === undefined ? {} : { as }), ...(preamble === undefined ? {} : { preamble }) };
  const answer: CheckAnswer = { number, report: checkFormula(latex, options) };
  postMessage(answer);
});
