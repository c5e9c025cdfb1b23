// Values of formulas in either arithmetic, and what goes entry by entry through them.

/** A finite set of numbers: its elements are never computed, so they are plain doubles. */
export type Elements = ReadonlySet<number>;

/** A number, a vector, a matrix by rows, or a family of matrices. */
export type Numbers<V> =
  V | readonly V[] | readonly (readonly V[])[] | readonly (readonly (readonly V[])[])[];

/** Numbers, a set, or a list of sets. */
export type Value<V> = Numbers<V> | Elements | readonly Elements[];

/** The sets of items 1, 2, … that share a label; the labels count from 1. */
export function setsOf(labels: readonly number[]): readonly Elements[] {
  const sets = Array.from({ length: Math.max(...labels) }, () => new Set<number>());
  labels.forEach((label, item) => sets[label - 1]!.add(item + 1));
  return sets;
}

/** The label of each item: the way back from {@link setsOf}. */
export function labelsOf(sets: readonly Elements[]): number[] {
  const labels: number[] = [];
  sets.forEach((set, k) => {
    for (const item of set) labels[item - 1] = k + 1;
  });
  return labels;
}

/** Maps every number of a value; undefined as soon as one entry is. */
export function mapValue<V, T>(value: Value<V>, map: (entry: V) => T | undefined): Numbers<T> | undefined {
  if (!Array.isArray(value)) return map(value as V);
  const entries: Numbers<T>[] = [];
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
