// The catalogue, or a family of it, to take along: a LaTeX document, Markdown, BibTeX.

import type { Equation } from "../../src/equations/index.js";
import { bibliography, escapeTex } from "./bibtex.js";
import type { FamilyOfEquations } from "./families.js";

/** A LaTeX document with every formula, that compiles with what every TeX has: amsmath and amssymb. */
export function texSheet(title: string, families: readonly FamilyOfEquations[]): string {
  const sections = families.map(
    ({ name, equations }) => `\\section*{${escapeTex(name)}}\n${equations.map(texEntry).join("\n")}`,
  );
  return String.raw`\documentclass[a4paper]{article}
\usepackage[utf8]{inputenc}
\usepackage[T1]{fontenc}
\usepackage{amsmath,amssymb}
\usepackage[margin=2cm]{geometry}
% The indicator, as blackboard bold has no digits in amssymb.
\newcommand{\indicator}{\mathbf{1}}
\setlength{\parindent}{0pt}
\title{${escapeTex(title)}}
\date{}
\begin{document}
\maketitle
${sections.join("\n\n")}
\end{document}
`;
}

function texEntry({ name, latex }: Equation): string {
  return `\\paragraph{${escapeTex(name)}}\n\\[ ${texFormula(latex)} \\]`;
}

/** A formula for TeX: what KaTeX draws and amssymb does not have is written with what it has. */
export function texFormula(latex: string): string {
  return latex.replaceAll("\\mathbb{1}", "\\indicator");
}

/** The same as Markdown with formulas between dollars, as GitHub, Jupyter and Pandoc read it. */
export function markdownSheet(title: string, families: readonly FamilyOfEquations[]): string {
  const sections = families.map(
    ({ name, equations }) => `## ${name}\n\n${equations.map((equation) => markdown(equation)).join("\n\n")}`,
  );
  return `# ${title}\n\n${sections.join("\n\n")}\n`;
}

/** One equation as Markdown. */
export function markdown({ name, latex, sources }: Equation): string {
  const [source] = sources;
  const cited = source === undefined ? "" : `\n\n(${source.authors}, ${source.year})`;
  return `### ${name}\n\n$$\n${latex}\n$$${cited}`;
}

/** All works that the equations cite. */
export function bibtexSheet(families: readonly FamilyOfEquations[]): string {
  return bibliography(families.flatMap(({ equations }) => equations.flatMap(({ sources }) => sources)));
}
