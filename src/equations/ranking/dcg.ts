// The record of the discounted cumulative gain.

import { index, real, vector } from "../../latex/symbols.js";
import { dcg } from "../../numeric/ranking/dcg.js";
import { equation, variant } from "../equation.js";
import { at, burges2005, jarvelin2002, manning2008, mcsherry2008 } from "../sources.js";

const g = vector("n", "the relevance of each item", { domain: "[0, ∞)", role: "targets" });
const s = vector("n", "the score of each item: larger ones come first", { role: "scores" });
const symbols = { g, s };

/** Tied items: how many come before, and how many share the positions from there on. */
const ties = String.raw`r_i &= 1 + \sum_{j=1}^{n} \mathbb{1}[s_j > s_i] \\ t_i &= \sum_{j=1}^{n} \mathbb{1}[s_j = s_i]`;
const gains = (gain: string, discount: string): string =>
  String.raw`\sum_{i=1}^{n} ${gain} \frac{1}{t_i} \sum_{m=r_i}^{r_i + t_i - 1} ${discount}`;
const discount = String.raw`\frac{1}{\log_2(m + 1)}`;

export default equation({
  id: "dcg",
  name: "Discounted cumulative gain",
  aliases: ["DCG"],
  family: "ranking",
  latex: String.raw`\begin{aligned} \operatorname{DCG}(g, s) &= ${gains("g_i", discount)} \\ ${ties} \end{aligned}`,
  symbols,
  numeric: (inputs) => dcg(inputs.g, inputs.s),
  maxUlps: 1,
  maxSize: 20,
  options: { gain: "linear", ties: "average" },
  variants: {
    exponential: variant({
      latex: String.raw`\begin{aligned} \operatorname{DCG}_{\text{exponential}}(g, s) &= ${gains("(2^{g_i} - 1)", discount)} \\ ${ties} \end{aligned}`,
      symbols,
      options: { gain: "exponential" },
      numeric: (inputs) => dcg(inputs.g, inputs.s, { gain: "exponential" }),
      limits: [{ at: { g: [Infinity, 0], s: [1, 2] }, value: Infinity }],
    }),
    order: variant({
      latex: String.raw`\begin{aligned} \operatorname{DCG}_{\text{order}}(g, s) &= \sum_{i=1}^{n} \frac{g_i}{\log_2(r_i + 1)} \\ r_i &= \sum_{j=1}^{n} \mathbb{1}[s_j > s_i] + \sum_{j=1}^{i} \mathbb{1}[s_j = s_i] \end{aligned}`,
      symbols,
      options: { ties: "order" },
      numeric: (inputs) => dcg(inputs.g, inputs.s, { ties: "order" }),
      limits: [{ at: { g: [Infinity, 0], s: [1, 2] }, value: Infinity }],
    }),
    "first-k": variant({
      latex: String.raw`\begin{aligned} \operatorname{DCG}_{\text{first}}(g, s; k) &= ${gains("g_i", String.raw`\frac{\mathbb{1}[m \le k]}{\log_2(m + 1)}`)} \\ ${ties} \end{aligned}`,
      symbols: { ...symbols, k: index("n", "how many positions count") },
      options: { k: "any" },
      numeric: ({ k, ...inputs }) => dcg(inputs.g, inputs.s, { k }),
      limits: [{ at: { g: [Infinity, 0], s: [1, 2], k: 2 }, value: Infinity }],
    }),
  },
  identities: {
    "no gain below 0": String.raw`\operatorname{DCG}(g, s) \ge 0`,
    "the order by relevance is the best": String.raw`\operatorname{DCG}(g, s) \le \operatorname{DCG}(g, g)`,
    "twice the relevance is twice the gain": String.raw`\operatorname{DCG}(2 g, s) = 2 \operatorname{DCG}(g, s)`,
    "the first position counts whole, the third half": {
      latex: String.raw`\operatorname{DCG}([a; 0; b], [3; 2; 1]) = a + \frac{b}{2}`,
      symbols: { a: real("", { domain: "[0, ∞)" }), b: real("", { domain: "[0, ∞)" }) },
    },
  },
  limits: [
    { at: { g: [Infinity, 0], s: [1, 2] }, value: Infinity },
    { at: { g: [1, 0, 0], s: [-Infinity, 2, 3] }, value: 0.5 },
  ],
  conventions: [
    "Items of the same score share the mean of the discounts of their positions, as if every order among them were as likely (McSherry and Najork 2008); with the variant `order` they keep the order in which they are given.",
    "The gain is the relevance itself (Järvelin and Kekäläinen 2002), or 2^relevance − 1 with the variant `exponential` (Burges et al. 2005): published figures may mean either.",
    "The discount is log₂(position + 1), as in Burges et al. 2005, so that the first position is not discounted. Järvelin and Kekäläinen discount by log_b(position), and from position b on only.",
  ],
  sources: [jarvelin2002, burges2005, mcsherry2008, at(manning2008, "section 8.4")],
  seeAlso: ["ndcg"],
});
