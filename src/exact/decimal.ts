/** Decimal digits of a ball. */
import { addFinite, divideFinite, multiplyFinite, negate } from "./arithmetic.js";
import { type Ball, type FiniteBall, exact, lowerEnd, side, topOf, upperEnd } from "./ball.js";
import { bitLength } from "./bits.js";
import { ln10 } from "./constants.js";
import { exp } from "./exponential.js";
import { logPositive } from "./logarithm.js";
import { floor } from "./order.js";

/** coefficient·10^exponent, the coefficient with the digits asked for. */
interface Decimal {
  readonly coefficient: bigint;
  readonly exponent: bigint;
  /** Whether nothing was rounded off. */
  readonly whole: boolean;
}

/** Above this binary exponent powers of ten are no longer written out. */
const WRITTEN = 20000;

/**
 * The number in `digits` significant decimal digits, correctly rounded (ties to even), or undefined where the ball does
 * not decide them.
 *
 * An exact number that needs fewer digits is printed short. In scientific notation below 10⁻⁶ and from 10²¹ on, as
 * JavaScript prints numbers, and where there are fewer digits than places before the point.
 */
export function toDigits(ball: Ball, digits: number): string | undefined {
  if (!Number.isInteger(digits) || digits < 1)
    throw new RangeError(`expected 1 digit or more, got ${digits}`);
  switch (ball.kind) {
    case "undefined":
      return "NaN";
    case "unknown":
      return undefined;
    case "infinity":
      return ball.sign === 1 ? "Infinity" : "-Infinity";
    case "finite": {
      const where = side(ball);
      if (where === undefined) return undefined;
      if (where === 0) return "0";
      const size = where === -1 ? negate(ball) : ball;
      const decimal = toDecimal(size, digits);
      return decimal === undefined ? undefined : (where === -1 ? "-" : "") + print(decimal);
    }
  }
}

function toDecimal(size: FiniteBall, digits: number): Decimal | undefined {
  const top = topOf(size);
  if (Math.abs(top) + bitLength(size.mid) > WRITTEN) return farDecimal(size, digits);
  const low = roundDecimal(lowerEnd(size), digits);
  if (size.rad === 0) return low;
  const high = roundDecimal(upperEnd(size), digits);
  const same = low.coefficient === high.coefficient && low.exponent === high.exponent;
  return same ? { ...low, whole: false } : undefined;
}

/** An exact positive number, rounded to decimal digits. */
function roundDecimal(a: FiniteBall, digits: number): Decimal {
  const binary = Number(a.exp);
  // The exponent of the last digit: right, or one too low, by the logarithm of a power of two below a.
  let last = Math.floor((topOf(a) - 1) * Math.LOG10E * Math.LN2 - 2 ** -20) + 1 - digits;
  for (;;) {
    let numerator = a.mid;
    let denominator = 1n;
    if (binary >= 0) numerator <<= BigInt(binary);
    else denominator <<= BigInt(-binary);
    if (last >= 0) denominator *= 10n ** BigInt(last);
    else numerator *= 10n ** BigInt(-last);
    let coefficient = numerator / denominator;
    const twice = 2n * (numerator - coefficient * denominator);
    if (twice > denominator || (twice === denominator && coefficient % 2n === 1n)) coefficient += 1n;
    if (coefficient.toString().length <= digits)
      return { coefficient, exponent: BigInt(last), whole: twice === 0n };
    // Too many digits: either the exponent was a guess too low, or 999…9.6 rounded up; dividing afresh serves both.
    last++;
  }
}

/** As `toDecimal`, for numbers like e^(10³⁰⁸), whose exponent has hundreds of digits itself. */
function farDecimal(size: FiniteBall, digits: number): Decimal | undefined {
  const wanted = Math.ceil(digits * 3.33) + 32;
  const working = wanted + bitLength(size.exp) + 8;
  const logarithm = logPositive(size, working);
  const place = floor(divideFinite(logarithm, ln10(working), working));
  if (place.kind !== "finite" || place.rad !== 0) return undefined;
  const power = place.mid << place.exp;
  const shift = exact(power - BigInt(digits - 1), 0n);
  const rest = addFinite(logarithm, negate(multiplyFinite(shift, ln10(working), working)), working);
  const scaled = exp(rest, wanted);
  if (scaled.kind !== "finite") return undefined;
  const half = exact(1n, -1n);
  const nearest = floor(addFinite(scaled, half, wanted));
  if (nearest.kind !== "finite") return undefined;
  const coefficient = nearest.mid << nearest.exp;
  // 999…9.6 rounds up to one digit more, which is a zero.
  const over = coefficient.toString().length > digits;
  return {
    coefficient: over ? coefficient / 10n : coefficient,
    exponent: shift.mid + (over ? 1n : 0n),
    whole: false,
  };
}

function print({ coefficient, exponent, whole }: Decimal): string {
  let text = coefficient.toString();
  let last = exponent;
  if (whole) {
    const short = text.replace(/0+$/, "");
    last += BigInt(text.length - short.length);
    text = short;
  }
  // The exponent of the leading digit.
  const lead = last + BigInt(text.length - 1);
  const places = Number(lead);
  if (places < -6 || places >= 21 || (last > 0n && !whole)) {
    const rest = text.slice(1);
    return `${text.charAt(0)}${rest === "" ? "" : `.${rest}`}e${lead < 0n ? "-" : "+"}${lead < 0n ? -lead : lead}`;
  }
  if (places < 0) return `0.${"0".repeat(-places - 1)}${text}`;
  if (last >= 0n) return text + "0".repeat(Number(last));
  return `${text.slice(0, places + 1)}.${text.slice(places + 1)}`;
}
