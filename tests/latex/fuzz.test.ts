// Mutilated formulas: each is read, or refused with a place; nothing else happens, and it happens at once.

import { describe, expect, it } from "vitest";
import { LatexError } from "../../src/latex/errors.js";
import { printStatement } from "../../src/latex/print.js";
import { readStatement } from "../../src/latex/read-statement.js";
import { SOON, cpuTime } from "./errors.js";
import { readable } from "./readable.js";
import { corpus } from "./seed.js";

/** Numbers from 0 to below 1, the same on every run (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const PIECES = corpus
  .flatMap(({ latex }) => latex.match(/\\[a-zA-Z]+|\\.|[^\\]/gsu) ?? [])
  .concat(
    ...["{", "}", "^", "_", "(", ")", "[", "]", "|", "||", "&", "\\\\", "'", "!", "#1", "$", "~", "%", "\n"],
    ...[
      "\\left",
      "\\right",
      "\\frac",
      "\\sqrt",
      "\\sum_",
      "\\prod_{i=1}^n ",
      "\\over",
      "\\text{",
      "\\mathbf",
    ],
    ...["\\begin{cases}", "\\end{cases}", "\\begin{aligned}", "\\end{aligned}", "\\def\\q{", "\\q", "\\let"],
    ...[
      "\\max_i ",
      "\\arg",
      "\\mathbb{1}[",
      "\\big",
      "\\not",
      "\\hat",
      "\\quad ",
      " for ",
      " where ",
      " and ",
    ],
  );

describe("a formula cut, doubled, shuffled and spiced", () => {
  it("is read, or refused with a place in it, 3000 times over", () => {
    const next = random(18);
    const below = (most: number): number => Math.floor(next() * most);
    const pick = <T>(choices: readonly T[]): T => choices[below(choices.length)]!;
    const declared = corpus.filter(({ id }) => Object.hasOwn(readable, id));
    let read = 0;
    const codes = new Set<string>();
    let slowest = 0;
    for (let run = 0; run < 3000; run++) {
      const { id, latex } = pick(next() < 0.1 ? corpus : declared);
      let mutilated = latex;
      for (let times = 1 + below(2); times > 0; times--) {
        const at = below(mutilated.length + 1);
        const to = Math.min(mutilated.length, at + below(8));
        const piece = pick([
          () => "",
          () => pick(PIECES),
          () => pick(PIECES) + pick(PIECES),
          () => mutilated.slice(at, to).repeat(2),
          () => `{${mutilated.slice(at, to)}}`,
          () => pick([" ", "\\,", "{}", "% a comment\n"]) + mutilated.slice(at, to),
          () => pick(corpus).latex.slice(0, below(40)),
        ])();
        mutilated = mutilated.slice(0, at) + piece + mutilated.slice(to);
      }
      const symbols = readable[id] ?? pick(Object.values(readable));
      const time = cpuTime(() => {
        let printed: string;
        try {
          printed = printStatement(readStatement(mutilated, symbols));
        } catch (error) {
          if (!(error instanceof LatexError)) throw new Error(`run ${run}: ${mutilated}`, { cause: error });
          expect(error.start, mutilated).toBeGreaterThanOrEqual(0);
          expect(error.start, mutilated).toBeLessThanOrEqual(error.end);
          expect(error.end, mutilated).toBeLessThanOrEqual(mutilated.length);
          expect(error.reason, mutilated).toMatch(/^\S.*[.?…]$/su);
          codes.add(error.code);
          return;
        }
        read++;
        expect(printStatement(readStatement(printed, symbols)), mutilated).toBe(printed);
      });
      slowest = Math.max(slowest, time);
    }
    expect(slowest).toBeLessThan(SOON);
    // Enough of both, or the mutations test nothing.
    expect(read).toBeGreaterThan(300);
    expect(codes.size).toBeGreaterThan(8);
  });
});
