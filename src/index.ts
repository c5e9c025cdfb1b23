// ml-equations: the numeric functions, nothing else. The formulas are in "ml-equations/equations".

export { gelu } from "./numeric/activations/gelu.js";
export { logSigmoid } from "./numeric/activations/log-sigmoid.js";
export { logSoftmax } from "./numeric/activations/log-softmax.js";
export { relu } from "./numeric/activations/relu.js";
export { sigmoid } from "./numeric/activations/sigmoid.js";
export { softmax } from "./numeric/activations/softmax.js";
export { softplus } from "./numeric/activations/softplus.js";
export { tanh } from "./numeric/activations/tanh.js";
export { attentionContext } from "./numeric/attention/attention-context.js";
export { attentionEnergy, type AlignmentScore } from "./numeric/attention/attention-energy.js";
export { attentionHead, type AttentionHeadParameters } from "./numeric/attention/attention-head.js";
export { attentionWeights } from "./numeric/attention/attention-weights.js";
export {
  attentionalDecoderOutput,
  type AttentionalDecoderOutputParameters,
} from "./numeric/attention/attentional-decoder-output.js";
export {
  attentionalDecoderState,
  type AttentionalDecoderStateParameters,
} from "./numeric/attention/attentional-decoder-state.js";
export { bahdanauAttention, type BahdanauParameters } from "./numeric/attention/bahdanau-attention.js";
export { luongDotAttention } from "./numeric/attention/luong-dot-attention.js";
export {
  luongGeneralAttention,
  type LuongGeneralParameters,
} from "./numeric/attention/luong-general-attention.js";
export type { AttentionMask, AttentionOptions } from "./numeric/attention/mask.js";
export {
  multiHeadAttention,
  type MultiHeadAttentionParameters,
} from "./numeric/attention/multi-head-attention.js";
export {
  scaledDotProductAttention,
  type ScaledDotProductAttentionOptions,
} from "./numeric/attention/scaled-dot-product-attention.js";
export { splitHeads } from "./numeric/attention/split-heads.js";
export { type UndefinedOptions } from "./numeric/choice.js";
export { accuracy } from "./numeric/classification/accuracy.js";
export { type Average, type AverageOptions } from "./numeric/classification/average.js";
export {
  confusionCounts,
  type ConfusionCounts,
  type PositiveOptions,
} from "./numeric/classification/confusion-counts.js";
export { confusionMatrix, type ConfusionMatrix } from "./numeric/classification/confusion-matrix.js";
export { f1 } from "./numeric/classification/f1.js";
export { precision } from "./numeric/classification/precision.js";
export { recall } from "./numeric/classification/recall.js";
export { sensitivity } from "./numeric/classification/sensitivity.js";
export { specificity } from "./numeric/classification/specificity.js";
export { adjustedRandIndex } from "./numeric/clustering/adjusted-rand-index.js";
export { mutualInformation } from "./numeric/clustering/mutual-information.js";
export {
  type EntropyMean,
  normalizedMutualInformation,
} from "./numeric/clustering/normalized-mutual-information.js";
export { randIndex } from "./numeric/clustering/rand-index.js";
export { entropy } from "./numeric/divergences/entropy.js";
export { jsDivergence } from "./numeric/divergences/js-divergence.js";
export { klDivergence } from "./numeric/divergences/kl-divergence.js";
export type { DivergenceOptions } from "./numeric/divergences/options.js";
export { DomainError, ShapeError } from "./numeric/errors.js";
export { ganObjective, type DiscriminatorOutputs } from "./numeric/generative/gan-objective.js";
export { minimax } from "./numeric/generative/minimax.js";
export { optimalDiscriminator } from "./numeric/generative/optimal-discriminator.js";
export { reparameterization } from "./numeric/generative/reparameterization.js";
export { type Label } from "./numeric/labels.js";
export { binaryCrossEntropyWithLogits } from "./numeric/losses/binary-cross-entropy-with-logits.js";
export { binaryCrossEntropy } from "./numeric/losses/binary-cross-entropy.js";
export { crossEntropyWithLogits } from "./numeric/losses/cross-entropy-with-logits.js";
export { crossEntropy } from "./numeric/losses/cross-entropy.js";
export { hinge } from "./numeric/losses/hinge.js";
export { huber, type HuberOptions } from "./numeric/losses/huber.js";
export { maximumLikelihood } from "./numeric/losses/maximum-likelihood.js";
export { meanAbsoluteError } from "./numeric/losses/mean-absolute-error.js";
export { meanSquaredError } from "./numeric/losses/mean-squared-error.js";
export { minimumNegativeLogLikelihood } from "./numeric/losses/minimum-negative-log-likelihood.js";
export { negativeLogLikelihood } from "./numeric/losses/negative-log-likelihood.js";
export type { ClassTarget, ClassTargets } from "./numeric/losses/observations.js";
export type { LossOptions, Reduced, Reduction, Unreduced } from "./numeric/losses/reduction.js";
export { matrix, row, toArray, transpose, type Matrix, type MatrixLike } from "./numeric/matrix.js";
export { averagePrecision } from "./numeric/ranking/average-precision.js";
export { dcg } from "./numeric/ranking/dcg.js";
export { type GainOptions } from "./numeric/ranking/discounted-gains.js";
export { meanAveragePrecision, type Query } from "./numeric/ranking/mean-average-precision.js";
export { ndcg } from "./numeric/ranking/ndcg.js";
export { precisionRecallCurve, type PrecisionRecallCurve } from "./numeric/ranking/precision-recall-curve.js";
export { rocAuc } from "./numeric/ranking/roc-auc.js";
export { rocCurve, type RocCurve } from "./numeric/ranking/roc-curve.js";
export { gruCell, type GruOptions, type GruParameters } from "./numeric/recurrent/gru-cell.js";
export { lstmCell, type LstmParameters, type LstmState } from "./numeric/recurrent/lstm-cell.js";
export type { Gate, ResetGate } from "./numeric/recurrent/parameters.js";
export { rnnCell, type Cell } from "./numeric/recurrent/rnn-cell.js";
export { rnnDecoder } from "./numeric/recurrent/rnn-decoder.js";
export { rnnEncoder } from "./numeric/recurrent/rnn-encoder.js";
export { l1Penalty } from "./numeric/regularization/l1-penalty.js";
export { l1Regularization } from "./numeric/regularization/l1-regularization.js";
export { l2Penalty } from "./numeric/regularization/l2-penalty.js";
export { l2Regularization } from "./numeric/regularization/l2-regularization.js";
export { cosineSimilarity, type CosineOptions } from "./numeric/similarity/cosine-similarity.js";
export { jaccard } from "./numeric/similarity/jaccard.js";
export {
  pointwiseMutualInformation,
  type PointwiseMutualInformationOptions,
} from "./numeric/similarity/pointwise-mutual-information.js";
