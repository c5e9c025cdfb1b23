import { requireOptions } from "../choice.js";
import { outOfDomain } from "../errors.js";
import { encodeLabels, type Label, sortedCodes } from "../labels.js";
import { type Matrix } from "../matrix.js";
import { codesOfClasses } from "./classes.js";

/** How often each class was taken for each: a row a true class, a column a predicted one. */
export interface ConfusionMatrix {
  readonly classes: Label[];
  readonly counts: Matrix;
}

/**
 * Confusion matrix: Cⱼₖ = Σᵢ [yᵢ = class j and ŷᵢ = class k].
 *
 * @param labels the true labels y, at least one; they are not changed
 * @param predictions the predicted labels ŷ
 * @param options.classes the classes in the order of rows and columns; unless given, all that occur, sorted: numbers
 *   ascending, strings by code units, false before true
 * @returns the classes and the counts, in rows of true classes and columns of predicted ones
 * @throws ShapeError if there are no labels or not as many predictions; TypeError if they are no labels or of several
 *   types; DomainError for NaN, and for a label that is none of the given classes
 */
export function confusionMatrix(
  labels: ArrayLike<Label>,
  predictions: ArrayLike<Label>,
  options: { classes?: readonly Label[] | undefined } = {},
): ConfusionMatrix {
  requireOptions(options);
  const { classes: occurring, codes } = encodeLabels(["labels", labels], ["predictions", predictions]);
  const chosen =
    options.classes === undefined ? sortedCodes(occurring) : codesOfClasses(options.classes, occurring);
  const classes = Array.from(options.classes ?? chosen.map((code) => occurring[code]!));
  const size = classes.length;
  const placeOf = new Int32Array(occurring.length).fill(-1);
  chosen.forEach((code, place) => {
    if (code >= 0) placeOf[code] = place;
  });
  const places = codes.map((ofVector, v) =>
    ofVector.map((code, i) => {
      const place = placeOf[code]!;
      if (place < 0) {
        const name = v === 0 ? "labels" : "predictions";
        throw outOfDomain(`${name}[${i}]`, "one of the given classes", occurring[code]!);
      }
      return place;
    }),
  );
  const [rows, columns] = places as [Int32Array, Int32Array];
  const data = new Float64Array(size * size);
  for (let i = 0; i < rows.length; i++) data[rows[i]! * size + columns[i]!]!++;
  return { classes, counts: { rows: size, columns: size, data } };
}
