// Labels: what they are, and how vectors of them are read.

import { describe, DomainError, outOfDomain, wrongType } from "./errors.js";
import { requireSameLength, requireVector } from "./vectors.js";

/** The name of a class: a number (not NaN), a string or a boolean. All labels of a vector are of one type. */
export type Label = number | string | boolean;

/** Some labels in words, for messages: the first five of them. */
export function labelTexts(labels: readonly Label[]): string {
  return labels.slice(0, 5).map(describe).join(", ") + (labels.length > 5 ? ", …" : "");
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
  precedentName: string,
  precedent: unknown,
): asserts value is Label {
  const type = typeof value;
  if (type !== "number" && type !== "string" && type !== "boolean") {
    throw wrongType(name, "a number, a string or a boolean", value);
  }
  if (value !== value) throw outOfDomain(name, "a label", NaN);
  if (type !== typeof precedent) {
    throw wrongType(name, `a ${typeof precedent}, as ${precedentName} is`, value);
  }
}

/** A vector of labels with their argument's name. */
export type NamedLabels = readonly [name: string, labels: ArrayLike<Label>];

/** Vectors of labels as class numbers: the label `vectors[v][i]` is `classes[codes[v][i]]`. */
export interface EncodedLabels {
  /** All labels that occur. */
  readonly classes: readonly Label[];
  readonly codes: readonly Int32Array[];
}

/**
 * Numbers the classes that occur in some vectors of the same length, all together, as they come.
 *
 * @throws TypeError, DomainError or ShapeError if they are not vectors of labels of one type and one length
 */
export function encodeLabels(...vectors: readonly NamedLabels[]): EncodedLabels {
  const [firstName, first] = vectors[0]!;
  // The smallest and the largest label, as long as all are whole numbers.
  let low = Infinity;
  let high = -Infinity;
  for (const [name, labels] of vectors) {
    requireVector(name, labels, "labels");
    requireSameLength(firstName, first, name, labels);
    for (let i = 0; i < labels.length; i++) {
      const label: unknown = labels[i];
      if (typeof label === "number" && Number.isInteger(label) && typeof first[0] === "number") {
        if (label < low) low = label;
        if (label > high) high = label;
      } else {
        requireLabel(`${name}[${i}]`, label, `${firstName}[0]`, first[0]);
        low = NaN;
      }
    }
  }

  const classes: Label[] = [];
  // A table in place of a map, where the labels are whole numbers that are not far apart; it holds code + 1.
  const isDense = high - low < 4 * first.length + 1024;
  const table = new Int32Array(isDense ? high - low + 1 : 0);
  const map = new Map<Label, number>();
  const codes = vectors.map(([, labels]) => {
    const result = new Int32Array(labels.length);
    for (let i = 0; i < labels.length; i++) {
      const label = labels[i]!;
      const place = isDense ? (label as number) - low : 0;
      let next = isDense ? table[place]! : (map.get(label) ?? 0);
      if (next === 0) {
        next = classes.push(label === 0 ? 0 : label);
        if (isDense) table[place] = next;
        else map.set(label, next);
      }
      result[i] = next - 1;
    }
    return result;
  });
  return { classes, codes };
}

/** The numbers of the classes by the order of their labels: numbers ascending, strings by code units, false before true. */
export function sortedCodes(classes: readonly Label[]): number[] {
  return Array.from(classes.keys()).sort((a, b) => (classes[a]! < classes[b]! ? -1 : 1));
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
