// The state of a page in its address: what differs from where it starts, short enough to read and to send.

import type { PlainInputs } from "../catalogue/default-inputs.js";
import type { PlainValue } from "../../src/evaluate/inputs.js";

/** `1,2,3`; rows between `;`, members of a family between `|`; a function as JSON. */
export function writeValue(value: PlainValue): string {
  if (typeof value === "number") return String(value);
  if (!Array.isArray(value)) return JSON.stringify(value);
  const [first] = value as readonly unknown[];
  const mark = !Array.isArray(first) ? "," : Array.isArray(first[0]) ? "|" : ";";
  return (value as readonly PlainValue[]).map(writeValue).join(mark);
}

/** Reads what `writeValue` wrote, of a value nested as deeply as the model; undefined where it is something else. */
export function readValue(text: string, model: PlainValue): PlainValue | undefined {
  if (typeof model === "number") return readNumber(text);
  if (!Array.isArray(model)) {
    try {
      const value: unknown = JSON.parse(text);
      return typeof value === "object" && value !== null && "is" in value && "with" in value
        ? (value as PlainValue)
        : undefined;
    } catch {
      return undefined;
    }
  }
  const [first] = model as readonly unknown[];
  const mark = !Array.isArray(first) ? "," : Array.isArray(first[0]) ? "|" : ";";
  const parts = text === "" ? [] : text.split(mark);
  const values = parts.map((part) => readValue(part, (first ?? 0) as PlainValue));
  return values.includes(undefined) ? undefined : (values as readonly number[]);
}

function readNumber(text: string): number | undefined {
  const trimmed = text.trim();
  return /^[+-]?(?:\d+\.?\d*(?:e[+-]?\d+)?|\.\d+(?:e[+-]?\d+)?|Infinity)$/iu.test(trimmed)
    ? Number(trimmed)
    : undefined;
}

/** What of the inputs is not as it was at the start. */
export function changesOf(inputs: PlainInputs, start: PlainInputs): Record<string, string> {
  return Object.fromEntries(
    Object.entries(inputs)
      .map(([key, value]) => [key, writeValue(value)] as const)
      .filter(([key, text]) => start[key] === undefined || text !== writeValue(start[key])),
  );
}

/** The inputs with what an address says; what cannot be read stays as it is. */
export function withChanges(start: PlainInputs, changes: URLSearchParams): PlainInputs {
  return Object.fromEntries(
    Object.entries(start).map(([key, value]) => {
      const text = changes.get(key);
      return [key, (text === null ? undefined : readValue(text, value)) ?? value];
    }),
  );
}
