// The record of the mutual information of two clusterings.

import { clustering } from "../../latex/symbols.js";
import { mutualInformation } from "../../numeric/clustering/mutual-information.js";
import { equation } from "../equation.js";
import { at, coverThomas2006, vinh2010 } from "../sources.js";

export default equation({
  id: "mutual-information",
  name: "Mutual information of two clusterings",
  aliases: ["MI"],
  family: "clustering",
  latex: String.raw`\operatorname{MI}(U, V) = \sum_{i=1}^{|U|} \sum_{j=1}^{|V|} \frac{|U_i \cap V_j|}{N} \log \frac{N |U_i \cap V_j|}{|U_i| |V_j|}`,
  symbols: {
    U: clustering("N", "R", "a clustering of N items", { role: "labels" }),
    V: clustering("N", "C", "another clustering of the same items", { role: "labels" }),
  },
  numeric: ({ U, V }) => mutualInformation(U, V),
  maxUlps: 1,
  maxSize: 100,
  evaluation: { zeroLogZero: true },
  identities: {
    "nothing is negative": String.raw`\operatorname{MI}(U, V) \ge 0`,
    symmetry: String.raw`\operatorname{MI}(U, V) = \operatorname{MI}(V, U)`,
    "with itself it is the entropy": String.raw`\operatorname{MI}(U, U) = -\sum_{i=1}^{|U|} \frac{|U_i|}{N} \log \frac{|U_i|}{N}`,
    "not above the entropy": String.raw`\operatorname{MI}(U, V) \le -\sum_{j=1}^{|V|} \frac{|V_j|}{N} \log \frac{|V_j|}{N}`,
  },
  limits: [],
  conventions: [
    "Natural logarithm: the unit is the nat.",
    "A term whose intersection is empty is 0, as 0 log 0.",
    "In code a clustering is the vector of the items' labels.",
  ],
  sources: [at(coverThomas2006, "eq. 2.28"), vinh2010],
  notes: [
    "Clusterings that are nearly independent have terms of both signs that nearly cancel: the implementation adds up terms that are all positive instead, and keeps every digit.",
  ],
  seeAlso: ["normalized-mutual-information", "adjusted-rand-index"],
});
