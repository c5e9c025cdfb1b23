// Sources as BibTeX.

import type { Source } from "../../src/equations/equation.js";

/** The key of a source: the first author's family name and the year. */
export function bibtexKey({ authors, year }: Source): string {
  const [first = ""] = authors.split(/[,\s]/u).filter((word) => /^\p{Lu}|^van/u.test(word));
  const plain = authors.startsWith("van ")
    ? "vanRijsbergen"
    : authors.startsWith("von ")
      ? "vonNeumann"
      : first;
  return `${plain
    .normalize("NFD")
    .replaceAll(/[^A-Za-z]/gu, "")
    .toLowerCase()}${year}`;
}

/** One entry. What kind of publication it is the record does not say: `misc` holds for all. */
export function bibtex(source: Source): string {
  const { title, authors, year, reference, at } = source;
  const fields: [string, string][] = [
    ["author", authorsField(authors)],
    ["title", `{${escapeTex(title)}}`],
    ["year", String(year)],
    ...referenceFields(reference),
    ...(at === undefined ? [] : ([["note", escapeTex(at)]] as [string, string][])),
  ];
  return `@misc{${bibtexKey(source)},\n${fields.map(([name, value]) => `  ${name} = {${value}},`).join("\n")}\n}`;
}

/** The entries of several equations' sources, each work once. */
export function bibliography(sources: readonly Source[]): string {
  const works = new Map<string, Source>();
  for (const { title, authors, year, reference } of sources)
    works.set(reference, { title, authors, year, reference });
  return `${[...works.values()].map(bibtex).join("\n\n")}\n`;
}

function authorsField(authors: string): string {
  const others = / et al\.(?: \(editors\))?$/u.test(authors);
  const names = authors
    .replace(/ et al\..*$/u, "")
    .split(", ")
    .map((name) => (/\s/u.test(name) ? `{${escapeTex(name)}}` : escapeTex(name)));
  return [...names, ...(others ? ["others"] : [])].join(" and ");
}

function referenceFields(reference: string): [string, string][] {
  if (reference.startsWith("arXiv:")) {
    return [
      ["eprint", reference.slice("arXiv:".length)],
      ["archivePrefix", "arXiv"],
    ];
  }
  if (reference.startsWith("doi:")) return [["doi", reference.slice("doi:".length)]];
  return [["url", reference]];
}

/** Where a reference leads. */
export function linkOf(reference: string): string {
  if (reference.startsWith("arXiv:")) return `https://arxiv.org/abs/${reference.slice("arXiv:".length)}`;
  if (reference.startsWith("doi:")) return `https://doi.org/${reference.slice("doi:".length)}`;
  return reference;
}

const TEX: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "&": "\\&",
  "%": "\\%",
  "#": "\\#",
  _: "\\_",
  $: "\\$",
  "{": "\\{",
  "}": "\\}",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "–": "--",
  "—": "---",
  "“": "``",
  "”": "''",
  "’": "'",
};

/** Words as TeX prints them; letters with accents are UTF-8, as LaTeX reads them today. */
export function escapeTex(text: string): string {
  return text.replaceAll(/[\\&%#_$~^{}–—“”’]/gu, (character) => TEX[character]!);
}
