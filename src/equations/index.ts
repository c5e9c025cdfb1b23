/** The catalogue: every equation, in reading order. */
import gelu from "./activations/gelu.js";
import logSigmoid from "./activations/log-sigmoid.js";
import logSoftmax from "./activations/log-softmax.js";
import relu from "./activations/relu.js";
import sigmoid from "./activations/sigmoid.js";
import softmax from "./activations/softmax.js";
import softplus from "./activations/softplus.js";
import tanh from "./activations/tanh.js";
import type { Equation } from "./equation.js";

/** Every equation of the catalogue, in reading order. */
export const equations: readonly Equation[] = [
  sigmoid,
  logSigmoid,
  tanh,
  relu,
  softplus,
  gelu,
  softmax,
  logSoftmax,
];

export { gelu, logSigmoid, logSoftmax, relu, sigmoid, softmax, softplus, tanh };
export {
  equation,
  exportName,
  variant,
  withVariants,
  type Equation,
  type EquationDefinition,
  type Family,
  type Identity,
  type Limit,
  type NumericValue,
  type OptionValues,
  type Source,
  type VariantDefinition,
} from "./equation.js";
