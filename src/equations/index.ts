/** The catalogue: every equation, in reading order. */
import sigmoid from "./activations/sigmoid.js";
import logSigmoid from "./activations/log-sigmoid.js";
import tanh from "./activations/tanh.js";
import relu from "./activations/relu.js";
import softplus from "./activations/softplus.js";
import gelu from "./activations/gelu.js";
import softmax from "./activations/softmax.js";
import logSoftmax from "./activations/log-softmax.js";
import accuracy from "./classification/accuracy.js";
import precision from "./classification/precision.js";
import recall from "./classification/recall.js";
import f1 from "./classification/f1.js";
import sensitivity from "./classification/sensitivity.js";
import specificity from "./classification/specificity.js";
import rocAuc from "./ranking/roc-auc.js";
import averagePrecision from "./ranking/average-precision.js";
import meanAveragePrecision from "./ranking/mean-average-precision.js";
import dcg from "./ranking/dcg.js";
import ndcg from "./ranking/ndcg.js";
import mutualInformation from "./clustering/mutual-information.js";
import normalizedMutualInformation from "./clustering/normalized-mutual-information.js";
import randIndex from "./clustering/rand-index.js";
import adjustedRandIndex from "./clustering/adjusted-rand-index.js";
import jaccard from "./similarity/jaccard.js";
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
  accuracy,
  precision,
  recall,
  f1,
  sensitivity,
  specificity,
  rocAuc,
  averagePrecision,
  meanAveragePrecision,
  dcg,
  ndcg,
  mutualInformation,
  normalizedMutualInformation,
  randIndex,
  adjustedRandIndex,
  jaccard,
];

export {
  accuracy,
  adjustedRandIndex,
  averagePrecision,
  dcg,
  f1,
  gelu,
  jaccard,
  logSigmoid,
  logSoftmax,
  meanAveragePrecision,
  mutualInformation,
  ndcg,
  normalizedMutualInformation,
  precision,
  randIndex,
  recall,
  relu,
  rocAuc,
  sensitivity,
  sigmoid,
  softmax,
  softplus,
  specificity,
  tanh,
};
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
