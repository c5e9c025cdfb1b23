// Inputs in one line of text.

type Nest = number | readonly Nest[];

/** `(1, 2)`, rows in brackets of their own. */
export function showValue(value: Nest): string {
  if (typeof value === "number") return String(value).replace("Infinity", "∞").replace("-", "−");
  return `(${value.map(showValue).join(", ")})`;
}

export function showInputs(inputs: Readonly<Record<string, Nest>>): string {
  return Object.entries(inputs)
    .map(([key, value]) => `${key} = ${showValue(value)}`)
    .join(", ");
}
