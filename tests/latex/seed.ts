// The formulas of the collection that this project starts from, as they stand there, and formulas that others got wrong.

import seeds from "../data/seed-formulas.json" with { type: "json" };
import wild from "../data/wrong-in-the-wild.json" with { type: "json" };

/** The LaTeX of one formula of the collection. */
export function seedLatex(id: string): string {
  const found = seeds.formulas.find((formula) => formula.id === id)?.latex;
  if (found === undefined || found === null) throw new Error(`The collection has no LaTeX for ${id}.`);
  return found;
}

/** Every formula of the collection and of the wild that has LaTeX, by its id. */
export const corpus: readonly { readonly id: string; readonly latex: string }[] = [
  ...seeds.formulas,
  ...wild.formulas,
].flatMap(({ id, latex }) => (latex === null ? [] : [{ id, latex }]));
