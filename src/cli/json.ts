// JSON in and out: the numbers that JSON lacks are the strings "Infinity", "-Infinity", "NaN" and "-0".

const SPECIAL: Readonly<Record<string, number>> = { Infinity, "-Infinity": -Infinity, NaN, "-0": -0 };

/** A value as JSON, typed arrays as arrays and matrices as rows. */
export function toJson(value: unknown): string {
  return JSON.stringify(plain(value), null, 2);
}

function plain(value: unknown): unknown {
  if (typeof value === "number") {
    if (Object.is(value, -0)) return "-0";
    return Number.isFinite(value) ? value : String(value);
  }
  if (typeof value !== "object" || value === null) return value;
  if (ArrayBuffer.isView(value)) return Array.from(value as Float64Array, plain);
  if (Array.isArray(value)) return value.map(plain);
  if ("rows" in value && "columns" in value && "data" in value) {
    const { rows, columns, data } = value as { rows: number; columns: number; data: Float64Array };
    return Array.from({ length: rows }, (_, i) =>
      Array.from(data.subarray(i * columns, (i + 1) * columns), plain),
    );
  }
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, plain(entry)]));
}

/** Reads JSON; the special strings become numbers. `what` names the text in errors. */
function fromJson(text: string, what: string): unknown {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    throw new UsageError(
      `${what}: expected JSON; ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
  return revived(parsed);
}

function revived(value: unknown): unknown {
  if (typeof value === "string") return Object.hasOwn(SPECIAL, value) ? SPECIAL[value] : value;
  if (Array.isArray(value)) return value.map(revived);
  if (typeof value !== "object" || value === null) return value;
  const result: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const [key, entry] of Object.entries(value)) {
    Object.defineProperty(result, key, { value: revived(entry), enumerable: true });
  }
  return result;
}

/** An object of JSON, for inputs and symbols. */
export function objectFromJson(text: string, what: string): Readonly<Record<string, unknown>> {
  const value = fromJson(text, what);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new UsageError(`${what}: expected a JSON object such as {"z": 2}; got ${text.slice(0, 60)}.`);
  }
  return value as Readonly<Record<string, unknown>>;
}

/** A command line that cannot be carried out as it stands: exit status 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
