// A report's inputs and values in one line.

import type { PlainValue } from "../../src/evaluate/inputs.js";

type Nest = number | string | readonly Nest[];

/** `(1, 2)`; numbers as short as they read back. */
export function valueText(value: Nest): string {
  return typeof value === "object" ? `(${value.map(valueText).join(", ")})` : String(value);
}

export function inputsText(inputs: Readonly<Record<string, PlainValue>>): string {
  return Object.entries(inputs)
    .map(([key, value]) => {
      if (typeof value !== "object" || !("is" in value)) return `${key} = ${valueText(value)}`;
      return `${key} = ${value.is} with ${inputsText(value.with)}`;
    })
    .join(", ");
}
