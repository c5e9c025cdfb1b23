// Values of formulas in either arithmetic, and what goes entry by entry through them.

/** A number, a vector, or a matrix by rows. */
export type Value<V> = V | readonly V[] | readonly (readonly V[])[];

/** Maps every entry; undefined as soon as one entry is. */
export function mapValue<V, T>(value: Value<V>, map: (entry: V) => T | undefined): Value<T> | undefined {
  if (!Array.isArray(value)) return map(value as V);
  const entries: Value<T>[] = [];
  for (const entry of value as readonly Value<V>[]) {
    const mapped = mapValue(entry, map);
    if (mapped === undefined) return undefined;
    entries.push(mapped);
  }
  return entries as readonly T[];
}

/** Combines two values of the same shape entry by entry. */
export function zipValues<V>(a: Value<V>, b: Value<V>, combine: (x: V, y: V) => V): Value<V> {
  if (!Array.isArray(a)) return combine(a as V, b as V);
  const other = b as readonly Value<V>[];
  return (a as readonly Value<V>[]).map((entry, k) => zipValues(entry, other[k]!, combine)) as readonly V[];
}

/** All numbers in a value, row by row. */
export function entriesOf<V>(value: Value<V>): readonly V[] {
  if (!Array.isArray(value)) return [value as V];
  return (value as readonly Value<V>[]).flatMap((entry) => entriesOf(entry));
}

export function transposed<V>(rows: readonly (readonly V[])[]): readonly (readonly V[])[] {
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]!));
}
