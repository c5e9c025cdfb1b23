// Every command and every value in the README is real.

import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { README, withRealOutputs } from "../scripts/readme.js";
import { equations } from "../src/equations/index.js";
import * as functions from "../src/index.js";

/** Time is the one thing that differs from run to run. */
const timeless = (text: string): string => text.replaceAll(/\d+\.\d s$/gmu, "… s");

it("shows what its commands print and what its code gives", () => {
  const readme = readFileSync(README, "utf8");
  expect(timeless(withRealOutputs(readme))).toBe(timeless(readme));
});

it("counts the equations and their variants right, and names every function", () => {
  const readme = readFileSync(README, "utf8");
  const variants = equations.flatMap((equation) => equation.variants).length;
  expect(readme).toContain(`The catalogue has ${equations.length} equations and ${variants} variants`);
  const names = Object.keys(functions).filter((name) => !/^[A-Z]/u.test(name));
  expect(names.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});
