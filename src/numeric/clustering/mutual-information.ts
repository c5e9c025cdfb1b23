import { tail } from "../elementary/error-free.js";
import { type Label } from "../labels.js";
import { contingency } from "./contingency.js";
import { mutualInformationHead } from "./information.js";

/**
 * Mutual information of two clusterings: I(U; V) = Σᵤᵥ p(u, v) ln(p(u, v) / (p(u) p(v))), in nats, where p are shares
 * of
 * the items.
 *
 * Within 1 ulp, near 0 too; exactly 0 for independent clusterings.
 *
 * @param labelsU the class of each item in the first clustering, at least one; it is not changed
 * @param labelsV the class of each item in the second clustering
 * @returns at least 0, at most the entropy of either clustering; the names of the classes do not matter
 * @throws ShapeError if there are no labels or not as many; TypeError if they are no labels or of several types in one
 *   clustering; DomainError for NaN
 *
 * Source: T. M. Cover and J. A. Thomas, Elements of Information Theory, 2nd edition (2006), section 2.3.
 */
export function mutualInformation(labelsU: ArrayLike<Label>, labelsV: ArrayLike<Label>): number {
  const information = mutualInformationHead(contingency(labelsU, labelsV));
  return information + tail[0]!;
}
