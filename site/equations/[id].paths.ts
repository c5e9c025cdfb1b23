// A page for each equation of the catalogue.

import { equations } from "../../src/equations/index.js";
import { equationPage } from "../render/equation-page.js";
import { pageData } from "../render/page-data.js";

export default {
  paths() {
    return equations.map((equation) => ({ params: pageData(equation), content: equationPage(equation) }));
  },
};
