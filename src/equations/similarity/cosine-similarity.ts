// The record of the cosine similarity.

import { real, vector } from "../../latex/symbols.js";
import { cosineSimilarity } from "../../numeric/similarity/cosine-similarity.js";
import { equation, variant } from "../equation.js";
import { at, manning2008 } from "../sources.js";

const symbols = {
  x: vector("n", "a vector", { role: "vectors" }),
  y: vector("n", "another vector", { role: "vectors" }),
};
const ratio = String.raw`\frac{x \cdot y}{\lVert x \rVert \lVert y \rVert}`;

export default equation({
  id: "cosine-similarity",
  name: "Cosine similarity",
  aliases: ["cosine", "Orchini similarity"],
  family: "similarity",
  latex: String.raw`\operatorname{Cosine}(x, y) = ${ratio}`,
  symbols,
  numeric: ({ x, y }) => cosineSimilarity(x, y),
  maxUlps: 1,
  variants: {
    "undefined-value": variant({
      latex: String.raw`\operatorname{Cosine}_{\text{or else}}(x, y; u) = \begin{cases} ${ratio} & \text{if } \lVert x \rVert \lVert y \rVert > 0 \\ u & \text{otherwise} \end{cases}`,
      symbols: { ...symbols, u: real("the value where a vector is zero") },
      options: { undefinedValue: "any" },
      numeric: ({ x, y, u }) => cosineSimilarity(x, y, { undefinedValue: u }),
      noLimits: "as the equation's own",
    }),
  },
  identities: {
    bounds: {
      latex: String.raw`-1 \le \operatorname{Cosine}(x, y) \le 1`,
      assuming: String.raw`\lVert x \rVert \lVert y \rVert > 0`,
    },
    symmetry: String.raw`\operatorname{Cosine}(x, y) = \operatorname{Cosine}(y, x)`,
    "lengths do not matter": String.raw`\operatorname{Cosine}(2 x, y) = \operatorname{Cosine}(x, y)`,
    "turning one around": String.raw`\operatorname{Cosine}(-x, y) = -\operatorname{Cosine}(x, y)`,
    "of a vector with itself": {
      latex: String.raw`\operatorname{Cosine}(x, x) = 1`,
      assuming: String.raw`\lVert x \rVert > 0`,
    },
  },
  limits: [
    { at: { x: [Infinity, 1], y: [1, 0] }, value: 1 },
    { at: { x: [-Infinity, 1], y: [1, 0] }, value: -1 },
  ],
  conventions: [
    "With one infinite entry it is the limit; with several, whose limit depends on how they grow, NaN.",
    "With a zero vector it is 0/0: NaN, or `undefinedValue`; scikit-learn gives 0.",
  ],
  sources: [at(manning2008, "eq. 6.10")],
  notes: [
    "Computed as printed, in doubles, it overflows for entries of 1e160, and for nearly orthogonal vectors all digits may be wrong.",
  ],
  seeAlso: ["jaccard"],
});
