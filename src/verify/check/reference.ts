// A form of ours at the inputs that a stranger's formula is held against: drawn once, evaluated once.

import * as fc from "fast-check";
import type { PlainValue } from "../../evaluate/inputs.js";
import type { Expression } from "../../latex/expression.js";
import { inputsFor, SIMPLE, type PlainInputs } from "../samples.js";
import { ballsAt, compareValues, type BallValue, type Comparison } from "./compare.js";
import type { Form } from "./forms.js";
import type { Theirs } from "./theirs.js";

const SEED = 20_261_124;
/** Inputs near 1, as most differences show there; then whole ones and larger ones. */
const MODERATE = 24;
const DYADIC = 10;
/** How many simple inputs are tried for a counterexample that can be read. */
const SIMPLE_DRAWS = 160;
/** Where sizes are drawn, at most so many each. */
const PER_SIZE = 4;

/** A form's inputs with its values there. */
export class Reference {
  private source: Iterator<PlainInputs> | undefined;
  private readonly found: PlainInputs[] = [];
  private readable: readonly PlainInputs[] | undefined;
  private readonly values = new Map<PlainInputs, Map<number, BallValue>>();
  private readonly bound = new Map<PlainInputs, ReadonlyMap<string, PlainValue>>();

  constructor(readonly form: Form) {}

  /** All inputs. */
  get inputs(): readonly PlainInputs[] {
    this.inputAt(Infinity);
    return this.found;
  }

  /** The inputs one by one, drawn when they are asked for: most readings are told wrong by the first. */
  inputAt(k: number): PlainInputs | undefined {
    this.source ??= this.drawn();
    while (this.found.length <= k) {
      const next = this.source.next();
      if (next.done === true) break;
      this.found.push(next.value);
    }
    return this.found[k];
  }

  /** Drawn inputs, of which those come first where the form has a value: recall is 0/0 for a class that nobody has. */
  private *drawn(): Generator<PlainInputs, undefined> {
    const isTold = (inputs: PlainInputs): boolean =>
      this.at(inputs, 96).entries.some(({ kind }) => kind !== "undefined");
    const untold: PlainInputs[] = [];
    let count = 0;
    for (const [style, most, runs] of [
      ["moderate", 4, 1],
      ["moderate", MODERATE - 4, 3],
      ["dyadic", DYADIC, 3],
    ] as const) {
      let told = 0;
      for (let run = 0; run < runs && told < most; run++) {
        for (const inputs of this.draw(style, most, run)) {
          if (told === most) break;
          if (!isTold(inputs)) {
            untold.push(inputs);
            continue;
          }
          told++;
          count++;
          yield inputs;
        }
      }
    }
    for (const inputs of untold.slice(0, Math.max(0, MODERATE + DYADIC - count))) yield inputs;
    return undefined;
  }

  /** Inputs that are easy to read, the simplest first. */
  simple(): readonly PlainInputs[] {
    return (this.readable ??= this.drawnSimple());
  }

  private drawnSimple(): readonly PlainInputs[] {
    const found = new Map<string, PlainInputs>();
    for (const inputs of this.draw("simple", SIMPLE_DRAWS, 0)) found.set(JSON.stringify(inputs), inputs);
    return [...found.values()]
      .map((inputs) => ({ inputs, complexity: complexityOf(Object.values(inputs)) }))
      .sort((a, b) => a.complexity - b.complexity)
      .map(({ inputs }) => inputs);
  }

  private draw(style: "moderate" | "dyadic" | "simple", count: number, run: number): PlainInputs[] {
    const { symbols, sizes } = this.form;
    const least = style === "simple" ? 1 : 2;
    const maxSize = Math.min(1024, PER_SIZE ** Math.max(1, sizes.length));
    const leastSizes = Object.fromEntries(sizes.map((size) => [size, least]));
    if (Object.keys(symbols).length === 0) return [];
    return fc.sample(inputsFor(symbols, { maxSize, style, leastSizes }), {
      seed: SEED + run + (style === "moderate" && count > 4 ? 100 : 0),
      numRuns: count,
    });
  }

  at(inputs: PlainInputs, bits: number): BallValue {
    let known = this.values.get(inputs);
    if (known === undefined) this.values.set(inputs, (known = new Map<number, BallValue>()));
    let value = known.get(bits);
    if (value === undefined)
      known.set(bits, (value = ballsAt(this.form.formula, this.boundAt(inputs), bits)));
    return value;
  }

  boundAt(inputs: PlainInputs): ReadonlyMap<string, PlainValue> {
    let bound = this.bound.get(inputs);
    if (bound === undefined) this.bound.set(inputs, (bound = this.form.formula.bind(inputs)));
    return bound;
  }

  /** How a side of theirs compares at some inputs: here is ours, there is theirs. */
  compare(theirs: Theirs, inputs: PlainInputs, member?: Expression): Comparison {
    const there = theirs.valuesAt(inputs, member);
    return compareValues((bits) => this.at(inputs, bits), there);
  }
}

/** How hard inputs are to read: how many numbers there are, and how far down the list of simple ones. */
function complexityOf(value: unknown): number {
  if (typeof value === "number") {
    const place = SIMPLE.indexOf(value);
    return 4 + (place < 0 ? 20 + String(value).length : place);
  }
  if (Array.isArray(value)) return value.reduce<number>((sum, part) => sum + complexityOf(part), 3);
  if (typeof value === "object" && value !== null) return complexityOf(Object.values(value));
  return 0;
}
