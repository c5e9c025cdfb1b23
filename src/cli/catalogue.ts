// Looking equations up by id, with a suggestion where there is none.

import { equations, type Equation } from "../equations/index.js";
import { nearest } from "../latex/nearest.js";
import { UsageError } from "./json.js";

/** The equation of this id. */
export function equationOf(id: string): Equation {
  const found = equations.find((equation) => equation.id === id);
  if (found !== undefined) return found;
  const alias = equations.find((equation) =>
    equation.aliases?.some((name) => name.toLowerCase() === id.toLowerCase()),
  );
  const near =
    alias?.id ??
    nearest(
      id,
      equations.map((equation) => equation.id),
    );
  throw new UsageError(
    `There is no equation ${JSON.stringify(id)}.${near === undefined ? " `ml-equations list` names them all." : ` Did you mean ${near}?`}`,
  );
}
