// Formulas that others printed, as the tests' data tell them: those found wrong, and those that were called wrong and are none.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SITE } from "../build/measured.js";
import { equations } from "../../src/equations/index.js";
import { checkFormula } from "../../src/verify/check/check.js";
import { inputsText, valueText } from "../live/report-text.js";
import { escapeHtml, formulaHtml, templateSafe } from "./katex.js";
import { wordsHtml } from "./text.js";

interface Printed {
  readonly id: string;
  readonly where: string;
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

function read(name: string): readonly unknown[] {
  const path = join(SITE, "../tests/data", name);
  return (JSON.parse(readFileSync(path, "utf8")) as { readonly formulas: readonly unknown[] }).formulas;
}

/** All that was looked at and is not plainly the same: what differs, and what was reported as an error. */
function printed(): readonly Printed[] {
  const seed = (read("seed-formulas.json") as readonly SeedFormula[])
    .filter(({ latex, verdict }) => latex !== null && verdict === "differs")
    .map(({ id, section, latex, equation, verdict, note }): Printed => ({
      id: `collection-${id}`,
      where: `the collection of formulas that this project started from, section ${section}, as it stood then`,
      latex: latex!,
      equation,
      verdict,
      why: note ?? "",
    }));
  return [...seed, ...(read("wrong-in-the-wild.json") as readonly Printed[])];
}

/** Where it can be read: the thread that the words name. */
function linkTo(where: string): string | undefined {
  const [, repository, kind, number] = /([\w.-]+\/[\w.-]+)[^;:]*?\b(issue|pull) (\d+)/u.exec(where) ?? [];
  if (repository === undefined) return undefined;
  return `https://github.com/${repository}/${kind === "pull" ? "pull" : "issues"}/${number!}`;
}

function entryHtml({ id, where, latex, equation, verdict, why }: Printed, level: "h3" | "h4"): string {
  const differs = verdict === "differs";
  const { counterexample } = checkFormula(latex, { as: equation });
  const shown =
    counterexample === null
      ? ""
      : `<p class="counterexample">At ${escapeHtml(inputsText(counterexample.inputs))}: as printed <strong>${escapeHtml(valueText(counterexample.theirs))}</strong>, the equation <strong>${escapeHtml(valueText(counterexample.reference))}</strong>.</p>`;
  const name = equations.find((each) => each.id === equation)!.name;
  const heading = differs ? "differs" : "is right";
  const link = linkTo(where);
  const place =
    link === undefined ? escapeHtml(where) : `<a href="${escapeHtml(link)}">${escapeHtml(where)}</a>`;
  return templateSafe(
    `<article class="erratum ${differs ? "differs" : "right"}"><${level} id="${id}">${escapeHtml(name)} <span class="verdict">${heading}</span></${level}><div class="formula">${formulaHtml(latex, { display: true })}</div>${shown}<p>${wordsHtml(sentence(why))}</p><p class="quiet">${place}</p></article>`,
  );
}

/** The data's words as a sentence; where they speak of the seed they mean the collection. */
function sentence(words: string): string {
  const named = words.replaceAll(/\bthe seed\b/gu, "the collection");
  return `${named[0]!.toUpperCase()}${named.slice(1)}${named.endsWith(".") ? "" : "."}`;
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
