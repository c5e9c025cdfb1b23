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
import rnnCell from "./recurrent/rnn-cell.js";
import lstmCell from "./recurrent/lstm-cell.js";
import gruCell from "./recurrent/gru-cell.js";
import rnnEncoder from "./recurrent/rnn-encoder.js";
import rnnDecoder from "./recurrent/rnn-decoder.js";
import attentionEnergy from "./attention/attention-energy.js";
import bahdanauAttention from "./attention/bahdanau-attention.js";
import luongDotAttention from "./attention/luong-dot-attention.js";
import luongGeneralAttention from "./attention/luong-general-attention.js";
import attentionWeights from "./attention/attention-weights.js";
import attentionContext from "./attention/attention-context.js";
import attentionalDecoderState from "./attention/attentional-decoder-state.js";
import attentionalDecoderOutput from "./attention/attentional-decoder-output.js";
import scaledDotProductAttention from "./attention/scaled-dot-product-attention.js";
import attentionHead from "./attention/attention-head.js";
import multiHeadAttention from "./attention/multi-head-attention.js";
import ganObjective from "./generative/gan-objective.js";
import minimax from "./generative/minimax.js";
import optimalDiscriminator from "./generative/optimal-discriminator.js";
import reparameterization from "./generative/reparameterization.js";
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
  rnnCell,
  lstmCell,
  gruCell,
  rnnEncoder,
  rnnDecoder,
  attentionEnergy,
  bahdanauAttention,
  luongDotAttention,
  luongGeneralAttention,
  attentionWeights,
  attentionContext,
  attentionalDecoderState,
  attentionalDecoderOutput,
  scaledDotProductAttention,
  attentionHead,
  multiHeadAttention,
  ganObjective,
  minimax,
  optimalDiscriminator,
  reparameterization,
];

export {
  accuracy,
  adjustedRandIndex,
  attentionalDecoderOutput,
  attentionalDecoderState,
  attentionContext,
  attentionEnergy,
  attentionHead,
  attentionWeights,
  averagePrecision,
  bahdanauAttention,
  binaryCrossEntropy,
  binaryCrossEntropyWithLogits,
  cosineSimilarity,
  crossEntropy,
  crossEntropyWithLogits,
  dcg,
  entropy,
  f1,
  ganObjective,
  gelu,
  gruCell,
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
  lstmCell,
  luongDotAttention,
  luongGeneralAttention,
  maximumLikelihood,
  meanAbsoluteError,
  meanAveragePrecision,
  meanSquaredError,
  minimax,
  minimumNegativeLogLikelihood,
  multiHeadAttention,
  mutualInformation,
  ndcg,
  negativeLogLikelihood,
  normalizedMutualInformation,
  optimalDiscriminator,
  pointwiseMutualInformation,
  precision,
  randIndex,
  recall,
  relu,
  reparameterization,
  rnnCell,
  rnnDecoder,
  rnnEncoder,
  rocAuc,
  scaledDotProductAttention,
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
  isCallable,
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
