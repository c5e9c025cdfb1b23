// The table that both the exponential and the logarithm use.

/** How many steps there are from a power of two to the next one. */
const STEPS = 128;

/** ln 2 / 128 = STEP_HEAD + STEP_TAIL; the head has 35 bits, so that its product with a step number is exact. */
export const STEP_HEAD = 0.005415212347998022;
export const STEP_TAIL = 1.2655086083325438e-13;

/**
 * 2^(j/128) = fractionalPowers[2(j + 128)] + fractionalPowers[2(j + 128) + 1] for j = -128, …, 127, where the first have 24
 * bits. The relative error of their sum is below 2⁻⁶⁹.
 */
export const fractionalPowers = /* @__PURE__ */ createFractionalPowers();

function createFractionalPowers(): Float64Array {
  const table = new Float64Array(4 * STEPS);
  // 2^(1/128), head and tail; a product of two heads is exact, so that 128 of these steps lose 7 of 77 bits.
  const stepHead = 1.0054298639297485;
  const stepTail = 3.7183054286195135e-8;
  let head = 1;
  let rest = 0;
  for (let at = 0; at < 2 * STEPS; at += 2) {
    table.set([head / 2, rest / 2], at);
    table.set([head, rest], at + 2 * STEPS);
    const product = head * stepHead;
    const correction = head * stepTail + rest * (stepHead + stepTail);
    head = Math.fround(product + correction);
    rest = product - head + correction;
  }
  return table;
}
