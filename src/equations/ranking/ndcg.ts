// The record of the normalized discounted cumulative gain.

import { index, real, vector } from "../../latex/symbols.js";
import { ndcg } from "../../numeric/ranking/ndcg.js";
import { equation, variant } from "../equation.js";
import { at, burges2005, jarvelin2002, manning2008 } from "../sources.js";
import dcg from "./dcg.js";

const symbols = {
  g: vector("n", "the relevance of each item", { domain: "[0, ∞)", role: "targets" }),
  s: vector("n", "the score of each item: larger ones come first", { role: "scores" }),
};

/** A gain over the gain of the best order. */
const normalized = (gain: (scores: string) => string): string =>
  String.raw`\frac{${gain("s")}}{${gain("g")}}`;

export default equation({
  id: "ndcg",
  name: "Normalized discounted cumulative gain",
  aliases: ["nDCG", "NDCG"],
  family: "ranking",
  latex: String.raw`\operatorname{nDCG}(g, s) = ${normalized((scores) => String.raw`\operatorname{DCG}(g, ${scores})`)}`,
  symbols,
  numeric: (inputs) => ndcg(inputs.g, inputs.s),
  maxUlps: 1,
  maxSize: 20,
  calls: [dcg],
  options: { gain: "linear", ties: "average" },
  variants: {
    exponential: variant({
      latex: String.raw`\operatorname{nDCG}_{\text{exponential}}(g, s) = ${normalized((scores) => String.raw`\operatorname{DCG}_{\text{exponential}}(g, ${scores})`)}`,
      symbols,
      calls: dcg.variants,
      options: { gain: "exponential" },
      numeric: (inputs) => ndcg(inputs.g, inputs.s, { gain: "exponential" }),
      noLimits: "as the equation's own",
    }),
    order: variant({
      latex: String.raw`\operatorname{nDCG}_{\text{order}}(g, s) = ${normalized((scores) => String.raw`\operatorname{DCG}_{\text{order}}(g, ${scores})`)}`,
      symbols,
      calls: dcg.variants,
      options: { ties: "order" },
      numeric: (inputs) => ndcg(inputs.g, inputs.s, { ties: "order" }),
      noLimits: "as the equation's own",
    }),
    "first k": variant({
      latex: String.raw`\operatorname{nDCG}_{\text{first}}(g, s; k) = ${normalized((scores) => String.raw`\operatorname{DCG}_{\text{first}}(g, ${scores}; k)`)}`,
      symbols: { ...symbols, k: index("n", "how many positions count") },
      calls: dcg.variants,
      options: { k: "any" },
      numeric: ({ k, ...inputs }) => ndcg(inputs.g, inputs.s, { k }),
      noLimits: "as the equation's own",
    }),
    "undefined value": variant({
      latex: String.raw`\operatorname{nDCG}_{\text{or else}}(g, s; u) = \begin{cases} \operatorname{nDCG}(g, s) & \text{if } \max(g) > 0 \\ u & \text{otherwise} \end{cases}`,
      symbols: { ...symbols, u: real("the value where no item is relevant") },
      options: { undefinedValue: "any" },
      numeric: ({ u, ...inputs }) => ndcg(inputs.g, inputs.s, { undefinedValue: u }),
      noLimits: "as the equation's own, where it is defined",
    }),
  },
  identities: {
    bounds: { latex: String.raw`0 \le \operatorname{nDCG}(g, s) \le 1`, assuming: String.raw`\max(g) > 0` },
    "the best order": { latex: String.raw`\operatorname{nDCG}(g, g) = 1`, assuming: String.raw`\max(g) > 0` },
    "only proportions of relevance count": String.raw`\operatorname{nDCG}(2 g, s) = \operatorname{nDCG}(g, s)`,
    "only the order of scores counts": String.raw`\operatorname{nDCG}(g, \frac{s}{2}) = \operatorname{nDCG}(g, s)`,
    "the one relevant item comes third": {
      latex: String.raw`\operatorname{nDCG}([a; 0; 0], [1; 2; 3]) = \frac{1}{2}`,
      symbols: { a: real("", { domain: "(0, ∞)" }) },
    },
  },
  limits: [
    { at: { g: [Infinity, 0, 1], s: [1, 3, 2] }, value: 0.5 },
    { at: { g: [1, 0, 0], s: [-Infinity, 2, 3] }, value: 0.5 },
  ],
  conventions: [
    "Ties and gains are as for DCG: shared discounts and the relevance itself, unless a variant is asked for.",
    "If nothing is relevant it is 0/0: NaN, or `undefinedValue`; scikit-learn gives 0.",
  ],
  sources: [jarvelin2002, burges2005, at(manning2008, "eq. 8.9")],
  notes: [
    "The gains of the two common definitions, relevance and 2^relevance − 1, agree for relevances 0 and 1 and for no others.",
  ],
  seeAlso: ["dcg", "average-precision"],
});
