// What there is to verify: an equation with its variants, or everything.

import { equations, withVariants } from "../../src/equations/index.js";

export function idsToVerify(id: string | undefined): readonly string[] {
  const chosen = id === undefined ? equations : equations.filter((equation) => equation.id === id);
  return chosen.flatMap(withVariants).map((equation) => equation.id);
}
