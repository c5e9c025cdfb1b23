// Sizes and shapes: what kind of thing an expression is, before anything is evaluated.

/** A size as a sum of named sizes, products of these, and a number: K, 3, n + m, K − 1, h · d. */
export interface SizeForm {
  /** Names with their coefficients, in order of name, none zero. A product of names has `·` between them, in order. */
  readonly terms: readonly (readonly [name: string, coefficient: number])[];
  readonly constant: number;
}

export type Shape =
  | { readonly kind: "scalar" }
  | { readonly kind: "vector"; readonly size: SizeForm; /** A transposed vector. */ readonly row: boolean }
  | { readonly kind: "matrix"; readonly rows: SizeForm; readonly columns: SizeForm }
  | {
      /** Matrices of one shape, one for each index. */
      readonly kind: "family";
      readonly count: SizeForm;
      readonly member: Shape & { readonly kind: "matrix" };
    }
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

/** Reads a declared size: a number, a name, or a sum of these and of products: `K`, `3`, `n + m`, `2d`, `h·d`. */
export function parseSize(size: string | number): SizeForm | undefined {
  if (typeof size === "number") return Number.isInteger(size) && size >= 1 ? sizeOf(size) : undefined;
  let sum = sizeOf(0);
  for (const part of size.split("+")) {
    const match = /^\s*(\d*)\s*([^\d\s+·-][^\s+·-]*(?:\s*·\s*[^\d\s+·-][^\s+·-]*)*)?\s*$/u.exec(part);
    const [, count, names] = match ?? [];
    if (match === null || (count === "" && names === undefined)) return undefined;
    const factors = (names ?? "")
      .split("·")
      .flatMap((name) => (name.trim() === "" ? [] : [sizeOf(name.trim())]));
    sum = addSizes(sum, factors.reduce(multiplySizes, sizeOf(count === "" ? 1 : Number(count))));
  }
  return sum;
}

export function addSizes(a: SizeForm, b: SizeForm): SizeForm {
  const sums = new Map<string, number>(a.terms);
  for (const [name, coefficient] of b.terms) sums.set(name, (sums.get(name) ?? 0) + coefficient);
  const terms = [...sums].filter(([, coefficient]) => coefficient !== 0);
  return { terms: terms.sort(([x], [y]) => (x < y ? -1 : 1)), constant: a.constant + b.constant };
}

export function multiplySizes(a: SizeForm, b: SizeForm): SizeForm {
  let product = sizeOf(0);
  const all = ({ terms, constant }: SizeForm): (readonly [string, number])[] => [...terms, ["", constant]];
  for (const [x, p] of all(a)) {
    for (const [y, q] of all(b)) {
      const name = [...namesIn(x), ...namesIn(y)].sort().join("·");
      product = addSizes(product, name === "" ? sizeOf(p * q) : { terms: [[name, p * q]], constant: 0 });
    }
  }
  return product;
}

/** The names that a term of a size multiplies. */
export function namesIn(term: string): string[] {
  return term === "" ? [] : term.split("·");
}

/** The number that a size is, where each name has a value; NaN where one has none. */
export function valueOfSize(size: SizeForm, valueOf: (name: string) => number): number {
  return size.terms.reduce(
    (sum, [term, coefficient]) =>
      sum + namesIn(term).reduce((product, name) => product * valueOf(name), coefficient),
    size.constant,
  );
}

/** The name that a size is, where it is just one. */
export function nameOfSize(size: SizeForm): string | undefined {
  const only = size.terms[0];
  const plain = size.terms.length === 1 && size.constant === 0 && only?.[1] === 1 && !only[0].includes("·");
  return plain ? only[0] : undefined;
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
    case "family":
      return `a family of ${showSize(shape.count)} matrices ${showSize(shape.member.rows)} × ${showSize(shape.member.columns)}`;
    case "set":
      return "a set";
    case "sets":
      return `a list of ${showSize(shape.count)} sets`;
    case "truth":
      return "a condition";
  }
}

/** A size in which named sizes are replaced. */
function substituteSize(size: SizeForm, sizes: ReadonlyMap<string, SizeForm>): SizeForm {
  let result: SizeForm = sizeOf(size.constant);
  for (const [term, coefficient] of size.terms) {
    const factors = namesIn(term).map((name) => sizes.get(name) ?? sizeOf(name));
    result = addSizes(result, factors.reduce(multiplySizes, sizeOf(coefficient)));
  }
  return result;
}

/** Replaces named sizes, as a call does with its parameters' sizes. */
export function substituteSizes(shape: Shape, sizes: ReadonlyMap<string, SizeForm>): Shape {
  const replace = (size: SizeForm): SizeForm => substituteSize(size, sizes);
  switch (shape.kind) {
    case "scalar":
    case "set":
    case "truth":
      return shape;
    case "family": {
      const { rows, columns } = shape.member;
      return {
        ...shape,
        count: replace(shape.count),
        member: { kind: "matrix", rows: replace(rows), columns: replace(columns) },
      };
    }
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
    const name = nameOfSize(expected);
    if (name === undefined) {
      // What is made of names that are known by now.
      const known = expected.terms.every(([term]) => namesIn(term).every((part) => sizes.has(part)));
      return sameSize(known ? substituteSize(expected, sizes) : expected, actual);
    }
    const known = sizes.get(name);
    if (known !== undefined) return sameSize(known, actual);
    sizes.set(name, actual);
    return true;
  };
  if (parameter.kind === "vector" && argument.kind === "vector") return unify(parameter.size, argument.size);
  if (parameter.kind === "matrix" && argument.kind === "matrix") {
    return unify(parameter.rows, argument.rows) && unify(parameter.columns, argument.columns);
  }
  if (parameter.kind === "family" && argument.kind === "family") {
    return unify(parameter.count, argument.count) && unifyShape(parameter.member, argument.member, sizes);
  }
  if (parameter.kind === "sets" && argument.kind === "sets") {
    return unify(parameter.count, argument.count) && unify(parameter.items, argument.items);
  }
  return parameter.kind === argument.kind;
}
