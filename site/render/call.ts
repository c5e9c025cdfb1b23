// The line that imports an equation's function, and a call of it that runs.

import { exportName, type Equation } from "../../src/equations/index.js";
import * as functions from "../../src/index.js";
import type { PlainInputs } from "../catalogue/default-inputs.js";
import { isFunction } from "../../src/evaluate/functions.js";
import type { PlainValue } from "../../src/evaluate/inputs.js";

/** Import and call with the default inputs, by the order of the implementation's own parameters. */
export function importWithCall(equation: Equation, inputs: PlainInputs): string {
  const name = exportName(equation.id);
  const call = CALLS[equation.id]?.(inputs) ?? `${name}(${Object.values(inputs).map(literal).join(", ")})`;
  const names = Object.keys(functions).filter((other) => new RegExp(`\\b${other}\\(`, "u").test(call));
  return `import { ${names.join(", ")} } from "ml-equations";\n\n${call};\n`;
}

type Inputs = Readonly<Record<string, PlainValue>>;
type Rows = readonly (readonly number[])[];
type Family = readonly Rows[];

const literal = (value: unknown): string => JSON.stringify(value).replaceAll(",", ", ");
const object = (fields: Readonly<Record<string, unknown>>): string =>
  `{ ${Object.entries(fields)
    .map(([key, value]) => `${key}: ${literal(value)}`)
    .join(", ")} }`;

const counts =
  (name: string) =>
  (inputs: Inputs): string =>
    `${name}(${object({ TP: 0, FP: 0, FN: 0, TN: 0, ...inputs })})`;
const regularization =
  (name: string) =>
  (inputs: Inputs): string =>
    `${name}(${["error", "w", "lambda"]
      .filter((key) => key in inputs)
      .map((key) => literal(inputs[key]))
      .join(", ")})`;

/** The weights of a cell's gates, by the names that the function gives them. */
const gates = (given: Inputs, names: Readonly<Record<string, string>>): string => {
  const gate = ([name, letter]: [string, string]): string =>
    `${name}: ${object({ W: given[`W_${letter}`], U: given[`U_${letter}`], b: given[`b_${letter}`] })}`;
  return `{ ${Object.entries(names).map(gate).join(", ")} }`;
};
const LSTM = { input: "i", forget: "f", candidate: "c", output: "o" };
const GRU = { reset: "r", update: "z", candidate: "h" };

/** A cell that a function symbol stands for. */
const cell = (chosen: PlainValue): string => {
  if (!isFunction(chosen)) throw new TypeError("Expected a function.");
  return chosen.is === "gru-cell"
    ? `gruCell(${gates(chosen.with, GRU)})`
    : `lstmCell(${gates(chosen.with, LSTM)})`;
};
const score = (chosen: PlainValue): string => {
  if (!isFunction(chosen)) throw new TypeError("Expected a function.");
  return `(s, h) => ${exportName(chosen.is)}(s, [h], ${object(chosen.with)})[0]`;
};
const attention =
  (name: string, weights: readonly string[]) =>
  (inputs: Inputs): string => {
    const { Q, K, V } = inputs;
    const given = Object.fromEntries(weights.map((key) => [key, inputs[key]]));
    return `${name}(${[Q, K, V].map(literal).join(", ")}, ${object(given)})`;
  };

/** Where the function takes its inputs in another form than one symbol after the other. */
const CALLS: Readonly<Record<string, (inputs: Inputs) => string>> = {
  huber: ({ y, yHat, delta }) => `huber(${literal(y)}, ${literal(yHat)}, ${object({ delta })})`,
  "negative-log-likelihood": ({ y, p }) => `negativeLogLikelihood(${(y as number) - 1}, ${literal(p)})`,
  accuracy: counts("accuracy"),
  precision: counts("precision"),
  recall: counts("recall"),
  f1: counts("f1"),
  sensitivity: counts("sensitivity"),
  specificity: counts("specificity"),
  "l1-regularization": regularization("l1Regularization"),
  "l2-regularization": regularization("l2Regularization"),
  "mean-average-precision": ({ y, s }) =>
    `meanAveragePrecision(${literal((y as Rows).map((labels, q) => ({ labels, scores: (s as Rows)[q] })))})`,
  "bahdanau-attention": ({ s, h, W, v }) =>
    `bahdanauAttention(${literal((s as Rows)[0])}, ${literal(h)}, ${object({ W, v })})`,
  "luong-dot-attention": ({ s, h }) => `luongDotAttention(${literal((s as Rows)[0])}, ${literal(h)})`,
  "luong-general-attention": ({ s, h, W }) =>
    `luongGeneralAttention(${literal((s as Rows)[0])}, ${literal(h)}, ${object({ W })})`,
  "attention-energy": ({ s, h, a }) => `attentionEnergy(${score(a!)}, ${literal(s)}, ${literal(h)})`,
  "attentional-decoder-state": ({ s, y, c, W }) =>
    `attentionalDecoderState(${[s, y, c].map(literal).join(", ")}, ${object({ W })})`,
  "attentional-decoder-output": ({ s, V }) => `attentionalDecoderOutput(${literal(s)}, ${object({ V })})`,
  "attention-head": ({ Q, K, V, WQ, WK, WV }) => {
    const [first] = [{ WQ: (WQ as Family)[0], WK: (WK as Family)[0], WV: (WV as Family)[0] }];
    return `attentionHead(${[Q, K, V].map(literal).join(", ")}, ${object(first)})`;
  },
  "multi-head-attention": attention("multiHeadAttention", ["WQ", "WK", "WV", "WO"]),
  "gan-objective": ({ D }) => `ganObjective(${object({ real: (D as Rows)[0], fake: (D as Rows)[1] })})`,
  "lstm-cell": (inputs) =>
    `lstmCell(${gates(inputs, LSTM)})(${literal(inputs["x"])}, ${object({ h: inputs["h"], c: inputs["c"] })})`,
  "gru-cell": (inputs) => `gruCell(${gates(inputs, GRU)})(${literal(inputs["x"])}, ${literal(inputs["h"])})`,
  "rnn-encoder": ({ x, h, RNN }) => `rnnEncoder(${cell(RNN!)}, ${literal(x)}, ${literal(h)})`,
  "rnn-decoder": ({ y, s, RNN }) => `rnnDecoder(${cell(RNN!)}, ${literal(y)}, ${literal(s)})`,
  "rnn-cell": ({ x, h, W, U, b }) => `rnnCell(${object({ W, U, b })})(${literal(x)}, ${literal(h)})`,
};
