// Classifiers are trained with cross-entropy; statisticians maximise the likelihood. Is that the same?

import { crossEntropy, maximumLikelihood } from "ml-equations";

// What a classifier says of four observations, each of one of three classes, and which class each was.
const predictions = [[0.7, 0.2, 0.1], [0.1, 0.8, 0.1], [0.3, 0.3, 0.4], [0.5, 0.25, 0.25]]; // prettier-ignore
const classes = [0, 1, 2, 0];

// The likelihood is the probability of all that was observed: a product.
const observed = classes.map((k, i) => predictions[i]![k]!);
const likelihood = maximumLikelihood(observed.map((p) => [p]));

// The cross-entropy of a distribution t and a prediction p is -Σ t log p. Here t is 1 for the observed class and 0 for the
// others: one logarithm remains of each sum, that of the probability of what was observed.
const targets = classes.map((k) => [0, 1, 2].map((j) => (j === k ? 1 : 0)));
console.log("observation   p(observed)    -log p    cross-entropy");
targets.forEach((t, i) => {
  const loss = crossEntropy(t, predictions[i]!);
  const cells = [observed[i]!.toFixed(2), (-Math.log(observed[i]!)).toFixed(6), loss.toFixed(6)];
  console.log(`${i}`.padEnd(12) + cells.map((cell) => cell.padStart(13)).join(""));
});

// The logarithm makes the product a sum, and the mean of the sum is the loss: the least loss is the largest likelihood.
const loss = crossEntropy(targets, predictions);
const mean = -Math.log(likelihood) / classes.length;
console.log(`Cross-entropy ${loss.toFixed(10)} = -log(${likelihood.toFixed(4)}) / 4 = ${mean.toFixed(10)}`);
