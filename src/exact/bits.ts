/** Bits of BigInts and doubles: lengths, powers of two, roots. */

const float = new Float64Array(1);
const words = new Uint32Array(float.buffer);
/** Where the sign and the exponent of a double lie in `words`: 1 on little-endian machines. */
const HIGH = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1 ? 1 : 0;

/** 2ⁿ as a double for any integer n; 0 below −1074, ∞ above 1023. */
export function powerOfTwo(n: number): number {
  if (n > 1023) return Infinity;
  if (n < -1022) return n < -1074 ? 0 : Number.MIN_VALUE * powerOfTwo(n + 1074);
  words[1 - HIGH] = 0;
  words[HIGH] = (n + 1023) << 20;
  return float[0]!;
}

/** ⌊log₂|x|⌋ + 1 for a normal double x: the bit length of its integer part where |x| ≥ 1. */
export function exponentOf(x: number): number {
  float[0] = x;
  return ((words[HIGH]! >>> 20) & 0x7ff) - 1022;
}

/** How many of the 52 lowest bits of a double's significand are zero below the lowest one that is set. */
export function trailingZeros(x: number): number {
  float[0] = x;
  const low = words[1 - HIGH]!;
  if (low !== 0) return 31 - Math.clz32(low & -low);
  const high = words[HIGH]! & 0xfffff;
  return high === 0 ? 52 : 63 - Math.clz32(high & -high);
}

/** The bit length of |x|: ⌊log₂|x|⌋ + 1, and 0 for x = 0. */
export function bitLength(x: bigint): number {
  const rounded = Number(x);
  if (rounded === 0) return 0;
  if (!Number.isFinite(rounded)) return bitLengthOfLong(x < 0n ? -x : x);
  float[0] = rounded;
  const high = words[HIGH]!;
  const length = ((high >>> 20) & 0x7ff) - 1022;
  // Rounding to a double changes the length only where it went up to a power of two.
  if (length > 53 && (high & 0xfffff) === 0 && words[1 - HIGH] === 0) {
    return (x < 0n ? -x : x) >> BigInt(length - 1) === 0n ? length - 1 : length;
  }
  return length;
}

function bitLengthOfLong(x: bigint): number {
  if (x >> 4000n > 0n) {
    const digits = x.toString(16);
    return 4 * (digits.length - 1) + (32 - Math.clz32(parseInt(digits[0]!, 16)));
  }
  let dropped = 0;
  do {
    x >>= 1000n;
    dropped += 1000;
  } while (!Number.isFinite(Number(x)));
  return dropped + bitLength(x);
}

/** ⌊x·2ⁿ⌋. */
export function shift(x: bigint, n: number): bigint {
  return n >= 0 ? x << BigInt(n) : x >> BigInt(-n);
}

/** ⌊√n⌋ for n ≥ 0, by Newton's iteration from above. */
export function integerSquareRoot(n: bigint): bigint {
  const length = bitLength(n);
  if (length <= 52) return BigInt(Math.floor(Math.sqrt(Number(n))));
  // The head has 103 or 104 bits and an even number of bits is dropped, so its double root is right to about 2⁻⁵²;
  // the bound below is nudged up so that the iteration starts at or above √n, whence it only descends.
  const half = BigInt(Math.max(0, (length - 103) >> 1));
  const head = Number(n >> (2n * half));
  let root = BigInt(Math.ceil(Math.sqrt(head) * (1 + 2 ** -50)) + 1) << half;
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}
