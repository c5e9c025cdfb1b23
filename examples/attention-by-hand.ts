// What does attention do to three tokens? Softmax(Q Kᵀ / √d) V, one line after the other.

import { scaledDotProductAttention, softmax, toArray } from "ml-equations";

// A row a token: what it asks for, what it is found by, and what it says.
const tokens = ["the", "cat", "sat"];
const Q = [[0, 1], [2, 0], [1, 1]]; // prettier-ignore
const K = [[0, 0], [2, 0], [0, 2]]; // prettier-ignore
const V = [[1, 0], [0, 1], [4, 4]]; // prettier-ignore

const dot = (a: number[], b: number[]): number => a.reduce((sum, each, i) => sum + each * b[i]!, 0);
const show = (values: ArrayLike<number>): string =>
  Array.from(values, (value) => value.toFixed(3).padStart(8)).join("");

// Each token scores every token, and the scores are scaled, so that they do not grow with d.
const scores = Q.map((q) => K.map((k) => dot(q, k) / Math.sqrt(q.length)));

// The scores of one token become weights: positive, with a sum of 1.
const weights = scores.map((row) => softmax(row));

// Each token gets the mean of the values by its weights.
const outputs = weights.map((row) => [0, 1].map((j) => row.reduce((sum, w, i) => sum + w * V[i]![j]!, 0)));

console.log("token        scores                  weights                 output");
tokens.forEach((token, i) => {
  console.log(token.padEnd(5) + show(scores[i]!) + show(weights[i]!) + show(outputs[i]!));
});

// The same in one call.
const library = toArray(scaledDotProductAttention(Q, K, V));
const gap = Math.max(...outputs.flatMap((row, i) => row.map((each, j) => Math.abs(each - library[i]![j]!))));

const [own, output] = [weights[1]![1]!, outputs[1]!.map((each) => each.toFixed(3)).join(", ")];
const same = gap < 1e-15 ? "the same" : "something else";
console.log(`"cat" attends to itself by ${own.toFixed(3)} and gets ${output}; in one call, ${same}`);
