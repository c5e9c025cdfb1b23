/** The exponent of the smallest normal double. */
export const LOWEST_POWER = -1022;

/** powersOfTwo[k - LOWEST_POWER] = 2ᵏ for k = -1022, …, 1023: the powers of two among the normal doubles. */
export const powersOfTwo = /* @__PURE__ */ createPowersOfTwo();

function createPowersOfTwo(): Float64Array {
  const powers = new Float64Array(2046);
  let power = 2.2250738585072014e-308;
  for (let i = 0; i < powers.length; i++) {
    powers[i] = power;
    power *= 2;
  }
  return powers;
}
