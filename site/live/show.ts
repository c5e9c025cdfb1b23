// Values as people read them: few digits, powers of ten, brackets.

import type { Value } from "../../src/evaluate/value.js";

const DIGITS = 6;
const SUPERSCRIPT: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from("0123456789-", (character, k) => [character, "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"[k]!]),
);

/** A number with six digits that count: `0.880797`, `1.2 × 10⁻⁷`, `∞`. */
export function showNumber(x: number): string {
  const { text, exponent } = rounded(x);
  if (exponent === 0) return text;
  return `${text} × 10${Array.from(String(exponent), (digit) => SUPERSCRIPT[digit]!).join("")}`;
}

/** Whether six digits are all there is of it. */
export function isShort(x: number): boolean {
  return !Number.isFinite(x) || Number(x.toPrecision(DIGITS)) === x;
}

/** A number of six digits, in two pieces where it is very large or small. */
export function rounded(x: number): { readonly text: string; readonly exponent: number } {
  if (Number.isNaN(x)) return { text: "undefined", exponent: 0 };
  if (!Number.isFinite(x)) return { text: x > 0 ? "∞" : "−∞", exponent: 0 };
  const [mantissa, exponent] = x.toExponential(DIGITS - 1).split("e") as [string, string];
  const power = Number(exponent);
  if (x !== 0 && (power < -4 || power > 8)) {
    return { text: signed(String(Number(mantissa))), exponent: power };
  }
  return { text: signed(String(Number(x.toPrecision(DIGITS)))), exponent: 0 };
}

function signed(text: string): string {
  return text.replace("-", "−");
}

/** A value in one line, clipped where it is long. */
export function showValue(value: Value<number>, longest = 8): string {
  if (typeof value === "number") return showNumber(value);
  if (!Array.isArray(value)) return `{${[...(value as ReadonlySet<number>)].join(", ")}}`;
  const entries = value as readonly Value<number>[];
  const shown = entries.slice(0, longest).map((entry) => showValue(entry, longest));
  return `(${shown.join(", ")}${entries.length > longest ? `, … ${entries.length} in all` : ""})`;
}
