// The record of the minimax value.

import { matrix } from "../../latex/symbols.js";
import { minimax } from "../../numeric/generative/minimax.js";
import { equation } from "../equation.js";
import { vonNeumann1928 } from "../sources.js";

export default equation({
  id: "minimax",
  name: "Minimax value",
  aliases: ["minimax", "security level"],
  family: "generative",
  latex: String.raw`v = \min_i \max_j V_{ij}`,
  symbols: { V: matrix("n", "m", "what the first pays the second, by what each does") },
  numeric: ({ V }) => minimax(V),
  maxUlps: 0,
  leastSizes: { n: 3, m: 3 },
  identities: {
    "who moves second is not worse off": String.raw`\max_j \min_i V_{ij} \le v`,
    "no more than the largest": String.raw`v \le \max(V)`,
    "a constant moves it along": {
      latex: String.raw`v(2 V) = 2 v`,
    },
  },
  limits: [
    {
      at: {
        V: [
          [Infinity, 1],
          [2, 3],
        ],
      },
      value: 3,
    },
  ],
  sources: [vonNeumann1928],
  notes: ["Without mixed strategies min max and max min differ in general: the order of the moves matters."],
  seeAlso: ["gan-objective"],
});
