// Mutual information and entropy of clusterings, in two parts. Everything is in whole numbers as long as it can be.

import { tail, twoSum } from "../elementary/error-free.js";
import { logHead } from "../elementary/log.js";
import { addHead, productHead } from "../elementary/parts.js";
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
  const sum = new Float64Array(2);
  for (const size of sizes) {
    const log = logOfQuotientHead(total, size);
    addHead(sum, productHead(size, 0, log, tail[0]!));
  }
  return quotientHead(sum[0]!, sum[1]!, total, 0);
}

/**
 * Mutual information: I = Σᵢⱼ p ln(p / q), where p = nᵢⱼ / N and q = aᵢ bⱼ / N².
 *
 * As Σ p = Σ q = 1, this is Σ (p ln(p / q) - p + q), where no term is negative and nothing cancels between terms, even
 * if
 * the clusterings are nearly independent. The terms of empty cells, q, add up to 1 - Σ q over the other cells. All is
 * multiplied by N², so that p and q are the whole numbers x and y: exact up to 9.4e7 items.
 *
 * @returns the high part; the low part is left in {@link tail}
 */
export function mutualInformationHead(table: Contingency): number {
  const { total, rowSums, columnSums, counts, products } = table;
  // Where each class of one clustering is within a class of the other, the other says nothing that the one does not.
  if (counts.length === columnSums.length) return entropyHead(rowSums, total);
  if (counts.length === rowSums.length) return entropyHead(columnSums, total);
  const sum = new Float64Array(2);
  let empty = total * total;
  for (let cell = 0; cell < counts.length; cell++) {
    const x = total * counts[cell]!;
    const y = products[cell]!;
    empty -= y;
    addHead(sum, divergenceHead(x, y));
  }
  tail[0] = 0;
  addHead(sum, empty);
  return quotientHead(sum[0]!, sum[1]!, total * total, 0);
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
    const product = productHead(d, 0, w, wTail);
    const productTail = tail[0]!;
    let series = 0;
    for (let k = 19; k >= 3; k -= 2) series = v * (1 / k + series);
    return twoSum(product, productTail + 2 * x * w * series);
  }
  const log = logOfQuotientHead(x, y);
  const product = productHead(x, 0, log, tail[0]!);
  const productTail = tail[0]!;
  const difference = twoSum(product, -d);
  tail[0] = tail[0]! + productTail;
  return difference;
}
