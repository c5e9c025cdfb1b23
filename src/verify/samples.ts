// Inputs to verify with: edges, huge, tiny, ties, size 1, and everything between, drawn and shrunk by fast-check.

import * as fc from "fast-check";
import { givenSymbols, sizesOfChoice, type PlainFunction } from "../evaluate/functions.js";
import type { PlainValue } from "../evaluate/inputs.js";
import { declaredSizes, sizesOf } from "../latex/scope.js";
import { namesIn, valueOfSize, type SizeForm } from "../latex/shapes.js";
import {
  inDomain,
  type Domain,
  type MappingSymbol,
  type SymbolDeclaration,
  type SymbolDeclarations,
} from "../latex/symbols.js";

/** Inputs by symbol, as plain numbers and arrays. */
export type PlainInputs = Readonly<Record<string, PlainValue>>;

export interface SampleOptions {
  /** The largest size of a vector. */
  readonly maxSize: number;
  /** Sizes that most inputs have at least. */
  readonly leastSizes?: Readonly<Record<string, number>> | undefined;
  /**
   * `free`: any doubles. `dyadic`: few significant bits, so that sums and differences of inputs are doubles again.
   * `moderate`: numbers near 1, as the weights of a function that should not be constant. `simple`: those that people
   * choose for an example.
   */
  readonly style: "free" | "dyadic" | "moderate" | "simple";
}

/** Magnitudes where formulas computed in doubles go wrong: around 0, where e^x overflows or vanishes, the largest. */
const EDGES: readonly number[] = [
  0,
  5e-324,
  2.2250738585072009e-308,
  2.2250738585072014e-308,
  1e-300,
  1e-160,
  1e-20,
  2 ** -54,
  2 ** -53,
  2 ** -27,
  1e-8,
  0.1,
  0.5,
  Math.LN2,
  1 - 2 ** -53,
  1,
  1 + 2 ** -52,
  2,
  Math.PI,
  5.5,
  8.3,
  10,
  18.7,
  36.7368005696771,
  37.5,
  38.5,
  40,
  88.72283905206835,
  104,
  708.3964185322641,
  709.782712893384,
  709.7827128933841,
  744.4400719213812,
  745.1332191019411,
  745.1332191019412,
  746,
  1000,
  2 ** 53,
  1e100,
  1e300,
  Number.MAX_VALUE,
  3,
  4,
  5,
  6,
  7,
  8,
  9,
  11,
  12,
  13,
  14,
  15,
  16,
  17,
  18,
  19,
  20,
  1e4,
  1e6,
  1e9,
  1e15,
];

/** Numbers as people choose them for an example, the simplest first. */
export const SIMPLE: readonly number[] = [1, 2, 0.5, 0, -1, 3, 0.25, 0.75, -2, 4, 5, -3, 0.125, 10];

/** All edges of a domain, near its ends too. */
function edgesOf(domain: Domain): number[] {
  const ends = [domain.min, domain.max].filter(Number.isFinite);
  const near = ends.flatMap((end) => [
    end,
    ...EDGES.slice(0, 12).flatMap((edge) => [end + edge, end - edge]),
  ]);
  const all = [...EDGES.flatMap((edge) => [edge, -edge]), ...near];
  return [...new Set(all.filter((x) => inDomain(x, domain)).map((x) => (Object.is(x, -0) ? "-0" : x)))].map(
    Number,
  );
}

/** A uniform number between two finite ones, with all its bits. */
function uniform(low: number, high: number): fc.Arbitrary<number> {
  return fc.double({ min: 1, max: 2, maxExcluded: true, noNaN: true }).map((u) => {
    const x = low + (u - 1) * (high - low);
    return Math.min(Math.max(x, low), high);
  });
}

/** A number of the domain: whole and small ones, uniform ones, all magnitudes, edges. It shrinks towards small ones. */
function numberIn(domain: Domain, style: SampleOptions["style"]): fc.Arbitrary<number> {
  if (domain.values) return fc.constantFrom(...domain.values);
  const low = Math.max(domain.min, -Number.MAX_VALUE);
  const high = Math.min(domain.max, Number.MAX_VALUE);
  const within = (bound: number): [number, number] => [Math.max(low, -bound), Math.min(high, bound)];
  const [smallLow, smallHigh] = within(20);
  const whole = fc.integer({
    min: Math.ceil(smallLow),
    max: Math.max(Math.ceil(smallLow), Math.floor(smallHigh)),
  });
  const [dyadicLow, dyadicHigh] = within(4096);
  const fine = dyadicHigh - dyadicLow <= 2 ? 2 ** 20 : 2 ** 8;
  const dyadic = fc
    .integer({
      min: Math.ceil(dyadicLow * fine),
      max: Math.max(Math.ceil(dyadicLow * fine), Math.floor(dyadicHigh * fine)),
    })
    .map((n) => n / fine);
  const magnitudes = fc.double({ min: low, max: high, noNaN: true });
  // Magnitudes between 2⁻⁶⁰ and 2⁶⁰, each as likely as the other.
  const moderate = fc
    .tuple(fc.boolean(), fc.double({ min: 2 ** -60, max: 2 ** 60, noNaN: true }))
    .map(([negative, x]) => Math.min(Math.max(negative ? -x : x, low), high));
  if (style === "simple") {
    const simple = SIMPLE.filter((x) => inDomain(x, domain));
    if (simple.length > 0) return fc.constantFrom(...simple);
  }
  if (style === "moderate" || style === "simple")
    return uniform(...within(2)).filter((x) => inDomain(x, domain));
  const chosen =
    style === "dyadic"
      ? fc.oneof({ withCrossShrink: true }, whole, { arbitrary: dyadic, weight: 3 })
      : fc.oneof(
          { withCrossShrink: true },
          whole,
          { arbitrary: uniform(...within(3)), weight: 3 },
          { arbitrary: uniform(...within(50)), weight: 4 },
          { arbitrary: uniform(...within(760)), weight: 2 },
          { arbitrary: magnitudes, weight: 3 },
          { arbitrary: moderate, weight: 3 },
          { arbitrary: fc.constantFrom(...edgesOf(domain)), weight: 3 },
        );
  return chosen.filter((x) => inDomain(x, domain));
}

/** The entries of a vector, in one of several moods; `length` fixes their number. */
function entriesIn(
  domain: Domain,
  options: SampleOptions,
  length: number | undefined,
): fc.Arbitrary<number[]> {
  const number = numberIn(domain, options.style);
  if (domain.values) return arraysOf([number], options, length);
  const low = Math.max(domain.min, -Number.MAX_VALUE);
  const high = Math.min(domain.max, Number.MAX_VALUE);
  const moods = [
    number,
    ...(options.style !== "free"
      ? []
      : [2, 30, 800, 1e308].map((bound) =>
          uniform(Math.max(low, -bound), Math.min(high, bound)).filter((x) => inDomain(x, domain)),
        )),
    fc.constantFrom(
      ...[0, 1, 0.5].filter((x) => inDomain(x, domain)),
      ...(inDomain(2, domain) ? [2, -2].filter((x) => inDomain(x, domain)) : []),
    ),
  ];
  return arraysOf(moods, options, length);
}

/** Vectors whose entries come from one of several moods, or are all equal, which the first mood draws. */
function arraysOf(
  moods: readonly fc.Arbitrary<number>[],
  options: SampleOptions,
  length: number | undefined,
): fc.Arbitrary<number[]> {
  const maxima =
    length === undefined
      ? [1, 2, 3, 8, 30, 100, 300, 1000].filter((size) => size <= options.maxSize)
      : [length];
  const arrays = moods.flatMap((entry) =>
    maxima.map((maxLength) => fc.array(entry, { minLength: length ?? 1, maxLength, size: "max" })),
  );
  const equal = maxima.map((maxLength) =>
    fc
      .tuple(moods[0]!, fc.integer({ min: length ?? 1, max: maxLength }))
      .map(([entry, count]) => Array<number>(count).fill(entry)),
  );
  return fc.oneof({ withCrossShrink: true }, ...arrays, ...equal);
}

/** Entries ≥ 0 that sum to exactly one: multiples of 2⁻⁴⁰, some of them 0, some tiny. */
function simplexOf(length: number): fc.Arbitrary<number[]> {
  const weight = fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.constantFrom(0, 1),
    fc.double({ min: 0, max: 30, noNaN: true }).map((e) => 2 ** -e),
  );
  return fc.array(weight, { minLength: length, maxLength: length }).map((weights) => {
    const total = weights.reduce((a, b) => a + b, 0) || 1;
    const parts = weights.map((w) => Math.floor((w / total) * 2 ** 40));
    const rest = 2 ** 40 - parts.reduce((a, b) => a + b, 0);
    const largest = parts.indexOf(Math.max(...parts));
    return parts.map((part, k) => (k === largest ? part + rest : part) / 2 ** 40);
  });
}

/** Whole numbers from 1 to `classes`: evenly, mostly one of them, one alone, in rising order. */
function labelsIn(length: number, classes: number): fc.Arbitrary<number[]> {
  const label = fc.integer({ min: 1, max: classes });
  const exactly = { minLength: length, maxLength: length, size: "max" } as const;
  const uneven = fc.tuple(label, fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), label), exactly));
  return fc.oneof(
    { withCrossShrink: true },
    { arbitrary: fc.array(label, exactly), weight: 5 },
    uneven.map(([usual, draws]) => draws.map(([other, drawn]) => (other === 0 ? drawn : usual))),
    label.map((only) => Array<number>(length).fill(only)),
    fc.constant(Array.from({ length }, (_, k) => (k % classes) + 1)),
  );
}

/** Inputs for all symbols but functions; named sizes agree. */
export function inputsFor(symbols: SymbolDeclarations, options: SampleOptions): fc.Arbitrary<PlainInputs> {
  const drawn = untiedInputs(symbols, options);
  const tied = tieableSymbols(symbols);
  if (tied === undefined) return drawn;
  // Ties: one draw in ten has two symbols equal, one in ten opposite where they are numbers.
  const { first, second, domain } = tied;
  return fc.tuple(drawn, fc.integer({ min: 0, max: 9 })).map(([inputs, tie]) => {
    if (tie < 8) return inputs;
    if (domain === undefined) return { ...inputs, [second]: inputs[first]! };
    const value = (tie === 9 ? 1 : -1) * (inputs[first] as number);
    return inDomain(value, domain) ? { ...inputs, [second]: value } : inputs;
  });
}

/** Two symbols that may be made equal: numbers, with the domain of the second, or labels and vectors of one size. */
function tieableSymbols(
  symbols: SymbolDeclarations,
): { readonly first: string; readonly second: string; readonly domain: Domain | undefined } | undefined {
  const entries = Object.entries(symbols);
  const numbers = entries.filter(([, { kind }]) => kind === "real" || kind === "probability");
  const [one, other] = numbers;
  if (one !== undefined && other !== undefined && "domain" in other[1])
    return { first: one[0], second: other[0], domain: other[1].domain };
  for (const kind of ["labels", "clustering", "set", "vector"] as const) {
    const [a, b] = entries.filter(([, symbol]) => symbol.kind === kind);
    const alike = (symbol: SymbolDeclaration): string =>
      JSON.stringify({ ...symbol, meaning: "", latex: "", role: "" });
    if (a !== undefined && b !== undefined && (kind === "clustering" || alike(a[1]) === alike(b[1])))
      return { first: a[0], second: b[0], domain: undefined };
  }
  return undefined;
}

/** Classes and clusters are few: every one of them should occur. */
const MOST_CLASSES = 7;

function untiedInputs(symbols: SymbolDeclarations, options: SampleOptions): fc.Arbitrary<PlainInputs> {
  const entries = Object.entries(symbols).filter(([, symbol]) => symbol.kind !== "function");
  const sized = entries.filter(([, symbol]) => sizesOf(symbol).length > 0);
  const namesOf = (forms: readonly SizeForm[]): string[] =>
    forms.flatMap((form) => form.terms.flatMap(([term]) => namesIn(term)));
  const names = new Set(namesOf(sized.flatMap(([, symbol]) => sizesOf(symbol))));
  const [only] = sized;
  if (sized.length === 1 && only?.[1].kind === "vector" && names.size === 1 && !only[1].simplex) {
    // One vector of a free size shrinks best as one array.
    const [form] = sizesOf(only[1]) as [SizeForm];
    if (form.constant === 0) {
      return fc.record(
        Object.fromEntries(entries.map(([key, symbol]) => [key, valueFor(symbol, options, undefined)])),
      );
    }
  }
  const counts = new Set(
    namesOf(
      sized.flatMap(([, symbol]) =>
        symbol.kind === "labels" || symbol.kind === "clustering" ? sizesOf(symbol).slice(1) : [],
      ),
    ),
  );
  const free = [...names].filter((name) => !counts.has(name)).length;
  const perSize = Math.max(1, Math.floor(options.maxSize ** (1 / Math.max(1, free))));
  const upTo = (most: number): fc.Arbitrary<number> =>
    fc.integer({ min: 0, max: Math.floor(Math.log2(most) * 8) }).map((e) => Math.round(2 ** (e / 8)));
  const sizeOf = (name: string): fc.Arbitrary<number> => {
    const least = options.leastSizes?.[name];
    if (least === undefined) return upTo(perSize);
    const usual = fc.integer({ min: least, max: Math.max(least, perSize) });
    return fc.oneof({ withCrossShrink: true }, upTo(perSize), { arbitrary: usual, weight: 4 });
  };
  const classCount = fc.oneof(
    { arbitrary: fc.integer({ min: Math.min(2, perSize), max: Math.min(MOST_CLASSES, perSize) }), weight: 9 },
    fc.constant(1),
  );
  return fc
    .record(
      Object.fromEntries([...names].map((name) => [name, counts.has(name) ? classCount : sizeOf(name)])),
    )
    .chain((sizes) =>
      fc.record(Object.fromEntries(entries.map(([key, symbol]) => [key, valueFor(symbol, options, sizes)]))),
    );
}

/** Sizes of a function's own that its arguments do not tell, such as how many units are hidden, are at most this. */
const MOST_HIDDEN = 3;

/** One of the functions that a function symbol may be, with what is given of it beside its arguments. */
function functionFor(
  symbol: MappingSymbol,
  options: SampleOptions,
  sizes: Readonly<Record<string, number>>,
): fc.Arbitrary<PlainValue> {
  const choices = symbol.among().flatMap((choice) => {
    const known = sizesOfChoice(symbol, choice, (name) => sizes[name]);
    return known === undefined ? [] : [{ choice, known }];
  });
  if (choices.length === 0) throw new RangeError("No function takes arguments of these sizes.");
  const drawn = choices.map(({ choice, known }) => {
    const given = Object.entries(givenSymbols(choice));
    const open = declaredSizes(Object.fromEntries(given)).filter((name) => !known.has(name));
    return fc
      .record(Object.fromEntries(open.map((name) => [name, fc.integer({ min: 1, max: MOST_HIDDEN })])))
      .chain((hidden) => {
        const all = { ...Object.fromEntries(known), ...hidden };
        const moderate: SampleOptions = { ...options, style: "moderate" };
        return fc.record(
          Object.fromEntries(given.map(([key, inner]) => [key, valueFor(inner, moderate, all)])),
        );
      })
      .map((values): PlainFunction => ({ is: choice.name, with: values }));
  });
  return fc.oneof({ withCrossShrink: true }, ...drawn);
}

function valueFor(
  symbol: SymbolDeclaration,
  options: SampleOptions,
  sizes: Readonly<Record<string, number>> | undefined,
): fc.Arbitrary<PlainValue> {
  const count = (form: SizeForm): number => valueOfSize(form, (name) => sizes?.[name] ?? 1);
  switch (symbol.kind) {
    case "real":
    case "probability":
      return numberIn(symbol.domain, options.style);
    case "integer": {
      const { min, max, minOpen, maxOpen } = symbol.domain;
      const least = minOpen ? Math.floor(min) + 1 : Math.ceil(min);
      const most = maxOpen ? Math.ceil(max) - 1 : Math.floor(max);
      const simple = SIMPLE.filter((x) => Number.isInteger(x) && x >= least && x <= most);
      if (options.style === "simple" && simple.length > 0) return fc.constantFrom(...simple);
      const upTo = (bound: number): fc.Arbitrary<number> =>
        fc.maxSafeInteger().map((n) => Math.round((n / Number.MAX_SAFE_INTEGER) * bound));
      return fc.oneof(
        { withCrossShrink: true },
        { arbitrary: fc.integer({ min: Math.max(least, -1000), max: Math.min(most, 1000) }), weight: 3 },
        ...[1e6, 2 ** 53].map((bound) =>
          upTo(bound).map((n) => Math.min(Math.max(n < least ? -n : n, least), most)),
        ),
      );
    }
    case "vector": {
      const [size] = sizesOf(symbol) as [SizeForm];
      const fixed = sizes !== undefined || size.terms.length === 0;
      if (symbol.simplex) return simplexOf(count(size));
      return entriesIn(symbol.domain, options, fixed ? count(size) : undefined);
    }
    case "index":
      return fc.integer({ min: 1, max: count(sizesOf(symbol)[0]!) });
    case "labels":
    case "clustering": {
      const [length, classes] = sizesOf(symbol).map(count) as [number, number];
      return labelsIn(length, classes);
    }
    case "set":
      return fc.oneof(
        fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 12 }),
        fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { maxLength: 60 }),
      );
    case "family": {
      const [members] = sizesOf(symbol).map(count) as [number];
      const member = valueFor(symbol.member, options, sizes) as fc.Arbitrary<readonly (readonly number[])[]>;
      return fc.array(member, { minLength: members, maxLength: members });
    }
    case "mapping":
      return functionFor(symbol, options, sizes ?? {});
    case "matrix": {
      const [rows, columns, classes] = sizesOf(symbol).map(count) as [number, number, number?];
      if (classes !== undefined)
        return fc.array(labelsIn(columns, classes), { minLength: rows, maxLength: rows });
      return entriesIn(symbol.domain, options, rows * columns).map((data) =>
        Array.from({ length: rows }, (_, i) => data.slice(i * columns, (i + 1) * columns)),
      );
    }
    case "function":
      throw new TypeError("A function symbol takes no sample.");
  }
}

/** So many edges of each count are tried while the other counts are 0. */
const FEW = 4;

/**
 * Inputs that are always tried: the edges of each symbol while the others stay where they are, edges of all at once, equal
 * and unequal; vectors of one entry, of equal entries, of the largest numbers, and one of `maxSize` entries.
 */
export function edgeInputs(symbols: SymbolDeclarations, maxSize: number): PlainInputs[] {
  const entries = Object.entries(symbols).filter(([, symbol]) => symbol.kind !== "function");
  if (entries.length === 0 || !entries.every(([, symbol]) => hasEdges(symbol))) return [];
  const choices = entries.map(([, symbol]) => edgeValues(symbol, maxSize));
  const counts = entries.flatMap(([, symbol], j) => (symbol.kind === "integer" ? [j] : []));
  const longest = Math.max(...choices.map((choice) => choice.length));
  const inputs: PlainInputs[] = [];
  const push = (pick: (j: number) => number): void => {
    const first = choices[0]![pick(0) % choices[0]!.length]!;
    const values = choices.map((choice, j) => {
      const value = choice[pick(j) % choice.length]!;
      // Vectors that share a size share the first one's length.
      return fitted(value, first, entries[j]![1], entries[0]![1]);
    });
    inputs.push(Object.fromEntries(entries.map(([key], j) => [key, values[j]!] as const)));
  };
  for (let k = 0; k < longest; k++) {
    push(() => k);
    if (entries.length === 1) continue;
    for (let moving = 0; moving < entries.length; moving++) push((j) => (j === moving ? k : 5));
    push((j) => k + 11 * j);
    // What is undefined at none of anything shows where all counts but one are 0.
    if (k >= FEW || counts.length < 2) continue;
    for (const moving of counts) push((j) => (j === moving ? k : counts.includes(j) ? 0 : 5));
  }
  return inputs;
}

function fitted(
  value: PlainValue,
  model: PlainValue,
  symbol: SymbolDeclaration,
  modelSymbol: SymbolDeclaration,
): PlainValue {
  if (symbol.kind !== "vector" || modelSymbol.kind !== "vector" || symbol.size !== modelSymbol.size)
    return value;
  const entries = value as readonly number[];
  return (model as readonly number[]).map((_, k) => entries[k % entries.length]!);
}

/** Whether a symbol's edges can be put together with those of others; the rest are among the drawn inputs. */
function hasEdges(symbol: SymbolDeclaration): boolean {
  if (symbol.kind !== "vector") return ["real", "integer", "probability"].includes(symbol.kind);
  const [size] = sizesOf(symbol) as [SizeForm];
  return !symbol.simplex && size.terms.length + Math.abs(size.constant) === 1;
}

function edgeValues(symbol: SymbolDeclaration, maxSize: number): PlainValue[] {
  if (!("domain" in symbol) || symbol.kind === "matrix") return [];
  const edges = edgesOf(symbol.domain);
  if (symbol.kind === "integer") return edges.filter((x) => Number.isInteger(x) && Math.abs(x) <= 2 ** 53);
  if (symbol.kind !== "vector") return edges;
  const largest = edges.reduce((a, b) => Math.max(a, b));
  const least = edges.reduce((a, b) => Math.min(a, b));
  const inside = (x: number, otherwise: number): number => (inDomain(x, symbol.domain) ? x : otherwise);
  const vectors = edges.flatMap((x, k) => [
    [x],
    [x, x, x],
    [x, edges[(k + 7) % edges.length]!],
    [inside(0, x), x, inside(1, x)],
  ]);
  vectors.push(
    [largest, largest, least],
    [largest, least],
    Array<number>(10).fill(largest),
    Array<number>(10).fill(least),
    Array.from({ length: maxSize }, (_, k) => inside(Math.sin(k) * 10, edges[k % edges.length]!)),
  );
  const [size] = sizesOf(symbol) as [SizeForm];
  return size.terms.length > 0
    ? vectors
    : [
        ...vectors.filter((vector) => vector.length === size.constant),
        Array<number>(size.constant).fill(edges[0]!),
      ];
}
