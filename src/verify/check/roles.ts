// What letters usually stand for: which are targets and which predictions, which spell the same name.

import { readName, type Name } from "../../latex/scope.js";
import type { SymbolDeclaration } from "../../latex/symbols.js";

/** Letters that both a target and a prediction may have, from what is a target for sure to what is a prediction. */
const TARGET_TO_PREDICTION: ReadonlyMap<string, number> = new Map([
  ...["t", "<\\tau>", "target", "targets", "true", "label", "labels", "y^true", "y_true", "y^*"].map(
    (name) => [name, 0] as const,
  ),
  ...["y", "g", "d"].map((name) => [name, 1] as const),
  ["p", 2],
  ...["q", "o", "s", "x", "z", "a", "output", "outputs", "logits", "input", "scores", "pi"].map(
    (name) => [name, 3] as const,
  ),
  ...[
    "f",
    "h",
    "<hat y>",
    "<tilde y>",
    "<bar y>",
    "<hat p>",
    "<hat t>",
    "pred",
    "prediction",
    "predictions",
    "y_pred",
    "y^pred",
    "probs",
  ].map((name) => [name, 4] as const),
]);

const TARGETS = new Set(["targets"]);
const PREDICTIONS = new Set(["predictions", "scores", "logits"]);

/** The letters of a name without what fonts add, its scripts without brackets: `\mathbf{y}` is y. */
export function plainKey(latex: string): string {
  let name: Name;
  try {
    name = readName(latex, latex);
  } catch {
    return latex;
  }
  const letters = name.letters.replaceAll(/<(?:bold|cal|fraktur|vec|underline) ([^<>]*)>/gu, "$1");
  const sub = name.sub === "" ? "" : `_${name.sub}`;
  const sup = name.sup === "" ? "" : `^${name.sup}`;
  return `${letters}${sub}${sup}${"'".repeat(name.primes)}${name.inside === undefined ? "" : `(${name.inside})`}`;
}

/** Where a name stands between targets and predictions; undefined where it says nothing. */
export function targetness(latex: string): number | undefined {
  const key = plainKey(latex);
  const known = TARGET_TO_PREDICTION.get(key) ?? TARGET_TO_PREDICTION.get(key.toLowerCase());
  if (known !== undefined) return known;
  const accent = /^<(hat|tilde|bar) /u.exec(key);
  if (accent !== null) return 4;
  // y^{det}, y_{o}: the letter decides.
  const [letters] = key.split(/[_^(]/u);
  return letters === undefined || letters === key
    ? undefined
    : TARGET_TO_PREDICTION.get(letters.toLowerCase());
}

export type Side = "target" | "prediction" | undefined;

/** Whether a symbol of an equation is what is to be predicted, or what predicts. */
export function sideOf({ role }: SymbolDeclaration): Side {
  if (role === undefined) return undefined;
  return TARGETS.has(role) ? "target" : PREDICTIONS.has(role) ? "prediction" : undefined;
}

/** How well a name fits a symbol by its letters alone: 4 the very name, 3 but for case and font, 2 by its role, 1 says nothing. */
export function likeness(theirs: string, ours: string, declaration: SymbolDeclaration | undefined): number {
  const [a, b] = [plainKey(theirs), plainKey(ours)];
  if (a === b) return 4;
  if (a.toLowerCase() === b.toLowerCase() || bare(a) === bare(b)) return 3;
  const side = declaration && sideOf(declaration);
  const rank = targetness(theirs);
  if (side !== undefined && rank !== undefined) {
    if (side === "target") return rank <= 1 ? 2 : rank <= 2 ? 1.5 : 0.5;
    return rank >= 3 ? 2 : rank >= 2 ? 1.8 : 0.5;
  }
  return 1;
}

/** A name by its letters and subscript, word marks aside: W_{xi}, W_{x,i}. */
function bare(key: string): string {
  return key.toLowerCase().replaceAll(/[,\s]/gu, "");
}
