// What must not compile: a number for a vector, a vector for a number, and their like.
//
// To add one, write the line, and above it `@ts-expect-error` and what is wrong. Each such line has one error.

import { logSoftmax, matrix, row, sigmoid, softmax, tanh, toArray, type Matrix } from "ml-equations";

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
