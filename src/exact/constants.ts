/** Constants to any precision, computed once each. */
import { type FiniteBall, round } from "./ball.js";

/** A constant as an integer: c·2ʷ rounded to nearest, so within 0.51. */
type FixedConstant = (w: number) => bigint;

/** Precisions computed are multiples of this, so that a few serve all. */
const STEP = 256;
/** Guard bits: each series below errs by less than 2¹² units. */
const GUARD = 32;

function cached(compute: (w: number) => bigint): FixedConstant {
  let longest = 0n;
  let length = 0;
  const known = new Map<number, bigint>();
  return (w) => {
    const found = known.get(w);
    if (found !== undefined) return found;
    if (w + GUARD > length) {
      length = STEP * Math.ceil((w + GUARD) / STEP);
      longest = compute(length);
    }
    const value = ((longest >> BigInt(length - w - 1)) + 1n) >> 1n;
    if (known.size > 2000) known.clear();
    known.set(w, value);
    return value;
  };
}

/** Σ (±1)ᵏ / ((2k+1)·n^(2k+1)) in units of 2⁻ʷ: artanh(1/n), or arctan(1/n) with alternating signs. Errs by ≤ 2 a term. */
function inverseSeries(n: bigint, w: number, alternating: boolean): bigint {
  const square = n * n;
  let power = (1n << BigInt(w)) / n;
  let total = 0n;
  for (let k = 1n; power !== 0n; k += 2n) {
    const term = power / k;
    total += alternating && k % 4n === 3n ? -term : term;
    power /= square;
  }
  return total;
}

/** ln 2 = 18·artanh(1/26) − 2·artanh(1/4801) + 8·artanh(1/8749). */
export const fixedLn2 = cached(
  (w) =>
    18n * inverseSeries(26n, w, false) -
    2n * inverseSeries(4801n, w, false) +
    8n * inverseSeries(8749n, w, false),
);

/** π = 16·arctan(1/5) − 4·arctan(1/239) (Machin, 1706). */
export const fixedPi = cached((w) => 16n * inverseSeries(5n, w, true) - 4n * inverseSeries(239n, w, true));

/** ln 10 = 3·ln 2 + ln(5/4) = 3·ln 2 + 2·artanh(1/9). */
const fixedLn10 = cached((w) => 3n * fixedLn2(w) + 2n * inverseSeries(9n, w, false));

/** e = Σ 1/k!. */
const fixedE = cached((w) => {
  let term = 1n << BigInt(w);
  let total = 0n;
  for (let k = 1n; term !== 0n; k++) {
    total += term;
    term /= k;
  }
  return total;
});

function ball(constant: FixedConstant, bits: number): FiniteBall {
  return round(constant(bits + 2), 1, BigInt(-bits - 2), bits);
}

/** π. */
export function pi(bits: number): FiniteBall {
  return ball(fixedPi, bits);
}

/** e, the base of natural logarithms. */
export function e(bits: number): FiniteBall {
  return ball(fixedE, bits);
}

/** ln 2. */
export function ln2(bits: number): FiniteBall {
  return ball(fixedLn2, bits);
}

/** ln 10. */
export function ln10(bits: number): FiniteBall {
  return ball(fixedLn10, bits);
}
