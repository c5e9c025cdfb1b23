// Labels: what they are, and how vectors of them are read.

import { DomainError, ShapeError } from "./errors.js";
import { describe, requireSameLength } from "./vectors.js";

/** The name of a class: a number (not NaN), a string or a boolean. All labels of a vector are of one type. */
export type Label = number | string | boolean;

/** A label in words, for messages. */
export function labelText(label: Label): string {
  return typeof label === "string" ? JSON.stringify(label) : String(label);
}

/** Some labels in words, for messages: the first five of them. */
export function labelTexts(labels: readonly Label[]): string {
  const texts = labels.slice(0, 5).map(labelText);
  return (labels.length > 5 ? [...texts, "…"] : texts).join(", ");
}

/**
 * Refuses what is no label, and a label of another type than one before it.
 *
 * @param name the argument's name, for the messages
 * @param precedent a label that was read before, and its name
 * @throws TypeError, or DomainError for NaN
 */
export function requireLabel(
  name: string,
  value: unknown,
  precedentName?: string,
  precedent?: unknown,
): asserts value is Label {
  const type = typeof value;
  if (type !== "number" && type !== "string" && type !== "boolean") {
    throw new TypeError(`${name} must be a number, a string or a boolean, but is ${describe(value)}`);
  }
  if (value !== value) throw new DomainError(`${name} must be a label, but is NaN`);
  if (precedent !== undefined && type !== typeof precedent) {
    throw new TypeError(
      `${name} must be ${describe(precedent)}, as ${precedentName} is, but is ${describe(value)}`,
    );
  }
}

/**
 * Refuses what is no vector, and one without entries. The entries are not looked at.
 *
 * @throws TypeError or ShapeError
 */
export function requireVectorOfLabels(name: string, vector: ArrayLike<Label>): void {
  const candidate: unknown = vector;
  const isObject = typeof candidate === "object" && candidate !== null;
  if (!isObject || !Number.isInteger(vector.length) || vector.length < 0) {
    const actual = isObject ? "an object without a valid length" : describe(candidate);
    throw new TypeError(`${name} must be an array or a typed array of labels, but is ${actual}`);
  }
  if (vector.length === 0) throw new ShapeError(`${name} must have at least one entry, but is empty`);
}

/** A vector of labels with their argument's name. */
export type NamedLabels = readonly [name: string, labels: ArrayLike<Label>];

/** Vectors of labels as class numbers: the label `vectors[v][i]` is `classes[codes[v][i]]`. */
export interface EncodedLabels {
  /** All labels that occur, sorted: numbers ascending, strings by code units, false before true. */
  readonly classes: readonly Label[];
  readonly codes: readonly Int32Array[];
}

/**
 * Numbers the classes that occur in some vectors of the same length, all together.
 *
 * @throws TypeError, DomainError or ShapeError if they are not vectors of labels of one type and one length
 */
export function encodeLabels(...vectors: readonly NamedLabels[]): EncodedLabels {
  const [firstName, first] = vectors[0]!;
  for (const [name, labels] of vectors) {
    requireVectorOfLabels(name, labels);
    requireSameLength(firstName, first, name, labels);
  }
  const precedent = first[0]!;
  // The smallest and the largest label, as long as all are whole numbers.
  let low = Infinity;
  let high = -Infinity;
  for (const [name, labels] of vectors) {
    for (let i = 0; i < labels.length; i++) {
      const label: unknown = labels[i];
      if (typeof label === "number" && typeof precedent === "number" && label === label) {
        if (Number.isInteger(label)) {
          if (label < low) low = label;
          if (label > high) high = label;
        } else {
          low = NaN;
        }
      } else {
        requireLabel(`${name}[${i}]`, label, `${firstName}[0]`, precedent);
      }
    }
  }
  const isDense = high - low < 4 * vectors.length * first.length + 1024;
  return isDense ? encodeWholeNumbers(vectors, low, high) : encodeByMap(vectors);
}

/** A table in place of a map, where the labels are whole numbers that are not far apart. */
function encodeWholeNumbers(vectors: readonly NamedLabels[], low: number, high: number): EncodedLabels {
  const numbers = vectors.map(([, labels]) => labels as ArrayLike<number>);
  const codeOf = new Int32Array(high - low + 1);
  for (const labels of numbers) {
    for (let i = 0; i < labels.length; i++) codeOf[labels[i]! - low] = 1;
  }
  const classes: number[] = [];
  for (let offset = 0; offset < codeOf.length; offset++) {
    if (codeOf[offset] === 0) continue;
    codeOf[offset] = classes.length;
    classes.push(offset + low);
  }
  const codes = numbers.map((labels) => {
    const result = new Int32Array(labels.length);
    for (let i = 0; i < labels.length; i++) result[i] = codeOf[labels[i]! - low]!;
    return result;
  });
  return { classes, codes };
}

function encodeByMap(vectors: readonly NamedLabels[]): EncodedLabels {
  const orderOfArrival = new Map<Label, number>();
  const codes = vectors.map(([, labels]) => {
    const result = new Int32Array(labels.length);
    for (let i = 0; i < labels.length; i++) {
      // A map does not tell -0 from 0.
      const label = labels[i]!;
      let code = orderOfArrival.get(label);
      if (code === undefined) orderOfArrival.set(label, (code = orderOfArrival.size));
      result[i] = code;
    }
    return result;
  });
  const classes = Array.from(orderOfArrival.keys()).sort((a, b) => (a < b ? -1 : 1));
  const rank = new Int32Array(classes.length);
  classes.forEach((label, place) => (rank[orderOfArrival.get(label)!] = place));
  for (const result of codes) for (let i = 0; i < result.length; i++) result[i] = rank[result[i]!]!;
  return { classes, codes };
}

/**
 * The positive class: as given, or else 1 for numbers and true for booleans.
 *
 * @param precedent a label of the vector, and its name
 * @throws DomainError for strings if it was not given; TypeError or DomainError if it is no label of the same type
 */
export function positiveClass(positive: Label | undefined, precedentName: string, precedent: Label): Label {
  if (positive !== undefined) {
    requireLabel("positive", positive, precedentName, precedent);
    return positive;
  }
  if (typeof precedent === "string") {
    throw new DomainError("positive must be given where the labels are strings");
  }
  return typeof precedent === "number" ? 1 : true;
}
