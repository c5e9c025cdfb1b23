// The page of an equation as Markdown and HTML: whole before any script runs.

import { defaultInputs } from "../catalogue/default-inputs.js";
import { resultAt } from "../live/result.js";
import { equations, type Equation } from "../../src/equations/index.js";
import type { Identity } from "../../src/equations/equation.js";
import { showInputs, showValue } from "./inputs-text.js";
import { entriesAbout } from "./errata.js";
import { escapeHtml, formulaHtml, takenApartHtml, templateSafe } from "./katex.js";
import { picturesHtml } from "./pictures.js";
import { kindText, sourceHtml, symbolHtml, wordsHtml } from "./text.js";
import { measuredOf } from "../build/measured.js";

export function equationPage(equation: Equation): string {
  const { id, name, aliases = [] } = equation;
  const pictures = picturesHtml(equation, defaultInputs(equation));
  const also = aliases.length > 0 ? `<p class="aliases">Also: ${escapeHtml(aliases.join(", "))}</p>` : "";
  return sections([
    `# ${name}`,
    also,
    `<FormulaParts>${takenApartHtml(equation)}</FormulaParts>`,
    "<CopyBar />",
    accuracyHtml(equation),
    "## Values {#values}",
    "<LiveValues />",
    ...(pictures === undefined ? [] : ["## Picture {#picture}", `<LivePicture>${pictures}</LivePicture>`]),
    "<StepsBox />",
    "## Symbols {#symbols}",
    symbolsHtml(equation),
    ...identitiesHtml(equation),
    ...listSection("Conventions", "conventions", equation.conventions?.map(wordsHtml)),
    ...listSection("Notes", "notes", equation.notes?.map(wordsHtml)),
    ...variantsHtml(equation),
    "## Verify here {#verify}",
    `<VerifyHere id="${id}" />`,
    "## Your version {#your-version}",
    "<YourVersion />",
    ...errataHtml(equation),
    ...listSection("Sources", "sources", equation.sources.map(sourceHtml)),
    ...relatedHtml(equation),
  ]);
}

function sections(parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}

function accuracyHtml({ id, maxUlps, termScale }: Equation): string {
  const { samples, maxUlps: met } = measuredOf(id);
  const scale =
    termScale === undefined ? "ulp of the true value" : `ulp of the sum of the absolute terms (${termScale})`;
  return templateSafe(
    `<p class="accuracy">The implementation is within <strong>${maxUlps} ${escapeHtml(scale)}</strong> of this formula: that is promised, and verified at thousands of inputs with every change. When this page was built, at ${samples} inputs drawn at random, the largest error was <strong>${met.toFixed(3)} ulp</strong>.</p>`,
  );
}

function symbolsHtml(equation: Equation): string {
  const rows = Object.entries(equation.symbols)
    .filter(([, { kind }]) => kind !== "function")
    .map(
      ([key, symbol]) =>
        `<tr><td>${symbolHtml(key, symbol)}</td><td>${wordsHtml(symbol.meaning)}</td><td>${wordsHtml(kindText(symbol))}</td></tr>`,
    );
  return `<table class="symbols"><thead><tr><th scope="col">symbol</th><th scope="col">meaning</th><th scope="col">what it is</th></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

function identitiesHtml(equation: Equation): readonly string[] {
  const shown = ({ latex, assuming }: Identity): string =>
    `${formulaHtml(latex)}${assuming === undefined ? "" : ` <span class="assuming">where ${formulaHtml(assuming)}</span>`}`;
  const identities = Object.entries(equation.identities).map(
    ([name, identity]) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${shown(identity)}</td></tr>`,
  );
  const statements = [
    ...Object.values(equation.random ?? {}).map((latex) => ["drawn", latex] as const),
    ...Object.entries(equation.statements ?? {}),
  ].map(([name, latex]) => `<tr><th scope="row">${escapeHtml(name)}</th><td>${formulaHtml(latex)}</td></tr>`);
  const limits = equation.limits.map(
    ({ at, value }) =>
      `<tr><th scope="row">limit</th><td>${escapeHtml(showInputs(at))}: ${escapeHtml(showValue(value))}</td></tr>`,
  );
  const rows = [...identities, ...statements, ...limits];
  if (rows.length === 0) return [];
  return [
    "## Identities and limits {#identities}",
    `<p>Each holds of the formula's own values and of the implementation's, proven in intervals.</p>`,
    templateSafe(`<table class="identities"><tbody>${rows.join("")}</tbody></table>`),
  ];
}

function listSection(title: string, id: string, items: readonly string[] | undefined): readonly string[] {
  if (items === undefined || items.length === 0) return [];
  return [`## ${title} {#${id}}`, `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`];
}

function variantsHtml(equation: Equation): readonly string[] {
  const { variants } = equation;
  if (variants.length === 0) return [];
  const shown = variants.map((variant) => {
    const name = variant.id.split("/")[1]!;
    const { summary } = resultAt(variant, defaultInputs(variant, equation));
    const options = Object.entries(variant.options ?? {})
      .filter(([key, value]) => equation.options?.[key] !== value)
      .map(([key, value]) =>
        value === "any" ? `<code>${key}</code>` : `<code>${key}: ${JSON.stringify(value)}</code>`,
      );
    return `<section class="variant" id="variant-${name}" data-variant="${name}"><h3>${escapeHtml(name.replaceAll("-", " "))}</h3>${options.length > 0 ? `<p>Option ${options.join(", ")}</p>` : ""}<div class="variant-formula">${takenApartHtml(variant)}</div><p class="quiet">${escapeHtml(summary)}</p></section>`;
  });
  return ["## Variants {#variants}", `<VariantList>${templateSafe(shown.join(""))}</VariantList>`];
}

function errataHtml(equation: Equation): readonly string[] {
  const entries = entriesAbout(equation.id);
  if (entries.length === 0) return [];
  return [
    "## Elsewhere {#elsewhere}",
    `<p>How this equation is printed elsewhere, and what was found.</p>`,
    ...entries,
  ];
}

function relatedHtml(equation: Equation): readonly string[] {
  const ids = new Set(equation.seeAlso ?? []);
  const calls = equation.calls?.map(({ id }) => id.split("/")[0]!) ?? [];
  const related = equations.filter(({ id }) => (ids.has(id) || calls.includes(id)) && id !== equation.id);
  const items = related.map(({ id, name }) => `<a href="./${id}.html">${escapeHtml(name)}</a>`);
  return listSection("Related", "related", items);
}
