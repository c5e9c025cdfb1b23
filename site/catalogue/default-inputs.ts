// The inputs that a page starts with: small, unequal, and named where names help. Values only; no formula.

import { givenSymbols, sizesOfChoice } from "../../src/evaluate/functions.js";
import type { PlainValue } from "../../src/evaluate/inputs.js";
import { sizesOf } from "../../src/latex/scope.js";
import { nameOfSize, valueOfSize, type SizeForm } from "../../src/latex/shapes.js";
import {
  inDomain,
  type Domain,
  type SymbolDeclaration,
  type SymbolDeclarations,
} from "../../src/latex/symbols.js";
import type { Equation } from "../../src/equations/index.js";

export type PlainInputs = Readonly<Record<string, PlainValue>>;

/** Of a ranking: eight items, the positives mostly above. */
const RANKED = { y: [1, 1, 0, 1, 0, 1, 0, 0], s: [0.9, 0.8, 0.7, 0.6, 0.55, 0.4, 0.3, 0.1] };
const COUNTS = { TP: 40, FP: 10, FN: 5, TN: 45 };
const CLUSTERS = { U: [1, 1, 1, 2, 2, 3], V: [1, 1, 2, 2, 3, 3] };
const WEIGHTS = { w: [0.5, -1.2, 0, 2], lambda: 0.1, error: 0.4 };
const GRADED = { g: [3, 2, 3, 0, 1, 2], s: [0.9, 0.8, 0.7, 0.6, 0.5, 0.4], k: 3 };

/** Values by equation and symbol; a variant takes those that fit its own symbols. */
const CHOSEN: Readonly<Record<string, Readonly<Record<string, PlainValue>>>> = {
  sigmoid: { z: 2 },
  "log-sigmoid": { z: -1 },
  tanh: { x: 0.5 },
  relu: { z: 1.5 },
  softplus: { z: 1 },
  gelu: { x: 1 },
  softmax: { z: [1, 2, 3], T: 0.5 },
  "log-softmax": { z: [1, 2, 3] },
  "mean-absolute-error": { y: [3, 5, 2.5, 7], yHat: [2.5, 5, 4, 8] },
  "mean-squared-error": { y: [3, 5, 2.5, 7], yHat: [2.5, 5, 4, 8] },
  huber: { y: 1, yHat: 3.5, delta: 1 },
  hinge: { y: 1, yHat: 0.4 },
  "binary-cross-entropy": { y: 1, p: 0.8 },
  "binary-cross-entropy-with-logits": { y: 1, z: 1.5 },
  "cross-entropy": { y: [0, 1, 0], p: [0.2, 0.7, 0.1] },
  "cross-entropy-with-logits": { y: [0, 1, 0], z: [1, 3, 0.5] },
  "negative-log-likelihood": { y: 2, p: [0.2, 0.7, 0.1] },
  "minimum-negative-log-likelihood": {
    p: [
      [0.2, 0.5, 0.7],
      [0.9, 0.6, 0.2],
      [0.4, 0.5, 0.5],
    ],
  },
  "maximum-likelihood": {
    p: [
      [0.2, 0.5, 0.7],
      [0.9, 0.6, 0.2],
      [0.4, 0.5, 0.5],
    ],
  },
  entropy: { p: [0.5, 0.25, 0.25], b: 2 },
  "kl-divergence": { p: [0.5, 0.25, 0.25], q: [0.4, 0.4, 0.2], b: 2 },
  "js-divergence": { p: [0.5, 0.25, 0.25], q: [0.4, 0.4, 0.2], b: 2 },
  "l1-penalty": WEIGHTS,
  "l2-penalty": WEIGHTS,
  "l1-regularization": WEIGHTS,
  "l2-regularization": WEIGHTS,
  accuracy: COUNTS,
  precision: COUNTS,
  recall: COUNTS,
  f1: COUNTS,
  sensitivity: COUNTS,
  specificity: COUNTS,
  "roc-auc": RANKED,
  "average-precision": RANKED,
  "mean-average-precision": {
    y: [
      [1, 0, 1, 0],
      [0, 1, 1, 0],
    ],
    s: [
      [0.9, 0.7, 0.4, 0.2],
      [0.8, 0.6, 0.5, 0.1],
    ],
  },
  dcg: GRADED,
  ndcg: GRADED,
  "mutual-information": CLUSTERS,
  "normalized-mutual-information": CLUSTERS,
  "rand-index": CLUSTERS,
  "adjusted-rand-index": CLUSTERS,
  "cosine-similarity": { x: [1, 2, 3], y: [2, 1, 4] },
  jaccard: { U: [1, 2, 3, 4], V: [3, 4, 5] },
  "pointwise-mutual-information": { pxy: 0.2, px: 0.4, py: 0.25 },
  "attention-weights": {
    e: [
      [2, 0.5, -1],
      [0, 1, 1.5],
    ],
  },
  "scaled-dot-product-attention": {
    Q: [
      [1, 0.5],
      [0.2, 1.2],
      [-0.5, 1],
    ],
    K: [
      [1.5, 0],
      [0, 1.4],
      [0.6, 0.8],
    ],
    V: [
      [1, 0],
      [0, 1],
      [0.5, 0.5],
    ],
    c: 0.5,
  },
  "gan-objective": {
    p_data: [0.5, 0.3, 0.2],
    p_z: [0.6, 0.4],
    D: [
      [0.9, 0.6, 0.3],
      [0.7, 0.5, 0.4],
      [0.5, 0.5, 0.5],
    ],
    G: [
      [1, 3],
      [2, 3],
      [3, 3],
    ],
  },
  minimax: {
    V: [
      [3, 1, 4],
      [1, 5, 2],
      [6, 2, 5],
    ],
  },
  "optimal-discriminator": { p_data: [0.5, 0.3, 0.2], p_g: [0.2, 0.3, 0.5] },
  reparameterization: { mu: 1, sigma: 0.5, epsilon: -0.8 },
};

/** Sizes where nothing chosen tells them. */
const SIZES: Readonly<Record<string, number>> = { n: 3, m: 2, d: 2, h: 2, T: 3, K: 3, M: 3, Q: 2 };
const OTHER_SIZE = 2;

/** What is true of six items, and what is said of them: every class is right once at least, and wrong once at most. */
const LABELS = [
  [1, 1, 2, 2, 3, 3],
  [1, 2, 2, 2, 3, 1],
];

/** Numbers without a pattern to the eye, with one decimal. */
const NUMBERS = [0.5, -1.2, 0.8, 1.5, -0.4, 0.3, -0.7, 1.1, 0.9, -0.2, 0.6, -1.4, 0.1, 1.3, -0.9, 0.4];

/** The inputs that an equation's page, or its variant's, starts with; `owner` is the equation that a variant is one of. */
export function defaultInputs(equation: Equation, owner: Equation = equation): PlainInputs {
  const { symbols } = equation;
  const chosen = CHOSEN[owner.id] ?? {};
  const sizes = new Map<string, number>();
  const inputs: Record<string, PlainValue> = {};
  const open = Object.entries(symbols).filter(([, { kind }]) => kind !== "function");
  for (const [key, symbol] of open) {
    const value = chosen[key];
    if (value === undefined || symbol.kind === "mapping" || !fits(symbol, value, sizes)) continue;
    inputs[key] = value;
  }
  let at = 0;
  const next = (): number => NUMBERS[at++ % NUMBERS.length]!;
  // Function symbols last: their sizes are those of the arguments.
  for (const [key, symbol] of open.sort(
    (a, b) => Number(a[1].kind === "mapping") - Number(b[1].kind === "mapping"),
  ))
    inputs[key] ??= generated(symbol, sizes, next);
  return Object.fromEntries(open.map(([key]) => [key, inputs[key]!]));
}

/** A value of a kind with these sizes, of the numbers that come next. */
export function generated(
  symbol: SymbolDeclaration,
  sizes: Map<string, number>,
  next: () => number,
): PlainValue {
  const sizeOf = (name: string): number => {
    const known = sizes.get(name) ?? SIZES[name] ?? OTHER_SIZE;
    sizes.set(name, known);
    return known;
  };
  const count = (form: SizeForm): number => valueOfSize(form, sizeOf);
  const vector = (length: number, entry: () => number): number[] => Array.from({ length }, entry);
  switch (symbol.kind) {
    case "real":
    case "probability":
      return numberIn(symbol.domain, next());
    case "integer":
      return numberIn(symbol.domain, Math.round(10 * Math.abs(next())));
    case "index":
      return Math.min(2, count(sizesOf(symbol)[0]!));
    case "vector": {
      const length = count(sizesOf(symbol)[0]!);
      if (symbol.simplex) return simplex(length);
      return vector(length, () => numberIn(symbol.domain, next()));
    }
    case "labels":
    case "clustering": {
      const [form, ofClasses] = sizesOf(symbol) as [SizeForm, SizeForm];
      const name = nameOfSize(form);
      const alone = name !== undefined && !sizes.has(name);
      if (alone) sizes.set(name, LABELS[0]!.length);
      const model = alone ? LABELS[0]! : LABELS[1]!;
      const classes = count(ofClasses);
      return Array.from({ length: count(form) }, (_, k) => 1 + ((model[k % model.length]! - 1) % classes));
    }
    case "set":
      return [1, 2, 3];
    case "matrix": {
      const [rows, columns, classes] = sizesOf(symbol).map(count) as [number, number, number?];
      const entry = (): number =>
        classes === undefined
          ? numberIn(symbol.domain, next())
          : 1 + (Math.round(10 * Math.abs(next())) % classes);
      return Array.from({ length: rows }, () => vector(columns, entry));
    }
    case "family": {
      const members = count(sizesOf(symbol)[0]!);
      return Array.from(
        { length: members },
        () => generated(symbol.member, sizes, next) as readonly (readonly number[])[],
      );
    }
    case "mapping": {
      for (const parameter of [...symbol.parameters, symbol.result]) sizesOf(parameter).forEach(count);
      for (const choice of symbol.among()) {
        const known = sizesOfChoice(symbol, choice, (name) => sizes.get(name));
        if (known === undefined) continue;
        return { is: choice.name, with: generatedInputs(givenSymbols(choice), known, next) };
      }
      throw new RangeError("No function takes arguments of these sizes.");
    }
    case "function":
      throw new TypeError("A function symbol takes no value.");
  }
}

function generatedInputs(
  symbols: SymbolDeclarations,
  sizes: Map<string, number>,
  next: () => number,
): Record<string, PlainValue> {
  return Object.fromEntries(
    Object.entries(symbols).map(([key, symbol]) => [key, generated(symbol, sizes, next)]),
  );
}

/** Whether a chosen value is one of the symbol's; binds its sizes if they agree with what is bound. */
function fits(symbol: SymbolDeclaration, value: PlainValue, sizes: Map<string, number>): boolean {
  const lengths: number[] = [];
  let nest: unknown = value;
  for (; Array.isArray(nest); nest = nest[0]) lengths.push(nest.length);
  const entries = (Array.isArray(value) ? (value as unknown[]).flat(2) : [value]) as number[];
  if (lengths.length !== (RANKS[symbol.kind] ?? 0)) return false;
  if ("domain" in symbol && !entries.every((entry) => inDomain(entry, symbol.domain))) return false;
  if (COUNTED.has(symbol.kind) && !entries.every((entry) => entry >= 1)) return false;
  const found = new Map(sizes);
  // How many classes there are is told by their largest, or by the size of something else.
  for (const [k, form] of sizesOf(symbol).slice(0, lengths.length).entries()) {
    const name = nameOfSize(form);
    if (name === undefined) continue;
    if ((found.get(name) ?? lengths[k]) !== lengths[k]) return false;
    found.set(name, lengths[k]!);
  }
  for (const [name, size] of found) sizes.set(name, size);
  return true;
}

/** How deep the arrays of a kind nest. */
const RANKS: Readonly<Partial<Record<SymbolDeclaration["kind"], number>>> = {
  vector: 1,
  labels: 1,
  set: 1,
  clustering: 1,
  matrix: 2,
  family: 3,
};
const COUNTED: ReadonlySet<SymbolDeclaration["kind"]> = new Set(["index", "labels", "clustering"]);

/** The number moved into a domain. */
function numberIn(domain: Domain, x: number): number {
  const { min, max, minOpen, maxOpen, values } = domain;
  if (values !== undefined) return values[Math.abs(Math.round(10 * x)) % values.length]!;
  let inside = x;
  if (min >= 0) inside = Math.abs(inside);
  if (max <= 1 && min >= 0) inside = inside > 1 ? Math.round(10 * (inside - 1)) / 10 : inside;
  inside = Math.min(Math.max(inside, min), max);
  if (minOpen && inside <= min) inside = min + 0.5;
  if (maxOpen && inside >= max) inside = max - 0.5;
  return inside;
}

/** Quarters and halves that sum to one exactly. */
function simplex(length: number): number[] {
  return Array.from({ length }, (_, k) => (k === 0 ? 2 ** -(length - 1) : 2 ** -k));
}
