// Random LaTeX, and formulas with random mistakes: the same for the same seed.

import others from "../data/other-formulas.json" with { type: "json" };
import real from "../data/real-formulas.json" with { type: "json" };
import seeds from "../data/seed-formulas.json" with { type: "json" };
import wild from "../data/wrong-in-the-wild.json" with { type: "json" };
import { equations, withVariants } from "../../src/equations/index.js";

/** A string to check, and the equation that it is held to, for every other one. */
export interface FuzzCase {
  readonly latex: string;
  readonly as: string | undefined;
}

const catalogue = equations.flatMap(withVariants).map(({ id, latex }) => ({ latex, equation: id }));
const given = [...seeds.formulas, ...wild.formulas, ...real.formulas, ...others.formulas].filter(
  (formula): formula is typeof formula & { latex: string } => formula.latex !== null,
);
const formulas: readonly { readonly latex: string; readonly equation: string | null }[] = [
  ...catalogue,
  ...given,
];
const ids = new Set(catalogue.map(({ equation }) => equation));

const TOKEN = /\\(?:[A-Za-z]+|[^])|[^\\]/gu;
const SHAPES = [
  ..."{ } ( ) [ ] | ^ _ & ' , . ; : ! = < > + - * / ~ # $ % \\\\ \\, \\{ \\} \\| \\left( \\right) \\left. \\right| \\middle|".split(
    " ",
  ),
  ..."\\frac \\sqrt \\sum \\prod \\int \\max \\min \\log \\ln \\exp \\tanh \\sigma \\alpha \\theta \\mathcal \\mathbf \\text".split(
    " ",
  ),
  ..."\\hat \\bar \\operatorname \\begin{cases} \\end{cases} \\begin{matrix} \\end{matrix} \\in \\mid \\| \\sim \\cdot \\odot".split(
    " ",
  ),
  ..."\\top \\infty \\dots \\quad \\label{a} \\newcommand{\\a}[1]{#1#1} \\def\\a{\\a\\a} \\a \\let\\b\\a \\text{if } \\limits".split(
    " ",
  ),
  ..."a b c d e f g h i j k l m n p q t w x y z A B C K L N P Q R T V W 0 1 2 3 10 0.5 1e9 TP FP é 𝔼 \u0000 \u202e \n".split(
    " ",
  ),
];

/** A generator of numbers from 0 to 1 (mulberry32). */
function generator(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** So many cases: nine of ten are formulas with one to six mistakes, the others are random. */
export function* fuzzCases(seed: number, count: number): Generator<FuzzCase> {
  const next = generator(seed);
  const below = (n: number): number => Math.floor(next() * n);
  const one = <T>(list: readonly T[]): T => list[below(list.length)]!;
  for (let k = 0; k < count; k++) {
    const formula = one(formulas);
    const isRandom = below(10) === 0;
    const tokens: string[] = isRandom
      ? Array.from({ length: below(40) }, () => one(SHAPES))
      : (formula.latex.match(TOKEN) ?? []);
    const edits = isRandom ? 0 : 1 + below(6);
    for (let edit = 0; edit < edits; edit++)
      mutate(
        tokens,
        below,
        () => one(SHAPES),
        () => one(formulas).latex,
      );
    const as = below(2) === 0 ? (formula.equation ?? undefined) : undefined;
    yield { latex: tokens.join(""), as: as !== undefined && ids.has(as) ? as : undefined };
  }
}

/** One mistake. */
function mutate(
  tokens: string[],
  below: (n: number) => number,
  token: () => string,
  other: () => string,
): void {
  const at = below(tokens.length + 1);
  const to = Math.min(tokens.length, at + 1 + below(5));
  switch (below(8)) {
    case 0:
    case 1:
      tokens.splice(at, 1);
      return;
    case 2:
      tokens.splice(at, 0, ...tokens.slice(at, to));
      return;
    case 3: {
      const from = below(tokens.length + 1);
      if (at >= tokens.length || from >= tokens.length) return;
      [tokens[at], tokens[from]] = [tokens[from]!, tokens[at]!];
      return;
    }
    case 4:
    case 5:
      tokens.splice(at, 1, token());
      return;
    case 6:
      tokens.splice(at, 0, token());
      return;
    default:
      // Rarely something large: a part of it many times over, or another formula in its middle.
      if (below(20) === 0)
        tokens.splice(at, 0, ...Array.from({ length: 200 }, () => tokens.slice(at, to)).flat());
      else if (below(5) === 0) tokens.splice(at, 0, ...(other().match(TOKEN) ?? []));
      else tokens.splice(at, to - at);
  }
}
