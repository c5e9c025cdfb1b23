// The home page's cards: every equation in its family.

import { families } from "../catalogue/families.js";
import { searchText } from "../catalogue/search.js";
import { measuredOf } from "../build/measured.js";
import type { Equation } from "../../src/equations/index.js";
import { escapeHtml, formulaHtml, templateSafe } from "./katex.js";

export function catalogueHtml(): string {
  return families
    .map(
      ({ id, name, equations }) =>
        `<section class="family" aria-labelledby="${id}">\n\n## ${name} {#${id}}\n\n<FamilyTools family="${id}" />\n\n<ul class="cards">${equations.map(card).join("")}</ul>\n\n</section>`,
    )
    .join("\n\n");
}

function card(equation: Equation): string {
  const { id, name, latex, maxUlps, variants } = equation;
  const { samples, maxUlps: met } = measuredOf(id);
  const more = variants.length === 0 ? "" : `, ${variants.length} variant${variants.length > 1 ? "s" : ""}`;
  return templateSafe(
    `<li class="card" data-search="${escapeHtml(searchText(equation))}"><h3><a href="./equations/${id}.html">${escapeHtml(name)}</a></h3><div class="formula">${formulaHtml(latex, { display: true })}</div><p class="quiet">≤ ${maxUlps} ulp; ${met.toFixed(2)} met at ${samples} inputs${more}</p></li>`,
  );
}
