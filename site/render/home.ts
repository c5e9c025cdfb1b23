// The home page's cards: every equation in its family.

import { families } from "../catalogue/families.js";
import { searchText } from "../catalogue/search.js";
import { measuredOf } from "../build/measured.js";
import { defaultInputs } from "../catalogue/default-inputs.js";
import sigmoid from "../../src/equations/activations/sigmoid.js";
import type { Equation } from "../../src/equations/index.js";
import { resultAt } from "../live/result.js";
import { showInputs } from "./inputs-text.js";
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

/** One equation at its default inputs: what the page is about, at a glance. */
export function exampleHtml(): string {
  const { id, name, latex, formula } = sigmoid;
  const inputs = defaultInputs(sigmoid);
  const { entries } = resultAt(sigmoid, inputs);
  const digits = String(formula.evaluate({ z: inputs["z"] as number }, { digits: 50 }));
  const [entry] = entries;
  const rows = [
    ["the formula, 50 proven digits", digits],
    ["the implementation", entry!.implementation],
    ["apart", `${entry!.ulps} ulp`],
  ];
  const list = rows
    .map(([term, value]) => `<dt>${escapeHtml(term!)}</dt><dd>${escapeHtml(value!)}</dd>`)
    .join("");
  return templateSafe(
    `<div class="formula">${formulaHtml(latex, { display: true })}</div><p class="quiet"><a href="./equations/${id}.html">${escapeHtml(name)}</a> at ${escapeHtml(showInputs({ z: inputs["z"] as number }))}</p><dl>${list}</dl>`,
  );
}
