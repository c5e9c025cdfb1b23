// What a documentation printed, and which numbers would have been printed like that.

/** A printed result: its text, the entries that the text shows, and whether a number would print as an entry. */
export interface Printed {
  readonly text: string;
  readonly entries: readonly string[];
  readonly admits: (entry: string, value: number) => boolean;
}

/** What a function gives: a number, or several. */
export type Result = number | ArrayLike<number>;

export const valuesOf = (result: Result): readonly number[] =>
  typeof result === "number" ? [result] : Array.from(result);

/** Whether a result has as many numbers as were printed, and each would print as its entry. */
export function printsAs(result: Result, { entries, admits }: Printed): boolean {
  const values = valuesOf(result);
  return entries.length === values.length && values.every((value, i) => admits(entries[i]!, value));
}

const entriesOf = (text: string): readonly string[] =>
  text.match(/-?(?:inf|nan|\d+(?:\.\d+|\.)?(?:\.\.\.)?)/g) ?? [];

const valueOf = (entry: string): number =>
  entry.endsWith("inf") ? (entry.startsWith("-") ? -Infinity : Infinity) : Number(entry);

/** Python shows a whole double as 1.0 where JavaScript shows 1; every other double of ordinary size looks the same. */
const repr = (value: number): string => (Number.isInteger(value) ? `${value}.0` : `${value}`);
const sixDecimals = (value: number): string => value.toFixed(6);

/**
 * Three things mean the same however the other numbers are printed: nan, inf, and digits with "..." behind them, which
 * are the first digits of the number, cut off and not rounded.
 */
function printed(text: string, alike: (entry: string, value: number) => boolean, show = repr): Printed {
  return {
    text,
    entries: entriesOf(text),
    admits: (entry, value) => {
      if (entry === "nan") return Number.isNaN(value);
      if (entry.endsWith("inf")) return value === valueOf(entry);
      if (entry.endsWith("...")) return show(value).startsWith(entry.slice(0, -3));
      return Number.isFinite(value) && alike(entry, value);
    },
  };
}

const decimalsOf = (entry: string): number => entry.split(".")[1]?.length ?? 0;
const sameAt = (decimals: number, entry: string, value: number): boolean =>
  Number(value.toFixed(decimals)) === Number(entry);

/** Python prints all digits of a double: the same to 4 ulp, since their last digits are not always right. */
export const python = (text: string): Printed =>
  printed(text, (entry, value) => Math.abs(value - Number(entry)) <= 2 ** -50 * Math.abs(Number(entry)));

/** What was printed by "%.6f", and cut off after that. */
export const formatted = (text: string): Printed => printed(text, () => false, sixDecimals);

/** numpy prints the entries of an array to 8 decimals and leaves out trailing zeros. */
export const numpy = (text: string): Printed => printed(text, (entry, value) => sameAt(8, entry, value));

/** PyTorch prints the entries of a tensor to 4 decimals, and none where all are whole. */
export const tensor = (text: string): Printed => printed(text, (entry, value) => sameAt(4, entry, value));

/** Printed to just these decimals, as by "%.2f". */
export const rounded = (text: string): Printed =>
  printed(text, (entry, value) => sameAt(decimalsOf(entry), entry, value));

/** All digits of a float of 32 bits, computed in 32 bits: right to about six digits. */
export const float32 = (text: string): Printed =>
  printed(text, (entry, value) => Math.abs(value - Number(entry)) <= 2 ** -20 * Math.abs(Number(entry)));

/** What the source compares by `allclose` with this relative tolerance. */
export const allclose = (text: string, tolerance: number): Printed =>
  printed(text, (entry, value) => Math.abs(value - Number(entry)) <= tolerance * Math.abs(Number(entry)));

/** What the source compares by `assert_almost_equal` to these decimals. */
export const almost = (text: string, decimals: number): Printed =>
  printed(text, (entry, value) => Math.abs(value - Number(entry)) < 1.5 * 10 ** -decimals);
