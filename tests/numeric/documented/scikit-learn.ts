// Examples that scikit-learn documents: its docstrings and user guide, and its own tests where those print nothing.

import {
  accuracy,
  adjustedRandIndex,
  averagePrecision,
  binaryCrossEntropy,
  confusionCounts,
  confusionMatrix,
  cosineSimilarity,
  crossEntropy,
  dcg,
  entropy,
  f1,
  hinge,
  jaccard,
  meanAbsoluteError,
  meanAveragePrecision,
  meanSquaredError,
  mutualInformation,
  ndcg,
  negativeLogLikelihood,
  normalizedMutualInformation,
  precision,
  precisionRecallCurve,
  randIndex,
  recall,
  rocAuc,
  rocCurve,
  sensitivity,
  specificity,
} from "../../../src/index.js";
import { column, examples, mean, setOf, type Example } from "./example.js";
import { almost, formatted, numpy, python, rounded } from "./printed.js";

const docs = (name: string): string =>
  `https://scikit-learn.org/1.2/modules/generated/sklearn.metrics.${name}.html`;
const stable = (name: string): string =>
  `https://scikit-learn.org/stable/modules/generated/sklearn.metrics.${name}.html`;
const guide = (section: string): string =>
  `https://scikit-learn.org/1.4/modules/model_evaluation.html#${section}`;
const clustering = (section: string): string =>
  `https://scikit-learn.org/1.4/modules/clustering.html#${section}`;
const tests = (file: string): string =>
  `https://github.com/scikit-learn/scikit-learn/blob/1.2.1/sklearn/metrics/${file}`;

const classificationTests = tests("tests/test_classification.py");
const rankingTests = tests("tests/test_ranking.py");
const clusteringTests = tests("cluster/tests/test_supervised.py");

// Targets of one output and of two.
const targets = [3, -0.5, 2, 7];
const predictions = [2.5, 0, 2, 8];
const twoTargets = [
  [0.5, 1],
  [-1, 1],
  [7, -6],
];
const twoPredictions = [
  [0, 2],
  [-1, 2],
  [8, -5],
];
const fourTargets = [
  [1, 2],
  [2.5, -1],
  [4.5, 3],
  [5, 7],
];
const fourPredictions = [
  [1, 1],
  [2, -1],
  [5, 4],
  [5, 6.5],
];

const regression: readonly Example[] = [
  ...examples("meanAbsoluteError", docs("mean_absolute_error"), [
    ["mean_absolute_error", () => meanAbsoluteError(targets, predictions), python("0.5")],
    ["of two outputs", () => meanAbsoluteError(twoTargets.flat(), twoPredictions.flat()), python("0.75")],
    [
      "multioutput='raw_values'",
      () => [0, 1].map((j) => meanAbsoluteError(column(twoTargets, j), column(twoPredictions, j))),
      numpy("[0.5, 1. ]"),
    ],
  ]),
  ...examples("meanAbsoluteError", tests("tests/test_regression.py"), [
    [
      "test_regression_multioutput_array",
      () => [0, 1].map((j) => meanAbsoluteError(column(fourTargets, j), column(fourPredictions, j))),
      almost("[0.25, 0.625]", 2),
    ],
  ]),
  ...examples("meanSquaredError", docs("mean_squared_error"), [
    ["mean_squared_error", () => meanSquaredError(targets, predictions), python("0.375")],
    ["squared=False", () => Math.sqrt(meanSquaredError(targets, predictions)), python("0.612...")],
    ["of two outputs", () => meanSquaredError(twoTargets.flat(), twoPredictions.flat()), python("0.708...")],
    [
      "multioutput='raw_values'",
      () => [0, 1].map((j) => meanSquaredError(column(twoTargets, j), column(twoPredictions, j))),
      numpy("[0.41666667, 1.        ]"),
    ],
    [
      "of two outputs, squared=False",
      () =>
        mean(
          [0, 1].map((j) => Math.sqrt(meanSquaredError(column(twoTargets, j), column(twoPredictions, j)))),
        ),
      python("0.822..."),
    ],
  ]),
  ...examples("meanSquaredError", tests("tests/test_regression.py"), [
    [
      "test_regression_multioutput_array",
      () => [0, 1].map((j) => meanSquaredError(column(fourTargets, j), column(fourPredictions, j))),
      almost("[0.125, 0.5625]", 2),
    ],
  ]),
  ...examples("meanSquaredError", docs("brier_score_loss"), [
    ["brier_score_loss", () => meanSquaredError([0, 1, 1, 0], [0.1, 0.9, 0.8, 0.3]), python("0.037...")],
    ["of decisions", () => meanSquaredError([0, 1, 1, 0], [0, 1, 1, 0]), python("0.0")],
  ]),
  ...examples("meanSquaredError", guide("brier-score-loss"), [
    ["brier_score_loss", () => meanSquaredError([0, 1, 1, 0], [0.1, 0.9, 0.8, 0.4]), python("0.055")],
  ]),
];

const losses: readonly Example[] = [
  ...examples("hinge", docs("hinge_loss"), [
    // The decisions are the first digits that the page prints.
    ["hinge_loss", () => hinge([-1, 1, 1], [-2.18, 2.36, 0.09]), python("0.30...")],
  ]),
  ...examples("hinge", classificationTests, [
    ["test_hinge_loss_binary", () => hinge([-1, 1, 1, -1], [-8.5, 0.5, 1.5, -0.3]), python("0.3")],
  ]),
  ...examples("binaryCrossEntropy", docs("log_loss"), [
    ["log_loss", () => binaryCrossEntropy([1, 0, 0, 1], [0.9, 0.1, 0.2, 0.65]), python("0.21616...")],
  ]),
  ...examples("binaryCrossEntropy", guide("log-loss"), [
    ["log_loss", () => binaryCrossEntropy([0, 0, 1, 1], [0.1, 0.2, 0.7, 0.99]), python("0.1738...")],
  ]),
  ...examples("binaryCrossEntropy", classificationTests, [
    ["test_log_loss, eps=0, of what is right", () => binaryCrossEntropy([0, 1], [0, 1]), python("0")],
    ["test_log_loss, eps=0, of [0, 0]", () => binaryCrossEntropy([0, 1], [0, 0]), python("inf")],
    ["test_log_loss, eps=0, of [1, 1]", () => binaryCrossEntropy([0, 1], [1, 1]), python("inf")],
  ]),
  ...examples("negativeLogLikelihood", docs("log_loss"), [
    [
      "log_loss, ham and spam",
      () =>
        negativeLogLikelihood(
          [1, 0, 0, 1],
          [
            [0.1, 0.9],
            [0.9, 0.1],
            [0.8, 0.2],
            [0.35, 0.65],
          ],
        ),
      python("0.21616..."),
    ],
  ]),
  ...examples("negativeLogLikelihood", classificationTests, [
    [
      "test_log_loss, three classes",
      () =>
        negativeLogLikelihood(
          [1, 0, 2],
          [
            [0.2, 0.7, 0.1],
            [0.6, 0.2, 0.2],
            [0.6, 0.1, 0.3],
          ],
        ),
      almost("0.6904911", 7),
    ],
    [
      "test_log_loss, three classes twice, normalize=False",
      () =>
        negativeLogLikelihood(
          [1, 0, 2, 1, 0, 2],
          [
            [0.2, 0.7, 0.1],
            [0.6, 0.2, 0.2],
            [0.6, 0.1, 0.3],
            [0.2, 0.7, 0.1],
            [0.6, 0.2, 0.2],
            [0.6, 0.1, 0.3],
          ],
          { reduction: "sum" },
        ),
      almost("4.1429466", 6), // 0.6904911 * 6
    ],
    [
      "test_log_loss, three classes, eps=0, of what is right",
      () =>
        negativeLogLikelihood(
          [0, 1, 2],
          [
            [1, 0, 0],
            [0, 1, 0],
            [0, 0, 1],
          ],
        ),
      python("0"),
    ],
    [
      "test_log_loss, three classes, eps=0, of the impossible",
      () =>
        negativeLogLikelihood(
          [0, 1, 2],
          [
            [0, 0.5, 0.5],
            [0, 1, 0],
            [0, 0, 1],
          ],
        ),
      python("inf"),
    ],
  ]),
  ...examples("crossEntropy", classificationTests, [
    [
      "test_log_loss, three classes as indicators",
      () =>
        crossEntropy(
          [
            [0, 1, 0],
            [1, 0, 0],
            [0, 0, 1],
          ],
          [
            [0.2, 0.7, 0.1],
            [0.6, 0.2, 0.2],
            [0.6, 0.1, 0.3],
          ],
        ),
      almost("0.6904911", 7),
    ],
  ]),
  ...examples("entropy", clusteringTests, [
    // Of the labels [0, 0, 42], that is of the counts 2 and 1.
    [
      "test_entropy, entropy([0, 0, 42.0])",
      () => entropy([2, 1], { normalize: true }),
      almost("0.6365141", 5),
    ],
    ["test_entropy, entropy([1, 1, 1, 1])", () => entropy([4], { normalize: true }), python("0")],
  ]),
];

const yTrue = [0, 1, 2, 0, 1, 2];
const yPred = [0, 2, 1, 0, 0, 1];
const animals = ["cat", "dog", "pig", "cat", "dog", "pig"];
const guesses = ["cat", "pig", "dog", "cat", "cat", "dog"];
const pets = ["cat", "ant", "cat", "cat", "ant", "bird"];
const petGuesses = ["ant", "ant", "cat", "cat", "ant", "cat"];
const zeros = [0, 0, 0, 0, 0, 0];
const indicators = [
  [0, 0, 0],
  [1, 1, 1],
  [0, 1, 1],
];
const indicatorPredictions = [
  [0, 0, 0],
  [1, 1, 1],
  [1, 1, 0],
];
const reportLabels = [0, 1, 2, 2, 2];
const reportPredictions = [0, 0, 2, 2, 1];
const guideLabels = [0, 1, 2, 2, 0];
const guidePredictions = [0, 0, 2, 1, 0];
/** scikit-learn counts 0/0 as 0 unless told otherwise. */
const asZero = { undefinedValue: 0 } as const;

const counts = (
  labels: readonly (number | string)[],
  predicted: readonly (number | string)[],
  positive: number | string,
) => {
  const { TP, FP, FN, TN } = confusionCounts(labels, predicted, { positive });
  return { TP, FP, FN, TN };
};

const threeLabels = [
  [0, 0, 1],
  [0, 1, 0],
  [1, 1, 0],
];

const threePredictions = [
  [0, 1, 0],
  [0, 0, 1],
  [1, 1, 0],
];

function likelihoodRatios(
  labels: readonly (number | string)[],
  predicted: readonly (number | string)[],
  positive: number | string,
): number[] {
  const TPR = sensitivity(labels, predicted, { positive });
  const TNR = specificity(labels, predicted, { positive });
  return [TPR / (1 - TNR), (1 - TPR) / TNR];
}

const classification: readonly Example[] = [
  ...examples("confusionMatrix", docs("confusion_matrix"), [
    [
      "confusion_matrix",
      () => confusionMatrix([2, 0, 2, 2, 0, 1], [0, 0, 2, 2, 0, 2]).counts.data,
      numpy("[[2, 0, 0], [0, 0, 1], [1, 0, 2]]"),
    ],
    [
      "labels=['ant', 'bird', 'cat']",
      () => confusionMatrix(pets, petGuesses, { classes: ["ant", "bird", "cat"] }).counts.data,
      numpy("[[2, 0, 0], [0, 0, 1], [1, 0, 2]]"),
    ],
  ]),
  ...examples("confusionMatrix", guide("confusion-matrix"), [
    [
      "normalize='all'",
      () =>
        confusionMatrix([0, 0, 0, 1, 1, 1, 1, 1], [0, 1, 0, 1, 0, 1, 0, 1]).counts.data.map(
          (count) => count / 8,
        ),
      numpy("[[0.25 , 0.125], [0.25 , 0.375]]"),
    ],
  ]),
  ...examples("confusionCounts", docs("confusion_matrix"), [
    [
      "(tn, fp, fn, tp)",
      () => {
        const { TP, FP, FN, TN } = counts([0, 1, 0, 1], [1, 1, 1, 0], 1);
        return [TN, FP, FN, TP];
      },
      python("(0, 2, 1, 1)"),
    ],
  ]),
  ...examples("confusionCounts", guide("confusion-matrix"), [
    [
      "tn, fp, fn, tp",
      () => {
        const { TP, FP, FN, TN } = counts([0, 0, 0, 1, 1, 1, 1, 1], [0, 1, 0, 1, 0, 1, 0, 1], 1);
        return [TN, FP, FN, TP];
      },
      python("(2, 1, 2, 3)"),
    ],
  ]),
  ...examples("confusionCounts", docs("multilabel_confusion_matrix"), [
    [
      "labels=['ant', 'bird', 'cat']",
      () =>
        ["ant", "bird", "cat"].flatMap((positive) => {
          const { TP, FP, FN, TN } = counts(pets, petGuesses, positive);
          return [TN, FP, FN, TP];
        }),
      numpy("[[[3, 1], [0, 2]], [[5, 0], [1, 0]], [[2, 1], [1, 2]]]"),
    ],
  ]),
  ...examples("accuracy", docs("accuracy_score"), [
    ["accuracy_score", () => accuracy([0, 1, 2, 3], [0, 2, 1, 3]), python("0.5")],
  ]),
  ...examples("accuracy", docs("zero_one_loss"), [
    ["zero_one_loss, which is 1 − accuracy", () => 1 - accuracy([2, 2, 3, 4], [1, 2, 3, 4]), python("0.25")],
  ]),
  ...examples("accuracy", docs("classification_report"), [
    ["classification_report", () => accuracy(reportLabels, reportPredictions), rounded("0.60")],
  ]),
  ...examples("precision", docs("precision_score"), [
    ["average='macro'", () => precision(yTrue, yPred, { average: "macro" }), python("0.22...")],
    ["average='micro'", () => precision(yTrue, yPred, { average: "micro" }), python("0.33...")],
    ["average='weighted'", () => precision(yTrue, yPred, { average: "weighted" }), python("0.22...")],
    [
      "average=None",
      () => precision(yTrue, yPred, { average: "none" }),
      numpy("[0.66..., 0.        , 0.        ]"),
    ],
    [
      "average=None, of zeros",
      () => precision(yTrue, zeros, { average: "none", ...asZero }),
      numpy("[0.33..., 0.        , 0.        ]"),
    ],
    [
      "average=None, zero_division=1",
      () => precision(yTrue, zeros, { average: "none", undefinedValue: 1 }),
      numpy("[0.33..., 1.        , 1.        ]"),
    ],
    [
      "of three labels",
      () => [0, 1, 2].map((j) => precision(column(indicators, j), column(indicatorPredictions, j))),
      numpy("[0.5, 1. , 1. ]"),
    ],
  ]),
  ...examples("precision", guide("binary-classification"), [
    ["precision_score", () => precision([0, 1, 0, 1], [0, 1, 0, 0]), python("1.0")],
    [
      "precision_recall_fscore_support",
      () => precision([0, 1, 0, 1], [0, 1, 0, 0], { average: "none" }),
      numpy("[0.66..., 1.        ]"),
    ],
  ]),
  ...examples("precision", guide("multiclass-and-multilabel-classification"), [
    [
      "labels=[0, 1, 2, 3], average='macro'",
      () => precision(yTrue, yPred, { classes: [0, 1, 2, 3], average: "macro", ...asZero }),
      python("0.166..."),
    ],
  ]),
  ...examples("precision", docs("precision_recall_fscore_support"), [
    ["average='macro'", () => precision(animals, guesses, { average: "macro" }), python("0.22...")],
    ["average='micro'", () => precision(animals, guesses, { average: "micro" }), python("0.33...")],
    ["average='weighted'", () => precision(animals, guesses, { average: "weighted" }), python("0.22...")],
    [
      "average=None, labels=['pig', 'dog', 'cat']",
      () => precision(animals, guesses, { average: "none", classes: ["pig", "dog", "cat"] }),
      numpy("[0.        , 0.        , 0.66...]"),
    ],
  ]),
  ...examples("precision", docs("classification_report"), [
    [
      "classification_report",
      () => precision(reportLabels, reportPredictions, { average: "none" }),
      rounded("0.50 0.00 1.00"),
    ],
    ["macro avg", () => precision(reportLabels, reportPredictions, { average: "macro" }), rounded("0.50")],
    [
      "weighted avg",
      () => precision(reportLabels, reportPredictions, { average: "weighted" }),
      rounded("0.70"),
    ],
    [
      "labels=[1, 2, 3], macro avg",
      () => precision([1, 1, 1], [1, 1, 0], { classes: [1, 2, 3], average: "macro", ...asZero }),
      rounded("0.33"),
    ],
    [
      "labels=[1, 2, 3], micro avg",
      () => precision([1, 1, 1], [1, 1, 0], { classes: [1, 2, 3], average: "micro" }),
      rounded("1.00"),
    ],
  ]),
  ...examples("precision", guide("classification-report"), [
    [
      "classification_report",
      () => precision(guideLabels, guidePredictions, { average: "none" }),
      rounded("0.67 0.00 1.00"),
    ],
    ["macro avg", () => precision(guideLabels, guidePredictions, { average: "macro" }), rounded("0.56")],
    [
      "weighted avg",
      () => precision(guideLabels, guidePredictions, { average: "weighted" }),
      rounded("0.67"),
    ],
  ]),
  ...examples("recall", docs("recall_score"), [
    ["average='macro'", () => recall(yTrue, yPred, { average: "macro" }), python("0.33...")],
    ["average='micro'", () => recall(yTrue, yPred, { average: "micro" }), python("0.33...")],
    ["average='weighted'", () => recall(yTrue, yPred, { average: "weighted" }), python("0.33...")],
    ["average=None", () => recall(yTrue, yPred, { average: "none" }), numpy("[1., 0., 0.]")],
    [
      "average=None, of zeros",
      () => recall(zeros, yPred, { average: "none", ...asZero }),
      numpy("[0.5, 0. , 0. ]"),
    ],
    [
      "average=None, zero_division=1",
      () => recall(zeros, yPred, { average: "none", undefinedValue: 1 }),
      numpy("[0.5, 1. , 1. ]"),
    ],
    [
      "of three labels",
      () => [0, 1, 2].map((j) => recall(column(indicators, j), column(indicatorPredictions, j))),
      numpy("[1. , 1. , 0.5]"),
    ],
  ]),
  ...examples("recall", guide("binary-classification"), [
    ["recall_score", () => recall([0, 1, 0, 1], [0, 1, 0, 0]), python("0.5")],
  ]),
  ...examples("recall", guide("multiclass-and-multilabel-classification"), [
    [
      "labels=[1, 2], average='micro'",
      () => recall(yTrue, yPred, { classes: [1, 2], average: "micro" }),
      python("0.0"),
    ],
  ]),
  ...examples("recall", docs("balanced_accuracy_score"), [
    [
      "balanced_accuracy_score, which is the macro average",
      () => recall([0, 1, 0, 0, 1, 0], [0, 1, 0, 0, 0, 1], { average: "macro" }),
      python("0.625"),
    ],
  ]),
  ...examples("recall", classificationTests, [
    [
      "test_precision_recall_f_extra_labels",
      () => recall([1, 3, 3, 2], [1, 1, 3, 2], { classes: [0, 1, 2, 3, 4], average: "none", ...asZero }),
      almost("[0.0, 1.0, 1.0, 0.5, 0.0]", 6),
    ],
    [
      "test_precision_recall_f_ignored_labels",
      () => recall([1, 1, 2, 3], [1, 3, 3, 3], { classes: [1, 3], average: "none" }),
      almost("[0.5, 1.0]", 6),
    ],
    [
      "test_precision_recall_f_ignored_labels, macro",
      () => recall([1, 1, 2, 3], [1, 3, 3, 3], { classes: [1, 3], average: "macro" }),
      almost("0.75", 7), // (0.5 + 1.0) / 2
    ],
    [
      "test_precision_recall_f_ignored_labels, weighted",
      () => recall([1, 1, 2, 3], [1, 3, 3, 3], { classes: [1, 3], average: "weighted" }),
      almost("0.6666666666666666", 7), // (0.5 * 2 + 1.0 * 1) / 3
    ],
    [
      "test_precision_recall_f_ignored_labels, micro",
      () => recall([1, 1, 2, 3], [1, 3, 3, 3], { classes: [1, 3], average: "micro" }),
      almost("0.6666666666666666", 7), // 2.0 / 3
    ],
  ]),
  ...examples("recall", docs("classification_report"), [
    [
      "classification_report",
      () => recall(reportLabels, reportPredictions, { average: "none" }),
      rounded("1.00 0.00 0.67"),
    ],
    ["macro avg", () => recall(reportLabels, reportPredictions, { average: "macro" }), rounded("0.56")],
    ["weighted avg", () => recall(reportLabels, reportPredictions, { average: "weighted" }), rounded("0.60")],
  ]),
  ...examples("f1", docs("f1_score"), [
    ["average='macro'", () => f1(yTrue, yPred, { average: "macro" }), python("0.26...")],
    ["average='micro'", () => f1(yTrue, yPred, { average: "micro" }), python("0.33...")],
    ["average='weighted'", () => f1(yTrue, yPred, { average: "weighted" }), python("0.26...")],
    ["average=None", () => f1(yTrue, yPred, { average: "none" }), numpy("[0.8, 0. , 0. ]")],
    ["of zeros, zero_division=1", () => f1(zeros, zeros, { undefinedValue: 1 }), python("1.0...")],
    [
      "of three labels",
      () => [0, 1, 2].map((j) => f1(column(indicators, j), column(indicatorPredictions, j))),
      numpy("[0.66666667, 1.        , 0.66666667]"),
    ],
  ]),
  ...examples("f1", guide("binary-classification"), [
    ["f1_score", () => f1([0, 1, 0, 1], [0, 1, 0, 0]), python("0.66...")],
  ]),
  ...examples("f1", docs("precision_recall_fscore_support"), [
    [
      "average=None, labels=['pig', 'dog', 'cat']",
      () => f1(animals, guesses, { average: "none", classes: ["pig", "dog", "cat"] }),
      numpy("[0. , 0. , 0.8]"),
    ],
  ]),
  ...examples("f1", docs("classification_report"), [
    [
      "classification_report",
      () => f1(reportLabels, reportPredictions, { average: "none" }),
      rounded("0.67 0.00 0.80"),
    ],
    ["macro avg", () => f1(reportLabels, reportPredictions, { average: "macro" }), rounded("0.49")],
    ["weighted avg", () => f1(reportLabels, reportPredictions, { average: "weighted" }), rounded("0.61")],
    [
      "labels=[1, 2, 3], macro avg",
      () => f1([1, 1, 1], [1, 1, 0], { classes: [1, 2, 3], average: "macro", ...asZero }),
      rounded("0.27"),
    ],
  ]),
  ...examples("sensitivity", guide("multi-label-confusion-matrix"), [
    [
      "tp / (tp + fn)",
      () => [0, 1, 2].map((j) => sensitivity(column(threeLabels, j), column(threePredictions, j))),
      numpy("[1. , 0.5, 0. ]"),
    ],
  ]),
  ...examples("specificity", guide("multi-label-confusion-matrix"), [
    [
      "tn / (tn + fp)",
      () => [0, 1, 2].map((j) => specificity(column(threeLabels, j), column(threePredictions, j))),
      numpy("[1. , 0. , 0.5]"),
    ],
  ]),
  ...examples("specificity", docs("class_likelihood_ratios"), [
    [
      "sensitivity / (1 − specificity) and (1 − sensitivity) / specificity",
      () => likelihoodRatios([0, 1, 0, 1, 0], [1, 1, 0, 0, 0], 1),
      python("(1.5, 0.75)"),
    ],
    [
      "of strings, labels=['non-cat', 'cat']",
      () =>
        likelihoodRatios(
          ["non-cat", "cat", "non-cat", "cat", "non-cat"],
          ["cat", "cat", "non-cat", "non-cat", "non-cat"],
          "cat",
        ),
      python("(1.5, 0.75)"),
    ],
    [
      "of strings, positive the last in the alphabet",
      () =>
        likelihoodRatios(
          ["non-cat", "cat", "non-cat", "cat", "non-cat"],
          ["cat", "cat", "non-cat", "non-cat", "non-cat"],
          "non-cat",
        ),
      python("(1.33..., 0.66...)"),
    ],
  ]),
];

const backwards = (values: Float64Array): number[] => Array.from(values).reverse();

const curve = () => rocCurve([1, 1, 2, 2], [0.1, 0.4, 0.35, 0.8], { positive: 2 });

const ranking: readonly Example[] = [
  ...examples("rocCurve", guide("roc-metrics"), [
    ["fpr", () => curve().falsePositiveRates, numpy("[0. , 0. , 0.5, 0.5, 1. ]")],
    ["tpr", () => curve().truePositiveRates, numpy("[0. , 0.5, 0.5, 1. , 1. ]")],
    ["thresholds", () => curve().thresholds, numpy("[ inf, 0.8 , 0.4 , 0.35, 0.1 ]")],
  ]),
  ...examples("rocCurve", rankingTests, [
    [
      "test_roc_curve_toydata, fpr",
      () => rocCurve([0, 1], [0, 1]).falsePositiveRates,
      almost("[0, 0, 1]", 6),
    ],
    ["test_roc_curve_toydata, tpr", () => rocCurve([0, 1], [0, 1]).truePositiveRates, almost("[0, 1, 1]", 6)],
    [
      "test_roc_curve_toydata, wrong, fpr",
      () => rocCurve([0, 1], [1, 0]).falsePositiveRates,
      almost("[0, 1, 1]", 6),
    ],
    [
      "test_roc_curve_toydata, wrong, tpr",
      () => rocCurve([0, 1], [1, 0]).truePositiveRates,
      almost("[0, 0, 1]", 6),
    ],
    [
      "test_roc_curve_toydata, tied, fpr",
      () => rocCurve([1, 0], [0.5, 0.5]).falsePositiveRates,
      almost("[0, 1]", 6),
    ],
    [
      "test_roc_curve_toydata, tied, tpr",
      () => rocCurve([1, 0], [0.5, 0.5]).truePositiveRates,
      almost("[0, 1]", 6),
    ],
  ]),
  ...examples("rocAuc", docs("auc"), [
    ["auc(*roc_curve)", () => rocAuc([1, 1, 2, 2], [0.1, 0.4, 0.35, 0.8], { positive: 2 }), python("0.75")],
  ]),
  ...examples("rocAuc", rankingTests, [
    ["test_roc_curve_toydata, right", () => rocAuc([0, 1], [0, 1]), almost("1.0", 7)],
    ["test_roc_curve_toydata, wrong", () => rocAuc([0, 1], [1, 0]), almost("0.0", 7)],
    ["test_roc_curve_toydata, all equal", () => rocAuc([1, 0], [1, 1]), almost("0.5", 7)],
    ["test_roc_curve_toydata, right, in the other order", () => rocAuc([1, 0], [1, 0]), almost("1.0", 7)],
    ["test_roc_curve_toydata, all 0.5", () => rocAuc([1, 0], [0.5, 0.5]), almost("0.5", 7)],
  ]),
  ...examples("precisionRecallCurve", docs("precision_recall_curve"), [
    // Theirs runs by rising thresholds, ours by falling ones.
    [
      "precision",
      () => backwards(precisionRecallCurve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]).precisions),
      numpy("[0.5       , 0.66666667, 0.5       , 1.        , 1.        ]"),
    ],
    [
      "recall",
      () => backwards(precisionRecallCurve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]).recalls),
      numpy("[1. , 1. , 0.5, 0.5, 0. ]"),
    ],
    [
      "thresholds, without that of the first point",
      () => backwards(precisionRecallCurve([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]).thresholds.subarray(1)),
      numpy("[0.1 , 0.35, 0.4 , 0.8 ]"),
    ],
  ]),
  ...examples("precisionRecallCurve", rankingTests, [
    [
      "test_precision_recall_curve, precision",
      () => backwards(precisionRecallCurve([1, 0, 0, 1], [1, 2, 3, 4]).precisions),
      almost("[0.5, 0.33333333, 0.5, 1.0, 1.0]", 6),
    ],
    [
      "test_precision_recall_curve, recall",
      () => backwards(precisionRecallCurve([1, 0, 0, 1], [1, 2, 3, 4]).recalls),
      almost("[1.0, 0.5, 0.5, 0.5, 0.0]", 6),
    ],
    [
      "test_precision_recall_curve_toydata, wrong, precision",
      () => backwards(precisionRecallCurve([0, 1], [1, 0]).precisions),
      almost("[0.5, 0.0, 1.0]", 6),
    ],
    [
      "test_precision_recall_curve_toydata, tied, precision",
      () => backwards(precisionRecallCurve([1, 0], [0.5, 0.5]).precisions),
      almost("[0.5, 1]", 6),
    ],
    [
      "test_precision_recall_curve_toydata, no negatives, recall",
      () => backwards(precisionRecallCurve([1, 1], [0.25, 0.75]).recalls),
      almost("[1, 0.5, 0.0]", 6),
    ],
  ]),
  ...examples("averagePrecision", docs("average_precision_score"), [
    [
      "average_precision_score",
      () => averagePrecision([0, 0, 1, 1], [0.1, 0.4, 0.35, 0.8]),
      python("0.83..."),
    ],
  ]),
  ...examples("averagePrecision", rankingTests, [
    ["test_precision_recall_curve_toydata, right", () => averagePrecision([0, 1], [0, 1]), almost("1.0", 7)],
    ["test_precision_recall_curve_toydata, wrong", () => averagePrecision([0, 1], [1, 0]), almost("0.5", 7)],
    [
      "test_precision_recall_curve_toydata, all equal",
      () => averagePrecision([1, 0], [1, 1]),
      almost("0.5", 7),
    ],
    [
      "test_precision_recall_curve_toydata, no negatives",
      () => averagePrecision([1, 1], [0.25, 0.75]),
      almost("1.0", 7),
    ],
  ]),
  ...examples("averagePrecision", classificationTests, [
    [
      "test_average_precision_score_duplicate_values",
      () =>
        averagePrecision(
          [0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1],
          [0, 0.1, 0.1, 0.4, 0.5, 0.6, 0.6, 0.9, 0.9, 1, 1],
        ),
      python("1"),
    ],
  ]),
  ...examples("meanAveragePrecision", docs("label_ranking_average_precision_score"), [
    [
      "label_ranking_average_precision_score, a query a row",
      () =>
        meanAveragePrecision([
          { labels: [1, 0, 0], scores: [0.75, 0.5, 1] },
          { labels: [0, 0, 1], scores: [1, 0.2, 0.1] },
        ]),
      python("0.416..."),
    ],
  ]),
  ...examples("meanAveragePrecision", rankingTests, [
    [
      "test_precision_recall_curve_toydata, average='samples'",
      () =>
        meanAveragePrecision([
          { labels: [0, 1], scores: [0, 1] },
          { labels: [0, 1], scores: [1, 0] },
        ]),
      almost("0.75", 7),
    ],
    [
      "test_precision_recall_curve_toydata, average='samples', both wrong",
      () =>
        meanAveragePrecision([
          { labels: [1, 0], scores: [0, 1] },
          { labels: [0, 1], scores: [1, 0] },
        ]),
      almost("0.5", 7),
    ],
  ]),
  ...examples("dcg", docs("dcg_score"), [
    ["dcg_score", () => dcg([10, 0, 0, 1, 5], [0.1, 0.2, 0.3, 4, 70]), python("9.49...")],
    ["k=2", () => dcg([10, 0, 0, 1, 5], [0.1, 0.2, 0.3, 4, 70], { k: 2 }), python("5.63...")],
    ["k=1, tied", () => dcg([10, 0, 0, 1, 5], [1, 0, 0, 0, 1], { k: 1 }), python("7.5")],
  ]),
  ...examples("ndcg", docs("ndcg_score"), [
    ["ndcg_score", () => ndcg([10, 0, 0, 1, 5], [0.1, 0.2, 0.3, 4, 70]), python("0.69...")],
    ["of other scores", () => ndcg([10, 0, 0, 1, 5], [0.05, 1.1, 1, 0.5, 0]), python("0.49...")],
    ["k=4", () => ndcg([10, 0, 0, 1, 5], [0.05, 1.1, 1, 0.5, 0], { k: 4 }), python("0.35...")],
    ["of itself, k=4", () => ndcg([10, 0, 0, 1, 5], [10, 0, 0, 1, 5], { k: 4 }), python("1.0...")],
    ["k=1, tied", () => ndcg([10, 0, 0, 1, 5], [1, 0, 0, 0, 1], { k: 1 }), python("0.75...")],
  ]),
];

const halves = [0, 0, 0, 1, 1, 1];
const thirds = [0, 0, 1, 1, 2, 2];
const seventeen = [1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3];
const clustered = [1, 1, 1, 1, 2, 1, 2, 2, 2, 2, 3, 1, 3, 3, 3, 2, 2];
const means = ["min", "geometric", "arithmetic", "max"] as const;

const clusterings: readonly Example[] = [
  ...examples("mutualInformation", stable("mutual_info_score"), [
    [
      "mutual_info_score",
      () => mutualInformation([0, 1, 1, 0, 1, 0], [0, 1, 0, 0, 1, 1]),
      python("0.056..."),
    ],
  ]),
  ...examples("mutualInformation", clustering("mutual-information-based-scores"), [
    ["mutual_info_score of itself", () => mutualInformation(halves, halves), python("0.69...")],
  ]),
  ...examples("mutualInformation", clusteringTests, [
    ["test_adjusted_mutual_info_score", () => mutualInformation(seventeen, clustered), almost("0.41022", 5)],
    [
      "test_mutual_info_score_positive_constant_label",
      () => mutualInformation(["a", "a", "a", "a", "a", "a"], [1, 1, 0, 0, 1, 1]),
      python("0"),
    ],
    [
      "test_mutual_info_score_positive_constant_label, both",
      () => mutualInformation(["a", "a", "a", "a", "a", "a"], ["a", "a", "a", "a", "a", "a"]),
      python("0"),
    ],
  ]),
  ...examples("normalizedMutualInformation", docs("normalized_mutual_info_score"), [
    ["of the same", () => normalizedMutualInformation([0, 0, 1, 1], [0, 0, 1, 1]), python("1.0")],
    [
      "of the same by other names",
      () => normalizedMutualInformation([0, 0, 1, 1], [1, 1, 0, 0]),
      python("1.0"),
    ],
    ["of one cluster", () => normalizedMutualInformation([0, 0, 0, 0], [0, 1, 2, 3]), python("0.0")],
  ]),
  // The V-measure is the mutual information over the arithmetic mean of the entropies, homogeneity that over the entropy
  // of the classes, completeness that over the entropy of the clusters.
  ...examples("normalizedMutualInformation", docs("v_measure_score"), [
    [
      "v_measure_score, complete",
      () => normalizedMutualInformation([0, 0, 1, 2], [0, 0, 1, 1]),
      formatted("0.8..."),
    ],
    [
      "v_measure_score, four classes",
      () => normalizedMutualInformation([0, 1, 2, 3], [0, 0, 1, 1]),
      formatted("0.66..."),
    ],
    [
      "v_measure_score, homogeneous",
      () => normalizedMutualInformation([0, 0, 1, 1], [0, 0, 1, 2]),
      formatted("0.8..."),
    ],
    [
      "v_measure_score, four clusters",
      () => normalizedMutualInformation([0, 0, 1, 1], [0, 1, 2, 3]),
      formatted("0.66..."),
    ],
    [
      "v_measure_score, one cluster",
      () => normalizedMutualInformation([0, 0, 1, 1], [0, 0, 0, 0]),
      python("0.0..."),
    ],
  ]),
  ...examples("normalizedMutualInformation", clustering("homogeneity-completeness-and-v-measure"), [
    [
      "homogeneity_score",
      () => normalizedMutualInformation(halves, thirds, { mean: "min" }),
      python("0.66..."),
    ],
    [
      "completeness_score",
      () => normalizedMutualInformation(halves, thirds, { mean: "max" }),
      python("0.42..."),
    ],
    [
      "v_measure_score",
      () => normalizedMutualInformation(halves, thirds, { mean: "arithmetic" }),
      python("0.51..."),
    ],
    [
      "homogeneity_completeness_v_measure",
      () =>
        (["min", "max", "arithmetic"] as const).map((of) =>
          normalizedMutualInformation(halves, [0, 0, 0, 1, 2, 2], { mean: of }),
        ),
      python("(1.0, 0.68..., 0.81...)"),
    ],
  ]),
  ...examples("normalizedMutualInformation", clusteringTests, [
    [
      "test_complete_but_not_homogeneous_labeling",
      () =>
        (["max", "min", "arithmetic"] as const).map((of) =>
          normalizedMutualInformation(thirds, [0, 0, 1, 1, 1, 1], { mean: of }),
        ),
      almost("(0.58, 1.00, 0.73)", 2),
    ],
    [
      "test_perfect_matches, every average_method",
      () => means.map((of) => normalizedMutualInformation([0, 1, 0], [42, 7, 42], { mean: of })),
      python("(1.0, 1.0, 1.0, 1.0)"),
    ],
    [
      "test_exactly_zero_info_score, arithmetic and max",
      () =>
        (["arithmetic", "max"] as const).map((of) =>
          normalizedMutualInformation([1, 1, 1, 1, 1, 1, 1, 1, 1, 1], [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], {
            mean: of,
          }),
        ),
      python("(0.0, 0.0)"),
    ],
  ]),
  ...examples("randIndex", docs("rand_score"), [
    ["of the same by other names", () => randIndex([0, 0, 1, 1], [1, 1, 0, 0]), python("1.0")],
    ["of what is not pure", () => randIndex([0, 0, 1, 2], [0, 0, 1, 1]), python("0.83...")],
  ]),
  ...examples("randIndex", clustering("rand-index"), [
    ["rand_score", () => randIndex(halves, thirds), python("0.66...")],
    ["with clusters renamed", () => randIndex(halves, [1, 1, 0, 0, 3, 3]), python("0.66...")],
    [
      "of what agrees poorly",
      () => randIndex([0, 0, 0, 0, 0, 0, 1, 1], [0, 1, 2, 3, 4, 5, 5, 6]),
      python("0.39..."),
    ],
  ]),
  ...examples("randIndex", clusteringTests, [
    ["test_non_consecutive_labels", () => randIndex(halves, [0, 4, 0, 4, 2, 2]), almost("0.66", 2)],
  ]),
  ...examples("adjustedRandIndex", docs("adjusted_rand_score"), [
    ["of the same", () => adjustedRandIndex([0, 0, 1, 1], [0, 0, 1, 1]), python("1.0")],
    ["of the same by other names", () => adjustedRandIndex([0, 0, 1, 1], [1, 1, 0, 0]), python("1.0")],
    ["of what is not pure", () => adjustedRandIndex([0, 0, 1, 2], [0, 0, 1, 1]), python("0.57...")],
    ["of what is split", () => adjustedRandIndex([0, 0, 1, 1], [0, 0, 1, 2]), python("0.57...")],
    ["of one cluster", () => adjustedRandIndex([0, 0, 0, 0], [0, 1, 2, 3]), python("0.0")],
    ["worse than by chance", () => adjustedRandIndex([0, 0, 1, 1], [0, 1, 0, 1]), python("-0.5")],
  ]),
  ...examples("adjustedRandIndex", clustering("rand-index"), [
    ["adjusted_rand_score", () => adjustedRandIndex(halves, thirds), python("0.24...")],
    ["with clusters renamed", () => adjustedRandIndex(halves, [1, 1, 0, 0, 3, 3]), python("0.24...")],
    [
      "of what agrees poorly",
      () => adjustedRandIndex([0, 0, 0, 0, 0, 0, 1, 1], [0, 1, 2, 3, 4, 5, 5, 6]),
      python("-0.07..."),
    ],
  ]),
];

const jaccardTrue = [
  [0, 1, 1],
  [1, 1, 0],
];
const jaccardPred = [
  [1, 1, 1],
  [1, 0, 0],
];

const similarities: readonly Example[] = [
  ...examples("cosineSimilarity", stable("pairwise.cosine_similarity"), [
    [
      "cosine_similarity, the second row",
      () =>
        [
          [1, 0, 0],
          [1, 1, 0],
        ].map((y) => cosineSimilarity([1, 1, 1], y)),
      rounded("[0.577, 0.816]"),
    ],
  ]),
  // A binary vector stands for the set of the indices at which it is 1.
  ...examples("jaccard", docs("jaccard_score"), [
    ["binary", () => jaccard(setOf(jaccardTrue[0]!), setOf(jaccardPred[0]!)), python("0.6666...")],
    ["average='micro'", () => jaccard(setOf(jaccardTrue.flat()), setOf(jaccardPred.flat())), python("0.6")],
    [
      "average='samples'",
      () => mean([0, 1].map((i) => jaccard(setOf(jaccardTrue[i]!), setOf(jaccardPred[i]!)))),
      python("0.5833..."),
    ],
    [
      "average='macro'",
      () => mean([0, 1, 2].map((j) => jaccard(setOf(column(jaccardTrue, j)), setOf(column(jaccardPred, j))))),
      python("0.6666..."),
    ],
    [
      "average=None",
      () => [0, 1, 2].map((j) => jaccard(setOf(column(jaccardTrue, j)), setOf(column(jaccardPred, j)))),
      numpy("[0.5, 0.5, 1. ]"),
    ],
    [
      "of three classes, average=None",
      () => [0, 1, 2].map((c) => jaccard(setOf([0, 1, 2, 2], c), setOf([0, 2, 1, 2], c))),
      numpy("[1. , 0. , 0.33...]"),
    ],
  ]),
  ...examples("jaccard", guide("jaccard-similarity-coefficient-score"), [
    [
      "of three classes, average='macro'",
      () => mean([0, 1, 2].map((c) => jaccard(setOf([0, 1, 2, 2], c), setOf([0, 2, 1, 2], c)))),
      python("0.44..."),
    ],
  ]),
  ...examples("jaccard", classificationTests, [
    [
      "test_average_binary_jaccard_score",
      () => jaccard(setOf([1, 0, 1, 1, 0]), setOf([1, 0, 1, 1, 1])),
      almost("0.75", 7), // 3.0 / 4
    ],
    [
      "test_average_binary_jaccard_score, pos_label=0",
      () => jaccard(setOf([1, 0, 1, 1, 0], 0), setOf([1, 0, 1, 1, 1], 0)),
      almost("0.5", 7), // 1.0 / 2
    ],
    ["test_average_binary_jaccard_score, disjoint", () => jaccard(setOf([1]), setOf([0])), python("0.0")],
  ]),
];

export const scikitLearn: readonly Example[] = [
  ...regression,
  ...losses,
  ...classification,
  ...ranking,
  ...clusterings,
  ...similarities,
];
