// Text for terminals: tables without rules, wrapped columns, numbers, colours where there is a terminal.

import { styleText } from "node:util";
import Table from "cli-table3";
import { isFunction } from "../evaluate/functions.js";
import type { PlainValue } from "../evaluate/inputs.js";
import type { PlainInputs } from "../verify/samples.js";

/** The width of everything that is wrapped. */
const WIDTH = 80;

const NO_RULES = Object.fromEntries(
  [
    "top",
    "top-mid",
    "top-left",
    "top-right",
    "bottom",
    "bottom-mid",
    "bottom-left",
    "bottom-right",
    "left",
    "left-mid",
    "mid",
    "mid-mid",
    "right",
    "right-mid",
  ].map((part) => [part, ""]),
);

type Align = "left" | "right";

/** Rows under a head, columns aligned, two spaces between. */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  align: readonly Align[],
): string {
  const made = new Table({
    head: [...head],
    colAligns: [...align],
    chars: { ...NO_RULES, middle: "  " },
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
  });
  for (const row of rows) made.push([...row]);
  return trimmedLines(made.toString());
}

/** Pairs side by side, the second column wrapped at 80 columns. */
export function pairs(rows: readonly (readonly [string, string])[], indent = 2): string {
  const first = Math.max(...rows.map(([key]) => key.length));
  const made = new Table({
    chars: { ...NO_RULES, middle: "  " },
    colWidths: [first + indent, WIDTH - first - indent - 2],
    wordWrap: true,
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
  });
  for (const [key, value] of rows) made.push([" ".repeat(indent) + key, value]);
  return trimmedLines(made.toString());
}

function trimmedLines(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}

/** A number as short as it reads back. */
export function showNumber(x: number): string {
  return Object.is(x, -0) ? "-0" : String(x);
}

/** Inputs in one line: `z = 2`, `z = (1, 2)`; long vectors by their size. */
export function showInputs(inputs: PlainInputs | undefined, longest = 4): string {
  if (inputs === undefined) return "";
  return Object.entries(inputs)
    .map(([key, value]) => `${key} = ${showValue(value, longest)}`)
    .join(", ");
}

function showValue(value: PlainValue, longest: number): string {
  if (isFunction(value)) return `${value.is} with ${showInputs(value.with, longest)}`;
  if (typeof value === "number") return showNumber(value);
  if (value.length > longest) return `(${value.length} entries)`;
  return `(${value.map((entry) => (typeof entry === "number" ? showNumber(entry) : showValue(entry, longest))).join(", ")})`;
}

/** Colours a text where the stream is a terminal that wants colours. */
export function paint(style: "green" | "red" | "yellow" | "bold" | "dim", text: string): string {
  return styleText(style, text, { stream: process.stdout, validateStream: true });
}
