// The symbols of attention's heads: what goes in, and what each head makes of it.

import { family, matrix } from "../latex/symbols.js";

export const headSymbols = {
  Q: matrix("n", "d", "the queries, one a row", { role: "queries" }),
  K: matrix("m", "d", "the keys, one a row", { role: "keys" }),
  V: matrix("m", "d", "the values, one for each key", { role: "values" }),
  WQ: family("h", matrix("d", "d_k"), "what each head makes of queries", { latex: "W^Q", role: "weights" }),
  WK: family("h", matrix("d", "d_k"), "what each head makes of keys", { latex: "W^K", role: "weights" }),
  WV: family("h", matrix("d", "d_v"), "what each head makes of values", { latex: "W^V", role: "weights" }),
};
