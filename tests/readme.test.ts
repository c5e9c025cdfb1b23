// Every command and every value in the README is real.

import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { README, withRealOutputs } from "../scripts/readme.js";

/** Time is the one thing that differs from run to run. */
const timeless = (text: string): string => text.replaceAll(/\d+\.\d s$/gmu, "… s");

it("shows what its commands print and what its code gives", () => {
  const readme = readFileSync(README, "utf8");
  expect(timeless(withRealOutputs(readme))).toBe(timeless(readme));
});
