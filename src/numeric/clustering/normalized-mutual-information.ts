import { requireOneOf, type UndefinedOptions, undefinedValueOf } from "../choice.js";
import { tail, twoProduct, twoSum } from "../elementary/error-free.js";
import { productHead } from "../elementary/parts.js";
import { quotientHead } from "../elementary/quotient.js";
import { type Label } from "../labels.js";
import { contingency } from "./contingency.js";
import { entropyHead, mutualInformationHead } from "./information.js";

/** By which mean of the two entropies mutual information is divided. */
export type EntropyMean = "arithmetic" | "geometric" | "min" | "max";

const means: readonly EntropyMean[] = ["arithmetic", "geometric", "min", "max"];

/**
 * Normalized mutual information of two clusterings: NMI(U, V) = I(U; V) / mean(H(U), H(V)).
 *
 * Within 1 ulp, near 0 too; exactly 1 for the same clustering, exactly 0 for independent ones.
 *
 * A clustering of one class has the entropy 0. If both have one class, the result is 0 / 0; scikit-learn returns 1
 * there.
 * If only one has, "min" and "geometric" give 0 / 0 too; scikit-learn returns 0 there.
 *
 * @param labelsU the class of each item in the first clustering, at least one; it is not changed
 * @param labelsV the class of each item in the second clustering
 * @param options.mean which mean of the entropies: "arithmetic" (unless given), "geometric", "min" or "max"
 * @param options.undefinedValue the result for 0 / 0; NaN unless given
 * @returns a value in [0, 1]; the names of the classes do not matter
 * @throws ShapeError if there are no labels or not as many; TypeError if they are no labels or of several types in one
 *   clustering; DomainError for NaN
 *
 * Source: N. X. Vinh, J. Epps, J. Bailey, Information theoretic measures for clusterings comparison, Journal of Machine
 * Learning Research 11 (2010) 2837–2854.
 */
export function normalizedMutualInformation(
  labelsU: ArrayLike<Label>,
  labelsV: ArrayLike<Label>,
  options: UndefinedOptions & { mean?: EntropyMean | undefined } = {},
): number {
  const undefinedValue = undefinedValueOf(options);
  const { mean = "arithmetic" } = options;
  requireOneOf("mean", means, mean);
  const table = contingency(labelsU, labelsV);
  const entropyU = entropyHead(table.rowSums, table.total);
  const entropyUTail = tail[0]!;
  const entropyV = entropyHead(table.columnSums, table.total);
  const entropyVTail = tail[0]!;
  const information = mutualInformationHead(table);
  const informationTail = tail[0]!;
  let norm: number;
  let normTail: number;
  if (mean === "arithmetic") {
    norm = twoSum(entropyU / 2, entropyV / 2);
    normTail = tail[0]! + (entropyUTail + entropyVTail) / 2;
  } else if (mean === "geometric") {
    const product = productHead(entropyU, entropyUTail, entropyV, entropyVTail);
    const productTail = tail[0]!;
    norm = Math.sqrt(product);
    normTail = (product - twoProduct(norm, norm) - tail[0]! + productTail) / (2 * norm);
  } else {
    const isULess = entropyU - entropyV + (entropyUTail - entropyVTail) < 0;
    const isU = isULess === (mean === "min");
    norm = isU ? entropyU : entropyV;
    normTail = isU ? entropyUTail : entropyVTail;
  }
  if (norm === 0) return undefinedValue;
  const quotient = quotientHead(information, informationTail, norm, normTail);
  return quotient + tail[0]!;
}
