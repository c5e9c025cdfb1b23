/** Whether a sum in two parts is so far from the ends of the range of doubles that it is good to the last digit. */
export function isOrdinary(sum: number, rest: number): boolean {
  const size = Math.abs(sum);
  return size > 1e-280 && size < 1e300 && rest - rest === 0;
}
