// Examples that PyTorch documents, or its own tests of C++ where its documentation draws inputs at random, and those of
// the two libraries of metrics that are built on it, TorchMetrics and Ignite.

import {
  accuracy,
  averagePrecision,
  binaryCrossEntropyWithLogits,
  confusionCounts,
  confusionMatrix,
  cosineSimilarity,
  crossEntropyWithLogits,
  entropy,
  f1,
  hinge,
  huber,
  jsDivergence,
  klDivergence,
  l1Penalty,
  l2Penalty,
  meanAbsoluteError,
  meanAveragePrecision,
  meanSquaredError,
  mutualInformation,
  ndcg,
  negativeLogLikelihood,
  normalizedMutualInformation,
  precision,
  randIndex,
  recall,
  rocAuc,
  rocCurve,
  sensitivity,
  softmax,
  specificity,
} from "../../../src/index.js";
import { column, examples, mean, type Example } from "./example.js";
import { allclose, float32, python, rounded, tensor } from "./printed.js";

const torch = (page: string): string => `https://pytorch.org/docs/1.13/${page}`;
const pytorchTests =
  "https://github.com/pytorch/pytorch/blob/8054f4aa80a4bf3635e88b58d140d187cecb636c/test/cpp/api/functional.cpp";
const smoothingTests = "https://github.com/pytorch/pytorch/blob/v1.13.0/test/cpp/api/functional.cpp";
const torchmetrics = (commit: string, path: string): string =>
  `https://github.com/Lightning-AI/torchmetrics/blob/${commit}/src/torchmetrics/${path}`;
const ignite = (commit: string, path: string): string =>
  `https://github.com/pytorch/ignite/blob/${commit}/ignite/metrics/${path}`;

/** The relative tolerance of `allclose` unless another is given. */
const usual = 1e-5;

const pytorch: readonly Example[] = [
  ...examples("huber", pytorchTests, [
    ["HuberLossDefaultOptions", () => huber([0, 1, 5], [0.1, 1.2, 4.7]), allclose("0.0233335", usual)],
    ["HuberLossDelta", () => huber([0, 1, 5], [0.1, 1.5, 10], { delta: 0.5 }), allclose("0.835", usual)], // 1.67 * 0.5
    [
      "HuberLossNoReduction",
      () => huber([0, 1, 5], [0.1, 1.2, 4.7], { reduction: "none" }),
      allclose("{0.005, 0.02, 0.045}", usual),
    ],
    ["SmoothL1LossDefaultOptions", () => huber([0, 1, 5], [0.1, 1.2, 4.7]), allclose("0.0233335", usual)],
    [
      "SmoothL1LossNoReduction",
      () => huber([0, 1, 5], [0.1, 1.2, 4.7], { reduction: "none" }),
      allclose("{0.005, 0.02, 0.045}", usual),
    ],
  ]),
  ...examples("binaryCrossEntropyWithLogits", torch("generated/torch.nn.BCEWithLogitsLoss.html"), [
    [
      "BCEWithLogitsLoss()(full([10, 64], 1.5), ones([10, 64]))",
      () => binaryCrossEntropyWithLogits(new Float64Array(640).fill(1), new Float64Array(640).fill(1.5)),
      tensor("tensor(0.20...)"),
    ],
  ]),
  ...examples("crossEntropyWithLogits", pytorchTests, [
    [
      "CrossEntropy",
      () =>
        crossEntropyWithLogits(
          [0, 1],
          [
            [3, 3],
            [2, 2],
          ],
        ),
      rounded("0.6931"),
    ],
  ]),
  ...examples("crossEntropyWithLogits", smoothingTests, [
    // A target t of K classes, smoothed by ε, is (1 − ε) t + ε / K.
    [
      "CrossEntropy, label_smoothing(0.15)",
      () =>
        crossEntropyWithLogits(
          [
            [0.925, 0.075],
            [0.075, 0.925],
          ],
          [
            [3, 1],
            [1, 2],
          ],
        ),
      rounded("0.3326"),
    ],
    [
      "CrossEntropy, probabilities as targets, label_smoothing(0.2)",
      () =>
        crossEntropyWithLogits(
          [
            [0.74, 0.26],
            [0.18, 0.82],
          ],
          [
            [3, 1],
            [1, 2],
          ],
        ),
      rounded("0.5701"),
    ],
  ]),
  ...examples("negativeLogLikelihood", pytorchTests, [
    // Theirs takes the logarithms of the probabilities.
    [
      "NLLLoss",
      () =>
        negativeLogLikelihood(
          [1, 0, 2],
          [
            [-0.1315, -3.1315, -2.5315],
            [-3.7038, -0.1038, -2.6038],
            [-2.3422, -1.3422, -0.4422],
          ].map((logProbabilities) => logProbabilities.map(Math.exp)),
        ),
      rounded("2.4258"),
    ],
  ]),
  ...examples("cosineSimilarity", pytorchTests, [
    [
      "CosineSimilarity",
      () => [cosineSimilarity([1, 2, 3], [1, 8, 3]), cosineSimilarity([4, 5, 6], [2, 1, 6])],
      rounded("{0.8078, 0.8721}"),
    ],
  ]),
  ...examples("entropy", torch("special.html#torch.special.entr"), [
    ["special.entr of 0 and 0.5", () => [entropy([0]), entropy([0.5])], tensor("[0.0000, 0.3466]")],
  ]),
  ...examples("l1Penalty", torch("generated/torch.norm.html"), [
    [
      "norm(c, p=1, dim=1)",
      () => [l1Penalty([1, 2, 3], 1), l1Penalty([-1, 1, 4], 1)],
      tensor("tensor([6., 6.])"),
    ],
  ]),
  ...examples("l2Penalty", torch("generated/torch.norm.html"), [
    [
      "norm(a), the root",
      () => Math.sqrt(l2Penalty([-4, -3, -2, -1, 0, 1, 2, 3, 4], 1)),
      tensor("tensor(7.7460)"),
    ],
    [
      "norm(c, dim=1), the roots",
      () => [Math.sqrt(l2Penalty([1, 2, 3], 1)), Math.sqrt(l2Penalty([-1, 1, 4], 1))],
      tensor("tensor([3.7417, 4.2426])"),
    ],
  ]),
];

const target = [0, 1, 0, 1, 0, 1];
const preds = [0, 0, 1, 1, 0, 1];
const three = [2, 1, 0, 0];
const threePreds = [2, 1, 0, 1];
const labels = [
  [0, 1, 0],
  [1, 0, 1],
];
const labelPreds = [
  [0, 0, 1],
  [1, 0, 1],
];
/** The two samples of several dimensions, flattened. */
const samples = [
  [0, 1, 2, 1, 0, 2],
  [1, 1, 2, 0, 1, 2],
];
const samplePreds = [
  [0, 2, 2, 0, 0, 1],
  [2, 2, 2, 1, 1, 0],
];
const perSample = (
  score: (target: readonly number[], preds: readonly number[]) => ArrayLike<number> | number,
) =>
  [0, 1].flatMap((i) => {
    const value = score(samples[i]!, samplePreds[i]!);
    return typeof value === "number" ? [value] : Array.from(value);
  });
const perLabel = (score: (target: readonly number[], preds: readonly number[]) => number) =>
  [0, 1, 2].map((j) => score(column(labels, j), column(labelPreds, j)));

const page = "01b693c6ff12a471b7ce2a7fb6e17d90e7658224";
const binaryScores = [0, 0.5, 0.7, 0.8];
const binaryLabels = [0, 1, 1, 0];
/** The scores of class k for the targets [0, 1, 3, 2]. */
const scoresOf = (k: number): number[] => [0, 1, 2, 3].map((i) => (i === k ? 0.75 : 0.05));

const lightning: readonly Example[] = [
  ...examples(
    "meanAbsoluteError",
    torchmetrics("04de93d1f9509b05e27f9cff5b2cd1075a85f0f3", "functional/regression/mae.py"),
    [["mean_absolute_error", () => meanAbsoluteError([0, 1, 2, 2], [0, 1, 2, 3]), tensor("tensor(0.2500)")]],
  ),
  ...examples(
    "meanSquaredError",
    torchmetrics("16f8bdd57968780f4de9d0fb2aaabede52e0db47", "functional/regression/mse.py"),
    [["mean_squared_error", () => meanSquaredError([0, 1, 2, 2], [0, 1, 2, 3]), tensor("tensor(0.2500)")]],
  ),
  ...examples("hinge", torchmetrics(page, "functional/classification/hinge.py"), [
    // Their target 0 is our target -1.
    [
      "binary_hinge_loss",
      () => hinge([-1, -1, 1, 1, 1], [0.25, 0.25, 0.55, 0.75, 0.75]),
      tensor("tensor(0.6900)"),
    ],
    ["hinge_loss, task='binary'", () => hinge([-1, 1, 1], [0.5, 0.7, 0.1]), tensor("tensor(0.9000)")],
  ]),
  ...examples(
    "klDivergence",
    torchmetrics("003a34790f1f765d0da644be8f69a4ecd8a4e9f0", "functional/regression/kl_divergence.py"),
    [
      [
        "kl_divergence",
        () => klDivergence([0.36, 0.48, 0.16], [1 / 3, 1 / 3, 1 / 3]),
        tensor("tensor(0.0853)"),
      ],
    ],
  ),
  ...examples(
    "jsDivergence",
    torchmetrics("1ce0285d00c88c5c29144ebcc1dedf938560031e", "functional/regression/js_divergence.py"),
    [
      [
        "jensen_shannon_divergence",
        () => jsDivergence([0.36, 0.48, 0.16], [1 / 3, 1 / 3, 1 / 3]),
        tensor("tensor(0.0225)"),
      ],
    ],
  ),
  ...examples(
    "cosineSimilarity",
    torchmetrics("32a4a5755a964bb0eeb40fb7b68c89726995e5d2", "functional/regression/cosine_similarity.py"),
    [
      [
        "cosine_similarity",
        () => [
          cosineSimilarity([1, 2, 3, 4], [1, 2, 3, 4]),
          cosineSimilarity([1, 2, 3, 4], [-1, -2, -3, -4]),
        ],
        tensor("tensor([ 1.0000, -1.0000])"),
      ],
    ],
  ),
  ...examples(
    "confusionCounts",
    torchmetrics("0062801205a7fdb02aeb803d1a9a2de4cc4550b2", "functional/classification/stat_scores.py"),
    [
      [
        "binary_stat_scores, [tp, fp, tn, fn]",
        () => {
          const { TP, FP, TN, FN } = confusionCounts(target, preds);
          return [TP, FP, TN, FN];
        },
        tensor("tensor([2, 1, 2, 1])"),
      ],
      [
        "multiclass_stat_scores, average=None, [tp, fp, tn, fn]",
        () =>
          [0, 1, 2].flatMap((positive) => {
            const { TP, FP, TN, FN } = confusionCounts(three, threePreds, { positive });
            return [TP, FP, TN, FN];
          }),
        tensor("tensor([[1, 0, 2, 1], [1, 1, 2, 0], [1, 0, 3, 0]])"),
      ],
    ],
  ),
  ...examples(
    "confusionMatrix",
    torchmetrics("00a6c1adbd1e84abb4245ac8a4545372b6d4fc08", "functional/classification/confusion_matrix.py"),
    [
      [
        "binary_confusion_matrix",
        () => confusionMatrix([1, 1, 0, 0], [0, 1, 0, 0]).counts.data,
        tensor("tensor([[2, 0], [1, 1]])"),
      ],
      [
        "multiclass_confusion_matrix",
        () => confusionMatrix(three, threePreds).counts.data,
        tensor("tensor([[1, 1, 0], [0, 1, 0], [0, 0, 1]])"),
      ],
    ],
  ),
  ...examples("accuracy", torchmetrics(page, "functional/classification/accuracy.py"), [
    ["binary_accuracy", () => accuracy(target, preds), tensor("tensor(0.6667)")],
    [
      "multilabel_accuracy, average=None",
      () => perLabel((t, p) => accuracy(t, p)),
      tensor("tensor([1.0000, 0.5000, 0.5000])"),
    ],
  ]),
  ...examples("precision", torchmetrics(page, "functional/classification/precision_recall.py"), [
    ["binary_precision", () => precision(target, preds), tensor("tensor(0.6667)")],
    [
      "multiclass_precision",
      () => precision(three, threePreds, { average: "macro" }),
      tensor("tensor(0.8333)"),
    ],
    [
      "multiclass_precision, average=None",
      () => precision(three, threePreds, { average: "none" }),
      tensor("tensor([1.0000, 0.5000, 1.0000])"),
    ],
    [
      "multiclass_precision, multidim_average='samplewise'",
      () => perSample((t, p) => precision(t, p, { average: "macro" })),
      tensor("tensor([0.3889, 0.2778])"),
    ],
    [
      "multiclass_precision, multidim_average='samplewise', average=None",
      () => perSample((t, p) => precision(t, p, { average: "none" })),
      tensor("tensor([[0.6667, 0.0000, 0.5000], [0.0000, 0.5000, 0.3333]])"),
    ],
    [
      "precision, average='macro'",
      () => precision([1, 1, 2, 0], [2, 0, 2, 1], { average: "macro" }),
      tensor("tensor(0.1667)"),
    ],
    [
      "precision, average='micro'",
      () => precision([1, 1, 2, 0], [2, 0, 2, 1], { average: "micro" }),
      tensor("tensor(0.2500)"),
    ],
  ]),
  ...examples("recall", torchmetrics(page, "functional/classification/precision_recall.py"), [
    ["binary_recall", () => recall(target, preds), tensor("tensor(0.6667)")],
    ["multiclass_recall", () => recall(three, threePreds, { average: "macro" }), tensor("tensor(0.8333)")],
    [
      "multiclass_recall, average=None",
      () => recall(three, threePreds, { average: "none" }),
      tensor("tensor([0.5000, 1.0000, 1.0000])"),
    ],
    [
      "multiclass_recall, multidim_average='samplewise'",
      () => perSample((t, p) => recall(t, p, { average: "macro" })),
      tensor("tensor([0.5000, 0.2778])"),
    ],
  ]),
  // Sensitivity is recall.
  ...examples("sensitivity", torchmetrics(page, "functional/classification/precision_recall.py"), [
    [
      "multiclass_recall, multidim_average='samplewise', average=None",
      () => perSample((t, p) => sensitivity(t, p, { average: "none" })),
      tensor("tensor([[1.0000, 0.0000, 0.5000], [0.0000, 0.3333, 0.5000]])"),
    ],
    [
      "multilabel_recall, average=None",
      () => perLabel((t, p) => sensitivity(t, p)),
      tensor("tensor([1., 0., 1.])"),
    ],
    ["multilabel_recall", () => mean(perLabel((t, p) => sensitivity(t, p))), tensor("tensor(0.6667)")],
  ]),
  ...examples("specificity", torchmetrics(page, "functional/classification/specificity.py"), [
    ["binary_specificity", () => specificity(target, preds), tensor("tensor(0.6667)")],
    [
      "multiclass_specificity",
      () => specificity(three, threePreds, { average: "macro" }),
      tensor("tensor(0.8889)"),
    ],
    [
      "multiclass_specificity, average=None",
      () => specificity(three, threePreds, { average: "none" }),
      tensor("tensor([1.0000, 0.6667, 1.0000])"),
    ],
    [
      "multiclass_specificity, multidim_average='samplewise'",
      () => perSample((t, p) => specificity(t, p, { average: "macro" })),
      tensor("tensor([0.7500, 0.6556])"),
    ],
    [
      "multiclass_specificity, multidim_average='samplewise', average=None",
      () => perSample((t, p) => specificity(t, p, { average: "none" })),
      tensor("tensor([[0.7500, 0.7500, 0.7500], [0.8000, 0.6667, 0.5000]])"),
    ],
    [
      "multilabel_specificity, average=None",
      () => perLabel((t, p) => specificity(t, p)),
      tensor("tensor([1., 1., 0.])"),
    ],
  ]),
  ...examples(
    "f1",
    torchmetrics("f833c6fcb6a58dbcb6bc2c43fa81a11a7ce8b1c4", "functional/classification/f_beta.py"),
    [
      ["binary_f1_score", () => f1(target, preds), tensor("tensor(0.6667)")],
      ["multiclass_f1_score", () => f1(three, threePreds, { average: "macro" }), tensor("tensor(0.7778)")],
      [
        "multiclass_f1_score, average=None",
        () => f1(three, threePreds, { average: "none" }),
        tensor("tensor([0.6667, 0.6667, 1.0000])"),
      ],
      [
        "multiclass_f1_score, multidim_average='samplewise'",
        () => perSample((t, p) => f1(t, p, { average: "macro" })),
        tensor("tensor([0.4333, 0.2667])"),
      ],
      [
        "multilabel_f1_score, average=None",
        () => perLabel((t, p) => f1(t, p)),
        tensor("tensor([1.0000, 0.0000, 0.6667])"),
      ],
    ],
  ),
  ...examples("rocCurve", torchmetrics(page, "functional/classification/roc.py"), [
    [
      "binary_roc, fpr",
      () => rocCurve(binaryLabels, binaryScores).falsePositiveRates,
      tensor("tensor([0.0000, 0.5000, 0.5000, 0.5000, 1.0000])"),
    ],
    [
      "binary_roc, tpr",
      () => rocCurve(binaryLabels, binaryScores).truePositiveRates,
      tensor("tensor([0.0000, 0.0000, 0.5000, 1.0000, 1.0000])"),
    ],
    [
      "binary_roc, thresholds after the first",
      () => rocCurve(binaryLabels, binaryScores).thresholds.subarray(1),
      tensor("tensor([0.8000, 0.7000, 0.5000, 0.0000])"),
    ],
    [
      "multiclass_roc, fpr of class 2",
      () => rocCurve([0, 1, 3, 2], scoresOf(2), { positive: 2 }).falsePositiveRates,
      tensor("tensor([0.0000, 0.3333, 1.0000])"),
    ],
  ]),
  ...examples("rocAuc", torchmetrics(page, "functional/classification/auroc.py"), [
    ["binary_auroc", () => rocAuc(binaryLabels, binaryScores), tensor("tensor(0.5000)")],
    [
      "multiclass_auroc, average=None, of the classes that occur",
      () => [0, 1, 2, 3].map((k) => rocAuc([0, 1, 3, 2], scoresOf(k), { positive: k })),
      tensor("tensor([1.0000, 1.0000, 0.3333, 0.3333])"),
    ],
  ]),
  ...examples("averagePrecision", torchmetrics(page, "functional/classification/average_precision.py"), [
    [
      "binary_average_precision",
      () => averagePrecision(binaryLabels, binaryScores),
      tensor("tensor(0.5833)"),
    ],
    [
      "multiclass_average_precision, average=None",
      () => [0, 1, 2, 3, 4].map((k) => averagePrecision([0, 1, 3, 2], scoresOf(k), { positive: k })),
      tensor("tensor([1.0000, 1.0000, 0.2500, 0.2500,    nan])"),
    ],
  ]),
  ...examples(
    "averagePrecision",
    torchmetrics("01c2fa6969b0a0e11f836d08049829f303fe4277", "functional/retrieval/average_precision.py"),
    [
      [
        "retrieval_average_precision",
        () => averagePrecision([true, false, true], [0.2, 0.3, 0.5]),
        tensor("tensor(0.8333)"),
      ],
    ],
  ),
  ...examples(
    "meanAveragePrecision",
    torchmetrics("011325664608da78a4a5819457799c64b8872570", "retrieval/average_precision.py"),
    [
      [
        "RetrievalMAP",
        () =>
          meanAveragePrecision([
            { labels: [false, false, true], scores: [0.2, 0.3, 0.5] },
            { labels: [false, true, false, true], scores: [0.1, 0.3, 0.5, 0.2] },
          ]),
        tensor("tensor(0.7917)"),
      ],
    ],
  ),
  ...examples(
    "ndcg",
    torchmetrics("01c2fa6969b0a0e11f836d08049829f303fe4277", "functional/retrieval/ndcg.py"),
    [
      [
        "retrieval_normalized_dcg",
        () => ndcg([10, 0, 0, 1, 5], [0.1, 0.2, 0.3, 4, 70]),
        tensor("tensor(0.6957)"),
      ],
    ],
  ),
  ...examples(
    "mutualInformation",
    torchmetrics("0d3fec9b80dc33b71b2777f0c2b51468ebc00a20", "functional/clustering/mutual_info_score.py"),
    [
      [
        "mutual_info_score",
        () => mutualInformation([0, 3, 2, 2, 1], [1, 3, 2, 0, 1]),
        rounded("tensor([1.05492])"),
      ],
    ],
  ),
  ...examples(
    "mutualInformation",
    "https://lightning.ai/docs/torchmetrics/latest/clustering/mutual_info_score.html",
    [
      [
        "MutualInfoScore",
        () => mutualInformation([0, 2, 1, 1, 0], [2, 1, 0, 1, 0]),
        tensor("tensor(0.5004)"),
      ],
    ],
  ),
  ...examples(
    "normalizedMutualInformation",
    torchmetrics(
      "0d6947384af7ddb481c54f5fec5e95a400566338",
      "functional/clustering/normalized_mutual_info_score.py",
    ),
    [
      [
        'normalized_mutual_info_score, "arithmetic"',
        () => normalizedMutualInformation([0, 3, 2, 2, 1], [1, 3, 2, 0, 1], { mean: "arithmetic" }),
        tensor("tensor(0.7919)"),
      ],
    ],
  ),
  ...examples(
    "randIndex",
    torchmetrics("3f5536d8b7fae003f71ed2477ae6e51dad677d56", "functional/clustering/rand_score.py"),
    [
      ["rand_score", () => randIndex([1, 1, 0, 0], [0, 0, 1, 1]), tensor("tensor(1.)")],
      [
        "rand_score of what is not pure",
        () => randIndex([0, 0, 1, 1], [0, 0, 1, 2]),
        tensor("tensor(0.8333)"),
      ],
    ],
  ),
];

// Logits, a distribution a row.
const igniteTrue = [
  [0, -2.3026, -2.3026],
  [1.3863, 1.6094, 1.6094],
  [0, 0.6931, 1.0986],
].map((logits) => softmax(logits));
const ignitePred = [
  [0, 0.6931, 1.0986],
  [1.3863, 1.6094, 1.6094],
  [0, -2.3026, -2.3026],
].map((logits) => softmax(logits));

const igniteExamples: readonly Example[] = [
  ...examples("entropy", ignite("2c79b7ed9b7a0acf247498b772a34f636cebbae3", "entropy.py"), [
    ["Entropy", () => mean(ignitePred.map((p) => entropy(p))), float32("0.8902875582377116")],
  ]),
  ...examples("klDivergence", ignite("148f4a472967140eea2b9cd46cbf55c36b70227a", "kl_divergence.py"), [
    [
      "KLDivergence",
      () => mean(igniteTrue.map((p, i) => klDivergence(p, ignitePred[i]!))),
      float32("0.7220296859741211"),
    ],
  ]),
  ...examples("jsDivergence", ignite("328c281184eb8867d4f9e787d09774cab70129ca", "js_divergence.py"), [
    [
      "JSDivergence",
      () => mean(igniteTrue.map((p, i) => jsDivergence(p, ignitePred[i]!))),
      python("0.1626..."),
    ],
  ]),
  ...examples(
    "cosineSimilarity",
    ignite("377baea8ed5cc297a2d2c24029a6becc30a35f4f", "cosine_similarity.py"),
    [
      [
        "CosineSimilarity",
        () => {
          const rows = [
            [1, 2, 4, 1],
            [2, 3, 1, 5],
            [1, 3, 5, 1],
            [1, 5, 1, 11],
          ];
          return mean(rows.map((x, i) => cosineSimilarity(x, rows[3 - i]!)));
        },
        float32("0.5080491304397583"),
      ],
    ],
  ),
];

export const pytorchFamily: readonly Example[] = [...pytorch, ...lightning, ...igniteExamples];
