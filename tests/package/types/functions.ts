// What must not compile: a number for a vector, a vector for a number, and their like.
//
// To add one, write the line, and above it `@ts-expect-error` and what is wrong. Each such line has one error.

import {
  crossEntropy,
  f1,
  ganObjective,
  gruCell,
  huber,
  jaccard,
  klDivergence,
  logSoftmax,
  lstmCell,
  matrix,
  meanAbsoluteError,
  meanSquaredError,
  ndcg,
  normalizedMutualInformation,
  optimalDiscriminator,
  precision,
  reparameterization,
  rnnEncoder,
  rocAuc,
  row,
  sigmoid,
  softmax,
  tanh,
  toArray,
  type Gate,
  type LstmState,
  type Matrix,
} from "ml-equations";

const number = 0.5;
const vector = [1, 2, 3];
const words = ["1", "2"];
const M = matrix([[1, 2]]);

// The same calls with what they ask for.
sigmoid(number);
tanh(number);
softmax(vector);
logSoftmax(Float32Array.from(vector));
row(M, 0);
toArray(M);

// @ts-expect-error a number for a vector
softmax(number);
// @ts-expect-error a number for a vector
logSoftmax(number);
// @ts-expect-error a vector for a number
sigmoid(vector);
// @ts-expect-error a vector for a number
tanh(Float64Array.from(vector));
// @ts-expect-error a matrix for a vector
softmax(M);
// @ts-expect-error rows for a vector
softmax([vector]);
// @ts-expect-error a matrix for a number
sigmoid(M);
// @ts-expect-error text for a number
sigmoid("0.5");
// @ts-expect-error text for a vector
softmax("123");
// @ts-expect-error text for an entry
softmax(words);
// @ts-expect-error nothing for a number
sigmoid(undefined);
// @ts-expect-error an integer without bound for a number
sigmoid(1n);
// @ts-expect-error a vector for rows
matrix(vector);
// @ts-expect-error a vector for a matrix
row(vector, 0);
// @ts-expect-error rows for a matrix
toArray([vector]);

// @ts-expect-error the result is a vector
export const result: number = softmax(vector);
// @ts-expect-error the result is a number
export const results: Float64Array = sigmoid(number);
// @ts-expect-error a matrix says how its data are laid out
export const headless: Matrix = { data: Float64Array.from(vector) };

// Losses and metrics.
const labels = [1, 0, 1];
const scalar: number = meanSquaredError(number, number);
const mean: number = huber(vector, vector, { delta: 2 });
const each: Float64Array = huber(vector, vector, { reduction: "none" });
const perClass: Float64Array = f1(labels, labels, { average: "none" });
const macro: number = f1(labels, labels, { average: "macro" });
const ofRows: number = crossEntropy([0, 1], [[0.5, 0.5], Float32Array.of(0.25, 0.75)]);
jaccard(new Set("abc"), ["a"]);
export const used = [
  scalar,
  mean,
  each,
  perClass,
  macro,
  ofRows,
  rocAuc(labels, vector),
  klDivergence(vector, vector),
];

// @ts-expect-error a number for a vector
meanAbsoluteError(vector, number);
// @ts-expect-error a vector for a number
meanSquaredError(number, vector);
// @ts-expect-error a reduction that there is not
huber(vector, vector, { reduction: "median" });
// @ts-expect-error an option that there is not
huber(vector, vector, { beta: 1 });
// @ts-expect-error a vector is one value an example
const wrongMean: number = huber(vector, vector, { reduction: "none" });
// @ts-expect-error a number is one value for all
const wrongEach: Float64Array = huber(vector, vector, { reduction: "sum" });
// @ts-expect-error an average that there is not
f1(labels, labels, { average: "mean" });
// @ts-expect-error counts without negatives
precision({ TP: 1, FP: 2, FN: 3 });
// @ts-expect-error a number for scores
rocAuc(labels, number);
// @ts-expect-error a number for a set
jaccard(number, [1]);
// @ts-expect-error text for a base
klDivergence(vector, vector, { base: "2" });
// @ts-expect-error a gain that there is not
ndcg(vector, vector, { gain: "quadratic" });
// @ts-expect-error a mean that there is not
normalizedMutualInformation(labels, labels, { mean: "harmonic" });
export const wrong = [wrongMean, wrongEach];

// Recurrent cells and generative models.
const gate: Gate = { W: [[1, 2]], U: M, b: vector };
const gru = gruCell({ reset: gate, update: gate, candidate: { ...gate, d: vector } }, { resetAfter: true });
const lstm = lstmCell({ input: gate, forget: gate, candidate: gate, output: gate });
const hidden: Float64Array[] = rnnEncoder(gru, M, vector);
const states: LstmState<Float64Array>[] = rnnEncoder(lstm, [vector], { h: vector, c: vector });
const counts: number[] = rnnEncoder((x: ArrayLike<number>, n: number) => n + x.length, [vector], 0);
const sample: Float64Array = reparameterization(vector, vector, Float32Array.from(vector));
export const cells = [hidden, states, counts, sample];

// @ts-expect-error an LSTM without an output gate
lstmCell({ input: gate, forget: gate, candidate: gate });
// @ts-expect-error a gate without U
gruCell({ reset: { W: M }, update: gate, candidate: gate });
// @ts-expect-error the state of an LSTM is a pair
lstm(vector, vector);
// @ts-expect-error the state of a GRU is a vector
rnnEncoder(gru, M, { h: vector, c: vector });
// @ts-expect-error only a candidate has d
gruCell({ reset: { ...gate, d: vector }, update: gate, candidate: gate });
// @ts-expect-error a number among vectors
reparameterization(vector, number, vector);
// @ts-expect-error a vector and a number
optimalDiscriminator(vector, number);
// @ts-expect-error nothing of generated examples
ganObjective({ real: vector });
