// Examples of other libraries, for functions of which scikit-learn and PyTorch document few: SciPy, Keras and NLTK.

import {
  binaryCrossEntropyWithLogits,
  cosineSimilarity,
  crossEntropy,
  entropy,
  huber,
  jaccard,
  jsDivergence,
  klDivergence,
  l1Penalty,
  l1Regularization,
  l2Penalty,
  l2Regularization,
  pointwiseMutualInformation,
} from "../../../src/index.js";
import { column, examples, setOf, type Example } from "./example.js";
import { numpy, python, rounded } from "./printed.js";

const scipy = (name: string): string =>
  `https://docs.scipy.org/doc/scipy-1.10.1/reference/generated/scipy.${name}.html`;
const keras = (commit: string, path: string): string =>
  `https://github.com/keras-team/keras/blob/${commit}/keras/src/${path}`;
const nltk =
  "https://github.com/nltk/nltk/blob/021033b2879fd8fe8c855d40ef58ce8d66a29636/nltk/test/collocations.doctest";

const fair = [1 / 2, 1 / 2];
const biased = [9 / 10, 1 / 10];
const a = [
  [1, 2, 3, 4],
  [5, 6, 7, 8],
  [9, 10, 11, 12],
];
const b = [
  [13, 14, 15, 16],
  [17, 18, 19, 20],
  [21, 22, 23, 24],
];

const scipyExamples: readonly Example[] = [
  ...examples("entropy", scipy("stats.entropy"), [
    ["entropy(pk, base=2), a fair coin", () => entropy(fair, { base: 2 }), python("1.0")],
    ["entropy(qk, base=2), a biased coin", () => entropy(biased, { base: 2 }), python("0.46899559358928117")],
  ]),
  ...examples("klDivergence", scipy("stats.entropy"), [
    ["entropy(pk, qk, base=2)", () => klDivergence(fair, biased, { base: 2 }), python("0.7369655941662062")],
  ]),
  ...examples("crossEntropy", scipy("stats.entropy"), [
    [
      "entropy(pk, base=2) + entropy(pk, qk, base=2)",
      () => crossEntropy(fair, biased) / Math.LN2,
      python("1.736965594166206"),
    ],
  ]),
  // Theirs is the root, and normalises.
  ...examples("jsDivergence", scipy("spatial.distance.jensenshannon"), [
    [
      "jensenshannon, base 2.0",
      () => Math.sqrt(jsDivergence([1, 0, 0], [0, 1, 0], { base: 2 })),
      python("1.0"),
    ],
    ["jensenshannon", () => Math.sqrt(jsDivergence([1, 0], [0.5, 0.5])), python("0.46450140402245893")],
    ["jensenshannon of the same", () => Math.sqrt(jsDivergence([1, 0, 0], [1, 0, 0])), python("0.0")],
    [
      "axis=0",
      () => [0, 1, 2, 3].map((j) => Math.sqrt(jsDivergence(column(a, j), column(b, j), { normalize: true }))),
      rounded("[0.1954288, 0.1447697, 0.1138377, 0.0927636]"),
    ],
    [
      "axis=1",
      () => [0, 1, 2].map((i) => Math.sqrt(jsDivergence(a[i]!, b[i]!, { normalize: true }))),
      rounded("[0.1402339, 0.0399106, 0.0201815]"),
    ],
  ]),
  ...examples("huber", scipy("special.huber"), [
    ["huber(1., 2.)", () => huber(0, 2, { delta: 1 }), python("1.5")],
    [
      "huber([1., 3., 5.], 4.)",
      () => [1, 3, 5].map((delta) => huber(0, 4, { delta })),
      numpy("[3.5, 7.5, 8. ]"),
    ],
    [
      "huber(2., [1., 1.5, 3.])",
      () => [1, 1.5, 3].map((r) => huber(0, r, { delta: 2 })),
      numpy("[0.5  , 1.125, 4.   ]"),
    ],
    [
      "huber(deltas, r)",
      () => [1, 5, 9].flatMap((delta) => [1, 2.5, 8, 10].map((r) => huber(0, r, { delta }))),
      numpy("[[0.5, 2., 7.5, 9.5], [0.5, 3.125, 27.5, 37.5], [0.5, 3.125, 32., 49.5]]"),
    ],
  ]),
  ...examples("cosineSimilarity", scipy("spatial.distance.cosine"), [
    [
      "cosine, which is 1 − similarity",
      () => 1 - cosineSimilarity([1, 1, 0], [0, 1, 0]),
      python("0.29289321881345254"),
    ],
    ["cosine of the orthogonal", () => 1 - cosineSimilarity([100, 0, 0], [0, 1, 0]), python("1.0")],
  ]),
  ...examples("jaccard", scipy("spatial.distance.jaccard"), [
    [
      "jaccard, which is 1 − similarity",
      () => 1 - jaccard(setOf([1, 0, 0]), setOf([0, 1, 0])),
      python("1.0"),
    ],
    ["jaccard of a subset", () => 1 - jaccard(setOf([1, 0, 0]), setOf([1, 1, 0])), python("0.5")],
    [
      "jaccard of a smaller subset",
      () => 1 - jaccard(setOf([1, 0, 0]), setOf([1, 1, 1])),
      python("0.66666666666666663"),
    ],
  ]),
];

const ones = new Float64Array(25).fill(1);
const kerasLosses = keras("04bf53803f04e2af22c601df4748345aa405f704", "losses/losses.py");

const kerasExamples: readonly Example[] = [
  ...examples("binaryCrossEntropyWithLogits", kerasLosses, [
    [
      "BinaryCrossentropy(from_logits=True)",
      () => binaryCrossEntropyWithLogits([0, 1, 0, 0], [-18.6, 0.51, 2.94, -12.8]),
      python("0.8654..."), // cut off on that page without saying so: 0.86546
    ],
    [
      "reduction=None, the mean of each row",
      () => [
        binaryCrossEntropyWithLogits([0, 1], [-18.6, 0.51]),
        binaryCrossEntropyWithLogits([0, 0], [2.94, -12.8]),
      ],
      rounded("[0.235, 1.496]"),
    ],
  ]),
  ...examples(
    "l1Penalty",
    keras("06dd09cac4c7bdfaf387134c1bef7d196991cc8e", "regularizers/regularizers.py"),
    [["L1(0.01) of 25 ones", () => l1Penalty(ones, 0.01), python("0.25")]],
  ),
  ...examples(
    "l2Penalty",
    keras("06dd09cac4c7bdfaf387134c1bef7d196991cc8e", "regularizers/regularizers.py"),
    [
      ["L2(2.) of 25 ones", () => l2Penalty(ones, 2), python("50.0")],
      ["L2Regularizer(l2=0.5) of 25 ones", () => l2Penalty(ones, 0.5), python("12.5")],
    ],
  ),
  // One of the two terms is the error of the other: L1(0.01) of 25 ones, and L2(0.01) of 25 tens over 5 rows.
  ...examples(
    "l1Regularization",
    keras("06dd09cac4c7bdfaf387134c1bef7d196991cc8e", "regularizers/regularizers.py"),
    [
      [
        "sum(layer.losses), the term of the activity and the kernel's",
        () => l1Regularization(5, ones, 0.01),
        python("5.25"),
      ],
    ],
  ),
  ...examples(
    "l2Regularization",
    keras("06dd09cac4c7bdfaf387134c1bef7d196991cc8e", "regularizers/regularizers.py"),
    [
      [
        "sum(layer.losses), the term of the kernel and the activity's",
        () => l2Regularization(0.25, new Float64Array(25).fill(10), 0.01 / 5),
        python("5.25"),
      ],
    ],
  ),
];

const nltkExamples: readonly Example[] = [
  ...examples("pointwiseMutualInformation", nltk, [
    [
      "pmi(20, (42, 20), 14307668)",
      () => pointwiseMutualInformation(20 / 14307668, 42 / 14307668, 20 / 14307668, { base: 2 }),
      rounded("18.38"),
    ],
    [
      "pmi(20, (15019, 15629), 14307668)",
      () => pointwiseMutualInformation(20 / 14307668, 15019 / 14307668, 15629 / 14307668, { base: 2 }),
      rounded("0.29"),
    ],
  ]),
];

export const others: readonly Example[] = [...scipyExamples, ...kerasExamples, ...nltkExamples];
