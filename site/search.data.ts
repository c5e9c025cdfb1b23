// What the search field of every page searches: loaded when it is first reached for.

import { searchText } from "./catalogue/search.js";
import { equations } from "../src/equations/index.js";

export interface Searched {
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

declare const data: readonly Searched[];
export { data };

export default {
  load(): readonly Searched[] {
    return equations.map((equation) => ({
      id: equation.id,
      name: equation.name,
      text: searchText(equation),
    }));
  },
};
