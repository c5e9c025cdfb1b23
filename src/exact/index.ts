/** Arbitrary-precision numbers with proven error bounds, on BigInt: the oracle against which all else is measured. */
export {
  exact,
  lowerEnd,
  spreadOf,
  topOf,
  upperEnd,
  type Ball,
  type FiniteBall,
  NEGATIVE_INFINITY,
  ONE,
  POSITIVE_INFINITY,
  UNDEFINED,
  UNKNOWN,
  ZERO,
} from "./ball.js";
export { absolute, add, divide, multiply, negate, subtract } from "./arithmetic.js";
export { e, ln10, ln2, pi } from "./constants.js";
export { fromDouble, fromInteger, fromRational, midpoint, toDouble } from "./convert.js";
export { toDigits } from "./decimal.js";
export { erf, erfc, normalCdf } from "./error-function.js";
export { exp, expm1 } from "./exponential.js";
export { cosh, sinh, tanh } from "./hyperbolic.js";
export { ExactLimitError } from "./limit-error.js";
export { log, log1p } from "./logarithm.js";
export {
  accuracyBits,
  ceil,
  compare,
  contains,
  floor,
  hull,
  isExact,
  isFinite,
  maximum,
  minimum,
  overlaps,
  sign,
  withRadius,
} from "./order.js";
export { power, powerInteger } from "./power.js";
export { sqrt } from "./root.js";
export { cos, sin } from "./trigonometric.js";
