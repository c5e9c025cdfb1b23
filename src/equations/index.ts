/** The catalogue: every equation, in reading order. */
import sigmoid from "./activations/sigmoid.js";
import logSigmoid from "./activations/log-sigmoid.js";
import tanh from "./activations/tanh.js";
import relu from "./activations/relu.js";
import softplus from "./activations/softplus.js";
import gelu from "./activations/gelu.js";
import softmax from "./activations/softmax.js";
import logSoftmax from "./activations/log-softmax.js";
import meanAbsoluteError from "./losses/mean-absolute-error.js";
import meanSquaredError from "./losses/mean-squared-error.js";
import huber from "./losses/huber.js";
import hinge from "./losses/hinge.js";
import binaryCrossEntropy from "./losses/binary-cross-entropy.js";
import binaryCrossEntropyWithLogits from "./losses/binary-cross-entropy-with-logits.js";
import crossEntropy from "./losses/cross-entropy.js";
import crossEntropyWithLogits from "./losses/cross-entropy-with-logits.js";
import negativeLogLikelihood from "./losses/negative-log-likelihood.js";
import minimumNegativeLogLikelihood from "./losses/minimum-negative-log-likelihood.js";
import maximumLikelihood from "./losses/maximum-likelihood.js";
import entropy from "./divergences/entropy.js";
import klDivergence from "./divergences/kl-divergence.js";
import jsDivergence from "./divergences/js-divergence.js";
import l1Penalty from "./regularization/l1-penalty.js";
import l2Penalty from "./regularization/l2-penalty.js";
import l1Regularization from "./regularization/l1-regularization.js";
import l2Regularization from "./regularization/l2-regularization.js";
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
import cosineSimilarity from "./similarity/cosine-similarity.js";
import jaccard from "./similarity/jaccard.js";
import pointwiseMutualInformation from "./similarity/pointwise-mutual-information.js";
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
  meanAbsoluteError,
  meanSquaredError,
  huber,
  hinge,
  binaryCrossEntropy,
  binaryCrossEntropyWithLogits,
  crossEntropy,
  crossEntropyWithLogits,
  negativeLogLikelihood,
  minimumNegativeLogLikelihood,
  maximumLikelihood,
  entropy,
  klDivergence,
  jsDivergence,
  l1Penalty,
  l2Penalty,
  l1Regularization,
  l2Regularization,
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
  cosineSimilarity,
  jaccard,
  pointwiseMutualInformation,
];

export {
  accuracy,
  adjustedRandIndex,
  averagePrecision,
  binaryCrossEntropy,
  binaryCrossEntropyWithLogits,
  cosineSimilarity,
  crossEntropy,
  crossEntropyWithLogits,
  dcg,
  entropy,
  f1,
  gelu,
  hinge,
  huber,
  jaccard,
  jsDivergence,
  klDivergence,
  l1Penalty,
  l1Regularization,
  l2Penalty,
  l2Regularization,
  logSigmoid,
  logSoftmax,
  maximumLikelihood,
  meanAbsoluteError,
  meanAveragePrecision,
  meanSquaredError,
  minimumNegativeLogLikelihood,
  mutualInformation,
  ndcg,
  negativeLogLikelihood,
  normalizedMutualInformation,
  pointwiseMutualInformation,
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
