// Where the functions differ from scikit-learn, PyTorch and others by rule: 0/0 is NaN unless `undefinedValue` says
// otherwise, a value at the limit is the limit and is never clamped, what is outside the domain is refused.

import { describe, expect, it } from "vitest";

import {
  accuracy,
  adjustedRandIndex,
  averagePrecision,
  binaryCrossEntropy,
  confusionMatrix,
  cosineSimilarity,
  crossEntropyWithLogits,
  dcg,
  DomainError,
  entropy,
  f1,
  hinge,
  huber,
  jaccard,
  jsDivergence,
  klDivergence,
  meanAveragePrecision,
  ndcg,
  negativeLogLikelihood,
  normalizedMutualInformation,
  pointwiseMutualInformation,
  precision,
  precisionRecallCurve,
  randIndex,
  recall,
  rocAuc,
  rocCurve,
  ShapeError,
} from "../../src/index.js";
import { mean, setOf } from "./documented/example.js";
import {
  almost,
  float32,
  numpy,
  printsAs,
  python,
  rounded,
  tensor,
  valuesOf,
  type Printed,
  type Result,
} from "./documented/printed.js";

interface Difference {
  readonly rule: string;
  readonly link: string;
  /** What theirs gives, or the error that it raises. */
  readonly theirs: Printed | "ValueError";
  readonly ours: () => Result;
  /** What ours gives, or the error that it throws. */
  readonly is: Printed | typeof DomainError | typeof ShapeError;
  /** How ours gives theirs: by an option, or by doing to the inputs what they do. */
  readonly asTheirs?: () => Result;
}

const docs = (name: string): string =>
  `https://scikit-learn.org/1.2/modules/generated/sklearn.metrics.${name}.html`;
const tests = (file: string): string =>
  `https://github.com/scikit-learn/scikit-learn/blob/1.2.1/sklearn/metrics/${file}`;
const torch = (name: string): string => `https://pytorch.org/docs/1.13/generated/torch.nn.${name}.html`;
const pytorchTests =
  "https://github.com/pytorch/pytorch/blob/8054f4aa80a4bf3635e88b58d140d187cecb636c/test/cpp/api/functional.cpp";
const torchmetrics = (path: string): string =>
  `https://github.com/Lightning-AI/torchmetrics/blob/01b693c6ff12a471b7ce2a7fb6e17d90e7658224/src/torchmetrics/functional/classification/${path}`;

const yTrue = [0, 1, 2, 0, 1, 2];
const yPred = [0, 2, 1, 0, 0, 1];
const zeros = [0, 0, 0, 0, 0, 0];

const classification: readonly Difference[] = [
  {
    rule: "precision of a class that is never predicted is undefined, where scikit-learn warns and takes 0",
    link: docs("precision_score"),
    theirs: numpy("[0.33..., 0.        , 0.        ]"),
    ours: () => precision(yTrue, zeros, { average: "none" }),
    is: numpy("[0.33..., nan, nan]"),
    asTheirs: () => precision(yTrue, zeros, { average: "none", undefinedValue: 0 }),
  },
  {
    rule: "recall of a class that never occurs is undefined, where scikit-learn warns and takes 0",
    link: docs("recall_score"),
    theirs: numpy("[0.5, 0. , 0. ]"),
    ours: () => recall(zeros, yPred, { average: "none" }),
    is: numpy("[0.5, nan, nan]"),
    asTheirs: () => recall(zeros, yPred, { average: "none", undefinedValue: 0 }),
  },
  {
    rule: "F1 without positives, true or predicted, is undefined, where scikit-learn warns and takes 0",
    link: tests("tests/test_classification.py"), // test_precision_recall_f_binary_single_class
    theirs: python("0.0"),
    ours: () => f1([-1, -1], [-1, -1]),
    is: python("nan"),
    asTheirs: () => f1([-1, -1], [-1, -1], { undefinedValue: 0 }),
  },
  {
    rule: "an average over an undefined class is undefined, where scikit-learn averages a 0",
    link: docs("classification_report"),
    theirs: rounded("0.33"),
    ours: () => precision([1, 1, 1], [1, 1, 0], { classes: [1, 2, 3], average: "macro" }),
    is: python("nan"),
    asTheirs: () =>
      precision([1, 1, 1], [1, 1, 0], { classes: [1, 2, 3], average: "macro", undefinedValue: 0 }),
  },
  {
    rule: "an average over an undefined class is undefined, where scikit-learn leaves it out if zero_division is nan",
    link: "https://scikit-learn.org/1.4/modules/generated/sklearn.metrics.precision_score.html",
    theirs: python("0.33..."),
    ours: () => precision(yTrue, zeros, { average: "macro" }),
    is: python("nan"),
    asTheirs: () =>
      mean(Array.from(precision(yTrue, zeros, { average: "none" })).filter((p) => !Number.isNaN(p))),
  },
  {
    rule: "accuracy is the fraction that is right, where TorchMetrics averages the recalls of the classes",
    link: torchmetrics("accuracy.py"), // multiclass_accuracy
    theirs: tensor("tensor(0.8333)"),
    ours: () => accuracy([2, 1, 0, 0], [2, 1, 0, 1]),
    is: python("0.75"),
    asTheirs: () => recall([2, 1, 0, 0], [2, 1, 0, 1], { average: "macro" }),
  },
  {
    rule: "a confusion matrix refuses a label outside its classes, where scikit-learn leaves the observation out",
    link: docs("confusion_matrix"),
    theirs: numpy("[[2, 0], [0, 0]]"),
    ours: () => confusionMatrix([2, 0, 2, 2, 0, 1], [0, 0, 2, 2, 0, 2], { classes: [0, 1] }).counts.data,
    is: DomainError,
  },
];

const rowsOfAnySum: readonly (readonly [number, number])[] = [
  [0.2, 0.7],
  [0.6, 0.5],
  [0.4, 0.1],
  [0.7, 0.2],
];

const logProbabilities = [
  [-0.1315, -3.1315, -2.5315],
  [-3.7038, -0.1038, -2.6038],
  [-2.3422, -1.3422, -0.4422],
];

const losses: readonly Difference[] = [
  {
    rule: "the loss of what was held to be impossible is infinite, where log_loss clips probabilities by 2⁻⁵²",
    link: docs("log_loss"),
    theirs: python("18.021826694558577"),
    ours: () => binaryCrossEntropy([0, 1], [0, 0]),
    is: python("inf"),
    asTheirs: () => binaryCrossEntropy([0, 1], [2 ** -52, 2 ** -52]),
  },
  {
    rule: "the loss of what was held to be impossible is infinite, where BCELoss clamps logarithms at -100",
    link: torch("BCELoss"),
    theirs: tensor("tensor(100.)"),
    ours: () => binaryCrossEntropy([1], [0]),
    is: python("inf"),
    asTheirs: () => Math.min(100, binaryCrossEntropy([1], [0])),
  },
  {
    rule: "the loss of the nearly impossible is what it is, where BCELoss clamps logarithms at -100",
    link: torch("BCELoss"),
    theirs: tensor("tensor(100.)"),
    ours: () => binaryCrossEntropy([1], [1e-60]),
    is: python("138.15510557964274"),
    asTheirs: () => Math.min(100, binaryCrossEntropy([1], [1e-60])),
  },
  {
    rule: "one class among the targets is enough, where log_loss wants two",
    link: tests("tests/test_classification.py"), // test_log_loss
    theirs: "ValueError",
    ours: () => binaryCrossEntropy([1, 1], [0.7, 0.5]),
    is: python("0.5249110622493389"),
  },
  {
    rule: "probabilities are taken as they are, where log_loss divides each row by its sum",
    link: tests("tests/test_classification.py"), // test_log_loss
    theirs: almost("1.0383217", 6),
    ours: () => negativeLogLikelihood([0, 1, 1, 0], rowsOfAnySum),
    is: python("1.2404612824817058"),
    asTheirs: () =>
      negativeLogLikelihood(
        [0, 1, 1, 0],
        rowsOfAnySum.map(([p, q]) => [p / (p + q), q / (p + q)]),
      ),
  },
  {
    rule: "the negative log-likelihood takes probabilities, where NLLLoss takes their logarithms",
    link: pytorchTests, // NLLLoss
    theirs: rounded("2.4258"),
    ours: () => negativeLogLikelihood([1, 0, 2], logProbabilities),
    is: DomainError,
    asTheirs: () =>
      negativeLogLikelihood(
        [1, 0, 2],
        logProbabilities.map((entries) => entries.map(Math.exp)),
      ),
  },
  {
    rule: "a class index is one of the classes, where CrossEntropyLoss leaves out the observations of index -100",
    link: torch("CrossEntropyLoss"),
    theirs: tensor("tensor(0.1269)"),
    ours: () =>
      crossEntropyWithLogits(
        [0, -100],
        [
          [3, 1],
          [1, 2],
        ],
      ),
    is: DomainError,
    asTheirs: () => crossEntropyWithLogits([0], [[3, 1]]),
  },
  {
    rule: "hinge takes targets of -1 and 1, where hinge_loss takes any two labels in their order",
    link: tests("tests/test_classification.py"), // test_hinge_loss_binary
    theirs: python("0.3"),
    ours: () => hinge([0, 2, 2, 0], [-8.5, 0.5, 1.5, -0.3]),
    is: DomainError,
    asTheirs: () => hinge([-1, 1, 1, -1], [-8.5, 0.5, 1.5, -0.3]),
  },
  {
    rule: "Huber's loss has the slope δ, where SmoothL1Loss divides it by its beta",
    link: pytorchTests, // SmoothL1LossBeta
    theirs: rounded("1.67"),
    ours: () => huber([0, 1, 5], [0.1, 1.5, 10], { delta: 0.5 }),
    is: python("0.835"),
    asTheirs: () => huber([0, 1, 5], [0.1, 1.5, 10], { delta: 0.5 }) / 0.5,
  },
];

const p = [0.36, 0.48, 0.16];
const q = [1 / 3, 1 / 3, 1 / 3];

const divergences: readonly Difference[] = [
  {
    rule: "a divergence is a sum, where KLDivLoss by default divides it by the number of entries",
    link: torch("KLDivLoss"),
    theirs: tensor("tensor(0.0284)"), // KLDivLoss()(q.log(), p): the logarithms of q first
    ours: () => klDivergence(p, q),
    is: python("0.08529960131837058"),
    asTheirs: () => klDivergence(p, q) / 3,
  },
  {
    rule: "a divergence is of p from q in this order, where KLDivLoss()(input, target) is of the target from the input",
    link: torch("KLDivLoss"),
    theirs: tensor("tensor(0.0853)"), // KLDivLoss(reduction="sum")(q.log(), p)
    ours: () => klDivergence(q, p),
    is: python("0.09745500678538757"),
    asTheirs: () => klDivergence(p, q),
  },
  {
    rule: "0 is 0 in a divergence, where Keras clips probabilities by 10⁻⁷",
    link: "https://www.tensorflow.org/versions/r2.3/api_docs/python/tf/keras/metrics/KLDivergence",
    theirs: float32("0.45814306"),
    ours: () => mean([klDivergence([0, 1], [0.6, 0.4]), klDivergence([0, 0], [0.4, 0.6])]),
    is: python("0.4581453659370775"),
    asTheirs: () => mean([klDivergence([1e-7, 1], [0.6, 0.4]), klDivergence([1e-7, 1e-7], [0.4, 0.6])]),
  },
  {
    rule: "a distribution is taken as it is, where SciPy's entropy divides it by its sum",
    link: "https://docs.scipy.org/doc/scipy-1.10.1/reference/generated/scipy.stats.entropy.html",
    theirs: python("1.2798542258336676"),
    ours: () => entropy([1, 2, 3, 4]),
    is: python("-10.227308671603781"),
    asTheirs: () => entropy([1, 2, 3, 4], { normalize: true }),
  },
  {
    rule: "the Jensen–Shannon divergence is not its root, where SciPy's distance is",
    link: "https://docs.scipy.org/doc/scipy-1.10.1/reference/generated/scipy.spatial.distance.jensenshannon.html",
    theirs: python("0.46450140402245893"),
    ours: () => jsDivergence([1, 0], [0.5, 0.5]),
    is: python("0.2157615543388357"),
    asTheirs: () => Math.sqrt(jsDivergence([1, 0], [0.5, 0.5])),
  },
  {
    rule: "the entropy of a negative number is refused, where PyTorch's entr gives -inf",
    link: "https://pytorch.org/docs/1.13/special.html#torch.special.entr",
    theirs: tensor("tensor(-inf)"),
    ours: () => entropy([-0.5]),
    is: DomainError,
  },
  {
    rule: "the entropy of nothing is refused, where scikit-learn gives 1",
    link: tests("cluster/tests/test_supervised.py"), // test_entropy
    theirs: python("1"),
    ours: () => entropy([]),
    is: ShapeError,
  },
];

const labels = [1, 1, 2, 2];
const scores = [0.1, 0.4, 0.35, 0.8];
/** The scores of a class that does not occur, for the targets [0, 1, 3, 2]. */
const absent = [0.05, 0.05, 0.05, 0.05];

const twoQueriesWithoutPositives = [
  { labels: [0, 0], scores: [0, 1] },
  { labels: [0, 0], scores: [0, 1] },
];

const ranking: readonly Difference[] = [
  {
    rule: "the first threshold of a ROC curve is infinite, where scikit-learn took the largest score and 1 up to 1.2",
    link: docs("roc_curve"),
    theirs: numpy("[1.8 , 0.8 , 0.4 , 0.35, 0.1 ]"),
    ours: () => rocCurve(labels, scores, { positive: 2 }).thresholds,
    is: numpy("[inf , 0.8 , 0.4 , 0.35, 0.1 ]"),
  },
  {
    rule: "the first threshold of a ROC curve is infinite, where TorchMetrics takes 1",
    link: torchmetrics("roc.py"),
    theirs: tensor("tensor([1.0000, 0.8000, 0.7000, 0.5000, 0.0000])"),
    ours: () => rocCurve([0, 1, 1, 0], [0, 0.5, 0.7, 0.8]).thresholds,
    is: tensor("tensor([inf, 0.8000, 0.7000, 0.5000, 0.0000])"),
  },
  {
    rule: "a ROC curve has every point, where scikit-learn drops those between others on a line",
    link: tests("tests/test_ranking.py"), // test_roc_curve_drop_intermediate
    theirs: almost("[2.0, 1.0, 0.7, 0.0]", 6),
    ours: () => rocCurve([0, 0, 0, 0, 1, 1], [0, 0.2, 0.5, 0.6, 0.7, 1]).thresholds,
    is: numpy("[inf, 1. , 0.7, 0.6, 0.5, 0.2, 0. ]"),
  },
  {
    rule: "true positive rates without positives are undefined, where TorchMetrics takes 0",
    link: torchmetrics("roc.py"), // multiclass_roc, class 4
    theirs: tensor("tensor([0., 0.])"),
    ours: () => rocCurve([0, 1, 3, 2], absent, { positive: 4 }).truePositiveRates,
    is: tensor("tensor([nan, nan])"),
  },
  {
    rule: "the area under the curve of one class is undefined, where scikit-learn raises an error",
    link: tests("tests/test_ranking.py"), // test_roc_curve_toydata
    theirs: "ValueError",
    ours: () => rocAuc([0, 0], [0.25, 0.75]),
    is: python("nan"),
  },
  {
    rule: "the area under the curve of a class that does not occur is undefined, where TorchMetrics takes 0",
    link: torchmetrics("auroc.py"), // multiclass_auroc, class 4
    theirs: tensor("tensor(0.0000)"),
    ours: () => rocAuc([0, 1, 3, 2], absent, { positive: 4 }),
    is: python("nan"),
    asTheirs: () => rocAuc([0, 1, 3, 2], absent, { positive: 4, undefinedValue: 0 }),
  },
  {
    rule: "a precision-recall curve runs by falling thresholds from infinity, where scikit-learn's runs by rising ones",
    link: docs("precision_recall_curve"),
    theirs: numpy("[0.1 , 0.35, 0.4 , 0.8 ]"),
    ours: () => precisionRecallCurve([0, 0, 1, 1], scores).thresholds,
    is: numpy("[inf, 0.8 , 0.4 , 0.35, 0.1 ]"),
    asTheirs: () => Array.from(precisionRecallCurve([0, 0, 1, 1], scores).thresholds.subarray(1)).reverse(),
  },
  {
    rule: "average precision without positives is undefined, where scikit-learn warns and takes 0",
    link: tests("tests/test_ranking.py"), // test_precision_recall_curve_toydata
    theirs: python("0"),
    ours: () => averagePrecision([0, 0], [0.25, 0.75]),
    is: python("nan"),
    asTheirs: () => averagePrecision([0, 0], [0.25, 0.75], { undefinedValue: 0 }),
  },
  {
    rule: "mean average precision with a query without positives is undefined, where scikit-learn averages a 0",
    link: tests("tests/test_ranking.py"), // test_precision_recall_curve_toydata, average="samples"
    theirs: python("0.0"),
    ours: () => meanAveragePrecision(twoQueriesWithoutPositives),
    is: python("nan"),
    asTheirs: () => meanAveragePrecision(twoQueriesWithoutPositives, { undefinedValue: 0 }),
  },
  {
    rule: "nDCG without any gain is undefined, where scikit-learn takes 0",
    link: tests("tests/test_ranking.py"), // _test_ndcg_score_for
    theirs: python("0"),
    ours: () => ndcg([0, 0, 0], [1, 2, 3]),
    is: python("nan"),
    asTheirs: () => ndcg([0, 0, 0], [1, 2, 3], { undefinedValue: 0 }),
  },
  {
    rule: "a negative relevance is refused, where scikit-learn warned up to 1.3",
    link: tests("tests/test_ranking.py"), // test_ndcg_negative_ndarray_warn
    theirs: rounded("396.0329"),
    ours: () => ndcg([-0.89, -0.53, -0.47, 0.39, 0.56], [0.07, 0.31, 0.75, 0.33, 0.27]),
    is: DomainError,
  },
  {
    rule: "ties in the order of the input put the first first, where scikit-learn with ignore_ties puts the last first",
    link: docs("dcg_score"),
    theirs: python("5.0"),
    ours: () => dcg([10, 0, 0, 1, 5], [1, 0, 0, 0, 1], { k: 1, ties: "order" }),
    is: python("10.0"),
    asTheirs: () => dcg([5, 1, 0, 0, 10], [1, 0, 0, 0, 1], { k: 1, ties: "order" }),
  },
  {
    rule: "ties in the order of the input put the first first in nDCG too",
    link: docs("ndcg_score"),
    theirs: python("0.5..."),
    ours: () => ndcg([10, 0, 0, 1, 5], [1, 0, 0, 0, 1], { k: 1, ties: "order" }),
    is: python("1.0"),
    asTheirs: () => ndcg([5, 1, 0, 0, 10], [1, 0, 0, 0, 1], { k: 1, ties: "order" }),
  },
];

const clusteringTests = tests("cluster/tests/test_supervised.py");
const oneCluster = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
const tenClusters = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

const clustering: readonly Difference[] = [
  {
    rule: "the adjusted Rand index of two trivial clusterings is undefined, where scikit-learn takes 1",
    link: clusteringTests, // test_perfect_matches
    theirs: python("1.0"),
    ours: () => adjustedRandIndex([0, 0, 0], [0, 0, 0]),
    is: python("nan"),
    asTheirs: () => adjustedRandIndex([0, 0, 0], [0, 0, 0], { undefinedValue: 1 }),
  },
  {
    rule: "the adjusted Rand index of clusterings into single items is undefined, where scikit-learn takes 1",
    link: clusteringTests, // test_perfect_matches
    theirs: python("1.0"),
    ours: () => adjustedRandIndex([0, 1, 2], [42, 7, 2]),
    is: python("nan"),
    asTheirs: () => adjustedRandIndex([0, 1, 2], [42, 7, 2], { undefinedValue: 1 }),
  },
  {
    rule: "the normalized mutual information of two trivial clusterings is undefined, where scikit-learn takes 1",
    link: clusteringTests, // test_perfect_matches
    theirs: python("1.0"),
    ours: () => normalizedMutualInformation([0, 0, 0], [0, 0, 0]),
    is: python("nan"),
    asTheirs: () => normalizedMutualInformation([0, 0, 0], [0, 0, 0], { undefinedValue: 1 }),
  },
  {
    rule: "the mutual information over a geometric mean of entropies that is 0 is undefined, where scikit-learn takes 0",
    link: clusteringTests, // test_exactly_zero_info_score
    theirs: python("0.0"),
    ours: () => normalizedMutualInformation(oneCluster, tenClusters, { mean: "geometric" }),
    is: python("nan"),
    asTheirs: () =>
      normalizedMutualInformation(oneCluster, tenClusters, { mean: "geometric", undefinedValue: 0 }),
  },
  {
    rule: "the mutual information over a smaller entropy that is 0 is undefined, where scikit-learn takes 0",
    link: clusteringTests, // test_exactly_zero_info_score
    theirs: python("0.0"),
    ours: () => normalizedMutualInformation(oneCluster, tenClusters, { mean: "min" }),
    is: python("nan"),
    asTheirs: () => normalizedMutualInformation(oneCluster, tenClusters, { mean: "min", undefinedValue: 0 }),
  },
  {
    rule: "the Rand index of one item, without a pair, is undefined, where scikit-learn takes 1",
    link: clusteringTests, // test_perfect_matches
    theirs: python("1.0"),
    ours: () => randIndex([0], [1]),
    is: python("nan"),
    asTheirs: () => randIndex([0], [1], { undefinedValue: 1 }),
  },
  {
    rule: "two clusterings of nothing are refused, where scikit-learn takes 1",
    link: clusteringTests, // test_perfect_matches
    theirs: python("1.0"),
    ours: () => adjustedRandIndex([], []),
    is: ShapeError,
  },
  {
    rule: "what is 1 comes out as 1, where scikit-learn's completeness is short of it by rounding",
    link: docs("completeness_score"),
    theirs: python("0.999..."),
    ours: () => normalizedMutualInformation([0, 1, 2, 3], [0, 0, 1, 1], { mean: "min" }),
    is: python("1.0"),
  },
];

const similarity: readonly Difference[] = [
  {
    rule: "the cosine of a zero vector is undefined, where scikit-learn takes 0",
    link: "https://scikit-learn.org/stable/modules/generated/sklearn.metrics.pairwise.cosine_similarity.html",
    theirs: numpy("[0.   , 0.   ]"),
    ours: () => [cosineSimilarity([0, 0, 0], [1, 0, 0]), cosineSimilarity([0, 0, 0], [1, 1, 0])],
    is: numpy("[nan, nan]"),
    asTheirs: () =>
      [
        [1, 0, 0],
        [1, 1, 0],
      ].map((y) => cosineSimilarity([0, 0, 0], y, { undefinedValue: 0 })),
  },
  {
    rule: "the cosine of a zero vector is undefined, where PyTorch divides by 10⁻⁸ at least",
    link: torch("CosineSimilarity"),
    theirs: tensor("tensor(0.)"),
    ours: () => cosineSimilarity([0, 0, 0], [1, 1, 1]),
    is: python("nan"),
    asTheirs: () => cosineSimilarity([0, 0, 0], [1, 1, 1], { undefinedValue: 0 }),
  },
  {
    rule: "Jaccard's index of two empty sets is undefined, where scikit-learn warns and takes 0",
    link: tests("tests/test_classification.py"), // test_average_binary_jaccard_score
    theirs: python("0.0"),
    ours: () => jaccard(setOf([0, 0]), setOf([0, 0])),
    is: python("nan"),
    asTheirs: () => jaccard(setOf([0, 0]), setOf([0, 0]), { undefinedValue: 0 }),
  },
  {
    rule: "pointwise mutual information is in nats, where NLTK's is in bits",
    link: "https://github.com/nltk/nltk/blob/021033b2879fd8fe8c855d40ef58ce8d66a29636/nltk/test/collocations.doctest",
    theirs: rounded("18.38"),
    ours: () => pointwiseMutualInformation(20 / 14307668, 42 / 14307668, 20 / 14307668),
    is: python("12.738636557006396"),
    asTheirs: () => pointwiseMutualInformation(20 / 14307668, 42 / 14307668, 20 / 14307668, { base: 2 }),
  },
];

const text = (result: Result): string => valuesOf(result).join(", ");

describe.each([
  ["classification", classification],
  ["losses", losses],
  ["divergences", divergences],
  ["ranking", ranking],
  ["clustering", clustering],
  ["similarity", similarity],
])("where %s differs by rule", (_name, differences) => {
  for (const { rule, link, theirs, ours, is, asTheirs } of differences) {
    it(rule, () => {
      if (typeof is === "function") {
        expect(ours, link).toThrow(is);
      } else {
        expect(printsAs(ours(), is), `${text(ours())} is not ${is.text}: ${link}`).toBe(true);
      }
      if (theirs === "ValueError") return;
      if (typeof is !== "function") {
        expect(printsAs(ours(), theirs), `${text(ours())} is as theirs, ${theirs.text}: ${link}`).toBe(false);
      }
      if (asTheirs !== undefined) {
        expect(printsAs(asTheirs(), theirs), `${text(asTheirs())} is not ${theirs.text}: ${link}`).toBe(true);
      }
    });
  }
});
