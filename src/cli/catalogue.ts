// Looking equations up by id, with a suggestion where there is none.

import { equations, withVariants, type Equation } from "../equations/index.js";
import { nearest } from "../latex/nearest.js";
import { UsageError } from "./json.js";

/** Every equation followed by its variants. */
const withAllVariants: readonly Equation[] = equations.flatMap(withVariants);

/** The equation, or the variant of one, of this id. */
export function equationOf(id: string): Equation {
  const found = withAllVariants.find((equation) => equation.id === id);
  if (found !== undefined) return found;
  const alias = equations.find((equation) =>
    equation.aliases?.some((name) => name.toLowerCase() === id.toLowerCase()),
  );
  const near =
    alias?.id ??
    nearest(
      id,
      withAllVariants.map((equation) => equation.id),
    );
  throw new UsageError(
    `There is no equation ${JSON.stringify(id)}.${near === undefined ? " `ml-equations list` names them all." : ` Did you mean ${near}?`}`,
  );
}
