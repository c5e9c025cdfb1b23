// The averages of a classification metric over classes: variants that differ only in what they count.

import { index, integer, labels, real, type InputsOf } from "../latex/symbols.js";
import type { Average } from "../numeric/classification/average.js";
import type { precision } from "../numeric/classification/precision.js";
import { variant, type VariantDefinition } from "./equation.js";

const y = labels("n", "K", "the true class of each item", { role: "targets" });
const yHat = labels("n", "K", "the predicted class of each item", {
  latex: "\\hat{y}",
  role: "predictions",
});
const symbols = { y, yHat };

/** A ratio of counts for class c, and the function that computes it. */
export interface Ratio {
  /** How the metric is written. */
  readonly name: string;
  readonly numerator: string;
  readonly denominator: string;
  readonly numeric: typeof precision;
}

/** The classes 1, …, K of both vectors: those between that do not occur among them. */
function classesOf({ y, yHat }: InputsOf<typeof symbols>): number[] {
  const most = Math.max(...y, ...yHat);
  return Array.from({ length: most }, (_, k) => k + 1);
}

/** How many items meet a condition. */
export function count(condition: string): string {
  return String.raw`\sum_{i=1}^{n} \mathbb{1}[${condition}]`;
}

/** One variant for each way to average a metric over classes; `binary` takes one class as the positive one. */
export function averagesOf({
  name,
  numerator,
  denominator,
  numeric,
}: Ratio): Record<Average, VariantDefinition> {
  const left = (average: string): string =>
    String.raw`\operatorname{${name}}_{\text{${average}}}(y, \hat{y})`;
  const ratio = String.raw`\frac{${numerator}}{${denominator}}`;
  // Each class looks at every item.
  const maxSize = 200;
  const over = (average: Exclude<Average, "binary">, latex: string): VariantDefinition =>
    variant({
      latex,
      symbols,
      maxSize,
      options: { average, classes: "any" },
      numeric: (inputs) => {
        const classes = classesOf(inputs);
        return average === "none"
          ? numeric(inputs.y, inputs.yHat, { average, classes })
          : numeric(inputs.y, inputs.yHat, { average, classes });
      },
    });
  return {
    binary: variant({
      latex: String.raw`\operatorname{${name}}_{\text{binary}}(y, \hat{y}; c) = ${ratio}`,
      symbols: { ...symbols, c: index("K", "the positive class") },
      maxSize,
      options: { average: "binary", positive: "any" },
      numeric: ({ y: targets, yHat: predictions, c }) =>
        numeric(targets, predictions, { average: "binary", positive: c }),
    }),
    none: over("none", String.raw`${left("none")}_c = ${ratio} \quad \text{for } c = 1, \dots, K`),
    macro: over("macro", String.raw`${left("macro")} = \frac{1}{K} \sum_{c=1}^{K} ${ratio}`),
    micro: over(
      "micro",
      String.raw`${left("micro")} = \frac{\sum_{c=1}^{K} ${numerator}}{\sum_{c=1}^{K} ${denominator}}`,
    ),
    weighted: over(
      "weighted",
      String.raw`${left("weighted")} = \frac{1}{n} \sum_{c=1}^{K} \left( ${count("y_i = c")} \right) ${ratio}`,
    ),
  };
}

/** The symbol that takes the place of 0/0. */
export const undefinedValue = real("the value where the denominator is 0");

/** A formula with another value where it is 0/0. */
export function orElse(ratio: string, defined: string): string {
  return String.raw`\begin{cases} ${ratio} & \text{if } ${defined} \\ u & \text{otherwise} \end{cases}`;
}

/** The four counts that binary metrics are made of; the letters are the meaning. */
export const counts = {
  TP: countOf("true positives: positive items predicted as such"),
  FP: countOf("false positives: negative items predicted as positive"),
  FN: countOf("false negatives: positive items predicted as negative"),
  TN: countOf("true negatives: negative items predicted as such"),
};

function countOf(meaning: string) {
  return integer(meaning, { domain: "[0, ∞)", fixed: true });
}
