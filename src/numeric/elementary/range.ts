/** Whether a sum is so far from the ends of the range of doubles that it, and its tail, are good to the last digit. */
export function isOrdinary(sum: number): boolean {
  const size = Math.abs(sum);
  return size > 1e-280 && size < Infinity;
}
