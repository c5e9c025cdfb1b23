// The record of the mean average precision.

import { matrix, real, type InputsOf } from "../../latex/symbols.js";
import { meanAveragePrecision, type Query } from "../../numeric/ranking/mean-average-precision.js";
import { row } from "../../numeric/matrix.js";
import { equation, variant } from "../equation.js";
import { at, manning2008 } from "../sources.js";
import averagePrecision from "./average-precision.js";

const s = matrix("Q", "n", "the score of each item, for each query", { role: "scores" });
const symbols = {
  y: matrix("Q", "n", "1 for an item relevant to a query, 0 for another", {
    domain: "{0, 1}",
    role: "targets",
  }),
  s,
};

/** The rows of labels and of scores, one pair a query. */
function queries({ y, s: scores }: InputsOf<typeof symbols>): Query[] {
  return Array.from({ length: y.rows }, (_, q) => ({ labels: row(y, q), scores: row(scores, q) }));
}

export default equation({
  id: "mean-average-precision",
  name: "Mean average precision",
  aliases: ["MAP"],
  family: "ranking",
  latex: String.raw`\operatorname{MAP}(y, s) = \frac{1}{Q} \sum_{q=1}^{Q} \operatorname{AP}(y_q, s_q)`,
  symbols,
  numeric: (inputs) => meanAveragePrecision(queries(inputs)),
  maxUlps: 1,
  maxSize: 100,
  calls: [averagePrecision],
  variants: {
    positive: variant({
      latex: String.raw`\operatorname{MAP}_{\text{positive}}(y, s; c) = \frac{1}{Q} \sum_{q=1}^{Q} \operatorname{AP}_{\text{positive}}(y_q, s_q; c)`,
      symbols: {
        y: matrix("Q", "n", "the class of each item, for each query", {
          domain: "{1, 2, 3}",
          role: "targets",
        }),
        s,
        c: real("the class of the relevant items", { domain: "{1, 2, 3}" }),
      },
      calls: averagePrecision.variants,
      options: { positive: "any" },
      numeric: ({ c, ...inputs }) => meanAveragePrecision(queries(inputs), { positive: c }),
      limits: [{ at: { y: [[2, 1]], s: [[Infinity, 0]], c: 2 }, value: 1 }],
    }),
    "undefined-value": variant({
      latex: String.raw`\operatorname{MAP}_{\text{or else}}(y, s; u) = \frac{1}{Q} \sum_{q=1}^{Q} \operatorname{AP}_{\text{or else}}(y_q, s_q; u)`,
      symbols: {
        ...symbols,
        u: real("the average precision of a query without relevant items"),
      },
      calls: averagePrecision.variants,
      options: { undefinedValue: "any" },
      numeric: ({ u, ...inputs }) => meanAveragePrecision(queries(inputs), { undefinedValue: u }),
      maxUlps: 2,
      noLimits: "as the equation's own, where it is defined",
    }),
  },
  identities: {
    bounds: {
      latex: String.raw`0 < \operatorname{MAP}(y, s) \le 1`,
      assuming: String.raw`\min_{q} \sum_{i=1}^{n} y_{q,i} > 0`,
    },
    "only the order counts": String.raw`\operatorname{MAP}(y, \frac{s}{2}) = \operatorname{MAP}(y, s)`,
    "queries are exchangeable": {
      latex: String.raw`\operatorname{MAP}(\begin{pmatrix} 1 & 0 \\ 0 & 1 \end{pmatrix}, \begin{pmatrix} a & b \\ b & c \end{pmatrix}) = \operatorname{MAP}(\begin{pmatrix} 0 & 1 \\ 1 & 0 \end{pmatrix}, \begin{pmatrix} b & c \\ a & b \end{pmatrix})`,
      symbols: { a: real(), b: real(), c: real() },
    },
    "found first, and found second": {
      latex: String.raw`\operatorname{MAP}(\begin{pmatrix} 1 & 0 \\ 1 & 0 \end{pmatrix}, \begin{pmatrix} a & b \\ b & a \end{pmatrix}) = \frac{3}{4}`,
      assuming: "a > b",
      symbols: { a: real(), b: real() },
    },
  },
  limits: [
    { at: { y: [[1, 0]], s: [[Infinity, 0]] }, value: 1 },
    { at: { y: [[1, 0]], s: [[-Infinity, 0]] }, value: 0.5 },
  ],
  conventions: [
    "Every query weighs the same, however many relevant items it has.",
    "A query without relevant items has an undefined average precision, and so has the mean: NaN, unless `undefinedValue` takes the place of that query's.",
  ],
  sources: [at(manning2008, "eq. 8.8")],
  notes: ["The mAP of object detection is another: a mean over classes, of interpolated precisions."],
  seeAlso: ["average-precision", "ndcg"],
});
