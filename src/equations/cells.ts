// The cells that a recurrent network may have: from an input and a state to the next state.

import type { Choice } from "../latex/symbols.js";
import gruCell from "./recurrent/gru-cell.js";
import lstmCell from "./recurrent/lstm-cell.js";
import rnnCell from "./recurrent/rnn-cell.js";

/** The cells of the catalogue. The LSTM's state is one vector: its hidden state, and its cell below. */
export function cells(): Choice[] {
  return [
    ...[gruCell, rnnCell].map(({ id, symbols, asFunction }): Choice => ({
      name: id,
      symbols,
      arguments: [["x"], ["h"]],
      results: [asFunction.callee],
    })),
    {
      name: lstmCell.id,
      symbols: lstmCell.symbols,
      arguments: [["x"], ["h", "c"]],
      results: [lstmCell, ...lstmCell.variants].map(({ asFunction }) => asFunction.callee),
    },
  ];
}
