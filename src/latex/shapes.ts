// Sizes and shapes: what kind of thing an expression is, before anything is evaluated.

/** A size as a sum of named sizes and a number: K, 3, n + m, K − 1. */
export interface SizeForm {
  /** Names with their coefficients, in order of name, none zero. */
  readonly terms: readonly (readonly [name: string, coefficient: number])[];
  readonly constant: number;
}

export type Shape =
  | { readonly kind: "scalar" }
  | { readonly kind: "vector"; readonly size: SizeForm; /** A transposed vector. */ readonly row: boolean }
  | { readonly kind: "matrix"; readonly rows: SizeForm; readonly columns: SizeForm }
  | { readonly kind: "set" }
  | {
      readonly kind: "sets";
      readonly count: SizeForm;
      /** How many items they part. */ readonly items: SizeForm;
    }
  | { readonly kind: "truth" };

export const SCALAR: Shape = { kind: "scalar" };
export const SET: Shape = { kind: "set" };
export const TRUTH: Shape = { kind: "truth" };

export function sizeOf(name: string | number): SizeForm {
  return typeof name === "number" ? { terms: [], constant: name } : { terms: [[name, 1]], constant: 0 };
}

/** Reads a declared size: a number, a name, or a sum of these: `K`, `3`, `n + m`, `2d`. */
export function parseSize(size: string | number): SizeForm | undefined {
  if (typeof size === "number") return Number.isInteger(size) && size >= 1 ? sizeOf(size) : undefined;
  let sum = sizeOf(0);
  for (const part of size.split("+")) {
    const match = /^\s*(\d*)\s*([^\d\s+-][^\s+-]*)?\s*$/u.exec(part);
    const [, count, name] = match ?? [];
    if (match === null || (count === "" && name === undefined)) return undefined;
    const factor = count === "" ? 1 : Number(count);
    sum = addSizes(sum, name === undefined ? sizeOf(factor) : { terms: [[name, factor]], constant: 0 });
  }
  return sum;
}

export function addSizes(a: SizeForm, b: SizeForm): SizeForm {
  const sums = new Map<string, number>(a.terms);
  for (const [name, coefficient] of b.terms) sums.set(name, (sums.get(name) ?? 0) + coefficient);
  const terms = [...sums].filter(([, coefficient]) => coefficient !== 0);
  return { terms: terms.sort(([x], [y]) => (x < y ? -1 : 1)), constant: a.constant + b.constant };
}

export function sameSize(a: SizeForm, b: SizeForm): boolean {
  return showSize(a) === showSize(b);
}

/** A size as people write it: `K`, `n + m`, `2K - 1`. */
export function showSize(size: SizeForm): string {
  let text = "";
  for (const [name, coefficient] of size.terms) {
    const magnitude = Math.abs(coefficient);
    const term = `${magnitude === 1 ? "" : magnitude}${name}`;
    if (text === "") text = coefficient < 0 ? `-${term}` : term;
    else text += coefficient < 0 ? ` - ${term}` : ` + ${term}`;
  }
  if (text === "") return String(size.constant);
  if (size.constant !== 0) text += size.constant < 0 ? ` - ${-size.constant}` : ` + ${size.constant}`;
  return text;
}

export function sameShape(a: Shape, b: Shape): boolean {
  return showShape(a) === showShape(b);
}

/** A shape as people say it: `a number`, `a vector of size K`, `a matrix n × m`. */
export function showShape(shape: Shape): string {
  switch (shape.kind) {
    case "scalar":
      return "a number";
    case "vector":
      return `a ${shape.row ? "row " : ""}vector of size ${showSize(shape.size)}`;
    case "matrix":
      return `a matrix ${showSize(shape.rows)} × ${showSize(shape.columns)}`;
    case "set":
      return "a set";
    case "sets":
      return `a list of ${showSize(shape.count)} sets`;
    case "truth":
      return "a condition";
  }
}

/** Replaces named sizes, as a call does with its parameters' sizes. */
export function substituteSizes(shape: Shape, sizes: ReadonlyMap<string, SizeForm>): Shape {
  const replace = (size: SizeForm): SizeForm => {
    let result: SizeForm = sizeOf(size.constant);
    for (const [name, coefficient] of size.terms) {
      const value = sizes.get(name) ?? sizeOf(name);
      const scaled: SizeForm = {
        terms: value.terms.map(([inner, factor]) => [inner, factor * coefficient] as const),
        constant: value.constant * coefficient,
      };
      result = addSizes(result, scaled);
    }
    return result;
  };
  switch (shape.kind) {
    case "scalar":
    case "set":
    case "truth":
      return shape;
    case "sets":
      return { ...shape, count: replace(shape.count), items: replace(shape.items) };
    case "vector":
      return { ...shape, size: replace(shape.size) };
    case "matrix":
      return { ...shape, rows: replace(shape.rows), columns: replace(shape.columns) };
  }
}

/** Matches a parameter's sizes with an argument's: false where a size is asked to be two things. */
export function unifyShape(parameter: Shape, argument: Shape, sizes: Map<string, SizeForm>): boolean {
  const unify = (expected: SizeForm, actual: SizeForm): boolean => {
    const only = expected.terms.length === 1 && expected.constant === 0 ? expected.terms[0] : undefined;
    if (only?.[1] !== 1) return sameSize(expected, actual);
    const known = sizes.get(only[0]);
    if (known !== undefined) return sameSize(known, actual);
    sizes.set(only[0], actual);
    return true;
  };
  if (parameter.kind === "vector" && argument.kind === "vector") return unify(parameter.size, argument.size);
  if (parameter.kind === "matrix" && argument.kind === "matrix") {
    return unify(parameter.rows, argument.rows) && unify(parameter.columns, argument.columns);
  }
  if (parameter.kind === "sets" && argument.kind === "sets") {
    return unify(parameter.count, argument.count) && unify(parameter.items, argument.items);
  }
  return parameter.kind === argument.kind;
}
