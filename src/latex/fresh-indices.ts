// Indices with letters of their own: where one is bound inside another of the same letter, print it with a fresh one.

import { boundIn, children, withChildren, type Binder, type Expression } from "./expression.js";

/** Letters for indices, the usual ones first. */
const LETTERS = Array.from("ijklmnrstuvpqabcdfghwxyzIJKLMNRSTUVPQABCDFGHWXYZ");

/** The letters of the symbols and of the indices that an expression uses, wherever they are bound. */
function lettersIn(expression: Expression, found = new Set<string>()): Set<string> {
  if (expression.kind === "symbol" || expression.kind === "bound") found.add(expression.latex);
  if ("binders" in expression) for (const { latex } of expression.binders) found.add(latex);
  for (const child of children(expression)) lettersIn(child, found);
  return found;
}

/** The letters of the indices that an expression uses and does not bind itself. */
function openLetters(expression: Expression): Set<string> {
  const open = boundIn(expression);
  const found = new Set<string>();
  const visit = (node: Expression): void => {
    if (node.kind === "bound" && open.has(node.id)) found.add(node.latex);
    children(node).forEach(visit);
  };
  if (open.size > 0) visit(expression);
  return found;
}

function symbolsIn(expression: Expression, found = new Set<string>()): Set<string> {
  if (expression.kind === "symbol") found.add(expression.latex);
  for (const child of children(expression)) symbolsIn(child, found);
  return found;
}

/**
 * The same expression in which no index has the letter of an operator around it or of a symbol, as happens where a
 * definition was put in the place of its name: in ∑ᵢ xᵢ q with q = ∑ᵢ yᵢ, the second i becomes j.
 *
 * @param around the letters of what is bound around the expression
 * @param declared the letters of declared symbols, of which a fresh index takes none
 */
export function withFreshIndices(
  expression: Expression,
  around: Iterable<string> = [],
  declared: Iterable<string> = [],
): Expression {
  const symbols = symbolsIn(expression);
  const avoided = new Set([...around, ...declared, ...lettersIn(expression), "e"]);
  const visit = (
    node: Expression,
    taken: ReadonlySet<string>,
    renamed: ReadonlyMap<number, string>,
  ): Expression => {
    if (node.kind === "bound") {
      const latex = renamed.get(node.id);
      return latex === undefined ? node : { ...node, latex };
    }
    let inner = taken;
    let names = renamed;
    let written: Expression = node;
    if ("binders" in node) {
      const letters = new Set(taken);
      const fresh = new Map(renamed);
      const binders = node.binders.map((binder): Binder => {
        // What runs over the members of a family has the family's name.
        const clashes = binder.member !== true && (letters.has(binder.latex) || symbols.has(binder.latex));
        const latex = clashes
          ? (LETTERS.find((letter) => !letters.has(letter) && !avoided.has(letter)) ?? binder.latex)
          : binder.latex;
        letters.add(latex);
        if (latex !== binder.latex) fresh.set(binder.id, latex);
        return latex === binder.latex ? binder : { ...binder, latex };
      });
      inner = letters;
      names = fresh;
      written = { ...node, binders } as Expression;
    }
    if (node.kind === "index" && node.written !== undefined) {
      const index = node.indices.find((part) => part.kind === "bound" && renamed.has(part.id));
      // What is drawn from a sample is written with the letter of its index.
      if (index?.kind === "bound") written = { ...node, written: renamed.get(index.id)! };
    }
    const parts = children(written);
    const replaced = parts.map((child) => visit(child, inner, names));
    const same = written === node && replaced.every((child, k) => child === parts[k]);
    return same ? node : withChildren(written, replaced);
  };
  return visit(expression, new Set([...around, ...openLetters(expression)]), new Map());
}
