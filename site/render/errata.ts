// Formulas that others printed, as the tests' data tell them: those found wrong, and those that were called wrong and are none.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SITE } from "../build/measured.js";
import { equations } from "../../src/equations/index.js";
import { escapeHtml, formulaHtml, templateSafe } from "./katex.js";
import { wordsHtml } from "./text.js";

interface Printed {
  readonly id: string;
  readonly where: string;
  readonly link?: string;
  readonly latex: string;
  readonly equation: string;
  readonly verdict: string;
  readonly why: string;
}

interface SeedFormula {
  readonly id: string;
  readonly section: string;
  readonly latex: string | null;
  readonly equation: string;
  readonly verdict: string;
  readonly note?: string;
}

function read<T>(name: string): readonly T[] {
  const path = join(SITE, "../tests/data", name);
  return (JSON.parse(readFileSync(path, "utf8")) as { readonly formulas: readonly T[] }).formulas;
}

/** All that was looked at and is not plainly the same: what differs, and what was reported as an error. */
function printed(): readonly Printed[] {
  const seed = read<SeedFormula>("seed-formulas.json")
    .filter(({ latex, verdict }) => latex !== null && verdict === "differs")
    .map(
      ({ id, section, latex, equation, verdict, note }): Printed => ({
        id: `collection-${id}`,
        where: `the collection of formulas that this project started from, section ${section}, as it stood then`,
        latex: latex!,
        equation,
        verdict,
        why: note ?? "",
      }),
    );
  return [...seed, ...read<Printed>("wrong-in-the-wild.json")];
}

function entryHtml({ id, where, link, latex, equation, verdict, why }: Printed, level: "h3" | "h4"): string {
  const differs = verdict === "differs";
  const name = equations.find((each) => each.id === equation)!.name;
  const heading = differs ? "differs" : "is right";
  const place = link === undefined ? escapeHtml(where) : `<a href="${escapeHtml(link)}">${escapeHtml(where)}</a>`;
  return templateSafe(
    `<article class="erratum ${differs ? "differs" : "right"}"><${level} id="${id}">${escapeHtml(name)} <span class="verdict">${heading}</span></${level}><div class="formula">${formulaHtml(latex, { display: true })}</div><p>${wordsHtml(why)}.</p><p class="quiet">${place}</p></article>`,
  );
}

/** What was found elsewhere about one equation. */
export function entriesAbout(equation: string): readonly string[] {
  return printed()
    .filter((entry) => entry.equation === equation)
    .map((entry) => entryHtml(entry, "h3"));
}

/** The page of all. */
export function errataPage(): string {
  const entries = printed();
  const list = (verdict: (entry: Printed) => boolean): string =>
    entries
      .filter(verdict)
      .map((entry) => entryHtml(entry, "h3"))
      .join("\n\n");
  return [
    "## Found to differ {#differ}",
    "<p>Each of these gives other values than the equation that it stands for.</p>",
    list(({ verdict }) => verdict === "differs"),
    "## Called an error, and right {#right}",
    "<p>These were reported as errors. Their values are those of the equation.</p>",
    list(({ verdict }) => verdict !== "differs"),
  ].join("\n\n");
}
