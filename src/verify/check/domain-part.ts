// On which part of the domain two formulas agree, where that is told by a comparison of their numbers.

import type { PlainInputs } from "../samples.js";
import { namesByKey } from "./conventional.js";
import type { Reference } from "./reference.js";
import type { Candidate } from "./search.js";

interface Part {
  readonly text: string;
  readonly holds: (inputs: PlainInputs) => boolean;
}

/** The condition under which a formula agrees with the reference, in their letters; undefined where none of the simple ones is it. */
export function partOfDomain(candidate: Candidate, reference: Reference): string | undefined {
  const { theirs } = candidate;
  const tried = [...reference.inputs, ...reference.simple().slice(0, 60)];
  const same: PlainInputs[] = [];
  const other: PlainInputs[] = [];
  for (const inputs of tried) {
    const comparison = reference.compare(theirs, inputs);
    if (comparison === "same") same.push(inputs);
    else if (comparison === "other" || comparison === "undefined there") other.push(inputs);
  }
  if (same.length < 4 || other.length < 2) return undefined;
  return partsOf(candidate).find(({ holds }) => same.every(holds) && !other.some(holds))?.text;
}

function partsOf({ form, assignment }: Candidate): Part[] {
  const names = namesByKey(assignment);
  const numbers = Object.entries(form.symbols)
    .filter(([, { kind }]) => ["real", "integer", "probability"].includes(kind))
    .map(([key]) => ({
      text: names.get(key)?.latex ?? key,
      at: (inputs: PlainInputs) => inputs[key] as number,
    }));
  const parts: Part[] = [];
  for (const { text, at } of numbers) {
    parts.push(
      { text: `${text} ≥ 0`, holds: (inputs) => at(inputs) >= 0 },
      { text: `${text} ≤ 0`, holds: (inputs) => at(inputs) <= 0 },
      { text: `${text} is 0 or 1`, holds: (inputs) => at(inputs) === 0 || at(inputs) === 1 },
    );
    for (const value of [0, 1, -1, 2, 0.5])
      parts.push({ text: `${text} = ${value}`, holds: (inputs) => at(inputs) === value });
  }
  for (const a of numbers) {
    for (const b of numbers) {
      if (a === b) continue;
      parts.push({ text: `${a.text} ≥ ${b.text}`, holds: (inputs) => a.at(inputs) >= b.at(inputs) });
      for (const c of numbers) {
        if (c === a || c === b) continue;
        const gap = (inputs: PlainInputs): number => a.at(inputs) - b.at(inputs);
        parts.push(
          { text: `${a.text} - ${b.text} > -${c.text}`, holds: (inputs) => gap(inputs) > -c.at(inputs) },
          { text: `${a.text} - ${b.text} ≥ -${c.text}`, holds: (inputs) => gap(inputs) >= -c.at(inputs) },
          {
            text: `|${a.text} - ${b.text}| ≤ ${c.text}`,
            holds: (inputs) => Math.abs(gap(inputs)) <= c.at(inputs),
          },
          {
            text: `|${a.text} - ${b.text}| ≥ ${c.text}`,
            holds: (inputs) => Math.abs(gap(inputs)) >= c.at(inputs),
          },
        );
      }
    }
  }
  return parts;
}
