import { quickTwoSum, tail, twoSum } from "./error-free.js";
import { logHeadOfReduced } from "./log.js";
import { quotientHead } from "./quotient.js";

/**
 * ln(2ᵏ (a + aTail) / (b + bTail)) with high and low parts, where a and b are between 1/2 and 8, and their tails at most an
 * ulp of them.
 *
 * @returns the high part; the low part is left in {@link tail}. The relative error of their sum is below 2⁻⁵⁸, also where
 * the logarithm is near 0
 */
export function logRatioHead(a: number, aTail: number, b: number, bTail: number, k: number): number {
  // 2ᵏ a / b = 2^power · ratio with 0.75 ≤ ratio < 1.5.
  let power = k;
  let scale = 1;
  for (; scale * a < 0.75 * b; power--) scale *= 2;
  for (; scale * a >= 1.5 * b; power++) scale /= 2;
  const high = scale * a;
  const low = scale * aTail;
  const ratio = high / b;
  if (power === 0 && Math.abs(ratio - 1) < 0.0625) return logNearOneHead(high, low, b, bTail);
  const short = Math.fround(ratio);
  const bShort = Math.fround(b);
  const rest = (high - short * bShort - short * (b - bShort) + (low - short * bTail)) / b;
  const head = logHeadOfReduced(power, 0, short, rest);
  return quickTwoSum(head, tail[0]!);
}

/** ln(a / b) = 2 artanh(s) = 2 (s + s³/3 + s⁵/5 + …) with s = (a - b) / (a + b), for |s| ≤ 1/31. */
function logNearOneHead(a: number, aTail: number, b: number, bTail: number): number {
  const gap = twoSum(a, -b);
  const difference = twoSum(gap, tail[0]! + (aTail - bTail));
  const differenceTail = tail[0]!;
  const sum = twoSum(a, b);
  const s = quotientHead(difference, differenceTail, sum, tail[0]! + (aTail + bTail));
  const x = s * s;
  const series = 1 / 3 + x * (1 / 5 + x * (1 / 7 + x * (1 / 9 + x * (1 / 11 + x * (1 / 13 + x * (1 / 15))))));
  return quickTwoSum(2 * s, 2 * (tail[0]! + s * x * series));
}
