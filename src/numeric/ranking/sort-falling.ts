const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;
/** Where the digits of a double begin: in its low word or its high word, and at which bit. The last have 10 bits. */
const shifts = [0, DIGIT_BITS, 2 * DIGIT_BITS];
/** Below, counting digits costs more than comparing numbers. */
const FEW = 2000;

/**
 * Sorts numbers, largest first, by the digits of their bits from the last to the first, so that no two are compared.
 *
 * @param values no NaN and no -0 among them; they may be overwritten
 * @returns the same numbers in order, in `values` or in another array
 *
 * Source: D. E. Knuth, The Art of Computer Programming, vol. 3, section 5.2.5, algorithm R.
 */
export function sortFalling(values: Float64Array): Float64Array {
  const { length } = values;
  if (length < FEW) return values.sort().reverse();
  let from: Float64Array = values;
  let to: Float64Array = new Float64Array(length);
  let fromWords: Uint32Array = new Uint32Array(from.buffer, from.byteOffset, 2 * length);
  let toWords: Uint32Array = new Uint32Array(to.buffer);
  const highWord = new Uint32Array(Float64Array.of(1).buffer)[0] === 0 ? 1 : 0;

  const counts = new Uint32Array(6 * DIGITS);
  for (let i = 0; i < length; i++) {
    const low = fromWords[2 * i + 1 - highWord]!;
    const high = fromWords[2 * i + highWord]!;
    counts[low & 2047]!++;
    counts[2048 + ((low >>> 11) & 2047)]!++;
    counts[4096 + (low >>> 22)]!++;
    counts[6144 + (high & 2047)]!++;
    counts[8192 + ((high >>> 11) & 2047)]!++;
    counts[10240 + (high >>> 22)]!++;
  }
  for (let digit = 0; digit < 6; digit++) {
    const word = digit < 3 ? 1 - highWord : highWord;
    const shift = shifts[digit % 3]!;
    const next = counts.subarray(digit * DIGITS, (digit + 1) * DIGITS);
    // All numbers have the same digit here.
    if (next[(fromWords[word]! >>> shift) & (DIGITS - 1)] === length) continue;
    let before = 0;
    for (let value = 0; value < DIGITS; value++) {
      const count = next[value]!;
      next[value] = before;
      before += count;
    }
    for (let i = 0; i < length; i++) {
      const value = (fromWords[2 * i + word]! >>> shift) & (DIGITS - 1);
      to[next[value]!++] = from[i]!;
    }
    [from, to] = [to, from];
    [fromWords, toWords] = [toWords, fromWords];
  }

  // By their bits, negative numbers come after the others, and the least negative first.
  let negative = length;
  while (negative > 0 && from[negative - 1]! < 0) negative--;
  from.subarray(0, negative).reverse();
  return from;
}
