// Mutual information and entropy of clusterings, in two parts. Everything is in whole numbers as long as it can be.

import { tail, twoProduct, twoSum } from "../elementary/error-free.js";
import { logHead } from "../elementary/log.js";
import { quotientHead } from "../elementary/quotient.js";
import { type Contingency } from "./contingency.js";

/** ln(x / y) with high and low parts, for whole numbers x, y > 0 below 2⁵³. */
function logOfQuotientHead(x: number, y: number): number {
  const quotient = quotientHead(x, 0, y, 0);
  const rest = tail[0]! / quotient;
  const head = logHead(quotient);
  return twoSum(head, tail[0]! + rest);
}

/**
 * Entropy of a clustering: H = Σᵢ aᵢ / N · ln(N / aᵢ), where aᵢ of the N items are in class i.
 *
 * @returns the high part; the low part is left in {@link tail}
 */
export function entropyHead(sizes: Int32Array, total: number): number {
  let sum = 0;
  let sumTail = 0;
  for (const size of sizes) {
    const log = logOfQuotientHead(total, size);
    const rest = size * tail[0]!;
    const product = twoProduct(size, log);
    const productTail = tail[0]! + rest;
    sum = twoSum(sum, product);
    sumTail += tail[0]! + productTail;
  }
  return quotientHead(sum, sumTail, total, 0);
}

/**
 * Mutual information: I = Σᵢⱼ p ln(p / q), where p = nᵢⱼ / N and q = aᵢ bⱼ / N².
 *
 * As Σ p = Σ q = 1, this is Σ (p ln(p / q) - p + q), where no term is negative and nothing cancels between terms, even if
 * the clusterings are nearly independent. The terms of empty cells, q, add up to 1 - Σ q over the other cells. All is
 * multiplied by N², so that p and q are the whole numbers x and y: exact up to 9.4e7 items.
 *
 * @returns the high part; the low part is left in {@link tail}
 */
export function mutualInformationHead(table: Contingency): number {
  const { total, rowSums, columnSums, rows, columns, counts } = table;
  // Where each class of one clustering is within a class of the other, the other says nothing that the one does not.
  if (counts.length === columnSums.length) return entropyHead(rowSums, total);
  if (counts.length === rowSums.length) return entropyHead(columnSums, total);
  let sum = 0;
  let sumTail = 0;
  let empty = total * total;
  for (let cell = 0; cell < counts.length; cell++) {
    const x = total * counts[cell]!;
    const y = rowSums[rows[cell]!]! * columnSums[columns[cell]!]!;
    empty -= y;
    const term = divergenceHead(x, y);
    const termTail = tail[0]!;
    sum = twoSum(sum, term);
    sumTail += tail[0]! + termTail;
  }
  sum = twoSum(sum, empty);
  return quotientHead(sum, sumTail + tail[0]!, total * total, 0);
}

/**
 * x ln(x / y) - (x - y) ≥ 0 with high and low parts, for whole numbers x, y > 0 below 2⁵³.
 *
 * @returns the high part; the low part is left in {@link tail}
 */
function divergenceHead(x: number, y: number): number {
  const d = x - y;
  const w = quotientHead(d, 0, x + y, 0);
  const wTail = tail[0]!;
  if (Math.abs(w) < 0.125) {
    // With w = (x - y) / (x + y), ln(x / y) = 2 artanh(w) = 2 (w + w³/3 + w⁵/5 + …), and (x + y) w = x - y: the terms of
    // first order are 2 x w - (x + y) w = (x - y) w.
    const v = w * w;
    const product = twoProduct(d, w);
    const series =
      1 / 3 +
      v *
        (1 / 5 +
          v * (1 / 7 + v * (1 / 9 + v * (1 / 11 + v * (1 / 13 + v * (1 / 15 + v * (1 / 17 + v / 19)))))));
    return twoSum(product, tail[0]! + d * wTail + 2 * x * w * v * series);
  }
  const log = logOfQuotientHead(x, y);
  const rest = x * tail[0]!;
  const product = twoProduct(x, log);
  const productTail = tail[0]! + rest;
  const difference = twoSum(product, -d);
  tail[0] = tail[0]! + productTail;
  return difference;
}
