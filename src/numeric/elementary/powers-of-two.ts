/** The exponent of the smallest normal double. */
export const LOWEST_POWER = -1022;

/** powersOfTwo[k - LOWEST_POWER] = 2ᵏ for k = -1022, …, 1023: the powers of two among the normal doubles. */
export const powersOfTwo = /* @__PURE__ */ createPowersOfTwo();

function createPowersOfTwo(): Float64Array {
  // 2⁻¹⁰²³
  let power = 1.1125369292536007e-308;
  return new Float64Array(2046).map(() => (power *= 2));
}
